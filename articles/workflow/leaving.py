"""Somebody leaves: everything that was with them goes to a colleague in one act, and what is public stays."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext as _

from articles.models import (
    LISTED,
    Article,
    Assignment,
    Note,
    PlannedSlot,
    PreviewLink,
    Publication,
    Stage,
    User,
    WorkflowEvent,
)
from articles.workflow import telling
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

ON_THE_WAY = (Stage.DRAFT, Stage.RETURNED, Stage.IN_REVIEW, Stage.APPROVED)


@dataclass(frozen=True)
class Belongings:
    """What is with a person: the articles on their way, their assignments, slots, scheduled texts, links, mentions."""

    articles: list[Article]
    assignments: list[Assignment]
    slots: list[PlannedSlot]
    scheduled: list[Publication]
    links: list[PreviewLink]
    mentions: list[Note]

    def __bool__(self) -> bool:
        """Whether anything is with them."""
        return any((self.articles, self.assignments, self.slots, self.scheduled, self.links, self.mentions))


def belongings(person: User, *, seen_by: User, at: datetime) -> Belongings:
    """Return what is with a person, of what another may see. One query a kind."""
    seen = Article.objects.seen_by(seen_by)
    pages = Publication.objects.filter(live_from__gt=at, kind__in=LISTED, article__created_by=person)
    return Belongings(
        articles=list(seen.filter(created_by=person, stage__in=ON_THE_WAY).select_related("story")),
        assignments=list(_open_assignments(person).filter(seen.of_row()).select_related("article__story")),
        slots=list(PlannedSlot.objects.filter(person=person, dropped_at=None)),
        scheduled=list(pages.exclude(live_until=F("live_from")).filter(seen.of_row()).defer("body", "extras")),
        links=list(_open_links(person, at).filter(seen.of_row()).select_related("article__story")),
        mentions=list(_open_mentions(person).filter(seen.of_row()).select_related("article__story")),
    )


def hand_over(person: User, *, to: User, by: User, clock: datetime) -> None:
    """Give everything that is with a person to another, shut the person's preview links, and end their access.

    Scheduled texts go out as planned, and the author's page stays: what readers have is nobody's to take along.

    Raises:
        NotAllowed: the one who acts does not keep people, or it is their own account.
        Refused: whom it would go to cannot work on it.
    """
    if not allowed(by, Duty.KEEP_PEOPLE) or person.pk == by.pk or person.is_superuser:
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    if to.pk == person.pk or not allowed(to, Duty.TAKE_ASSIGNMENT):
        raise Refused(_("%(person)s cannot work on this.") % {"person": to}, "not_theirs")
    with transaction.atomic():
        given = Assignment.objects.filter(article=OuterRef("pk"), ended_at=None)
        wanted = Article.objects.filter(~Exists(given), created_by=person, stage__in=ON_THE_WAY)
        articles = [*wanted, *(given.article for given in _open_assignments(person).select_related("article"))]
        _open_assignments(person).update(ended_at=clock)
        pks = list(dict.fromkeys(article.pk for article in articles))
        _let_in(to, pks)
        Assignment.objects.bulk_create(
            Assignment(article_id=pk, person=to, given_by=by, given_at=clock, note=str(person)) for pk in pks
        )
        PlannedSlot.objects.filter(person=person, dropped_at=None).update(person=to)
        _open_links(person, clock).update(revoked_at=clock)
        person.is_active = False
        person.save(update_fields=["is_active"])
        telling.tell(_events(person, to, pks, by=by, clock=clock), by=by)


def _let_in(to: User, pks: list[int]) -> None:
    """Let the one who takes over see what is restricted among it."""
    for article in Article.objects.filter(pk__in=pks, story__is_restricted=True).select_related("story"):
        article.story.readers.add(to)


def _events(person: User, to: User, pks: list[int], *, by: User, clock: datetime) -> list[WorkflowEvent]:
    details = {"from": person.pk, "to": to.pk}
    articles = Article.objects.filter(pk__in=pks).select_related("story", "head")
    events = [
        WorkflowEvent(at=clock, verb="assign", actor=by, story=a.story, article=a, why=str(person), details=details)
        for a in articles
    ]
    events.append(WorkflowEvent(at=clock, verb="leave", actor=by, why=str(person), details=details))
    return WorkflowEvent.objects.bulk_create(events)


def _open_assignments(person: User) -> "QuerySet[Assignment]":
    return Assignment.objects.filter(person=person, ended_at=None).exclude(article__stage=Stage.SPIKED)


def _open_links(person: User, at: datetime) -> "QuerySet[PreviewLink]":
    return PreviewLink.objects.filter(created_by=person, revoked_at=None, ends_at__gt=at)


def _open_mentions(person: User) -> "QuerySet[Note]":
    return Note.objects.filter(text__contains=f"@{person.username}", resolved_at=None)
