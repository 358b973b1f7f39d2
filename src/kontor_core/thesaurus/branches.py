"""Concepts that name those whom things are made for: places, trades and branches of the economy, rather than things or what is done."""

from __future__ import annotations

from kontor_core.thesaurus.concepts import Thesaurus

PLACE_ROOTS = frozenset(
    """
    culture-sport health-service retail education-training public-administration passenger-transport farm architecture law-firm dental-lab data-centre
    farmers-cooperative car-repair new-car-dealer laundry textile-cleaning airline industrial-park science-park development-zone logistics-park
    machine-building plant-engineering wedding-service funeral-service publishing printing-group petrol-station pharmacy-retail nursing-home research-institute port-operation airport-ground-services
    """.split()
)
"""Services that are places or trades, with all below them: their name behind für or for is a user."""
BRANCH_ROOTS = frozenset(
    """
    wholesale e-commerce location-promotion finance legal-tax telecommunications power-generation heat-supply gas-supply water-supply waste-management
    construction-sector logistics freight-transport
    """.split()
)
"""Services that may be a branch or what somebody does, with all below them: Fassaden für den Hochbau, but Fachbetrieb für Dachsanierung."""
BRANCHES = frozenset(
    """
    crop-growing vegetable-growing fruit-growing viticulture flower-growing nursery-growing organic-farming greenhouse-farming animal-husbandry cattle-breeding
    pig-breeding poultry-farming sheep-farming beekeeping aquaculture mariculture fishing hunting forestry logging meat-processing fish-processing
    dairy-processing baking brewing winemaking spirits-distilling sugar-refining milling-grain confectionery-shop aerospace shipbuilding car-manufacturing
    metallurgy steelmaking ironmaking nonferrous-smelting ore-mining coal-mining oil-gas-extraction oil-refining papermaking electromobility renewable-energy
    photovoltaics wind-energy hydropower pharma-manufacturing automotive-industry rail-transit-equipment coal-chemistry food-processing-service
    industrial-gas natural-gas
    """.split()
)
"""Processes and products that stand for a whole branch, and the media that valves, pumps and pipes are for."""


WHOLE = 2
"""Depth up to which a concept is a sector or a group of one: nobody offers it as such."""
TRADING = frozenset(
    """
    wholesale retail import-export-trade import-trade export-trade foreign-trade general-trade domestic-trade direct-sales entrepot-trade agency-trade
    online-shop specialist-shop foreign-trade-service
    """.split()
)
"""Trade as such: beside a thing it says in which role somebody offers the thing, and is nothing offered itself."""
ATTENDING = frozenset("r-and-d technical-service consulting technical-consulting after-sales-service product-development design-services mechanical-design".split())
"""What goes along with making and selling a thing: Entwicklung, Herstellung und Vertrieb von Sensoren."""


def places(thesaurus: Thesaurus) -> frozenset[int]:
    """Numbers of the concepts that are a place, a trade or a whole branch."""
    found = {concept.index for concept in map(thesaurus.get, BRANCHES) if concept is not None}
    whole = {concept.index for concept in thesaurus.concepts if thesaurus.depth[concept.index] <= WHOLE and concept.kind not in ("role", "service")}
    return frozenset(found | whole | _below(thesaurus, PLACE_ROOTS))


def branches(thesaurus: Thesaurus) -> frozenset[int]:
    """Numbers of the services that may stand for a branch."""
    return frozenset(_below(thesaurus, BRANCH_ROOTS))


def _below(thesaurus: Thesaurus, names: frozenset[str]) -> set[int]:
    roots = {concept.index for concept in map(thesaurus.get, names) if concept is not None}
    return {
        concept.index for concept in thesaurus.concepts
        if concept.kind == "service" and (concept.index in roots or any(above in roots for _, above in thesaurus.ancestors[concept.index]))
    }
