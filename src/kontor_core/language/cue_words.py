"""Words that carry no meaning of the trade, phrases of registers, role words that name nothing. A table: read it in the language it is for."""

from __future__ import annotations

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
