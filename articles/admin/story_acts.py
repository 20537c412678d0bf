"""What an editor sets on a story from the article form: hold, embargo, developing, who may see it, series, urgency."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.act_forms import BylineForm, HoldForm, PlaceForm, RequireForm, RestrictForm, SignOffForm, UntilForm
from articles.admin.article_acts import FORM_ACTS, Asked, FormAct, form_act
from articles.models import Article, Author
from articles.publishing import embargo, hiding
from articles.workflow import sign_offs, stories
from articles.workflow.refusals import Refused
from articles.workflow.table import Duty


@form_act(Duty.SET_EMBARGO, slug="hold", label=gettext_lazy("Hold"), form=HoldForm)
def hold(asked: Asked) -> str:
    """Hold the story back from publication, or let it go."""
    is_held = asked.given["is_held"] == "1"
    voided = embargo.hold(asked.article.story, is_held=is_held, why=asked.given["why"], **asked.who_and_when)
    return _and_voided(_("The story is held.") if is_held else _("The story is no longer held."), voided)


@form_act(Duty.SET_EMBARGO, slug="embargo", label=gettext_lazy("Set the embargo"), form=UntilForm)
def set_embargo(asked: Asked) -> str:
    """Put the story under embargo until a time."""
    how = {"until": asked.form.moment(), "why": asked.given["why"], "seen": asked.form.seen()}
    voided = embargo.set_embargo(asked.article.story, **how, **asked.who_and_when)
    return _and_voided(_("The story is under embargo."), voided)


@form_act(
    Duty.SET_EMBARGO, slug="lift_embargo", label=gettext_lazy("Lift the embargo"), form=UntilForm, prefix="embargo"
)
def lift_embargo(asked: Asked) -> str:
    """Lift the embargo."""
    how = {"until": None, "why": asked.given["why"], "seen": asked.form.seen()}
    embargo.set_embargo(asked.article.story, **how, **asked.who_and_when)
    return _("The story is no longer under embargo.")


@form_act(Duty.MARK_DEVELOPING, label=gettext_lazy("Mark as developing"), form=UntilForm)
def mark_developing(asked: Asked) -> str:
    """Mark the story as developing until a time."""
    how = {"until": asked.form.moment(), "why": asked.given["why"], "seen": asked.form.seen()}
    stories.mark_developing(asked.article.story, **how, **asked.who_and_when)
    return _("The story is developing.")


@form_act(
    Duty.MARK_DEVELOPING,
    slug="end_developing",
    label=gettext_lazy("No longer developing"),
    form=UntilForm,
    prefix="mark_developing",
)
def end_developing(asked: Asked) -> str:
    """Take the mark away."""
    how = {"until": None, "why": asked.given["why"], "seen": asked.form.seen()}
    stories.mark_developing(asked.article.story, **how, **asked.who_and_when)
    return _("The story is no longer developing.")


@form_act(Duty.RESTRICT, label=gettext_lazy("Restrict"), form=RestrictForm)
def restrict(asked: Asked) -> str:
    """Let only the people who were named see the story."""
    how = {"people": asked.given["people"], "why": asked.given["why"], "seen": asked.form.seen()}
    stories.restrict(asked.article.story, **how, **asked.who_and_when)
    return _("Only the people named see the story now.")


@form_act(
    Duty.RESTRICT,
    slug="open_to_all",
    label=gettext_lazy("Open to the whole desk"),
    form=RestrictForm,
    prefix="restrict",
)
def open_to_all(asked: Asked) -> str:
    """Let the whole desk see the story again."""
    stories.open_to_all(asked.article.story, why=asked.given["why"], **asked.who_and_when)
    return _("The whole desk sees the story again.")


@form_act(Duty.PLACE_STORY, label=gettext_lazy("Set series and urgency"), form=PlaceForm)
def place_story(asked: Asked) -> str:
    """Set the story's series and how soon the desk wants it."""
    how = {"series": asked.given["series"], "urgency": asked.given["urgency"], "seen": asked.form.seen()}
    stories.place(asked.article.story, **how, **asked.who_and_when)
    return _("Saved.")


@form_act(Duty.REQUIRE_SIGN_OFF, label=gettext_lazy("Set what is asked for"), form=RequireForm)
def require_sign_off(asked: Asked) -> str:
    """Set whose word the story needs before it goes out."""
    how = {"kinds": asked.given["kinds"], "why": asked.given["why"], "seen": asked.form.seen()}
    stories.require_sign_offs(asked.article.story, **how, **asked.who_and_when)
    return _("Saved.")


@form_act(Duty.GIVE_SIGN_OFF, label=gettext_lazy("Sign this text off"), form=SignOffForm)
def give_sign_off(asked: Asked) -> str:
    """Give one's word on the text that was read."""
    sign_offs.give(asked.read, asked.given["kind"], note=asked.given["note"], **asked.who_and_when)
    return _("Signed off; any later change of either edition voids it.")


@form_act(Duty.HIDE_BYLINE, label=gettext_lazy("Hide byline"), form=BylineForm)
def hide_byline(asked: Asked) -> str:
    """Take a name off every page of the story."""
    hiding.hide(asked.article.story, _author(asked), why=asked.given["why"], **asked.who_and_when)
    return _("The name is off every page of the story, in both languages.")


@form_act(
    Duty.HIDE_BYLINE,
    slug="show_byline",
    label=gettext_lazy("Put the byline back"),
    form=BylineForm,
    prefix="hide_byline",
)
def show_byline(asked: Asked) -> str:
    """Put a hidden name back."""
    hiding.put_back(asked.article.story, _author(asked), why=asked.given["why"], **asked.who_and_when)
    return _("The name stands over the story again.")


def _author(asked: Asked) -> Author:
    found = Author.objects.filter(pk=asked.given["author"]).first()
    if found is None:
        raise Refused(_("No text of this story names them."), "not_named")
    return found


def _and_voided(said: str, voided: list[Article]) -> str:
    return f"{said} {_('What was scheduled is voided.')}" if voided else said


def every_act() -> dict[str, FormAct]:
    """Return every act of the form by its slug: the text's, and the story's."""
    return FORM_ACTS
