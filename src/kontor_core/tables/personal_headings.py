"""Headings of columns that hold persons, in Chinese, German and English. A table: read it in the language it is for."""

from __future__ import annotations

PERSON_ZH = (
    "法定代表", "法人代表", "法人姓名", "法代", "联系人", "联络人", "联系电话", "联系方式", "联系手机", "联系邮箱", "负责人", "经办人", "填报人", "填表人", "制表人",
    "姓名", "手机", "移动电话", "身份证", "证件号", "护照", "微信", "qq", "出生", "生日", "性别", "民族", "籍贯", "家庭住址", "家庭地址", "住址电话", "股东", "董事", "监事",
    "高管", "总经理", "厂长", "经营者", "投资人", "自然人", "合伙人", "老板", "个人", "销售员", "业务员", "实际控制人", "财务人员", "财务主管",
    "wechat", "whatsapp",
)
"""Parts of a heading. 联系电话 is mostly the mobile of the contact; a switchboard stands under 电话."""
PERSON_ZH_WHOLE = frozenset({"法人", "企业法人", "业主", "联系", "校长", "院长", "主任", "经理", "职务", "称呼", "职位"})
NOT_PERSON_ZH = ("信用代码", "法人单位名称", "法人单位", "法人类型", "法人机构", "法人代码", "法人组织", "从业人员", "人数", "职工", "企业联系地址", "投资人数", "个体", "股东数", "经营者类型", "经营者名称")

"""Taken out of a heading before it is looked at: 法人单位负责人 still holds a person."""

PERSON_LATIN = (
    "ansprechpartner", "ansprechperson", "kontaktperson", "kontaktname", "kontaktdaten", "geschäftsführ", "geschaeftsfuehr", "geschäftsleit", "geschaeftsleit", "inhaber",
    "vorstand", "prokurist", "vorname", "nachname", "familienname", "zuname", "anrede", "geburt", "mobilfunk", "mobiltelefon", "mobilnummer", "mobilnr", "mobil-", "handy",
    "gesellschafter", "privat", "vertretungsberechtigt", "sachbearbeiter", "betriebsleiter", "werksleiter", "durchwahl", "personalausweis", "steuer-id", "steueridentifikation",
    "vertreten durch", "eigentümer", "aufsichtsrat", "vertriebsleiter", "einkaufsleiter", "ausbilder", "staatsangehörigkeit", "geschlecht", "unterzeichner",
    "contact person", "contact name", "contact phone", "contact e-mail", "contact email", "first name", "last name", "surname", "given name", "family name", "full name",
    "legal representative", "managing director", "director", "owner", "shareholder", "executive", "mobile", "cell phone", "cellphone", "passport", "id card", "identity card",
    "date of birth", "birthday", "gender", "nationality", "home address", "personal e-mail", "personal email", "personal phone", "personal data", "wechat", "whatsapp", "skype", "linkedin", "telegram", "general manager", "job title", "salutation",
    "representative",
)
PERSON_LATIN_WHOLE = frozenset({
    "mobil", "ceo", "cfo", "cto", "kontakt", "contact", "contacts", "person", "personen", "titel des ansprechpartners", "gf", "leitung", "leiter", "qq", "position", "funktion", "manager", "president",
    "chairman", "cell", "principal contact", "betreuer", "bearbeiter", "verantwortlich", "verantwortlicher", "kundenbetreuer", "unterschrift", "akad. titel", "akademischer titel",
})
NOT_PERSON_LATIN = (
    "inhabergeführt", "privatisiert", "mobilität", "mobile app", "automobil", "immobil", "mobilkran", "gesellschafterkapital", "anzahl gesellschafter", "ownership", "mobile crane",
    "director of", "rechtsform", "personalstand", "personalstärke", "number of", "anzahl", "personal total", "executive summary", "directory", "representative office", "owner-managed", "automobile",
)
AMBIGUOUS_LATIN = frozenset({"name", "name 1", "name1", "titel", "title", "namenszusatz"})
"""The name of a person when another column names the company: Firma | Name | Vorname."""
COMPANY_LATIN = ("firma", "firmen", "unternehmen", "betrieb", "company", "enterprise", "organisation", "organization", "firmierung", "business name")
"""Parts of headings that certainly name the company."""
