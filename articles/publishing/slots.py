"""What editors have put on a front, the main one or a section's: its slots in their order, each with its own words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q, QuerySet, Subquery

from articles.models import FrontSlot, Publication
from articles.publishing import presenters
from articles.publishing.editions import Edition
from articles.publishing.pages import Card, Span
from articles.publishing.prepared import prepared

SHOWN = 5
"""How many slots a front shows: the lead and what stands beside it; the next move up when one leaves."""

Address = Callable[[int], str]
"""Where a slot's own picture is answered on the desk, by the photo's number."""


@dataclass(frozen=True)
class Placed:
    """The slots of a front at a moment by article, in order, and how long they stand so."""

    by_article: Mapping[int, FrontSlot]
    span: Span = Span()
    address: Address | None = None

    @property
    def photo_pks(self) -> list[int | None]:
        """The slots' own pictures."""
        return [slot.photo_id for slot in self.by_article.values()]

    def lead(self, rows: Iterable[Publication]) -> list[Publication]:
        """Return the publications that fill the slots; what readers no longer have leaves its slot to the next."""
        known = {row.article_id: row for row in rows}
        return [known[pk] for pk in self.by_article if pk in known][:SHOWN]

    def card(
        self, edition: Edition, row: Publication, photos: presenters.PhotosByPk, room: presenters.Room = presenters.CARD
    ) -> Card:
        """Return a publication as a card, with its slot's own words and picture."""
        slot = self.by_article.get(row.article_id)
        if slot is None:
            return presenters.card(edition, row, photos, room)
        own = None
        if slot.photo_id:
            use = presenters.use_of(row, slot.photo_id)
            words = {**use, "alt": slot.alt, "decorative": False} if slot.alt else use
            own = presenters.picture(edition, photos.get(slot.photo_id), words, room)
            if own and self.address:
                own = replace(own, url=self.address(slot.photo_id), srcset="", sources=())
        return presenters.card(edition, row, photos, room, headline=slot.headline, kicker=slot.kicker, picture=own)


NONE = Placed({})


def placed(
    language: str, section_pk: int | None, *, at: datetime, instead: Sequence[FrontSlot] | None = None
) -> Placed:
    """Return what stands on a front at a moment, or what would if these rows stood there instead. One query."""
    known = list(_slots(language, section_pk, at)) if instead is None else list(instead)
    shown = [slot for slot in known if slot.live_from <= at and (slot.live_until is None or slot.live_until > at)]
    by_article: dict[int, FrontSlot] = {}
    for slot in sorted(shown, key=_order):
        by_article.setdefault(slot.article_id, slot)
    return Placed(by_article, _span(known, at))


def _order(slot: FrontSlot) -> tuple[int, float, int]:
    return slot.position, -slot.live_from.timestamp(), -(slot.pk or 0)


@prepared
def _slots(language: str, section_pk: int | None, at: datetime) -> QuerySet[FrontSlot]:
    of_front = FrontSlot.objects.filter(language=language, section=section_pk)
    # What left last is read too, because the page changed then.
    ended = of_front.filter(live_until__lte=at).order_by("-live_until").values("pk")[:1]
    return of_front.filter(Q(live_until__isnull=True) | Q(live_until__gt=at) | Q(pk=Subquery(ended)))


def _span(slots: Iterable[FrontSlot], at: datetime) -> Span:
    known = [slot for slot in slots if slot.live_until != slot.live_from]
    edges = [slot.live_from for slot in known] + [slot.live_until for slot in known if slot.live_until]
    return Span(
        since=max((moment for moment in edges if moment <= at), default=None),
        until=min((moment for moment in edges if moment > at), default=None),
    )
