"""The thesaurus as SKOS in Turtle, the exchange form. Source: W3C, SKOS Simple Knowledge Organization System Reference (2009)."""

from __future__ import annotations

from kontor_core.thesaurus.concepts import LANGUAGES, RELATIONS, Thesaurus

BASE = "urn:kontor:concept:"
_TAG = {"de": "de", "zh": "zh-Hans", "en": "en"}


def turtle(thesaurus: Thesaurus) -> str:
    """The whole thesaurus; typed relations become sub-properties of skos:related."""
    from rdflib import Graph, Literal, Namespace, URIRef
    from rdflib.namespace import RDF, RDFS, SKOS

    own = Namespace("urn:kontor:property:")
    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("kontor", own)
    scheme = URIRef("urn:kontor:thesaurus")
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    for relation in RELATIONS[:-1]:
        graph.add((own[relation], RDFS.subPropertyOf, SKOS.related))
    for concept in thesaurus.concepts:
        node = URIRef(BASE + concept.id)
        graph.add((node, RDF.type, SKOS.Concept))
        graph.add((node, SKOS.inScheme, scheme))
        if not concept.broader:
            graph.add((node, SKOS.topConceptOf, scheme))
        for broader in concept.broader:
            graph.add((node, SKOS.broader, URIRef(BASE + broader)))
        for kind, other in concept.related:
            graph.add((node, SKOS.related if kind == "related" else own[kind], URIRef(BASE + other)))
        if concept.isic:
            graph.add((node, SKOS.notation, Literal(f"ISIC4:{concept.isic}")))
        for language in LANGUAGES:
            labels, tag = concept.labels[language], _TAG[language]
            graph.add((node, SKOS.prefLabel, Literal(labels.preferred, lang=tag)))
            for label in labels.alternative:
                graph.add((node, SKOS.altLabel, Literal(label, lang=tag)))
            for label in labels.hidden:
                graph.add((node, SKOS.hiddenLabel, Literal(label, lang=tag)))
        if concept.note:
            graph.add((node, SKOS.scopeNote, Literal(concept.note, lang="en")))
    return str(graph.serialize(format="turtle"))
