"""Two people write one text at once: different paragraphs join, the same one asks, and nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, Revision, RevisionKind, Stage
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom, head

pytestmark = [pytest.mark.browser, pytest.mark.both_engines]

FIRST, SECOND, THIRD = "وصلت السفينة إلى المرفأ.", "تحمل السفينة قمحًا.", "تغادر يوم الخميس."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


@pytest.fixture
def article(room: Newsroom) -> Article:
    """A draft of three paragraphs, which its writer has sent to the editors."""
    draft = room.draft(body=BODY)
    return room.bring_to(draft, Stage.IN_REVIEW)


@pytest.fixture
def both(room: Newsroom, article: Article, sit_down: SitDown) -> tuple[Page, Page]:
    """Its writer and an editor, both with the text open."""
    pages = sit_down(room.writer), sit_down(room.editor)
    for page in pages:
        desk.open_article(page, article)
    return pages


def test_two_people_type_into_different_paragraphs_and_both_survive(both: tuple[Page, Page], article: Article) -> None:
    writer, editor = both
    desk.add_to(writer, desk.editor(writer).get_by_text(FIRST), " وأفرغت حمولتها.")
    desk.add_to(editor, desk.editor(editor).get_by_text(THIRD), " وقد تتأخر.")

    desk.press(writer, "Save")
    desk.says(writer, "Saved.")
    desk.press(editor, "Save")

    desk.says(editor, "Saved, joined with the changes of Writer.")
    paragraphs = [f"{FIRST} وأفرغت حمولتها.", SECOND, f"{THIRD} وقد تتأخر."]
    expect(desk.editor(editor).locator("p")).to_have_text(paragraphs)
    assert head(article).body == "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def test_two_people_change_one_paragraph_and_the_second_is_asked(both: tuple[Page, Page], article: Article) -> None:
    writer, editor = both
    theirs, mine, headline = "تحمل السفينة شعيرًا.", "تحمل السفينة أرزًا.", "سفينة ترسو في المرفأ"
    desk.replace(writer, desk.editor(writer).get_by_text(SECOND), theirs)
    desk.replace(editor, desk.editor(editor).get_by_text(SECOND), mine)
    editor.get_by_label("Headline", exact=True).fill(headline)

    desk.press(writer, "Save")
    desk.says(writer, "Saved.")
    desk.press(editor, "Save")

    desk.is_asked(editor, theirs="شعيرًا", mine="أرزًا", before=SECOND)
    expect(desk.editor(editor).locator("p")).to_have_text([FIRST, mine, THIRD])
    expect(editor.get_by_label("Headline", exact=True)).to_have_value(headline)
    assert f"<p>{theirs}</p>" in head(article).body
    kept = Revision.objects.get(article=article, kind=RevisionKind.KEPT)
    assert f"<p>{mine}</p>" in kept.body

    desk.replace(editor, desk.editor(editor).get_by_text(mine), "تحمل السفينة أرزًا وشعيرًا.")
    desk.press(editor, "Save")

    desk.says(editor, "Saved.")
    assert head(article).body == f"<p>{FIRST}</p><p>تحمل السفينة أرزًا وشعيرًا.</p><p>{THIRD}</p>"
    assert head(article).headline == headline


def test_an_editor_publishes_what_was_read_although_a_newer_text_came(
    both: tuple[Page, Page], article: Article
) -> None:
    writer, editor = both
    desk.add_to(writer, desk.editor(writer).get_by_text(FIRST), " وأفرغت حمولتها.")
    desk.press(writer, "Save")
    desk.says(writer, "Saved.")

    desk.press(editor, "Approve and publish")

    expect(editor.get_by_role("alert")).to_be_visible()
    expect(editor.get_by_text("وأفرغت حمولتها.").first).to_be_visible()
    desk.press(editor, "Publish what I read")
    desk.says(editor, "Published.")
    assert article.publications.get().body == BODY
    assert "وأفرغت" in head(article).body
