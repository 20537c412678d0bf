"""A hidden byline is on no public address and on no page of the past, and comes back as it was (DESIGN §1)."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.models import Article, Author, BylineLine, HiddenByline, Outbox, Publication, WorkflowEvent
from articles.publishing import door, hiding, previews
from articles.workflow import drafts
from articles.workflow.refusals import NotAllowed, Refused
from tests.public.site import make_photo, path_of
from tests.publishing.test_leaks import public_addresses
from tests.workflow.newsroom import Newsroom, fresh, head

NAME = {"ar": "قنطورة الهادي", "en": "Qantura Alhadi"}


@pytest.fixture
def story(room: Newsroom, settings: object, tmp_path: object) -> Article:
    """Both editions of an opinion that readers have, signed by one person with a face; another by somebody else."""
    settings.MEDIA_ROOT = str(tmp_path)
    room.now = timezone.now() - timedelta(hours=3)
    author = Author.objects.create(slug="the-signed", name_ar=NAME["ar"], name_en=NAME["en"], portrait=make_photo(room))
    other = Author.objects.create(slug="another", name_ar="كاتب آخر", name_en="Another")
    credits = (BylineLine(author_id=author.pk), BylineLine(author_id=other.pk))
    article = room.live(bylines=credits, format="opinion")
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    room.publish(room.change(twin, by=room.translator, headline="A ship", body="<p>A ship.</p>", bylines=credits))
    return fresh(article)


def saying_the_name(client: Client, article: Article) -> list[str]:
    cache.clear()
    places = public_addresses([article, *article.story.articles.exclude(pk=article.pk)], [])
    places += [path_of(article), "/ar/authors/the-signed/", "/en/authors/the-signed/", "/ar/authors/another/"]
    said = {place: client.get(place, follow=True).content.decode() for place in places}
    return [place for place, html in said.items() if NAME["ar"] in html or NAME["en"] in html]


def then(article: Article, at: object) -> str:
    return str(door.article("ar", article.pk, path=path_of(article), at=at).page)


def test_a_hidden_name_is_on_no_public_address_and_on_no_page_of_the_past(
    room: Newsroom, story: Article, client: Client
) -> None:
    author, past = Author.objects.get(slug="the-signed"), room.now - timedelta(seconds=30)
    link = previews.make_link(head(story), by=room.editor, clock=timezone.now())
    assert len(saying_the_name(client, story)) > 5
    assert NAME["ar"] in then(story, past)

    hiding.hide(story.story, author, by=room.editor, clock=room.tick(), why="تهديد")

    assert saying_the_name(client, story) == []
    assert "كاتب آخر" in client.get(path_of(story)).content.decode()
    assert NAME["ar"] not in then(story, past)
    assert (
        NAME["ar"] not in client.get(link.partition("testserver")[2] or link[link.index("/preview") :]).content.decode()
    )
    assert Publication.objects.get(article=story).credits[0]["ar"] == NAME["ar"]
    events = WorkflowEvent.objects.filter(verb=hiding.HIDDEN)
    assert {event.article.language for event in events} == {"ar", "en"}
    assert {event.why for event in events} == {"تهديد"}
    purge = Outbox.objects.filter(task=Outbox.Task.PURGE).latest("pk").payload
    assert purge["is_hard"]
    assert f"story-{story.story_id}" in purge["keys"]

    hiding.put_back(story.story, author, by=room.editor, clock=room.tick(), why="زال الخطر")

    assert len(saying_the_name(client, story)) > 5
    assert HiddenByline.objects.get().lifted_by == room.editor


def test_a_byline_is_hidden_by_an_editor_with_a_reason_and_once(room: Newsroom, story: Article) -> None:
    author = Author.objects.get(slug="the-signed")
    for by, why, refusal in ((room.writer, "لا", NotAllowed), (room.editor, " ", Refused)):
        with pytest.raises(refusal):
            hiding.hide(story.story, author, by=by, clock=room.tick(), why=why)
    hiding.hide(story.story, author, by=room.editor, clock=room.tick(), why="تهديد")
    with pytest.raises(Refused, match="already"):
        hiding.hide(story.story, author, by=room.editor, clock=room.tick(), why="تهديد")
