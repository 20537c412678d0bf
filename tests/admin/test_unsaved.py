"""What a person has typed and not saved: theirs alone, one an article, gone once it is saved."""

from django.urls import reverse

from articles.models import Article, DraftBuffer, Role, User
from tests.admin.desk import Page, person, signed_in
from tests.workflow.newsroom import Newsroom

COPY = "0123456789abcdef0123456789abcdef"


def keep(user: User, article: Article, headline: str, copy: str = COPY) -> int:
    """Keep a headline as the form's script does."""
    sent = {"base": str(article.head_id), "copy": copy, "headline": headline, "body": "<p>نص</p>"}
    return signed_in(user).post(reverse("admin:articles_article_buffer", args=[article.pk]), sent).status_code


def test_the_newest_is_kept_and_given_back_to_its_writer_alone(room: Newsroom) -> None:
    article = room.draft()
    address = reverse("admin:articles_article_change", args=[article.pk])

    assert keep(room.writer, article, "أول") == 200
    assert keep(room.writer, article, "ثانٍ") == 200

    assert DraftBuffer.objects.get().user == room.writer
    assert f"?buffer={COPY}" in signed_in(room.writer).get(address).content.decode()
    assert "buffer=" not in signed_in(room.editor).get(address).content.decode()
    restored = Page(signed_in(room.writer).get(f"{address}?buffer={COPY}"))
    assert restored.article.fields["headline"] == "ثانٍ"
    assert restored.article.fields["base"] == str(article.head_id)
    others = Page(signed_in(room.editor).get(f"{address}?buffer={COPY}"))
    assert others.article.fields["headline"] == article.headline


def test_saving_another_form_leaves_what_this_one_kept(room: Newsroom) -> None:
    article = room.draft()
    keep(room.writer, article, "غير محفوظ")
    browser = signed_in(room.writer)
    form = Page(browser.get(reverse("admin:articles_article_change", args=[article.pk]))).article

    answer = browser.post(form.action, form.fields | {"headline": "محفوظ", "copy": "b" * 32})
    assert answer.headers["Location"].endswith(f"?saved={'b' * 32}")
    assert DraftBuffer.objects.get().copy == COPY
    browser.post(reverse("admin:discard_buffer"), {"copy": COPY})

    assert not DraftBuffer.objects.exists()


def test_who_may_not_write_here_keeps_nothing_here(room: Newsroom) -> None:
    article = room.draft()

    assert keep(person("photographer", Role.PHOTO_EDITOR), article, "لا") == 403
    assert not DraftBuffer.objects.exists()


def test_an_article_that_is_not_there_yet_is_offered_where_new_ones_are_begun(room: Newsroom) -> None:
    browser = signed_in(room.writer)
    address = reverse("admin:articles_article_add")
    empty = Page(browser.get(f"{address}?language=ar")).article.fields
    sent = empty | {"form_token": "f" * 32, "copy": COPY, "headline": "بداية"}
    assert browser.post(reverse("admin:articles_article_add_buffer"), sent).status_code == 200

    assert f"?buffer={COPY}" in browser.get(address).content.decode()
    form = Page(browser.get(f"{address}?buffer={COPY}")).article
    assert (form.fields["headline"], form.fields["form_token"]) == ("بداية", "f" * 32)
    browser.post(form.action, form.fields)

    assert Article.objects.get().headline == "بداية"
    assert not DraftBuffer.objects.exists()
