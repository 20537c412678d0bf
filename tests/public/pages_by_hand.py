"""Pages filled by hand, so that the templates are tried without a database; names and texts are hostile on purpose."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.utils.safestring import SafeString

from articles.publishing.embeds import Embed
from articles.publishing.pages import (
    Absence,
    AnyPage,
    Block,
    Bulletin,
    Card,
    Chrome,
    Corrections,
    Credit,
    FeedLink,
    Front,
    Head,
    Hit,
    Link,
    Listing,
    Moment,
    Month,
    Note,
    Page,
    Picture,
    SearchPage,
    Source,
    StaticPage,
)

HOSTILE = "\"'><script>alert(1)</script>&"
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
OTHERS = {"ar": Link(label="English", url="/en/", language="en", direction="ltr")}
OTHERS["en"] = Link(label="العربية", url="/ar/", language="ar", direction="rtl")
TIME = Moment(
    iso="2026-11-24T09:30:00+02:00", text="24 نوفمبر 2026، 9:30 ص", at=datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
)
HEAD = Head(
    title=HOSTILE, description=HOSTILE, canonical="https://news.example/ar/", properties=(("og:title", HOSTILE),)
)
MONTH = Month(
    title="نوفمبر",
    weekdays=("الأحد", "الاثنين"),
    weeks=((None, Link(label="1", url="/ar/archive/2026/11/01/")), (Link(label="2", is_here=True), Link(label="3"))),
    previous=Link(label="أكتوبر", url="/ar/archive/2026/10/31/"),
)
SECTION = Link(label="اقتصاد", url="/ar/economy/", is_here=True)
NOTE = Note(change="correction", label="تصحيح", text=HOSTILE, time=TIME, article=Link(label=HOSTILE, url="/ar/1/"))


def chrome(language: str, *, is_home: bool = False) -> Chrome:
    """What is round a page, with everything in it."""
    return Chrome(
        language=language,
        direction=DIRECTIONS[language],
        house_name="راصد",
        origin="https://news.example",
        home_url=f"/{language}/",
        search_url=f"/{language}/search/",
        latest_url=f"/{language}/latest/",
        corrections_url=f"/{language}/corrections/",
        feed_url=f"/{language}/feed/rss/",
        archive_url=f"/{language}/archive/2026/11/24/",
        hijri="14 جمادى الآخرة 1448 هـ",
        pages=(Link(label=HOSTILE, url="/ar/pages/about/", is_here=True),),
        switch=OTHERS[language],
        motto="نتحقّق أولًا",
        today=TIME,
        sections=(SECTION, Link(label="ثقافة", url="/ar/culture/")),
        strip=(Bulletin(text=HOSTILE, url="/ar/1/"), Bulletin(text="سطر")),
        is_home=is_home,
    )


def picture(language: str) -> Picture:
    """A picture with all its words."""
    return Picture(
        url="/media/1-640.jpg",
        srcset="/media/1-640.jpg 640w",
        sources=(Source(type="image/avif", srcset="/media/1-640.avif 640w"),),
        sizes="100vw",
        width=1600,
        height=900,
        largest_url="https://news.example/media/1-1600.jpg",
        largest_width=1600,
        largest_height=900,
        alt=HOSTILE,
        caption=HOSTILE,
        credit=HOSTILE,
        language=language,
        direction=DIRECTIONS[language],
    )


def card(language: str, format_name: str = "news", *, is_bare: bool = False) -> Card:
    """A card with everything, or with nothing but what every card has."""
    always = {
        "article_id": 1,
        "url": "/ar/economy/1-x/",
        "headline": HOSTILE,
        "language": language,
        "direction": DIRECTIONS[language],
        "section": SECTION,
        "time": TIME,
        "format": format_name,
    }
    if is_bare:
        return Card(**always)
    credits = (Credit(name=HOSTILE), Credit(name="دانا", role="translation", role_label="ترجمة"))
    return Card(
        **always, kicker="موانئ", deck=HOSTILE, picture=picture(language), format_label=format_name, credits=credits
    )


def article(language: str) -> tuple[str, AnyPage]:
    """An article with every part there is."""
    return "article.html", Page(
        head=HEAD,
        language=language,
        direction=DIRECTIONS[language],
        headline=HOSTILE,
        section=SECTION,
        published=TIME,
        updated=TIME,
        body=SafeString('<p><b class="dateline">بيروت</b> — خبر</p><h2 id="s-1">داخلي</h2><p>نص</p>'),
        format="opinion",
        format_label="رأي",
        kicker="زاوية",
        deck=HOSTILE,
        credits=(Credit(name=HOSTILE, url="/ar/authors/x/"), Credit(name="غرفة الأخبار", role_label="تغطية")),
        update_note="تحديث",
        reading_time="3 دقائق",
        lead=picture(language),
        portrait=picture(language),
        gallery=(picture(language),),
        corrections=(NOTE,),
        retraction="سبب",
        sponsor="جهة",
        sponsor_url="https://payer.example/",
        topics=(Link(label="المياه", url="/ar/topics/water/"),),
        series=Link(label="سلسلة", url="/ar/series/x/"),
        related=(card(language), card(language, "sponsored", is_bare=True)),
        twin=OTHERS[language],
        short_url="https://news.example/ar/1/",
        contents=(Link(label=HOSTILE, url="#s-1"), Link(label="آخر", url="#s-2")),
        film=Embed("youtube", HOSTILE, "https://film.example/1", "https://film.example/player/1"),
        transcript=(HOSTILE, "سطر"),
        has_marks=True,
        hijri="14 جمادى الآخرة 1448 هـ",
    )


def bare_article(language: str) -> tuple[str, AnyPage]:
    """An article with nothing that may be missing."""
    page = Page(
        head=Head(title="x"),
        language=language,
        direction=DIRECTIONS[language],
        headline="عنوان",
        section=SECTION,
        published=TIME,
        body=SafeString(""),
        short_url="https://news.example/ar/1/",
    )
    return "article.html", page


def front(language: str) -> tuple[str, AnyPage]:
    """A full front."""
    some = (card(language), card(language, "flash"), card(language, is_bare=True))
    return "front.html", Front(
        head=HEAD,
        lead=card(language),
        seconds=some,
        opinions=(card(language, "opinion"),),
        cartoon=card(language, "cartoon"),
        blocks=(Block(section=SECTION, cards=some), Block(section=SECTION, cards=some[2:])),
        latest=some,
        corrections=(NOTE,),
    )


def listing(kind: str) -> Callable[[str], tuple[str, AnyPage]]:
    """A maker of a list of one kind."""

    def made(language: str) -> tuple[str, AnyPage]:
        return f"{kind}.html", Listing(
            head=HEAD,
            kind=kind,
            title=HOSTILE,
            intro="سيرة",
            portrait=picture(language) if kind == "author" else None,
            cards=tuple(card(language, is_bare=bool(at % 2)) for at in range(6)),
            feed=FeedLink(url="https://news.example/feed/", title="x"),
            older_url="?before=1-2",
            previous=Link(label="أمس", url="/ar/archive/2026/11/23/"),
            links=(Link(label=HOSTILE, url="https://elsewhere.example/"),) if kind == "author" else (),
            is_forward=kind == "series",
            month=MONTH if kind == "archive" else None,
        )

    return made


def search(language: str) -> tuple[str, AnyPage]:
    """A search with hits."""
    hit = Hit(card=card(language), headline=(("قبل ", False), (HOSTILE, True)), deck=((HOSTILE, False),))
    page = SearchPage(
        head=HEAD, title="بحث", query=HOSTILE, action_url="/ar/search/", hits=(hit,), sentence=HOSTILE, newest_url="/x/"
    )
    return "search.html", page


def absence(language: str) -> tuple[str, AnyPage]:
    """A page that is not there."""
    direction = DIRECTIONS[language]
    page = Absence(head=HEAD, status=410, heading="x", reason=HOSTILE, language=language, direction=direction)
    return "absence.html", page


BY_HAND: dict[str, Callable[[str], tuple[str, AnyPage]]] = {
    "article": article,
    "bare article": bare_article,
    "front": front,
    "empty front": lambda _language: ("front.html", Front(head=HEAD)),
    **{kind: listing(kind) for kind in ("section", "topic", "author", "latest", "archive", "series")},
    "search": search,
    "corrections": lambda _language: ("corrections.html", Corrections(head=HEAD, title="x", notes=(NOTE,))),
    "house's page": lambda _language: ("page.html", StaticPage(head=HEAD, title="x", body=SafeString("<p>x</p>"))),
    "absence": absence,
}
