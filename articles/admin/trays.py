"""The lists of the desk page, each one question however large the house is: whose turn it is, and what nobody sees."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from articles.admin import questions
from articles.admin.questions import ALONE, DONE, EDITORS, QUESTIONS
from articles.language.house_hours import Hours
from articles.models import (
    Article,
    Assignment,
    House,
    Language,
    PlannedSlot,
    Publication,
    Revision,
    Role,
    Stage,
    User,
    WireItem,
)
from articles.workflow.acts import may
from articles.workflow.table import LABELS, Verb

MOST = 15
LATEST = 60
"""Planned slots that are looked through for those of which house hours have passed."""


@dataclass(frozen=True)
class Behind:
    """A text that is scheduled and the newer one that would stay behind: both, and whether somebody has decided so."""

    row: Publication
    is_left: bool
    is_mine: bool
    may_settle: bool

    @property
    def goes_out(self) -> Revision:
        """The text that goes out."""
        return self.row.revision

    @property
    def stays(self) -> Revision | None:
        """The newer one."""
        return self.row.article.head


@dataclass(frozen=True)
class Entry:
    """One article of a tray: what there is to say, when it was, and what can be done about it at once."""

    article: Article | None
    said: str | Promise
    at: datetime | None = None
    title: str = ""
    row: int = 0
    behind: Behind | None = None
    acts: tuple[tuple[str | Promise, str], ...] = ()
    """What this person may do about it: its name, and the address where it is done."""


@dataclass(frozen=True)
class Tray:
    """One list of the desk page, what it says when there is nothing in it, and where all of it is."""

    title: str | Promise
    entries: list[Entry]
    nothing: str | Promise
    more: str = ""
    """An address of the desk."""
    is_ahead: bool = False
    """Whether its times are still to come, and are said in full."""


def _all_of(**asked: str) -> str:
    """Return the address of the list of articles, so filtered."""
    return f"{reverse('admin:articles_article_changelist')}?{urlencode(asked)}"


class Trays:
    """The lists of one person at a moment."""

    def __init__(self, user: User, at: datetime, house: House) -> None:
        self.user, self.at = user, at
        self.hours = Hours.of(house)
        self.is_editor = bool(user.roles & EDITORS)
        self.seen = Article.objects.seen_by(user).for_desk()

    def all(self) -> list[Tray]:
        """Return the lists that this person's roles ask for, in the order of a morning."""
        trays = []
        if self.user.roles & (EDITORS | {Role.REPORTER, Role.TRANSLATOR}):
            trays += [self.waiting(), self.mine()]
        trays.append(self.going_out())
        if self.is_editor:
            trays += [self.late(), self.rights(), self.prepared(), self.for_nobody()]
        if self.user.roles & (EDITORS | {Role.TRANSLATOR}):
            trays.append(self.behind())
        if Role.CHIEF_EDITOR in self.user.roles:
            trays += self.afterwards()
        return trays

    def waiting(self) -> Tray:
        """What waits for this person: returned, assigned, to review."""
        returned = self.seen.filter(questions.returned(self.user)).order_by("-acted_at")[:MOST]
        entries = [Entry(article, gettext_lazy("Returned to me"), article.acted_at) for article in returned]
        entries += [
            Entry(given.article, _("Assigned by %(person)s") % {"person": given.given_by}, given.given_at)
            for given in self._assigned(Q(person=self.user))
        ]
        if self.is_editor:
            entries += [Entry(a, gettext_lazy("To review"), a.acted_at) for a in self._to_review()]
        nothing = gettext_lazy("Nothing waits for you.")
        return self._tray("waiting", entries, nothing)

    @staticmethod
    def _tray(name: str, entries: list[Entry], nothing: str | Promise, *, is_ahead: bool = False) -> Tray:
        title, _question = QUESTIONS[name]
        return Tray(title, entries, nothing, _all_of(tray=name), is_ahead)

    def _to_review(self) -> QuerySet[Article]:
        found = self.seen.filter(questions.to_review(self.user))
        return found.order_by("acted_at", "pk")[:MOST]

    def _assigned(self, whose: Q) -> list[Assignment]:
        given = Assignment.objects.filter(self._is_seen(), whose, ended_at=None)
        wanted = given.exclude(article__stage__in=DONE).select_related("article__story", "given_by", "person")
        return list(wanted.order_by("given_at")[:MOST])

    def _is_seen(self) -> Exists:
        return Article.objects.seen_by(self.user).of_row()

    def mine(self) -> Tray:
        """This person's texts that are on their way."""
        own = Q(created_by=self.user) | Q(submitted_by=self.user)
        stages = (Stage.DRAFT, Stage.IN_REVIEW, Stage.APPROVED)
        found = self.seen.filter(own, stage__in=stages).order_by("-acted_at", "-pk")[:MOST]
        entries = [Entry(article, article.get_stage_display(), article.acted_at) for article in found]
        return Tray(pgettext_lazy("texts", "Mine"), entries, gettext_lazy("You have no drafts."), _all_of(mine="1"))

    def going_out(self) -> Tray:
        """What goes out in the next hours, and where a newer text stays behind."""
        rows = (
            questions.scheduled(self.at)
            .filter(self._is_seen())
            .select_related("article__story", "article__head__written_by", "revision")
            .defer("body", "extras", "article__head__body", "revision__body")
            .annotate(is_left=questions.is_left())
            .order_by("live_from", "pk")[:MOST]
        )
        entries = [Entry(row.article, "", row.live_from, behind=self._behind(row)) for row in rows]
        return self._tray("scheduled", entries, gettext_lazy("Nothing is scheduled."), is_ahead=True)

    def _behind(self, row: Publication) -> Behind | None:
        head = row.article.head
        if head is None or head.pk == row.revision_id:
            return None
        is_left: bool = row.is_left  # type: ignore[attr-defined]
        return Behind(row, is_left, head.written_by_id == self.user.pk, self.is_editor)

    def late(self) -> Tray:
        """What was planned for a time since which house hours have passed, and is not before readers."""
        slots = PlannedSlot.objects.filter(dropped_at=None, planned_at__lt=self.at).select_related("article", "person")
        open_slots = list(slots.filter(Q(article=None) | ~Q(article__stage__in=DONE)).order_by("-planned_at")[:LATEST])
        by = {slot.pk: self.hours.between(slot.planned_at, self.at) for slot in open_slots}
        late = [slot for slot in open_slots if by[slot.pk]][:MOST]
        entries = [
            Entry(slot.article, f"{slot.person or _('nobody')} · {_late_by(by[slot.pk])}", slot.planned_at, slot.title)
            for slot in late
        ]
        first = f"{timezone.localtime(late[-1].planned_at):%Y-%m-%d}" if late else ""
        more = f"{reverse('admin:planning')}?{urlencode({'span': 'month', 'from': first})}"
        return Tray(gettext_lazy("Late"), entries, gettext_lazy("Nothing planned is late."), more)

    def rights(self) -> Tray:
        """What readers have of agencies' copy that may soon not be shown, or may no more; what is over first."""
        items = questions.rights_ending(self.at).filter(self._is_seen())
        entries = [
            Entry(item.article, self._ends(item), item.rights_until, acts=self._acts_on_rights(item.article))
            for item in items.select_related("agency", "article__story").defer("body")[:MOST]
        ]
        nothing = gettext_lazy("No agency's rights end within a week.")
        return self._tray("rights", entries, nothing, is_ahead=True)

    def _ends(self, item: WireItem) -> str:
        name = item.agency.name(get_language() or Language.AR)
        over = item.rights_until is not None and item.rights_until <= self.at
        sentence = _("%(agency)s: the rights are over") if over else _("%(agency)s: the rights end")
        return sentence % {"agency": name}

    def _acts_on_rights(self, article: Article) -> tuple[tuple[str | Promise, str], ...]:
        """Return the acts that this person's roles open, each by its place on the article's form."""
        address = reverse("admin:articles_article_change", args=[article.pk])
        acts = ((Verb.EXTEND_RIGHTS, "extend_rights"), (Verb.TAKE_OFF_AIR, "take_off_air"), (Verb.RETRACT, "withdraw"))
        titles = LABELS | {Verb.RETRACT: gettext_lazy("Withdraw")}
        return tuple(
            (titles[verb], f"{address}?open={prefix}#act-{prefix}")
            for verb, prefix in acts
            if may(verb, article, self.user, self.at)
        )

    def prepared(self) -> Tray:
        """What is held or under embargo, and for how long already."""
        found = self.seen.filter(questions.prepared(self.at)).order_by("acted_at")[:MOST]
        held, under_embargo = gettext_lazy("The story is held."), pgettext_lazy("log", "Put under embargo")
        entries = [Entry(a, held if a.story.is_held else under_embargo, a.acted_at) for a in found]
        return self._tray("prepared", entries, gettext_lazy("Nothing is held back."))

    def for_nobody(self) -> Tray:
        """What is with people who are away or gone."""
        entries = [
            Entry(given.article, _("With %(person)s, who is away") % {"person": given.person}, given.given_at)
            for given in self._assigned(questions.of_nobody(self.at))
        ]
        return self._tray("nobody", entries, gettext_lazy("Everything is with somebody."))

    def behind(self) -> Tray:
        """The editions whose other language has changed since."""
        rows = (
            questions.changed_since(self.at)
            .filter(self._is_seen())
            .order_by("-changed_at")
            .values_list("twin", "changed_at")[:MOST]
        )
        since = dict(rows)
        articles = self.seen.filter(pk__in=since) if since else []
        entries = [Entry(a, gettext_lazy("The other edition has changed"), since[a.pk]) for a in articles]
        return self._tray("behind", entries, gettext_lazy("Both languages are in step."))

    def afterwards(self) -> list[Tray]:
        """What went out unreviewed, until a chief has read it; what one person changed alone since yesterday."""
        rows = list(
            (questions.unreviewed(self.at) | questions.changed_alone(self.at))
            .filter(self._is_seen())
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
            self._tray("unreviewed", entries[False], gettext_lazy("Nothing went out unreviewed.")),
            self._tray("alone", entries[True], gettext_lazy("Nobody has changed a live text alone.")),
        ]


def _late_by(hours: float) -> str:
    """Say how late something is, in hours that the house works."""
    whole = int(hours)
    if not whole:
        return pgettext("late", "less than an hour")
    return ngettext("%(number)d house hour late", "%(number)d house hours late", whole) % {"number": whole}
