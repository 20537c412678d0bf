"""The form holds still: nothing on it moves because a script or a letter of a font came after it."""

import pytest
from playwright.sync_api import expect

from deploy.inspection.screens import SHIFTS
from tests.browser import desk
from tests.browser.conftest import SitDown
from tests.workflow.newsroom import Newsroom

pytestmark = pytest.mark.browser

BODY = "<p>قال الوزيــر إن السفينة وصلت ، ومضى.</p>"


@pytest.mark.parametrize("width", [360, 412, 1280])
def test_nothing_moves_while_the_form_is_made_ready(room: Newsroom, sit_down: SitDown, width: int) -> None:
    article = room.draft(body=BODY)
    page = sit_down(room.editor)
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)

    desk.open_article(page, article)
    expect(page.locator(".desk-findings [data-number]")).not_to_have_count(0)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("globalThis.shifted") == 0
