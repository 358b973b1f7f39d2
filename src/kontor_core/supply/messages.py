"""The sentences of findings and triage, in German, Chinese and English. Short, concrete, polite; the next step is said; never an expected digit."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "identifier-check-digit": {
        "de": "Die Prüfziffer passt nicht zur Nummer. Bitte mit der Lizenz vergleichen.",
        "zh": "校验未通过，请对照营业执照核对",
        "en": "The check digit does not fit the number. Please compare it with the licence.",
    },
    "identifier-length": {
        "de": "Die Nummer hat nicht die richtige Länge. Bitte mit der Lizenz vergleichen.",
        "zh": "位数不正确，请对照营业执照核对",
        "en": "The number does not have the right length. Please compare it with the licence.",
    },
    "identifier-characters": {
        "de": "In der Nummer stehen Zeichen, die dort nicht vorkommen. Bitte mit der Lizenz vergleichen.",
        "zh": "含有不应出现的字符，请对照营业执照核对",
        "en": "The number holds characters that never occur in it. Please compare it with the licence.",
    },
    "identifier-rounded": {
        "de": "Die Tabellenkalkulation hat die Nummer gerundet; die letzten Stellen sind verloren. Bitte die Spalte als Text formatieren und die Nummern neu einfügen.",
        "zh": "代码已被电子表格四舍五入，末几位已丢失；请将该列设为文本格式后重新填入",
        "en": "The spreadsheet rounded the number; its last digits are lost. Please format the column as text and paste the numbers again.",
    },
    "identifier-old-number": {
        "de": "Das ist eine alte Register- oder Organisationsnummer, kein einheitlicher Sozialkreditcode. Bitte die 18-stellige Nummer nachtragen.",
        "zh": "这是旧的注册号或组织机构代码，请补充18位统一社会信用代码",
        "en": "This is an old registration or organisation number, not a Unified Social Credit Code. Please add the number of 18 characters.",
    },
    "register-court-missing": {
        "de": "Zur Handelsregisternummer fehlt das Gericht. Bitte das Registergericht ergänzen, zum Beispiel „Ingolstadt HRB …“.",
        "zh": "缺少登记法院名称，请补充，例如“Ingolstadt HRB …”",
        "en": "The register court is missing. Please add it, for example “Ingolstadt HRB …”.",
    },
    "register-court-unknown": {
        "de": "Ein Registergericht dieses Namens ist nicht bekannt. Bitte die Schreibweise prüfen.",
        "zh": "未找到该名称的登记法院，请核对写法",
        "en": "No register court of this name is known. Please check the spelling.",
    },
    "register-unreadable": {
        "de": "Das ist keine Handelsregisternummer. Erwartet wird Gericht, HRA oder HRB und die Zahl.",
        "zh": "不是有效的商业登记号，格式应为：法院、HRA或HRB、数字",
        "en": "This is no commercial register number. Court, HRA or HRB, and the figure are expected.",
    },
    "vat-check-digit": {
        "de": "Die Prüfziffer passt nicht zur USt-IdNr. Bitte mit einer Rechnung des Unternehmens vergleichen.",
        "zh": "德国增值税号校验未通过，请对照该企业的发票核对",
        "en": "The check digit does not fit the VAT number. Please compare it with an invoice of the company.",
    },
    "vat-unreadable": {
        "de": "Das ist keine deutsche USt-IdNr. (DE und neun Ziffern). Bitte prüfen.",
        "zh": "不是有效的德国增值税号（DE加九位数字），请核对",
        "en": "This is no German VAT number (DE and nine digits). Please check it.",
    },
    "lei-invalid": {
        "de": "Der LEI ist nicht gültig. Bitte mit dem Register der LEI vergleichen.",
        "zh": "LEI编码校验未通过，请核对",
        "en": "The LEI is not valid. Please compare it with the register of LEIs.",
    },
    "name-missing": {
        "de": "In dieser Zeile steht kein Firmenname. Bitte ergänzen oder die Zeile löschen.",
        "zh": "该行没有企业名称，请补充或删除该行",
        "en": "This row has no company name. Please add one or delete the row.",
    },
    "name-too-long": {
        "de": "Der Name ist länger als 200 Zeichen. Bitte prüfen, ob Zellen verbunden oder verrutscht sind.",
        "zh": "名称超过200个字符，请检查单元格是否合并或错位",
        "en": "The name is longer than 200 characters. Please check whether cells were merged or shifted.",
    },
    "broken-characters": {
        "de": "Einige Zeichen sind nicht lesbar. Bitte die Datei noch einmal als UTF-8 oder XLSX speichern.",
        "zh": "部分字符无法识别，请将文件重新保存为UTF-8或XLSX格式",
        "en": "Some characters cannot be read. Please save the file once more as UTF-8 or XLSX.",
    },
    "doubled-row": {
        "de": "Dasselbe Unternehmen steht schon in Zeile {other}. Diese Zeile wird nicht noch einmal angelegt.",
        "zh": "与第{other}行为同一企业，不再重复导入",
        "en": "The same company stands in row {other} already. This row is not entered again.",
    },
    "postcode-zero": {
        "de": "Die führende Null der Postleitzahl fehlte und wurde ergänzt.",
        "zh": "邮政编码缺少首位0，已补上",
        "en": "The leading zero of the postcode was missing and has been added.",
    },
    "postcode-unreadable": {
        "de": "Das ist keine Postleitzahl. Das Feld bleibt leer.",
        "zh": "不是有效的邮政编码，该项留空",
        "en": "This is no postcode. The field stays empty.",
    },
    "size-unreadable": {
        "de": "Die Zahl der Beschäftigten ist nicht lesbar. Das Feld bleibt leer.",
        "zh": "无法识别人员规模，该项留空",
        "en": "The number of employees cannot be read. The field stays empty.",
    },
    "founded-unreadable": {
        "de": "Das Gründungsjahr ist nicht lesbar. Das Feld bleibt leer.",
        "zh": "无法识别成立年份，该项留空",
        "en": "The year of founding cannot be read. The field stays empty.",
    },
    "industry-code-unreadable": {
        "de": "In dieser Zelle steht kein Branchenschlüssel. Der Text wird als Bezeichnung der Branche übernommen.",
        "zh": "未识别出行业代码，已按行业名称处理",
        "en": "There is no industry code in this cell. The text is taken as the title of the trade.",
    },
    "industry-code-unknown": {
        "de": "Diesen Branchenschlüssel gibt es in der {edition} nicht. Bitte prüfen.",
        "zh": "的代码不在{edition}中，请核对",
        "en": "There is no such industry code in {edition}. Please check it.",
    },
    "activity-missing": {
        "de": "Weder Tätigkeit noch Branche noch Name sagen, was das Unternehmen tut. Bitte ergänzen.",
        "zh": "经营范围、行业和名称均未说明业务内容，请补充",
        "en": "Neither activity nor trade nor name says what the company does. Please add it.",
    },
    "text-cut": {
        "de": "Der Text ist zu lang und wurde gekürzt.",
        "zh": "文本过长，已截断",
        "en": "The text is too long and was cut.",
    },
    "cut-off": {
        "de": "Die Datei endet mitten in dieser Zeile. Bitte die Datei noch einmal vollständig exportieren.",
        "zh": "文件在该行中断，请重新导出完整文件",
        "en": "The file ends in the middle of this row. Please export the whole file once more.",
    },
    "broken-bytes": {
        "de": "Ab hier sind einzelne Zeichen nicht in {encoding} lesbar. Bitte die Datei noch einmal als UTF-8 speichern.",
        "zh": "从此处起有字符无法按{encoding}读取，请将文件重新保存为UTF-8",
        "en": "From here some characters cannot be read as {encoding}. Please save the file once more as UTF-8.",
    },
    "hidden-column": {
        "de": "Die Spalte ist in der Datei ausgeblendet und wird trotzdem gelesen. Bitte löschen, wenn sie nicht gemeint ist.",
        "zh": "该列在文件中被隐藏，但仍会读取；如不需要请删除",
        "en": "The column is hidden in the file and read all the same. Please delete it if it is not meant.",
    },
    "hidden-sheet": {
        "de": "Das Blatt ist ausgeblendet und wird nicht gelesen.",
        "zh": "已隐藏，未读取",
        "en": "The sheet is hidden and is not read.",
    },
    "sheet-left-out": {
        "de": "Auf diesem Blatt gibt es keine Spalte mit Firmennamen. Es wird nicht gelesen.",
        "zh": "没有企业名称列，未读取",
        "en": "This sheet has no column of company names. It is not read.",
    },
    "totals-left-out": {"de": "Die Summenzeile wird nicht übernommen.", "zh": "合计行未导入", "en": "The row of totals is not taken over."},
    "note-left-out": {"de": "Die Anmerkung wird nicht übernommen.", "zh": "备注行未导入", "en": "The note is not taken over."},
    "header-repeated": {"de": "Die Kopfzeile steht hier noch einmal und wird übergangen.", "zh": "重复的表头行，已跳过", "en": "The header is repeated here and is skipped."},
}

CONSEQUENCES: dict[str, dict[str, str]] = {
    "check": {"de": "Zeile steht zum Prüfen bereit.", "zh": "该行待核对", "en": "The row is waiting to be checked."},
    "set-aside": {"de": "Zeile zurückgestellt.", "zh": "该行已暂存，未导入", "en": "The row is set aside."},
}

REASONS: dict[str, dict[str, str]] = {
    "": {"de": "übernehmbar", "zh": "可导入", "en": "can be taken over"},
    "no-name": {"de": "ohne Firmennamen", "zh": "无企业名称", "en": "without a company name"},
    "closed": {"de": "gelöscht, aufgelöst oder ohne Betrieb", "zh": "已注销、吊销或停业", "en": "closed or dissolved"},
    "finance": {"de": "Banken und Versicherungen", "zh": "银行、保险等金融机构", "en": "banks and insurers"},
    "branch": {"de": "Zweigstellen und Abteilungen", "zh": "分支机构", "en": "branches"},
    "school": {"de": "Schulen und Kindergärten", "zh": "学校、幼儿园", "en": "schools"},
    "health": {"de": "Kliniken und Praxen", "zh": "医疗机构", "en": "hospitals and surgeries"},
    "shop": {"de": "Läden, Gaststätten, Tankstellen", "zh": "商店、餐饮、加油站等", "en": "shops, restaurants, filling stations"},
    "authority": {"de": "Behörden", "zh": "机关单位", "en": "authorities"},
    "sole-trader": {"de": "Einzelunternehmer (bis zur Übernahme durch sie selbst)", "zh": "个体工商户等（待本人认领）", "en": "sole traders (until they claim their entry)"},
    "identifier": {"de": "Nummer stimmt nicht", "zh": "登记代码有误", "en": "number is wrong"},
    "doubled": {"de": "doppelt in der Datei", "zh": "文件内重复", "en": "twice in the file"},
    "activity-missing": {"de": "Tätigkeit unbekannt", "zh": "业务内容不明", "en": "activity unknown"},
    "identifier-open": {"de": "Nummer fehlt oder ist unvollständig", "zh": "登记代码缺失或不完整", "en": "number missing or incomplete"},
    "broken": {"de": "Zeichen nicht lesbar", "zh": "字符无法识别", "en": "characters cannot be read"},
}
"""Why a row is to be checked or set aside, as a heading of a list."""

FIELD_NAMES: dict[str, dict[str, str]] = {
    "name": {"de": "Firmenname", "zh": "企业名称", "en": "company name"},
    "name_en": {"de": "englischer Name", "zh": "英文名称", "en": "English name"},
    "identifier": {"de": "Sozialkreditcode", "zh": "统一社会信用代码", "en": "Unified Social Credit Code"},
    "register_number": {"de": "Handelsregisternummer", "zh": "德国商业登记号", "en": "commercial register number"},
    "court": {"de": "Registergericht", "zh": "登记法院", "en": "register court"},
    "vat": {"de": "USt-IdNr.", "zh": "德国增值税号", "en": "VAT number"},
    "lei": {"de": "LEI", "zh": "LEI编码", "en": "LEI"},
    "scope": {"de": "Tätigkeit und Produkte", "zh": "经营范围和产品", "en": "activity and products"},
    "wanted": {"de": "Gesuch", "zh": "合作需求", "en": "what is sought"},
    "industry": {"de": "Branche", "zh": "行业", "en": "industry"},
    "industry_code": {"de": "Branchenschlüssel", "zh": "行业代码", "en": "industry code"},
    "legal_type": {"de": "Rechtsform", "zh": "企业类型", "en": "legal form"},
    "founded": {"de": "Gründung", "zh": "成立日期", "en": "founded"},
    "capital": {"de": "Kapital (wird nicht gespeichert)", "zh": "注册资金（不保存）", "en": "capital (not stored)"},
    "size": {"de": "Beschäftigte", "zh": "人员规模", "en": "employees"},
    "province": {"de": "Bundesland oder Provinz", "zh": "省份", "en": "federal state or province"},
    "city": {"de": "Stadt", "zh": "城市", "en": "city"},
    "district": {"de": "Kreis oder Stadtteil", "zh": "区县", "en": "district"},
    "address": {"de": "Anschrift", "zh": "地址", "en": "address"},
    "postcode": {"de": "Postleitzahl", "zh": "邮政编码", "en": "postcode"},
    "website": {"de": "Website", "zh": "网址", "en": "website"},
    "status": {"de": "Status im Register", "zh": "登记状态", "en": "status in the register"},
    "certificates": {"de": "Zertifikate", "zh": "认证", "en": "certificates"},
    "ordinal": {"de": "laufende Nummer", "zh": "序号", "en": "running number"},
}
"""What a column of a list is read as, by the fields of `tables.headers`."""

FILE_ERRORS: dict[str, dict[str, str]] = {
    "no-file": {"de": "Die Datei ist nicht da oder lässt sich nicht öffnen.", "zh": "找不到或无法打开该文件。", "en": "The file is not there or cannot be opened."},
    "empty": {"de": "Die Datei ist leer.", "zh": "文件为空。", "en": "The file is empty."},
    "too-large": {"de": "Die Datei ist zu groß. Bitte in mehrere teilen.", "zh": "文件过大，请拆分后上传。", "en": "The file is too large. Please divide it."},
    "format": {"de": "Dieses Format wird nicht gelesen. Bitte die Liste als XLSX oder CSV speichern.", "zh": "不支持该格式，请另存为XLSX或CSV。", "en": "This format is not read. Please save the list as XLSX or CSV."},
    "web-page": {"de": "Das ist eine Webseite mit dem Namen einer Tabelle. Bitte öffnen und als XLSX speichern.", "zh": "该文件实为网页，仅使用了表格的扩展名；请打开后另存为XLSX。", "en": "This is a web page in the name of a spreadsheet. Please open it and save it as XLSX."},
    "password": {"de": "Die Datei ist mit einem Passwort geschützt. Bitte ohne Passwort speichern.", "zh": "文件设有密码，请取消密码后重新上传。", "en": "The file is protected by a password. Please save it without one."},
    "macros": {"de": "Die Datei enthält Makros. Bitte als XLSX ohne Makros speichern.", "zh": "文件含有宏，请另存为不含宏的XLSX。", "en": "The file contains macros. Please save it as XLSX without them."},
    "not-text": {"de": "Die Datei lässt sich nicht als Text lesen. Bitte als UTF-8 oder XLSX speichern.", "zh": "无法按文本读取，请另存为UTF-8或XLSX。", "en": "The file cannot be read as text. Please save it as UTF-8 or XLSX."},
    "no-header": {"de": "Es gibt keine Spalte mit Firmennamen. Bitte eine Kopfzeile mit „Firma“ oder 企业名称 einfügen.", "zh": "未找到企业名称列，请添加含“企业名称”的表头。", "en": "There is no column of company names. Please add a header with “company” or 企业名称."},
    "no-rows": {"de": "Unter der Kopfzeile steht keine Zeile.", "zh": "表头下没有数据。", "en": "There is no row below the header."},
    "open-quote": {"de": "Ein Anführungszeichen ist nicht geschlossen. Bitte die Datei noch einmal exportieren.", "zh": "引号未闭合，请重新导出文件。", "en": "A quotation mark is not closed. Please export the file once more."},
    "too-wide": {"de": "Die Tabelle hat zu viele Spalten.", "zh": "列数过多。", "en": "The table has too many columns."},
    "too-many-rows": {"de": "Die Tabelle hat zu viele Zeilen. Bitte in mehrere teilen.", "zh": "行数过多，请拆分。", "en": "The table has too many rows. Please divide it."},
    "refused": {"de": "Die Datei ist beschädigt oder auffällig gebaut und wird nicht gelesen. Bitte die Liste neu als XLSX oder CSV speichern.", "zh": "文件已损坏或结构异常，未读取；请重新另存为XLSX或CSV。", "en": "The file is damaged or oddly built and is not read. Please save the list anew as XLSX or CSV."},
}
"""By the code of a TableError; codes that are not here read as `refused`."""


def file_error(code: str, language: str) -> str:
    """The sentence for a file that cannot be read."""
    texts = FILE_ERRORS.get(code, FILE_ERRORS["refused"])
    return texts.get(language, texts["en"])


def reason(code: str, language: str) -> str:
    """The heading for a reason of the triage."""
    return REASONS[code].get(language, REASONS[code]["en"])


def field_name(field: str, language: str) -> str:
    """What a column is read as, in words."""
    return FIELD_NAMES[field].get(language, FIELD_NAMES[field]["en"])
