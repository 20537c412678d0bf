"""Redacting: a passage leaves every text of a story, past ones too, when the chief and an administrator both say so."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import connection, models, transaction
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from articles.language import slugs
from articles.language.blackout import LEAST_LETTERS, black_out, has, letters_of
from articles.models import (
    Article,
    DraftBuffer,
    Outbox,
    Photo,
    PhotoUse,
    Publication,
    Redaction,
    RedactionRequest,
    Revision,
    Role,
    SearchEntry,
    Story,
    User,
    WaitingCopy,
    WorkflowEvent,
)
from articles.models.redactions import NOTHING
from articles.publishing import cards, reindexing
from articles.publishing.restate import PURGE_AGAIN_AFTER
from articles.workflow.acts import is_seen_by, locked
from articles.workflow.refusals import NotAllowed, Refused
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

ASKED, DONE, DECLINED = "redact_asked", "redact", "redact_declined"
"""What the log calls each step."""

_STORY_OF: dict[type[Model], str] = {
    Story: "pk",
    Article: "story",
    Revision: "article__story",
    Publication: "story",
}
_WORDLESS = frozenset({"digest", "token", "token_hash", "form_token", "copy", "stamp", "slug", "item_id"})
_CHARSETS = ("utf-8", "utf-16-le", "cp1256", "windows-1252")


def ask(story: Story, passage: str, *, by: User, clock: datetime, why: str) -> RedactionRequest:
    """Ask that a passage be blacked out of everything a story has.

    Raises:
        NotAllowed: the person is neither chief nor administrator, or the story is not theirs to see.
        Refused: no reason given, the passage is too short to be told apart, or it is nowhere.
    """
    _refuse_strangers(story, by)
    if not why.strip():
        raise Refused(_("Say why."), "says_why")
    if letters_of(passage) < LEAST_LETTERS:
        raise Refused(_("So short a passage stands in too many words; take more of it."), "too_short")
    if not places_of(story, passage):
        raise Refused(_("No text of this story has these words."), "nowhere")
    with transaction.atomic():
        editions = _locked(story)
        request = RedactionRequest.objects.create(
            story=story, passage=passage.strip(), why=black_out(why.strip(), passage), asked_by=by, asked_at=clock
        )
        _log(editions, ASKED, by=by, at=clock, why=request.why)
    return request


def decline(request: RedactionRequest, *, by: User, clock: datetime) -> None:
    """Do without a redaction that was asked for; either of the two may.

    Raises:
        NotAllowed: the person is neither chief nor administrator, or the story is not theirs to see.
        Refused: it has been decided.
    """
    _refuse_strangers(request.story, by)
    with transaction.atomic():
        editions = _locked(request.story)
        _end(request, clock)
        _log(editions, DECLINED, by=by, at=clock, why=request.why)


def confirm(request: RedactionRequest, *, by: User, clock: datetime) -> Redaction:
    """Black out what was asked for: the other of the two offices says so.

    Raises:
        NotAllowed: the person is not the other of chief and administrator, or the story is not theirs to see.
        Refused: it has been decided.
    """
    _refuse_strangers(request.story, by)
    if not are_both_offices(request.asked_by, by):
        raise NotAllowed(_("One of the chief editor and an administrator asks, the other confirms."), "needs_both")
    with transaction.atomic():
        editions = _locked(request.story)
        passage = _end(request, clock)
        done = Redaction.objects.create(
            story=request.story,
            asked_by=request.asked_by,
            confirmed_by=by,
            at=clock,
            why=request.why,
            under_way_id=NOTHING,
        )
        _black_out_everywhere(request.story, passage)
        Redaction.objects.filter(pk=done.pk).update(under_way=None)
        _log(editions, DONE, by=by, at=clock, why=request.why, asked_by=request.asked_by_id)
        _forget(editions, clock)
        transaction.on_commit(_empty_the_journal)
    return done


def are_both_offices(one: User, other: User) -> bool:
    """Say whether two people are the chief editor and an administrator, and not one in both."""
    pairs = ((one, other), (other, one))
    return one.pk != other.pk and any(
        Role.CHIEF_EDITOR in chief.roles and Role.ADMINISTRATOR in admin.roles and chief.is_active and admin.is_active
        for chief, admin in pairs
    )


def places_of(story: Story, passage: str) -> Counter[str]:
    """Return in how many rows of each kind a passage stands."""
    found: Counter[str] = Counter()
    for rows in _everything(story):
        number = sum(bool(_blacked(row, passage)) for row in rows)
        if number:
            found[str(rows.model._meta.verbose_name_plural)] += number
    return found


def _refuse_strangers(story: Story, by: User) -> None:
    if not allowed(by, Duty.REDACT) or not is_seen_by(story, by):
        raise NotAllowed(_("You may not do this here."), "not_allowed")


def _locked(story: Story) -> list[Article]:
    return locked(Article.objects.filter(story=story).values_list("pk", flat=True))


def _end(request: RedactionRequest, at: datetime) -> str:
    """Decide a request once, and forget what it said."""
    held = RedactionRequest.objects.select_for_update().get(pk=request.pk)
    if held.ended_at:
        raise Refused(_("This has been decided already."), "is_decided")
    passage, held.passage, held.ended_at = held.passage, "", at
    held.save(update_fields=["passage", "ended_at"])
    return passage


def _everything(story: Story) -> Iterator[QuerySet[Any]]:
    """Yield the rows of each table that hang on a story, and the few that hang on nothing yet."""
    for model in apps.get_app_config("articles").get_models():
        where = Q(**{_STORY_OF[model]: story.pk}) if model in _STORY_OF else Q()
        for link in model._meta.concrete_fields:
            if isinstance(link, models.ForeignKey) and link.related_model in _STORY_OF:
                where |= Q(**{f"{link.name}__{_STORY_OF[link.related_model]}": story.pk})
        if where and model not in {SearchEntry, RedactionRequest}:
            yield model._base_manager.filter(where)
    yield Photo.objects.filter(pk__in=PhotoUse.objects.filter(revision__article__story=story).values("photo"))
    yield DraftBuffer.objects.filter(article=None)


def _blacked(row: Model, passage: str) -> dict[str, Any]:
    """Return those values of a row that hold a passage, without it."""
    changed = {}
    for column in row._meta.concrete_fields:
        is_text = isinstance(column, models.CharField | models.TextField | models.JSONField)
        if not is_text or column.choices or column.name in _WORDLESS:
            continue
        value = getattr(row, column.attname)
        left = _without(value, passage)
        if left != value:
            changed[column.attname] = left
    return changed


def _without(value: Any, passage: str) -> Any:
    if isinstance(value, str):
        return black_out(value, passage)
    if isinstance(value, list):
        return [_without(part, passage) for part in value]
    if isinstance(value, dict):
        return {_without(key, passage): _without(part, passage) for key, part in value.items()}
    return value


def _black_out_everywhere(story: Story, passage: str) -> None:
    for rows in _everything(story):
        for row in rows:
            changed = _blacked(row, passage)
            if isinstance(row, Publication) and {"headline", "search_headline"} & set(changed):
                headlines = [changed.get(name, getattr(row, name)) for name in ("search_headline", "headline")]
                changed["slug"] = slugs.slug_of(headlines[0] or headlines[1])
            if changed:
                rows.model._base_manager.filter(pk=row.pk).update(**changed)
    for revision in Revision.objects.filter(article__story=story):
        Revision.objects.filter(pk=revision.pk).update(digest=revision.content().digest())
    _outside_the_story(passage)
    _index_anew(story)


def _outside_the_story(passage: str) -> None:
    """What hangs on no story: files that wait to be saved, and the stock log of forms."""
    for waiting in WaitingCopy.objects.all():
        read = (bytes(waiting.data).decode(charset, "ignore") for charset in _CHARSETS)
        if any(has(said, passage) for said in (waiting.name, *read)):
            waiting.delete()
    for entry in LogEntry.objects.filter(content_type__app_label="articles"):
        changed = _blacked(entry, passage)
        if changed:
            LogEntry.objects.filter(pk=entry.pk).update(**changed)


def _index_anew(story: Story) -> None:
    photos = PhotoUse.objects.filter(revision__article__story=story).values("photo")
    entries = SearchEntry.objects.filter(Q(article__story=story) | Q(photo__in=photos))
    reindexing.rewrite(SearchEntry.objects.filter(pk__in=list(entries.values_list("pk", flat=True))))
    if connection.vendor == "sqlite":
        # A deleted token stays in FTS5's files until its segments are merged.
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO articles_search(articles_search) VALUES ('optimize')")


def _empty_the_journal() -> None:
    """Have SQLite write its journal into the file and cut it off: it holds the pages as they were before."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _log(editions: list[Article], verb: str, *, by: User, at: datetime, why: str, **details: Any) -> None:
    WorkflowEvent.objects.bulk_create(
        WorkflowEvent(
            at=at, verb=verb, actor=by, story_id=article.story_id, article=article, why=why, details=dict(details)
        )
        for article in editions
    )


def _forget(editions: list[Article], at: datetime) -> None:
    """Have every cache forget what it holds of a story, and the cards drawn of it deleted."""
    keys = [f"story-{editions[0].story_id}", "lists-ar", "lists-en"]
    keys += [f"article-{article.pk}" for article in editions]
    sections = Publication.objects.filter(story=editions[0].story_id).values_list("section", flat=True).distinct()
    keys += [f"section-{pk}" for pk in sections]
    Outbox.objects.bulk_create(
        Outbox(task=Outbox.Task.PURGE, payload={"keys": keys, "is_hard": True}, due_at=due, created_at=at)
        for due in (at, at + PURGE_AGAIN_AFTER)
    )
    for article in editions:
        transaction.on_commit(lambda pk=article.pk: cards.renew(pk, at=at))  # type: ignore[misc]
