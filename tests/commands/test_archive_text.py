"""The archive's prose: varied as a newspaper's words are, agreeing as a grammar can, one seed one text, and fast."""

import random
import re
from collections import Counter
from itertools import pairwise

import pytest

from articles.language.blocks import plain_text
from articles.language.words import count_words
from articles.management.archive_text import LEXICONS, headline, pool
from articles.publishing.sanitise import clean_body

LANGUAGES = ("ar", "en")
SIZE = 600


@pytest.fixture(scope="module", params=LANGUAGES)
def texts(request):
    return pool(request.param, SIZE, 7)


def plain(text):
    return re.sub(r"<[^>]+>", " ", text.body_html)


def test_one_seed_tells_the_same_texts_and_another_tells_others():
    assert pool("ar", 5, 1) == pool("ar", 5, 1)
    assert pool("ar", 5, 1) != pool("ar", 5, 2)


def test_a_body_has_120_to_400_words(texts):
    lengths = [count_words(plain_text(text.body_html)) for text in texts]

    assert 120 <= min(lengths) <= max(lengths) <= 420
    assert max(lengths) - min(lengths) > 150


def test_no_two_bodies_are_alike(texts):
    assert len({text.body_html for text in texts}) == SIZE


def test_the_sanitiser_leaves_a_body_as_it_is(texts):
    assert all(clean_body(text.body_html) == text.body_html for text in texts[:50])


def test_nothing_of_the_grammar_is_left_in_a_text(texts):
    for text in texts:
        assert not re.search(r"[{}|+/]|<\w+:|  ", f"{text.headline} {text.deck} {text.body_html}".replace("</", "<"))


def test_words_are_spread_as_in_a_newspaper(texts):
    seen = Counter(word for text in texts for word in set(re.findall(r"[^\W\d_]{3,}", plain(text))))
    shares = [count / SIZE for count in seen.values()]

    assert sum(share > 0.5 for share in shares) >= 10
    assert sum(0.12 <= share <= 0.16 for share in shares) >= 20
    assert sum(share < 0.01 for share in shares) > 300


def test_a_pool_is_as_large_as_was_asked():
    assert len(pool("ar", 400, 3)) == 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_headlines_rarely_repeat(language):
    rng = random.Random(11)  # noqa: S311

    told = [headline(language, rng) for _ in range(20_000)]

    assert len(set(told)) > 19_700
    assert max(map(len, told)) <= 200


def test_an_arabic_verb_follows_the_gender_of_who_acts():
    bodies = " ".join(plain(text) for text in pool("ar", 300, 5))

    assert "قالت وزارة المالية" in bodies
    assert "قال المصرف المركزي" in bodies
    assert not re.search(r"(?<!\w)و?(?:قال|أعلن|كشف|قرر|حذر) (?:وزارة|هيئة|بلدية|نقابة|محكمة|لجنة)", bodies)
    assert not re.search(r"(?<!\w)و?(?:قالت|أعلنت|كشفت|قررت|حذرت) (?:مجلس|اتحاد|صندوق|مركز|معهد)", bodies)


def test_an_arabic_noun_follows_its_number():
    bodies = " ".join(plain(text) for text in pool("ar", 300, 5))
    pairs = {(int(number), noun) for number, noun in re.findall(r"(\d+) ([\w\u064b]+)", bodies)}

    for number, noun in pairs:
        if noun in {"شركة", "شركات"}:
            assert (noun == "شركات") == (3 <= number % 100 <= 10)
        if noun in {"عامل", "عاملًا", "عمال"}:
            assert (noun == "عمال") == (3 <= number % 100 <= 10)
            assert (noun == "عاملًا") == (11 <= number % 100 <= 99)


def test_an_english_verb_follows_the_number_of_who_acts():
    rng = random.Random(5)  # noqa: S311
    told = " ".join(headline("en", rng) for _ in range(6000))

    assert re.search(r"Farmers (?:begin|warn|object|promise|set) ", told)
    assert not re.search(r"(?:Farmers|Importers|Nurses|Parents|Mayors) (?:begins|warns|objects|promises|sets) ", told)
    assert not re.search(r"(?:ministry|board|council) (?:begin|warn|object|promise|set) ", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_of_every_pattern_can_be_filled(language):
    lexicon = LEXICONS[language]
    known = (
        set("ABabTUGHIPQWNMFY") | {"w", "pct", "day", "weekday", "month", "span", "quote"} | {f"N{i}" for i in range(6)}
    )
    written = [
        getattr(lexicon, kind) for kind in ("leads", "middles", "endings", "subheads", "headlines", "tails", "decks")
    ]
    written += [lexicon.list_items, *(subject.scenes for subject in lexicon.subjects)]

    assert {slot for text in written for slot in re.findall(r"\{(\w+)", text)} <= known


def test_a_witness_is_introduced_once():
    for text in pool("en", 60, 9):
        names = re.findall(r"([A-Z][a-z]+ [A-Z][a-z]+) said it would", plain(text))
        assert all(first != second for first, second in pairwise(names))
