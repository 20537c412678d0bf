"""Sign-offs: required on a story, given on a named text, void as soon as either edition's words change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Content, Revision, Role, SignOff, SignOffKind, User, WorkflowEvent
from articles.workflow import telling
from articles.workflow.acts import locked
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.sign_off_words import EMPTY, words_digest
from articles.workflow.table import Duty

GIVEN = "sign_off"


@dataclass(frozen=True)
class Owed:
    """One sign-off that a story requires: the one that holds for its texts as they are now, or the last that did."""

    kind: SignOffKind
    holds: SignOff | None
    last: SignOff | None

    @property
    def signed(self) -> Revision | None:
        """The text that was signed of the edition that has changed since."""
        row = self.last
        if row is None or row.voided_by is None:
            return None
        return next((t for t in (row.revision, row.other) if t and t.article_id == row.voided_by.article_id), None)


def owed(article: Article, twin: Article | None) -> list[Owed]:
    """Return what a story requires, as it stands with both editions' newest texts. At most one query."""
    required = article.story.sign_offs
    if not required:
        return []
    rows = list(
        SignOff.objects.filter(story=article.story_id, kind__in=required)
        .select_related("by", "revision", "other", "voided_by__written_by", "voided_by__article")
        .defer("revision__body", "other__body", "voided_by__body")
        .order_by("pk")
    )
    now = _covered([article, *([twin] if twin else [])])
    found = []
    for kind in SignOffKind:
        if kind in required:
            own = [row for row in rows if row.kind == kind]
            holds = next((row for row in reversed(own) if holds_for(row, now)), None)
            found.append(Owed(kind, holds, own[-1] if own else None))
    return found


def holds_for(row: SignOff, covered: dict[str, str]) -> bool:
    """Say whether a sign-off was given on exactly these words of each edition; an empty new edition says nothing."""
    return all(row.covers.get(pk, EMPTY) == digest for pk, digest in covered.items())


def give(revision: Revision, kind: str, *, by: User, clock: datetime, note: str = "") -> SignOff:
    """Give one's word on exactly the text that was read, and on what the other edition says now.

    Raises:
        NotAllowed: the person's roles do not reach so far, or the story is not theirs to see.
        Refused: the story does not ask for it, somebody saved meanwhile, or the text is only this person's own.
    """
    with transaction.atomic():
        (article,) = locked([revision.article_id])
        is_chiefs = kind != SignOffKind.CHIEF or Role.CHIEF_EDITOR in by.roles
        if not allowed(by, Duty.GIVE_SIGN_OFF, article) or not is_chiefs:
            raise NotAllowed(_("You may not do this here."), "not_allowed")
        if kind not in article.story.sign_offs:
            raise Refused(_("The story does not ask for this sign-off."), "not_required")
        if article.head is None or article.head_id != revision.pk:
            raise Refused(_("Somebody saved a newer text meanwhile."), "newer_exists")
        if set(article.head.writers) == {by.pk}:
            raise Refused(_("You are the only writer of this text; somebody else has to sign it off."), "only_writer")
        twin = article.story.articles.exclude(pk=article.pk).select_related("head").first()
        row = SignOff.objects.create(
            story=article.story,
            kind=kind,
            revision=article.head,
            other=twin.head if twin else None,
            covers=_covered([article, *([twin] if twin else [])]),
            by=by,
            at=clock,
            note=note.strip(),
        )
        event = WorkflowEvent(
            at=clock,
            verb=GIVEN,
            actor=by,
            story_id=article.story_id,
            article=article,
            revision=article.head,
            why=note.strip(),
            details={"kind": kind},
        )
        telling.tell(WorkflowEvent.objects.bulk_create([event]), by=by)
    return row


def _covered(editions: Iterable[Article]) -> dict[str, str]:
    return {str(edition.pk): words_digest(_content(edition)) for edition in editions}


def _content(edition: Article) -> Content:
    return edition.head.content() if edition.head else Content()
