"""What the readers' stylesheet and templates promise, read off the files themselves."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import brotli
import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from articles.templatetags.typeset import tie
from tests.public.pages_by_hand import BY_HAND, chrome

TOP = Path(__file__).resolve().parents[2]
SHEET = TOP / "static" / "site" / "site.css"
SCRIPT = TOP / "static" / "site" / "more.js"
CSS = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
TEMPLATES = sorted((TOP / "templates" / "site").glob("*.html")) + [
    TOP / "templates" / name for name in ("500.html", "503.html")
]
TEXT_ON_GROUND = [
    *((ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "wash")),
    ("strip-ink", "strip"),
    ("mark-ink", "mark"),
    ("paper", "ink"),  # the button
]
EDGE_ON_GROUND = [("edge", "paper"), ("line", "paper"), ("accent", "paper")]
VOID = {"meta", "link", "img", "source", "input", "br", "hr", "path"}


def colours(scheme: str) -> dict[str, str]:
    """The custom properties of a scheme that are colours; the dark ones lie over the light ones."""
    light, dark = CSS.split("prefers-color-scheme: dark", 1)
    sources = [light] if scheme == "light" else [light, dark.split("img {", 1)[0]]
    return {name: value for source in sources for name, value in re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", source)}


def luminance(colour: str) -> float:
    """WCAG's relative luminance of #rgb or #rrggbb."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(scheme: str, one: str, other: str) -> float:
    """WCAG's contrast ratio of two of the stylesheet's colours."""
    found = colours(scheme)
    dark, light = sorted(luminance(found[name]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_ON_GROUND, ids="-on-".join)
def test_text_stands_out_seven_to_one_in_both_schemes(scheme, pair):
    assert contrast(scheme, *pair) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pair", EDGE_ON_GROUND, ids="-on-".join)
def test_edges_and_marks_stand_out_three_to_one_in_both_schemes(scheme, pair):
    assert contrast(scheme, *pair) >= 3


def test_the_stylesheet_knows_no_left_and_no_right():
    without_questions = re.sub(r"\((?:min|max)-width[^)]*\)", "", CSS)  # media queries have no logical words

    # Nor have the margins of a sheet of paper.
    assert not re.findall(r"\b(?:left|right|top|bottom)\b", CSS.replace("@bottom-center", ""))
    assert not re.findall(r"(?<![a-z-])(?:min-|max-)?(?:width|height)\s*:", without_questions)


def test_arabic_letters_are_never_spaced_slanted_or_stretched():
    for never in ("letter-spacing", "text-align: justify", "font-style: italic", "text-transform", "row-reverse"):
        assert never not in CSS


def test_a_readers_own_text_size_counts_everywhere():
    assert not re.findall(r"font(?:-size)?:[^;]*\dpx", CSS)
    assert not re.findall(r"--[a-z0-9-]+: [^;]*\dpx", CSS)


def test_every_file_the_stylesheet_names_is_there():
    for name in re.findall(r'url\("([^"]+)"\)', CSS):
        assert (SHEET.parent / name).resolve().is_file()


def test_stylesheet_and_script_stay_within_their_budgets():
    assert len(brotli.compress(SHEET.read_bytes())) <= 6 * 1024
    assert len(brotli.compress(SCRIPT.read_bytes())) <= 3 * 1024


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_short_and_holds_no_code_and_no_way_round_the_escaping(template):
    source = template.read_text(encoding="utf-8")

    assert len(source.splitlines()) <= 80
    assert not re.findall(r"\sstyle=|\son[a-z]+=|<style|\|safe|autoescape|javascript:", source)
    assert all("src=" in tag or "ld+json" in tag for tag in re.findall(r"<script[^>]*>", source))


@pytest.mark.parametrize(
    ("text", "tied"),
    [("نُشر 24 نوفمبر 2026، 3:05 م", "نُشر 24\u00a0نوفمبر 2026، 3:05\u00a0م"), ("٢٤ نوفمبر", "٢٤\u00a0نوفمبر"), ("", "")],
)
def test_a_number_is_tied_to_the_word_that_follows(text, tied):
    assert tie(text) == tied


class Outline(HTMLParser):
    """What a page is made of: its headings, its landmarks, what is left open, its identities."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.points: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.landmarks: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in one tag."""
        given = dict(attrs)
        self.levels += [int(tag[1])] if tag in {"h1", "h2", "h3"} else []
        self.landmarks += [tag] if tag in {"main", "nav"} else []
        self.ids += [given["id"] or ""] if "id" in given else []
        self.points += [given["aria-labelledby"] or ""] if "aria-labelledby" in given else []
        self.wrong += [
            f"{tag} {name} is empty" for name, value in attrs if value == "" and name not in {"alt", "value"}
        ]
        self.wrong += ["img without size"] if tag == "img" and not {"width", "height", "alt"} <= given.keys() else []
        self.open += [tag] if tag not in VOID else []

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last, or say that something else was."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append(f"</{tag}> closes {self.open[-1:]}")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", BY_HAND)
def test_a_page_has_one_first_heading_skips_no_level_and_is_well_formed(name, language):
    template, page = BY_HAND[name](language)

    with override(language):
        html = render_to_string(
            f"site/{template}", {"page": page, "chrome": chrome(language, is_home=template == "front.html")}
        )
    outline = Outline(html)

    assert outline.wrong == []
    assert outline.open == []
    assert outline.levels.count(1) == 1
    assert all(following - level <= 1 for level, following in pairwise(outline.levels))
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.points) <= set(outline.ids)
    assert outline.landmarks.count("main") == 1
    assert not re.findall(r"None|\{\{|\{%|&amp;lt;", html)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_people_typed_is_escaped_and_what_is_foreign_says_so(language):
    template, page = BY_HAND["article"](language)

    with override(language):
        html = render_to_string(f"site/{template}", {"page": page, "chrome": chrome(language)})

    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert") >= 3
    other = {"ar": 'lang="en" hreflang="en" dir="ltr"', "en": 'lang="ar" hreflang="ar" dir="rtl"'}[language]
    assert html.count(other) == 3  # masthead, byline, foot
    assert re.search(r"<bdi>[^<]*</bdi>", html)


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_a_broken_site_still_says_so_in_both_languages_without_a_database(name):
    html = render_to_string(name)

    assert '<html lang="ar" dir="rtl">' in html
    assert 'lang="en" dir="ltr"' in html
    assert Outline(html).wrong == []
