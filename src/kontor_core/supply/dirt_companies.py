"""Invented companies and persons for the dirt generator."""

from __future__ import annotations

import random

from kontor_core.identity.identifiers import USCC, check

_CHARACTERS = "宏亮华创明辉远驰桂力中天金悦恒峰宝通瑞声汇通利华环宇永欣康达立新铭光万嘉顺泰捷鸿德龙鼎丰耀星凯博"
_TRADES = (("五金制品", "五金制品、金属冲压件的生产、销售"), ("铝业", "铝型材、铝合金压铸件的制造、加工"), ("模具", "塑料模具、压铸模具的设计、制造"), ("陶瓷", "生产、销售：建筑陶瓷，卫生洁具"), ("电子", "电子元件、线路板的生产、加工"), ("机械", "机械设备及配件制造、销售"), ("塑料制品", "塑料制品加工、销售；货物进出口"), ("纺织", "纺织品、针织服装的生产"), ("照明电器", "灯具、照明电器制造"), ("贸易", "批发、零售：建筑材料，五金交电"))
_CITIES = ("佛山", "台州", "德阳", "柳州", "洛阳", "汕头", "江门", "保定", "威海")
_REGIONS = {"佛山": "440606", "台州": "331002", "德阳": "510603", "柳州": "450203", "洛阳": "410303", "汕头": "440507", "江门": "440703", "保定": "130606", "威海": "371002"}
_SURNAMES = ("Huberth", "Kröllmann", "Schäferling", "Bräunig", "Weissgerb", "Zölling", "Maiwieser", "Pöltner", "Rauschbach", "Königsmüller", "Aigenhof", "Steigerwaldt")
_GERMAN_TRADES = (("Druckguss", "Herstellung von Druckgussteilen aus Aluminium und Zink", "24.53.0 Leichtmetallgießereien"), ("Maschinenbau", "Entwicklung und Fertigung von Sondermaschinen", "28.99.0 Herstellung von Maschinen"), ("Zerspanung", "Dreh- und Frästeile für Fahrzeuge, Lohnfertigung", "25.62.0 Mechanik"), ("Kunststofftechnik", "Spritzgussteile, Werkzeugbau", "22.29.0 Kunststoffwaren"), ("Elektrotechnik", "Schaltschränke, Kabelbäume; Montage", "27.12.0 Schaltanlagen"), ("Möbelwerk", "Büromöbel und Ladeneinrichtungen aus Holz", "31.01.2 Büromöbel"))
_GERMAN_CITIES = (("Ingolstadt", "Ingolstadt"), ("Nürnberg", "Nürnberg"), ("Köln", "Köln"), ("Chemnitz", "Chemnitz"), ("Göttingen", "Göttingen"), ("Wuppertal", "Wuppertal"))
_GIVEN_ZH = "建国志强秀兰桂英海燕丽娟伟东晓峰春梅玉珍"
_GIVEN_DE = ("Annegret", "Korbinian", "Friedlinde", "Hansjörg", "Leopoldine", "Volkmar")


def company(chance: random.Random, language: str, number: int) -> dict[str, str]:
    """Fields of one invented company; the number keeps names of one file apart."""
    return _chinese(chance, number) if language == "zh" else _german(chance, number)


def _chinese(chance: random.Random, number: int) -> dict[str, str]:
    city = chance.choice(_CITIES)
    trade, scope = chance.choice(_TRADES)
    first, second = _CHARACTERS[number % len(_CHARACTERS)], chance.choice(_CHARACTERS)
    third = _CHARACTERS[(number // len(_CHARACTERS) + 7) % len(_CHARACTERS)]
    return {
        "name": f"{city}市{first}{second}{third}{trade}有限公司",
        "identifier": credit_code(_REGIONS[city], f"{chance.randrange(10**9):09d}"),
        "scope": scope, "city": city, "address": f"{city}市工业路{chance.randint(1, 400)}号", "founded": f"{chance.randint(1985, 2024)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        "size": str(chance.randint(1, 900)), "industry_code": chance.choice(("3392", "3311", "3525", "3071", "2929")),
    }


def _german(chance: random.Random, number: int) -> dict[str, str]:
    city, court = chance.choice(_GERMAN_CITIES)
    trade, scope, code = chance.choice(_GERMAN_TRADES)
    form = chance.choice(("GmbH", "GmbH & Co. KG", "AG"))
    return {
        "name": f"{chance.choice(_SURNAMES)} {chr(65 + number % 26)}{chr(97 + number // 26 % 26)}nox {trade} {form}",
        "vat": vat_number(f"{chance.randint(10000000, 99999999)}"), "register_number": f"Amtsgericht {court} HRB {chance.randint(100, 99999)}",
        "scope": scope, "city": city, "address": f"Gewerbestraße {chance.randint(1, 90)}", "founded": str(chance.randint(1890, 2024)), "size": str(chance.randint(1, 900)), "industry_code": code,
    }


def credit_code(region: str, organisation: str) -> str:
    """A credit code whose check character fits; never one that ends with three zeros."""
    body = f"91{region}{organisation}"
    code = next(f"{body}{character}" for character in "0123456789ABCDEFGHJKLMNPQRTUWXY" if check(USCC, f"{body}{character}").is_valid or check(USCC, f"{body}{character}").state == "rounded")
    return code if not code.endswith("000") else credit_code(region, f"{int(organisation) + 1:09d}"[-9:])


def vat_number(digits: str) -> str:
    """A VAT number of eight digits and a check digit that fits."""
    from stdnum.iso7064 import mod_11_10

    return f"DE{digits}{mod_11_10.calc_check_digit(digits)}"


def spoilt_number(chance: random.Random, value: str, name: str) -> tuple[str, str]:
    """(a wrong number, code of the finding it has to give)."""
    if name == "identifier" and chance.random() < 0.4:
        digits = value if value.isdigit() else value[:17].replace("X", "1") + "1"
        return f"{float(digits):.5E}", "identifier-rounded"
    at = chance.randint(9, len(value) - 2)
    other = "7" if value[at] != "7" else "3"
    return value[:at] + other + value[at + 1 :], "identifier-check-digit" if name == "identifier" else "vat-check-digit"


def full_width(value: str) -> str:
    """Digits and capitals as Chinese keyboards write them."""
    return "".join(chr(ord(character) + 0xFEE0) if character.isascii() and character.isalnum() else character for character in value)


def person_name(chance: random.Random, language: str) -> str:
    """An invented name, long enough to be found again by mere search."""
    if language == "zh":
        return f"{chance.choice('欧阳上官司徒诸葛'.replace('', ' ').split())}{''.join(chance.sample(_GIVEN_ZH, 3))}"
    return f"{chance.choice(_GIVEN_DE)} von {chance.choice(_SURNAMES)}-{chance.choice(_GIVEN_DE)}"


def mobile(chance: random.Random, language: str) -> str:
    """A mobile number in one of the ways people write it."""
    if language == "zh":
        digits = f"1{chance.choice('35789')}{chance.randrange(10**9):09d}"
        return chance.choice((digits, f"{digits[:3]} {digits[3:7]} {digits[7:]}", f"{digits[:3]}-{digits[3:7]}-{digits[7:]}", f"+86 {digits}", full_width(digits), f"86-{digits}"))
    digits = f"{chance.randrange(10**7):07d}"
    return chance.choice((f"0171 {digits}", f"0160/{digits}", f"+49 151 1{digits}", f"+49 (0)172 {digits[:3]} {digits[3:]}", f"0049176 2{digits}", f"0152-3{digits}"))


def mailbox(chance: random.Random, language: str) -> str:
    """A mailbox of a person."""
    number = chance.randrange(10**6)
    return chance.choice((f"wang.xm{number}@qq.com", f"lm{number}@163.com")) if language == "zh" else chance.choice((f"korbinian.h{number}@firma-beispiel.de", f"k.h{number}@gmx.de"))


def identity_card(chance: random.Random) -> str:
    """An identity card number of the right build (its check digit is left to chance)."""
    return f"44060{chance.randint(1, 8)}19{chance.randint(50, 99)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}{chance.randrange(1000):03d}{chance.choice('0123456789X')}"


def secret(chance: random.Random, language: str) -> str:
    """Something personal that has to be masked in any column."""
    options = [mobile(chance, language), mailbox(chance, language)]
    if language == "zh":
        options.append(identity_card(chance))
    return chance.choice(options)


def person_cell(chance: random.Random, heading: str, language: str) -> str:
    """What stands in a column of persons."""
    if any(word in heading for word in ("手机", "电话", "微信", "Mobil", "Handy")):
        return mobile(chance, language)
    if "身份证" in heading:
        return identity_card(chance)
    return mailbox(chance, language) if "Mail" in heading else person_name(chance, language)
