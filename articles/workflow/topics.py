"""Merging topics: one subject keeps one page, and every address it ever had leads there in one step."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import LegacyAddress, StoryTopic, Topic, User, WorkflowEvent
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Merger:
    """What merging one topic into another would move; a count of `MOST_COUNTED` means that many or more."""

    topic: Topic
    into: Topic
    stories: int
    older: int
    addresses: int


def merger(topic: Topic, into: Topic) -> Merger:
    """Return what a merger would do, and do nothing.

    Raises:
        Refused: the two are one topic already, whatever each was merged into.
    """
    end = into.merged_into or into
    if end.pk == topic.pk or topic.merged_into_id == end.pk:
        raise Refused(_("These are one topic already."), "same_topic")
    return Merger(
        topic=topic,
        into=end,
        stories=StoryTopic.objects.filter(tag=topic)[:MOST_COUNTED].count(),
        older=topic.merged.count(),
        addresses=LegacyAddress.objects.filter(topic=topic)[:MOST_COUNTED].count(),
    )


def merge(topic: Topic, into: Topic, *, by: User, clock: datetime) -> Topic:
    """Merge a topic and all that were merged into it; return the one that stays.

    Raises:
        NotAllowed: the person does not keep topics.
        Refused: the two are one topic already.
    """
    if not allowed(by, Duty.KEEP_TOPICS):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    with transaction.atomic():
        # In the order of their numbers, so that two mergers at once wait for each other instead of making a chain.
        numbers = {topic.pk, into.pk, into.merged_into_id or into.pk}
        rows = {row.pk: row for row in Topic.objects.select_for_update().filter(pk__in=numbers).order_by("pk")}
        found = merger(rows[topic.pk], rows[into.pk])
        found.topic.merged_into = found.into
        found.topic.save()
        LegacyAddress.objects.filter(topic=found.topic).update(topic=found.into)
        LegacyAddress.objects.filter(topic__merged_into=found.into).update(topic=found.into)
        details = {"topic": found.topic.pk, "into": found.into.pk, "stories": found.stories, "older": found.older}
        WorkflowEvent.objects.create(at=clock, verb="merge_topics", actor=by, details=details)
    return found.into
