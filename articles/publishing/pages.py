"""What a reader's page says, as values: the readers' door fills them, templates print them, nothing here can reach a
draft.

Every text is plain and is escaped by the template; only `Page.body`, `Head.json_ld` and `Figure` markup made by
`presenters` are safe HTML. An empty string, an empty tuple or None means that there is nothing to show. Each view
renders one template of `templates/site/` with `page` and `chrome`; the figures of a body are rendered by
`site/_figure.html` with `picture`.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.safestring import SafeString

from articles.publishing.embeds import Embed


@dataclass(frozen=True, kw_only=True)
class Link:
    """A name that leads somewhere; without an address it is only a name."""

    label: str
    url: str = ""
    language: str = ""
    direction: str = ""
    is_here: bool = False


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A time: `iso` for `<time datetime>`, with its zone, and `text` in the house's words.

    `day` and `clock` are the two halves of `text`, for places that have room for one: «24 نوفمبر 2026», «3:05 م».
    """

    iso: str
    text: str
    at: datetime
    day: str = ""
    clock: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One `<source>` of a picture: its MIME type and its srcset by width."""

    type: str
    srcset: str


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A picture in one shape, as a JPEG with an absolute address: for machines, which choose the shape they want."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture that may be shown now. `url` is a JPEG for `<img src>`; `largest_url` is the widest JPEG, absolute.

    `width` and `height` are those of the cut that is shown. `cuts` are its other shapes (16:9, 4:3, 1:1), as far as
    they are encoded. `licence` is what the house may do with it, as its form has it.
    """

    url: str
    srcset: str
    sources: tuple[Source, ...]
    sizes: str
    width: int
    height: int
    largest_url: str
    largest_width: int
    largest_height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    cuts: tuple[Cut, ...] = ()
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, kw_only=True)
class Credit:
    """A name over an article. `role` is a BylineRole, `role_label` says it to readers ('' for writing)."""

    name: str
    url: str = ""
    role: str = "writing"
    role_label: str = ""
    kind: str = "author"


@dataclass(frozen=True, kw_only=True)
class Card:
    """An article as a list shows it. `format_label` is '' for plain news; `updated` only when it differs."""

    article_id: int
    url: str
    headline: str
    language: str
    direction: str
    section: Link
    time: Moment
    kicker: str = ""
    deck: str = ""
    picture: Picture | None = None
    format: str = "news"
    format_label: str = ""
    credits: tuple[Credit, ...] = ()
    is_flash: bool = False
    portrait: Picture | None = None


@dataclass(frozen=True, kw_only=True)
class Note:
    """What readers are told of a change: `change` is correction, clarification or update, `label` its name."""

    change: str
    label: str
    text: str
    time: Moment
    article: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """An edition of this page for `<link rel=alternate hreflang>`; `language` may be x-default."""

    language: str
    url: str


@dataclass(frozen=True, kw_only=True)
class FeedLink:
    """A feed for `<link rel=alternate type title href>`."""

    url: str
    title: str
    type: str = "application/rss+xml"


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands in `<head>`, all addresses absolute.

    `title` is whole. `properties` are Open Graph's `<meta property content>`, `names` are `<meta name content>`
    (Twitter); `json_ld` goes into `<script type="application/ld+json">` as it is.
    """

    title: str
    description: str = ""
    canonical: str = ""
    robots: str = "max-image-preview:large"
    alternates: tuple[Alternate, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    json_ld: SafeString | str = ""


@dataclass(frozen=True, kw_only=True)
class Bulletin:
    """A line of the breaking strip."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Chrome:
    """What is round every page of one language. `switch` leads to the other edition of this page, or to its front."""

    language: str
    direction: str
    house_name: str
    origin: str
    home_url: str
    search_url: str
    latest_url: str
    corrections_url: str
    feed_url: str
    switch: Link
    digits: str = "latn"
    motto: str = ""
    today: Moment | None = None
    hijri: str = ""
    archive_url: str = ""
    pages: tuple[Link, ...] = ()
    sections: tuple[Link, ...] = ()
    strip: tuple[Bulletin, ...] = ()
    query: str = ""
    is_home: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """An article's page (article.html). `retraction` is the public reason of a retracted text, which stays readable.

    `updated` is there only when the text changed after its first publication. `gallery` holds the pictures that stand
    neither on top nor in the body. `twin` is this article in the other language, when readers have it. `portrait` is
    the writer's, on opinion. In `body` the dateline is run in as `<b class="dateline">…</b>`, and a table stands in
    `<div class="scroll" role="region" tabindex="0" aria-label="…">`. `contents` are an explainer's subheads; `film` is
    only a link until a reader asks; `transcript` is what is heard or drawn; `has_marks` asks for the Qur'an's face.
    """

    head: Head
    language: str
    direction: str
    headline: str
    section: Link
    published: Moment
    body: SafeString
    format: str = "news"
    format_label: str = ""
    kicker: str = ""
    deck: str = ""
    credits: tuple[Credit, ...] = ()
    updated: Moment | None = None
    update_note: str = ""
    reading_minutes: int = 1
    reading_time: str = ""
    lead: Picture | None = None
    portrait: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    corrections: tuple[Note, ...] = ()
    retraction: str = ""
    sponsor: str = ""
    sponsor_url: str = ""
    topics: tuple[Link, ...] = ()
    series: Link | None = None
    contents: tuple[Link, ...] = ()
    film: Embed | None = None
    transcript: tuple[str, ...] = ()
    has_marks: bool = False
    hijri: str = ""
    related: tuple[Card, ...] = ()
    twin: Link | None = None
    short_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Month:
    """A calendar's month: days of its weeks, None where a week reaches out of it, without address where still ahead."""

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Link | None, ...], ...]
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A list of articles (section.html, topic.html, author.html, latest.html, archive.html).

    `kind` is section, topic, author, latest, archive or series; `intro` is a biography or a line about the list;
    `older_url` and `newest_url` page by key; `empty` is the sentence shown when there are no cards. An archive's day
    has `previous`, `next` and its `month`; an author has `links`; a series `is_forward` when read from its first part.
    """

    head: Head
    kind: str
    title: str
    cards: tuple[Card, ...]
    intro: str = ""
    portrait: Picture | None = None
    feed: FeedLink | None = None
    older_url: str = ""
    newest_url: str = ""
    empty: str = ""
    previous: Link | None = None
    next: Link | None = None
    month: Month | None = None
    links: tuple[Link, ...] = ()
    hijri: str = ""
    is_forward: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """One section on a front."""

    section: Link
    cards: tuple[Card, ...]


@dataclass(frozen=True, kw_only=True)
class Front:
    """A front page (front.html); no article stands on it twice, but for `latest`."""

    head: Head
    lead: Card | None = None
    seconds: tuple[Card, ...] = ()
    opinions: tuple[Card, ...] = ()
    cartoon: Card | None = None
    blocks: tuple[Block, ...] = ()
    latest: tuple[Card, ...] = ()
    corrections: tuple[Note, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A card found by a search, with its headline and deck cut into runs, each with whether the query has it."""

    card: Card
    headline: tuple[tuple[str, bool], ...]
    deck: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """A search (search.html). `sentence` says what there is to say: how it went, nothing found, too long, too many."""

    head: Head
    title: str
    query: str
    action_url: str
    suggest_url: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    section: str = ""
    since: str = ""
    until: str = ""
    hits: tuple[Hit, ...] = ()
    sentence: str = ""
    hint: str = ""
    meant: tuple[str, ...] = ()
    longest_query: int = 200
    older_url: str = ""
    newest_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Corrections:
    """The house's corrections, newest first (corrections.html); each note has its article."""

    head: Head
    title: str
    notes: tuple[Note, ...]
    empty: str = ""
    older_url: str = ""
    newest_url: str = ""


@dataclass(frozen=True, kw_only=True)
class StaticPage:
    """A page of the house's own, as its masthead or its policies (page.html)."""

    head: Head
    title: str
    body: SafeString


@dataclass(frozen=True, kw_only=True)
class Absence:
    """An address without a page (absence.html): 400, 404, 405, 410, 429, 451, 500 or 503.

    `reason` is said to readers as it is; `search_words` fill the search box (what the address was about).
    """

    head: Head
    status: int
    heading: str
    reason: str
    language: str
    direction: str
    search_words: str = ""


AnyPage = Page | Listing | Front | SearchPage | Corrections | StaticPage | Absence


@dataclass(frozen=True, kw_only=True)
class Span:
    """How long an answer stands as it is: since its newest change, until the next boundary of what it shows."""

    since: datetime | None = None
    until: datetime | None = None

    def __and__(self, other: "Span") -> "Span":
        """Return the span in which both stand."""
        since = [moment for moment in (self.since, other.since) if moment]
        until = [moment for moment in (self.until, other.until) if moment]
        return Span(since=max(since, default=None), until=min(until, default=None))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a view answers with: a page in its chrome, or a redirect; for how long; and the keys of what it shows."""

    page: AnyPage | None = None
    chrome: Chrome | None = None
    redirect: str = ""
    status: int = 200
    span: Span = field(default_factory=Span)
    keys: tuple[str, ...] = ()
    is_stored: bool = True
