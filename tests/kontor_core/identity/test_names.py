"""Names taken apart and made readable."""

from __future__ import annotations

import pytest

from kontor_core.identity import legal_forms
from kontor_core.identity.names import holds_person, parse
from kontor_core.identity.reading_aid import reading_aid
from kontor_core.language.pinyin import folded, spelled


@pytest.mark.parametrize(
    ("name", "places", "trade_name", "industry", "form", "branch"),
    [
        ("佛山市顺德区实现五金制品有限公司", ("佛山市", "顺德区"), "实现", "五金制品", "cn-llc", ""),
        ("佛山南海永昌彩印厂", ("佛山", "南海"), "永昌", "彩印", "cn-plant", ""),
        ("华创（佛山）技术有限公司", ("佛山",), "华创", "技术", "cn-llc", ""),
        ("汕头经济特区华建电子有限公司", ("汕头", "经济特区"), "华建", "电子", "cn-llc", ""),
        ("柳州市军工机械有限公司通用机械厂", ("柳州市",), "军工", "机械", "cn-llc", "通用机械厂"),
        ("佛山市汇通物流有限公司南海分公司", ("佛山市",), "汇通", "物流", "cn-llc", "南海分公司"),
        ("腾龙汽车附件制造厂（普通合伙）", (), "腾龙", "汽车附件", "cn-partnership", ""),
        ("廣東宏亮鋁業股份有限公司", ("广东",), "宏亮", "铝业", "cn-joint-stock", ""),
        ("超市", (), "超市", "", None, ""),
    ],
)
def test_chinese_names(name: str, places: tuple[str, ...], trade_name: str, industry: str, form: str | None, branch: str) -> None:
    found = parse(name)
    assert (found.places, found.trade_name, found.industry, found.form.code if found.form else None, found.branch) == (places, trade_name, industry, form, branch)


@pytest.mark.parametrize(
    ("name", "trade_name", "industry", "form"),
    [
        ("Müller Druckguss GmbH & Co. KG", "Müller", "Druckguss", "de-gmbh-co-kg"),
        ("Müller Druckguss G.m.b.H.", "Müller", "Druckguss", "de-gmbh"),
        ("Krüger Feinmechanik UG (haftungsbeschränkt)", "Krüger", "Feinmechanik", "de-ug"),
        ("Altmühl Metallbau e. K.", "Altmühl", "Metallbau", "de-ek"),
        ("Bauer & Co. OHG", "Bauer", "", "de-ohg"),
        ("Sauer Antriebstechnik Aktiengesellschaft", "Sauer", "Antriebstechnik", "de-ag"),
        ("Foshan Shunde Shixian Hardware Products Co., Ltd.", "Shixian", "Hardware Products", "xx-ltd"),
        ("AUDI AG", "AUDI", "", "de-ag"),
        ("Turnverein 1861 e.V.", "Turnverein 1861", "", "de-ev"),
    ],
)
def test_latin_names(name: str, trade_name: str, industry: str, form: str) -> None:
    found = parse(name)
    assert (found.trade_name, found.industry, found.form.code if found.form else None) == (trade_name, industry, form)


def test_the_reading_aid_of_the_design() -> None:
    assert reading_aid("佛山市顺德区实现五金制品有限公司", "de") == "Shixian · Metallwaren · GmbH (Foshan, Shunde)"
    assert reading_aid("佛山市顺德区实现五金制品有限公司", "zh") == ""
    assert reading_aid("Müller Druckguss GmbH", "zh") == "Müller · 压铸 · 有限责任公司"
    assert reading_aid("西安安泰贸易有限公司", "en") == "Antai · trading · Co., Ltd. (Xi'an)"


def test_the_reading_aid_asks_the_thesaurus_first() -> None:
    labels = {("五金制品", "de"): "Eisen- und Metallwaren"}
    assert reading_aid("佛山市实现五金制品有限公司", "de", lambda text, language: labels.get((text, language))) == "Shixian · Eisen- und Metallwaren · GmbH (Foshan)"


@pytest.mark.parametrize(
    ("name", "aid"),
    [
        ("Schnaittgau Fensterbau GmbH", "Schnaittgau · 门窗 · 有限责任公司"),
        # What the thesaurus does not know is not written a second time beside the name.
        ("Pegnitzau Solargestelle GmbH", "有限责任公司"),
        ("Sportkontaktstelle Donaubogen", ""),
        # Folded, für looks like fur.
        ("Zentrum für Fensterbau Lauterhöhe gGmbH", "Zentrum Lauterhöhe · 门窗 · 有限责任公司"),
        # A place outside China has no Chinese writing here.
        ("Roth Kabelwerke GmbH, Ingolstadt", "Roth · 电缆 · 有限责任公司"),
        ("Foshan Shixian Fensterbau GmbH", "Shixian · 门窗 · 有限责任公司（佛山）"),
    ],
)
def test_a_german_name_is_read_by_the_words_that_have_chinese(name: str, aid: str) -> None:
    labels = {"Fensterbau": "门窗", "Kabelwerke": "电缆", "für": "毛皮"}
    assert reading_aid(name, "zh", lambda text, _language: labels.get(text)) == aid


def test_pinyin_variants_fold_into_one() -> None:
    assert len({folded(text) for text in ("Lüyuan", "lvyuan", "Lyuyuan", spelled("绿源"))}) == 1
    assert len({folded(text) for text in ("Nüwa", "Nvwa", "Nyuwa", spelled("女娲"))}) == 1
    assert len({folded(text) for text in ("Müller", "Mueller", "Muller", "MÜLLER")}) == 1
    assert spelled("陕西") == "shaanxi" != spelled("山西")


@pytest.mark.parametrize(
    ("text", "code", "publication"),
    [
        ("个体工商户", "cn-individual", "hold"), ("个体户", "cn-individual", "hold"), ("个人独资企业", "cn-sole-proprietorship", "unless-person"), ("普通合伙", "cn-partnership", "unless-person"),
        ("有限责任公司(自然人投资或控股)", "cn-llc", "publish"), ("GmbH", "de-gmbh", "publish"), ("e.K.", "de-ek", "unless-person"), ("GbR", "de-gbr", "hold"), ("Einzelunternehmen", "de-sole", "hold"), ("Freiberufler", "de-freelancer", "hold"),
    ],
)
def test_legal_forms_of_a_column(text: str, code: str, publication: str) -> None:
    form = legal_forms.of_column(text)
    assert form is not None
    assert (form.code, form.publication) == (code, publication)


def test_a_blank_type_says_nothing() -> None:
    assert [legal_forms.of_column(text) for text in ("", "N/A", "-", "其他")] == [None] * 4


def test_persons_in_trade_names() -> None:
    assert holds_person(parse("Hans Huber e. K."))
    assert holds_person(parse("佛山市南海区王小明五金厂"))
    assert not holds_person(parse("Altmühl Metallbau e. K."))
    assert not holds_person(parse("佛山市南海区永昌五金厂"))


def test_every_form_reads_in_three_languages() -> None:
    for form in legal_forms.FORMS.values():
        assert all(form.reading(language) for language in ("de", "zh", "en"))
