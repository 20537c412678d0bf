"""The desk with scripts off: every act is a form, and two people's saves join or ask all the same."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, RevisionKind
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom, head

pytestmark = pytest.mark.browser

FIRST, SECOND = "وصلت السفينة إلى المرفأ.", "تحمل السفينة قمحًا."


@pytest.fixture
def article(room: Newsroom) -> Article:
    """A draft of two paragraphs."""
    return room.draft(body=f"<p>{FIRST}</p><p>{SECOND}</p>")


def sit_without_scripts(sit_down: SitDown, room: Newsroom, article: Article) -> tuple[Page, Page]:
    """Open the text twice: its writer's browser and an editor's, neither running scripts."""
    pages = (sit_down(room.writer, java_script_enabled=False), sit_down(room.editor, java_script_enabled=False))
    for page in pages:
        page.goto(f"/admin/articles/article/{article.pk}/change/")
        expect(page.get_by_label("Body", exact=True)).to_be_editable()
    return pages


def change(page: Page, old: str, new: str) -> None:
    """Change the text where it stands, as HTML, and save."""
    body = page.get_by_label("Body", exact=True)
    body.fill(body.input_value().replace(old, new))
    desk.press(page, "Save")


def test_a_new_article_is_written_and_submitted_without_scripts(room: Newsroom, sit_down: SitDown) -> None:
    page = sit_down(room.writer, java_script_enabled=False)
    page.goto("/admin/articles/article/add/?language=ar")

    page.get_by_label("Headline", exact=True).fill("سفينة تصل إلى المرفأ")
    page.get_by_label("Body", exact=True).fill(f"{FIRST}\n\n{SECOND}")
    desk.press(page, "Submit")

    desk.says(page, "It is with the editors now.")
    made = Article.objects.get()
    assert (made.stage, head(made).body) == ("in_review", f"<p>{FIRST}</p><p>{SECOND}</p>")


def test_a_stale_save_of_another_paragraph_is_joined_without_scripts(
    room: Newsroom, sit_down: SitDown, article: Article
) -> None:
    writer, editor = sit_without_scripts(sit_down, room, article)

    change(writer, FIRST, "وصلت السفينة مساء.")
    desk.says(writer, "Saved.")
    change(editor, SECOND, "تحمل السفينة شعيرًا.")

    desk.says(editor, "Saved, joined with the changes of Writer.")
    assert head(article).body == "<p>وصلت السفينة مساء.</p><p>تحمل السفينة شعيرًا.</p>"


def test_a_stale_save_of_the_same_paragraph_asks_without_scripts(
    room: Newsroom, sit_down: SitDown, article: Article
) -> None:
    writer, editor = sit_without_scripts(sit_down, room, article)
    theirs, mine = "تحمل السفينة شعيرًا.", "تحمل السفينة أرزًا."

    change(writer, SECOND, theirs)
    change(editor, SECOND, mine)

    desk.is_asked(editor, theirs="شعيرًا", mine="أرزًا", before=SECOND)
    assert theirs in head(article).body
    assert article.revisions.filter(kind=RevisionKind.KEPT, body__contains=mine).exists()

    change(editor, mine, "تحمل السفينة أرزًا وشعيرًا.")
    desk.says(editor, "Saved.")
    assert head(article).body == f"<p>{FIRST}</p><p>تحمل السفينة أرزًا وشعيرًا.</p>"


def test_an_editor_approves_and_publishes_without_scripts(room: Newsroom, sit_down: SitDown, article: Article) -> None:
    page = sit_down(room.editor, java_script_enabled=False)
    page.goto(f"/admin/articles/article/{article.pk}/change/")

    desk.press(page, "Approve and publish")

    desk.says(page, "Published.")
    assert article.publications.count() == 1
