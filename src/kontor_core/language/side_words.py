"""Words that tell who offers and who looks for something, as regular expressions over normalised text. A table: read it in the language it is for."""

from __future__ import annotations

_WE_ZH = r"(?:我们|我司|我公司|我厂|本公司|本厂|公司)?(?:正在|正|希望|现|拟|欲|想|诚|急|长期|大量|常年|特)*"
_NOT_OTHERS_ZH = r"(?<!客户)(?<!用户)(?<!顾客)(?<!市场)(?<!您)(?<!你)(?<!您的)(?<!根据)(?<!按)(?<!按照)(?<!满足)(?<!各种)(?<!的)(?<!不)"

WANT = {
    "de": r"(?<!sie )(?:such(?:e|en|t)(?! sie\b)(?:\s+(?:wir|ich|nach))*|benötig(?:en|t|e)(?! sie\b)|brauch(?:en|t|e)(?! sie\b)|gesucht(?:e[rns]?)?(?=\s*:|\s+(?:wird|werden|sind|ist)\b)|(?:sind |bin )?auf der suche nach|gesuche?(?=\s*:)|(?:interessiert|interesse) an|interessier(?:en|t) uns für|haben interesse an"
    r"|(?:ein|an|zu|auf)kauf von|kauf(?:en|e|t)(?! sie\b)(?=\s)(?! und verkauf)|(?:wir |ich |und )beziehen|beziehen(?= wir)|bezug von|import(?:ieren|iere|iert)(?! und)|bedarf(?: an|:| besteht)|beschaffung von|(?:preis|kauf|liefer)?anfragen?(?: für| nach| über|:)|(?:vergeben|vergibt)(?=.{0,30}auftr)|vergeben aufträge|lassen(?= .{2,60}(?:fertigen|herstellen|bearbeiten|produzieren|beschichten|verzinken|lackieren|härten|montieren))|mieten(?! sie)|erwerben(?! sie)|beschaffen(?! sie)|abnehmen)",
    "zh": rf"{_WE_ZH}(?:求购|(?:专业|长期|大量|高价|常年|上门|现金|急|求)回收|诚招|诚征|征集|急需|急求|急购|求租|求供|询购|购买|采购(?![商部员方人平])|订购|收购(?!商)|选购|外发(?:加工)?|外协(?:加工)?|委外加工|委托(?:加工|生产)|委托我们(?:寻找|采购)|寻求|寻找|寻购|寻觅|物色|想找|要找|找一家|招募|招商|招标(?:采购)?|{_NOT_OTHERS_ZH}(?:需要|需求|需)(?![量方者要求])|(?<![搜追探找])寻(?=[^找求常源购觅])|(?<![要需追请征力谋讲寻诉祈恳乞供])求(?!服务|代理服务|咨询|平台|管理|商品|中心|同存异|合作|实|精|新|质|真)|有意(?:购买|采购|进口)|(?:我们|我司|我公司|公司|欲|拟|想|希望|需要?|长期|大量)(?:从[^，,。]{{1,8}})?进口|想买|要买|找(?=[^，。]{{1,16}}(?:厂家|厂|供应商|货源|工厂|商)|[^，。]{{0,8}}(?:客户|买家|买主|销路)))",
    "en": r"(?<!you )(?<!are you )(?:(?:are |is |am )?(?:looking|searching|look|on the lookout|shopping) (?:for|to (?:buy|source|purchase|import|procure|order))|(?:are |is )?seek(?:ing|s)?|(?<!your )(?<!all )(?<!their )(?<!customer )(?<!packaging )(?<!special )needs?(?! not)(?!\s*[.!?]?$)|in need of|(?<!as )(?<!if )(?<!when )(?<!where )require(?:s)?|want(?:s)? to (?:buy|import|purchase|source|order|procure)|wants?(?= )(?! to)|wanted(?=\s*:)|in search of|sourcing(?! (?:agent|compan|service|office))|(?:we |to |and |company |they )sources?|interest(?:ed)? in(?: buying| purchasing| importing)?|buy(?:ing|s)?(?= )(?! and sell)|(?:we |to |and |i |also )purchase|purchas(?:es|ing)|purchase of|(?:we |and |also |to )import|importing|request(?:s|ing)? (?:for|quot\w+)(?: \w+)?|request(?=:)|rfq|in the market for|(?:enquir|inquir)(?:y|ies) (?:for|about)|(?:please |kindly )?quote (?:for|us|on)|procur(?:e|es|ing|ement of)|would like to (?:buy|source|purchase|import|order|procure))",
}
OFFER = {
    "de": r"(?:wir |ich )?(?:biet(?:en|et|e)(?: wir| an)?|angebot(?:e|en)?(?=\s*:| werden)|liefer(?:n|t)(?: wir)?|stell(?:en|t)(?: wir)? her|fertig(?:en|t)(?: wir)?|produzier(?:en|t)(?: wir)?|herstell(?:en|t)|verkauf(?:en|t)|verkauf von|vertreib(?:en|t)|export(?:ieren|iert)|vermiet(?:en|et)|entwickel(?:n|t)|bau(?:en|t)(?= )|handel(?:n|t) mit|unser(?:e|em|en|er)? (?:produkte|leistungen|programm|angebot|lieferprogramm|produktpalette|sortiment)(?: umfass(?:t|en))?|spezialisiert auf|führen(?= wir)|im (?:angebot|sortiment)|freie kapazität(?:en)?)",
    "zh": r"(?:我们|我司|我公司|我厂|本公司|本厂|公司)?(?:专业|主要|主营|长期|常年|大量|现货|对外|可)*(?:提供|供应|出售|主营|主要产品|经营|生产|制造|产销|销售|加工|出口|从事|承接|转让|出租|批发|供货|研发)",
    "en": r"(?:we |i )?(?:(?:can |are )?offer(?:ing|s|ed)?|provid(?:e|es|ing)|suppl(?:y|ies|ying)(?! chain)|manufactur(?:e|es|ing)(?= )|produc(?:e|es|ing)(?= )|sell(?:ing|s)?|mak(?:e|es|ing)|export(?:ing|s)?|speciali[sz](?:e|es|ed|ing) in|our (?:products|services|range|portfolio)(?: includes?| comprises?)?|for sale|distribut(?:e|es|ing)|market(?:s|ing)? (?=\w)|build(?:s|ing)? (?=\w)|deliver(?:s|ing)?|repair(?:s|ing)? (?=\w))",
}
BEHIND = {
    "de": r"gesucht(?:e[rns]?)?|benötigt|erwünscht|willkommen(?=\s*[.!]?$)|(?:zu )?(?:kaufen|mieten) gesucht|dringend gebraucht",
    "en": r"(?:are |is |urgently |being )*(?:wanted|sought|required|needed)(?! to (?:buy|import|purchase))(?!:)|welcome(?=\s*[.!]?$)",
    "zh": r"(?:求购|急需|寻购)(?=\s*$)",
}
"""Words that stand behind what is looked for: Kugelhähne gesucht."""

REQUEST = {
    "de": r"^\W*(?:anfrage|ausschreibung|bedarf|gesuch|gesucht|suche|kaufgesuch|bestellung|einkauf|preisanfrage|ankauf)\s*:"
    r"|\bbitte\b[^.;!?]{0,80}\b(?:uns|angebote?|preise?|katalog\w*|muster|unterlagen|preisliste|offerten?)\b|\bnehm(?:en|e)\b[^.;!?]{1,60}\bab\b|\bangebote?\b[^.;!?]{0,40}\b(?:erbeten|erwünscht|gesucht|willkommen)\b"
    r"|\b(?:lieferant|hersteller|anbieter|produzent|zulieferer)\w*\b[^.;!?]{0,60}\b(?:bitte melden|werden gebeten|mögen sich)"
    r"|\b(?:möcht\w+|woll(?:en|e)|würden gern\w*|planen|beabsichtig\w+)\b[^.;!?]{1,80}?\b(?:kaufen|importieren|beziehen|erwerben|einkaufen|beschaffen|zu kaufen|bestellen|mieten|anschaffen)\b",
    "en": r"^\W*(?:enquiry|inquiry|tender|call for tenders?|request(?: for \w+)?|rfq|wanted|purchase|buying lead|demand|requirement)s?\s*:"
    r"|\b(?:please|kindly)\b[^.;!?]{0,12}\b(?:quote|offer us|send us|send (?:your )?(?:offers?|quotations?|catalogu?e|price)|supply us|let us have|submit)\b|\b(?:quotations?|offers?) (?:are )?(?:requested|invited|sought|wanted|welcome)\b|\bsuppliers? of\b[^.;!?]{0,60}\bplease (?:contact|get in touch|reply|write)",
    "zh": r"^\W*(?:询价|求购|采购|求租|招标|招标采购|采购需求|需求|寻购|急求|急购|急需|求助|采购信息|采购公告)\s*[：:]|请(?:贵司|贵公司|贵方|各位)?(?:提供|报|发|给|寄)[^，。；]{0,30}(?:报价|价格|样本|目录|资料|样品|价)",
}
"""A sentence that asks for something from its first word on, whatever verbs of supplying it holds."""
REQUEST_HINTS = ("bitte", "please", "kindly", "请", "angebot", "möcht", "woll", "würd", "plan", "offer", "quotation", "beabsicht", "nehm", "lieferant", "herstell", "anbieter", "produzent", "zulieferer", "supplier")
REQUEST_HEADS = ("询价", "求", "采购", "招标", "需", "寻购", "急购", "frage", "ausschreibung", "bedarf", "such", "bestellung", "kauf", "quiry", "tender", "request", "rfq", "wanted", "purchase", "buying", "demand")
"""What no request is without, as plain strings: looked for first, because the expressions above are dear."""
ASKS_ANYBODY = {
    "de": r"\b(?:kann jemand|wer (?:kann|macht|liefert|baut|fertigt|hat|verkauft|bietet|repariert|vermietet|führt|stellt)|weiß jemand|hat jemand|kennt jemand|welche[rs]? (?:firma|betrieb|hersteller|unternehmen|werk|lieferant)\w*|gibt es jemanden)\b",
    "en": r"\b(?:(?:can|could|does|would|has) (?:any|some)(?:one|body)|who (?:can|makes|sells|has|stocks|supplies|repairs|offers|knows)|which (?:company|factory|firm|manufacturer|supplier)|where can (?:i|we)|(?:any|some)(?:one|body) (?:out there|who))\b",
    "zh": r"谁(?:能|有|会|可以|家)|哪家|哪里有|哪位|哪个厂|有没有(?:厂家|厂|人|公司)?",
}
"""A question to everybody, whatever its verb."""
ASKS = {
    "de": r"\b(?:wer|welche\w*|kann jemand|können sie|könnten sie|gibt es|wo (?:gibt|bekomm|finde|kann)\w*|liefern sie|haben sie|bieten sie|führen sie|stellen sie)\b",
    "en": r"\b(?:who|which|can (?:you|any\w+|some\w+)|could (?:you|any\w+)|do you (?:sell|have|make|supply|offer|stock|produce)|is there|are there|where can|does any\w+|anybody|anyone)\b",
    "zh": r"谁|哪家|哪里|哪位|哪个|有没有|是否|能否|可否|能不能|贵公司|贵司|贵厂|你们|有哪些",
}
"""A question for a supplier."""
YOURS = {
    "de": r"\b(?:such(?:en|t)|benötig(?:en|t)|brauch(?:en|t)|wünschen|möchten) (?:sie|ihr)\b|\b(?:sie|ihr) (?:such(?:en|t)|benötig(?:en|t)|brauch(?:en|t))\b|\bauf der suche nach\b",
    "en": r"\b(?:do|are|did) you\b[^.;!?]{0,12}\b(?:need|looking|look|seek\w*|want|require)|^\W*(?:looking for|need|searching for|in need of)\b|\byou (?:need|are looking|want|require|seek)",
    "zh": r"[您你](?:们|的公司|公司)?(?:还在)?(?:是否)?(?:需要|在找|想找|寻找|寻求|正在寻找|想要|要)",
}
"""What the reader is asked whether he looks for: that is an offer."""

MARKET = {
    "de": r"\w*händler\w*|\w*importeur\w*|(?:vertriebs|handels|absatz|verkaufs)(?:partner|firm|gesellschaft|unternehmen|organisation)\w*|distribut(?:or|eur)\w*|(?:handels|industrie|gebiets|verkaufs)?vertret(?:er|ung)\w*|\w*abnehmer\w*|\w*(?<!ver)käufer\w*|kund(?:en|e|schaft)\b|auftraggeber\w*|wiederverkäufer\w*|(?:handels)?(?:agent|agentur)(?:en)?\b|\w*vermittler\w*|franchisenehmer\w*|lizenznehmer\w*|absatzmärkte\w*|mieter\w*",
    "en": r"distributors?|(?:sales |commercial |exclusive )*(?:agents?|representatives?)\b|dealers?|\w*buyers?\b|importers?|resellers?|wholesalers?|retailers?|stockists?|customers?|clients?|purchasers?|franchisees?|licensees?|outlets?|sales partners?|distribution partners?|brokers?",
    "zh": r"(?:代理|经销|分销|加盟|批发|零售|渠道|采购|进口|贸易)(?:商|伙伴|合作伙伴|合作商)|代理(?:人|公司)?(?![费服])|经销(?!商品)|分销(?!商品)|加盟|买家|买主|客户|采购方|销路|销售渠道|渠道合作|合伙人|承租(?:人|方)|下家|用户|总代",
}
"""Whom somebody looks for who has something to sell."""
SUPPLY = {
    "de": r"\w*hersteller\w*|\w*produzent\w*|\w*lieferant\w*|\w*zulieferer\w*|\w*fabrik\w*|\w*anbieter\w*|\w*fertiger\w*|\w*betrieb\w*",
    "en": r"manufacturers?|suppliers?|producers?|makers?|factor(?:y|ies)|vendors?|sources?|exporters?",
    "zh": r"厂家|厂商|供应商|制造商|生产商|工厂|货源|供货商|加工厂|生产企业",
}
"""Whom somebody looks for who wants to buy."""
SELLS_OURS = {
    "de": r"\b(?:partner|firm|unternehmen|vertrieb)\w*\b[^.;!?]{0,60}\b(?:zum vertrieb|für (?:den |die )?(?:vertrieb|verkauf|vermarktung)|(?:die|der|das|welche[rs]?)\b[^.;!?]{0,80}\b(?:verkauf|vertreib|vermarkt)\w*)|\bunsere[nrms]?\b[^.;!?]{0,50}\b(?:verkaufen|vertreiben|vermarkten)\b",
    "en": r"\b(?:partner|firm|compan|someone|somebody|people)\w*\b[^.;!?]{0,40}\b(?:to|who(?: can| will)?|that(?: can| will)?) (?:distribute|sell|market|promote|represent|resell|import)\b",
    "zh": r"(?:帮助?|协助|代为|共同)?(?:推广|销售|分销|代销|代理)(?:我们|我司|我公司|本公司|我厂|本厂)|为我们(?:的)?[^，。]{1,12}(?:打开|开拓)",
}
"""A partner who is to sell what the writer makes."""
PREPOSITION = {
    "de": r"\b(?:von|vom|beim|bei|durch|über|für|an|mit|statt|zum|zur)\s+(?:\w+\s+){0,1}$",
    "en": r"\b(?:from|by|through|via|for|with|of|to)\s+(?:\w+\s+){0,1}$",
    "zh": r"(?:从|向|由|为|给|帮|替|跟|与|和)$",
}
OTHERS = {
    "de": r"[,;]\s*(?:der|die|das|deren|dessen|welche[rsn]?|dem|denen)\b|\bum\b",
    "en": r"\b(?:who|that|which|whose|capable of|able to|to (?=supply|make|produce|provide|offer|manufacture|deliver))\b|\b(?:manufacturers?|suppliers?|compan(?:y|ies)|producers?|factory|firms?|partners?|plants?|foundr(?:y|ies))\s+(?=\w+ing\b)",
    "zh": r"要求|须|必须|需能|能够|具备|最好|有能力|可以|的(?=.{0,4}(?:厂家|厂|工厂|企业|供应商|制造商|商))",
}
"""From here on the sentence speaks of the one that is looked for."""
OURSELVES = {"de": r"\b(?:wir|ich|unsere?\w*)\b", "en": r"\b(?:we|i|our|ourselves)\b", "zh": r"我们|我司|我公司|我厂|本公司|本厂|自己"}
