"""A question that is only asked gives exactly what its queryset gives: the same rows, values and types."""

import inspect
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections
from django.db.models import Model, QuerySet
from django.utils import timezone
from pytest_django import Settings

from articles import publishing
from articles.models import (
    Article,
    Author,
    Bulletin,
    BylineLine,
    Change,
    FrontSlot,
    Photo,
    Publication,
    Section,
    Series,
    Story,
    Topic,
)
from articles.publishing import navigation, shelf
from articles.publishing.prepared import padded, prepared
from tests.public.site import both_live, make_photo, shown_as
from tests.workflow.newsroom import Newsroom

ROUNDS = 20
MORE_ROUNDS = 40
Question = Callable[..., list[Any]]


def _questions() -> list[Question]:
    stems = sorted(path.stem for path in Path(publishing.__path__[0]).glob("[!_]*.py"))
    modules = [import_module(f"articles.publishing.{stem}") for stem in stems]
    return [
        thing
        for module in modules
        for thing in vars(module).values()
        if getattr(thing, "__code__", None) is prepared(_questions).__code__ and thing.__module__ == module.__name__
    ]


@pytest.fixture
def _archive(room: Newsroom, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    room.now = timezone.now() - timedelta(days=1)
    ports = Topic.objects.create(slug="ports", name_ar="الموانئ", name_en="Ports")
    Topic.objects.create(slug="harbours", name_ar="المرافئ", name_en="Harbours", merged_into=ports)
    author = Author.objects.create(slug="salma", name_ar="سلمى", name_en="Salma", portrait=make_photo(room, width=700))
    text = {
        "topic_ids": (ports.pk,),
        "bylines": (BylineLine(author_id=author.pk),),
        "photos": (shown_as(make_photo(room, rights_until=timezone.now())),),
    }
    article, twin = both_live(room, **text)
    room.live(headline="سفينة أخرى", topic_ids=(ports.pk,))
    room.live(headline="سفينة بلا صورة")
    room.publish(
        room.change(article, body="<p>وصلت السفينة مساءً.</p>"), change=Change.CORRECTION, notes={"ar": "كان خطأً."}
    )
    room.publish(
        room.change(twin, by=room.translator, headline="A ship left"), live_from=timezone.now() + timedelta(hours=1)
    )
    Bulletin.objects.create(
        language="ar",
        text="عاجل",
        article=article,
        live_from=room.now,
        live_until=room.now + timedelta(hours=3),
        created_by=room.editor,
    )
    for position, photo, section in ((1, None, None), (2, Photo.objects.first(), None), (1, None, room.section)):
        where = {"language": "ar", "section": section, "position": position}
        FrontSlot.objects.create(**where, article=article, photo=photo, live_from=room.now, created_by=room.editor)
    article.story.series = Series.objects.create(slug="sea", name_ar="البحر", name_en="The sea")
    article.story.save()


def _some(chance: random.Random, model: type[Model], most: int = 3) -> tuple[int, ...]:
    known = [*model._default_manager.values_list("pk", flat=True)] * 2 + [999_999]
    return tuple(chance.choices(known, k=chance.randrange(most + 1)))


def _moment(chance: random.Random) -> datetime:
    return timezone.now() + timedelta(hours=chance.uniform(-30, 5))


def _known(chance: random.Random) -> dict[str, Callable[[], Any]]:
    def one(model: type[Model]) -> Callable[[], int]:
        return lambda: chance.choice([*model._default_manager.values_list("pk", flat=True), 999_999, 10**17])

    return {
        "language": lambda: chance.choice(["ar", "en"]),
        "at": lambda: _moment(chance),
        "ended_from": lambda: _moment(chance),
        "begin": lambda: _moment(chance),
        "end": lambda: _moment(chance),
        "before": lambda: chance.choice([None, (_moment(chance), chance.randrange(9))]),
        "slug": lambda: chance.choice(["ports", "harbours", "salma", "sea", "x", "'\"%s"]),
        "own": lambda: chance.choice([None, (one(Publication)(), one(Article)())]),
        "article_pk": one(Article),
        "story_pk": one(Story),
        "section_pk": one(Section),
        "author_pk": one(Author),
        "series_pk": one(Series),
        "publication_pks": lambda: padded(_some(chance, Publication, 9)),
        "article_pks": lambda: padded(_some(chance, Article, 9)),
        "photo_pks": lambda: padded(_some(chance, Photo, 9)),
        "topic_pks": lambda: _some(chance, Topic),
        "picked": lambda: padded(_some(chance, Story, 5)),
        "section_pks": lambda: _some(chance, Section),
        "author_pks": lambda: padded(_some(chance, Author)),
        "is_forward": lambda: chance.choice([True, False]),
        "size": lambda: chance.randrange(1, 5),
        "columns": lambda: chance.choice([shelf.CARD, shelf.FULL]),
    }


def _arguments(question: Question, chance: random.Random) -> tuple[list[Any], dict[str, Any]]:
    known = _known(chance)
    parameters = inspect.signature(question).parameters.values()
    values = [known[it.name]() for it in parameters if it.kind is it.POSITIONAL_OR_KEYWORD and it.name != "values"]
    shape = {it.name: known[it.name]() for it in parameters if it.kind is it.KEYWORD_ONLY and it.name != "names"}
    if "names" in question.__annotations__:
        where = chance.choice(
            [
                {},
                {"section_id": known["section_pk"]()},
                {"story__series": 1},
                {"first_published_at__gte": _moment(chance)},
            ]
        )
        values.append(tuple(where.values()))
        shape["names"] = tuple(where)
    return values, shape


def _seen(row: Any) -> Any:
    if not isinstance(row, Model):
        return type(row), row
    columns = {name: (type(value), value) for name, value in vars(row).items() if name != "_state"}
    related = {name: _seen(value) for name, value in row._state.fields_cache.items()}
    return type(row), columns, related, row._state.db, row._state.adding


def _rounds(answered: set[str]) -> Iterator[Question]:
    """Ask every question some times, and those that chance has given no answer yet some times more."""
    yield from _questions() * ROUNDS
    for _ in range(MORE_ROUNDS):
        yield from (question for question in _questions() if question.__name__ not in answered)


@pytest.mark.usefixtures("_archive")
def test_every_prepared_question_answers_as_its_queryset() -> None:
    chance = random.Random(11)  # noqa: S311 – the same arguments every time
    answered: set[str] = set()
    for question in _rounds(answered):
        values, shape = _arguments(question, chance)

        found = question(*values, **shape)

        plain = question.__wrapped__(*values, **shape)
        expected = [_seen(row) for row in plain]
        rows = [_seen(row) for row in found]
        asked = (question.__module__, question.__name__, values, shape)
        # A queryset without an order has none to hold to.
        ordered = (rows, expected) if plain.ordered else (sorted(map(repr, rows)), sorted(map(repr, expected)))
        assert ordered[0] == ordered[1], asked
        answered |= {question.__name__} if rows else set()
    assert answered == {question.__name__ for question in _questions()}


@prepared
def _since(at: datetime, names: tuple[str, ...], pk: int, *, size: int = 9) -> QuerySet[Section]:
    return Section.objects.filter(slug__in=names, pk__lt=pk).order_by("pk")[:size]


def test_a_value_that_reaches_no_parameter_is_refused(room: Newsroom) -> None:
    with pytest.raises(ImproperlyConfigured, match="does not reach"):
        _since(room.now, ("region",), 99)


def test_a_value_that_is_counted_with_is_refused(room: Newsroom) -> None:
    @prepared
    def counted(at: datetime) -> QuerySet[Publication]:
        return Publication.objects.filter(live_from__lt=at - timedelta(days=1), live_until__gt=at)

    with pytest.raises(ImproperlyConfigured, match="reckoned"):
        counted(room.now)


@pytest.mark.django_db
def test_an_empty_list_finds_nothing() -> None:
    assert shelf.by_pk([]) == []


@pytest.mark.django_db(transaction=True)
def test_another_thread_asks_by_its_own_connection() -> None:
    Section.objects.create(slug="sport", name_ar="رياضة", name_en="Sport")
    navigation.forget()
    asked: list[Any] = []

    @prepared
    def sections(slug: str) -> QuerySet[Section]:
        return Section.objects.filter(slug=slug)

    def elsewhere() -> None:
        asked.append([row.slug for row in sections("sport")])
        asked.append(connection.connection)
        connections.close_all()

    for _number in range(2):
        thread = Thread(target=elsewhere)
        thread.start()
        thread.join()

    assert [row.name_en for row in sections("sport")] == ["Sport"]
    assert asked[0] == asked[2] == ["sport"]
    assert len({id(asked[1]), id(asked[3]), id(connection.connection)}) == 3
