"""Who is told of what: decided inside the act, so that nobody hears of what did not happen, and nobody misses it."""

import re
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Q

from articles.models import Article, Note, Notification, Outbox, Role, Stage, User, WorkflowEvent

MAIL_WAITS = timedelta(minutes=3)
"""How long a mail waits for company: what happens meanwhile goes into the same one."""
MENTION = re.compile(r"(?<![\w@])@([\w.+-]+)")


class Reason(StrEnum):
    """Why something concerns a person."""

    ITS_PEOPLE = "its_people"
    """It is their text."""
    JOINED = "joined"
    """Their text was joined with a colleague's."""
    TO_REVIEW = "to_review"
    """It waits for an editor who reads its language."""
    RETURNED = "returned"
    """Their text came back."""
    CHIEF = "chief"
    """The chief is told of what happened alone or at once."""
    ASSIGNED = "assigned"
    """It is theirs to bring on."""
    SIGN_OFF = "sign_off"
    """What they signed off has changed."""
    MENTION = "mention"
    """A note names them."""
    NOTE = "note"
    """A note on their text."""
    SENT = "sent"
    """They sent it to social networks, and readers have another text now."""
    NEWS = "news"
    """An agency has sent a new take of it, a correction or a kill."""


ASK_TO_ACT = frozenset(
    {
        *(Reason.TO_REVIEW, Reason.RETURNED, Reason.ASSIGNED, Reason.MENTION, Reason.SIGN_OFF, Reason.SENT),
        Reason.NEWS,
    }
)
SENT_OUT = "social"
"""The act of sending a text to social networks."""
KEPT_LATE = "kept_late"
"""A text that came from who may write no longer."""
QUIET = frozenset({"save", "submit", "recall", "discard", "assign", "void_sign_off", SENT_OUT})
"""Acts that tell a text's own people nothing."""
GIVES_ANOTHER_TEXT = frozenset(
    {"publish", "publish_unreviewed", "fix", "update", "take_off_air", "retract", "remove", "move"}
)
"""Acts after which what was sent of a live article is no longer what readers find."""
TO_CHIEFS = frozenset({"take_off_air", "publish_unreviewed", KEPT_LATE})


def tell(events: Iterable[WorkflowEvent], *, by: User) -> None:
    """Tell the people whom acts concern, all but the one who acted."""
    concerned = [(event, user, reason) for event in events for user, reason in _concerned(event)]
    told: dict[tuple[int, int], Notification] = {}
    for event, user, reason in concerned:
        if event.article and user != by.pk:
            told[(user, event.article.pk)] = _notification(user, event.article, reason, event.at, event=event)
    _write(told.values())


def tell_of_note(note: Note, *, by: User | None = None, asks_to_act: bool = False) -> None:
    """Tell the text's people of a note or an answer, those of its thread, and whom it names by @.

    Where the note asks to act, tell those as well who ever acted on the text.
    """
    names = set(MENTION.findall(note.text))
    named = (
        set(User.objects.filter(username__in=names, is_active=True).values_list("pk", flat=True)) if names else set()
    )
    people = people_of(note.article) | _thread_of(note)
    if asks_to_act:
        people |= set(note.article.events.values_list("actor_id", flat=True).distinct()) - {None}
    told = dict.fromkeys(people, Reason.NEWS if asks_to_act else Reason.NOTE) | dict.fromkeys(named, Reason.MENTION)
    told.pop(by.pk if by else note.author_id, None)
    _write(_notification(user, note.article, reason, note.created_at, note=note) for user, reason in told.items())


def _thread_of(note: Note) -> set[int]:
    """Return who has said something in a note's thread."""
    first = note.answers_to
    return {first.author_id, *first.answers.values_list("author", flat=True)} if first else {note.author_id}


def people_of(article: Article) -> set[int]:
    """Return those whose text it is: its maker, its submitter, its writers, its named authors."""
    people = {article.created_by_id, article.submitted_by_id}
    if article.head:
        people.update(article.head.writers)
        people.update(line.author.user_id for line in article.head.bylines.all() if line.author)
    return {pk for pk in people if pk is not None}


def _concerned(event: WorkflowEvent) -> Iterator[tuple[int, Reason]]:
    article = event.article
    if article is None:
        return
    if event.verb == "submit":
        yield from ((pk, Reason.TO_REVIEW) for pk in _of_role(Role.EDITOR, language=article.language))
    if event.verb in TO_CHIEFS:
        yield from ((pk, Reason.CHIEF) for pk in _of_role(Role.CHIEF_EDITOR))
    joined_with = event.details.get("joined_with")
    if joined_with:
        yield joined_with, Reason.JOINED
    if event.verb in {"assign", KEPT_LATE} and event.details["to"]:
        yield event.details["to"], Reason.ASSIGNED
    if event.verb == "void_sign_off":
        yield event.details["to"], Reason.SIGN_OFF
    if event.verb not in QUIET:
        reason = Reason.RETURNED if event.to_stage == Stage.RETURNED else Reason.ITS_PEOPLE
        yield from ((pk, reason) for pk in people_of(article))
    yield from ((pk, Reason.SENT) for pk in _senders(event, article))


def _senders(event: WorkflowEvent, article: Article) -> list[int]:
    """Return who sent to social networks what readers no longer have since this act."""
    if event.verb not in GIVES_ANOTHER_TEXT or event.readers_had != "live":
        return []
    sent = WorkflowEvent.objects.filter(article=article, verb=SENT_OUT, actor__is_active=True)
    return list(sent.order_by().values_list("actor", flat=True).distinct())


def _of_role(role: Role, language: str = "") -> list[int]:
    people = User.objects.filter(is_active=True, groups__name=role)
    if language:
        people = people.filter(reads_arabic=True) if language == "ar" else people.filter(reads_english=True)
    return list(people.values_list("pk", flat=True))


def _notification(
    user: int,
    article: Article,
    reason: Reason,
    at: datetime,
    *,
    event: WorkflowEvent | None = None,
    note: Note | None = None,
) -> Notification:
    return Notification(
        user_id=user,
        article=article,
        event=event,
        note=note,
        reason=reason,
        asks_to_act=reason in ASK_TO_ACT,
        at=at,
    )


def _write(told: Iterable[Notification]) -> None:
    told = [one for one in told if not one.article.story.is_restricted or _sees(one)]
    if not told:
        return
    Notification.objects.bulk_create(told)
    wanting = Q(mail=User.Mail.ALL) | Q(mail=User.Mail.TO_ACT, pk__in=[one.user_id for one in told if one.asks_to_act])
    people = User.objects.filter(wanting, is_active=True, pk__in={one.user_id for one in told}).exclude(email="")
    at = max(one.at for one in told)
    Outbox.objects.bulk_create(
        Outbox(
            task=Outbox.Task.MAIL,
            payload={"user": pk, "message": secrets.token_hex(16)},
            due_at=at + MAIL_WAITS,
            created_at=at,
        )
        for pk in people.values_list("pk", flat=True)
    )


def _sees(one: Notification) -> bool:
    story = one.article.story
    return story.created_by_id == one.user_id or story.readers.filter(pk=one.user_id).exists()
