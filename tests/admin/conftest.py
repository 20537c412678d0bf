"""The newsroom that the tests of the desk work in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import User
from tests.workflow.newsroom import Newsroom, make_newsroom


@pytest.fixture
def room(db: None) -> Newsroom:
    """A staffed newsroom whose clock is the wall's, two days behind: the desk reads no other clock."""
    room = make_newsroom()
    room.now = timezone.now() - timedelta(days=2)
    span = {"on_duty_from": room.now, "on_duty_until": timezone.now() + timedelta(hours=1)}
    User.objects.filter(pk=room.duty_editor.pk).update(**span)
    room.duty_editor.refresh_from_db()
    return room
