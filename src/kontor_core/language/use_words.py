"""Words that lead in what a thing is for or where it goes, as regular expressions over normalised text. A table: read it in the language it is for."""

from __future__ import annotations

LOOSE = {
    "de": r"\b(?:für|(?:zusammenarbeit|kooperation(?:en)?|kooperier(?:en|t)|arbeiten|arbeitet|partnerschaft(?:en)?|verträgen?) (?:\w+ )?mit|zu(?:m|r)? (?:einsatz|verwendung|gebrauch) (?:für|in|im|bei))(?= )",
    "en": r"\b(?:for(?! (?:hire|rent|sale|lease)\b)|to|(?:work(?:s|ing)?|cooperat\w+|collaborat\w+|partner(?:s|ed|ing)?|partnerships?|contracts?) (?:\w+ )?with)(?= )",
    "zh": r"与(?=[^，。；]{1,16}(?:合作|建立|保持))|(?:专业|专门|主要|长期)?(?:为|给|向|对)(?!主)",
}
"""Behind these stands a user only where the word behind is one: für Hotels, to cafés, 为家电客户; für Stahlrohre says what is looked for."""
FIRM = {
    "de": r"\b(?:geeignet für|(?:ein)?gesetzt (?:wird|werden)?(?:in|im|bei|beim|von)|einsatz(?:bereiche?|gebiete?|felder)?(?: sind)? ?(?::|in|im|bei|beim|für)|anwendung(?:en|s(?:bereiche?|gebiete?|felder))?(?: sind)? ?(?::|in|im|bei|beim|für)"
    r"|(?:verwendet|genutzt|verbaut|bewährt(?: sich)?|benutzt|betrieben|laufen|arbeiten) (?:wird |werden )?(?:[\w-]+ ){0,2}(?:in|im|bei|beim|von)|(?:verwendung|anwendung) (?:finden|findet|in|im|bei)(?: in| im| bei| beim)?"
    r"|kunden (?:(?:sind|kommen|stammen) )?(?:aus|in|im)(?: de[mnr])?|(?:kunden|abnehmern?|auftraggebern?) (?:zählen|gehören)|unsere (?:kunden|abnehmer) sind|kunden:|abnehmer:|branchen:|beliefer(?:n|t)|versorg(?:en|t)|wert auf|nähe (?:zu[mr]?|de[sr]))(?= |$)",
    "en": r"\b(?:used (?:in|by|across|for)|for use (?:in|by|with|on)|suitable for|ideal for|designed for|intended for|suited (?:to|for)|applications?(?: are| include)?(?: in|:)|deployed (?:in|by)|found in|running in|run in|at work in|installed in|serv(?:es?|ing)|trusted by(?: [\w-]+){0,3} in|trusted by|close to|near(?:est)?|next to"
    r"|(?:customers|clients) (?:in|from|include|are|across|range from)|customers:|clients:|(?:industries|sectors|markets)(?: such as| include| including| like|:| served:?))(?= )",
    "zh": r"(?:广泛|主要|大量|普遍|适合|可)?(?:应?用于|使用于|应用(?:在|到)|适用(?:于)?|服务于?(?:过|了)?(?=[^，。；]{0,12}(?:业|园|院|校|厂|客|行|领域))|面向|销往|配套于|供给|供应给|运用于)|应用(?:领域|范围|行业)(?:包括|涵盖|有|为|广泛|：|:)?|客户(?:包括|涵盖|遍及|遍布|有|来自|为|：|:)|(?:符合|达到|满足)(?=[^，。；]{1,10}(?:要求|标准|规定|需求|需要))|地址(?:在|位于)?[：:]?|厂址|位于|坐落于?|紧邻|毗邻|靠近|(?:通过|获得|取得|荣获|具有|持有)(?:了)?(?=[^，。；]{1,16}(?:检测|认证|检验|审核|测试|评审))",
}
"""Behind these stands what a thing is used in, whatever it is; 符合 and 通过 lead in what somebody else demanded or tested."""
FIRST = {
    "de": r" (?:(?!wir\b|sie\b|ist\b|sind\b|mit\b|aus\b|von\b|dazu\b|inkl|in\b|im\b|bei\b|nach\b|ein\b|auch\b)[\w-]+[,/]? (?:und |oder )?){0,4}",
    "en": r" (?:(?!we\b|our\b|with\b|from\b|of\b|plus\b|incl|in\b|at\b|by\b|also\b|sale\b|hire\b|rent\b|lease\b)[\w'-]+,? (?:and |or )?){0,5}",
    "zh": r"[^，。；;,.的\s]{0,10}",
}
"""What may stand between the lead and the first user: articles, adjectives, users that no label knows."""
NEXT = {
    "de": r"\s*(?:,|/|und|oder|sowie|bzw\.|&|bis hin zu[mr]?)\s+(?:(?!wir\b|sie\b|ist\b|sind\b|mit\b|aus\b|von\b|dazu\b|inkl|deren\b|in\b|im\b|bei\b|nach\b|ein\b|auch\b)[\w-]+[,/]? (?:und |oder |sowie )?){0,2}|/|\s*&\s*",
    "en": r"\s*(?:,|/|and|or|as well as|&|to)\s+(?:(?!we\b|our\b|with\b|from\b|of\b|plus\b|incl|in\b|at\b|by\b|also\b)[\w'-]+,? (?:and |or )?){0,2}|/|\s*&\s*",
    "zh": r"(?:(?:、|和|与|及|以及|或|/|等)[^，。；;,.的、\s]{0,6}){1,5}",
}
"""What may stand between one user and the next."""
CLIENTS = {
    "de": r"-?(?:kund(?:en|schaft)|branchen?|industrie|hersteller[n]?|betrieben?|bereich|sektor|unternehmen|firmen|bau|märkte?n?|gewerbe|handwerk|bereiche[n]?|zulieferer[n]?|anwendungen)\b|[- ](?:kunden|branche|industrie|hersteller[n]?|betriebe|unternehmen|bereich|sektor)\b",
    "en": r"[ -](?:industr(?:y|ies)|sectors?|customers?|clients?|markets?|makers?|manufacturers?|producers?|compan(?:y|ies)|operators?|growers?|farmers|businesses|trades?|brands?|firms?|processors?|applications?|users?|professionals|builders?|workshops?|plants?(?! hire))\b",
    "zh": r"(?:等)?(?:类|生产|制造|加工|相关)?(?:行业|领域|客户|用户|产业(?!园)|企业|厂家|工厂|单位|制造商|生产商|供应商|公司|品牌|市场|部门|工程|场所|场合|要求|标准|检测|认证|测试)",
}
"""Behind a thing: those who make or use it are meant (家电客户, furniture makers)."""
WHO = {
    "de": r"\b(?:\w*(?:spezialist|expert|profi|fachm|fachbetrieb|meisterbetrieb|anbieter|lieferant|zulieferer|hersteller|händler|partner|dienstleister|agentur|büro|institut|labor|zentrum|verband|verein|werkstatt|produzent|fabrik|manufaktur)\w*|\w+erei|\w*(?:großhandel|handel|betrieb|unternehmen|firma|gesellschaft|gmbh|adresse|ansprechpartner|auftragsfertiger|quelle)"
    r"|bekannt|zuständig|verantwortlich|zertifiziert|spezialisiert|akkreditiert|kapazitäten|aufträge|betrieb)(?: \w+){0,1} $",
    "en": r"\b(?:\w*(?:specialists?|experts?|suppliers?|manufacturers?|makers?|providers?|partners?|company|firm|agency|agents?|lab|laboratory|contractors?|builders?|networks?|workshops?|centres?|centers?|studios?|offices?|practices?|clubs?|associations?|services?|non-profit|teams?|factory|source|sources|sourced|importers?|distributors?|dealers?)|known|responsible|capacity|market|certified|accredited) $",
    "zh": r"(?:成|因|作|以|认|称|分|改|转|变|较|更|最|颇|是)$",
}
"""Before the lead: who is for something does it (Fachbetrieb für Heizung)."""
ELSE = {
    "de": r"\b(?:such(?:e|en|t)|gesuche?|anfragen?|bedarf|angebote?|interess\w+ uns|preise?|nachfrage|statt)(?: \w+)? $",
    "en": r"\b(?:look(?:ing|s)?|search(?:ing)?|seek(?:ing)?|needs?|demand|requests?|quote|quotation|enquiry|inquiry|rfq|tender|ask(?:ing)?|prices?|addition|according|thanks|due|related|committed|dedicated|up|from [^.,;]{1,40}|able|wants?|wish|like|know-how) $",
    "zh": r"(?!)",
}
"""Before the lead: looking for a thing and the like, where nothing is for anything."""
BRANCH = {
    "de": r"(?:industrie|gewerbe|wirtschaft|branche|maschinenbau|anlagenbau|apparatebau|fahrzeugbau|schiff(?:s)?bau|flugzeugbau|hochbau|tiefbau|straßenbau|gartenbau|ackerbau|weinbau|obstbau|gemüsebau|bergbau|technik|wesen|handwerk|handel|verkehr|zucht|haltung|medizin)$",
    "en": r"(?:industr(?:y|ies)|sectors?|trades?|engineering|farming|mining|agriculture|construction|healthcare|aerospace|automotive|marine|offshore)$",
    "zh": r"(?:业|行业|工业|农业|领域|矿山|冶金|石化|化工|电力|建材|航空|航天|军工|医疗|环保|能源|交通|运输|餐饮)$",
}
"""Ends of labels that name a branch of the economy as a whole."""
MAKING = {
    "de": r"herstell|fertig|produ[kz]|vertr[ie]+b|verk[aä]uf|handel|händler|lieferant|lieferung|liefer[nt]|bau(?:en|t)\b|entwickelt",
    "en": r"manufactur|produc|sale|sell|suppl|distribut|mak(?:e|es|ing|er)|build|trad",
    "zh": r"生产|制造|销售|加工|经营|批发|供应|代理|贸易|产销|出售",
}
"""Words of making and selling."""
