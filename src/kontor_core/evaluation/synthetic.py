"""Made-up company profiles and queries for measuring speed; nothing in them is a real company.

Profile `number` depends on the seed and its number alone, so any process may make any stretch of them, in any order. What is drawn:

- *Concepts*: those a company can offer, in a shuffled order; rank r is drawn with a chance proportional to 1/(r + 10) (Zipf with a
  flattened head, as trades are: no single keyword fits a tenth of a register). A profile has one main concept; each further one is a
  neighbour of it in the thesaurus with chance .6 (same trade), else drawn anew. Number of offers: 1 + geometric, mean 5, at most 24.
- *Texts*: profiles of Chinese cities are written in Chinese (85 %) or English, of German cities in German (75 %) or English. A text
  lists labels of the concepts in one of the forms of registers and company pages; preferred labels 60 %, synonyms 40 %. Every profile
  has a name with place and legal form, 12 % say what they seek, 8 % have statements that a person confirmed.
- *Filters*: country CN 60 %, DE 40 %; 40 cities, rank r with chance 1/r; size of a company by four bands (62, 24, 10 and 4 %); a
  contact 6 %; certificates: none 70 %, else one to three; a form of cooperation 10 %; check level 1 or more 8 %.
"""

from __future__ import annotations

import itertools
import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kontor_core.search.document import NAME, STATED, TEXT, Source, build
from kontor_core.search.ports import Document
from kontor_core.thesaurus.concepts import LANGUAGES, SUBJECT_KINDS
from kontor_core.thesaurus.index import LabelIndex

FLATTENED = 10
MEAN_OFFERS = 5
MOST_OFFERS = 24
KIN = 0.6
SYNONYM = 0.4
CITIES = tuple(f"{country}-city-{number:02d}" for number in range(1, 21) for country in ("cn", "de"))
"""Likelier first, in turn of the two countries; the first country has the odd places."""
SIZES = {"1-9": 62, "10-49": 24, "50-249": 10, "250+": 4}
CERTIFICATES = ("iso-9001", "iso-14001", "iatf-16949", "iso-13485", "ce-marking", "iso-45001")
AGREEMENTS = ("supply:supplier", "supply:buyer", "distribution:principal", "agency:agent", "joint-development:partner", "licence:giver")
PLACES = {"zh": "华东南西北江山海", "de": ("Alt", "Neu", "Ober", "Unter", "Burg", "Tal"), "en": ("North", "South", "East", "West")}
FORMS = {
    "zh": ("{main}的研发、生产、销售；{rest}的加工；货物进出口、技术进出口。", "生产：{main}、{rest}。(依法须经批准的项目，经相关部门批准后方可开展经营活动)",
           "我公司专业从事{main}，主要产品有{rest}，产品远销海内外。", "一般项目：{main}；{rest}；技术服务、技术咨询。"),
    "de": ("Gegenstand des Unternehmens ist die Herstellung und der Vertrieb von {main}, {rest} sowie verwandte Dienstleistungen.",
           "Wir sind Ihr Partner für {main}. Zu unserem Programm gehören {rest}.", "Entwicklung und Fertigung: {main}, {rest}.",
           "Handel mit {main} und {rest}; Beratung und Service."),
    "en": ("Manufacturer of {main}. Our range covers {rest}.", "We develop, produce and export {main}, {rest}.",
           "Family-owned company for {main} with in-house {rest}."),
}
WANTED = {"zh": "寻求{main}供应商及合作伙伴。", "de": "Wir suchen Lieferanten für {main}.", "en": "We are looking for suppliers of {main}."}
QUERIES = {
    "zh": ("{a}", "{a}", "{a} {b}", "寻找{a}厂家", "我们需要{a}，最好能提供{b}", "求购{a}，要求供应商具备{b}能力，长期合作，质量稳定"),
    "de": ("{a}", "{a}", "{a}, {b}", "Hersteller von {a}", "Wir suchen {a} und {b}", "Für eine neue Anlage suchen wir einen Partner, der {a} liefert und auch {b} übernimmt, keine Händler"),
    "en": ("{a}", "{a}", "{a} {b}", "manufacturer of {a}", "looking for {a} with {b}", "We need a reliable supplier of {a} in series, who can also take over {b} and final assembly"),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A made-up company: what `kontor_core.search.document.build` takes."""

    key: str
    sources: tuple[Source, ...]
    filters: dict[str, frozenset[str]]
    numbers: dict[str, int]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A made-up query and the country whose companies it is asked of."""

    text: str
    language: str
    country: str


class Generator:
    """Profiles and queries of one seed over one thesaurus."""

    def __init__(self, index: LabelIndex, seed: int) -> None:
        self._index = index
        self._seed = seed
        thesaurus = index.thesaurus
        self._concepts = [c.index for c in thesaurus.concepts if c.kind in SUBJECT_KINDS and thesaurus.depth[c.index] >= 2]
        random.Random(f"order {seed}").shuffle(self._concepts)
        self._sums = list(itertools.accumulate(1.0 / (rank + FLATTENED) for rank in range(len(self._concepts))))
        self._city_sums = list(itertools.accumulate(1.0 / (rank + 1) for rank in range(len(CITIES) // 2)))

    def _drawn(self, chance: random.Random) -> int:
        return self._concepts[bisect_left(self._sums, chance.random() * self._sums[-1])]

    def _offers(self, chance: random.Random) -> list[int]:
        main = self._drawn(chance)
        thesaurus = self._index.thesaurus
        parents = [ancestor for level, ancestor in thesaurus.ancestors[main] if level == 1]
        kin = [c for parent in parents for c in thesaurus.children[parent] if thesaurus.concepts[c].kind in SUBJECT_KINDS]
        offers = {main: None}
        while len(offers) < MOST_OFFERS and chance.random() < 1.0 - 1.0 / MEAN_OFFERS:
            offers[chance.choice(kin) if kin and chance.random() < KIN else self._drawn(chance)] = None
        return list(offers)

    def _label(self, concept: int, language: str, chance: random.Random) -> str:
        labels = self._index.thesaurus.concepts[concept].labels[language]
        return chance.choice(labels.alternative) if labels.alternative and chance.random() < SYNONYM else labels.preferred

    def _text(self, offers: Sequence[int], language: str, chance: random.Random) -> str:
        main, *rest = [self._label(concept, language, chance) for concept in offers]
        listed = ("、" if language == "zh" else ", ").join(rest or [main])
        return chance.choice(FORMS[language]).format(main=main, rest=listed)

    def _name(self, main: int, country: str, language: str, chance: random.Random) -> str:
        trade = self._label(main, "zh" if country == "CN" and language == "zh" else language, chance)
        if language == "zh":
            return f"{''.join(chance.choices(PLACES['zh'], k=2))}市{''.join(chance.choices(PLACES['zh'], k=2))}{trade}有限公司"
        place = chance.choice(PLACES[language]) + chance.choice(("heim", "berg", "stadt", "feld"))
        return f"{place} {trade} {'GmbH' if country == 'DE' else 'Co., Ltd.'}"

    def profile(self, number: int) -> Profile:
        """The profile of a number; the same for the same seed and thesaurus."""
        chance = random.Random(f"profile {self._seed} {number}")
        country = "CN" if chance.random() < 0.6 else "DE"
        own, share = ("zh", 0.85) if country == "CN" else ("de", 0.75)
        language = own if chance.random() < share else "en"
        offers = self._offers(chance)
        sources = [Source(self._name(offers[0], country, language, chance), NAME, language)]
        if chance.random() < 0.08:
            sources += [Source(self._label(c, language, chance), STATED, language) for c in offers[:3]]
        sources.append(Source(self._text(offers, language, chance), TEXT, language))
        if chance.random() < 0.12:
            sources.append(Source(WANTED[language].format(main=self._label(self._drawn(chance), language, chance)), TEXT, language, "want"))
        has_contact, level = chance.random() < 0.06, chance.choice((1, 2, 3)) if chance.random() < 0.08 else 0
        numbers = {"updated": 738_000 + chance.randrange(1500), "prior": 120 * has_contact + 40 * level}
        isic = self._index.thesaurus.concepts[offers[0]].isic
        filters = self._filters(country, language, has_contact, level, chance)
        return Profile(f"organisation:{number:09d}", tuple(sources), filters, numbers, (isic,) if isic else ())

    def _filters(self, country: str, language: str, has_contact: bool, level: int, chance: random.Random) -> dict[str, frozenset[str]]:
        cities = CITIES[0 if country == "CN" else 1 :: 2]
        city = cities[bisect_left(self._city_sums, chance.random() * self._city_sums[-1])]
        filters = {
            "kind": {"organisation"}, "visibility": {"public"}, "country": {country}, "region": {f"{country.lower()}-region-{int(city[-2:]) % 12:02d}"},
            "city": {city}, "size": set(chance.choices(tuple(SIZES), tuple(SIZES.values()))), "contact": {"yes" if has_contact else "no"},
            "verification": {str(level)}, "language": {language}, "status": {"active"},
        }
        if chance.random() < 0.3:
            filters["certificate"] = set(chance.sample(CERTIFICATES, chance.randint(1, 3)))
        if chance.random() < 0.1:
            filters["agreement_role"] = set(chance.sample(AGREEMENTS, chance.randint(1, 2)))
        return {name: frozenset(values) for name, values in filters.items()}

    def document(self, number: int) -> Document:
        """The index document of a profile, analysed like any real one."""
        made = self.profile(number)
        return build(self._index, made.key, made.sources, made.filters, made.numbers, made.codes)[0]

    def queries(self, count: int) -> list[Query]:
        """Queries in German, Chinese and English in turn: single labels, pairs, sentences. Chinese ones are asked of German companies."""
        chance = random.Random(f"queries {self._seed}")
        made = []
        for number in range(count):
            language = LANGUAGES[number % len(LANGUAGES)]
            offers = self._offers(chance)
            a, b = offers[0], offers[1] if len(offers) > 1 else self._drawn(chance)
            text = chance.choice(QUERIES[language]).format(a=self._label(a, language, chance), b=self._label(b, language, chance))
            country = "DE" if language == "zh" else "CN" if language == "de" else chance.choice(("CN", "DE"))
            made.append(Query(text, language, country))
        return made

    def texts(self, number: int) -> list[str]:
        """The texts of a profile in the order they are indexed in."""
        return [source.text for source in self.profile(number).sources]
