"""What templates print is made here: bodies, structured data, addresses, and nothing that could break out of a page."""

import json
from datetime import UTC, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.language import slugs
from articles.models import Photo, Publication
from articles.publishing import absences, addresses, bodies, frames, presenters, structured
from articles.publishing.editions import Edition
from articles.publishing.sanitise import clean_body

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def pictured(language: str = "ar", **fields: object) -> bodies.Pictured:
    """A publication that is in no table, with one picture that is shown."""
    photo = Photo(pk=12, token="a" * 32, width=1400, height=700, credit_ar="راصد", renditions={"": {"jpg": [800]}})
    uses = [{"id": 12, "alt": "سفينة", "caption": "عند <الرصيف>", "decorative": False, "crop": None}]
    return bodies.Pictured(Edition.of(language, AT), Publication(**({"photos": uses} | fields)), {12: photo})


def test_a_dateline_is_run_into_the_first_paragraph() -> None:
    html = bodies.for_page("<p>وصلت السفينة.</p><p>ثم رست.</p>", "بيروت", pictured())

    assert html == '<p><b class="dateline">بيروت</b> — وصلت السفينة.</p><p>ثم رست.</p>'


def test_a_dateline_before_something_else_than_a_paragraph_gets_its_own() -> None:
    html = bodies.for_page("<h2>أولًا</h2><p>نص</p>", "بيروت", pictured())

    assert html.startswith('<p><b class="dateline">بيروت</b></p><h2')


def test_subheads_get_anchors_of_their_own_words_each_once() -> None:
    html = bodies.for_page(
        '<h2>ما الذي جرى؟</h2><h2 lang="en" dir="ltr">What?</h2><h2>ما الذي جرى؟</h2>', "", pictured()
    )

    assert '<h2 id="s-ما-الذي-جرى">' in html
    assert '<h2 id="s-what" lang="en" dir="ltr">' in html
    assert '<h2 id="s-ما-الذي-جرى-2">' in html


def test_a_picture_stands_where_the_text_has_it_with_its_words_escaped() -> None:
    html = bodies.for_page('<p>قبل</p><figure data-photo="12"></figure><p>بعد</p>', "", pictured())

    assert html.index("قبل") < html.index("<img") < html.index("بعد")
    assert "عند &lt;الرصيف&gt;" in html
    assert "data-photo" not in html


@pytest.mark.parametrize("number", ["13", "0", "999999999"])
def test_a_picture_that_is_not_the_publications_own_shows_nothing(number: str) -> None:
    html = bodies.for_page(f'<p>نص</p><figure data-photo="{number}"></figure>', "", pictured())

    assert html == "<p>نص</p>"


def test_a_table_scrolls_by_itself_and_foreign_runs_stay() -> None:
    with translation.override("en"):
        html = bodies.for_page(
            '<p>قال <span lang="en" dir="ltr">Reuters</span></p><table><tbody><tr><td>1</td></tr></tbody></table>',
            "",
            pictured(),
        )

    assert '<span lang="en" dir="ltr">Reuters</span>' in html
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Table"><table>' in html


def test_an_embed_is_a_link_that_loads_nothing() -> None:
    html = bodies.for_page('<div class="embed" data-embed="youtube:dQw4w9WgXcQ"></div>', "", pictured())

    assert 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"' in html
    assert "iframe" not in html
    assert "data-embed" not in html


@given(text=st.text(max_size=200), dateline=st.text(max_size=20))
def test_no_text_breaks_out_of_a_body(text: str, dateline: str) -> None:
    body = clean_body(f"<h2>{text}</h2><p>{text}</p>")

    html = bodies.for_page(body, dateline, pictured())

    assert html.count("<script") == 0
    assert html.count("<h2") == body.count("<h2")
    assert html.count("<b ") == (1 if dateline else 0)


def test_a_feed_has_absolute_addresses_and_its_own_direction() -> None:
    html = bodies.for_feed('<p><a href="/ar/region/">ر</a></p><figure data-photo="12"></figure>', "", pictured())

    assert html.startswith('<div lang="ar" dir="rtl">')
    assert 'href="http://testserver/ar/region/"' in html
    assert f'src="http://testserver/media/{"a" * 32}-800.jpg"' in html


@given(text=st.text(max_size=100))
def test_structured_data_cannot_end_its_script(text: str) -> None:
    script = structured.as_script({"headline": f"</script><!-- {text}"})

    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(script)
    assert json.loads(script)["@graph"][0]["headline"] == f"</script><!-- {text}"


def test_a_picture_is_not_shown_before_it_is_encoded_nor_after_it_was_pulled_or_its_rights_ended() -> None:
    whole = Photo(renditions={"": {"jpg": [800]}})

    assert presenters.is_shown(whole, AT)
    assert not presenters.is_shown(Photo(renditions={}), AT)
    assert not presenters.is_shown(Photo(renditions={"": {"avif": [640]}}), AT)
    assert not presenters.is_shown(Photo(renditions={"": {"jpg": [800]}}, pulled_at=AT), AT)
    assert not presenters.is_shown(Photo(renditions={"": {"jpg": [800]}}, rights_until=AT), AT)


@given(
    number=st.integers(min_value=0, max_value=10**18 - 1),
    time=st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(5000, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_a_key_reads_as_it_was_written(number: int, time: datetime) -> None:
    address = addresses.older("/ar/latest/", time, number)

    assert addresses.key_of(address.partition("before=")[2]) == (time, number)


@given(text=st.text(max_size=60))
def test_whatever_is_typed_is_a_key_or_refused(text: str) -> None:
    try:
        key = addresses.key_of(text)
    except addresses.BadKey:
        return
    assert key is None or key[0].tzinfo is UTC


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/ar/region/12-سفينة-تصل/", "سفينة تصل"),
        ("/2019/olive_harvest.html", "olive harvest"),
        ("/ar/", "ar"),
        ("/x/<script>alert(1)</script>", "script"),
        ("/" + "a" * 500, "a" * 100),
    ],
)
def test_an_unknown_address_is_read_for_words_to_search(path: str, words: str) -> None:
    assert absences.words_of(path) == words


@pytest.mark.parametrize("language", ["ar", "en"])
def test_times_are_said_in_the_houses_words_and_zone(language: str) -> None:
    edition = Edition.of(language, AT)

    moment = edition.moment(AT)

    assert moment.iso == "2026-11-24T14:00:00+02:00"
    assert ("بتوقيت بيروت" if language == "ar" else "Beirut time") in moment.text
    assert edition.brief_moment(AT).text == moment.clock
    this_year, last_year = datetime(2026, 11, 20, tzinfo=UTC), datetime(2025, 11, 20, tzinfo=UTC)
    assert f"{edition.brief_moment(this_year).text} 2026" == edition.moment(this_year).day
    assert edition.brief_moment(last_year).text == edition.moment(last_year).day


def test_a_description_is_cut_at_a_word() -> None:
    text = "كلمة، " * 60

    assert len(frames.shortened(text)) <= frames.LONGEST_DESCRIPTION
    assert frames.shortened(text).endswith("كلمة…")


@given(headline=st.text(max_size=120))
def test_every_slug_makes_an_address_that_reads_as_one_segment(headline: str) -> None:
    path = addresses.article("ar", "region", 7, slugs.slug_of(headline))

    assert path.count("/") == 4
    assert addresses.encoded(path).isascii()
