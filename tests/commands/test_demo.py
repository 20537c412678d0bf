"""`manage.py demo`: a newsroom in every stage, made by the services, and only where nobody works for real."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles.management.newsroom import CONTENT, ROLES
from articles.models import Article, Bulletin, Correction, FrontSlot, Kind, Photo, Publication, Stage, Story, User
from articles.publishing import addresses
from deploy.inspection import markup
from deploy.inspection.crawl import Answer, Walk, kind_of

KINDS = ("front", "section", "article", "topic", "author", "latest", "archive", "corrections", "search")


@pytest.fixture
def development(settings: Settings, tmp_path: Path) -> None:
    """A development machine with a folder for pictures."""
    settings.DEBUG = True
    settings.MEDIA_ROOT = str(tmp_path)


STORIES = len(list((CONTENT / "stories").glob("*.toml")))
ORIGIN = "http://testserver"


def ask(path: str) -> Answer:
    """Ask the site as a robot does."""
    answer = Client().get(path)
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return Answer(answer.status_code, headers, b"".join(answer))


def sound(walk: Walk) -> None:
    """See that nothing is broken between a site's pages, and nothing in any kind of them."""
    assert walk.faults == []
    kinds = {f"{kind_of(path)} {path[1:3]}": walk.answers[path].body.decode() for path in walk.pages}
    assert {f"{kind} {language}" for kind in KINDS for language in ("ar", "en")} <= set(kinds)
    assert markup.faults(kinds | {"absence": ask("/ar/no/such/").body.decode()}) == []


@pytest.mark.django_db
def test_the_demo_shows_every_stage_and_leaves_a_second_run_alone(
    development: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("demo", if_empty=True)

    now = timezone.now()
    live = Publication.objects.live(now)
    assert Story.objects.count() == STORIES
    assert set(Article.objects.values_list("stage", flat=True)) == set(Stage)
    assert live.filter(kind=Kind.PAGE).count() >= 17
    assert live.filter(kind=Kind.RETRACTED).count() == 1
    assert Publication.objects.not_void().filter(live_from__gt=now).count() == 1
    assert Correction.objects.count() == 3
    assert Bulletin.objects.shown(now).count() == 2
    assert FrontSlot.objects.shown(now).filter(language="ar").count() == 5
    assert all(photo.renditions for photo in Photo.objects.all())
    assert {user.username: set(user.roles) for user in User.objects.all()} == {
        name: {role} for name, role in ROLES.items()
    }

    assert all(user.check_password(user.username) for user in User.objects.all())
    sound(Walk(ask, ORIGIN).go(("/ar/", "/en/", *(addresses.archive(code, now.date()) for code in ("ar", "en")))))

    call_command("demo", if_empty=True)
    with pytest.raises(CommandError, match="empty database"):
        call_command("demo")

    assert Story.objects.count() == STORIES
    assert f"{STORIES} stories" in capsys.readouterr().out


@pytest.mark.django_db
def test_the_demo_is_never_made_in_production() -> None:
    with pytest.raises(CommandError, match="development only"):
        call_command("demo")

    assert not User.objects.exists()


def test_the_accounts_are_printed_one_a_role(development: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", accounts=True)

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(ROLES)
