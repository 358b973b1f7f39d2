"""Words of the command line's explanations in three languages. (The site has its own catalogues.)"""

from __future__ import annotations

_WORDS = {
    "de": {
        "understood": "Verstanden", "nothing-understood": "kein bekanntes Stichwort, Suche nach Wortteilen", "none": "keine Treffer",
        "you": "Sie", "they": "dort steht", "gist": "Bietet", "missing": "Nicht angegeben", "did-you-mean": "Meinten Sie: {}?",
        "group-register": "Aus dem Verzeichnis, unbestätigt", "group-with_contact": "Mit Ansprechpartner", "group-requests": "Gesuche",
        "group-possible_users": "Mögliche Abnehmer (aus der Branche geschlossen, kein Gesuch)",
        "link-exact": "passt genau", "link-narrower": "spezieller", "link-broader": "allgemeiner", "link-made-by": "so hergestellt", "link-process-of": "Verfahren dazu",
        "link-machine-for": "Maschine dafür", "link-material-of": "Werkstoff dafür", "link-part-of": "Bauteil davon", "link-used-in": "in dieser Branche verwendet",
        "link-related": "verwandt", "link-sibling": "ähnlich", "link-words": "gleiche Wörter", "link-code": "gleiche Branche",
    },
    "zh": {
        "understood": "已识别", "nothing-understood": "未识别到关键词，按字词查找", "none": "没有找到",
        "you": "您要", "they": "对方写的是", "gist": "主要业务", "missing": "未提及", "did-you-mean": "您是不是要找：{}？",
        "group-register": "来自企业名录，未经确认", "group-with_contact": "有联系人", "group-requests": "需求信息",
        "group-possible_users": "潜在客户（按行业推断，非求购信息）",
        "link-exact": "完全一致", "link-narrower": "更具体", "link-broader": "更宽泛", "link-made-by": "由该工艺制成", "link-process-of": "相关工艺",
        "link-machine-for": "相关设备", "link-material-of": "相关材料", "link-part-of": "相关部件", "link-used-in": "用于该行业",
        "link-related": "相关", "link-sibling": "同类相近", "link-words": "字词相同", "link-code": "同一行业",
    },
    "en": {
        "understood": "Understood", "nothing-understood": "no known keyword, searching by word parts", "none": "no hits",
        "you": "You", "they": "they write", "gist": "Offers", "missing": "Not stated", "did-you-mean": "Did you mean: {}?",
        "group-register": "From the register, unconfirmed", "group-with_contact": "With a contact", "group-requests": "Requests",
        "group-possible_users": "Possible customers (inferred from the trade, no request)",
        "link-exact": "fits exactly", "link-narrower": "more specific", "link-broader": "more general", "link-made-by": "made that way", "link-process-of": "process for it",
        "link-machine-for": "machine for it", "link-material-of": "material for it", "link-part-of": "component of it", "link-used-in": "used in this trade",
        "link-related": "related", "link-sibling": "similar", "link-words": "same words", "link-code": "same industry",
    },
}


def wording(language: str) -> dict[str, str]:
    """Key -> words of a language; English for languages that are not known."""
    return _WORDS.get(language, _WORDS["en"])
