"""What an editor sets on a story: developing, embargo, hold, who sees it, series, urgency; locked and on record."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from articles.models import Article, Series, SignOffKind, Story, Urgency, User, WorkflowEvent
from articles.workflow.acts import locked
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty


class Setting(StrEnum):
    """What the log calls each change of a story."""

    DEVELOPING = "mark_developing"
    NOT_DEVELOPING = "end_developing"
    HOLD = "hold"
    LET_GO = "let_go"
    EMBARGO = "set_embargo"
    NO_EMBARGO = "lift_embargo"
    RESTRICT = "restrict"
    OPEN = "open_to_all"
    PLACE = "place_story"
    SIGN_OFFS = "require_sign_off"


SETTINGS: dict[str, Promise] = {
    Setting.DEVELOPING: pgettext_lazy("log", "Marked as developing"),
    Setting.NOT_DEVELOPING: pgettext_lazy("log", "No longer developing"),
    Setting.HOLD: pgettext_lazy("log", "Held"),
    Setting.LET_GO: pgettext_lazy("log", "Let go"),
    Setting.EMBARGO: pgettext_lazy("log", "Put under embargo"),
    Setting.NO_EMBARGO: pgettext_lazy("log", "Embargo lifted"),
    Setting.RESTRICT: pgettext_lazy("log", "Restricted"),
    Setting.OPEN: pgettext_lazy("log", "Opened to the whole desk"),
    Setting.SIGN_OFFS: pgettext_lazy("log", "Sign-offs asked for"),
    Setting.PLACE: pgettext_lazy("log", "Series and urgency"),
}

_DUTIES: dict[Setting, Duty] = {
    Setting.DEVELOPING: Duty.MARK_DEVELOPING,
    Setting.NOT_DEVELOPING: Duty.MARK_DEVELOPING,
    Setting.RESTRICT: Duty.RESTRICT,
    Setting.OPEN: Duty.RESTRICT,
    Setting.PLACE: Duty.PLACE_STORY,
    Setting.SIGN_OFFS: Duty.REQUIRE_SIGN_OFF,
    **dict.fromkeys((Setting.HOLD, Setting.LET_GO, Setting.EMBARGO, Setting.NO_EMBARGO), Duty.SET_EMBARGO),
}

Seen = Mapping[str, object]
"""What a person's form showed of a story, by field; nothing where no form was shown."""

NOTHING_SHOWN: Seen = {}


def mark_developing(
    story: Story, *, until: datetime | None, by: User, clock: datetime, why: str = "", seen: Seen = NOTHING_SHOWN
) -> Story:
    """Mark a story as developing until a moment, or take the mark away (None)."""
    _refuse_past(until, clock)
    verb = Setting.NOT_DEVELOPING if until is None else Setting.DEVELOPING
    return _set(story, verb, {"developing_until": until}, by=by, clock=clock, why=why, seen=seen)


def hold(story: Story, *, is_held: bool, by: User, clock: datetime, why: str = "") -> Story:
    """Set whether a story is held; `publishing.embargo` voids what is scheduled besides."""
    verb = Setting.HOLD if is_held else Setting.LET_GO
    return _set(story, verb, {"is_held": is_held}, by=by, clock=clock, why=why)


def set_embargo(
    story: Story, *, until: datetime | None, by: User, clock: datetime, why: str = "", seen: Seen = NOTHING_SHOWN
) -> Story:
    """Set the moment before which nothing of a story may be published, or take it away (None)."""
    _refuse_past(until, clock)
    verb = Setting.NO_EMBARGO if until is None else Setting.EMBARGO
    return _set(story, verb, {"embargo_until": until}, by=by, clock=clock, why=why, seen=seen)


def place(
    story: Story, *, series: Series | None, urgency: str, by: User, clock: datetime, seen: Seen = NOTHING_SHOWN
) -> Story:
    """Set a story's series and how soon the desk wants it; neither makes a new text of it."""
    fields = {"series_id": series.pk if series else None, "urgency": Urgency(urgency)}
    return _set(story, Setting.PLACE, fields, by=by, clock=clock, seen=seen)


def require_sign_offs(
    story: Story, *, kinds: Iterable[str], by: User, clock: datetime, why: str = "", seen: Seen = NOTHING_SHOWN
) -> Story:
    """Set whose word a story needs before it goes out; nothing of what was given is lost."""
    asked = set(kinds)
    fields = {"sign_offs": [kind.value for kind in SignOffKind if kind in asked]}
    return _set(story, Setting.SIGN_OFFS, fields, by=by, clock=clock, why=why, seen=seen)


def restrict(
    story: Story, *, people: Iterable[User], by: User, clock: datetime, why: str = "", seen: Seen = NOTHING_SHOWN
) -> Story:
    """Let only some people see a story; whoever restricts it and whoever made it stay among them."""
    let_in = {user.pk: user for user in (*people, by)}
    names = [str(user) for user in let_in.values()]
    with transaction.atomic():
        fields, told = {"is_restricted": True}, {"people": names}
        kept = _set(story, Setting.RESTRICT, fields, by=by, clock=clock, why=why, seen=seen, told=told)
        kept.readers.set(let_in.values())
    return kept


def open_to_all(story: Story, *, by: User, clock: datetime, why: str = "") -> Story:
    """Let the whole desk see a story again."""
    with transaction.atomic():
        kept = _set(story, Setting.OPEN, {"is_restricted": False}, by=by, clock=clock, why=why)
        kept.readers.clear()
    return kept


def shown(story: Story) -> dict[str, object]:
    """Return what a form shows of a story, to be compared when it is sent."""
    return {
        "developing_until": story.developing_until,
        "embargo_until": story.embargo_until,
        "series_id": story.series_id,
        "urgency": story.urgency,
        "sign_offs": story.sign_offs,
        "people": sorted(story.readers.values_list("pk", flat=True)) if story.is_restricted else [],
    }


def _refuse_past(until: datetime | None, clock: datetime) -> None:
    if until is not None and until <= clock:
        raise Refused(_("That time is already over."), "time_is_over")


def _set(
    story: Story,
    verb: Setting,
    fields: Mapping[str, Any],
    *,
    by: User,
    clock: datetime,
    why: str = "",
    seen: Seen = NOTHING_SHOWN,
    told: Mapping[str, Any] | None = None,
) -> Story:
    with transaction.atomic():
        editions = locked(Article.objects.filter(story=story).values_list("pk", flat=True))
        kept = editions[0].story if editions else story
        # Asked under the lock: who is let in may just have changed.
        if not allowed(by, _DUTIES[verb], kept):
            raise NotAllowed(_("You may not do this here."), "not_allowed")
        now = shown(kept) if seen else {}
        if any(now[name] != value for name, value in seen.items()):
            raise Refused(_("A colleague has just set this otherwise. Look at it again."), "not_as_seen")
        if told is None and all(getattr(kept, name) == value for name, value in fields.items()):
            return kept
        for name, value in fields.items():
            setattr(kept, name, value)
        kept.save(update_fields=[name.removesuffix("_id") for name in fields])
        details = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in fields.items()}
        WorkflowEvent.objects.create(
            at=clock, verb=verb, actor=by, story=kept, why=why.strip(), details=details | dict(told or {})
        )
    return kept
