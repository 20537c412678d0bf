"""The acts of the article form: what each asks for, which service it calls, and what it says when it is done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.admin.act_forms import (
    ActForm,
    AnswerForm,
    BothForm,
    ExtendForm,
    NoteForm,
    PublishForm,
    RescheduleForm,
    ResolveForm,
    TakeOffAirForm,
    UnreviewedForm,
    UnscheduleForm,
    WhyForm,
    WithdrawForm,
)
from articles.models import LISTED, Article, Note, Publication, Revision, Stage, User
from articles.publishing import publish, rights, withdraw
from articles.workflow import drafts, notes
from articles.workflow.refusals import Refused
from articles.workflow.table import LABELS, Duty, Verb


@dataclass(kw_only=True)
class Asked:
    """One act as a person asked for it: on which article and text, and with what answers."""

    article: Article
    read: Revision
    by: User
    clock: datetime
    form: Any = None
    even_if_newer: bool = False
    other: Article | None = None
    leads_to: Article | None = field(default=None, init=False)

    @property
    def given(self) -> dict[str, Any]:
        """The answers."""
        return self.form.cleaned_data if self.form else {}

    @property
    def who_and_when(self) -> dict[str, Any]:
        """What every service is told."""
        return {"by": self.by, "clock": self.clock}

    @property
    def editions(self) -> list[Article]:
        """The article, with its other edition where the person asked for both."""
        return [self.article, *([self.other] if self.given.get("both") and self.other else [])]


Perform = Callable[[Asked], str]


@dataclass(frozen=True, kw_only=True)
class FormAct:
    """One act of the form. `form` is shared by acts of one kind under `prefix`."""

    slug: str
    asks: Verb | Duty
    label: str | Promise
    perform: Perform
    form: type[ActForm] | None = None
    prefix: str = ""


FORM_ACTS: dict[str, FormAct] = {}


def form_act(
    asks: Verb | Duty,
    *,
    slug: str = "",
    label: str | Promise = "",
    form: type[ActForm] | None = None,
    prefix: str = "",
) -> Callable[[Perform], Perform]:
    """Register an act of the form, with what it asks of the person and for."""

    def register(perform: Perform) -> Perform:
        name = slug or asks.value
        said = label or LABELS[asks]  # type: ignore[index]
        FORM_ACTS[name] = FormAct(slug=name, asks=asks, label=said, perform=perform, form=form, prefix=prefix or name)
        return perform

    return register


@form_act(Verb.SUBMIT)
def submit(asked: Asked) -> str:
    """Send the text to review."""
    drafts.submit(asked.read, **asked.who_and_when)
    return _("It is with the editors now.")


@form_act(Verb.RECALL)
def recall(asked: Asked) -> str:
    """Take the text back from review."""
    drafts.recall(asked.article, **asked.who_and_when)
    return _("It is a draft again.")


@form_act(Verb.RETURN, form=WhyForm)
def send_back(asked: Asked) -> str:
    """Return the text to its writer."""
    drafts.return_to_writer(asked.article, why=asked.given["why"], **asked.who_and_when)
    return _("Returned to its writer.")


@form_act(Verb.APPROVE)
def approve(asked: Asked) -> str:
    """Approve the text that was read."""
    drafts.approve(asked.read, **asked.who_and_when)
    return _("Approved.")


@form_act(
    Verb.APPROVE,
    slug="approve_and_publish",
    label=gettext_lazy("Approve and publish"),
    form=PublishForm,
    prefix="publish",
)
def approve_and_publish(asked: Asked) -> str:
    """Approve the text that was read and publish it: one transaction."""
    going = asked.form.going()
    twin = None if asked.even_if_newer else _approved_twin(asked)
    if twin is None:
        how = {"going": going, "even_if_newer": asked.even_if_newer}
        return _gone_out(publish.approve_and_publish(asked.read, **how, **asked.who_and_when))
    with transaction.atomic():
        drafts.approve(asked.read, **asked.who_and_when)
        made = publish.publish(asked.read, twin, going=going, **asked.who_and_when)
    return _gone_out(made)


@form_act(Verb.PUBLISH, form=PublishForm)
def put_out(asked: Asked) -> str:
    """Publish the approved text."""
    twin = _approved_twin(asked)
    read = [asked.read, *([twin] if twin else [])]
    return _gone_out(publish.publish(*read, going=asked.form.going(), **asked.who_and_when))


@form_act(Verb.PUBLISH_UNREVIEWED, form=UnreviewedForm, prefix="publish")
def put_out_unreviewed(asked: Asked) -> str:
    """Publish a text nobody else has read."""
    if asked.given["both"]:
        raise Refused(_("Unreviewed, only one edition can go out at a time."), "one_edition_unreviewed")
    how = {"why": asked.given["why"], "going": asked.form.going()}
    return _gone_out(publish.publish_unreviewed(asked.read, **how, **asked.who_and_when))


@form_act(Verb.RESCHEDULE, form=RescheduleForm)
def reschedule(asked: Asked) -> str:
    """Give what is scheduled another time."""
    how = {"live_from": asked.given["live_from"], "seen": _seen(asked)}
    return _gone_out(publish.reschedule(*asked.editions, **how, **asked.who_and_when))


@form_act(Verb.UNSCHEDULE, form=UnscheduleForm, prefix="reschedule")
def unschedule(asked: Asked) -> str:
    """Take back what is scheduled."""
    publish.unschedule(*asked.editions, seen=_seen(asked), **asked.who_and_when)
    return _("Nothing is scheduled any more.")


def _seen(asked: Asked) -> publish.Seen:
    """Return what the form shows as scheduled, by edition."""
    twin = {asked.other.pk: asked.given["twin"]} if asked.other else {}
    return {asked.article.pk: asked.given["seen"], **twin}


@form_act(Verb.TAKE_OFF_AIR, form=TakeOffAirForm)
def take_off_air(asked: Asked) -> str:
    """Take the article off the air."""
    withdraw.take_off_air(*asked.editions, why=asked.given["why"], **asked.who_and_when)
    return _("Readers see the house's wording in its place.")


@form_act(Verb.PUT_BACK, form=BothForm)
def put_back(asked: Asked) -> str:
    """Put the article back before readers."""
    withdraw.put_back(*asked.editions, **asked.who_and_when)
    return _("Readers have it again.")


@form_act(Verb.EXTEND_RIGHTS, form=ExtendForm)
def extend_rights(asked: Asked) -> str:
    """Let an agency's copy be shown longer."""
    how = {"until": asked.given["until"], "why": asked.given["why"]}
    rights.extend_rights(asked.article, **how, **asked.who_and_when)
    return _("Readers keep it until then.")


@form_act(Verb.RETRACT, form=WithdrawForm, prefix="withdraw")
def retract(asked: Asked) -> str:
    """Mark the text as retracted."""
    withdraw.retract(asked.article, public_reason=asked.given["public_reason"], **asked.who_and_when)
    return _("Readers see the text marked as retracted, with the reason.")


@form_act(Verb.REMOVE, form=WithdrawForm, prefix="withdraw")
def remove(asked: Asked) -> str:
    """Remove the text for good."""
    how = {"public_reason": asked.given["public_reason"], "is_by_law": asked.given["is_by_law"]}
    withdraw.remove(asked.article, **how, **asked.who_and_when)
    return _("Readers see the reason in its place.")


@form_act(Verb.MOVE, form=WithdrawForm, prefix="withdraw")
def move(asked: Asked) -> str:
    """Send readers to another article."""
    target = Article.objects.seen_by(asked.by).filter(pk=asked.given["moved_to"]).first()
    if target is None:
        raise Refused(_("Choose another article in the same language."), "moves_elsewhere")
    withdraw.move(asked.article, target, **asked.who_and_when)
    return _("Readers are led to the other article.")


@form_act(Verb.SPIKE, form=WhyForm)
def spike(asked: Asked) -> str:
    """Put the text aside."""
    drafts.spike(asked.article, why=asked.given["why"], **asked.who_and_when)
    return _("Spiked.")


@form_act(Verb.DISCARD, form=WhyForm)
def discard(asked: Asked) -> str:
    """Put one's own draft aside."""
    drafts.discard(asked.article, why=asked.given["why"], **asked.who_and_when)
    return _("The draft is discarded.")


@form_act(Verb.REOPEN, form=WhyForm)
def reopen(asked: Asked) -> str:
    """Bring a spiked text back."""
    drafts.reopen(asked.article, why=asked.given["why"], **asked.who_and_when)
    return _("It is a draft again.")


@form_act(Duty.MAKE_OTHER_EDITION, label=gettext_lazy("Make the other edition"))
def make_other_edition(asked: Asked) -> str:
    """Make the edition in the other language, and go there."""
    asked.leads_to = drafts.make_other_edition(asked.article, **asked.who_and_when)
    return ""


@form_act(Duty.NOTE, label=gettext_lazy("Add the note"), form=NoteForm)
def note(asked: Asked) -> str:
    """Leave a note to colleagues."""
    given = asked.given
    what = {name: given[name] for name in ("text", "is_blocking", "passage", "place")} | {"revision": asked.read}
    notes.add(asked.article, **what, **asked.who_and_when)
    return _("Noted.")


@form_act(Duty.NOTE, slug="resolve_note", label=gettext_lazy("Resolve"), form=ResolveForm)
def resolve_note(asked: Asked) -> str:
    """Say that what a note asked for is done."""
    notes.resolve(_note(asked), **asked.who_and_when)
    return _("The note is resolved.")


@form_act(Duty.NOTE, slug="reopen_note", label=pgettext_lazy("act", "Reopen"), form=ResolveForm)
def reopen_note(asked: Asked) -> str:
    """Say that what a note asked for is not done after all."""
    notes.reopen(_note(asked), **asked.who_and_when)
    return _("The note is open again.")


@form_act(Duty.NOTE, slug="answer_note", label=gettext_lazy("Answer"), form=AnswerForm)
def answer_note(asked: Asked) -> str:
    """Answer a note."""
    notes.answer(_note(asked), text=asked.given["text"], **asked.who_and_when)
    return _("Answered.")


def _note(asked: Asked) -> Note:
    found = asked.article.notes.filter(pk=asked.given["note"]).select_related("article__story", "answers_to").first()
    if found is None:
        raise Refused(_("This note is not there."), "no_note")
    return found


def _approved_twin(asked: Asked) -> Revision | None:
    """Return the other edition's text as the person saw it named on the form, when it is to go out too."""
    if not asked.given["both"]:
        return None
    pk, twin = asked.given["twin"], asked.other
    if twin is None or pk is None or twin.stage != Stage.APPROVED or twin.approved_id != pk:
        raise Refused(twin_has_changed(), "twin_not_approved")
    return twin.revisions.get(pk=pk)


def twin_has_changed() -> str:
    """Say that both editions cannot go out as the person saw them."""
    return _("The other edition is not approved as you saw it. Nothing was published; open this page again.")


def _gone_out(made: list[Publication]) -> str:
    page = next(row for row in made if row.kind in LISTED)
    return _("Published.") if page.live_from <= page.made_at else _("Scheduled.")
