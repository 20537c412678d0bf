"""The services of the working copy: make, save, submit, recall, return, approve, spike, discard, reopen."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import (
    Article,
    Content,
    Language,
    PhotoLine,
    Revision,
    RevisionKind,
    Stage,
    Story,
    User,
    WorkflowEvent,
)
from articles.workflow import revisions, two_saves
from articles.workflow.acts import Turn, act, is_seen_by
from articles.workflow.refusals import FieldConflict, NotAllowed, Refused, SaveConflict
from articles.workflow.rights import allowed
from articles.workflow.table import Duty, Verb


@dataclass(frozen=True)
class Saved:
    """What a save did: the article, its newest accepted revision, and whether a colleague's text was joined in."""

    article: Article
    revision: Revision
    joined_with: User | None = None
    is_unchanged: bool = False


def create(
    content: Content,
    *,
    language: str,
    by: User,
    clock: datetime,
    slugline: str = "",
    form_token: str = "",
    agency_id: int | None = None,
    is_import: bool = False,
) -> Article:
    """Make a story with its first edition; the same form's token posted again returns the article it made.

    Raises:
        NotAllowed: the person's roles do not write.
    """
    if not allowed(by, Duty.CREATE_ARTICLE):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    token = form_token or secrets.token_hex(16)
    with transaction.atomic():
        made = Article.objects.filter(form_token=token).first()
        if made:
            return made
        story = Story.objects.create(
            slugline=(slugline or content.headline)[:120],
            section_id=content.section_id,
            lead_photo_id=lead(content),
            created_by=by,
            created_at=clock,
        )
        story.topics.set(content.topic_ids and _topics(content))
        kind = RevisionKind.IMPORTED if is_import else RevisionKind.SAVED
        return _first_edition(
            story, content, language=language, by=by, clock=clock, token=token, kind=kind, agency_id=agency_id
        )


def make_other_edition(article: Article, *, by: User, clock: datetime) -> Article:
    """Make the edition in the other language, empty but for what the story gives; return it when it is there.

    Raises:
        NotAllowed: the person does not translate, or may not see the story.
    """
    if not allowed(by, Duty.MAKE_OTHER_EDITION, article):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    other = Language(article.language).other
    with transaction.atomic():
        story = Story.objects.select_for_update().get(pk=article.story_id)
        made = story.articles.filter(language=other).first()
        if made:
            return made
        source = article.head.content() if article.head else Content()
        content = Content(
            format=source.format,
            section_id=source.section_id,
            topic_ids=source.topic_ids,
            related_ids=source.related_ids,
            photos=tuple(PhotoLine(photo_id=p.photo_id, is_decorative=p.is_decorative) for p in source.photos)
            or tuple(PhotoLine(photo_id=pk) for pk in [story.lead_photo_id] if pk),
        )
        return _first_edition(story, content, language=other, by=by, clock=clock, token=secrets.token_hex(16))


def _first_edition(
    story: Story,
    content: Content,
    *,
    language: str,
    by: User,
    clock: datetime,
    token: str,
    kind: RevisionKind = RevisionKind.SAVED,
    agency_id: int | None = None,
) -> Article:
    article = Article.objects.create(
        story=story, language=language, acted_at=clock, created_by=by, created_at=clock, form_token=token
    )
    revision = revisions.write(article, content, by=by, at=clock, base=None, kind=kind, agency_id=agency_id)
    revisions.make_head(article, revision, content)
    article.save()
    WorkflowEvent.objects.create(
        at=clock,
        verb="import" if kind == RevisionKind.IMPORTED else "create",
        actor=by,
        story=story,
        article=article,
        revision=revision,
        to_stage=article.stage,
    )
    return article


def save(
    article_pk: int,
    content: Content,
    *,
    base_pk: int,
    by: User,
    clock: datetime,
    slugline: str | None = None,
    summary: str = "",
    base: Revision | None = None,
) -> Saved:
    """Save a text that began from revision `base_pk`, joining it with what a colleague saved meanwhile.

    `base` is that revision, where the caller holds it already.

    Raises:
        SaveConflict: both changed the same paragraph; the text is kept as a revision of its own.
        Refused: the table refuses; the text is kept likewise when the person may write here at all.
    """
    try:
        read = {article_pk: base} if base else None
        with act(Verb.SAVE, article_pk, by=by, clock=clock, revisions=read, even_if_newer=True) as (turn,):
            return _save(turn, content, base_pk=base_pk, by=by, slugline=slugline, summary=summary)
    except _UnjoinedError as unjoined:
        kept = keep(article_pk, content, base_pk=base_pk, by=by, clock=clock)
        raise SaveConflict(
            _("You and %(colleague)s changed the same passage.") % {"colleague": unjoined.newest.written_by},
            fields=unjoined.fields,
            kept=kept,
            newest=unjoined.newest,
        ) from unjoined
    except NotAllowed:
        raise
    except Refused:
        keep(article_pk, content, base_pk=base_pk, by=by, clock=clock)
        raise


def save_take(content: Content, *, base: Revision, agency_id: int, by: User, clock: datetime, summary: str) -> Saved:
    """Save an agency's new take, joined into a text that still begins from `base`; its writer is the agency.

    Raises:
        NewerExists: a colleague has saved meanwhile.
        Refused: the table refuses.
    """
    with act(Verb.SAVE, base.article_id, by=by, clock=clock, revisions={base.article_id: base}) as (turn,):
        return _save(turn, content, base_pk=base.pk, by=by, slugline=None, summary=summary, agency_id=agency_id)


class _UnjoinedError(Exception):
    def __init__(self, fields: tuple[FieldConflict, ...], newest: Revision) -> None:
        self.fields = fields
        self.newest = newest


def _save(
    turn: Turn,
    content: Content,
    *,
    base_pk: int,
    by: User,
    slugline: str | None,
    summary: str,
    agency_id: int | None = None,
) -> Saved:
    article, newest = turn.article, turn.article.head
    if newest is None:
        raise ValueError("an article is made with its first revision")
    turn.revision = newest
    theirs = newest.content()
    colleague, kind = None, RevisionKind.SAVED
    if newest.pk != base_pk:
        base = article.revisions.get(pk=base_pk)
        content, conflicts = two_saves.join(base.content(), content, theirs)
        if conflicts:
            raise _UnjoinedError(conflicts, newest)
        colleague, kind = newest.written_by, RevisionKind.JOINED
        turn.details["joined_with"] = colleague.pk
    if slugline is not None and slugline.strip() and slugline != article.story.slugline:
        article.story.slugline = slugline
        article.story.save(update_fields=["slugline"])
    if content == theirs:
        return Saved(article, newest, colleague, is_unchanged=True)
    kind = RevisionKind.IMPORTED if agency_id else kind
    turn.revision = revisions.write(
        article, content, by=by, at=turn.at, base=newest, kind=kind, summary=summary, agency_id=agency_id
    )
    revisions.make_head(article, turn.revision, content)
    if article.stage == Stage.APPROVED:
        turn.details["voided_approval_of"] = article.approved_id
    turn.to = stage_after_change(article)
    carry_to_story(article, content, before=theirs, by=by, at=turn.at)
    return Saved(article, turn.revision, colleague)


def stage_after_change(article: Article) -> Stage:
    """Return the stage of a working copy whose text has just changed."""
    stage = Stage(article.stage)
    return stage if stage in {Stage.IN_REVIEW, Stage.RETURNED} else Stage.DRAFT


def carry_to_story(
    article: Article, content: Content, *, before: Content, by: User, at: datetime, with_twin: bool = True
) -> None:
    """Carry a changed section, topics or related stories to the story and, as a new revision, to its other edition.

    A changed lead photo is the story's default from now on; the other edition keeps its own, and is told by a note.
    The caller holds the locks of both editions.
    """
    if shared(content) == shared(before) and lead(content) == lead(before):
        return
    story = article.story
    twin = story.articles.exclude(pk=article.pk).select_related("head").first()
    theirs = twin.head.content() if twin and twin.head else None
    story.section_id = content.section_id
    story.lead_photo_id = lead(content) or (lead(theirs) if theirs else None)
    story.save(update_fields=["section", "lead_photo"])
    story.topics.set(_topics(content))
    if twin is None or theirs is None:
        return
    if lead(content) not in {None, lead(before), lead(theirs)}:
        text = _("The other edition has a new lead photo; here nothing was changed.")
        twin.notes.create(revision=twin.head, author=by, text=text, created_at=at)
    joined = with_shared(theirs, content)
    if not with_twin or joined == theirs:
        return
    twin.story = story
    revision = revisions.write(
        twin, joined, by=by, at=at, base=twin.head, kind=RevisionKind.JOINED, summary=_("From the other edition")
    )
    revisions.make_head(twin, revision, joined, twin=article)
    if twin.stage != Stage.SPIKED:
        twin.stage = stage_after_change(twin)
        twin.approved = None
    twin.save()


def with_shared(content: Content, source: Content) -> Content:
    """Return a content with the section, topics and related stories that its other edition was given."""
    return content.with_(section_id=source.section_id, topic_ids=source.topic_ids, related_ids=source.related_ids)


def shared(content: Content) -> tuple[object, ...]:
    """Return what an edition shares with its twin: section, topics, and the related stories in their order."""
    return content.section_id, frozenset(content.topic_ids), content.related_ids


def lead(content: Content) -> int | None:
    """Return the number of an edition's lead photo."""
    return content.photos[0].photo_id if content.photos else None


def _topics(content: Content) -> list[Any]:
    topic = Story.topics.through.tag_model()
    return list(topic.objects.filter(pk__in=content.topic_ids))


def keep(article_pk: int, content: Content, *, base_pk: int, by: User, clock: datetime) -> Revision | None:
    """Keep a text that could not be saved, as a revision beside the working copy, in a transaction of its own."""
    with transaction.atomic():
        # The numbers of an article's revisions are given under its own lock; the story is only looked at.
        article = Article.objects.select_for_update(of=("self",)).select_related("story").get(pk=article_pk)
        if not is_seen_by(article.story, by):
            return None
        base = article.revisions.filter(pk=base_pk).first()
        return revisions.write(article, content, by=by, at=clock, base=base, kind=RevisionKind.KEPT)


def submit(revision: Revision, *, by: User, clock: datetime) -> Article:
    """Send exactly the text that was seen to review."""
    with _one(Verb.SUBMIT, revision, by=by, clock=clock) as (turn,):
        turn.article.submitted_by = by
    return turn.article


def recall(article: Article, *, by: User, clock: datetime) -> Article:
    """Take a text back from review."""
    with act(Verb.RECALL, article.pk, by=by, clock=clock) as (turn,):
        turn.article.submitted_by = None
    return turn.article


def return_to_writer(article: Article, *, by: User, clock: datetime, why: str) -> Article:
    """Return a text to its writer, with the note that says why."""
    with act(Verb.RETURN, article.pk, by=by, clock=clock, why=why) as (turn,):
        turn.article.notes.create(revision=turn.article.head, author=by, text=why, created_at=turn.at)
    return turn.article


def approve(revision: Revision, *, by: User, clock: datetime, even_if_newer: bool = False) -> Article:
    """Approve exactly the revision that was read.

    Raises:
        NewerExists: somebody saved meanwhile; carries both revisions for the page that asks.
        Refused: the table or a guard says no; carries the guard's sentence.
    """
    with _one(Verb.APPROVE, revision, by=by, clock=clock, even_if_newer=even_if_newer) as (turn,):
        turn.article.approved = revision
    return turn.article


def spike(article: Article, *, by: User, clock: datetime, why: str) -> Article:
    """Put a text aside for good."""
    with act(Verb.SPIKE, article.pk, by=by, clock=clock, why=why) as (turn,):
        pass
    return turn.article


def discard(article: Article, *, by: User, clock: datetime, why: str) -> Article:
    """Put aside one's own draft that the desk never saw."""
    with act(Verb.DISCARD, article.pk, by=by, clock=clock, why=why) as (turn,):
        pass
    return turn.article


def reopen(article: Article, *, by: User, clock: datetime, why: str) -> Article:
    """Bring a spiked text back as a draft."""
    with act(Verb.REOPEN, article.pk, by=by, clock=clock, why=why) as (turn,):
        pass
    return turn.article


def _one(verb: Verb, revision: Revision, **how: Any) -> Any:
    named: Mapping[int, Revision] = {revision.article_id: revision}
    return act(verb, revision.article_id, revisions=named, **how)
