"""The house's working week is set by name of the day, and is what makes something late."""

from datetime import time, timedelta

from django.utils import timezone

from articles.models import House, PlannedSlot
from articles.publishing import navigation
from tests.admin.desk import at_desk
from tests.workflow.newsroom import Newsroom

FORM = "/admin/articles/house/1/change/"


def test_the_weekend_and_the_hours_are_set_on_the_houses_form(room: Newsroom) -> None:
    desk = at_desk(room.chief_editor, FORM)
    fields = desk.page.forms["house_form"].fields | {"weekend": ["0", "6"], "opens_at": "08:30", "closes_at": "23:00"}

    answer = desk.client.post(FORM, fields)

    assert answer.status_code == 302
    house = House.objects.get()
    assert (house.weekend, house.opens_at, house.closes_at, house.week_starts_on) == ("0,6", time(8, 30), time(23), 0)


def test_nothing_is_late_before_the_house_has_been_open_since(room: Newsroom) -> None:
    PlannedSlot.objects.create(
        planned_at=timezone.now() - timedelta(hours=30),
        title="مؤتمر المرفأ",
        language="ar",
        section=room.section,
        made_by=room.editor,
    )
    House.objects.update(weekend="0,1,2,3,4,5,6")

    shut = at_desk(room.editor).page
    House.objects.update(weekend="", opens_at=time(0), closes_at=time(0))
    navigation.forget()
    opened = at_desk(room.editor).open("/admin/").page

    assert "مؤتمر المرفأ" not in shut.text
    assert "30 house hours late" in opened.text
