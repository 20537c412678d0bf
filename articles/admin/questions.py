"""What each list of the desk page asks, without an end: the desk page shows the first of it, the list of articles all.

Each answer is a condition on articles that an index can serve.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.models import (
    LISTED,
    Assignment,
    Basis,
    Language,
    Publication,
    Role,
    Stage,
    Story,
    User,
    WireItem,
    WorkflowEvent,
)
from articles.workflow.table import Duty

EDITORS = frozenset({Role.EDITOR, Role.CHIEF_EDITOR})
DONE = (Stage.PUBLISHED, Stage.SPIKED)
ALONE = (Basis.SMALL_FIX, Basis.DEVELOPING, Basis.AGENCY)
SETTLES = timedelta(days=3)
"""For how long a change of one edition makes the other one behind: older ones were left so on purpose."""
LOOKED_AT = timedelta(days=1, hours=12)
"""For how long what one person changed alone is listed: since the morning before."""

RIGHTS_AHEAD, RIGHTS_OVER = timedelta(days=7), timedelta(days=30)
"""How long before the end of an agency's rights the desk is told, and how long after."""
MOST_ENDING = 50
"""So many of them are listed, those that ended or end first; few enough that each is looked up by its number."""


def returned(user: User) -> Q:
    """What came back to this person."""
    own = Q(created_by=user) | Q(submitted_by=user) | Q(head__written_by=user)
    return own & Q(stage=Stage.RETURNED)


def to_review(user: User) -> Q:
    """What an editor has to read: in the languages they read and, where they have some, in their sections."""
    if not user.roles & EDITORS:
        return Q(pk__in=[])
    languages = [language for language in Language.values if user.reads(language)]
    own = user.sections.values("pk")
    theirs = ~Exists(own) | Q(story__section__in=own) | Q(story__section=None)
    return Q(theirs, stage=Stage.IN_REVIEW, language__in=languages)


def waiting(user: User, at: datetime) -> Q:
    """Everything that waits for this person."""
    del at
    given = Assignment.objects.filter(person=user, ended_at=None).values("article")
    return returned(user) | to_review(user) | Q(Q(pk__in=given), ~Q(stage__in=DONE))


def scheduled(at: datetime) -> QuerySet[Publication]:
    """The pages that wait for their time."""
    rows = Publication.objects.filter(language__in=Language.values, live_from__gt=at, kind__in=LISTED)
    return rows.exclude(live_until=F("live_from"))


def is_left() -> Exists:
    """Whether somebody has decided that what is scheduled goes out without the newest text."""
    decided = WorkflowEvent.objects.filter(article=OuterRef("article"), verb=Duty.SETTLE_NEWER)
    return Exists(decided.filter(revision=OuterRef("article__head")))


def prepared(at: datetime) -> Q:
    """What is held or under embargo."""
    held = Story.objects.filter(is_held=True).values("pk")
    under_embargo = Story.objects.filter(embargo_until__gt=at).values("pk")
    return Q(story__in=held.union(under_embargo)) & ~Q(stage=Stage.SPIKED)


def of_nobody(at: datetime) -> Q:
    """The assignments of people who are away or gone."""
    return Q(person__is_active=False) | Q(person__away_until__gt=at)


def with_nobody(at: datetime) -> Q:
    """What is with people who are away or gone."""
    given = Assignment.objects.filter(of_nobody(at), ended_at=None).values("article")
    return Q(Q(pk__in=given), ~Q(stage__in=DONE))


def changed_since(at: datetime) -> QuerySet[Any]:
    """The editions that changed while the other one, their `twin`, did not."""
    live = Publication.objects.live(at)
    other = live.filter(story=OuterRef("story"), kind__in=LISTED).exclude(language=OuterRef("language"))
    changed = live.filter(
        language__in=Language.values, live_from__gt=at - SETTLES, changed_at__gt=F("first_published_at")
    )
    return changed.annotate(
        theirs=Subquery(other.values("changed_at")[:1]), twin=Subquery(other.values("article")[:1])
    ).filter(theirs__lt=F("changed_at"))


def unreviewed(at: datetime) -> QuerySet[Publication]:
    """What went out unreviewed, until a chief has read it."""
    return Publication.objects.filter(basis=Basis.UNREVIEWED, live_from__lte=at, after_review=None)


def changed_alone(at: datetime) -> QuerySet[Publication]:
    """What one person changed alone since the last morning, until a chief has read it."""
    return Publication.objects.filter(
        basis__in=ALONE, live_from__gt=at - LOOKED_AT, live_from__lte=at, after_review=None
    )


def rights_ending(at: datetime) -> QuerySet[WireItem]:
    """What readers have of agencies whose rights in it have ended or end within days, by the newest take of each.

    Asked of the items of those days only, one after the other: none of the tables is read whole.
    """
    newest = WireItem.objects.newest_of(OuterRef("article")).values("pk")[:1]
    shown = Publication.objects.live(at).filter(article=OuterRef("article"), kind__in=LISTED).values("pk")[:1]
    items = WireItem.objects.filter(rights_until__gt=at - RIGHTS_OVER, rights_until__lte=at + RIGHTS_AHEAD)
    of_now = items.annotate(newest=Subquery(newest), shown=Subquery(shown))
    return of_now.filter(newest=F("pk"), shown__isnull=False).order_by("rights_until", "pk")


QUESTIONS: dict[str, tuple[str | Promise, Callable[[User, datetime], Q]]] = {
    "waiting": (gettext_lazy("Waiting for me"), waiting),
    "scheduled": (gettext_lazy("Going out"), lambda _user, at: Q(pk__in=scheduled(at).values("article"))),
    "prepared": (gettext_lazy("Prepared"), lambda _user, at: prepared(at)),
    "nobody": (gettext_lazy("Waiting for nobody"), lambda _user, at: with_nobody(at)),
    "behind": (
        gettext_lazy("The other language is behind"),
        lambda _user, at: Q(pk__in=changed_since(at).values("twin")),
    ),
    "rights": (
        gettext_lazy("Agencies' rights that end"),
        lambda _user, at: Q(pk__in=list(rights_ending(at).values_list("article", flat=True)[:MOST_ENDING])),
    ),
    "unreviewed": (gettext_lazy("Published unreviewed"), lambda _user, at: Q(pk__in=unreviewed(at).values("article"))),
    "alone": (gettext_lazy("Changed alone"), lambda _user, at: Q(pk__in=changed_alone(at).values("article"))),
}
