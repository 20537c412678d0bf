"""The duty editor: an editor to whom the chief gives the right to publish unreviewed and to withdraw, for a span."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Role, User, WorkflowEvent
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

LONGEST = timedelta(days=31)
NAMED = Duty.NAME_DUTY_EDITOR.value
ENDED = "end_duty"


def editors() -> QuerySet[User]:
    """Return those who can be on duty."""
    return User.objects.filter(is_active=True, groups__name=Role.EDITOR).order_by("display_name", "username")


def on_duty(at: datetime) -> QuerySet[User]:
    """Return those who are on duty at a moment, or will be."""
    return editors().filter(on_duty_until__gt=at).order_by("on_duty_from", "pk")


def record() -> QuerySet[WorkflowEvent]:
    """Return who named whom, newest first."""
    return WorkflowEvent.objects.filter(verb__in=(NAMED, ENDED)).select_related("actor").order_by("-at", "-pk")


def name(person: User, *, live_from: datetime, until: datetime, by: User, clock: datetime) -> User:
    """Name an editor on duty for a span, which ends by itself.

    Raises:
        NotAllowed: only the chief names one.
        Refused: the span is over, turned round or too long, or the person is no editor.
    """
    _refuse_others_than_chief(by)
    begin = max(live_from, clock)
    if until <= begin:
        raise Refused(_("It would end before it begins."), "ends_before_it_begins")
    if until - begin > LONGEST:
        raise Refused(_("A turn of duty lasts at most 31 days."), "too_long")
    return _write(person, begin, until, NAMED, by=by, clock=clock)


def end(person: User, *, by: User, clock: datetime) -> User:
    """End a turn of duty before its time.

    Raises:
        NotAllowed: only the chief ends one.
        Refused: the person is not on duty.
    """
    _refuse_others_than_chief(by)
    if person.on_duty_until is None or person.on_duty_until <= clock:
        raise Refused(_("This person is not on duty."), "not_on_duty")
    return _write(person, None, None, ENDED, by=by, clock=clock)


def _refuse_others_than_chief(by: User) -> None:
    if not allowed(by, Duty.NAME_DUTY_EDITOR):
        raise NotAllowed(_("You may not do this here."), "not_allowed")


def _write(
    person: User, begin: datetime | None, until: datetime | None, verb: str, *, by: User, clock: datetime
) -> User:
    with transaction.atomic():
        found = User.objects.select_for_update().get(pk=person.pk)
        if not found.is_active or not found.groups.filter(name=Role.EDITOR).exists():
            raise Refused(_("Only an editor can be on duty."), "no_editor")
        found.on_duty_from, found.on_duty_until = begin, until
        found.save(update_fields=["on_duty_from", "on_duty_until"])
        span = {"from": begin.isoformat(), "until": until.isoformat()} if begin and until else {}
        details = {"person": found.pk, "people": [str(found)], **span}
        WorkflowEvent.objects.create(at=clock, verb=verb, actor=by, details=details)
    return found
