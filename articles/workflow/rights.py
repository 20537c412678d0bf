"""One answer to *may X do Y*, for buttons, views, commands and tests."""

from datetime import datetime
from functools import cache

from articles.models import Article, Role, Story, User
from articles.workflow.acts import is_seen_by, may
from articles.workflow.case import Case, Standing, standing
from articles.workflow.table import ACTS, DUTIES, Duty, Guard, Verb

WAITING = frozenset({"says_public_reason", "moves_elsewhere", "change_has_note", "is_small_fix", "words_unchanged"})
"""The guards that wait for an answer of the form."""


def allowed(user: User, verb: Verb | Duty, thing: Article | Story | None = None, *, at: datetime | None = None) -> bool:
    """Say whether a person may do something at all: by role for a duty, by role and article for an act.

    An act on an article needs the moment, because a duty editor's right ends by itself. Stage and guards are
    asked separately, by `acts_open_to`, so that a button can be shown disabled with its reason.
    """
    if not user.is_active:
        return False
    story = thing.story if isinstance(thing, Article) else thing
    if story is not None and not is_seen_by(story, user):
        return False
    if isinstance(verb, Duty):
        return bool(DUTIES[verb] & user.roles)
    if not isinstance(thing, Article) or at is None:
        raise TypeError("an act is asked of an article at a moment")
    return may(verb, thing, user, at)


def acts_open_to(user: User, article: Article, at: datetime, *, had: Standing | None = None) -> dict[Verb, str]:
    """Return the acts whose row is open to a person now, each with the guard's sentence that still refuses it.

    An empty sentence means that nothing stands in the way. Acts that wait for an answer of the form (a reason,
    a public note, a change of the text) are shown as open.
    """
    if not is_seen_by(article.story, user):
        return {}
    now = had or standing(article, at)
    case = Case(article=article, by=user, at=at, standing=now, why="…")

    @cache
    def sentence(guard: Guard) -> str:
        # Several acts share a guard, and the findings of a long text are worth looking for once only.
        return str(guard(case) or "")

    return {
        verb: next(filter(None, (sentence(guard) for guard in row.guards if guard.__name__ not in WAITING)), "")
        for verb, row in ACTS.items()
        if article.stage in row.stages and now.now in row.readers and may(verb, article, user, at)
    }


def may_grant(user: User, role: Role) -> bool:
    """Say whether a person may give somebody a role: administrators only, and superuser for administrators."""
    if role is Role.ADMINISTRATOR:
        return user.is_superuser
    return allowed(user, Duty.KEEP_PEOPLE)
