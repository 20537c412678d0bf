"""What happened to an article, in words."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.admin import asked
from articles.models import Article, RevisionKind, User, WorkflowEvent
from articles.publishing import arranging, hiding, redacting, strip
from articles.workflow import duty, notes, sign_off_words, sign_offs
from articles.workflow.stories import SETTINGS
from articles.workflow.table import LABELS, Duty
from articles.workflow.telling import KEPT_LATE, SENT_OUT

SAID: dict[str, str | Promise] = {
    **{verb.value: label for verb, label in LABELS.items()},
    "merge_topics": gettext_lazy("Merge topics"),
    "merge_authors": gettext_lazy("Merge authors"),
    "merge_agencies": gettext_lazy("Merge agencies"),
    "create": gettext_lazy("Made"),
    "import": gettext_lazy("Imported"),
    **SETTINGS,
    duty.NAMED: gettext_lazy("Named the duty editor"),
    duty.ENDED: gettext_lazy("Ended the turn of duty"),
    "assign": gettext_lazy("Assignment"),
    arranging.ARRANGED: gettext_lazy("Arranged a front"),
    arranging.UNDONE: gettext_lazy("Undid a change of a front"),
    strip.UP: gettext_lazy("Put a line up"),
    strip.DOWN: gettext_lazy("Took a line down"),
    "leave": gettext_lazy("Left the house"),
    Duty.SETTLE_NEWER: gettext_lazy("A newer text was left out of what is scheduled"),
    Duty.REVIEW_AFTERWARDS: gettext_lazy("Reviewed afterwards"),
    redacting.ASKED: gettext_lazy("Redaction asked for"),
    redacting.DONE: gettext_lazy("Redacted"),
    redacting.DECLINED: gettext_lazy("Redaction declined"),
    sign_offs.GIVEN: gettext_lazy("Signed off"),
    sign_off_words.VOIDED: gettext_lazy("Sign-off void: the text has changed"),
    notes.REOPENED: gettext_lazy("Note reopened"),
    hiding.HIDDEN: gettext_lazy("Byline hidden"),
    hiding.PUT_BACK: gettext_lazy("Byline put back"),
    KEPT_LATE: gettext_lazy("Unsaved text of somebody who may no longer write here"),
    SENT_OUT: gettext_lazy("Sent to social networks"),
    Duty.PULL_PHOTO: gettext_lazy("A photo was pulled"),
    Duty.DISMISS_FINDING: gettext_lazy("Finding left as it is"),
    Duty.OVERRULE_ERROR: gettext_lazy("Error overruled"),
}
NEWEST = 12
UNTOLD = ("save", "import")


def newest_events(article: Article, *, most: int = NEWEST) -> list[WorkflowEvent]:
    """Return the newest events of an article and of its story, each with its words as `said`. One query."""
    return said(asked.events(article.pk, article.story_id, most=most))


def newest_everywhere(user: User, *, since: datetime | None = None, most: int = NEWEST) -> list[WorkflowEvent]:
    """Return the newest events of the articles that a person may see, saves left out; `is_new` since a moment.

    What one person did to one article within a minute is one line: its `acts` in their order.
    """
    events = (
        WorkflowEvent.objects.filter(Article.objects.seen_by(user).of_row())
        .exclude(verb__in=UNTOLD)
        .select_related("actor", "article", "article__story")
        .order_by("-at", "-pk")[: 3 * most]
    )
    lines: dict[tuple[int | None, int, datetime], WorkflowEvent] = {}
    for event in events:
        key = (event.article_id, event.actor_id, event.at.replace(second=0, microsecond=0))
        line = lines.setdefault(key, event)
        line.acts = [SAID.get(event.verb, event.verb), *getattr(line, "acts", [])]  # type: ignore[attr-defined]
        line.is_new = since is not None and line.at > since  # type: ignore[attr-defined]
    return list(lines.values())[:most]


def said(events: Iterable[WorkflowEvent]) -> list[WorkflowEvent]:
    """Put each event into words."""
    told = list(events)
    for event in told:
        event.said = SAID.get(event.verb, event.verb)  # type: ignore[attr-defined]
        kind = event.revision.kind if event.revision else None
        event.until = _until(event)  # type: ignore[attr-defined]
        event.people = event.details.get("people", [])  # type: ignore[attr-defined]
        event.is_joined = kind == RevisionKind.JOINED  # type: ignore[attr-defined]
    return told


def _until(event: WorkflowEvent) -> datetime | None:
    """Return the moment until which an embargo or a mark was set."""
    moment = event.details.get("embargo_until") or event.details.get("developing_until") or event.details.get("until")
    return datetime.fromisoformat(moment) if moment else None
