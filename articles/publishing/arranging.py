"""Arranging a front: one act states the whole arrangement as of now, and nothing that was shown is rewritten."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import (
    LISTED,
    Article,
    FrontChange,
    FrontSlot,
    House,
    Outbox,
    Photo,
    Publication,
    User,
    WorkflowEvent,
)
from articles.publishing.restate import PURGE_AGAIN_AFTER
from articles.workflow.acts import TICK
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

ARRANGED = "arrange_front"
UNDONE = "undo_front"
MOST = 20
"""How many slots one front keeps: the five shown, those that wait behind them, those that begin later."""


@dataclass(frozen=True)
class Front:
    """The front of a language, or of a section in it."""

    language: str
    section_id: int | None = None

    @property
    def _where(self) -> dict[str, Any]:
        # Asked by the column: a section's None has to become IS NULL.
        key = "section__isnull" if self.section_id is None else "section_id"
        return {"language": self.language, key: self.section_id is None or self.section_id}

    def slots(self, at: datetime) -> list[FrontSlot]:
        """Return what stands on this front and what will, in the order of its places."""
        rows = FrontSlot.objects.filter(**self._where).from_now_on(at)
        return list(rows.order_by("position", "-live_from", "-pk"))

    def changes(self) -> Any:
        """Return this front's changes, the newest first."""
        return FrontChange.objects.filter(**self._where).select_related("event", "event__actor").order_by("-pk")


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One place of an arrangement: an article, its words and picture there, and when it begins and ends."""

    article_id: int
    kicker: str = ""
    headline: str = ""
    photo_id: int | None = None
    alt: str = ""
    begins: datetime | None = None
    until: datetime | None = None

    @property
    def words(self) -> tuple[object, ...]:
        """What readers see of it."""
        return self.article_id, self.kicker, self.headline, self.photo_id, self.alt

    def as_json(self) -> dict[str, Any]:
        """Return it as the log keeps it."""
        return {
            name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(self).items()
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Slot":
        """Return it as the log kept it."""
        moments = {name: datetime.fromisoformat(kept[name]) if kept[name] else None for name in ("begins", "until")}
        return cls(**kept | moments)

    @classmethod
    def of(cls, row: FrontSlot, at: datetime) -> "Slot":
        """Return a row as part of the arrangement that stands at a moment."""
        return cls(
            article_id=row.article_id,
            kicker=row.kicker,
            headline=row.headline,
            photo_id=row.photo_id,
            alt=row.alt,
            begins=row.live_from if row.live_from > at else None,
            until=row.live_until,
        )


class Stale(Refused):
    """The front was arranged otherwise since the form was opened: carries what was done."""

    def __init__(self, changes: Sequence[FrontChange]) -> None:
        super().__init__(_("A colleague has arranged this front meanwhile. Look at what was changed."), "stale_front")
        self.changes = changes


def version(front: Front) -> int:
    """Return the number of a front's newest change, which a form names that begins from it."""
    return front.changes().values_list("pk", flat=True).first() or 0


def arrange(front: Front, slots: Sequence[Slot], *, seen: int, by: User, clock: datetime) -> FrontChange | None:
    """State a front's whole arrangement as of now, in the order of its places; None when it stands like that already.

    Raises:
        NotAllowed: the person's roles do not reach so far.
        Stale: somebody has arranged it since the form was opened.
        Refused: an article twice, one that readers do not have, a picture that may not be shown, or a wrong time.
    """
    with transaction.atomic():
        at = _lock(front, seen=seen, by=by, clock=clock)
        return _state(front, _checked(front, slots, by=by, at=at), verb=ARRANGED, by=by, at=at)


def undo(front: Front, *, seen: int, by: User, clock: datetime) -> FrontChange | None:
    """Bring back, as a new change, the arrangement that stood before the last one.

    Raises:
        NotAllowed, Stale: as in `arrange`.
        Refused: there is nothing to undo.
    """
    with transaction.atomic():
        at = _lock(front, seen=seen, by=by, clock=clock)
        last = front.changes().first()
        if last is None:
            raise Refused(_("There is nothing to undo."), "nothing_to_undo")
        kept = [Slot.from_json(each) for each in last.event.details["before"]]
        slots = [_as_of(slot, at) for slot in kept if slot.until is None or slot.until > at]
        return _state(front, slots, verb=UNDONE, by=by, at=at)


def _lock(front: Front, *, seen: int, by: User, clock: datetime) -> datetime:
    """Let one person at a time arrange, refuse what began from another arrangement, and return the change's moment."""
    House.objects.select_for_update(no_key=True).get_or_create(pk=1)
    if not allowed(by, Duty.KEEP_FRONT):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    since = list(front.changes().filter(pk__gt=seen)[:MOST])
    if since:
        raise Stale(since)
    begun = [slot.live_from for slot in front.slots(clock) if slot.live_from <= clock]
    return max([clock, *(moment + TICK for moment in begun)])


def _as_of(slot: Slot, at: datetime) -> Slot:
    return replace(slot, begins=None) if slot.begins and slot.begins <= at else slot


def _checked(front: Front, slots: Sequence[Slot], *, by: User, at: datetime) -> list[Slot]:
    if len(slots) > MOST:
        raise Refused(_("At most %(most)d stories stand on one front.") % {"most": MOST}, "too_many")
    named = [slot.article_id for slot in slots]
    if len(set(named)) < len(named):
        raise Refused(_("A story stands on this front twice."), "twice")
    standing = {slot.article_id for slot in front.slots(at)}
    if unknown := set(named) - standing - placeable(front.language, named, by=by, at=at):
        raise Refused(_("Readers do not have number %(pk)d, nor will they.") % {"pk": min(unknown)}, "not_live")
    pictures = {slot.photo_id for slot in slots if slot.photo_id}
    known = Photo.objects.filter(pk__in=pictures, pulled_at=None)
    used = {slot.photo_id for slot in front.slots(at)}
    if pictures - used - set(known.seen_by(by).values_list("pk", flat=True)):
        raise Refused(_("This photo may not be shown."), "no_photo")
    if any(slot.photo_id and not slot.alt for slot in slots):
        raise Refused(_("Say what the picture shows, for those who cannot see it."), "no_alt")
    checked = [_as_of(slot, at) for slot in slots]
    if any(slot.until and slot.until <= (slot.begins or at) for slot in checked):
        raise Refused(_("It would end before it begins."), "ends_before")
    return checked


def placeable(language: str, article_pks: Iterable[int], *, by: User, at: datetime) -> set[int]:
    """Return which of some articles readers have in a language, or will have and this person may know of."""
    rows = Publication.objects.from_now_on(at).filter(language=language, article__in=list(article_pks))
    rows = rows.filter(kind__in=LISTED)
    live = rows.filter(live_from__lte=at).values_list("article_id", flat=True)
    # Everybody who keeps fronts reads what stands in a slot: a restricted story gets one when readers have it.
    known = rows.filter(Article.objects.seen_by(by).filter(story__is_restricted=False).of_row())
    ahead = known.values_list("article_id", flat=True)
    return {*live, *ahead}


def _state(front: Front, slots: Sequence[Slot], *, verb: str, by: User, at: datetime) -> FrontChange | None:
    """End the windows of what changes, and begin what is new at the same instant."""
    rows = front.slots(at)
    before = [Slot.of(row, at) for row in rows]
    left = {row.pk: row for row in rows}
    new: list[FrontSlot] = []
    changed = False
    for position, slot in enumerate(slots, start=1):
        row = next((row for row in left.values() if _is_same(row, slot, position, at)), None)
        if row is None:
            new.append(_row(front, slot, position, by=by, at=at))
        else:
            del left[row.pk]
            changed |= row.live_until != slot.until
            FrontSlot.objects.filter(pk=row.pk).exclude(live_until=slot.until).update(live_until=slot.until)
    if not (new or left or changed):
        return None
    for row in left.values():
        FrontSlot.objects.filter(pk=row.pk).update(live_until=max(row.live_from, at))
    FrontSlot.objects.bulk_create(new)
    return _recorded(front, before, slots, verb=verb, by=by, at=at)


def _is_same(row: FrontSlot, slot: Slot, position: int, at: datetime) -> bool:
    standing = Slot.of(row, at)
    return row.position == position and standing.words == slot.words and standing.begins == slot.begins


def _row(front: Front, slot: Slot, position: int, *, by: User, at: datetime) -> FrontSlot:
    return FrontSlot(
        language=front.language,
        section_id=front.section_id,
        position=position,
        article_id=slot.article_id,
        kicker=slot.kicker,
        headline=slot.headline,
        photo_id=slot.photo_id,
        alt=slot.alt,
        live_from=slot.begins or at,
        live_until=slot.until,
        created_by=by,
    )


def _recorded(
    front: Front, before: Sequence[Slot], after: Sequence[Slot], *, verb: str, by: User, at: datetime
) -> FrontChange:
    details = {
        "front": front.language,
        "section": front.section_id,
        "before": [slot.as_json() for slot in before],
        "after": [slot.as_json() for slot in after],
    }
    event = WorkflowEvent.objects.create(at=at, verb=verb, actor=by, details=details)
    key = f"lists-{front.language}" if front.section_id is None else f"section-{front.section_id}"
    purge([key], at)
    return FrontChange.objects.create(language=front.language, section_id=front.section_id, event=event)


def purge(keys: list[str], at: datetime) -> None:
    """Ask the caches to forget what carries some keys: now, and once more for what was being made just then."""
    payload = {"keys": keys, "is_hard": False}
    Outbox.objects.bulk_create(
        Outbox(task=Outbox.Task.PURGE, payload=payload, due_at=due, created_at=at)
        for due in (at, at + PURGE_AGAIN_AFTER)
    )


def differences(change: FrontChange) -> Iterator[tuple[str, int]]:
    """Return what a change did, each with its article: in, out, changed (words, picture or time), moved."""
    before, after = ([Slot.from_json(each) for each in change.event.details[side]] for side in ("before", "after"))
    old, new = ({slot.article_id: slot for slot in side} for side in (before, after))
    yield from (("in", pk) for pk in new if pk not in old)
    yield from (("out", pk) for pk in old if pk not in new)
    yield from (("changed", pk) for pk in new if pk in old and new[pk] != old[pk])
    kept_before, kept_after = [pk for pk in old if pk in new], [pk for pk in new if pk in old]
    yield from (("moved", now) for was, now in zip(kept_before, kept_after, strict=True) if was != now)
