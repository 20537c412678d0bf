"""The side panel's buttons: exactly the acts open to this person now, those that something still refuses disabled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.admin import asked
from articles.admin.act_forms import ActForm, PublishForm, UnreviewedForm
from articles.admin.article_desk import ArticleDesk
from articles.admin.story_acts import every_act
from articles.models import Language, Publication, Stage
from articles.workflow.case import Readers
from articles.workflow.table import LABELS, Duty, Verb
from articles.workflow.telling import people_of

FROM_LIVE = (Verb.FIX, Verb.UPDATE, Verb.AMEND)
DANGEROUS = frozenset({"retract", "remove", "move", "spike", "discard", "take_off_air", "publish_unreviewed"})


@dataclass(frozen=True)
class Button:
    """One act: its address's slug, its words, and the sentence that refuses it for now."""

    slug: str
    label: str | Promise
    refusal: str = ""

    @property
    def is_dangerous(self) -> bool:
        """Whether it takes something away."""
        return self.slug in DANGEROUS


@dataclass
class Group:
    """Acts of one kind, with what they ask for; open when the person has just been asked again."""

    title: str | Promise
    buttons: list[Button]
    form: ActForm | None = None
    is_open: bool = False

    @property
    def voids(self) -> bool:
        """Whether an act of it voids what is scheduled."""
        slugs = {button.slug for button in self.buttons}
        return bool(slugs & {"publish", "approve_and_publish", "publish_unreviewed", "embargo", "hold"})


@dataclass
class Panel:
    """What stands beside the text."""

    first: list[Button] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    from_live: list[Button] = field(default_factory=list)


def panel_of(desk: ArticleDesk, bound: Mapping[str, ActForm] | None = None) -> Panel:
    """Return the panel for an article's person; `bound` are the forms by prefix that have to be asked again."""
    acts = desk.open_acts
    forms = _Forms(desk, bound or {})
    panel = Panel(first=_first(desk), from_live=[Button(v.value, LABELS[v], acts[v]) for v in FROM_LIVE if v in acts])
    panel.groups = [group for group in _groups(desk, forms) if group.buttons]
    if len(panel.groups) == 1 and not panel.first:
        panel.groups[0].is_open = True
    return panel


def _first(desk: ArticleDesk) -> list[Button]:
    """Return the acts that stand beside Save: what this person would do next with this text."""
    acts = desk.open_acts
    first = _buttons(acts, Verb.SUBMIT, Verb.RECALL)
    if desk.article.stage == Stage.DRAFT and Verb.APPROVE in acts and Verb.SUBMIT in acts:
        # One's own draft: submitting it comes before approving it.
        first = first if acts[Verb.APPROVE] else []
    if Verb.PUBLISH in acts:
        first.append(Button("publish", _publish_label(desk), acts[Verb.PUBLISH]))
    elif Verb.APPROVE in acts:
        first.append(Button("approve_and_publish", every_act()["approve_and_publish"].label, acts[Verb.APPROVE]))
        first.append(Button("approve", LABELS[Verb.APPROVE], acts[Verb.APPROVE]))
    return first


def _publish_label(desk: ArticleDesk) -> str | Promise:
    return LABELS[Verb.PUBLISH]


def _groups(desk: ArticleDesk, forms: "_Forms") -> Iterable[Group]:
    acts = desk.open_acts
    going = _buttons(acts, Verb.PUBLISH)
    if not going and Verb.APPROVE in acts:
        going = [Button("approve_and_publish", every_act()["approve_and_publish"].label, acts[Verb.APPROVE])]
    going += _buttons(acts, Verb.PUBLISH_UNREVIEWED)
    yield forms.group("publish", _("When, and what readers are told"), going)
    yield forms.group("return", LABELS[Verb.RETURN], _buttons(acts, Verb.RETURN))
    if desk.standing.is_scheduled:
        yield forms.group("reschedule", LABELS[Verb.RESCHEDULE], _buttons(acts, Verb.RESCHEDULE, Verb.UNSCHEDULE))
    if desk.rights_until:
        yield forms.group("extend_rights", LABELS[Verb.EXTEND_RIGHTS], _buttons(acts, Verb.EXTEND_RIGHTS))
    yield forms.group("take_off_air", LABELS[Verb.TAKE_OFF_AIR], _buttons(acts, Verb.TAKE_OFF_AIR))
    yield forms.group("put_back", LABELS[Verb.PUT_BACK], _buttons(acts, Verb.PUT_BACK))
    yield forms.group("withdraw", _("Withdraw"), _buttons(acts, Verb.RETRACT, Verb.REMOVE, Verb.MOVE))
    if desk.article.stage != Stage.SPIKED:
        yield from _of_story(desk, forms)
    yield forms.group("spike", LABELS[Verb.SPIKE], _buttons(acts, Verb.SPIKE))
    yield forms.group("discard", LABELS[Verb.DISCARD], _buttons(acts, Verb.DISCARD))
    yield forms.group("reopen", LABELS[Verb.REOPEN], _buttons(acts, Verb.REOPEN))


def _of_story(desk: ArticleDesk, forms: "_Forms") -> Iterable[Group]:
    """What an editor sets on the story, for both its editions."""
    story = desk.article.story
    if desk.may(Duty.MARK_DEVELOPING):
        ends = _duties("end_developing") if story.is_developing(desk.at) else []
        title = pgettext_lazy("story", "Developing")
        yield forms.group("mark_developing", title, [*_duties("mark_developing"), *ends])
    if desk.may(Duty.SET_EMBARGO):
        lifts = _duties("lift_embargo") if story.embargo_until and story.embargo_until > desk.at else []
        yield forms.group("embargo", _("Embargo until"), [*_duties("embargo"), *lifts])
        yield forms.group("hold", _("Hold"), [Button("hold", _("Let it go"))] if story.is_held else _duties("hold"))
    if desk.may(Duty.RESTRICT):
        opens = _duties("open_to_all") if story.is_restricted else []
        yield forms.group("restrict", _("Who may see it"), [*_duties("restrict"), *opens])
    if desk.may(Duty.GIVE_SIGN_OFF) and any(each.holds is None for each in desk.sign_offs):
        yield forms.group("give_sign_off", _("Sign off"), _duties("give_sign_off"))
    if desk.may(Duty.REQUIRE_SIGN_OFF):
        yield forms.group("require_sign_off", _("Sign-offs"), _duties("require_sign_off"))
    if desk.names and desk.may(Duty.HIDE_BYLINE):
        shows = _duties("show_byline") if desk.hidden_names else []
        hides = _duties("hide_byline") if set(desk.names) - set(desk.hidden_names) else []
        yield forms.group("hide_byline", _("Hide byline"), [*hides, *shows])
    if desk.may(Duty.PLACE_STORY):
        yield forms.group("place_story", _("Series and urgency"), _duties("place_story"))


def _buttons(acts: Mapping[Verb, str], *verbs: Verb) -> list[Button]:
    # A reason is asked for beside the button; until it is given nothing is refused.
    return [Button(verb.value, LABELS[verb], acts[verb]) for verb in verbs if verb in acts]


def _duties(slug: str) -> list[Button]:
    return [Button(slug, every_act()[slug].label)]


class _Forms:
    """The forms of the groups, each made once: bound where it has to be asked again."""

    def __init__(self, desk: ArticleDesk, bound: Mapping[str, ActForm]) -> None:
        self.desk, self.bound = desk, bound

    def group(self, prefix: str, title: Any, buttons: list[Button]) -> Group:
        """Return one group."""
        if prefix in self.bound:
            return Group(title, buttons, self._without_needless(prefix, self.bound[prefix]), is_open=True)
        return Group(title, buttons, self._form(prefix) if buttons else None)

    def _form(self, prefix: str) -> ActForm | None:
        form_class = form_class_of(prefix, self.desk)
        if form_class is None:
            return None
        form = form_class(prefix=prefix, language=self.desk.article.language, initial=self._initial(prefix))
        self._offer(prefix, form)
        return self._without_needless(prefix, form)

    def _offer(self, prefix: str, form: ActForm) -> None:
        """Give a form that is only looked at its lists, which one question a page answers."""
        if prefix == "restrict":
            form.fields["people"].choices = [(each.pk, each.name) for each in self.desk.people]  # type: ignore[attr-defined]
        elif prefix == "place_story":
            named = [(pk, ar if get_language() == Language.AR else en) for pk, ar, en in asked.series()]
            form.fields["series"].choices = [("", "—"), *named]  # type: ignore[attr-defined]

    def _without_needless(self, prefix: str, form: ActForm) -> ActForm:
        for name in self._needless(prefix):
            form.fields.pop(name, None)
        if prefix == "give_sign_off":
            owed = [(each.kind.value, each.kind.label) for each in self.desk.sign_offs if each.holds is None]
            form.fields["kind"].widget.choices = owed
        if prefix == "hide_byline":
            hidden = self.desk.hidden_names
            named = {pk: _("%(name)s (hidden)") % {"name": n} if pk in hidden else n for pk, n in self._named.items()}
            form.fields["author"].widget.choices = list(named.items())
        return form

    def _needless(self, prefix: str) -> tuple[str, ...]:
        """Return what need not be asked: of a change where readers have nothing, of another edition where none is."""
        needless: tuple[str, ...] = ()
        if prefix == "reschedule":
            needless += () if Verb.RESCHEDULE in self.desk.open_acts else ("live_from",)
            needless += () if self._waiting_twin else ("both", "twin")
        elif self.desk.twin is None or (prefix == "publish" and not self._both_may_go):
            needless += ("both", "twin", "twin_note")
        if prefix == "publish" and self.desk.standing.now is Readers.NOTHING:
            needless += ("change", "note", "twin_note")
        return needless

    @property
    def _named(self) -> dict[int, str]:
        return self.desk.names | self.desk.hidden_names

    @property
    def _both_may_go(self) -> bool:
        twin, acts = self.desk.twin, self.desk.open_acts
        is_reviewed = any(acts.get(verb) == "" for verb in (Verb.PUBLISH, Verb.APPROVE))
        return is_reviewed and twin is not None and twin.stage == Stage.APPROVED

    @property
    def _waiting_twin(self) -> Publication | None:
        """What is scheduled of the other edition."""
        return self.desk.twin_standing.waiting if self.desk.twin_standing else None

    def _initial(self, prefix: str) -> dict[str, Any]:
        if prefix == "reschedule" and self.desk.standing.waiting:
            twin = self._waiting_twin
            return {"seen": self.desk.standing.waiting.pk, "twin": twin.pk if twin else None}
        if prefix == "publish" and self.desk.twin:
            return {"twin": self.desk.twin.approved_id}
        if prefix == "extend_rights":
            return {"until": self.desk.rights_until}
        if prefix == "hold":
            return {"is_held": "0" if self.desk.article.story.is_held else "1"}
        return self._initial_of_story(prefix)

    def _initial_of_story(self, prefix: str) -> dict[str, Any]:
        """Return what a form shows of the story, and that it showed it."""
        story = self.desk.article.story
        match prefix:
            case "mark_developing":
                return {"until": story.developing_until, "was": {"developing_until": _stamp(story.developing_until)}}
            case "embargo":
                return {"until": story.embargo_until, "was": {"embargo_until": _stamp(story.embargo_until)}}
            case "require_sign_off":
                return {"kinds": story.sign_offs, "was": {"sign_offs": story.sign_offs}}
            case "place_story":
                shown = {"series_id": story.series_id, "urgency": story.urgency}
                return {"series": story.series_id, "urgency": story.urgency, "was": shown}
            case "restrict":
                let_in = sorted(self._let_in())
                return {"people": let_in or self._its_people(), "was": {"people": let_in}}
        return {}

    def _let_in(self) -> list[int]:
        story = self.desk.article.story
        return list(story.readers.values_list("pk", flat=True)) if story.is_restricted else []

    def _its_people(self) -> set[int]:
        """Return who would be let in: those whose text it is in either edition, and whoever restricts it."""
        editions = [self.desk.article, *([self.desk.twin] if self.desk.twin else [])]
        return {self.desk.user.pk}.union(*(people_of(edition) for edition in editions))


def _stamp(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def form_class_of(prefix: str, desk: ArticleDesk) -> type[ActForm] | None:
    """Return the form of a group of acts; the publish form asks for a reason of those who may go unreviewed."""
    if prefix == "publish":
        return UnreviewedForm if Verb.PUBLISH_UNREVIEWED in desk.open_acts else PublishForm
    return next((act.form for act in every_act().values() if act.prefix == prefix and act.form), None)
