"""Every act states an article's whole future anew; what was true of the past never changes (DESIGN §1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from articles.language import slugs, words
from articles.language.blocks import plain_text
from articles.models import (
    LISTED,
    READABLE,
    WORD_FIELDS,
    Article,
    Basis,
    Byline,
    Change,
    Content,
    Correction,
    House,
    Kind,
    Outbox,
    Photo,
    PhotoLine,
    Publication,
    PublicationAuthor,
    PublicationPhoto,
    PublicationTopic,
    Revision,
    User,
)
from articles.publishing import photos, renditions
from articles.publishing.sanitise import clean_body
from articles.workflow import search_entries
from articles.workflow.acts import Turn

PURGE_AGAIN_AFTER = timedelta(seconds=91)
"""s-maxage and stale-while-revalidate of a page without a boundary, and a second: older renders are out by then."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One row of an article's future: what its address will answer from `live_from` on."""

    kind: Kind = Kind.PAGE
    revision: Revision
    live_from: datetime
    basis: Basis
    changed_at: datetime | None = None
    change: Change = Change.NONE
    public_note: str = ""
    public_reason: str = ""
    approved_by_id: int | None = None
    moved_to: Article | None = None
    is_by_law: bool = False


def as_planned(row: Publication, **changes: Any) -> Planned:
    """Return a row of the present plan as a row of the next, with some changes."""
    planned = Planned(
        kind=Kind(row.kind),
        revision=row.revision,
        live_from=row.live_from,
        basis=Basis(row.basis),
        changed_at=row.changed_at,
        change=Change(row.change),
        public_note=row.public_note,
        public_reason=row.public_reason,
        approved_by_id=row.approved_by_id,
        moved_to=row.moved_to,
        is_by_law=row.is_by_law,
    )
    return replace(planned, **changes)


def restate(turn: Turn, plan: Sequence[Planned], *, by: User) -> list[Publication]:
    """Void what has not begun, end or reopen what is live, and add the plan's rows, in order. Within an act."""
    _void(turn.standing.scheduled)
    live = turn.standing.live
    if live is not None:
        end = plan[0].live_from if plan else None
        if live.live_until != end:
            live.live_until = end
            live.save(update_fields=["live_until"])
    made = _add(turn, plan, by=by)
    if turn.standing.live or turn.standing.scheduled:
        search_entries.forget_ended(turn.article.pk, turn.at)
    Outbox.objects.bulk_create([*_purges(turn, made), *_cards(turn.article, made, turn.at)])
    if turn.standing.scheduled:
        turn.details["voided"] = [row.pk for row in turn.standing.scheduled]
    turn.details["publications"] = [row.pk for row in made]
    return made


def expiry(turn: Turn) -> list[Planned]:
    """Return the rows of the present plan that take the article away again, for acts that keep them."""
    return [as_planned(row) for row in turn.standing.scheduled if row.kind == Kind.GONE]


def gone(revision: Revision, *, at: datetime, reason: str = "", is_by_law: bool = False) -> Planned:
    """Plan that an address answers 410, or 451 when the law asks, with a public reason."""
    language = revision.article.language
    return Planned(
        kind=Kind.GONE,
        revision=revision,
        live_from=at,
        basis=Basis.HOUSE,
        public_reason=reason.strip() or House.objects.get().wording("gone", language),
        is_by_law=is_by_law,
    )


def _void(rows: Iterable[Publication]) -> None:
    for row in rows:
        row.live_until = row.live_from
        row.save(update_fields=["live_until"])
        Outbox.objects.filter(publication=row, done_at__isnull=True).update(dropped_at=row.live_from)


def _add(turn: Turn, plan: Sequence[Planned], *, by: User) -> list[Publication]:
    first = _first_published(turn, plan)
    made = []
    for planned, following in zip(plan, [*plan, None][1:], strict=True):
        row = _row(turn, planned, first=first, until=following.live_from if following else None, by=by)
        row.save(force_insert=True)
        _link(row, planned.revision)
        _cut_photos(row, turn.at)
        made.append(row)
    return made


def _first_published(turn: Turn, plan: Sequence[Planned]) -> datetime:
    # From its first publication on an article has exactly one row at every moment, and each knows the first.
    live = turn.standing.live
    return live.first_published_at if live else next((p.live_from for p in plan), turn.at)


def _row(turn: Turn, planned: Planned, *, first: datetime, until: datetime | None, by: User) -> Publication:
    content = planned.revision.content()
    shown = content if planned.kind in READABLE else Content(format=content.format)
    return Publication(
        article=turn.article,
        story_id=turn.article.story_id,
        language=turn.article.language,
        kind=planned.kind,
        revision=planned.revision,
        live_from=planned.live_from,
        live_until=until,
        first_published_at=first,
        changed_at=planned.changed_at or planned.live_from,
        section_id=_section(content),
        **columns_of(shown, turn.article.language),
        credits=[credit_of(line) for line in planned.revision.bylines.all()] if shown is content else [],
        change=planned.change,
        public_note=planned.public_note,
        public_reason=planned.public_reason,
        moved_to=planned.moved_to,
        is_by_law=planned.is_by_law,
        basis=planned.basis,
        approved_by_id=planned.approved_by_id,
        published_by=by,
        made_at=turn.at,
    )


def columns_of(content: Content, language: str) -> dict[str, Any]:
    """Return what a publication holds of a content alone: its words, cleaned and measured, its slug, its photos."""
    number_of_words = words.count_words(plain_text(content.body))
    return {
        **{name: getattr(content, name) for name in WORD_FIELDS},
        "body": clean_body(content.body),
        "slug": slugs.slug_of(content.search_headline or content.headline),
        "photos": [_photo(line) for line in content.photos],
        "related_ids": list(content.related_ids),
        "lead_photo_id": content.photos[0].photo_id if content.photos else None,
        "word_count": number_of_words,
        "reading_minutes": words.reading_minutes(number_of_words, language),
    }


def _section(content: Content) -> int:
    if content.section_id is None:
        raise ValueError("the table lets nothing out that has no section")
    return content.section_id


def _photo(line: PhotoLine) -> dict[str, Any]:
    return {
        "id": line.photo_id,
        "alt": line.alt,
        "caption": line.caption,
        "decorative": line.is_decorative,
        "crop": line.crop,
    }


def credit_of(line: Byline) -> dict[str, Any]:
    """Return a byline as a publication holds it, names and all."""
    named = line.author or line.desk or line.agency
    if named is None:
        raise ValueError("a byline names exactly one (byline_names_exactly_one)")
    return {
        "role": line.role,
        "kind": named._meta.model_name,
        "id": named.pk,
        "slug": named.slug,
        "ar": named.name_ar,
        "en": named.name_en,
    }


def _link(row: Publication, revision: Revision) -> None:
    if row.kind not in READABLE:
        return
    how = {"publication": row, "language": row.language, "first_published_at": row.first_published_at}
    topics = dict.fromkeys(revision.topic_ids)
    PublicationTopic.objects.bulk_create(PublicationTopic(topic_id=pk, **how) for pk in topics)
    authors = dict.fromkeys(c["id"] for c in row.credits if c["kind"] == "author")
    PublicationAuthor.objects.bulk_create(PublicationAuthor(author_id=pk, **how) for pk in authors)
    photos = dict.fromkeys(p["id"] for p in row.photos)
    PublicationPhoto.objects.bulk_create(PublicationPhoto(publication=row, photo_id=pk) for pk in photos)
    search_entries.of_publication(row, revision.content())
    if row.change in {Change.CORRECTION, Change.CLARIFICATION} and row.public_note:
        _correct(row)


def _cards(article: Article, made: Sequence[Publication], at: datetime) -> list[Outbox]:
    """Have the social card drawn as each row begins, and the former ones deleted."""
    return [
        Outbox(
            task=Outbox.Task.RENDER,
            payload={"card": article.pk},
            due_at=max(at, row.live_from),
            publication=row,
            created_at=at,
        )
        for row in made
    ]


def _cut_photos(row: Publication, at: datetime) -> None:
    """Have the pictures encoded that keep another point in this use than their own."""
    focused = {use["id"]: use for use in row.photos if use["crop"]}
    for photo in Photo.objects.filter(pk__in=focused) if focused else ():
        photos.want(photo, renditions.focus_of_use(photo, focused[photo.pk]), clock=at)


def _correct(row: Publication) -> None:
    """Say a correction with the row that brings it; one that carries it on (a fix, put back) says nothing new."""
    if row.changed_at == row.live_from:
        Correction.objects.create(
            publication=row,
            article=row.article,
            language=row.language,
            change=row.change,
            text=row.public_note,
            at=row.live_from,
        )


def _purges(turn: Turn, made: Sequence[Publication]) -> list[Outbox]:
    """Ask the caches to forget, now and once more when renders begun before this act are out."""
    had = turn.standing.live
    is_withdrawal = bool(made) and made[0].kind not in LISTED
    payload = {
        "article": turn.article.pk,
        "story": turn.article.story_id,
        "language": turn.article.language,
        "sections": sorted({row.section_id for row in (*made, *([had] if had else []))}),
        "is_hard": is_withdrawal,
    }
    return [
        Outbox(
            task=Outbox.Task.PURGE,
            payload=payload,
            due_at=due,
            publication=made[0] if made else None,
            created_at=turn.at,
        )
        for due in (turn.at, turn.at + PURGE_AGAIN_AFTER)
    ]
