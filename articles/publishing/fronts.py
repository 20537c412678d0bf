"""The readers' door to a front. Six queries at most: slots, corrections, cards, pictures, faces, what stands round."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Correction, Format, FrontSlot, Photo, Publication
from articles.publishing import addresses, frames, presenters, shelf, slots, structured
from articles.publishing.editions import Edition
from articles.publishing.pages import Answer, Block, Card, Front, Head, Link, Note
from articles.publishing.prepared import padded, prepared

OPINIONS = 4
A_BLOCK = 5
LATEST = 12
CORRECTIONS = 3
READ_OF_ALL = 40
READ_OF_A_SECTION = 16


@dataclass(frozen=True)
class _Table:
    """What a front is laid from: rows newest first, and what an editor has put in its places."""

    edition: Edition
    rows: Sequence[Publication]
    slots: slots.Placed
    photos: shelf.Photos
    portraits: Mapping[int, Photo]

    @property
    def news(self) -> list[Publication]:
        """The rows that lists may show: what is paid for stands only where somebody has placed it."""
        return [row for row in self.rows if row.format != Format.SPONSORED]

    def card(self, row: Publication, room: presenters.Room = presenters.CARD) -> Card:
        """Return a row as a card, with its slot's own words and picture."""
        return self.slots.card(self.edition, row, self.photos.by_pk, room)

    def opinion(self, row: Publication) -> Card:
        """Return an opinion with its writer's face instead of a picture."""
        photo = self.portraits.get(presenters.opinion_writer(row) or 0)
        face = presenters.picture(self.edition, photo, {"decorative": True}, presenters.PORTRAIT)
        return replace(self.card(row, presenters.SMALL), portrait=face)


def front(language: str, *, at: datetime) -> Answer:
    """Return a language's front: what editors placed first, then the newest, then the sections."""
    return _front(language, slots.placed(language, None, at=at), at)


def preview(language: str, *, at: datetime, address: slots.Address, instead: Sequence[FrontSlot] | None) -> Answer:
    """Return a front as it is at a moment, or as it would be with other slots; their own pictures are at `address`."""
    placed = slots.placed(language, None, at=at, instead=instead)
    return _front(language, replace(placed, address=address), at)


def _front(language: str, placed: slots.Placed, at: datetime) -> Answer:
    edition = Edition.of(language, at)
    corrections = _corrections(language, at)
    sections = tuple(edition.navigation.sections)
    wanted = padded([*placed.by_article, *(correction.article_id for correction in corrections)])
    rows = _rows(language, at, sections, wanted)
    writers = padded(pk for row in rows if (pk := presenters.opinion_writer(row)))
    portraits = {author.pk: author.portrait for author in shelf.portrayed(writers) if author.portrait}
    photos = shelf.photos([*(row.lead_photo_id for row in rows), *placed.photo_pks])
    table = _Table(edition, rows, placed, photos, portraits)
    round_it = shelf.around(language, at)
    others = {code: addresses.home(code) for code in (language, edition.other)}
    span = round_it.span & edition.day & placed.span & presenters.row_span(rows)
    return Answer(
        page=_laid(table, _head(edition, others), corrections),
        chrome=frames.chrome(edition, round_it, others=others, is_home=True),
        span=span & presenters.photo_span([*table.photos.by_pk.values(), *portraits.values()], at),
        keys=(f"lists-{language}", *(f"article-{row.article_id}" for row in rows)),
    )


@prepared
def _corrections(language: str, at: datetime) -> QuerySet[Correction]:
    said = shelf.said(at).filter(shelf.is_readable(at), language=language)
    return said.order_by("-at", "-pk")[:CORRECTIONS]


@prepared
def _rows(language: str, at: datetime, section_pks: tuple[int, ...], article_pks: tuple[int, ...]) -> shelf.Rows:
    parts = [shelf.newest(language, at, size=READ_OF_ALL)]
    parts += [shelf.newest(language, at, size=READ_OF_A_SECTION, section_id=pk) for pk in section_pks]
    parts.append(Publication.objects.listed(at).filter(language=language, article__pk__in=article_pks).values("pk"))
    return shelf.cards(*parts)


def _laid(table: _Table, head: Head, corrections: Sequence[Correction]) -> Front:
    by_article = {row.article_id: row for row in table.rows}
    placed = table.slots.lead(table.rows)
    newest = table.rows[:READ_OF_ALL] if not placed else table.rows
    top = _top(placed, [row for row in newest if row.format not in {Format.OPINION, Format.CARTOON, Format.SPONSORED}])
    taken = {row.article_id for row in top}
    opinions = list(_free((row for row in table.rows if row.format == Format.OPINION), taken, OPINIONS))
    taken |= {row.article_id for row in opinions}
    cartoon = next(_free((row for row in table.rows if row.format == Format.CARTOON), taken, 1), None)
    taken |= {cartoon.article_id} if cartoon else set()
    return Front(
        head=head,
        lead=table.card(top[0], presenters.LEAD) if top else None,
        seconds=tuple(table.card(row) for row in top[1:]),
        opinions=tuple(table.opinion(row) for row in opinions),
        cartoon=table.card(cartoon) if cartoon else None,
        blocks=tuple(_blocks(table, taken)),
        latest=tuple(table.card(row, presenters.SMALL) for row in table.news[:LATEST]),
        corrections=tuple(_notes(table.edition, by_article, corrections)),
    )


def _top(placed: list[Publication], newest: list[Publication]) -> list[Publication]:
    """Fill the lead and the seconds: what was placed in its order, then the newest; a lead of ours has a picture."""
    rest = [row for row in newest if row not in placed]
    if not placed and rest:
        lead = next((row for row in rest[: slots.SHOWN] if row.lead_photo_id), rest[0])
        rest = [lead, *(row for row in rest if row is not lead)]
    return [*placed, *rest][: slots.SHOWN]


def _free(rows: Iterable[Publication], taken: set[int], size: int) -> Iterator[Publication]:
    left = size
    for row in rows:
        if left and row.article_id not in taken:
            left -= 1
            yield row


def _blocks(table: _Table, taken: set[int]) -> Iterator[Block]:
    of_section: dict[int, list[Publication]] = defaultdict(list)
    for row in table.news:
        of_section[row.section_id].append(row)
    for pk in table.edition.navigation.sections:
        rows = list(_free(of_section[pk], taken, A_BLOCK))
        if rows:
            yield Block(section=table.edition.section(pk), cards=tuple(table.card(row) for row in rows))


def _notes(edition: Edition, rows: Mapping[int, Publication], corrections: Iterable[Correction]) -> Iterator[Note]:
    for correction in corrections:
        row = rows.get(correction.article_id)
        if row is not None:
            yield presenters.note(
                edition, correction.change, correction.text, correction.at, article=article_link(edition, row)
            )


def article_link(edition: Edition, row: Publication) -> Link:
    """Return an article's headline and address."""
    url = edition.article_path(row.article_id, row.section_id, row.slug)
    return Link(label=row.headline, url=url, language=row.language, direction=edition.direction)


def _head(edition: Edition, others: dict[str, str]) -> Head:
    motto = edition.house.motto_ar if edition.language == "ar" else edition.house.motto_en
    title = f"{edition.house_name} — {motto}" if motto else edition.house_name
    sections: list[Any] = [edition.section(pk) for pk in edition.navigation.sections]
    names = _("%(house)s: %(section)s") % {
        "house": edition.house_name,
        "section": (", " if edition.language == "en" else "، ").join(link.label for link in sections),
    }
    return frames.head(
        edition,
        frames.Facts(
            path=addresses.home(edition.language),
            title=title,
            description=names,
            others=others,
            is_home=True,
            json_ld=structured.as_script(structured.website(edition), structured.organization(edition)),
        ),
    )
