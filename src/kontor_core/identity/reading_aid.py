"""A reading aid for a company's name in the other script: brand, trade, legal form, place.

Never a translation and never a registered name: whoever shows it has to say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Legal forms at the end of a Chinese name -> German, English. Longest first when matching.
CHINESE_FORMS = {
    "股份有限公司": ("AG", "joint-stock company"),
    "有限责任公司": ("GmbH", "limited company"),
    "集团有限公司": ("Gruppe, GmbH", "group, limited company"),
    "有限公司": ("GmbH", "limited company"),
    "集团": ("Gruppe", "group"),
    "研究院": ("Forschungsinstitut", "research institute"),
    "研究所": ("Forschungsinstitut", "research institute"),
    "研究中心": ("Forschungszentrum", "research centre"),
    "协会": ("Verband", "association"),
    "商会": ("Kammer", "chamber"),
    "俱乐部": ("Verein", "club"),
    "职业技术学院": ("Berufshochschule", "vocational college"),
    "大学": ("Universität", "university"),
    "产业园": ("Industriepark", "industrial park"),
    "工业园": ("Industriepark", "industrial park"),
    "合作社": ("Genossenschaft", "cooperative"),
    "经营部": ("Handelsgeschäft", "trading business"),
    "商行": ("Handelshaus", "trading house"),
    "加工厂": ("Verarbeitungsbetrieb", "processing plant"),
    "铸造厂": ("Gießerei", "foundry"),
    "厂": ("Fabrik", "factory"),
    "局": ("Amt", "office"),
}
# Words of names that are no keywords of a trade -> German, English.
CHINESE_NAME_WORDS = {
    "科技": ("Technik", "technology"),
    "技术": ("Technik", "technology"),
    "实业": ("Unternehmen", "enterprise"),
    "工业": ("Industrie", "industry"),
    "五金": ("Metallwaren", "metalware"),
    "精密": ("Präzision", "precision"),
    "机械": ("Maschinen", "machinery"),
    "制造": ("Herstellung", "manufacturing"),
    "制品": ("Erzeugnisse", "products"),
    "贸易": ("Handel", "trade"),
    "进出口": ("Im- und Export", "import and export"),
    "国际": ("international", "international"),
    "智能": ("intelligente Technik", "smart technology"),
    "设备": ("Anlagen", "equipment"),
    "材料": ("Werkstoffe", "materials"),
    "电子": ("Elektronik", "electronics"),
    "电器": ("Elektrogeräte", "electrical appliances"),
    "塑料": ("Kunststoffe", "plastics"),
    "塑胶": ("Kunststoffe", "plastics"),
    "模具": ("Formenbau", "moulds"),
    "铝业": ("Aluminium", "aluminium"),
    "汽车": ("Automobil", "automotive"),
    "环保": ("Umwelttechnik", "environmental technology"),
    "新能源": ("neue Energien", "new energy"),
    "物流": ("Logistik", "logistics"),
    "供应链": ("Lieferketten", "supply chain"),
    "食品": ("Lebensmittel", "food"),
    "家具": ("Möbel", "furniture"),
    "陶瓷": ("Keramik", "ceramics"),
    "纺织": ("Textil", "textiles"),
    "服装": ("Bekleidung", "clothing"),
    "生物": ("Bio", "bio"),
    "医疗": ("Medizin", "medical"),
    "医药": ("Pharma", "pharmaceuticals"),
    "化工": ("Chemie", "chemicals"),
    "建材": ("Baustoffe", "building materials"),
    "咨询": ("Beratung", "consulting"),
    "服务": ("Dienstleistungen", "services"),
    "投资": ("Investition", "investment"),
    "文化": ("Kultur", "culture"),
    "体育": ("Sport", "sport"),
    "软件": ("Software", "software"),
    "信息": ("Information", "information"),
}
PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 中国"
).split()
PLACE_ENDINGS = ("自治区", "高新区", "新区", "省", "市", "区", "县", "镇")
# Legal forms at the end of a German name -> Chinese.
GERMAN_FORMS = {
    "GmbH & Co. KG": "有限合伙企业",
    "GmbH & Co. KGaA": "股份两合公司",
    "gGmbH": "公益有限责任公司",
    "GmbH": "有限责任公司",
    "UG (haftungsbeschränkt)": "有限责任公司",
    "UG": "有限责任公司",
    "AG": "股份公司",
    "SE": "欧洲股份公司",
    "KGaA": "股份两合公司",
    "KG": "两合公司",
    "OHG": "普通合伙企业",
    "GbR": "民事合伙",
    "eG": "合作社",
    "e.V.": "注册协会",
    "e. V.": "注册协会",
    "e.K.": "个体商户",
    "e. K.": "个体商户",
}
MOST_LABELS = 3
HAN = re.compile(r"[\u3400-\u9fff]")

Gloss = tuple[int, int, str]


def reading_aid(name: str, reader: str, glosses: Sequence[Gloss], places: Sequence[tuple[str, str]]) -> str:
    """Brand in the reader's letters, trade, legal form, and the place in brackets.

    Args:
        name: the registered name, Chinese or in Latin letters.
        reader: `de`, `zh` or `en`.
        glosses: (start, end, label in the reader's language) of the terms known in the name.
        places: (place as it is written in names, place for the reader), the wider one first.
    """
    shown = [label for _written, label in places]
    if HAN.search(name):
        parts = _chinese(name, 0 if reader == "de" else 1, glosses, places)
        return " · ".join(parts) + (f" ({', '.join(shown)})" if shown else "")
    parts = _latin(name, glosses)
    return " · ".join(parts) + (f"（{''.join(shown)}）" if shown else "")


def _chinese(name: str, column: int, glosses: Sequence[Gloss], places: Sequence[tuple[str, str]]) -> list[str]:
    plain = re.sub(r"[（(][^）)]*[）)]", "", name)
    if plain != name:
        # A bracket shifts every position behind it: the terms of the name words still hold.
        glosses = ()
    form = max((form for form in CHINESE_FORMS if plain.endswith(form)), key=len, default="")
    start = _after_places(plain, [written for written, _label in places])
    end = len(plain) - len(form)
    parts = _words(plain, start, end, column, glosses)
    return parts + ([CHINESE_FORMS[form][column]] if form else [])


def _after_places(name: str, written: Sequence[str]) -> int:
    start = 0
    for place in (*PROVINCES, *written):
        bare = place.rstrip("省市区县镇")
        for known in (place, bare):
            if known and name.startswith(known, start):
                start += len(known)
                start += next((len(ending) for ending in PLACE_ENDINGS if name.startswith(ending, start)), 0)
                break
    return start


def _words(name: str, start: int, end: int, column: int, glosses: Sequence[Gloss]) -> list[str]:
    """Brand and trade of name[start:end]; what is no known word becomes pinyin, once, as the brand."""
    spans = {begin: (stop, label) for begin, stop, label in glosses if start < begin and stop <= end}
    brand, labels, unknown = "", [], ""
    position = start
    while position < end:
        word = next((word for word in CHINESE_NAME_WORDS if name.startswith(word, position) and position > start), "")
        stop, label = spans.get(position, (position + len(word), CHINESE_NAME_WORDS[word][column] if word else ""))
        if label and stop > position:
            labels.append(label)
            position = stop
            brand = brand or unknown
        else:
            unknown += name[position]
            position += 1
    brand = brand or unknown
    found = [_pinyin(brand)] if brand else []
    return found + list(dict.fromkeys(labels))[:MOST_LABELS]


def _pinyin(text: str) -> str:
    # Imported late: pypinyin takes 57 MB.
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text, v_to_u=True)).capitalize()


def _latin(name: str, glosses: Sequence[Gloss]) -> list[str]:
    form = max((form for form in GERMAN_FORMS if name.endswith(f" {form}")), key=len, default="")
    end = len(name) - len(form)
    labels = list(dict.fromkeys(label for begin, stop, label in glosses if stop <= end))[:MOST_LABELS]
    first = min((begin for begin, stop, _label in glosses if stop <= end), default=end)
    brand = name[:first].strip() or name[:end].strip()
    return [brand, *labels, *([GERMAN_FORMS[form]] if form else [])]
