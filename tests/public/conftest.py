"""The newsroom whose readers' pages are tested: its acts lie in the real past, so that real requests see them."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django import Settings

from tests.workflow.newsroom import Newsroom, make_newsroom

LONG_AGO = timedelta(days=20)


@pytest.fixture
def room(db: None) -> Newsroom:
    """A staffed newsroom with nothing in it, three weeks ago."""
    room = make_newsroom()
    room.now = timezone.now() - LONG_AGO
    return room


@pytest.fixture(autouse=True)
def _nobody_has_searched() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
