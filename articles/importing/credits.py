"""Whose copy it is: the names the house knows, and the byline they make of a source and a signature."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.importing.places import key
from articles.importing.sources import pieces_of
from articles.importing.wire import WireCopy
from articles.models import Agency, Author, BylineLine, Desk, House, Language


@dataclass(frozen=True)
class Credits:
    """The byline of a copy, its agency, and whether nobody but agencies has a part in it."""

    bylines: tuple[BylineLine, ...]
    agency: Agency | None
    is_agencys_alone: bool


@dataclass(frozen=True)
class Known:
    """Agencies, people and desks by every name they sign with."""

    agencies: Mapping[str, Agency]
    people: Mapping[str, Author]
    desks: Mapping[str, Desk]
    house: Sequence[str]

    def of(self, copy: WireCopy) -> Credits:
        """Return the byline of a copy: its desk or its agencies, then the people who signed it."""
        by_key = {key(name): agency for name, agency in self.agencies.items()}
        desks = {key(name): desk for name, desk in self.desks.items()}
        bylines: dict[BylineLine, None] = {}
        agency = self.agencies[copy.agency] if copy.agency else None
        whole = desks.get(key(copy.source))
        pieces = [] if whole or not copy.source else pieces_of(copy.source)
        for piece in pieces:
            named = key(piece)
            found = by_key.get(named) or by_key.get(named.removeprefix("وكاله_"))
            if found:
                bylines[BylineLine(agency_id=found.pk)] = None
            elif named in desks:
                bylines[BylineLine(desk_id=desks[named].pk)] = None
        if whole:
            bylines[BylineLine(desk_id=whole.pk)] = None
        elif agency and not bylines:
            bylines[BylineLine(agency_id=agency.pk)] = None
        has_house = bool({key(piece) for piece in pieces} & set(map(key, self.house)))
        is_alone = bool(bylines) and all(line.agency_id for line in bylines) and not copy.signed and not has_house
        for person, role in copy.signed:
            bylines[BylineLine(author_id=self.people[person].pk, role=role)] = None
        return Credits(tuple(bylines), agency, is_alone)


def credits_known() -> Known:
    """Return everybody the house knows, itself included: four queries."""
    agencies = {
        name.strip(): agency.merged_into or agency
        for agency in Agency.objects.select_related("merged_into")
        for name in (agency.name_ar, agency.name_en, *agency.source_lines.splitlines())
        if name.strip()
    }
    people = {
        name: author.merged_into or author
        for author in Author.objects.select_related("merged_into")
        for name in (author.name_ar, author.name_en)
        if name
    }
    desks = {name: desk for desk in Desk.objects.all() for name in (desk.name_ar, desk.name_en) if name}
    house = [house.name(language) for house in House.objects.all() for language in Language.values]
    return Known(agencies, people, desks, house)
