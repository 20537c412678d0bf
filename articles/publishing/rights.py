"""The end of an agency's rights in a text that readers have, and its putting off."""

from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import Article, Kind, Publication, User, WireItem
from articles.publishing.restate import as_planned, gone, restate
from articles.workflow.acts import act
from articles.workflow.refusals import Refused
from articles.workflow.table import Verb


def extend_rights(article: Article, *, until: datetime, by: User, clock: datetime, why: str) -> list[Publication]:
    """Let what an agency's rights end be shown longer, as it now allows, with who allowed it on record.

    The page ends with the rights where it ended with them before; another end, set by an editor, stays.

    Raises:
        Refused: the moment has passed, no reason was given, no rights end here, or readers do not have the article.
    """
    with act(Verb.EXTEND_RIGHTS, article.pk, by=by, clock=clock, why=why) as (turn,):
        if until <= turn.at:
            raise Refused(_("It would end before it begins."), "ends_before_it_begins")
        newest = WireItem.objects.newest_of(turn.article.pk).select_for_update(no_key=True)[0]
        was, newest.rights_until = newest.rights_until, until
        newest.save(update_fields=["rights_until"])
        turn.details["until"] = until.isoformat()
        ends = [row for row in turn.standing.scheduled if row.kind == Kind.GONE]
        if turn.standing.live is None or any(row.live_from != was for row in ends):
            return []
        before = [as_planned(row) for row in turn.standing.scheduled if row.kind != Kind.GONE and row.live_from < until]
        shown = before[-1].revision if before else turn.standing.live.revision
        return restate(turn, [*before, gone(shown, at=until)], by=by)
