"""Lines outside a text that readers see too: what blocks a text blocks them, and the same checks are asked of them."""

import pytest
from django.utils import timezone

from articles.models import Bulletin, FrontSlot, Photo
from tests.admin.desk import at_desk, signed_in
from tests.admin.test_findings import ask
from tests.public.site import make_photo
from tests.workflow.newsroom import Newsroom

BROKEN = {"headline": "خبر {title} جديد", "kicker": "Ø§Ù„ خبر", "alt": "ﻣﺮﺣﺒﺎ بكم"}


@pytest.mark.parametrize("name", BROKEN)
def test_a_slots_words_are_refused_for_what_would_stop_a_text(room: Newsroom, name: str) -> None:
    room.now = timezone.now()
    pk = room.live(headline="سفينة").pk
    photo = make_photo(room)
    words = {"headline": "عنوان", "kicker": "خبر", "alt": "سفينة", "photo": str(photo.pk)} | {name: BROKEN[name]}
    sent = {"row": [str(pk)], "version": "0", "do": "save"} | {f"{pk}-{key}": text for key, text in words.items()}

    answer = signed_in(room.editor).post("/admin/front/ar/", sent)

    assert answer.status_code == 422
    assert list(answer.context["rows"][0].form.errors) == [name]
    assert not FrontSlot.objects.exists()


def test_a_line_of_the_strip_and_a_photos_credit_are_refused_the_same_way(room: Newsroom) -> None:
    photo = make_photo(room)
    strip = at_desk(room.editor, "/admin/strip/")
    answer = strip.client.post("/admin/strip/", {"do": "up", "text_ar": "عاجل [TK]", "until": "2099-01-01T10:00"})
    credit = {"title": "سفينة", "credit_ar": "راصد {x}", "credit_en": "Rased", "focal_x": "0.5", "focal_y": "0.5"}
    said = signed_in(room.photo_editor).post(f"/admin/articles/photo/{photo.pk}/change/", credit)

    assert (answer.status_code, said.status_code) == (422, 200)
    assert not Bulletin.objects.exists()
    assert list(said.context["adminform"].form.errors) == ["credit_ar"]
    assert Photo.objects.get().credit_ar == photo.credit_ar


@pytest.mark.parametrize("name", ["front_headline", "kicker", "photo.1.alt", "strip", "credit"])
def test_a_line_outside_a_text_is_looked_at_while_it_is_typed(room: Newsroom, name: str) -> None:
    (finding,) = ask(room.photo_editor, None, {name: "خبر  جديد"})["findings"]

    assert (finding["check"], finding["edits"]) == ("double-space", [[1, 2, ""]])
