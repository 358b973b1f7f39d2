"""Words that tell side, role and negation, as regular expressions over normalised text. A table: read it in the language it is for."""

from __future__ import annotations

WANT = {
    "de": r"(?:wir |ich |firma )?(?:such(?:e|en|t)(?:\s+(?:wir|ich|einen?|eine|nach))*|benötig(?:en|t|e)|brauch(?:en|t|e)|gesucht(?:e[rns]?)?|sind auf der suche nach|auf der suche nach|gesuche?|(?:interessiert|interesse) an|einkauf von|bedarf an|beschaffung von|anfrage (?:für|nach))",
    "zh": r"(?:我们|我司|我公司|本公司|公司)?(?:正在|希望|现|拟|欲)?(?:寻求|寻找|求购|诚招|诚征|征集|急需|急求|需要|需求|采购|想找|要找|寻|招募|招商|收购|求)(?!服务|代理服务|咨询|平台|管理|商品|中心|同存异)",
    "en": r"(?:we |i )?(?:(?:are |am )?(?:looking|searching) (?:for|to buy)|(?:are )?seek(?:ing|s)?|need(?:ed|s)?|require(?:s|d)?|want(?:ed|s)?(?: to buy)?|in search of|sourcing|interested in|buying|purchas(?:e|ing) of|request(?:ing)? for|request:)",
}
OFFER = {
    "de": r"(?:wir |ich )?(?:biet(?:en|et|e)(?: wir| an)?|angebot(?:en)?(?: werden)?|liefer(?:n|t)(?: wir)?|stell(?:en|t)(?: wir)? her|fertig(?:en|t)(?: wir)?|produzier(?:en|t)(?: wir)?|verkauf(?:en|t)|vertreib(?:en|t)|unser(?:e|em|en|er)? (?:produkte|leistungen|programm|angebot|lieferprogramm|produktpalette)(?: umfass(?:t|en))?|spezialisiert auf)",
    "zh": r"(?:我们|我司|我公司|本公司|公司)?(?:专业|主要|主营|长期)?(?:提供|供应|出售|主营|主要产品|经营|生产|制造|产销|销售|加工|出口|从事)",
    "en": r"(?:we |i )?(?:(?:can |are )?offer(?:ing|s)?|provid(?:e|es|ing)|suppl(?:y|ies|ying)(?! chain)|manufactur(?:e|es|ing)(?= )|produc(?:e|es|ing)(?= )|sell(?:ing|s)?|mak(?:e|es|ing)|export(?:ing|s)?|speciali[sz](?:e|es|ed|ing) in|our (?:products|services|range|portfolio)(?: includes?| comprises?)?)",
}

ROLES = {
    "maker": {
        "de": r"hersteller\w*|herstellung|produzent\w*|produktion|fertigung(?!s)|fertiger\w*|fertig(?:en|t)(?! )|fabrik(?:ation|ant\w*)?|produzier\w+|stell(?:en|t) .{0,60}\bher\b|herstell(?:en|t)|lieferant\w*|zulieferer\w*|zulieferant\w*|lohnfertig\w+|auftragsfertig\w+",
        "zh": r"生产|制造|加工|产销|自产自销|研制|制作|铸造|锻造|组装|装配|厂家|制造商|生产商|生产企业|工厂|代工",
        "en": r"manufactur\w+|producers?|producing|production|fabricat\w+|makers?|suppliers?|contract manufactur\w+|factory|factories",
    },
    "trader": {
        "de": r"händler\w*|(?:groß|einzel|außen|fach|zwischen)?handel(?:s)?(?:haus|häuser|unternehmen|firma|firmen|partner\w*)?(?!svertret|s?vertreter)\b|vertrieb(?:s(?:partner\w*|gesellschaft\w*|firma|firmen))?|importeur\w*|exporteur\w*|distribut\w+|vertragshändler\w*|wiederverkäufer\w*|verkauf|verkauft",
        "zh": r"销售|批发|零售|经销商|经销|贸易商|贸易|购销|分销商|分销|进口商|出口商|批零|进出口|代购|代销|渠道商|商贸|买卖",
        "en": r"traders?|trading|distribut(?:or|ors|ion)|dealers?|wholesal\w+|retail\w*|importers?|exporters?|resellers?|stockists?|sales",
    },
    "agent": {
        "de": r"(?:handels)?vertret(?:er\w*|ung(?:en)?)|handelsagent\w*|agentur(?:en)?|agent(?:en)?|vermittl\w+",
        "zh": r"代理商|代理|经纪|中介",
        "en": r"(?:sales |commercial )?agents?|agency|agencies|representatives?|brokers?|intermediar\w+",
    },
    "service": {
        "de": r"dienstleist\w+|service(?:partner\w*)?|wartung|instandhaltung|reparatur(?:en)?|montage(?:n)?|installation|beratung|berater\w*|planung|vermietung|ingenieurbüro\w*",
        "zh": r"服务商|服务|维修|安装|维护|保养|咨询|设计|施工|检测|租赁|修理|改造|承接|承包",
        "en": r"service providers?|services?|servicing|maintenance|repair\w*|installation|consult\w+|engineering office|rental",
    },
    "research": {
        "de": r"forschungs(?:institut\w*|einrichtung\w*|partner\w*)|institut\w*|hochschule\w*|universität\w*|forschung(?: und entwicklung)?",
        "zh": r"科研机构|科研院所|研究院|研究所|大学|高校|科研|研究开发|研发",
        "en": r"research (?:institutes?|organi[sz]ations?|partners?)|universit(?:y|ies)|institutes?|research(?: and development)?|r&d",
    },
    "buyer": {
        "de": r"abnehmer\w*|käufer\w*|einkäufer\w*|kund(?:e|en)|auftraggeber\w*",
        "zh": r"采购商|买家|客户|采购方|买方|收购商",
        "en": r"buyers?|purchasers?|customers?|clients?",
    },
}

NEGATION = {
    "de": r"\b(?:keine[mnrs]?|kein|nicht|ohne|außer|ausser|ausgenommen|mit ausnahme (?:von|der|des)|weder|noch|nie|bitte keine[nrs]?|unerwünscht)\b",
    "zh": r"不含|不包括|不包含|不得|除外|(?<![拆清去消删扣解排免破铲根废切剔驱])除(?=[^,，。；;：:]{1,40}(?:以外|之外|外))|不涉及|不从事|不经营|谢绝|禁止|严禁|不需要|不要|无需|(?<!除)非(?!标|织|晶|编织|编|团聚|耐火|专|住宅|农业|酒精|处方|机织|电力|电|银行|寿险|人寿|危险|全日|营利|金属|铁|机动|遗|常|洲|油炸|凡|公路|开挖|处方)|无(?!锡|纺|缝|铅|线|人|水|油|菌|尘|氧|机|损|级|刷|毒|极|烟|氟|卤|害|糖|醇|氯|碱|土|轴|框|杆|胶|磷|硫|源|障|梭|皂|梗|籽)",
    "en": r"\b(?:no|not|without|except(?:ing)?(?: for)?|excluding|exclusive of|other than|never|neither|nor|free of|free from|apart from|do not want)\b",
}
"""Chinese 非, 无 and 除 stand in many words that negate nothing of the trade (无缝钢管, 非标设备, 除尘器); those are carved out."""

NEGATION_ENDS = {
    "de": r"[.;:!?()\n]|,\s*(?:sondern|aber|jedoch|wir|und zwar|nur)|\b(?:sondern|aber|jedoch|doch)\b",
    "zh": r"[。；;：:！!？?（）()\n]|[,，]",
    "en": r"[.;:!?()\n]|,\s*(?:but|only|we|rather|just)|\b(?:but|only|rather|instead)\b",
}
NEGATING_TAILS = {
    "de": r"(?<=\w)(?:frei(?:e[mnrs]?)?|los(?:e[mnrs]?)?)\b",
    "zh": r"除外",
    "en": r"(?<=\w)[- ]?free\b|(?<=\w)less\b",
}
"""Written behind what they negate: bleifrei, 危险品除外, lead-free."""

STOP = {
    "de": frozenset(
        ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem", "einen", "und", "oder", "sowie", "wir", "ich", "sie", "uns", "unser", "unsere", "unseren", "unserer", "ihr", "ihre", "für", "mit", "von", "vom", "zu", "zum", "zur", "im", "in", "ins", "am", "an", "auf", "aus", "bei", "nach", "über", "unter", "durch", "als", "auch", "ist", "sind", "war", "werden", "wird", "wurde", "haben", "hat", "zwischen", "inklusive", "inkl", "bis", "bzw", "etc", "alle", "aller", "allem", "jede", "jeder", "jedes", "suchen", "suche", "sucht", "gesucht", "bieten", "biete", "bietet", "brauchen", "braucht", "benötigen", "benötigt", "firma", "firmen", "unternehmen", "gmbh", "ag", "kg", "co", "sowie", "dabei", "davon", "welche", "welcher", "wer", "was", "wie", "wo", "es", "er", "so", "dass", "damit", "mehr", "sehr", "art", "arten", "bereich", "bereiche", "gute", "guter", "gutes", "neue", "neuer", "neuen", "partner", "lieferant", "lieferanten", "hersteller", "händler", "seit", "jahr", "jahre", "gern", "möchten", "möchte", "wollen", "will", "können", "kann", "soll", "sollen", "zb", "insbesondere", "hier", "dort", "nur", "noch", "per", "pro", "je", "nicht", "keine", "kein", "ohne", "außer"]
    ),
    "en": frozenset(
        ["a", "an", "the", "and", "or", "of", "for", "with", "from", "in", "on", "at", "to", "by", "as", "is", "are", "was", "were", "be", "been", "we", "i", "our", "us", "you", "your", "they", "their", "it", "its", "this", "that", "these", "those", "which", "who", "what", "looking", "look", "for", "seeking", "seek", "need", "needs", "want", "wants", "offer", "offers", "offering", "provide", "provides", "company", "companies", "ltd", "co", "inc", "limited", "corporation", "also", "any", "all", "each", "more", "most", "such", "including", "include", "includes", "etc", "than", "very", "good", "new", "high", "quality", "supplier", "suppliers", "maker", "makers", "manufacturer", "manufacturers", "partner", "partners", "please", "can", "could", "would", "will", "should", "may", "not", "no", "without", "into", "over", "under", "between", "through", "per", "their", "other", "than", "but", "only"]
    ),
    "zh": frozenset(
        ["的", "了", "和", "与", "及", "或", "等", "在", "为", "是", "有", "我", "们", "你", "您", "他", "它", "这", "那", "个", "一", "也", "都", "并", "以", "对", "于", "由", "从", "到", "把", "被", "让", "给", "向", "其", "各", "该", "本", "此", "请", "将", "能", "可", "会", "要", "想", "找", "我们", "公司", "有限", "企业", "本公司", "我司", "以及", "各种", "各类", "等等", "寻求", "寻找", "提供", "需要"]
    ),
}

BOILERPLATE = (
    r"[(（]?\s*(?:以上|上述)?(?:项目|范围|经营项目)?[^。；;()（）]{0,24}依法须经批准的项目[^。；;()（）]*(?:经营活动|经营)?\s*[)）]?",
    r"(?:法律|法令)、?(?:行政)?法规[^。；;]{0,80}(?:不得经营|许可|审批|批准|除外|方可经营|自主选择经营)[^。；;]*",
    r"国家(?:限定|限制|禁止|法律|有专项|专营|明令)[^。；;，,()（）]{0,40}(?:除外|商品|技术|规定)",
    r"[(（]?凭[^。；;()（）]{0,30}(?:许可证|资质证|证书|批文)[^。；;()（）]{0,20}经营?\s*[)）]?",
    r"许可(?:经营)?项目\s*[：:]?|一般(?:经营)?项目\s*[：:]?|经营范围\s*[：:]?|兼营\s*[：:]|主营\s*[：:]",
    r"[(（][^()（）]{0,40}(?:许可证|有效期|资质|审批|批准|分支机构|不含国家|涉及许可|专项规定|除外)[^()（）]{0,60}[)）]",
    r"(?:有效期|期限)[^。；;，,]{0,30}",
    r"\*+|〓",
)
"""Phrases of Chinese registers that say what the law says, not what the company does."""


NAMES_NOTHING = frozenset("厂家 制造商 生产商 生产厂家 供应商 生产企业 工厂 企业 公司 厂商 经销商 代理商 贸易商 采购商 买家 客户".split())
"""Chinese role words that say whom one looks for, not what."""
