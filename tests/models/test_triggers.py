"""What the databases themselves refuse, on both engines (I4, I5)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from articles.models import Publication, triggers
from tests.workflow.newsroom import Newsroom, make_newsroom


@pytest.fixture
def room(db: None) -> Newsroom:
    """A staffed newsroom."""
    return make_newsroom()


@pytest.mark.django_db
def test_every_trigger_is_laid_after_the_migrations() -> None:
    assert triggers.laid(connection) == triggers.expected(connection)


@pytest.mark.django_db(transaction=True)
def test_the_triggers_are_lifted_and_laid_again_by_one_module() -> None:
    triggers.lift(connection)

    assert triggers.laid(connection) == set()

    triggers.lay(connection)

    assert triggers.laid(connection) == triggers.expected(connection)


@pytest.mark.parametrize("field", ["headline", "body", "live_from", "kind", "first_published_at"])
def test_no_column_of_a_publication_changes_but_its_end(room: Newsroom, field: str) -> None:
    row = room.live().publications.get()
    value = row.live_from + timedelta(hours=1) if field.endswith(("_at", "_from")) else "gone"

    with pytest.raises(DatabaseError, match="past never changes"), transaction.atomic():
        Publication.objects.filter(pk=row.pk).update(**{field: value})


def test_no_publication_is_deleted(room: Newsroom) -> None:
    row = room.live().publications.get()

    with pytest.raises(DatabaseError, match="past never changes"), transaction.atomic():
        Publication.objects.filter(pk=row.pk)._raw_delete(using="default")


@pytest.mark.parametrize("model", triggers.APPEND_ONLY, ids=lambda model: model.__name__)
def test_the_log_only_grows(room: Newsroom, model: type[Model]) -> None:
    article = room.live()
    rows = model._default_manager.all()
    if not rows.exists():
        rows = type(article.head)._default_manager.all()

    with pytest.raises(DatabaseError, match="past never changes"), transaction.atomic():
        rows._raw_delete(using="default")


@pytest.mark.parametrize("shift", [timedelta(0), timedelta(minutes=-5), timedelta(minutes=5)])
def test_windows_of_one_article_never_overlap(room: Newsroom, shift: timedelta) -> None:
    row = room.live().publications.get()
    again = Publication.objects.get(pk=row.pk)
    again.pk = None
    again.live_from = row.live_from + shift
    again.live_until = row.live_from + timedelta(minutes=30)

    with pytest.raises(DatabaseError), transaction.atomic():
        again.save(force_insert=True)


def test_a_void_row_overlaps_nothing(room: Newsroom) -> None:
    row = room.live().publications.get()
    void = Publication.objects.get(pk=row.pk)
    void.pk = None
    void.live_from = void.live_until = row.live_from + timedelta(minutes=3)

    void.save(force_insert=True)

    assert Publication.objects.live(void.live_from).get() == row
