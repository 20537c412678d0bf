"""Who may ask what of each address of the desk: a table of every address, walked by real requests as each role.

`data/permissions.tsv` says by hand what the code says by `declares`: each address, what it asks, and whom it lets in,
w(riter of the text), r(eporter), t(ranslator), p(hoto editor), e(ditor), c(hief) and a(dministrator). The photo that is
asked for is the photo editor's: whoever uploads one keeps it, others' only who keeps photos.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver

from articles.admin.declared import Open, declared_by
from articles.models import (
    Agency,
    Article,
    Author,
    Desk,
    HijriMonth,
    LegacyAddress,
    NameEntry,
    PlannedSlot,
    Role,
    Series,
    SpellingGroup,
    Stage,
    StaticPage,
    Story,
    TermRule,
    Topic,
    User,
)
from articles.workflow.table import Verb
from tests.admin.desk import person, signed_in
from tests.public.site import make_photo
from tests.workflow.newsroom import NOON, Newsroom

pytestmark = pytest.mark.one_engine

TABLE = Path(__file__).parent / "data/permissions.tsv"
VERBS = {verb.value for verb in Verb}
STAGES = {
    "recall": Stage.IN_REVIEW,
    "return": Stage.IN_REVIEW,
    "approve": Stage.IN_REVIEW,
    "publish": Stage.APPROVED,
    "publish_unreviewed": Stage.IN_REVIEW,
    "reopen": Stage.SPIKED,
}
LIVE = frozenset({"update", "fix", "amend", "take_off_air", "put_back", "extend_rights", "retract", "remove", "move"})
REFUSES_ALL = ("delete/", "articles/house/add/", "articles/housestyle/add/")
"""What nobody may: nothing that articles cite is deleted, the house has one row, its style two."""
ASKS_MORE = ("autocomplete/",)
"""What refuses a bare request: it has to name a field."""
LEADS_ON = "<path:object_id>/"
"""The end of Django's old addresses, which lead to the form; the form refuses."""


_NAMED = {"name_ar": "اسم", "name_en": "Name", "slug": "name"}
KEPT: dict[type[Model], dict[str, Any]] = {
    **dict.fromkeys((Author, Desk, Agency, Series), _NAMED),
    HijriMonth: {"year": 1448, "month": 6, "offset": 0},
    StaticPage: {"slug": "about", "changed_at": NOON},
    SpellingGroup: {"spellings": "ماء\nمياه"},
    TermRule: {"language": "ar", "word": "كلمة", "key": "كلمه", "reason": "سبب"},
    NameEntry: {"name_ar": "اسم", "name_en": "Name", "key": "اسم"},
}


@dataclass(frozen=True)
class Row:
    """One address of the table."""

    route: str
    asks: str
    who: str


def table() -> list[Row]:
    """The addresses, as they are written down."""
    with TABLE.open(encoding="utf-8") as lines:
        return [Row(*line) for line in csv.reader(lines, delimiter="\t")]


def routes(patterns: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the desk, as its whole route and its pattern."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, f"{before}{pattern.pattern}")
        else:
            yield f"{before}{pattern.pattern}", pattern


class Addresses:
    """The desk's addresses with something of each kind behind them."""

    def __init__(self, room: Newsroom) -> None:
        self.by_stage = {stage: room.bring_to(room.draft(), stage) for stage in {*STAGES.values(), Stage.DRAFT}}
        self.live = room.live(developing=True)
        topic = Topic.objects.create(slug="water", name_ar="المياه", name_en="Water")
        slot = PlannedSlot.objects.create(
            planned_at=room.now, title="ماء", language="ar", section=room.section, made_by=room.editor
        )
        LegacyAddress.objects.create(path="/old/", section=room.section)
        for model, fields in KEPT.items():
            model.objects.create(**fields)
        others = {"people": room.writer, "topics": topic, "planning": slot, "photos": make_photo(room)}
        others |= {"authors": Author.objects.get(), "agencies": Agency.objects.get()}
        self.known = {name: str(thing.pk) for name, thing in others.items()}

    def article(self, asks: str) -> Article:
        """Return an article of which an act may be asked."""
        return self.live if asks in LIVE else self.by_stage[STAGES.get(asks, Stage.DRAFT)]

    def address(self, row: Row) -> str:
        """Return an address of a route."""
        route, part = row.route, row.route.partition("/")[0]
        pk = self.known.get(part, str(self.article(row.asks).pk))
        holes = {"<int:pk>": pk, "<int:number>": "1", "<slug:scheme>": "dark", "<slug:app_label>": "articles"}
        holes |= {"<slug:language>": "ar", "<slug:section>": "region", "<slug:kind>": "topics"}
        if "<path:object_id>" in route:
            model = apps.get_model("articles", route.split("/")[1])
            holes["<path:object_id>"] = str(model._default_manager.values_list("pk", flat=True).first() or 1)
        for hole, value in holes.items():
            route = route.replace(hole, value)
        return f"/admin/{route}"

    def form(self, row: Row) -> dict[str, str]:
        """Return what a form would send that changes no word of the text, but for Save's."""
        text = self.article(row.asks).head
        headline = f"{text.headline} كما غُيّر" if row.route.endswith("save/") else text.headline
        sent = {"base": text.pk, "headline": headline, "body": text.body, "slugline": text.headline}
        return {name: str(value) for name, value in (sent | {"section": text.section_id, "format": "news"}).items()}


@pytest.fixture
def addresses(room: Newsroom, settings, tmp_path) -> Addresses:
    settings.MEDIA_ROOT = str(tmp_path)
    return Addresses(room)


def people(room: Newsroom) -> dict[str, Client]:
    """One person of each role at a desk of their own, by their letter."""
    staff = {"w": room.writer, "r": room.reporter, "t": room.translator, "p": room.photo_editor}
    staff |= {"e": room.editor, "c": room.chief_editor, "a": room.administrator}
    return {letter: signed_in(user) for letter, user in staff.items()}


def everything() -> dict[str, list[Any]]:
    """All rows of the house."""
    ours = [model for model in apps.get_models() if model._meta.app_label == "articles"]
    people = {"last_login", "password"}
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in people}
            for row in model._default_manager.order_by("pk").values()
        ]
        for model in ours
    }


def test_every_address_of_the_desk_is_in_the_table_with_what_it_asks():
    declared = [(route, declared_by(pattern.callback)) for route, pattern in routes(admin.site.get_urls())]

    found = {route: what.value for route, what in declared if what is not Open.TO_ALL}

    assert found == {row.route: row.asks for row in table()}


def test_a_stranger_and_who_is_no_longer_of_the_house_are_led_to_the_sign_in_page_by_every_address(room, addresses):
    gone = person("gone", Role.CHIEF_EDITOR)
    deactivated, stranger = signed_in(gone), Client()
    User.objects.filter(pk=gone.pk).update(is_active=False)
    wrong = []

    before = everything()
    for number, row in enumerate(table()):
        address = addresses.address(row)
        for client in (stranger, deactivated):
            # A form that was sent is carried over the sign-in, which is dearer: each address once, by one of the two.
            method, right = ("get", 302) if (number % 2 == 0) is (client is stranger) else ("post", 401)
            status = getattr(client, method)(address).status_code
            wrong += [(method, address, status)] if status != right else []

    assert wrong == []
    assert everything() == before


def test_every_address_refuses_whom_the_table_does_not_name_and_changes_nothing(room, addresses):
    desks = people(room)
    wrong = []

    before = everything()
    for number, row in enumerate(table()):
        refused = [letter for letter in desks if letter not in row.who]
        if LEADS_ON in row.route and refused:
            # One code refuses them all, in Django: each address once, by one after the other of the people.
            refused = [refused[number % len(refused)]]
        for letter in refused:
            status = desks[letter].post(addresses.address(row), addresses.form(row)).status_code
            right = {302} if row.route.endswith(LEADS_ON) else {403, 409, 422} if row.asks in VERBS else {403}
            wrong += [(row.route, letter, status)] if status not in right else []

    assert wrong == []
    assert everything() == before


def test_every_address_answers_whom_the_table_names(room, addresses):
    desks = people(room)
    wrong = []

    for row in table():
        if row.route.endswith(REFUSES_ALL + ASKS_MORE):
            continue
        named = [letter for letter in desks if letter in row.who]
        for method, letter in (("post", named[0]), ("get", named[-1])):
            with transaction.atomic():
                sent = addresses.form(row) if method == "post" else {}
                status = getattr(desks[letter], method)(addresses.address(row), sent).status_code
                transaction.set_rollback(True)
            wrong += [(method, row.route, letter, status)] if status in {401, 403} or status >= 500 else []

    assert wrong == []


def test_a_restricted_story_answers_as_if_it_were_not_there(room, addresses):
    article = addresses.by_stage[Stage.DRAFT]
    Story.objects.filter(pk=article.story_id).update(is_restricted=True, created_by=room.editor)
    client = signed_in(room.reporter)
    wrong = []

    before = everything()
    for row in table():
        if not row.route.startswith("articles/article/<int:pk>/"):
            continue
        for method in ("get", "post"):
            answers = [
                getattr(client, method)(f"/admin/{row.route}".replace("<int:pk>", pk).replace("<int:number>", "1"))
                for pk in (str(article.pk), "987654321")
            ]
            told = [(answer.status_code, article.headline in answer.content.decode()) for answer in answers]
            wrong += [(method, row.route, told)] if told[0] != told[1] or told[0][0] == 200 and method == "post" else []

    assert wrong == []
    assert everything() == before
