"""One article as one person sees it on the desk: both editions, what readers have, the acts that are open."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.http import Http404
from django.utils.functional import Promise

from articles.admin import asked
from articles.models import Article, Revision, Role, User
from articles.publishing.prepared import padded
from articles.workflow import sign_offs
from articles.workflow.case import Standing, standing_in
from articles.workflow.rights import acts_open_to, allowed
from articles.workflow.table import ACTS, DUTIES, LABELS, Duty, Verb


@dataclass(frozen=True)
class Buffered:
    """That a person has typed something and not saved it: when, and into which form."""

    kept_at: datetime
    copy: str
    mode: str

    @property
    def label(self) -> str | Promise:
        """What the change of the live text is called."""
        return LABELS[Verb(self.mode)]


WRITING = tuple(sorted(role.value for role in DUTIES[Duty.TAKE_ASSIGNMENT] if role in Role))


@dataclass(frozen=True)
class Colleague:
    """A person of the house, for a list to choose from."""

    pk: int
    name: str
    is_away: bool
    writes: bool

    def __str__(self) -> str:
        return self.name


@dataclass
class ArticleDesk:
    """An article on one person's desk at a moment."""

    article: Article
    twin: Article | None
    user: User
    at: datetime
    buffer: Buffered | None = None

    @property
    def head(self) -> Revision:
        """The working copy's text."""
        if self.article.head is None:
            raise ValueError("an article is made with its first revision")
        return self.article.head

    @cached_property
    def standing(self) -> Standing:
        """What readers have and will have."""
        return standing_in(asked.plan(self.article.pk, self.at), self.at)

    @cached_property
    def twin_standing(self) -> Standing | None:
        """What readers have and will have of the other edition."""
        return standing_in(asked.plan(self.twin.pk, self.at), self.at) if self.twin else None

    @cached_property
    def people(self) -> list[Colleague]:
        """The people of the house, in the order of their names."""
        return [
            Colleague(pk, name or username, until is not None and self.at < until, writes)
            for pk, name, username, until, writes in asked.people(WRITING)
        ]

    @cached_property
    def open_acts(self) -> dict[Verb, str]:
        """The acts open to this person, each with the sentence that still refuses it."""
        return acts_open_to(self.user, self.article, self.at, had=self.standing)

    @cached_property
    def may_write(self) -> bool:
        """Whether the table lets this person write here, whatever the stage."""
        return allowed(self.user, Verb.SAVE, self.article, at=self.at)

    @property
    def is_open_for_writing(self) -> bool:
        """Whether the person can save this text as it stands."""
        return self.may_write and self.article.stage in ACTS[Verb.SAVE].stages

    @cached_property
    def names(self) -> dict[int, str]:
        """The authors that this edition, its twin or what readers have of it names, by number. Asks no database."""
        live = self.standing.live.credits if self.standing.live else []
        named = {line["id"]: line["ar"] or line["en"] for line in live if line["kind"] == "author"}
        for edition in (self.article, self.twin):
            lines = edition.head.bylines.all() if edition and edition.head else []
            named.update((line.author.pk, str(line.author)) for line in lines if line.author)
        return named

    @property
    def hidden_names(self) -> dict[int, str]:
        """Those whose name is off the story's pages."""
        hidden = [int(pk) for pk in getattr(self.article, "hidden", "").split(",") if pk]
        return {pk: self.names.get(pk, f"#{pk}") for pk in hidden}

    @cached_property
    def sign_offs(self) -> list[sign_offs.Owed]:
        """The sign-offs that the story requires, as they stand."""
        return sign_offs.owed(self.article, self.twin)

    @property
    def rights_until(self) -> datetime | None:
        """Until when the agency whose copy this is lets it be shown."""
        return getattr(self.article, "rights_until", None)

    @property
    def rights_are_over(self) -> bool:
        """Whether that moment has come."""
        return self.rights_until is not None and self.rights_until <= self.at

    @property
    def earlier(self) -> dict[str, int]:
        """The numbers of the texts that were approved last and that readers have, where the working copy is another."""
        live = self.standing.live
        known = {
            "approved": getattr(self.article, "approved_number", None),
            "published": live.revision.number if live else None,
        }
        return {name: number for name, number in known.items() if number and number != self.head.number}

    def may(self, duty: Duty) -> bool:
        """Say whether a duty of the second table is this person's; the story is theirs to see, or it was not found."""
        return allowed(self.user, duty)


def find(pk: int, *, user: User, at: datetime, is_shown: bool = False) -> ArticleDesk:
    """Return an article with its other edition, in one query; two more for its credits and photos when it is shown.

    Raises:
        Http404: it is not there, or its story does not exist for this person.
    """
    asks_who = is_shown or not user.is_superuser
    editions = asked.editions(pk, user.pk if asks_who else None, is_superuser=user.is_superuser, is_shown=is_shown)
    if is_shown:
        heads = [article.head for article in editions if article.head]
        pks = padded(head.pk for head in heads)
        asked.hold(heads, "bylines", asked.bylines(pks))
        asked.hold(heads, "photo_uses", asked.photo_uses(pks))
    found = {article.pk: article for article in editions}
    article = found.pop(pk, None)
    if article is None:
        raise Http404
    kept_at = getattr(article, "kept_at", None)
    buffer = Buffered(kept_at, getattr(article, "copy", ""), getattr(article, "kept_mode", "")) if kept_at else None
    return ArticleDesk(article=article, twin=next(iter(found.values()), None), user=user, at=at, buffer=buffer)
