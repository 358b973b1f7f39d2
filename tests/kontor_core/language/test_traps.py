"""Known public failures of search across German, Chinese and English: what must not be read into a word."""

from __future__ import annotations

import time

import pytest

from kontor_core.search.analysis import analyse
from kontor_core.text import normalise
from kontor_core.thesaurus.index import LabelIndex
from kontor_core.translation.model import parts_of


def named(labels: LabelIndex, text: str, language: str | None = None) -> set[str]:
    return {labels.thesaurus.concepts[c].id for s in analyse(labels, text, language).statements if not s.is_negated for c, _ in s.mention.meanings}


@pytest.mark.parametrize(
    ("text", "trap", "wrong"),
    [
        ("紧固件", "固件", "firmware"),  # firmware in a fastener
        ("经典家具", "景点", "scenic-area"),  # classic sounds like a sight
        ("国家具有优势的阀门", "家具", "furniture"),  # the state has, no furniture
        ("设计服务", "计算机", "computer"),
        ("Schwein", "Wein", "wine"),
        ("Müllabfuhr", "Mull", "gauze"),
        ("Müller", "Mull", "gauze"),
        ("Messer", "Messe", "trade-fair"),
        ("Lederlenkrad", "LED", "led-component"),
        ("Reisebüro", "Reis", "rice-milled"),
        ("Gießerei", "Ei", "egg"),
        ("Handschuhe", "Schuhe", "footwear"),
        ("Konzert", "Erz", "ore"),
        ("Spielzeug", "Ziege", "goat"),
    ],
)
def test_nothing_is_read_across_the_border_of_words(labels: LabelIndex, text: str, trap: str, wrong: str) -> None:
    assert wrong in labels.thesaurus.by_id
    assert wrong not in named(labels, text)
    assert wrong in named(labels, trap)  # a trap that snaps


def test_a_piece_that_no_lexicon_knows_is_not_invented(labels: LabelIndex) -> None:
    assert not {"zeh", "zehe"} & set(parts_of(labels, "kurzehose", "de"))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("非织造布", "nonwoven", "weaving"),
        ("紧固件", "fastener", "firmware"),
        ("安装简单的阀门", "valve", "installation-service"),
        ("Werkzeugmaschine", "machine-tool", "tool"),
        ("Handschuhe", "glove", "footwear"),
        ("Wasserhahn", "tap", "poultry"),
        ("Lautsprecher", "loudspeaker", "interpreting"),
    ],
)
def test_the_whole_word_and_not_its_pieces(labels: LabelIndex, text: str, right: str, wrong: str) -> None:
    found = named(labels, text)
    assert right in found
    assert wrong not in found


def test_a_nonwoven_and_a_woven_share_no_whole_word(labels: LabelIndex) -> None:
    assert "织造" in parts_of(labels, "织造布", "zh")
    assert "织造" not in parts_of(labels, "非织造布", "zh")


@pytest.mark.parametrize(("one", "other"), [("鋁合金壓鑄件", "铝合金压铸件"), ("塑膠齒輪", "塑胶齿轮"), ("螢光燈", "荧光灯"), ("項鍊", "项链"), ("電銲機", "电焊机"), ("矽鋼片", "硅钢片"), ("傢具", "家具"), ("黏膠劑", "粘胶剂")])
def test_traditional_is_simplified_in_query_and_text(labels: LabelIndex, one: str, other: str) -> None:
    assert normalise(one).text == normalise(other).text
    assert named(labels, one) == named(labels, other)


TRADITIONAL = "鋁鑄鐵鋼銅鋅錫鉛鎂鈦鎳鎢焊鏽鑽銑鍛鍍鏈鎖釘鉤輪軸軋轉輸機電氣閥門開關壓縮彈絲線織紡綢緞繩網紙膠樹樑傢櫃臺燈爐熱煉燒牆磚礦礎醫療藥劑鹽鹼麵飯飲餅雞魚蝦豬貓馬車軌飛艙貨貿買賣購銷業產廠製裝備儀錶鐘鏡顯腦軟體纖維綿襪褲傘裡後衛啟並煙薑錘鉗鋸鉚鋪鋰鋯鈣鈉鉀"
SIMPLIFIED = "铝铸铁钢铜锌锡铅镁钛镍钨焊锈钻铣锻镀链锁钉钩轮轴轧转输机电气阀门开关压缩弹丝线织纺绸缎绳网纸胶树梁家柜台灯炉热炼烧墙砖矿础医疗药剂盐碱面饭饮饼鸡鱼虾猪猫马车轨飞舱货贸买卖购销业产厂制装备仪表钟镜显脑软体纤维绵袜裤伞里后卫启并烟姜锤钳锯铆铺锂锆钙钠钾"


def test_characters_of_the_trade_have_one_form() -> None:
    assert len(TRADITIONAL) > 100
    assert normalise(TRADITIONAL).text == SIMPLIFIED


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("EN AW-6063", "grade-en-aw-6063"), ("6061铝合金", "grade-en-aw-6061"), ("1.4301", "grade-1-4301"), ("06Cr19Ni10", "grade-1-4301"), ("ADC12压铸", "grade-alsi11cu2-fe"),
        ("IP67连接器", "std-ip67"), ("DIN EN ISO 9001", "std-iso-9001"), ("C45", "grade-c45e"), ("X5CrNi18-10", "grade-1-4301"),
    ],
)
def test_grades_and_standards_are_found(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept in named(labels, text)


@pytest.mark.parametrize(("text", "concept"), [("6061000铝合金", "grade-en-aw-6061"), ("16061铝合金", "grade-en-aw-6061"), ("IP670", "std-ip67"), ("1.43010", "grade-1-4301"), ("ADC120", "grade-alsi11cu2-fe")])
def test_a_longer_number_is_another(labels: LabelIndex, text: str, concept: str) -> None:
    assert concept not in named(labels, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("金属、塑料制品的加工", {"metal-goods", "plastic-product"}),
        ("铝、铜压铸件", {"aluminium-die-cast-part", "copper-alloy-die-casting"}),
        ("汽车、摩托车零部件", {"automotive-part", "motorcycle-part"}),
        ("五金、塑料、橡胶制品", {"metal-goods", "plastic-product", "rubber-product"}),
        ("冷、热轧钢板", {"cold-rolled-sheet", "hot-rolled-sheet"}),
        ("金属和塑料制品", {"metal-goods", "plastic-product"}),
        ("valve and pump housings", {"valve-body-casting", "pump-housing-casting"}),
        ("aluminium and zinc die casting", {"aluminium-die-casting", "zinc-die-casting"}),
        ("进出口", {"import-export-trade"}),
    ],
)
def test_a_shared_head_belongs_to_every_item(labels: LabelIndex, text: str, expected: set[str]) -> None:
    assert named(labels, text) >= expected


@pytest.mark.parametrize(("text", "right", "wrong"), [("汽车、汽车配件", "automobile", ""), ("钢管、铜管", "steel-tube", ""), ("valves and pump housings", "valve", "valve-body-casting"), ("线材、连接器、线束加工", "connector", "cable-assembly-service")])
def test_things_of_their_own_take_no_head(labels: LabelIndex, text: str, right: str, wrong: str) -> None:
    first = [labels.thesaurus.concepts[s.mention.concept].id for s in analyse(labels, text).statements]
    assert right in first
    assert wrong not in first


@pytest.mark.parametrize(
    "text",
    [
        "(依法须经批准的项目，经相关部门批准后方可开展经营活动)", "经营本企业生产所需的原辅材料、仪器仪表、机械设备、零配件及技术的进口业务", "经国务院银行业监督管理机构批准的其他业务",
        "具体经营项目以审批部门批准的为准", "持有效审批证件经营", "除国家专控产品", "以下空白", "法律、法规允许的",
    ],
)
def test_what_many_registers_say_names_nothing_and_is_not_searched(labels: LabelIndex, text: str) -> None:
    found = analyse(labels, f"阀门制造；{text}", "zh")
    assert found.read.rstrip(" ；;") == "阀门制造"
    assert {s.mention.key for s in found.statements} <= {"阀门", "制造", "阀门制造"}


def test_long_lists_are_read_in_time(labels: LabelIndex) -> None:
    started = time.process_time()
    analyse(labels, "Sendeapparate ohne eingebauten Empfang, " + "Fernsehkameras, Videokamera-Rekorder, Digitalkameras, " * 40)
    analyse(labels, "塑料、" * 2000 + "制品")
    analyse(labels, "a-, " * 3000 + "Teile")
    assert time.process_time() - started < 10
