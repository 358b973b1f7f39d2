"""Names of federal states and provinces, by ISO 3166-2 code, as far as member cities lie in them."""

from __future__ import annotations

from kontor.common.languages import page_language

# code: German, Chinese, English
REGIONS: dict[str, tuple[str, str, str]] = {
    "DE-BW": ("Baden-Württemberg", "巴登-符腾堡州", "Baden-Württemberg"),
    "DE-BY": ("Bayern", "巴伐利亚州", "Bavaria"),
    "DE-HE": ("Hessen", "黑森州", "Hesse"),
    "DE-HH": ("Hamburg", "汉堡州", "Hamburg"),
    "DE-NI": ("Niedersachsen", "下萨克森州", "Lower Saxony"),
    "DE-NW": ("Nordrhein-Westfalen", "北莱茵-威斯特法伦州", "North Rhine-Westphalia"),
    "DE-RP": ("Rheinland-Pfalz", "莱茵兰-普法尔茨州", "Rhineland-Palatinate"),
    "DE-SN": ("Sachsen", "萨克森州", "Saxony"),
    "CN-AH": ("Anhui", "安徽省", "Anhui"),
    "CN-GD": ("Guangdong", "广东省", "Guangdong"),
    "CN-GS": ("Gansu", "甘肃省", "Gansu"),
    "CN-GX": ("Guangxi", "广西壮族自治区", "Guangxi"),
    "CN-GZ": ("Guizhou", "贵州省", "Guizhou"),
    "CN-HA": ("Henan", "河南省", "Henan"),
    "CN-HE": ("Hebei", "河北省", "Hebei"),
    "CN-HN": ("Hunan", "湖南省", "Hunan"),
    "CN-JS": ("Jiangsu", "江苏省", "Jiangsu"),
    "CN-JX": ("Jiangxi", "江西省", "Jiangxi"),
    "CN-LN": ("Liaoning", "辽宁省", "Liaoning"),
    "CN-SC": ("Sichuan", "四川省", "Sichuan"),
    "CN-SD": ("Shandong", "山东省", "Shandong"),
    "CN-ZJ": ("Zhejiang", "浙江省", "Zhejiang"),
}


def region_name(code: str) -> str:
    """Name of a region in the language of the page; empty for a code that is not in the table."""
    names = REGIONS.get(code)
    return dict(zip(("de", "zh", "en"), names, strict=True))[page_language()] if names else ""
