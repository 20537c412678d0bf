"""`manage.py generate_archive`: volume that obeys the same constraints as a newsroom's own work."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F
from django.utils import timezone

from articles.models import Article, Basis, Correction, Kind, Publication, SearchEntry, Story, Topic, User, triggers
from articles.publishing import search
from articles.workflow import drafts
from articles.workflow.table import Verb


@pytest.mark.django_db(transaction=True)
def test_an_archive_is_found_and_cited_and_obeys_every_constraint(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("generate_archive", articles=300, seed=3)

    now = timezone.now()
    assert Article.objects.count() == 300
    assert Publication.objects.live(now).count() == 300
    assert 300 < Publication.objects.count() < 400
    assert Publication.objects.exclude(kind=Kind.IMPORTED, basis=Basis.IMPORTED).count() == 0
    assert Correction.objects.filter(publication__article=F("article")).count() == Publication.objects.count() - 300
    assert SearchEntry.objects.count() == 2 * 300
    assert Story.objects.count() < 260
    assert Topic.objects.filter(publication_links__isnull=False).distinct().count() > 6
    assert triggers.laid(connection) == triggers.expected(connection)
    assert "300 articles" in capsys.readouterr().out
    connection.check_constraints()

    newest = Publication.objects.listed(now).filter(language="ar").newest_first()[0]
    word = max(newest.headline.split(), key=len)
    found = search.find(word, language="ar", at=now, size=300)
    assert newest.pk in found.pks


@pytest.mark.django_db(transaction=True)
def test_an_archive_leaves_every_index_and_link_between_tables_as_it_was() -> None:
    before = _laws()

    call_command("generate_archive", articles=10)

    assert _laws() == before


def _laws() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            # Not the engine's own statistics, which the first archive of a run lays.
            "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name"
            if connection.vendor == "sqlite"
            else "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " UNION ALL SELECT indexname, indexdef FROM pg_indexes ORDER BY 1, 2"
        )
        return [(name, re.sub(r"ANY \(.*?\]\)*(::text\[\])?\)", _uncast, law or "")) for name, law in cursor.fetchall()]


def _uncast(condition: re.Match[str]) -> str:
    """PostgreSQL casts a list whole, and each of its words once it has read its own writing of it again."""
    return re.sub(r"::[a-z ]+(\[\])?|[()]", "", condition[0])


@pytest.mark.django_db(transaction=True)
def test_work_goes_on_after_an_archive_was_made() -> None:
    call_command("generate_archive", articles=40)
    editor = User.objects.get(username="editor")
    article = Article.objects.select_related("head").latest("pk")
    text = article.head.content()

    drafts.save(article.pk, text.with_(deck="جديد"), base_pk=article.head_id, by=editor, clock=timezone.now())

    assert article.events.latest("pk").verb == Verb.SAVE
    assert article.revisions.count() == 2


@pytest.mark.django_db
def test_nothing_is_not_an_archive() -> None:
    with pytest.raises(CommandError, match="at least 1"):
        call_command("generate_archive", articles=0)
