"""Words for what is done with a thing, and how labels call it beside the thing: repair of pumps is pump repair, Bagger vermieten is Baggervermietung.

A table: read it in the language it is for.
"""

from __future__ import annotations

_DE = {
    "reparatur|reparaturen|reparieren|repariert|reparierten|instandsetzen|instandsetzung|instandgesetzt": "reparatur instandsetzung",
    "überholen|überholung|überholt": "reparatur überholung instandsetzung",
    "wartung|wartungen|warten|wartet|gewartet|instandhaltung|instandhalten|service|betreuung": "wartung instandhaltung",
    "montage|montagen|montieren|montiert|einbau|einbauen|eingebaut|installation|installieren|installiert|aufbau|aufstellung": "montage einbau installation",
    "vermietung|vermieten|vermietet|verleih|verleihen|verleiht|miete": "vermietung verleih miete",
    "prüfung|prüfungen|prüfen|prüft|geprüft": "prüfung",
    "kalibrierung|kalibrieren|kalibriert": "kalibrierung",
    "bau|bauen|baut|errichtung|errichten": "bau",
    "entwicklung|entwickeln|entwickelt|programmierung|programmieren": "entwicklung programmierung",
    "reinigung|reinigen|reinigt": "reinigung",
    "entsorgung|entsorgen|entsorgt": "entsorgung",
    "recycling|verwertung|verwerten|recyceln|rückgewinnung|aufbereitung|aufbereiten": "recycling verwertung aufbereitung",
    "anbau|anbauen|züchten|zucht|haltung|aufzucht": "anbau zucht haltung",
    "verarbeitung|verarbeiten|verarbeitet|bearbeitung|bearbeiten|bearbeitet": "verarbeitung bearbeitung",
    "transport|transporte|transportieren|transportiert|beförderung": "transport",
    "lagerung|lagern|lagert|einlagerung": "lagerung",
    "schulung|schulungen|ausbildung|lehrgang|lehrgänge": "schulung ausbildung",
    "wickeln|wickelt|wicklung|neuwicklung": "wicklung wickeln",
    "drucken|druckt|bedrucken|bedruckt|druck": "druck",
    "besticken|bestickt|sticken": "stickerei",
    "schleifen|nachschleifen|schärfen|schleift": "schleifen schärfen",
    "gravieren|gravur|gravuren": "gravur",
    "sanierung|sanieren|saniert|renovierung|renovieren": "sanierung renovierung",
    "vermessung|vermessen": "vermessung",
    "beschichtung|beschichten|beschichtet": "beschichtung",
    "lackierung|lackieren|lackiert": "lackierung",
    "verlegung|verlegen|verlegt": "verlegung",
    "zerlegung|zerlegen|demontage": "zerlegung demontage",
}
_EN = {
    "repair|repairs|repaired|repairing|overhaul|overhauls|overhauling": "repair",
    "service|services|servicing|serviced|maintain|maintains|maintaining|maintenance": "maintenance service servicing",
    "install|installs|installed|installing|installation|fit|fits|fitted|fitting": "installation fitting",
    "rent|rents|rental|hire|hires|hiring|lease|leasing|letting": "rental hire",
    "test|tests|testing": "testing",
    "calibrate|calibrates|calibrated|calibrating|calibration": "calibration",
    "clean|cleans|cleaning": "cleaning",
    "develop|develops|developing|development": "development",
    "build|builds|building|construction": "construction building",
    "recycle|recycles|recycling": "recycling",
    "process|processes|processing": "processing",
    "cut|cuts|cutting": "cutting",
    "grow|grows|growing": "growing cultivation",
    "breed|breeds|breeding": "breeding farming",
    "print|prints|printing": "printing",
    "rewind|rewinds|rewinding": "rewinding",
    "coat|coats|coating": "coating",
    "transport|transports|transporting|haulage": "transport haulage",
    "storage|storing|store|stores": "storage",
    "train|trains|training": "training",
    "refurbish|refurbishes|refurbishing|refurbishment|retrofit|retrofits|retrofitting": "refurbishment retrofit retrofitting",
    "inspect|inspects|inspecting|inspection": "inspection",
    "weld|welds": "welding",
    "machine|machines": "machining",
    "polish|polishes": "polishing",
    "disinfection|disinfect": "disinfection",
    "treatment|treat|treats": "treatment",
    "programme|programming|program": "programming",
    "laying|lay|lays": "laying",
}
_ZH = {
    "维修": "维修 修理 维修保养", "修理": "修理 维修", "维护": "维护 维修", "保养": "保养 维修", "安装": "安装", "租赁": "租赁 出租", "出租": "租赁 出租", "检测": "检测", "检验": "检验 检测", "施工": "施工", "回收": "回收",
    "设计": "设计", "开发": "开发 设计", "印刷": "印刷", "染色": "染色", "织造": "织造", "清洗": "清洗", "改造": "改造", "加工": "加工", "种植": "种植", "养殖": "养殖", "繁育": "繁育 养殖", "运输": "运输", "配送": "配送", "仓储": "仓储",
    "翻新": "翻新 维修", "打样": "打样", "调试": "调试 安装", "培训": "培训",
}


def _spread(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(names.split()) for words, names in table.items() for word in words.split("|")}


ACTS = {"de": _spread(_DE), "en": _spread(_EN), "zh": _spread(_ZH)}
"""By language: a word of an act to how labels call it."""
OF = {
    "de": r"(?:\s*(?:,|/|&|und|sowie|oder)\s*[\w-]+){0,4}\s+(?:von|der|des|für|an)\s+(?:(?!und\b|oder\b)[\w-]+\s+){0,2}?",
    "en": r"(?:\s*(?:,|/|&|and|or)\s*[\w-]+){0,4}\s+(?:of|for)\s+(?:(?!and\b|or\b)[\w-]+\s+){0,2}?",
}
"""Between the noun of an act and the thing it is done with."""
OBJECT = {
    "de": r"\s+(?:(?:und|sowie)\s+[\w-]+\s+)?(?:(?:wir|sie|auch|ihre[nr]?|alle|neue|alte|gebrauchte|defekte)\s+){0,3}",
    "en": r"\s+(?:and\s+[\w-]+\s+)?(?:(?:the|all|any|your|our|their|new|old|used|industrial|commercial|domestic|large|small)\s+){0,2}",
}
"""Between a verb and the thing behind it."""
AFTER = {"de": r"\s+(?:zu\s+|zum\s+|[\w-]+\s+und\s+)?", "en": r"\s+(?:[\w-]+\s+(?:and|&)\s+)?"}
"""Between a thing and the verb behind it."""
LISTED = {"de": r"\s*(?:,|/|&|und|sowie|oder)\s+(?:[\w-]+\s+)?", "en": r"\s*(?:,|/|&|and|or|as well as)\s*(?:and\s+)?(?:[\w-]+\s+)?", "zh": r"、|和|与|及|以及|或|/"}
"""Between one thing of a list and the next."""
ALSO_ZH = ("制作", "制造", "生产", "销售", "研发", "批发", "零售", "开发", "组装", "改装", "拆除", "更换")
"""What may stand in a list of acts without making a label."""
BARE_HEADS = frozenset("anlage system geraet maschine produkt teil element ware artikel equipment machine product part unit".split())
"""Heads that labels leave out beside an act: Photovoltaikmontage is done with Photovoltaikanlagen."""
ANY = {"de": ("maschinen", "anlagen"), "en": ("machine", "equipment"), "zh": ("设备", "机械设备")}
"""What every machine is called where no label names it with the act."""
