"""Words of business letters and registers that name no trade. They are right as they stand: nobody is asked whether something else was meant, and no
concept is missing for them."""

from __future__ import annotations

GENERAL = {
    "de": frozenset(
        """
        ablauf absatz abschluss absprache abstimmung adresse anbieter anforderung anforderungen anfrage anfragen angabe angaben angebote anlass annahme anruf
        ansprechpartner anspruch anteil antwort anwendung anzahl ausland auswahl ausweis bedarf bedingung bedingungen beginn beispiel beitrag bereitschaft
        bericht beruf besprechung bestand besuch betrieb betriebe betrag bewerbung beziehung beziehungen branche budget chance chancen datum dauer dienst
        eigene einblick eindruck einsatz einstieg ende entwicklung erfahrung erfahrungen erfolg ergebnis erwartung fach fachkraft fachkräfte familie farbe
        firma flexibel folge form frage fragen frist gebiet gelegenheit gemeinsam gesamt geschäft geschäfte gesellschaft gespräch gewicht gewinn gruppe grund
        grundlage gründe güte hilfe idee ideen inhaber inhalt interesse jahrzehnt jahrzehnte kleinserie kollege kollegen kontakt kontakte konzept kosten kraft
        lage langfristig laufzeit leistung leute lieferung lieferungen lieferzeit losgröße losgrößen markt märkte mengen mitarbeiter mitarbeitende mitglied
        mittelstand mittelständisch mittlere möglichkeit möglichkeiten möglichst monat monate muster nachfrage nachhaltig nachweis nähe name neuheit niveau
        nutzen ordnung partnerschaft person personal planung preis preise preiswert probe projekt projekte prozent prüfung qualität rabatt rahmen raum
        referenz referenzen region reise richtung risiko rolle schnell schritt schulung serie serien seriös sicher sicherheit situation sitz sonder spanne
        sprache stadt städte standort standorte stärke stelle strategie stück stunde suche system tätigkeit tätigkeiten team teil termin thema themen
        treffen überblick übersicht umfang umgebung umsatz umsetzung unterlagen unternehmen unterstützung ursprung verantwortung verbindung verein verfügung
        vergabe verhältnis verkauf vertrag verträge vertrauen verwendung vielfalt vorgabe vorgaben vorhaben vorschlag vorteil vorteile wachstum wahl weise
        weltweit werk wert wettbewerb woche wochen wunsch ziel ziele zukunft zulieferung zusage zusammenarbeit zustand zuverlässig zweck zweig deutschland
        deutsche deutschen deutscher china chinesische chinesischen chinesischer chinesisch österreich schweiz europa asien bayern
        """.split()
    ),
    "en": frozenset(
        """
        ability abroad access account address advice agreement amount annual answer apiece around assemble assistance attention attractive available average
        background balance based basis benefit benefits branch budget business call capable carry chance change changes choice client close common
        communication competitive complete condition conditions contact contacts content contract cooperation cost costs country customer customers daily
        delivery demand department detail details direct directly distance domestic during early easily effort employee employees enquiry established
        europe european example exchange exclusive existing experience experienced expert expertise export extra family features figure final find finish
        firm flexible following foreign found founded friendly full further future german germany china chinese general goods group growing growth hand
        helpful history house idea import improve increase independent individual interest interested international issue joint knowledge language large
        latest lead leader leading learn least letter level local location long lots main market markets medium meet meeting member members minimum
        modern month months name national near network normal number office open opportunity order orders overseas owner painted partnership payment
        people period person place plan please point possible potential present price prices private problem project projects promise proper proven
        public purpose quantity question quick quickly quote range ready reason recent reference region regular relation reliable request response result
        results right runs sample samples schedule search season sector seeking selection senior series serious share short similar simple single size
        small solution solutions source special staff standard start statement store strategy strength strong subject success suitable support target
        team technical term terms together total trade training travel trust typical unit units urgent useful value various volume wanted weekly wide
        worldwide world year years young
        """.split()
    ),
    "zh": frozenset(
        """
        服务 业务 设计 制作 其他 其它 安装 办理 买卖 发布 发行 个人 设备 施工 承诺 开发 工程 普通 配件 零配件 零部件 部件 材料 原料
        原材料 辅料 耗材 方式 活动 制品 产品 商品 用品 器材 国内 国外 国内外 国际 国家 维护 保养 管理 结算 项目 设施 系列 系统 型号 规格
        品种 自营 批零 兼营 主营 经营 销售 购销 生产 加工 制造 产销 研发 研究 研制 技术 工艺 质量 优质 高品质 高质量 专业 专业化 先进
        现代化 大型 中型 小型 新型 高端 高级 高档 中高档 各式 多种 相关 有关 配套 成套 全套 综合 一体化 一站式 定制 定做 来样 来料 按需
        客户 用户 市场 行业 领域 产业 工业 企业 集团 团队 员工 人员 经验 丰富 能力 实力 雄厚 优势 信誉 品牌 名牌 口碑 荣誉 证书 标准
        要求 需求 合作 伙伴 合作伙伴 共同 长期 短期 中期 目前 现有 拥有 具有 具备 采用 使用 应用 适用 广泛 远销 出口 进口 内销 外销 全国
        各地 海外 欧洲 德国 中国 亚洲 世界 全球 地区 城市 本地 当地 厂房 占地 面积 平方米 年产 产量 产能 产值 注册 资金 资本 成立 创立
        位于 坐落 交通 便利 地址 电话 传真 邮箱 网站 网址 联系 联系人 信息 推广 宣传 展示 承接 承办 主办 组织 参加 支持 帮助 欢迎 来电
        洽谈 订购 采购 供应 交货 发货 售后 售前 上门 一类 二类 三类 一级 二级 三级 甲级 乙级 资质 许可 批准 审批 范围 以上 以下 以内
        除外 不含 包括 包含 含有 主要 上述 下列 部分 全部 整体 单位 机构 部门 中心 分支 总部 办事处 工厂 厂家 车间 基地 日用 民用 家用
        商用 附属 增值 基础 性能 功能 特点 方案 解决方案 一般 特种 专用 通用 控制 处理 自产 自有 本企业 企业自产 内外 货物
        杂品 原辅材料 许可证 各项 日常 其中 仅限 有效期
        """.split()
    ),
}
