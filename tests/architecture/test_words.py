"""The Arabic catalogue speaks as an Arabic desk does: one word for one thing, no orders, its own punctuation."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import polib
import pytest

from deploy.extraction import messages_in
from deploy.messages import BASE_DIR, CATALOGUE, FOLDERS, OVERRIDES, faults

WORDS = Path(__file__).with_name("data") / "words.tsv"
SCRIPTS = CATALOGUE.with_name("djangojs.po")
# Words that stand for one of these in English, and for nothing else.
KEPT = {
    "مقال": "opinion",
    "مسود": "draft|discard",
    "نسخة|نسخت|النسخ ": "edition|caches",
    "إصدار": "revision",
    "تصويب": "small fix",
    "تصحيح": "correct",
    "توضيح": "clarification",
    "ديسك": "desk|editor",
    "استبع|تُستبعد": "spike|withdraw it instead",
    "محظور": "embargo",
    "زاوية": "column",
    "تنبيه": "finding|mend",
    "تعليق": "comment",
    "حجب": "censor",
}
# What must be named by its own word wherever an English sentence names it.
NAMED = {
    r"headlines?": "عنوان|عناوين",
    r"sections?": "قسم|الأقسام|أقسام",
    r"drafts?": "مسود|عادت|عليها",
    r"editions?": "نسخ",
    r"revisions?": "إصدار",
    r"corrections?": "تصحيح",
    r"small fix": "تصويب طفيف|التصويب الطفيف",
    r"embargo": "محظور",
    r"caption": "شرح",
    r"agency|agencies": "وكال",
    r"notes?": "ملاحظ|تنويه",
}
ORDERS = (
    "أدخل أدخِل اختر اكتب اضغط انقر احفظ احذف أضف أضِف عدّل عدِّل غيّر غيِّر أرسل أرسِل ابحث حاول تحقق تأكد راجع انظر أعد "
    "ارجع جرّب حدد استخدم انتظر ابدأ إبدأ اذهب ألغ ألغِ أظهر أخف اخف انتق صحّح الرجاء رجاء رجاءً يرجى يُرجى قم ادخل نفذ نفّذ "
    "أكّد افتح أغلق انسخ الصق ارفع اقرأ تابع عُد اطلب سجّل أنشئ استعرض اسحب انشر أزل أزِل فضلك "
    "تستطيع تريد ترغب متأكد"
).split()
ARABIC_WORD = re.compile(r"[\u0621-\u0652\u0670]+")
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdif]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")

Entries = list[polib.POEntry]


@cache
def entries(path: Path) -> Entries:
    """The entries of a catalogue."""
    return list(polib.pofile(str(path)))


def own() -> Entries:
    """The entries of our own messages, without the sentences of Django's that ours stand before."""
    return [entry for entry in entries(CATALOGUE) if not entry.tcomment.startswith(OVERRIDES)]


def arabic(entry: polib.POEntry) -> list[str]:
    """All that an entry says in Arabic."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def bare(text: str) -> str:
    """An Arabic text without the article of its words and without its last mark."""
    return " ".join(re.sub(r"^ال(?=\w{3})", "", word) for word in text.strip().rstrip(".:؟…").split())


def english(text: str) -> str:
    """An English message for comparing: no capitals, no last mark."""
    return text.casefold().rstrip(".:…")


def vocabulary() -> list[tuple[str, str, str]]:
    """The table of words: Arabic, English, context."""
    lines = [line for line in WORDS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [(*line.split("\t"), "")[:3] for line in lines]
    return [(said, message, context) for said, message, context in rows]


def test_the_catalogue_has_all_that_the_code_says_translated_in_six_forms_with_its_placeholders():
    catalogue = polib.pofile(str(CATALOGUE))

    assert faults(catalogue, messages_in(BASE_DIR, *FOLDERS)) == []


@pytest.mark.parametrize("path", [CATALOGUE, SCRIPTS], ids=lambda path: path.stem)
def test_every_form_keeps_its_placeholders_of_every_kind(path):
    lost = [
        (entry.msgid, text)
        for entry in entries(path)
        for number, text in enumerate(arabic(entry))
        if not set(PLACEHOLDER.findall(text)) <= set(PLACEHOLDER.findall(entry.msgid + (entry.msgid_plural or "")))
        or (number not in {0, 1, 2} or not entry.msgid_plural)
        and set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    ]

    assert lost == []


def test_the_desks_words_have_the_arabic_that_was_agreed():
    agreed = {(message, context): said for said, message, context in vocabulary()}

    other = [
        (entry.msgid, entry.msgstr, agreed[key])
        for entry in own()
        if (key := (english(entry.msgid), entry.msgctxt or "")) in agreed and not entry.msgid_plural
        if bare(entry.msgstr) != bare(agreed[key])
    ]

    assert other == []


def test_no_arabic_stands_for_two_things():
    things = {(message, context): said for said, message, context in vocabulary()}
    said: dict[str, set[str]] = defaultdict(set)
    for entry in own():
        for text in arabic(entry):
            message = english(entry.msgid)
            # Two messages of one row of the table are one thing.
            thing = things.get((message, entry.msgctxt or "")) or message
            said[bare(text)].add(bare(thing))

    assert {text: sorted(meant) for text, meant in said.items() if len(meant) > 1} == {}


@pytest.mark.parametrize("word", KEPT)
def test_a_word_of_the_trade_is_said_of_its_own_thing_only(word):
    strays = [
        (entry.msgid, text)
        for entry in own()
        for text in arabic(entry)
        if re.search(word, text) and not re.search(KEPT[word], entry.msgid, re.IGNORECASE)
    ]

    assert strays == []


@pytest.mark.parametrize("word", NAMED)
def test_a_thing_is_named_by_its_own_word_in_sentences_too(word):
    unnamed = [
        (entry.msgid, text)
        for entry in own()
        for text in arabic(entry)
        if re.search(rf"(?<![\w(])(?:{word})\b", entry.msgid, re.IGNORECASE) and not re.search(NAMED[word], text)
    ]

    assert unnamed == []


def test_an_address_is_no_headline():
    mixed = [(e.msgid, e.msgstr) for e in own() if "address" in e.msgid.casefold() and "عنوان" in e.msgstr]

    assert mixed == []


@pytest.mark.parametrize("path", [CATALOGUE, SCRIPTS], ids=lambda path: path.stem)
def test_nobody_is_given_orders(path):
    orders = [
        (entry.msgid, text)
        for entry in entries(path)
        for text in arabic(entry)
        if {re.sub("(?:ها|هم|ه)$", "", word) for word in ARABIC_WORD.findall(text)} & set(ORDERS)
    ]

    assert orders == []


@pytest.mark.parametrize("path", [CATALOGUE, SCRIPTS], ids=lambda path: path.stem)
def test_arabic_has_its_own_marks_and_no_stretched_letters(path):
    foreign = [
        (entry.msgid, text)
        for entry in entries(path)
        for text in arabic(entry)
        if re.search(r"[,;?\"ـ]|''", TAG.sub("", text)) or text != text.strip() or "  " in text
    ]

    assert foreign == []
