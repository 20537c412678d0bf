"""What comes out of the sanitiser holds the allow-list, stands still, and has lost no word (DESIGN I10)."""

import re
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.blocks import assemble, plain_text, split
from articles.publishing.body_rules import ATTRIBUTES, DIRECTIONS, LANGUAGES, TAGS
from articles.publishing.sanitise import MOST_CHARACTERS, TooLong, clean_body, clean_line
from tests.language.bodies import bodies

_ATTACKS = (Path(__file__).parent / "data" / "attacks.txt").read_text("utf-8").splitlines()


def _spelled_out(line: str) -> str:
    named = re.sub(r"\\u([0-9A-F]{4})", lambda found: chr(int(found[1], 16)), line)
    return named.replace("\\n", "\n").replace("\\\\", "\\").replace('\\"', '"')


ATTACKS = [_spelled_out(line) for line in _ATTACKS if not line.startswith("# ")]


class _Inspector(HTMLParser):
    """Asserts that a body holds nothing but the contract's tags, attributes and values."""

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, ()), (tag, name)
            assert getattr(self, f"has_right_{name.replace('-', '_')}")(value), (tag, name, value)

    def handle_comment(self, data):
        pytest.fail(f"a comment is left: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment

    def has_right_href(self, value):
        return re.fullmatch(r"(https?://[^/@\\\s\"'<>`]+([/?#].*)?|mailto:.+|tel:.+|/(?!admin\b|[/\\]).*)", value)

    def has_right_class(self, value):
        return value in {"pullquote", "embed", "verbatim", "quran"}

    def has_right_dir(self, value):
        return value in DIRECTIONS

    def has_right_lang(self, value):
        return value in LANGUAGES

    def has_right_data_photo(self, value):
        return re.fullmatch(r"[1-9][0-9]{0,9}", value)

    def has_right_data_embed(self, value):
        return re.fullmatch(r"[a-z]+:[A-Za-z0-9._/-]+", value) and ".." not in value


def _inspect(html: str) -> None:
    inspector = _Inspector(convert_charrefs=True)
    inspector.feed(html)
    inspector.close()


def test_the_attacks_are_many_enough_to_mean_something():
    assert len(set(ATTACKS)) >= 100


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
@pytest.mark.parametrize(
    "around", ["{}", "<p>قبل {} بعد</p>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"]
)
def test_no_attack_survives_and_what_is_left_stands_still(attack, around):
    clean = clean_body(around.replace("{}", attack))

    _inspect(clean)
    assert clean_body(clean) == clean
    assert assemble(split(clean)) == clean


@given(bodies())
def test_a_body_of_the_house_passes_unchanged(html):
    assert clean_body(html) == html


PIECES = [
    *(
        "<p>",
        "</p>",
        "<h2>",
        "<b>",
        "</b>",
        "<em>",
        "</em>",
        "<a href='/x'>",
        "</a>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
    ),
    *(
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<blockquote>",
        "</blockquote>",
        "<aside class='pullquote'>",
        "</aside>",
        "<br>",
    ),
    *(
        "<hr>",
        "<figure data-photo='3'>",
        "</figure>",
        "<span class='verbatim'>",
        "</span>",
        "<div>",
        "</div>",
        "<caption>",
    ),
    *(
        "<div class='embed' data-embed='vimeo:123456'>",
        "<section>",
        "<dl><dt>",
        "&nbsp;",
        "&amp;",
        "\N{ZERO WIDTH SPACE}",
    ),
]


@given(st.lists(st.sampled_from([*PIECES, "كلمة", "كلمة", " "]), max_size=30).map("".join))
def test_whatever_the_order_of_tags_no_word_is_lost_and_a_second_cleaning_changes_nothing(html):
    clean = clean_body(html)

    _inspect(clean)
    assert plain_text(clean).count("كلمة") == html.count("كلمة")
    assert clean_body(clean) == clean
    assert assemble(split(clean)) == clean


@given(st.text())
def test_any_string_can_be_cleaned(text):
    assert clean_body(clean_body(text)) == clean_body(text)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("نص بلا فقرة", "<p>نص بلا فقرة</p>"),
        ("a <b>b</b> <i>c</i>", "<p>a <strong>b</strong> <em>c</em></p>"),
        ("<p>a</p>\n\n<p> b\nc </p>", "<p>a</p><p>b c</p>"),
        ("<p>&nbsp;</p><p><br></p><p>x</p><h2> </h2>", "<p>x</p>"),
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        ("<h1>a</h1><h5>b</h5>", "<h2>a</h2><h3>b</h3>"),
        ("<ul><li>a</li></ul>", "<ul><li><p>a</p></li></ul>"),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("<aside><p>a</p></aside>", "<p>a</p>"),
        ("<table><thead><tr><th>a</th></tr></thead></table>", "<table><tbody><tr><th>a</th></tr></tbody></table>"),
        ("<table><caption>a</caption><tr><td>b", "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>"),
        ('<p dir="RTL" lang="ar-SA" class="x">a</p>', '<p lang="ar" dir="rtl">a</p>'),
        ('<span lang="en">a</span><span>b</span>', "<p>ab</p>"),
        ('<figure data-photo="12"><figcaption>a</figcaption></figure>', '<figure data-photo="12"></figure><p>a</p>'),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
        ('<a href="javascript:x">a</a>', "<p>a</p>"),
        ("<p>a<script>b</script>c</p>", "<p>ac</p>"),
        ("<p>a\u200bb\ufeffc\x00d</p>", "<p>abcd</p>"),
    ],
)
def test_what_other_programs_write_becomes_the_house_s_html(pasted, kept):
    assert clean_body(pasted) == kept


def test_a_word_paste_keeps_its_words_and_loses_its_dress():
    pasted = (
        "<style>p.MsoNormal{margin:0}</style><!--StartFragment-->"
        "<p class=MsoNormal dir=RTL><b>قال<o:p></o:p></b> الوزير</p>"
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>"
        "<![endif]>أول</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment-->"
    )

    assert clean_body(pasted) == '<p dir="rtl"><strong>قال</strong> الوزير</p><p>·&nbsp;&nbsp;أول</p>'


def test_a_google_docs_paste_keeps_bold_and_italic_but_not_the_bold_that_is_none():
    pasted = (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="x">'
        '<span style="font-weight:700">Bold</span><span style="font-weight:400;font-style:italic"> it</span>'
        '<span style="font-weight:400"> no</span></p></b>'
    )

    assert clean_body(pasted) == '<p dir="ltr"><strong>Bold</strong><em> it</em> no</p>'


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.org/a?b=1&amp;c=%D8%A7#d", "https://example.org/a?b=1&amp;c=%D8%A7#d"),
        ("https://ar.example.org/ويكي/خبر", "https://ar.example.org/ويكي/خبر"),
        (" HTTPS://example.org/a b ", "HTTPS://example.org/a%20b"),
        ("https://fa.example.org/می\u200cشود", "https://fa.example.org/می%E2%80%8Cشود"),
        ("\u200bhttps://example.org/", "https://example.org/"),
        ("/ar/world/12-خبر/", "/ar/world/12-خبر/"),
        ("/administration/", "/administration/"),
        ("mailto:desk@example.org?subject=x", "mailto:desk@example.org?subject=x"),
        ("tel:+96170000000", "tel:+96170000000"),
    ],
)
def test_an_honest_link_stays(typed, kept):
    assert clean_body(f'<p><a href="{typed}">x</a></p>') == f'<p><a href="{kept}">x</a></p>'


def test_direction_controls_and_unnormalised_text_stay_as_typed():
    typed = "<p>\u202eabc\u202c \u2066d\u2069 e\u0301 \u0627\u0654 ﻻ</p>"

    assert clean_body(typed) == typed


@pytest.mark.parametrize(
    "huge",
    [
        "x" * (MOST_CHARACTERS + 1),
        "x" * 20_000_000,
        "&" * 2_001,
        "& " * 140_000,
        "<div>" * 257,
        "<div title='</div>'>" * 300,
        '<div a=x">' + "<div title='</div>'>" * 300 + '"',
        '<div ="><div>' * 300,
        "<div><svg><![CDATA[></div>]]></svg>" * 300,
        "<style><div></style></style><div></div>" * 300 + "<style>" + "<div></div>" * 300,
        "<li><dd><option>" * 200,
        "<div>" + "".join(f"<b x={n}>" for n in range(200)) + "</div>" + "<p>x</p>" * 5_000,
    ],
    ids=lambda text: ascii(text[:30]),
)
def test_what_would_cost_too_much_is_refused_before_it_is_parsed(huge):

    with pytest.raises(TooLong) as refused:
        clean_body(huge)

    assert str(refused.value) == refused.value.message % refused.value.parameters


def test_a_body_that_only_grows_too_long_in_cleaning_is_refused_too():
    with pytest.raises(TooLong):
        clean_body("<p>x</p>" + "\N{NO-BREAK SPACE}x" * 120_000)


@pytest.mark.parametrize(
    "piece", ["<p>", "<p>x", "</p>", "<b></p>", "<td>", "<a b='", "<!--", "&amp;", "<br>", "<hr>", "x "]
)
def test_the_longest_body_allowed_is_cleaned_or_refused(piece):
    with suppress(TooLong):
        assert isinstance(clean_body(piece * (MOST_CHARACTERS // len(piece))), str)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  عنوان\r\nفي سطرين\t ", "عنوان في سطرين"),
        ("a\x00b\x1fc\x9fd", "abcd"),
        ("a\u2028b\x85c", "a b c"),
        ("\ud800x", "\N{REPLACEMENT CHARACTER}x"),
        ("e\u0301 ﻻ  \u200fx\u202e", "e\u0301 ﻻ  \u200fx\u202e"),
        ("", ""),
    ],
)
def test_a_line_is_one_line_and_else_as_typed(typed, kept):
    assert clean_line(typed) == kept


@given(st.text())
def test_cleaning_a_line_twice_changes_nothing(text):
    assert clean_line(clean_line(text)) == clean_line(text)
