"""Sign-offs on the form: asked for, given, and void with the difference one click away (scripts off)."""

from tests.admin.desk import form_of
from tests.workflow.newsroom import Newsroom, fresh


def test_a_sign_off_is_asked_for_given_and_void_with_what_changed(room: Newsroom) -> None:
    article = room.draft()
    form_of(article, room.editor).press("Set what is asked for", {"require_sign_off-kinds": "legal"})

    page = form_of(article, room.editor).press("Sign this text off", {"give_sign_off-note": "المحامي"})

    assert "Legal : signed off · Editor" in page.text
    room.change(fresh(article), deck="سطر")
    page = form_of(article, room.editor).page
    assert "void since a change · Editor · What changed" in page.text
    assert f"/admin/articles/article/{article.pk}/revisions/2/?since=1" in page.html
    assert "Still without a sign-off: Legal." in page.text
