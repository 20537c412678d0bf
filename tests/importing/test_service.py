"""A copy becomes a draft with its findings, or nothing at all."""

import pytest

from articles.importing.decode import Unreadable, decode
from articles.importing.service import import_text, understand
from articles.language.findings import Severity
from articles.models import Agency, Article, House, Language, Note, RevisionKind, Stage, Story
from articles.publishing import publish
from articles.workflow import drafts
from articles.workflow.refusals import NotAllowed, Refused
from tests.importing.texts import own, with_the_same_faults
from tests.workflow.newsroom import Newsroom, fresh, make_newsroom


@pytest.fixture
def room(db: None) -> Newsroom:
    """A staffed newsroom of a house called راصد, which takes one agency's copy."""
    House.objects.get_or_create(pk=1)
    Agency.objects.create(name_ar="رويترز", name_en="Reuters", slug="reuters", source_lines="رويترز\nروترز\nRTRS")
    return make_newsroom()


def imported(room: Newsroom, text: str, language: str = Language.AR, **how: object) -> Article:
    """Import a copy as the reporter, and return the draft as the database has it."""
    made = import_text(text, language=language, section=room.section, by=room.writer, clock=room.tick(), **how)
    return fresh(made.article)


@pytest.mark.parametrize("data", with_the_same_faults())
def test_arabic_copy_becomes_one_draft_with_exactly_one_error(room, data):
    made = import_text(decode(data), language=Language.AR, section=room.section, by=room.writer, clock=room.tick())

    article = fresh(made.article)
    assert [f.check for f in made.findings if f.severity is Severity.ERROR] == ["placeholder"]
    assert (article.stage, article.head.kind) == (Stage.DRAFT, RevisionKind.IMPORTED)
    assert article.head.headline == decode(data).splitlines()[0]
    assert article.head.body.startswith("<p>{title}</p><p>")
    assert article.head.body.count("<h2>") == 3
    assert article.head.agency is None
    assert article.head.section == room.section


def test_the_placeholder_stops_approval_until_it_is_gone(room):
    article = imported(room, own("ferry_ar.txt"))

    with pytest.raises(Refused, match="title"):
        publish.approve_and_publish(article.head, by=room.editor, clock=room.tick())
    mended = article.head.content().with_(body=article.head.body.replace("<p>{title}</p>", ""))
    drafts.save(article.pk, mended, base_pk=article.head.pk, by=room.writer, clock=room.tick())
    publish.approve_and_publish(fresh(article).head, by=room.editor, clock=room.tick())

    assert fresh(article).stage == Stage.PUBLISHED


def test_the_agency_of_the_source_line_signs_the_copy(room):
    for source in ("روترز -", "Reuters", "RTRS –"):
        article = imported(room, f"عنوان الخبر\n\n{source}\n\nوصلت السفينة إلى المرفأ صباح الثلاثاء.")

        (byline,) = article.head.bylines.all()
        assert byline.agency.slug == article.head.agency.slug == "reuters"
        assert article.head.writers == []


def test_the_houses_own_name_is_no_agency_and_a_strangers_is_kept_in_a_note(room):
    own_copy = imported(room, "عنوان الخبر\n\nراصد -\n\nوصلت السفينة إلى المرفأ.")
    strange = imported(room, "عنوان الخبر\n\nصحيفة الميناء -\n\nوصلت السفينة إلى المرفأ.")

    assert not own_copy.head.bylines.exists()
    assert own_copy.head.writers == strange.head.writers == [room.writer.pk]
    assert "صحيفة الميناء" in Note.objects.get(article=strange).text


def test_what_a_messenger_added_goes_into_a_note_that_stops_nothing(room):
    article = imported(room, own("message_ar.txt"))

    note = Note.objects.get(article=article)
    assert "مراسل الشمال" in note.text
    assert not note.is_blocking
    assert "مراسل" not in article.head.body
    assert article.head.dateline == "طرابلس"


def test_a_submitted_import_waits_for_the_desk(room):
    article = imported(room, own("library_en.txt"), Language.EN, submit=True)

    assert article.stage == Stage.IN_REVIEW


@pytest.mark.parametrize("text", ["", " \n", "{title}\n\n[TK]", "a\x00b", "خبر \ud800", "ا" * 200_000])
def test_bad_input_leaves_no_draft_half_made(room, text):
    with pytest.raises(Unreadable):
        imported(room, text)

    assert not Story.objects.exists()


def test_what_cannot_be_submitted_is_not_imported_either(room):
    with pytest.raises(Refused):
        imported(room, "عنوان بلا نص", submit=True)

    assert not Story.objects.exists()


def test_a_photo_editor_imports_nothing(room):
    with pytest.raises(NotAllowed):
        import_text(
            own("ferry_ar.txt"), language=Language.AR, section=room.section, by=room.photo_editor, clock=room.tick()
        )

    assert not Story.objects.exists()


def test_a_form_posted_twice_makes_one_article_and_one_note(room):
    first = imported(room, own("message_ar.txt"), form_token="a" * 32)
    second = imported(room, own("message_ar.txt"), form_token="a" * 32)

    assert first == second
    assert Article.objects.count() == Note.objects.count() == 1


def test_understanding_saves_nothing(room):
    understood = understand(own("ferry_ar.txt"), language=Language.AR, section=room.section)

    assert understood.copy.leftovers == ("{title}",)
    assert understood.content.headline.startswith("عبّارة جديدة")
    assert not Story.objects.exists()
