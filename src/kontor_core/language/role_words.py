"""Words that name what a company is, as (roles, regular expression over normalised text); the first that fits at a place counts.

A table: read it in the language it is for. An empty set of roles carves out words that only look like one.
"""

from __future__ import annotations

_WORKS_DE = (
    r"gieß|giess|brau|molk|web|spinn|druck|käs|bäck|fleisch|metzg|gerb|näh|strick|stick|schrein|tischl|ziegel|färb|schloss|zimm|imk|töpf|destill|raffin|sattl|kell|most|polster|stanz|dreh|fräs|präg|buchbind|glasbläs|kartonag|schleif|verzink|galvanis"
    r"|lackier|kett|schmied|seil|böttch|sein|klempn|spengl|glas|dreh|zieh|flecht|konditor|brenn|schäft|wirk|klöppel|kämm|häut|tunk"
)
Row = tuple[tuple[str, ...], str]
DE: tuple[Row, ...] = (
    ((), r"(?:kontakte?|verbindung(?:en)?|beziehung(?:en)?)\s[^.;!?]{0,40}?(?:herstell\w*|stellen)|(?:fach|sach|hoch)?schulservice|kundenservice|verkaufsfläche\w*|stellvertret\w+|produktions(?:technik|anlagen?|linien?|maschinen?|hilfsmittel|planung\w*|steuerung)|fertigungs(?:technik|anlagen?|linien?|maschinen?)|montage(?:anlagen?|linien?|bänder)|servicetechnik|self-?service"
         r"|aus (?:eigener|deutscher|europäischer|chinesischer|heimischer)? ?produktion(?! von)"),
    (("maker", "service"), r"lohn(?:fertig|herstell|produ|bearbeit)\w+|auftragsfertig\w+|lohndreh\w+|lohnfräs\w+"),
    (("service",), r"lohn(?!steuer|buch|kosten|abrech)\w{4,}|(?:prüf|test|analyse|analytik|kalibrier|mess)labor\w*|spedit\w+|logistik(?:er|unternehmen|dienstleister|firma|partner|zentrum)?|härterei\w*|(?:unternehmens)?berat(?:ung(?:s\w+)?|er\w*)|überset(?:zer|zung)\w*|dolmetsch\w*|prüfstelle\w*|zertifizier(?:er\w*|ung(?:s\w+)?)|inspektions\w*|(?:werbe|marketing|personal|kreativ|internet|media)agentur\w*"
         r"|dienstleist\w+|service(?:partner\w*|betrieb\w*)?|\w*wartung(?:s(?:dienst|betrieb|firma)\w*)?|instandhaltung\w*|instandsetzung\w*|reparatur(?:en|betrieb\w*|werkstatt|dienst\w*)?|(?:kfz-?)?werkstatt|montage(?:n|betrieb\w*|firma)?|installation(?:en|sbetrieb\w*)?|installateur\w*|planung(?:s(?:büro|gesellschaft)\w*)?|vermietung(?:en)?|vermieter\w*|verleih\w*|ingenieurbüro\w*|architekturbüro\w*|konstruktionsbüro\w*|designbüro\w*|reinigungs(?:firma|dienst|unternehmen|betrieb)\w*|gebäudereinig\w+|entsorg(?:er|ungs(?:betrieb|firma|unternehmen))\w*|steuerberat\w+|anwaltskanzlei\w*|frachtführer\w*|schulungsanbieter\w*"),
    (("agent",), r"(?:handels|werks|industrie|verkaufs|vertriebs|export|import|gebiets|general|landes|auslands)?vertret(?:er\w*|ung(?:en)?)|(?:handels|einkaufs|verkaufs)?agentur(?:en)?|(?:handels|einkaufs|verkaufs)?agent(?:en|in)?|vermittl(?:er\w*|ung(?:s\w+)?)|\w*makler\w*|kommissionär\w*"),
    (("research",), r"forschungs(?:institut|einrichtung|partner|labor|zentrum|zentren|gesellschaft|gruppe|anstalt)\w*|entwicklungslabor\w*|\w*institut(?:e|en|s)?|\w*hochschule\w*|\w*universität\w*|(?:auftrags)?forschung(?: und entwicklung)?|forscher\w*|technologietransfer\w*|lehrstuhl\w*|lehrstühle\w*|fraunhofer\w*|max-planck\w*|wissenschaftspark\w*"),
    (("trader",), r"\w*händler\w*|\w*handels?(?:haus|häuser|unternehmen|firma|firmen|partner\w*|gesellschaft\w*|betrieb\w*|kette\w*)|(?:\w*[a-zäöüß])?handel(?!svertret|svermittl|sagent|s?vertreter)\b|vertrieb(?:s(?:partner\w*|gesellschaft\w*|firma|firmen|unternehmen\w*))?|\w*importeur\w*|\w*exporteur\w*|distribut(?:or|oren|ors|eur|eure)\w*|wiederverkäufer\w*|(?:direkt|werks|fabrik|lager|straßen)?verkauf|verkauft|handel(?:n|t) (?:wir )?mit|\w*verkäufer\w*|handelskontor\w*|kaufhaus|fachgeschäft\w*"),
    (("maker",), r"\w*hersteller\w*|\w*herstellung|\w*produzent\w*|produktion|\w*fertigung|\w*fertiger\w*|(?:wir|ich|selbst|selber|firma|werk) fertig(?:en|e|t)|fertig(?:en|t) wir|fertigt|\w*fabrik(?:en|ation|ant\w*)?|produzier\w+|stell(?:en|t) [^.;!?]{0,60}?\bher\b|herstell(?:en|t)|\w*lieferant\w*|\w*zulieferer\w*|zulieferant\w*|zulieferbetrieb\w*|produktions(?:betrieb|unternehmen|firma|stätte|werk|standort)\w*|eigene[mnrs]? (?:werk\w*|fertigung|produktion|herstellung)"
         rf"|(?:maschinen|anlagen|werkzeug|formen|apparate|stahl|metall|geräte|fahrzeug|behälter|möbel|orgel|instrumenten)bau(?:er\w*|unternehmen\w*|betrieb\w*|firma|firmen)|\w*(?:manufaktur|weingut|winzer|brennerei|rösterei|mälzerei|sägewerk|stahlwerk|walzwerk|hammerwerk|chemiewerk|zementwerk|glashütte|schmiede|werft|mühle(?!n))(?:en|e|s|er|es|betrieb)?|(?<!für )(?<!an )\w*(?:{_WORKS_DE})(?:er|ner)?ei(?:en)?|verarbeitungsbetrieb\w*|erzeuger\w*|(?<!für )\w*(?:produktions|industrie)betrieb\w*"),
    (("buyer",), r"(?<!zu )(?<!an )(?<!für )(?<!von )(?<!mit )(?<!den )(?<!unsere )(?<!unseren )(?:\w*abnehmer\w*|\w*(?<!ver)käufer\w*|\w*einkäufer\w*|auftraggeber\w*)"),
)
EN: tuple[Row, ...] = (
    ((), r"sales (?:office|network|manager|team|market|volume|price|area)s?|production (?:lines?|plants?|equipment|machin\w+|technolog\w+|managers?|capacity)|production (?:lead )?times?|service life|trading (?:cards?|hours)|trade (?:fairs?|shows?|marks?)|self-service|agency agreements?|chemical agents?|cleaning agents?|blowing agents?|release agents?|bonding agents?|foaming agents?|(?:flavou?ring|wetting|curing|reducing|binding|thickening|washing|tanning|surface[- ]active) agents?"
         r"|distribution (?:boxes|box|boards?|cabinets?|panels?|transformers?|systems?|pipes?)|power distribution|retail (?:packaging|displays?|boxes)|client[- ]server|dealer locator|maker space|retail price|service (?:robots?|doors?|trucks?)|supplier(?:s)? of choice"),
    (("agent",), r"(?:manufacturers?'?s?|sales|commercial|purchasing|buying|sourcing|commission|independent|exclusive|sole|import|export|trading|general)\s+(?:agents?|agency|agencies|representatives?|reps?)\b|agents?|agency|agencies|representatives?|\w*brokers?|intermediar\w+|sales reps?|commissionaires?"),
    (("trader", "agent"), r"middlem[ae]n"),
    (("research",), r"research (?:institut\w*|organi[sz]ations?|partners?|cent(?:er|re)s?|laborator\w+|groups?|compan\w+|facilit\w+)|universit(?:y|ies)(?: laborator\w+)?|institutes?|research(?: and development)?|r&d|technology transfer(?: offices?)?|science parks?|colleges?|academ(?:y|ies)"),
    (("service",), r"(?:contract )?(?:testing|test|calibration|analytical|inspection) (?:laborator\w+|labs?|compan\w+|bod(?:y|ies)|houses?|services?)|laborator(?:y|ies) (?:testing|services)|(?:quality )?inspection(?: compan\w+| services?| bod\w+)|certification (?:bod(?:y|ies)|compan\w+|services?)|certifiers?|freight forward\w+|forwarders?|forwarding (?:agents?|compan\w+)|(?:logistics|shipping|transport|haulage|cleaning|installation|engineering|software|consulting) (?:compan\w+|firms?|providers?)|hauliers?|service providers?|services?|servicing|maintenance|repair\w*|installation|consult\w+|engineering (?:office|services?|consultants?)|rental|translat(?:ion|ors?)|interpret(?:ing|ers?)|subcontractors?|contractors?|job shops?|installers?|commissioning|architects?|law firms?|auditors?|refurbish\w+|warehousing"),
    (("trader",), r"traders?|trading(?: compan\w+| houses?| firms?)?|trade (?:in|house|company)|trades? in|(?:(?<=we )|(?<=not )|(?<=only )|(?<=also ))trade(?! (?:fair|show|mark|union|name))|distribut(?:or|ors|ion)|distributes|\w*dealers?|dealers? in|deals? in|wholesal\w+|retail\w*|\w*importers?|\w*exporters?|resellers?|stockists?|stockholders?|merchants?|sales|import[ -](?:and[ -])?export(?: compan\w+)?|shops?|vendors?"),
    (("maker",), r"(?:contract )?manufactur(?:ers?|ing|es?|ed|ers?')|producers?|producing|produces?(?= )|we produce|production|fabricat(?:ors?|ion|es?|ing)|\w*makers?|suppliers?|factory|factories|(?:own|our) (?:plant|works|production|factory)|machine shops?|\w*foundr(?:y|ies)|\w*brewer(?:y|ies)|\w*brewers?|winer(?:y|ies)|distiller(?:y|ies)|baker(?:y|ies)|tanner(?:y|ies)|shipyards?|smelters?|refiner(?:y|ies)|roaster(?:y|ies)|potter(?:y|ies)|creamer(?:y|ies)|(?:weaving|spinning|paper|steel|textile|cotton|saw|knitting|flour|dyeing|woollen|silk)[ -]?mills?|mills?(?= (?:producing|making))|machine builders?|builders? of|forge masters?|growers?|oems?|assembl(?:ers?|y plants?)|we (?:make|build|forge|cast|weave|brew)"),
    (("buyer",), r"(?:bulk |end )?buyers?|purchasers?"),
)
ZH: tuple[Row, ...] = (
    ((), r"生产线|生产设备|生产资料|生产性|安全生产|生产许可|生产力|生产管理|生产工艺|生产技术|生产能力|生产规模|生产成本|厂房|服务器|服务贸易|销售网络|销售额|销售部|销售许可|贸易壁垒|检测(?:仪|设备|线|器)|维修工具|安装工具|加工中心|加工精度|代理服务器|设计院(?=用)|进出口许可|售后|测试设备|设计新颖"),
    (("maker", "trader"), r"工贸(?:一体化?|企业|公司|有限)|生产贸易|产销|自产自销|产供销"),
    (("trader", "agent"), r"中间商|中间环节|二道贩子"),
    (("maker", "service"), r"来料加工|来样加工|代加工|委托加工|承接加工|贴牌加工|受托加工"),
    (("agent", "service"), r"(?:报关|货运|船务|专利|商标|招标|知识产权|代理记账|财税)代理(?:服务)?(?:公司|机构)?"),
    (("agent",), r"(?:销售|采购|独家|区域|地区|全国|省级|市级|城市|总|一级|海外|国内|品牌)?代理(?:商|人|机构|公司|销售)?|经纪(?:人|公司)?|中介(?:机构|公司|服务)?|掮客|居间(?:人|商)?|代表处|办事处"),
    (("research",), r"科研机构|科研院所|科研单位|研究(?:院|所|机构|中心|单位|室)|(?:大学|高校|学院)[^，,。；;、]{0,8}实验室|大学|高校|科研|研究开发|研发(?:中心|机构)?|设计研究院|重点实验室|实验室|科学院|高等院校|孵化器|技术转移"),
    (("trader",), r"(?:批发|零售|销售|贸易|经销|分销|进口|出口|进出口|渠道|供货|电|外贸|商贸|代购)商|外贸(?:公司|企业)?|(?:进出口)?贸易(?:公司|企业|行)?|销售(?!代理|人员|区域)|批发|零售|经销|购销|分销|批零|进出口|代购|代销|商贸(?:公司)?|(?<!撮合)买卖(?!双方)|专卖店?|门店|商行|超市|直销|转口"),
    (("service",), r"(?:技术|售后|物流|软件|系统|工程|服务)?(?:服务商|服务机构|服务公司|集成商|承包商|运营商)|服务|维修|安装|维护|保养|咨询|设计|施工|检测|检验|认证|租赁|修理|改造|承接|承包|物流(?:公司|企业)?|货代|翻译|培训|外协加工|热处理加工|测绘"),
    (("maker",), r"生产(?:厂家?|商|企业|基地|工厂|加工)?|制造(?:厂家?|商|企业|业)?|加工(?:厂家?|商|企业)?|研制|制作|铸造|锻造|组装|装配|厂家|源头工厂|工厂|代工|(?<![电入出进建])厂(?![房区址长价商牌部务门界内外矿])|酿造|冶炼|织造|自产|作坊|酒庄|牧场|农场(?=生产)"),
    (("buyer",), r"采购商|买家|采购方|买方|收购商|求购方|需求方|终端用户"),
)
TABLES: dict[str, tuple[Row, ...]] = {"de": DE, "en": EN, "zh": ZH}

OWN = {
    "de": r"\b(?:wir sind|wir als|als|wir,|ich bin|sind wir|unsere? (?:firma|unternehmen|betrieb) ist|unser unternehmen,)\b",
    "en": r"\b(?:we are|we're|i am|as an?|being an?|our company is|our firm is)\b",
    "zh": r"我们是|我司是|我公司是|本公司是|我厂是|本厂是|公司是|是一家|是家|作为",
}
"""Words that lead to what the writer is, not to whom he looks for."""

TAIL_DE = (
    r"hersteller\w*|herstellung|produzent\w*|produktion|fertigung|fertiger\w*|fabrik(?:ation|en|ant\w*)?|lieferant\w*|zulieferer\w*|händler\w*|handel|handels(?:haus|häuser|unternehmen|firma|firmen)|vertrieb|vertriebs\w+|importeur\w*|exporteur\w*|verkauf"
    r"|vertreter\w*|vertretung(?:en)?|agentur(?:en)?|vermittler\w*|vermittlung|makler\w*|dienstleist\w+|service\w*|wartung|instandhaltung|reparatur(?:en)?|montagen?|installation|beratung|berater\w*|planung|vermietung|institut\w*|forschung|abnehmer\w*|käufer\w*|einkäufer\w*|kund(?:e|en)|auftraggeber\w*"
)
"""Roles that stand at the end of compounds: Büromöbelhersteller."""
