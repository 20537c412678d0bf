"""The lists of the desk page, each one question however large the house is: whose turn it is, and what nobody sees."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models import (
    LISTED,
    Article,
    Assignment,
    Basis,
    Language,
    PlannedSlot,
    Publication,
    Role,
    Stage,
    Story,
    User,
)

MOST = 15
EDITORS = frozenset({Role.EDITOR, Role.CHIEF_EDITOR})
DONE = (Stage.PUBLISHED, Stage.SPIKED)
ALONE = (Basis.SMALL_FIX, Basis.DEVELOPING, Basis.AGENCY)
SETTLES = timedelta(days=3)
"""For how long a change of one edition makes the other one behind: older ones were left so on purpose."""


@dataclass(frozen=True)
class Entry:
    """One article of a tray: what there is to say, when it was, and what can be done about it at once."""

    article: Article | None
    said: str | Promise
    at: datetime | None = None
    title: str = ""
    row: int = 0


@dataclass(frozen=True)
class Tray:
    """One list of the desk page, what it says when there is nothing in it, and where all of it is."""

    title: str | Promise
    entries: list[Entry]
    nothing: str | Promise
    more: str = ""
    is_ahead: bool = False
    """Whether its times are still to come, and are said in full."""


class Trays:
    """The lists of one person at a moment."""

    def __init__(self, user: User, at: datetime) -> None:
        self.user, self.at = user, at
        self.is_editor = bool(user.roles & EDITORS)
        self.seen = Article.objects.seen_by(user).for_desk()

    def all(self) -> list[Tray]:
        """Return the lists that this person's roles ask for, in the order of a morning."""
        trays = []
        if self.user.roles & (EDITORS | {Role.REPORTER, Role.TRANSLATOR}):
            trays += [self.waiting(), self.mine()]
        trays.append(self.going_out())
        if self.is_editor:
            trays += [self.late(), self.prepared(), self.for_nobody()]
        if self.user.roles & (EDITORS | {Role.TRANSLATOR}):
            trays.append(self.behind())
        if Role.CHIEF_EDITOR in self.user.roles:
            trays += self.afterwards()
        return trays

    def waiting(self) -> Tray:
        """What waits for this person: returned, assigned, to review."""
        own = Q(created_by=self.user) | Q(submitted_by=self.user) | Q(head__written_by=self.user)
        returned = self.seen.filter(own, stage=Stage.RETURNED).order_by("-acted_at")[:MOST]
        entries = [Entry(article, gettext_lazy("Returned to me"), article.acted_at) for article in returned]
        entries += [
            Entry(given.article, _("Assigned by %(person)s") % {"person": given.given_by}, given.given_at)
            for given in self._assigned(Q(person=self.user))
        ]
        if self.is_editor:
            entries += [Entry(a, gettext_lazy("To review"), a.acted_at) for a in self._to_review()]
        nothing = gettext_lazy("Nothing waits for you.")
        more = "stage=in_review" if self.is_editor else "stage=returned&mine=1"
        return Tray(gettext_lazy("Waiting for me"), entries, nothing, more)

    def _to_review(self) -> QuerySet[Article]:
        languages = [language for language in Language.values if self.user.reads(language)]
        own = self.user.sections.values("pk")
        theirs = ~Exists(own) | Q(story__section__in=own) | Q(story__section=None)
        found = self.seen.filter(theirs, stage=Stage.IN_REVIEW, language__in=languages)
        return found.order_by("acted_at", "pk")[:MOST]

    def _assigned(self, whose: Q) -> list[Assignment]:
        given = Assignment.objects.filter(whose, ended_at=None, article__in=self._seen_pks())
        wanted = given.exclude(article__stage__in=DONE).select_related("article__story", "given_by", "person")
        return list(wanted.order_by("given_at")[:MOST])

    def _seen_pks(self) -> QuerySet[Article]:
        return Article.objects.seen_by(self.user)

    def mine(self) -> Tray:
        """This person's texts that are on their way."""
        own = Q(created_by=self.user) | Q(submitted_by=self.user)
        stages = (Stage.DRAFT, Stage.IN_REVIEW, Stage.APPROVED)
        found = self.seen.filter(own, stage__in=stages).order_by("-acted_at", "-pk")[:MOST]
        entries = [Entry(article, article.get_stage_display(), article.acted_at) for article in found]
        return Tray(pgettext_lazy("texts", "Mine"), entries, gettext_lazy("You have no drafts."), "mine=1")

    def going_out(self) -> Tray:
        """What goes out in the next hours, and where a newer text stays behind."""
        rows = (
            Publication.objects.filter(language__in=Language.values, live_from__gt=self.at, kind__in=LISTED)
            .exclude(live_until=F("live_from"))
            .filter(article__in=self._seen_pks())
            .select_related("article__story", "article__head", "revision")
            .defer("body", "extras", "article__head__body", "revision__body")
            .order_by("live_from", "pk")[:MOST]
        )
        entries = [Entry(row.article, self._goes_out_as(row), row.live_from) for row in rows]
        return Tray(gettext_lazy("Going out"), entries, gettext_lazy("Nothing is scheduled."), is_ahead=True)

    @staticmethod
    def _goes_out_as(row: Publication) -> str:
        if row.article.head_id == row.revision_id:
            return ""
        return _("Goes out as revision %(old)s, without the newer one: send it along or leave it.") % {
            "old": row.revision.number
        }

    def late(self) -> Tray:
        """What was planned for a time that has passed, and is not before readers."""
        slots = PlannedSlot.objects.filter(dropped_at=None, planned_at__lt=self.at).select_related("article", "person")
        open_slots = slots.filter(Q(article=None) | ~Q(article__stage__in=DONE)).order_by("-planned_at")[:MOST]
        entries = [
            Entry(slot.article, str(slot.person or _("nobody")), slot.planned_at, title=slot.title)
            for slot in open_slots
        ]
        return Tray(gettext_lazy("Late"), entries, gettext_lazy("Nothing planned is late."))

    def prepared(self) -> Tray:
        """What is held or under embargo, and for how long already."""
        story = Story.objects.filter(Q(is_held=True) | Q(embargo_until__gt=self.at)).values("pk")
        found = self.seen.filter(story__in=story).exclude(stage=Stage.SPIKED).order_by("acted_at")[:MOST]
        held, under_embargo = gettext_lazy("The story is held."), pgettext_lazy("log", "Put under embargo")
        entries = [Entry(a, held if a.story.is_held else under_embargo, a.acted_at) for a in found]
        return Tray(gettext_lazy("Prepared"), entries, gettext_lazy("Nothing is held back."))

    def for_nobody(self) -> Tray:
        """What is with people who are away or gone."""
        gone = Q(person__is_active=False) | Q(person__away_until__gt=self.at)
        entries = [
            Entry(given.article, _("With %(person)s, who is away") % {"person": given.person}, given.given_at)
            for given in self._assigned(gone)
        ]
        return Tray(gettext_lazy("Waiting for nobody"), entries, gettext_lazy("Everything is with somebody."))

    def behind(self) -> Tray:
        """The editions whose other language has changed since."""
        live = Publication.objects.live(self.at)
        other = live.filter(story=OuterRef("story"), kind__in=LISTED).exclude(language=OuterRef("language"))
        changed = live.filter(
            language__in=Language.values, live_from__gt=self.at - SETTLES, changed_at__gt=F("first_published_at")
        )
        rows = (
            changed.annotate(
                theirs=Subquery(other.values("changed_at")[:1]), twin=Subquery(other.values("article")[:1])
            )
            .filter(theirs__lt=F("changed_at"), article__in=self._seen_pks())
            .order_by("-changed_at")
            .values_list("twin", "changed_at")[:MOST]
        )
        since = dict(rows)
        articles = self.seen.filter(pk__in=since) if since else []
        entries = [Entry(a, gettext_lazy("The other edition has changed"), since[a.pk]) for a in articles]
        return Tray(gettext_lazy("The other language is behind"), entries, gettext_lazy("Both languages are in step."))

    def afterwards(self) -> list[Tray]:
        """What went out unreviewed, until a chief has read it; what one person changed alone since yesterday."""
        since = self.at - timedelta(days=1, hours=12)
        which = Q(basis=Basis.UNREVIEWED) | Q(basis__in=ALONE, live_from__gt=since)
        rows = list(
            Publication.objects.filter(which, live_from__lte=self.at, after_review=None)
            .filter(article__in=self._seen_pks())
            .select_related("article__story", "published_by")
            .defer("body", "extras")
            .order_by("-live_from")[: 2 * MOST]
        )
        entries = {
            is_alone: [
                Entry(row.article, str(row.published_by), row.live_from, row=row.pk)
                for row in rows
                if (row.basis in ALONE) is is_alone
            ]
            for is_alone in (False, True)
        }
        return [
            Tray(gettext_lazy("Published unreviewed"), entries[False], gettext_lazy("Nothing went out unreviewed.")),
            Tray(gettext_lazy("Changed alone"), entries[True], gettext_lazy("Nobody has changed a live text alone.")),
        ]
