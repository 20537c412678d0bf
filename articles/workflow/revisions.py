"""How a revision is written: append-only, whole, with its writers and its hash."""

from datetime import datetime

from django.db.models import Exists, Value

from articles.language import small_fix
from articles.models import (
    WORD_FIELDS,
    Article,
    Byline,
    Content,
    PhotoUse,
    Publication,
    Revision,
    RevisionKind,
    User,
)
from articles.workflow import kept_findings, note_places, search_entries, sign_off_words


def write(
    article: Article,
    content: Content,
    *,
    by: User,
    at: datetime,
    base: Revision | None,
    kind: RevisionKind = RevisionKind.SAVED,
    agency_id: int | None = None,
    summary: str = "",
) -> Revision:
    """Add one revision to an article, whose head stays; `agency_id` names the agency whose import or new take it is.

    Who brings a take in writes nothing; the text is its agency's alone as long as the one before was, or was published.
    """
    number, writers = _number_and_writers(article, base, None if agency_id else by)
    if writers and agency_id and base and not base.agency_id:
        agency_id = None
    origin = None if kind == RevisionKind.IMPORTED else _origin(base, content)
    revision = Revision.objects.create(
        article=article,
        number=number,
        base=base,
        kind=kind,
        **{name: getattr(content, name) for name in WORD_FIELDS},
        section_id=content.section_id,
        topic_ids=list(content.topic_ids),
        related_ids=list(content.related_ids),
        writers=writers,
        agency_id=agency_id or (origin.agency_id if origin else None),
        imported=origin,
        written_by=by,
        created_at=at,
        summary=summary,
        digest=content.digest(),
    )
    _cite(revision, content)
    return revision


def _cite(revision: Revision, content: Content) -> None:
    Byline.objects.bulk_create(
        Byline(
            revision=revision,
            position=place,
            role=line.role,
            author_id=line.author_id,
            desk_id=line.desk_id,
            agency_id=line.agency_id,
        )
        for place, line in enumerate(content.bylines)
    )
    PhotoUse.objects.bulk_create(
        PhotoUse(
            revision=revision,
            position=place,
            photo_id=line.photo_id,
            alt=line.alt,
            caption=line.caption,
            is_decorative=line.is_decorative,
            crop=line.crop,
        )
        for place, line in enumerate(content.photos)
    )


def make_head(article: Article, revision: Revision, content: Content, twin: Article | None = None) -> None:
    """Make a revision the working copy, and let the desk find it; void the sign-offs on other words of it,
    and let its notes follow their paragraphs.

    The caller saves the article. `twin` is the other edition, where the caller has just changed it.
    """
    sign_off_words.void_changed(article, revision, content)
    note_places.realign(article, content.body)
    article.head = revision
    article.version += 1
    article.headline = content.headline
    article.format = content.format
    search_entries.of_working_copy(article, content, at=revision.created_at)
    kept_findings.keep(article, revision, content, twin)


def writers_since_publication(revision: Revision) -> set[int]:
    """Return who changed a text since any publication before it, as of now: two queries.

    `Revision.writers` says it as of the save; a publication of an older text (*publish what I read*) since then
    leaves fewer.
    """
    earlier = Revision.objects.filter(article=revision.article_id, number__lte=revision.number)
    known = {row[0]: row[1:] for row in earlier.values_list("pk", "base_id", "written_by_id", "kind", "agency_id")}
    seen = set(Publication.objects.filter(article=revision.article_id).not_void().values_list("revision_id", flat=True))
    writers: set[int] = set()
    pk: int | None = revision.pk
    while pk is not None and pk not in seen:
        pk, writer, kind, agency = known[pk]
        if not (kind == RevisionKind.IMPORTED and (agency or pk)):
            writers.add(writer)
    return writers


def _number_and_writers(article: Article, base: Revision | None, by: User | None) -> tuple[int, list[int]]:
    """Return the next revision's number, and who has written in it since its base was published. One query."""
    was_seen = Exists(Publication.objects.not_void().filter(revision=base)) if base else Value(value=True)
    newest = article.revisions.order_by("-number").annotate(was_seen=was_seen).values_list("number", "was_seen").first()
    number, is_anew = newest or (0, True)
    before = [] if base is None or is_anew else base.writers
    return number + 1, list(dict.fromkeys([*before, *([by.pk] if by else [])]))


def _origin(base: Revision | None, content: Content) -> Revision | None:
    """The agency's import a text still is, within the measure of a small fix."""
    origin = base and (base.imported or (base if base.kind == RevisionKind.IMPORTED else None))
    if not origin or origin.agency_id is None:
        return None
    headline = small_fix.judge(origin.headline, content.headline)
    body = small_fix.judge_bodies(origin.body, content.body)
    within = headline.is_small and body.is_small and headline.places + body.places <= small_fix.MOST_PLACES
    return origin if within else None
