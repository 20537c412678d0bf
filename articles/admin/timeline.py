"""What happened to an article, in words."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models import Article, RevisionKind, WorkflowEvent
from articles.workflow.table import LABELS, Duty

SAID: dict[str, str | Promise] = {
    **{verb.value: label for verb, label in LABELS.items()},
    "create": gettext_lazy("Made"),
    "import": gettext_lazy("Imported"),
    Duty.SET_EMBARGO: gettext_lazy("Hold"),
    Duty.MARK_DEVELOPING: pgettext_lazy("story", "Developing"),
}
NEWEST = 12


def newest_events(article: Article, *, most: int = NEWEST) -> list[WorkflowEvent]:
    """Return the newest events of an article and of its story, each with its words as `said`. One query."""
    events = (
        WorkflowEvent.objects.filter(Q(article=article) | Q(article__isnull=True, story=article.story_id))
        .select_related("actor", "revision")
        .defer("revision__body", "revision__extras")
        .order_by("-at", "-pk")[:most]
    )
    return said(events)


def said(events: Iterable[WorkflowEvent]) -> list[WorkflowEvent]:
    """Put each event into words."""
    told = list(events)
    for event in told:
        event.said = SAID.get(event.verb, event.verb)  # type: ignore[attr-defined]
        kind = event.revision.kind if event.revision else None
        event.is_joined = kind == RevisionKind.JOINED  # type: ignore[attr-defined]
    return told
