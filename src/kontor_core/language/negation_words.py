"""Words that deny, as regular expressions over normalised text. A table: read it in the language it is for."""

from __future__ import annotations

HARMLESS = {
    "de": r"\bnicht (?:alle[ns]?|jede[mnrs]?|immer|nur|allein|bloß|zuletzt|zu vergessen|mehr wegzudenken|mehr als|weniger als|zu unterschätzen|ohne)\b|\bkeine? (?:frage|problem|thema|wunder|zweifel)\b"
    r"|\bohne (?:zweifel|weiteres|frage|umwege|verpflichtung(?:en)?|verbindlichkeit|gewähr|obligo|ausnahme|unterbrechung|probleme|verzögerung(?:en)?)\b|\baußer(?:gewöhnlich|ordentlich|dem|halb)\w*|\bnicht umsonst\b"
    r"|\bbis auf (?:weiteres|abruf|wunsch)\b",
    "zh": r"不仅|不但|不光|不只|不单|不止|不限于?|不[论管断同少锈粘错变定等凡愧二足宜菲]|不低于|不超过|不干胶|不得不|[能可会]不不|不可或缺|不可缺少|必不可少|不间断|不遗余力|不饱和|[无莫]不|无论|无疑|无比|无限|非常|非凡|非诚勿扰|除非|没有?问题|不成问题"
    r"|毫无疑问|独一无二|源源不断|非[^，,。；;]{1,12}不(?:可|行)|没有[^，,。；;]{0,12}不|不是(?:不|没|所有|全部|每)|并不是(?:不|没|所有)|并非(?:所有|全部|每)",
    "en": r"\bnot (?:all|every|each|always|only|just|merely|solely|simply|limited to|least|to mention|exceeding|more than|less than|without|to be underestimated)\b|\bno (?:problem|doubt|question|wonder|matter|later than|less than|more than|fewer than|other than|exception|obligation)\b"
    r"|\bwithout (?:a |any )?(?:doubt|question|obligation|delay|exception|fail|further ado|hesitation|commitment|problems?)\b|\bnothing (?:but|less than)\b|\bnone other than\b|\bwhether or not\b|\bif not\b|\bfree of charge\b|\bno\.? ?(?=\d)"
    r"|\bfree from (?=stock|our)",
}
"""Turns of phrase that hold a word of denial and deny nothing: not only, ohne Zweifel, 不仅."""

_GERMAN_REFUSED = (
    r"(?:be|ver|er|zer|ent|an|ab|aus|ein|auf|mit|zu|vor|unter|über)?ge\w+(?:t|en)|(?:be|ver|er|ent)(?:antwort|rücksichtig|arbeit|wend|liefer|dien|folg|wünsch|nötig|treib|treff|kauf|wert|acht|laub)\w*|\w+iert|enthalten|inbegriffen|erhalten"
    r"|möglich|lieferbar|verfügbar|erhältlich|vorhanden|zulässig|relevant|interessant|willkommen|geeignet|nötig|notwendig|erforderlich|zuständig|im (?:programm|sortiment|angebot|lieferumfang|preis)|in (?:frage|betracht)|von interesse|bei uns|teil unseres \w+"
    r"|werden|wird|sind|ist|haben|hat|führen|kommen|kommt|mehr|an|ab|ein|her|aus|auf|selbst|sich|zu \w+en|melden|anrufen|anbieten|bewerben|kontaktieren|liefern|herstellen|produzieren|fertigen|verkaufen|kaufen|brauchen|suchen|benötigen"
)
_ENGLISH_VERBS = (
    r"manufactur\w*|produc(?:e|es|ed|ing)|mak(?:e|es|ing)|made|sell(?:s|ing)?|sold|suppl(?:y|ies|ied|ying)|offer(?:s|ed|ing)?|trad(?:e|es|ing)|deal(?:s|ing)?|distribut(?:e|es|ed|ing)|import(?:s|ed|ing)?|export(?:s|ed|ing)?|stock(?:s|ed|ing)?"
    r"|includ(?:e|es|ed|ing)|contain(?:s|ed|ing)?|accept(?:s|ed|ing)?|need(?:s|ed)?|want(?:s|ed)?|requir(?:e|es|ed|ing)|buy(?:s|ing)?|purchas(?:e|es|ed|ing)|work(?:s|ing)?|do|us(?:e|es|ed|ing)|handl(?:e|es|ed|ing)|provid(?:e|es|ed|ing)"
    r"|repair(?:s|ed|ing)?|carr(?:y|ies|ied)|cover(?:s|ed|ing)?|represent(?:s|ed|ing)?|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)?|cooperat(?:e|es|ing)|process(?:es|ed|ing)?|cast(?:s|ing)?|apply|contact|call|seek(?:s|ing)?|look(?:s|ing)?|consider(?:ed|ing)?"
)
_ENGLISH_REFUSED = (
    rf"(?:{_ENGLISH_VERBS})|welcome|desired|answered|available|possible|permitted|allowed|invited|eligible|relevant|necessary|suitable|acceptable|interested|of interest|us|here|by us|at all|any ?more|any longer|please|either|be|been|being|in our \w+|part of (?:our|the) \w+|sought|asked for|served|serviced"
)
REFUSED = {"de": rf"(?:\s+(?:{_GERMAN_REFUSED})\b)*\s*$", "en": rf"(?:\s+(?:{_ENGLISH_REFUSED})\b)*\s*$"}
"""What may stand between `nicht` and the end of its clause when it denies what stands before: '… werden nicht beantwortet'."""
VERBS = {"de": r"(?!)", "en": rf"\s+(?:to |any )?(?:{_ENGLISH_VERBS})\b(?: (?:with|in|for|to|from)\b)?"}
"""A verb behind the denial that belongs to it and is no role: 'do not manufacture bearings'."""

NEGATION = {
    "de": r"\b(?:(?P<pair>weder)|(?P<absent>ohne|frei von|exklusive|exkl\.?|statt(?!lich|find|ge)|anstatt|anstelle(?: von)?|abzüglich|mangels|nicht aus)|(?P<noun>kein(?:e[mnrs]?|erlei)?|nichts)"
    r"|(?P<except>außer|ausser|mit ausnahme (?:von|der|des)|mit ausschluss (?:von|der|des)|unter ausschluss (?:von|der|des)|abgesehen von|bis auf|verzicht\w* (?:\w+ )?auf|vermeid(?:en|et)(?: wir)?|lehn(?:en|t)(?! (?:wir|ich)))"
    r"|(?P<verbal>nicht|niemals|nie)|(?P<edge>unerwünscht|zwecklos|ausgenommen|ausgeschlossen|verboten|untersagt|unzulässig|überflüssig)(?: sind| ist| werden| wird| bleiben)?"
    r"|(?P<back>scheiden aus|lehnen wir ab|werden abgelehnt|werden ignoriert|entfallen|entfällt))\b",
    "en": r"\b(?:(?P<pair>neither)|(?P<absent>without|free (?:of|from)|devoid of|lacking|exclusive of|instead of|rather than|in place of|as opposed to|other than|minus)|(?P<noun>no|none of|nothing)"
    r"|(?P<except>except(?:ing)?(?: for)?|excluding|apart from|aside from|with the exception of|but (?:not|no)|save for|(?<=\ball )but|(?<=everything )but|(?<=anything )but|(?<=everybody )but|(?<=everyone )but|avoid(?:s|ing)?|refus(?:e|es|ing)|reject(?:s|ing)?|exclud(?:e|es))"
    r"|(?P<verbal>not|never|cannot|can't|don't|doesn't|won't|isn't|aren't|didn't|nor)|(?P<edge>excluded|unwanted|unwelcome|prohibited|forbidden|excepted)(?: are| is)?"
    r"|(?P<back>(?:will|are|is|shall) (?:be )?(?:ignored|rejected|refused|declined|disregarded|discarded)|keep away|stay away))\b",
}

_AND = {
    "de": r"\s(?:und|oder)\s+(?=(?:wir|ich|suchen|sucht|bieten|liefern|fertigen|produzieren|verkaufen|nur|mit|ohne|kein\w*|ausschließlich|dafür|stattdessen)\b)",
    "en": r"\sand\s+(?=(?:we|our|only|with|without|offer|make|sell|seek|need|supply|produce|no|not|prefer|are|is)\b)",
}
ENDS = {
    "de": r"[;:!?()\n]|\.(?=\s|$)|\s[-–]\s|\b(?:sondern|aber|jedoch|doch|allerdings|nur|lediglich|dafür|bitte|ausschließlich|sind|ist|werden|wird|wurden|kann|können|kommen|kommt|gesucht|gewünscht|erwünscht|willkommen|möglich|lieferbar|erhältlich|suchen|sucht|bieten|stehen|stammen|setzen)\b"
    rf"|{_AND['de']}|\s\w+(?:en|t|e)\s+(?=(?:wir|ich|man)\b)",
    "en": r"[;:!?()\n]|\.(?=\s|$)|\s[-–]\s|\b(?:but|only|rather|instead|just|however|although|please|are|is|will|need|needs|can|we|were|was|should|must|possible|available|wanted|welcome|required|as long as|if|because|since|who|which|that)\b"
    rf"|{_AND['en']}",
}
STOPS = {
    "absent": {
        "de": r"|\s(?:für|zur|zum|in|im|aus|ab|bei|mit|nach|an|auf|als|zu|gegen|direkt|zwischen|über)\s",
        "en": r"|\s(?:for|in|at|on|by|with|to|from|as|made|under|within|between|directly|over|up)\s",
    },
    "noun": {"de": r"|\s(?:für|als)\s", "en": r"|\s(?:for|to|as)\s"},
}
"""A lack reaches to the end of its noun, not to what that is for: Dichtungen ohne Silikon für Lackieranlagen."""
LIGHT = {
    "de": r"\s+(?:interesse an|bedarf (?:an|für)|verwendung für|nachfrage nach|kapazität(?:en)? für|angebote? (?:für|von|über)|anfragen (?:für|nach|von|zu))",
    "en": r"\s+(?:interest in|need (?:for|of)|use for|demand for|market for|capacity for|offers? (?:of|for|from)|enquir(?:y|ies) (?:for|from|about)|requests? (?:for|from))",
}
"""Nouns that only lead to the thing that is denied: kein Bedarf an Pumpen."""
BESIDES = {"de": (r"außer|ausser|abgesehen von", r"\b(?:auch|ebenfalls|zusätzlich|noch|weitere|außerdem)\b"), "en": (r"apart from|aside from", r"\b(?:also|as well|too|additionally|further)\b")}
"""Exceptions that add instead: außer Pumpen fertigen wir auch Ventile."""
ALL_BEFORE = r"\b(?:alle[rnms]?|sämtliche\w*|jede\w*|ganz\w*|überall|alles|komplett\w*)\b"
ANTICIPATED = {"de": r"\s+(?:gesucht|gewünscht|erwünscht|benötigt|gefragt|enthalten|inbegriffen|im preis enthalten|angeboten|im programm|zugelassen|erlaubt)(?: sind| ist| werden| wird)?\s*:", "en": r"\s+(?:wanted|required|needed|included|accepted|welcome|sought|offered|permitted|allowed)\s*:"}
"""'Nicht gesucht: Leuchten': the list behind the colon is denied."""

_ABSENT_ZH = r"含有?|包含|带有?|配备?|添加|掺|使用|采用|加|用"
_ACTS_ZH = r"做|生产|制造|加工|销售|经营|从事|提供|供应|接受|接|找|要求?|需要|需|收购|收|买|卖|采购|考虑|承接|代理|包括|涉及|是|属于|欢迎|招|与|和|同|跟|支持|设|参与|出口|进口|批发|零售|回收|寻找|寻求|办理|承担|允许|附带?|负责|对接|洽谈|再|提"
PREFIX_ZH = (
    rf"(?P<absent>(?:暂|从|绝|概|均|都|并)?(?:不|未|无)(?:得|可|能)?(?:{_ABSENT_ZH})|(?:禁止|严禁|杜绝|禁)(?:使用|添加|销售|生产)?|没有任何|没有|没(?=[^有])|无任何|无(?=中间|中介|代理|经销|贸易|第三方)|(?:(?<=本[店厂司])|(?<=我[们厂司])|(?<=公司)|(?<=产品)|(?<=[绝并均也且]))无(?![论需须疑任法])|缺乏|缺少)"
    rf"|(?P<act>(?:暂|从|绝|概|一律|也|均|都|并|恕|皆|尚|目前)?不(?:再|予|能|可|会|愿|得|便|打算|希望)?(?:{_ACTS_ZH})(?:与|和|跟|做|从事)?|未(?:从事|经营|开展|涉足)|谢绝|拒绝|婉拒|无需|无须|不用|不必|毋需|请勿(?!打扰|联系|扰|来电)|而不是|而非|并非|非(?=制造|生产|贸易|工厂|厂家|厂商|中介|代理|经销|经纪|企业)|排除(?!故障)|避免|停止(?:生产|销售|经营)|放弃)"
    r"|(?P<out>(?<![拆清去消删扣解排免破铲根废切剔驱])除(?:了|去|开|却)?(?=[^,，。；;：:]{1,40}?(?:以外|之外|外(?![壳销贸围观部协包加国资商企汇科延径墙罩套层表])))|除了?(?=[^,，。；;：:尘湿锈霜草雪渣油垢磷氧铁][^,，。；;：:]{0,30}[,，][^,，。；;：:]{0,12}?(?:其他|其它|其余|均|都|一律|皆))|(?<=[(（])除(?:了|去)?(?![尘湿锈霜草雪渣油垢磷氧铁毛])(?=[^()（）]{1,30}[)）]))"
)
SUFFIX_ZH = (
    r"除外|勿扰|免谈|勿进|莫扰|免扰|请?勿(?:联系|打扰|来电|询|投|加)|请绕[道行]|不予(?:采购|受理|考虑|接待|接受|回复|合作|回应|理会|收购)|(?:一[律概]|概|恕)?不(?:收|要|接|做|卖|买|用|含|供|招|需要|考虑|接受|接待|采购|受理|合作|回复|理会|提供|生产|经营|销售|收购|加工|代理|涉及|参与|欢迎|回收)(?:了|的)?(?=\s*(?:[，,。；;！!）)]|$))|不在(?:此|其)列|不在[^，,。；;]{0,12}(?:范围|之列)内?"
    r"|不包括在内|不计(?:算)?在内|另计|(?<![减避豁难以])免(?=\s*(?:[，,。；;！!）)]|$))"
)
STOPS_ZH = r"[，,。；;：:！!？?\n（()）]|而是|而(?=且)|但是?|只|仅|却|即可|就行|都|均|也|并(?!非)|直接|专做|专注|我们|本公司|我司|应当|必须"
ALSO_ZH = r"还|也|亦|同时|另|兼"
ONLY_ZH = r"都|均|其他|其它|其余|一律|皆|全部"
PARALLEL_ZH = r"\s*[，,、]\s*无(?![论需须疑任法])"
"""A second 无 beside a first that denies: 本店无假货，无翻新轮胎."""
RESTRICTS = {
    "de": r"\b(?:von|vom|aus|mit|außerhalb|unter|über)\s",
    "en": r"\b(?:from|with|outside|under|below|above|(?<=offers )of|(?<=inquiries )of)\s",
}
"""'Lieferanten aus Übersee werden nicht berücksichtigt' refuses those from overseas, not suppliers."""
LAST_VERB = {"de": r"\s+(?:produzier\w+|(?:her)?gestellt|herstell\w+|gefertigt|fertigt|verkauft|vertreibt|liefert|liefern|produzieren|fertigen|verkaufen)\s*$", "en": r"(?!)"}
"""The verb at the end of a German clause is not itself denied: 'der nicht in Asien produziert'."""
