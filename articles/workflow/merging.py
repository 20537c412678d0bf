"""Merging what is there twice: one topic, author or agency stays, and all its addresses lead there in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from articles.models import Agency, Author, Byline, LegacyAddress, StoryTopic, Topic, User, WireItem, WorkflowEvent
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

MOST_COUNTED = 10_000
Mergeable = Topic | Author | Agency


@dataclass(frozen=True)
class Way:
    """How one kind of thing is merged: whose duty it is, the log's verb, what uses it, and what moves besides."""

    duty: Duty
    verb: str
    uses: Callable[[Any], QuerySet[Any, Any]]
    move: Callable[[Any, Any], None]


@dataclass(frozen=True)
class Merger:
    """What merging one thing into another would move; a count of `MOST_COUNTED` means that many or more."""

    one: Mergeable
    into: Mergeable
    uses: int
    older: int


def merger(one: Mergeable, into: Mergeable) -> Merger:
    """Return what a merger would do, and do nothing.

    Raises:
        Refused: the two are one already, whatever each was merged into.
    """
    end = into.merged_into or into
    if end.pk == one.pk or one.merged_into_id == end.pk:
        raise Refused(_("These are one already."), "same_thing")
    return Merger(one, end, uses=WAYS[type(one)].uses(one)[:MOST_COUNTED].count(), older=one.merged.count())


def merge(one: Mergeable, into: Mergeable, *, by: User, clock: datetime) -> Mergeable:
    """Merge a thing and all that were merged into it; return the one that stays.

    Raises:
        NotAllowed: the person does not keep such things.
        Refused: the two are one already.
    """
    way, model = WAYS[type(one)], type(one)
    if not allowed(by, way.duty):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    with transaction.atomic():
        # In the order of their numbers, so that two mergers at once wait for each other instead of making a chain.
        numbers = {one.pk, into.pk, into.merged_into_id or into.pk}
        locked = model._default_manager.select_for_update().filter(pk__in=numbers).order_by("pk")
        rows: dict[int, Any] = {row.pk: row for row in locked}
        found = merger(rows[one.pk], rows[into.pk])
        found.one.merged_into = found.into
        found.one.save()
        way.move(found.one, found.into)
        kind = str(model._meta.model_name)
        details = {kind: found.one.pk, "into": found.into.pk, "uses": found.uses, "older": found.older}
        WorkflowEvent.objects.create(at=clock, verb=way.verb, actor=by, details=details)
    return found.into


def _stories(topic: Topic) -> QuerySet[Any, Any]:
    return StoryTopic.objects.filter(tag=topic)


def _articles(**named: Model) -> QuerySet[Any, Any]:
    return Byline.objects.filter(**named).order_by().values("revision__article").distinct()


def _move_addresses(kind: str, one: Mergeable, into: Mergeable) -> None:
    old = LegacyAddress.objects
    old.filter(**{kind: one}).update(**{kind: into})
    old.filter(**{f"{kind}__merged_into": into}).update(**{kind: into})


def _move_author(one: Author, into: Author) -> None:
    _move_addresses("author", one, into)
    person = one.user
    if person and into.user is None:
        one.user = None
        one.save()
        into.user = person
        into.save()


def _move_agency(one: Agency, into: Agency) -> None:
    WireItem.objects.filter(agency=one).update(agency=into)
    WireItem.objects.filter(agency__merged_into=into).update(agency=into)


WAYS: dict[type, Way] = {
    Topic: Way(Duty.KEEP_TOPICS, "merge_topics", _stories, lambda one, into: _move_addresses("topic", one, into)),
    Author: Way(Duty.KEEP_NAMES, "merge_authors", lambda author: _articles(author=author), _move_author),
    Agency: Way(Duty.KEEP_NAMES, "merge_agencies", lambda agency: _articles(agency=agency), _move_agency),
}
