"""A redacted passage is in no table, index, file or page; nobody does it alone, and the exception ends with it."""

import json
import secrets
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from articles.models import (
    Article,
    Change,
    DraftBuffer,
    FrontSlot,
    Outbox,
    Publication,
    Redaction,
    RedactionRequest,
    Revision,
    Role,
    WaitingCopy,
    WorkflowEvent,
)
from articles.models.redactions import NOTHING
from articles.publishing import cards, previews, redacting
from articles.workflow import drafts, notes
from articles.workflow.refusals import NotAllowed, Refused
from tests.public.site import make_photo, path_of, shown_as
from tests.publishing.test_leaks import public_addresses
from tests.workflow.newsroom import Newsroom, fresh, head, make_newsroom, person

pytestmark = pytest.mark.django_db(transaction=True)
MARKER = "قنطورة"
LATIN = "Qantura"


@pytest.fixture
def room(transactional_db: None, settings: object, tmp_path: Path) -> Newsroom:
    """A newsroom of the last hours, with files of its own."""
    settings.MEDIA_ROOT = str(tmp_path)
    room = make_newsroom()
    room.now = timezone.now() - timedelta(hours=3)
    return room


def everywhere(room: Newsroom) -> Article:
    """An article that says the marker in all that a text can leave behind."""
    said = f"اسم {MARKER} {LATIN}"
    words = dict.fromkeys(("kicker", "headline", "front_headline", "social_headline", "deck", "dateline"), said)
    body = (
        f"<p>قالت <strong>قنطـ</strong>ُورة و{MARKER}.</p><p><a href='https://example.org/{LATIN}'>هنا</a> {LATIN}</p>"
    )
    photo = make_photo(room)
    article = room.live(body=body, photos=(shown_as(photo, alt=said, caption=said),), **words)
    cards.renew(article.pk, at=room.now)
    note = {"ar": f"ليست {MARKER}"}
    article = room.publish(room.change(article, deck=f"{said} ثانية"), change=Change.CORRECTION, notes=note)
    notes.add(article, text=f"من {MARKER}؟", by=room.editor, clock=room.tick(), passage=said, is_blocking=True)
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    room.change(twin, by=room.translator, headline=f"Who is {LATIN}", body=f"<p>{LATIN.upper()} spoke</p>")
    drafts.keep(
        article.pk,
        head(article).content().with_(deck=said),
        base_pk=head(article).pk,
        by=room.writer,
        clock=room.tick(),
    )
    previews.make_link(head(article), by=room.editor, clock=room.tick())
    typed = {"body": body, said: [said]}
    DraftBuffer.objects.create(
        user=room.writer, article=article, language="ar", fields=typed, copy="c", kept_at=room.now
    )
    newer = {"by": room.writer, "clock": room.tick(), "slugline": said, "summary": said}
    drafts.save(article.pk, head(article).content().with_(deck="آخر"), base_pk=head(article).pk, **newer)
    FrontSlot.objects.create(
        language="ar", position=1, article=article, headline=said, live_from=room.now, created_by=room.editor
    )
    row = Publication.objects.filter(article=article).first()
    Outbox.objects.create(task="purge", payload={"x": said}, publication=row, due_at=room.now, created_at=room.now)
    token = secrets.token_hex(8)
    WaitingCopy.objects.create(form_token=token, sent_by=room.writer, name="a", data=said.encode(), sent_at=room.now)
    kind = ContentType.objects.get_for_model(FrontSlot)
    LogEntry.objects.create(user=room.editor, content_type=kind, object_id="1", object_repr=said, action_flag=CHANGE)
    return fresh(article)


FORMS = (MARKER, "قنطور", LATIN, "qantur")
"""The marker as it is typed, and as an index has it."""


SECONDS = 60


def underneath() -> dict[str, bytes]:
    """What lies below the rows: SQLite's file with its free pages and its journal, PostgreSQL's tables and indexes."""
    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        files = (name, name.with_name(f"{name.name}-wal"), name.with_name(f"{name.name}-shm"))
        return {file.name: file.read_bytes() for file in files if file.exists()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        for (table,) in cursor.fetchall():
            cursor.execute(f'VACUUM FULL "{table}"')
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT relname, pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class"
            " WHERE oid >= 16384 AND relkind IN ('r', 'i', 't') AND relpersistence = 'p'"
        )
        return {name: bytes(held) for name, held in cursor.fetchall()}


def lies_underneath() -> list[str]:
    """The files and relations in whose bytes the marker is, in letters or as JSON escapes them."""
    spelled = [*FORMS, *(json.dumps(form)[1:-1] for form in FORMS)]
    return [name for name, held in underneath().items() if any(form.encode() in held for form in spelled)]


def lies_nowhere_at_last() -> bool:
    """Whether the marker is gone from the bytes, once PostgreSQL's own workers look at no older rows any more."""
    give_up_at = time.monotonic() + SECONDS
    while found := lies_underneath():
        if connection.vendor == "sqlite" or time.monotonic() > give_up_at:
            pytest.fail(f"the marker lies in {found}")
        time.sleep(0.5)
    return True


def said_anywhere(media: Path) -> list[str]:
    """The tables and files in which the marker still is, read row by row as the database has them."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor, include_views=False):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 – the names are the database's own
            rows = cursor.fetchall()
            held = " ".join(_readable(value) for row in rows for value in row)
            held += held.encode().decode("unicode_escape", "replace") if "\\u" in held else ""
            found += [table for word in (MARKER, "قنطور", "qantur") if word in held.lower()]
    names = [str(path) for path in media.rglob("*")]
    files = [path for path in media.rglob("*") if path.is_file()]
    found += [name for name in names if MARKER in name]
    return found + [str(path) for path in files for word in (MARKER, LATIN) if word.encode() in path.read_bytes()]


def _readable(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("utf-8", "replace")
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, dict | list) else str(value)


def test_a_redacted_passage_is_in_no_table_index_or_file(
    room: Newsroom, client: Client, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    article = everywhere(room)
    cards_before = {path.name for path in (tmp_path / "cards").rglob("*.jpg")}
    assert len(set(said_anywhere(tmp_path))) > 10
    assert lies_underneath()
    caplog.clear()
    for word, by, other in (
        (MARKER, room.chief_editor, room.administrator),
        (LATIN, room.administrator, room.chief_editor),
    ):
        request = redacting.ask(article.story, word, by=by, clock=room.tick(), why=f"حكم في {word}")
        with pytest.raises(NotAllowed, match="other"):
            redacting.confirm(request, by=by, clock=room.tick())
        redacting.confirm(request, by=other, clock=room.tick())

    assert said_anywhere(tmp_path) == []
    assert lies_nowhere_at_last()
    assert not [form for form in FORMS if form in caplog.text]
    assert not cards_before & {path.name for path in (tmp_path / "cards").rglob("*.jpg")}
    cache.clear()
    for place in [*public_addresses([article], [MARKER]), path_of(fresh(article))]:
        html = client.get(place, follow=True).content.decode()
        assert MARKER not in html.replace(f'value="{MARKER}"', "").replace(f"«{MARKER}»", "") or "?q=" in place, place
    assert "■■■" in client.get(path_of(fresh(article)), follow=True).content.decode()
    assert WorkflowEvent.objects.filter(verb=redacting.DONE, article=article).count() == 2
    assert all(text.digest == text.content().digest() for text in Revision.objects.all())
    assert Outbox.objects.filter(task="purge").latest("pk").payload["is_hard"]


def test_the_past_is_closed_again_after_a_redaction_and_to_everything_else(room: Newsroom) -> None:
    article = room.live(deck=MARKER)
    request = redacting.ask(article.story, MARKER, by=room.chief_editor, clock=room.tick(), why="حكم")
    redacting.confirm(request, by=room.administrator, clock=room.tick())

    for model in (Publication, Revision, WorkflowEvent, Redaction):
        with pytest.raises(DatabaseError, match="past never changes"):
            model.objects.all().update(**{"deck" if hasattr(model, "deck") else "why": "x"})
    known = {"story": article.story, "asked_by": room.editor, "confirmed_by": room.editor, "at": room.now, "why": ""}
    with pytest.raises(IntegrityError):
        _left_open(known)
    assert not Revision.objects.filter(deck="x").exists()
    with pytest.raises(DatabaseError, match="past never changes"):
        _left_open(known, is_deleting=True)


def _left_open(known: dict[str, object], *, is_deleting: bool = False) -> None:
    with transaction.atomic():
        Redaction.objects.create(**known, under_way_id=NOTHING)
        texts = Revision.objects.all()
        texts._raw_delete(using="default") if is_deleting else texts.update(deck="x")


def test_neither_office_redacts_alone_and_nobody_else_does(room: Newsroom) -> None:
    article = room.live(deck=MARKER)
    both = person("both", Role.CHIEF_EDITOR, Role.ADMINISTRATOR)
    second = person("chief2", Role.CHIEF_EDITOR)
    with pytest.raises(NotAllowed):
        redacting.ask(article.story, MARKER, by=room.editor, clock=room.tick(), why="حكم")
    for passage, why in (("في", "حكم"), ("لا وجود لها", "حكم"), (MARKER, " ")):
        with pytest.raises(Refused):
            redacting.ask(article.story, passage, by=room.chief_editor, clock=room.tick(), why=why)
    request = redacting.ask(article.story, MARKER, by=both, clock=room.tick(), why="حكم")
    with pytest.raises(NotAllowed):
        redacting.confirm(request, by=both, clock=room.tick())
    redacting.decline(request, by=room.administrator, clock=room.tick())
    request = redacting.ask(article.story, MARKER, by=room.chief_editor, clock=room.tick(), why="حكم")
    with pytest.raises(NotAllowed):
        redacting.confirm(request, by=second, clock=room.tick())
    redacting.confirm(request, by=room.administrator, clock=room.tick())
    with pytest.raises(Refused, match="decided"):
        redacting.confirm(request, by=room.administrator, clock=room.tick())
    assert set(RedactionRequest.objects.values_list("passage", flat=True)) == {""}
