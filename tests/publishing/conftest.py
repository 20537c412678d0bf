"""The newsroom that the tests of publishing work in."""

import pytest

from tests.workflow.newsroom import Newsroom, make_newsroom


@pytest.fixture
def room(db: None) -> Newsroom:
    """A staffed newsroom with nothing in it."""
    return make_newsroom()
