"""Hands for the tests of readers' pages: both editions at once, pictures, addresses, and a page's tags."""

import io
import json
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from PIL import Image

from articles.models import Article, Content, Photo, PhotoLine, Publication
from articles.publishing import addresses, photos, publish
from articles.publishing.publish import Going
from articles.workflow import drafts
from tests.workflow.newsroom import Newsroom, fresh, head

Attributes = dict[str, str | None]


class _Reader(HTMLParser):
    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted = wanted
        self.found: list[Attributes] = []
        self.texts: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag."""
        if tag == self.wanted:
            self.found.append(dict(attrs))
            self.texts.append("")
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        if tag == self.wanted:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Take the words in it."""
        if self.depth > 0 and self.texts:
            self.texts[-1] += data


def tags(page: HttpResponse, name: str) -> list[Attributes]:
    """Return the attributes of every tag of a name."""
    reader = _Reader(name)
    reader.feed(page.content.decode())
    return reader.found


def texts(page: HttpResponse, name: str) -> list[str]:
    """Return the words in every tag of a name."""
    reader = _Reader(name)
    reader.feed(page.content.decode())
    return [" ".join(text.split()) for text in reader.texts]


def link(page: HttpResponse, rel: str, **more: str) -> list[str | None]:
    """Return where the links of a kind lead."""
    found = [tag for tag in tags(page, "link") if tag.get("rel") == rel]
    return [tag["href"] for tag in found if all(tag.get(name) == value for name, value in more.items())]


def meta(page: HttpResponse, name: str) -> list[str | None]:
    """Return what a page's meta elements of a name or property say."""
    return [tag.get("content") for tag in tags(page, "meta") if name in {tag.get("name"), tag.get("property")}]


def graph(page: HttpResponse) -> dict[str, dict[str, object]]:
    """Return a page's JSON-LD by type."""
    (script,) = texts_of_scripts(page)
    return {node["@type"]: node for node in json.loads(script)["@graph"]}


def texts_of_scripts(page: HttpResponse) -> list[str]:
    """Return the JSON-LD of a page as it stands."""
    html = page.content.decode()
    parts = html.split('<script type="application/ld+json">')[1:]
    return [part.split("</script>")[0] for part in parts]


def path_of(article: Article, at: datetime | None = None) -> str:
    """Return the right path of what readers have of an article."""
    row = Publication.objects.live(at or timezone.now()).select_related("section").get(article=article)
    return addresses.article(row.language, row.section.slug, row.article_id, row.slug)


def read(client: Client, article: Article) -> HttpResponse:
    """Ask for an article's page."""
    return client.get(path_of(article))


def both_live(room: Newsroom, going: Going = publish.AT_ONCE, **fields: object) -> tuple[Article, Article]:
    """Publish both editions of one story as one act."""
    article = room.draft(**fields)
    twin = drafts.make_other_edition(article, by=room.translator, clock=room.tick())
    twin = room.change(
        twin,
        by=room.translator,
        headline="A ship comes in",
        body="<p>A ship came in on Tuesday.</p>",
        deck="At last",
        photos=tuple(replace(line, alt="A white ship") for line in text_of(twin).photos),
    )
    texts = [room.approve(article), room.approve(twin)]
    publish.publish(*texts, by=room.editor, clock=room.tick(), going=going)
    room.tick()
    return fresh(article), fresh(twin)


def make_photo(room: Newsroom, *, width: int = 1400, **more: object) -> Photo:
    """Take in a picture as the photo editor does."""
    file = io.BytesIO()
    Image.radial_gradient("L").resize((width, width // 2)).convert("RGB").save(file, "JPEG")
    file.seek(0)
    return photos.take_in(
        file, title="مرفأ", credit_ar="تصوير راصد", credit_en="Rased", by=room.photo_editor, clock=room.tick(), **more
    )


def shown_as(photo: Photo, **words: object) -> PhotoLine:
    """Return a picture's use in an article."""
    return PhotoLine(**({"photo_id": photo.pk, "alt": "سفينة بيضاء", "caption": "عند الرصيف"} | words))


def text_of(article: Article) -> Content:
    """Return an article's newest text as a value."""
    return head(article).content()
