"""The demo newsroom's texts: they refer to each other rightly, cover every stage, and would pass the house's checks."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from articles.importing.wire import WireCopy, read_copy
from articles.language.blocks import plain_text
from articles.language.findings import Severity, findings_of
from articles.language.folding import fold_name
from articles.language.words import count_words
from articles.management.illustrations import PORTRAITS, SCENES
from articles.models import RESERVED_SLUGS, BylineRole, Format, Urgency
from articles.publishing import sanitise

CONTENT = Path(__file__).resolve().parents[2] / "articles" / "management" / "newsroom_content"
HOUSE = tomllib.loads((CONTENT / "house.toml").read_text(encoding="utf-8"))
STORIES = {
    int(path.name[:2]): tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((CONTENT / "stories").glob("*.toml"))
}
EDITIONS = {
    f"{number:02}-{language}": (story, language, story[language])
    for number, story in STORIES.items()
    for language in ("ar", "en")
    if language in story
}
LINES = ("kicker", "headline", "front_headline", "social_headline", "deck", "dateline")
WORDS_FOR_READERS = (
    *LINES,
    "photo_caption",
    "photo_alt",
    "correction",
    "public_reason",
    "update_note",
    "return_note",
    "why",
)
STAGES = {"draft", "in_review", "returned", "approved", "spiked", "retracted"}
LIVE = {"published", "corrected", "scheduled_update", "newer_draft"}
OWED = {
    "returned": {"return_note"},
    "spiked": {"why"},
    "retracted": {"public_reason", "changed_hours_ago"},
    "corrected": {"correction", "changed_hours_ago", "first_version_replacements"},
    "scheduled_update": {"update_in_hours", "update_note", "update_replacements"},
    "newer_draft": {"draft_replacements"},
}
REPLACEMENTS = ("first_version_replacements", "update_replacements", "draft_replacements")
WITHOUT_A_LENGTH = {"flash", "cartoon", "gallery"}
_FIGURE = re.compile(r'data-photo="([a-z]+)"')
_SENTENCE_END = re.compile(r"[.!?؟\n]+[»”\"’)]*(?:\s+|\Z)")
# لـ«…» and بـ21 are spelling, not stretching.
_NOT_ARABIC = re.compile("[,?;]|\N{ARABIC TATWEEL}(?![«0-9])")

every_edition = pytest.mark.parametrize(("story", "language", "edition"), EDITIONS.values(), ids=EDITIONS.keys())


def slugs(table: str) -> set[str]:
    return {row["slug"] for row in HOUSE[table]}


def body_of(edition: dict) -> str:
    """An edition's body as the loader makes it: numbers where the names of the illustrations stand."""
    return _FIGURE.sub('data-photo="1"', edition.get("body", ""))


def texts_of(edition: dict) -> list[str]:
    """All that an edition says: its plain fields, its body, the words of its pictures."""
    pictures = [photo[words] for photo in edition.get("photos", []) for words in ("alt", "caption")]
    return [*(edition[name] for name in WORDS_FOR_READERS if name in edition), plain_text(body_of(edition)), *pictures]


def test_the_house_is_as_large_as_a_real_front_page_needs():
    assert len(HOUSE["sections"]) == 6
    assert len(HOUSE["topics"]) == 12
    assert len(HOUSE["authors"]) == 8
    assert set(HOUSE["accounts"]) == {"reporter", "translator", "photo", "editor", "chief", "admin"}
    assert {row["is_column"] for row in HOUSE["series"]} == {True, False}


@pytest.mark.parametrize("table", ["sections", "topics", "authors", "agencies", "desks", "series"])
def test_everything_of_the_house_has_two_names_and_an_address_of_its_own(table):
    rows = HOUSE[table]

    assert len(slugs(table)) == len(rows)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]{0,59}", row["slug"]) for row in rows)
    assert all(row["name_ar"] and row["name_en"] for row in rows)


def test_no_section_takes_an_address_of_the_site():
    assert not slugs("sections") & RESERVED_SLUGS


def test_no_two_topics_are_one_under_another_spelling():
    spellings = [
        {fold_name(name) for name in (topic["name_ar"], topic["name_en"], *topic["variants"])}
        for topic in HOUSE["topics"]
    ]

    assert sum(map(len, spellings)) == len(set().union(*spellings))


def test_authors_have_faces_and_two_biographies_of_two_or_three_sentences():
    for author in HOUSE["authors"]:
        assert author["portrait"] in PORTRAITS
        for biography in (author["bio_ar"], author["bio_en"]):
            assert 2 <= len([part for part in _SENTENCE_END.split(biography) if part]) <= 3, author["slug"]


def test_twelve_stories_and_more_eight_of_them_in_both_languages_of_six_formats():
    long = [story for story in STORIES.values() if story["format"] != "flash"]

    assert len(long) >= 12
    assert len([story for story in long if {"ar", "en"} <= story.keys()]) >= 8
    assert len({story["format"] for story in long}) >= 6


def test_every_stage_is_there_and_most_stories_are_live():
    states = {edition["state"] for _, _, edition in EDITIONS.values()}
    live = {
        number
        for number, story in STORIES.items()
        if any(story.get(language, {}).get("state") in LIVE for language in ("ar", "en"))
    }

    assert states == STAGES | LIVE
    # In either language an editor finds something waiting.
    assert {language for _, language, edition in EDITIONS.values() if edition["state"] == "in_review"} == {"ar", "en"}
    assert len(live) >= 8
    assert len([edition for _, _, edition in EDITIONS.values() if edition["state"] == "corrected"]) >= 2


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_a_story_refers_to_what_the_house_has(story):
    assert story["section"] in slugs("sections")
    assert set(story["topics"]) <= slugs("topics")
    assert story.get("series") in slugs("series") | {None}
    assert story["photo"] in SCENES
    assert story["format"] in Format.values
    assert story["urgency"] in Urgency.values
    assert story["slugline"]
    assert story["hours_ago"] > 0


@every_edition
def test_an_edition_is_signed_by_people_of_the_house(story, language, edition):
    tables = {"author": "authors", "agency": "agencies", "desk": "desks"}

    assert edition["bylines"]
    for line in edition["bylines"]:
        (kind,) = line.keys() - {"role"}
        assert line[kind] in slugs(tables[kind])
        assert line["role"] in BylineRole.values


@every_edition
def test_an_edition_says_what_its_state_owes(story, language, edition):
    assert OWED.get(edition["state"], set()) <= edition.keys()
    for key in REPLACEMENTS:
        for found, instead in edition.get(key, []):
            fields = [edition.get(name, "") for name in (*LINES, "body")]
            assert any(found in text for text in fields), found
            assert instead != found


@every_edition
def test_moments_come_in_order(story, language, edition):
    assert edition.get("changed_hours_ago", 0) < edition.get("hours_ago", story["hours_ago"])


@every_edition
def test_headlines_fit_a_card_and_a_strip(story, language, edition):
    assert all(len(edition.get(name, "")) <= 110 for name in LINES if name.endswith("headline"))
    assert len(edition["headline"]) <= 75
    assert len(edition.get("kicker", "")) <= 80
    assert len(edition.get("deck", "")) <= 600


@every_edition
def test_a_body_has_the_length_that_its_format_asks_for(story, language, edition):
    words = count_words(plain_text(body_of(edition)))

    if story["format"] not in WITHOUT_A_LENGTH:
        assert 200 <= words <= 500
    assert story["format"] in {"flash", "cartoon"} or words >= 200


@every_edition
def test_the_sanitiser_finds_nothing_to_change_in_a_body(story, language, edition):
    body = body_of(edition)

    assert sanitise.clean_body(body) == body.replace("\n", "")


@every_edition
def test_the_checks_find_nothing_in_an_edition(story, language, edition):
    copy = {name: edition[name] for name in WORDS_FOR_READERS if name in edition and name not in {"return_note", "why"}}
    alts = {f"photo.{place}.alt": photo["alt"] for place, photo in enumerate(edition.get("photos", []), 2)}

    findings = findings_of({**copy, "body": body_of(edition), "photo.1.alt": edition["photo_alt"], **alts}, language)

    assert findings == []


@every_edition
def test_arabic_is_punctuated_as_arabic(story, language, edition):
    text = "\n".join(texts_of(edition)) if language == "ar" else ""

    assert not _NOT_ARABIC.search(text)


@every_edition
def test_pictures_stand_in_the_body_and_have_words_of_their_own(story, language, edition):
    photos = edition.get("photos", [])

    assert _FIGURE.findall(edition.get("body", "")) == [photo["photo"] for photo in photos]
    assert {photo["photo"] for photo in photos} <= SCENES.keys()
    assert edition["photo_alt"].strip()
    assert edition["photo_caption"].strip()
    assert all(photo["alt"].strip() and photo["caption"].strip() for photo in photos)
    assert all(len(text) <= 300 for text in (edition["photo_alt"], *(photo["alt"] for photo in photos)))


def test_no_two_texts_share_a_sentence():
    owners: dict[str, set[str]] = defaultdict(set)
    for name, (_, _, edition) in EDITIONS.items():
        for text in texts_of(edition):
            for sentence in _SENTENCE_END.split(text):
                if count_words(sentence) > 3:
                    owners[fold_name(sentence)].add(name)

    assert {sentence: names for sentence, names in owners.items() if len(names) > 1} == {}


def test_a_verbatim_passage_is_shown_once():
    assert sum(edition.get("body", "").count('class="verbatim"') for _, _, edition in EDITIONS.values()) == 1


def test_fronts_show_only_what_is_live_in_their_language():
    for language, numbers in HOUSE["front"].items():
        assert len(set(numbers)) == len(numbers)
        assert all(STORIES[number][language]["state"] in LIVE for number in numbers)


def test_the_strip_leads_to_a_live_story_in_both_languages_and_ends():
    (bulletin,) = HOUSE["bulletin"]

    assert all(STORIES[bulletin["story"]][language]["state"] in LIVE for language in ("ar", "en"))
    assert 0 < len(bulletin["text_ar"]) <= 140
    assert 0 < len(bulletin["text_en"]) <= 140
    assert bulletin["minutes"] > 0


def wire(name: str) -> WireCopy:
    """A wire copy of ours as the importer understands it."""
    names = [line for agency in HOUSE["agencies"] for line in agency["source_lines"]]
    text = (CONTENT / "wire" / name).read_text(encoding="utf-8")
    return read_copy(text, house_names=[HOUSE["house"]["name_ar"], HOUSE["house"]["name_en"]], agency_names=names)


def test_arabic_wire_copy_has_the_faults_that_real_copy_has():
    copy = wire("harbour-ar.txt")

    findings = findings_of({"headline": copy.headline, "body": copy.body}, "ar")

    assert copy.source == "راصد الإخباري"
    assert copy.leftovers == ("{title}",)
    assert [block.text for block in copy.blocks if block.kind == "subhead"] == [
        "عمق جديد للحوض",
        "مخاوف الصيادين",
        "وظائف في الافق",
    ]
    assert not re.search("[أإ]", copy.headline + copy.body)
    assert [finding.severity for finding in findings] == [Severity.ERROR]


def test_english_wire_copy_opens_with_its_agencys_dateline():
    copy = wire("grid-en.txt")

    assert (copy.dateline, copy.agency) == ("BEIRUT", "Marqab News Agency")
    assert [block.text for block in copy.blocks if block.kind == "subhead"] == [
        "Schools to stay shut",
        "Cost still being counted",
    ]
