"""What a sign-off covers, and what a change does to it: for revisions and guards, which come before the service."""

from articles.models import Article, Content, Revision, SignOff, WorkflowEvent
from articles.workflow import telling

VOIDED = "void_sign_off"


def words_digest(content: Content) -> str:
    """Return the digest of what a sign-off covers: words and pictures, not where they stand and what stands beside."""
    return content.with_(section_id=None, topic_ids=(), related_ids=(), bylines=(), format=Content().format).digest()


EMPTY = words_digest(Content())


def void_changed(article: Article, revision: Revision, content: Content) -> None:
    """Void the sign-offs that were given on other words of an edition, and tell who gave them what changed."""
    if not article.story.sign_offs:
        return
    now = words_digest(content)
    open_ones = SignOff.objects.filter(story=article.story_id, voided_at=None).select_related("revision", "other")
    voided = [row for row in open_ones if row.covers.get(str(article.pk), EMPTY) != now]
    events = []
    for row in voided:
        row.voided_by, row.voided_at = revision, revision.created_at
        row.save(update_fields=["voided_by", "voided_at"])
        events.append(
            WorkflowEvent(
                at=revision.created_at,
                verb=VOIDED,
                actor=revision.written_by,
                story_id=article.story_id,
                article=article,
                revision=revision,
                details={"kind": row.kind, "to": row.by_id},
            )
        )
    telling.tell(WorkflowEvent.objects.bulk_create(events), by=revision.written_by)


def missing(article: Article, revision: Revision) -> list[str]:
    """Return the sign-offs that a text still owes: those that nobody gave on its words and its twin's newest."""
    required = article.story.sign_offs
    if not required:
        return []
    covered = {str(article.pk): words_digest(revision.content())}
    for twin in article.story.articles.exclude(pk=article.pk).select_related("head"):
        covered[str(twin.pk)] = words_digest(twin.head.content() if twin.head else Content())
    rows = SignOff.objects.filter(story=article.story_id, kind__in=required)
    given = {row.kind for row in rows if all(row.covers.get(pk, EMPTY) == said for pk, said in covered.items())}
    return [kind for kind in required if kind not in given]
