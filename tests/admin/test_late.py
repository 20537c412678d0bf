"""I3 to the end: what was typed before an account was shut, a role taken or a story closed is the newsroom's."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Article, DraftBuffer, Notification, Revision, RevisionKind, Role, Stage, User
from articles.workflow import leaving, stories
from tests.admin.desk import Desk, Page, form_of, new, signed_in
from tests.workflow.newsroom import Newsroom, fresh, head

WORDS = "سطر كُتب ولم يُحفظ"


def kept(article: Article) -> list[Revision]:
    return list(article.revisions.filter(kind=RevisionKind.KEPT))


def sent(desk: Desk, **changes: str) -> Page:
    """Send a form that is open, as a browser does that knows of nothing."""
    form = desk.page.article
    file = SimpleUploadedFile("x.jpg", b"no picture", "image/jpeg")
    return Page(desk.client.post(form.action, form.fields | {"deck": WORDS, "photos-0-file": file} | changes))


def test_what_comes_from_a_shut_account_is_kept_once_told_and_can_be_copied(room: Newsroom) -> None:
    article = room.bring_to(room.draft(), Stage.IN_REVIEW)
    desk = form_of(article, room.writer)
    leaving.hand_over(room.writer, to=room.reporter, by=room.administrator, clock=room.tick())
    before, version = head(article), fresh(article).version

    page = sent(desk)

    assert page.status == 401
    (text,) = kept(article)
    assert (text.deck, text.written_by, text.base) == (WORDS, room.writer, before)
    assert f"as revision {text.number}" in page.text
    assert WORDS in page.html
    assert (head(article), fresh(article).version, fresh(article).stage) == (before, version, Stage.IN_REVIEW)
    assert sent(desk).status == 401
    assert len(kept(article)) == 1
    told = Notification.objects.filter(event__verb="kept_late").values_list("user", flat=True)
    assert {room.reporter.pk, room.chief_editor.pk} <= set(told)
    history = form_of(article, room.chief_editor, "history").page
    assert "Unsaved text of somebody" in history.text
    assert f"/revisions/{text.number}/" in history.html


@pytest.mark.parametrize("seal", ["", "x", "of another", "of a stranger"])
def test_nothing_is_kept_without_the_seal_of_a_form_that_was_theirs(room: Newsroom, seal: str) -> None:
    article, other = room.draft(), room.draft()
    desk, elsewhere = form_of(article, room.writer), form_of(other, room.writer)
    seals = {"of another": elsewhere.page.article.fields["seal"], "of a stranger": desk.page.article.fields["seal"]}
    if seal == "of a stranger":
        desk = form_of(article, room.editor)
    else:
        User.objects.filter(pk=room.writer.pk).update(is_active=False)
    if seal == "of a stranger":
        room.editor.groups.set(Group.objects.filter(name=Role.PHOTO_EDITOR))

    page = sent(desk, seal=seals.get(seal, seal))

    assert page.status == (409 if seal == "of a stranger" else 401)
    assert kept(article) == kept(other) == []


def test_an_ended_sign_in_is_asked_for_again_and_hands_nothing_over(room: Newsroom) -> None:
    article = room.draft()
    desk = form_of(article, room.writer)
    desk.client.logout()

    page = sent(desk)

    assert page.forms["login-form"].fields["carried-deck"] == WORDS
    assert kept(article) == []


@pytest.mark.parametrize("part", ["change", "update"])
def test_what_comes_after_a_role_was_taken_away_stands_on_the_page_and_is_the_editors(
    room: Newsroom, part: str
) -> None:
    article = room.live(developing=True)
    desk = form_of(article, room.editor, part)
    room.editor.groups.set(Group.objects.filter(name=Role.PHOTO_EDITOR))

    page = sent(desk)

    assert page.status == 409
    assert page.article.fields["deck"] == WORDS
    assert [text.deck for text in kept(article)] == [WORDS]
    assert head(article).deck == ""


def test_what_comes_after_a_story_was_closed_is_kept_and_names_nothing_of_it(room: Newsroom) -> None:
    article = room.draft(headline="عنوان سرّي")
    desk = form_of(article, room.editor)
    article.story.refresh_from_db()
    stories.restrict(article.story, people=[room.writer], by=room.chief_editor, clock=room.tick())
    room.change(article, headline="عنوان أسرّ")

    page = sent(desk)

    assert page.status == 404
    assert WORDS in page.html
    assert "أسرّ" not in page.html
    assert [text.deck for text in kept(article)] == [WORDS]
    assert signed_in(room.reporter).post(desk.page.article.action, {"headline": "x"}).status_code == 404


@pytest.mark.parametrize("spoiled", [{"headline": "كلمة\x00"}, {"body": "<p>كلمة</p>" * 90_000}])
def test_what_cannot_be_read_is_not_answered_with_a_newer_text(room: Newsroom, spoiled: dict[str, str]) -> None:
    article = room.draft(headline="عنوان")
    desk = form_of(article, room.editor)
    article.story.refresh_from_db()
    stories.restrict(article.story, people=[room.writer], by=room.chief_editor, clock=room.tick())
    newest = head(room.change(article, headline="عنوان أسرّ", body="<p>نصّ أسرّ.</p>"))

    page = sent(desk, base=str(newest.pk), **spoiled)

    assert "أسرّ" not in page.html
    assert WORDS in page.html
    assert "كلمة" in page.html


def test_what_is_autosaved_after_the_end_is_told_to_press_save(room: Newsroom) -> None:
    article = room.draft()
    desk = form_of(article, room.writer)
    User.objects.filter(pk=room.writer.pk).update(is_active=False)

    answer = desk.client.post(f"/admin/articles/article/{article.pk}/buffer/", desk.page.article.fields)

    assert answer.status_code == 403
    assert not DraftBuffer.objects.exists()


@pytest.mark.parametrize("way", ["leaving", "people"])
def test_an_article_that_was_begun_and_never_saved_is_a_draft_when_its_writer_leaves(room: Newsroom, way: str) -> None:
    form = new(room.writer)
    typed = form.page.article.fields | {"copy": "c" * 32, "headline": "بداية", "body": "<p>فقرة</p>"}
    assert form.client.post("/admin/articles/article/add/buffer/", typed).status_code == 200
    administrator = signed_in(room.administrator)

    if way == "leaving":
        address = f"/admin/people/{room.writer.pk}/leaving/"
        administrator.post(address, {"to-person": room.reporter.pk})
    else:
        address = f"/admin/articles/user/{room.writer.pk}/change/"
        fields = Page(administrator.get(address)).forms["user_form"].fields
        fields.pop("is_active")
        administrator.post(address, fields)

    assert not User.objects.get(pk=room.writer.pk).is_active
    made = Article.objects.get()
    assert (made.headline, made.created_by, head(made).body) == ("بداية", room.writer, "<p>فقرة</p>")
    assert not DraftBuffer.objects.exists()
    assert made.assignments.filter(person=room.reporter).exists() is (way == "leaving")
