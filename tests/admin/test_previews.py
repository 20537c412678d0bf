"""A text as readers would see it: on the desk with what is not saved, and outside by a link that ends."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, PreviewLink, Publication, Revision
from articles.publishing import previews
from tests.admin.desk import Page, signed_in
from tests.workflow.newsroom import Newsroom


def address(name: str, article: Article) -> str:
    """The address of one of the article's pages."""
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def test_the_preview_shows_what_is_typed_by_the_readers_own_template_and_saves_nothing(room: Newsroom) -> None:
    article = room.draft()
    browser = signed_in(room.writer)
    form = Page(browser.get(address("change", article))).article

    answer = browser.post(address("preview", article), form.fields | {"headline": "عنوان لم يُحفظ بعد"})

    shown = answer.context["schemes"]["light"]
    assert "<h1>عنوان لم يُحفظ بعد</h1>" in shown.replace("\n", "")
    assert 'lang="ar" dir="rtl"' in shown
    assert Revision.objects.count() == 1
    assert Publication.objects.count() == 0


def test_a_link_shows_the_frozen_text_to_an_outsider_counts_and_is_kept_by_nobody(room: Newsroom) -> None:
    article = room.draft()
    link = previews.make_link(article.head, by=room.editor, clock=timezone.now()).removeprefix("http://testserver")
    room.change(article, headline="عنوان جديد")

    answer = Client().get(link)

    assert answer.status_code == 200
    assert article.head.headline in answer.content.decode()
    assert "عنوان جديد" not in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert PreviewLink.objects.get().times_opened == 1


def test_a_wrong_an_old_and_a_shut_link_answer_alike(room: Newsroom) -> None:
    article = room.draft()
    now = timezone.now()
    old = previews.make_link(article.head, by=room.editor, clock=now - timedelta(hours=73))
    shut = previews.make_link(article.head, by=room.editor, clock=now)
    signed_in(room.editor).post(address("shut_preview", article), {"link": PreviewLink.objects.latest("pk").pk})

    answers = [Client().get(link.removeprefix("http://testserver")) for link in (old, shut, f"/preview/{'x' * 32}/")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1


def test_a_link_is_said_once_and_only_its_hash_is_kept(room: Newsroom) -> None:
    article = room.draft()
    browser = signed_in(room.editor)

    made = browser.post(address("preview_link", article), follow=True)

    link = next(str(message) for message in made.context["messages"]).rpartition(" ")[2].strip("\u2066\u2069")
    token = link.rstrip("/").rpartition("/")[2]
    assert Client().get(f"/preview/{token}/").status_code == 200
    assert token not in str(PreviewLink.objects.values_list().get())
    assert token not in browser.get(address("preview", article)).content.decode()
