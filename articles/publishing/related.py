"""What stands beside an article: the stories that an editor picked for it, then what goes with it by itself."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Case, Exists, OuterRef, Value, When

from articles.models import Publication, PublicationTopic
from articles.publishing.prepared import padded, prepared
from articles.publishing.shelf import CARD, Rows, cards, linked, newest

MOST_PICKED = 8
"""Stories that can be picked for one."""


def kin(topic_pks: Sequence[int], row: Publication, at: datetime, *, size: int) -> list[Publication]:
    """Return what goes with an article: what was picked for it, in that order; then of its topics, then of its section.

    Never of its own story. What was picked stands there all, as far as readers have it; the rest fills up to the size.
    """
    picked = row.related_ids
    most = max(size, len(picked))
    rows = _kin(tuple(topic_pks), padded(picked), row.language, row.section_id, row.story_id, at, size=most)
    by_hand = sorted((each for each in rows if each.story_id in picked), key=lambda each: picked.index(each.story_id))
    rest = [each for each in rows if each.story_id not in picked]
    return [*by_hand, *rest[: max(0, size - len(by_hand))]]


@prepared
def _kin(
    topic_pks: tuple[int, ...],
    picked: tuple[int, ...],
    language: str,
    section_pk: int,
    story_pk: int,
    at: datetime,
    *,
    size: int,
) -> Rows:
    parts = [linked(PublicationTopic, language, at, None, size + 2, topic=pk) for pk in topic_pks]
    parts.append(newest(language, at, size=size + 2, section_id=section_pk))
    if picked:
        parts.append(Publication.objects.news(at).filter(language=language, story__in=picked).values("pk"))
    shares = PublicationTopic.objects.filter(publication=OuterRef("pk"), topic__pk__in=topic_pks)
    is_by_hand = Case(When(story__in=picked, then=Value(1)), default=Value(0)) if picked else Value(0)
    rows = cards(*parts, columns=(*CARD, "story_id")).exclude(story_id=story_pk)
    rows = rows.annotate(is_by_hand=is_by_hand, is_kin=Exists(shares))
    return rows.order_by("-is_by_hand", "-is_kin", "-first_published_at", "-article_id")[:size]
