"""Three editors press Publish at the same moment, each in a form of their own: one does it, two are told (I3)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.models import Publication, Role, Stage
from tests.admin.desk import Desk, Page, form_of, person
from tests.workflow.newsroom import Newsroom, make_newsroom

EDITORS = 3


@pytest.fixture
def room(transactional_db: None) -> Newsroom:
    """A staffed newsroom whose every act really commits."""
    return make_newsroom()


def test_one_publishes_and_the_others_are_told(room: Newsroom) -> None:
    article = room.bring_to(room.draft(), Stage.APPROVED)
    desks = [form_of(article, person(f"editor-{number}", Role.EDITOR)) for number in range(EDITORS)]
    start = Barrier(EDITORS)

    def press(desk: Desk) -> Page:
        try:
            start.wait(timeout=30)
            return desk.press("Publish")
        finally:
            connection.close()

    with ThreadPoolExecutor(EDITORS) as pool:
        pages = list(pool.map(press, desks))

    assert Publication.objects.filter(article=article).count() == 1
    assert article.events.filter(verb="publish").count() == 1
    assert sorted(page.status for page in pages) == [200, 409, 409]
    assert sum("Published." in page.text for page in pages) == 1
    assert sum("The article has moved on; look at it again." in page.text for page in pages) == EDITORS - 1
