"""The demo newsroom's house: its sections, topics, names and people, read from `newsroom_content/house.toml`."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from articles.models import Agency, Author, Desk, House, Role, Section, Series, StaticPage, Topic, User
from articles.publishing.sanitise import clean_body

CONTENT = Path(__file__).parent / "newsroom_content"

ROLES = {
    "reporter": Role.REPORTER,
    "translator": Role.TRANSLATOR,
    "photo": Role.PHOTO_EDITOR,
    "editor": Role.EDITOR,
    "chief": Role.CHIEF_EDITOR,
    "admin": Role.ADMINISTRATOR,
}
"""The demo accounts' sign-in names, which are their passwords too, and the one role of each."""


@dataclass(frozen=True)
class Staffed:
    """A house with its people, by sign-in name."""

    people: dict[str, User]
    content: dict[str, Any]

    @property
    def chief(self) -> User:
        """The chief editor."""
        return self.people["chief"]


@transaction.atomic
def lay_house(*, now: datetime) -> Staffed:
    """Lay the house where it is missing: safe to run twice, and it changes nothing that is there."""
    content = tomllib.loads((CONTENT / "house.toml").read_text(encoding="utf-8"))
    if not Section.objects.exists():
        House.objects.update_or_create(pk=1, defaults=content["house"])
        for position, section in enumerate(content["sections"]):
            Section.objects.create(position=position, **section)
        for topic in content["topics"]:
            Topic.objects.create(name=topic["name_ar"], **topic | {"variants": "\n".join(topic["variants"])})
        _names(content)
        _house_pages(now)
    people = {name: _person(name, role, content["accounts"][name], now) for name, role in ROLES.items()}
    return Staffed(people, content)


def _names(content: dict[str, Any]) -> None:
    makers: dict[str, Callable[..., object]] = {
        "authors": Author.objects.create,
        "desks": Desk.objects.create,
        "series": Series.objects.create,
    }
    for key, make in makers.items():
        for fields in content[key]:
            make(**{name: value for name, value in fields.items() if name not in {"portrait", "picture"}})
    for agency in content["agencies"]:
        Agency.objects.create(**agency | {"source_lines": "\n".join(agency["source_lines"])})


def _house_pages(now: datetime) -> None:
    content = tomllib.loads((CONTENT / "pages.toml").read_text(encoding="utf-8"))
    for position, fields in enumerate(content["pages"]):
        texts = {name: clean_body(fields[name]) for name in ("body_ar", "body_en")}
        StaticPage.objects.create(position=position, changed_at=now, **fields | texts)


def _person(name: str, role: Role, account: dict[str, str], now: datetime) -> User:
    """Make an account; with a password only where DEBUG says that this is nobody's real newsroom."""
    person, is_new = User.objects.get_or_create(
        username=name,
        defaults={
            "display_name": account["display_name"],
            "email": f"{name}@newsroom.example",
            "interface_language": "en" if role is Role.TRANSLATOR else "ar",
            "is_staff": True,
            "date_joined": now,
        },
    )
    if is_new:
        person.set_password(name if settings.DEBUG else None)
        person.save(update_fields=["password"])
        person.groups.set([Group.objects.get(name=role)])
        if "author" in account:
            Author.objects.filter(slug=account["author"]).update(user=person)
    return person
