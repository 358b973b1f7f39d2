"""Words of business letters that name no trade. They are right as they stand: nobody is asked whether something else was meant."""

from __future__ import annotations

GENERAL = {
    "de": frozenset(
        """
        ablauf absatz abschluss absprache abstimmung adresse anbieter anforderung anforderungen anfrage anfragen angabe angaben angebote anlass annahme anruf
        ansprechpartner anspruch anteil antwort anwendung anzahl ausland auswahl ausweis bedarf bedingung bedingungen beginn beispiel beitrag bereitschaft
        bericht beruf besprechung bestand besuch betrieb betriebe betrag bewerbung beziehung beziehungen branche budget chance chancen datum dauer dienst
        eigene einblick eindruck einsatz einstieg ende entwicklung erfahrung erfahrungen erfolg ergebnis erwartung fach fachkraft fachkräfte familie farbe
        firma flexibel folge form frage fragen frist gebiet gelegenheit gemeinsam gesamt geschäft geschäfte gesellschaft gespräch gewicht gewinn gruppe grund
        grundlage gründe güte hilfe idee ideen inhaber inhalt interesse jahrzehnt jahrzehnte kleinserie kollege kollegen kontakt kontakte konzept kosten kraft
        lage langfristig laufzeit leistung leute lieferung lieferungen lieferzeit losgröße losgrößen markt märkte mengen mitarbeiter mitarbeitende mitglied
        mittelstand mittelständisch mittlere möglichkeit möglichkeiten möglichst monat monate muster nachfrage nachhaltig nachweis nähe name neuheit niveau
        nutzen ordnung partnerschaft person personal planung preis preise preiswert probe projekt projekte prozent prüfung qualität rabatt rahmen raum
        referenz referenzen region reise richtung risiko rolle schnell schritt schulung serie serien seriös sicher sicherheit situation sitz sonder spanne
        sprache stadt städte standort standorte stärke stelle strategie stück stunde suche system tätigkeit tätigkeiten team teil termin thema themen
        treffen überblick übersicht umfang umgebung umsatz umsetzung unterlagen unternehmen unterstützung ursprung verantwortung verbindung verein verfügung
        vergabe verhältnis verkauf vertrag verträge vertrauen verwendung vielfalt vorgabe vorgaben vorhaben vorschlag vorteil vorteile wachstum wahl weise
        weltweit werk wert wettbewerb woche wochen wunsch ziel ziele zukunft zulieferung zusage zusammenarbeit zustand zuverlässig zweck zweig deutschland
        deutsche deutschen deutscher china chinesische chinesischen chinesischer chinesisch österreich schweiz europa asien bayern
        """.split()
    ),
    "en": frozenset(
        """
        ability abroad access account address advice agreement amount annual answer apiece around assemble assistance attention attractive available average
        background balance based basis benefit benefits branch budget business call capable carry chance change changes choice client close common
        communication competitive complete condition conditions contact contacts content contract cooperation cost costs country customer customers daily
        delivery demand department detail details direct directly distance domestic during early easily effort employee employees enquiry established
        europe european example exchange exclusive existing experience experienced expert expertise export extra family features figure final find finish
        firm flexible following foreign found founded friendly full further future german germany china chinese general goods group growing growth hand
        helpful history house idea import improve increase independent individual interest interested international issue joint knowledge language large
        latest lead leader leading learn least letter level local location long lots main market markets medium meet meeting member members minimum
        modern month months name national near network normal number office open opportunity order orders overseas owner painted partnership payment
        people period person place plan please point possible potential present price prices private problem project projects promise proper proven
        public purpose quantity question quick quickly quote range ready reason recent reference region regular relation reliable request response result
        results right runs sample samples schedule search season sector seeking selection senior series serious share short similar simple single size
        small solution solutions source special staff standard start statement store strategy strength strong subject success suitable support target
        team technical term terms together total trade training travel trust typical unit units urgent useful value various volume wanted weekly wide
        worldwide world year years young
        """.split()
    ),
}
