"""Words that several trades use: the other words of the text decide what is meant."""

import pytest

from kontor_core.search.analysis import analyse
from kontor_core.thesaurus.index import JOIN, LabelIndex

CASES = [
    ("Monitor, Tastatur und Notebook", "notebook", "notebook-computer"),
    ("笔记本、信封、笔和纸张印刷", "笔记本", "writing-pad"),
    ("笔记本、显示器、键盘", "笔记本", "notebook-computer"),
    ("汽车座椅、安全带、安全气囊", "安全带", "seat-belt"),
    ("脚手架、安全绳、安全带,建筑工程", "安全带", "safety-harness"),
    ("Gerüst, Leiter und Sicherheitsgurt", "sicherheit gurt", "safety-harness"),
    ("橱柜板、中纤板、防火板、家具", "防火板", "decorative-laminate"),
    ("防火门、防火板、石膏板隔墙", "防火板", "fire-protection-board"),
    ("API, Tabletten und Arzneimittel", "api", "api"),
    ("Softwareentwicklung, Datenbank und API", "api", "middleware"),
    ("Motor mit Frequenzumrichter und Getriebe", "motor", "electric-motor"),
    ("Motor, Kolben und Kurbelwelle", "motor", "combustion-engine"),
    ("帐篷、露营用品、头灯", "头灯", "head-torch"),
    ("汽车尾灯、头灯、保险杠", "头灯", "headlight"),
    ("船舶、船用发动机、螺旋桨", "螺旋桨", "ship-propeller"),
    ("无人机、螺旋桨", "螺旋桨", "drone-part"),
    ("片剂、胶囊、气雾剂,药品生产", "气雾剂", "medicinal-spray"),
    ("Kondensator, Leiterplatte und Netzteil", "kondensator", "capacitor"),
    ("Kondensator, Kälteanlage und Wärmetauscher", "kondensator", "refrigerant-condenser"),
    ("法兰、管材、焊接、不锈钢", "管材", "metal-tube"),
    ("塑料、管材、给水工程", "管材", "plastic-pipe"),
    ("车刀、刀片、硬质合金、机械加工", "刀片", "indexable-insert"),
    ("Sicherung, Schaltschrank und Elektroinstallation", "sicherung", "fuse"),
]


@pytest.mark.parametrize(("text", "label", "expected"), CASES)
def test_the_rest_of_the_text_chooses_the_meaning(labels: LabelIndex, text: str, label: str, expected: str) -> None:
    found = [s.mention for s in analyse(labels, text).statements if s.mention.key.replace(JOIN, " ") == label]
    assert [labels.thesaurus.concepts[mention.concept].id for mention in found] == [expected]
