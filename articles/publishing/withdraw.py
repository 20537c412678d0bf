"""The services that take a text away from readers: off the air and back, retract, remove, move."""

from datetime import datetime

from articles.models import LISTED, Article, Basis, House, Kind, Publication, User
from articles.publishing.publish import stand_back
from articles.publishing.restate import Planned, as_planned, expiry, gone, restate
from articles.workflow.acts import Turn, act
from articles.workflow.table import Verb


def take_off_air(*articles: Article, by: User, clock: datetime, why: str = "") -> list[Publication]:
    """Take articles off the air at once, with the house's default wording; the chief can put them back."""
    made = []
    with act(Verb.TAKE_OFF_AIR, *(article.pk for article in articles), by=by, clock=clock, why=why) as turns:
        for turn in turns:
            wording = House.objects.get().wording("off_air", turn.article.language)
            absence = _absent(turn, Kind.OFF_AIR, public_reason=wording)
            stand_back(turn)
            made += restate(turn, [absence, *expiry(turn)], by=by)
    return made


def put_back(*articles: Article, by: User, clock: datetime, why: str = "") -> list[Publication]:
    """Put the same revision back before readers, with the times it had."""
    made = []
    with act(Verb.PUT_BACK, *(article.pk for article in articles), by=by, clock=clock, why=why) as turns:
        for turn in turns:
            page = (
                turn.article.publications.not_void()
                .filter(kind__in=LISTED, live_from__lte=turn.at)
                .select_related("revision")
                .latest("live_from")
            )
            turn.revision = page.revision
            made += restate(turn, [as_planned(page, live_from=turn.at), *expiry(turn)], by=by)
    return made


def retract(article: Article, *, by: User, clock: datetime, public_reason: str, why: str = "") -> list[Publication]:
    """Leave the text readable, marked as retracted, with the reason that readers are owed."""
    facts = {article.pk: {"public_reason": public_reason}}
    with act(Verb.RETRACT, article.pk, by=by, clock=clock, why=why or public_reason, facts=facts) as (turn,):
        return _replace(turn, _absent(turn, Kind.RETRACTED, public_reason=public_reason), by=by)


def remove(
    article: Article, *, by: User, clock: datetime, public_reason: str, why: str = "", is_by_law: bool = False
) -> list[Publication]:
    """Remove the text for good: its address answers 410, or 451 when the law asks, with the reason."""
    facts = {article.pk: {"public_reason": public_reason}}
    with act(Verb.REMOVE, article.pk, by=by, clock=clock, why=why or public_reason, facts=facts) as (turn,):
        last = _last_shown(turn).revision
        return _replace(turn, gone(last, at=turn.at, reason=public_reason, is_by_law=is_by_law), by=by)


def move(article: Article, to: Article, *, by: User, clock: datetime, why: str = "") -> list[Publication]:
    """Send the readers of one article to another of the same language by one permanent redirect."""
    with act(Verb.MOVE, article.pk, by=by, clock=clock, why=why, facts={article.pk: {"moved_to": to}}) as (turn,):
        return _replace(turn, _absent(turn, Kind.MOVED, moved_to=to), by=by)


def _replace(turn: Turn, planned: Planned, *, by: User) -> list[Publication]:
    stand_back(turn)
    turn.revision = planned.revision
    return restate(turn, [planned], by=by)


def _absent(turn: Turn, kind: Kind, *, public_reason: str = "", moved_to: Article | None = None) -> Planned:
    return Planned(
        kind=kind,
        revision=_last_shown(turn).revision,
        live_from=turn.at,
        basis=Basis.HOUSE,
        public_reason=public_reason,
        moved_to=moved_to,
    )


def _last_shown(turn: Turn) -> Publication:
    if turn.standing.live is None:
        raise ValueError("the table lets nothing be withdrawn that readers do not have")
    return turn.standing.live
