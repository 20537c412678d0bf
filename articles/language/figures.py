"""Checks of numbers: digits, per cent signs, and the names of months."""

import re
from collections.abc import Iterator

from articles.language.checks import MASK, Hit, Passage, Severity, check, gettext_noop
from articles.language.tables import ARABIC_INDIC, MONTHS_AR, PERSIAN_DIGITS, TO_ARABIC_INDIC, TO_LATIN_DIGITS

_AR = ("ar",)
_CODES = (
    re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|[@#][\w.]+"),
    re.compile(r"[A-Za-z][\w.+/-]*|(?<![\d.,])[\d.,]++[A-Za-z][\w.+/-]*"),
    re.compile(r"\+?[0-9](?:[ -]?[0-9]){6,14}"),
)
_DIGITS = {
    "latn": re.compile("[0-9]+"),
    "arab": re.compile(f"[{ARABIC_INDIC}]+"),
    "persian": re.compile(f"[{PERSIAN_DIGITS}]+"),
}
_PERCENT = re.compile(f"(?<=[{ARABIC_INDIC}])%|(?<=[0-9])٪")
_ANY_PERCENT = re.compile(rf"(?<=[0-9{ARABIC_INDIC}])[ ]?[%٪]")

_NUMBER = rf"[0-9{ARABIC_INDIC}]{{1,4}}"
_MONTHS = {name: number for names in MONTHS_AR.values() for number, name in enumerate(names)}
_MONTH = re.compile(
    rf"(?<!\w)(?:(?P<day>{_NUMBER})[ ]|(?P<month>(?:شهر|أشهر|مطلع|منتصف|أواخر|أوائل|نهاية|بداية)[ ]))?"
    rf"(?P<prefix>[بلو]?)(?P<name>{'|'.join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))})"
    rf"(?!\w|/\w)(?:[ ](?P<year>{_NUMBER})(?!\w))?"
)


def _numbers(passage: Passage) -> dict[str, list[tuple[int, int]]]:
    text = passage.text
    for pattern in _CODES:
        text = pattern.sub(lambda found: MASK * len(found.group()), text)
    return {name: [found.span() for found in digits.finditer(text)] for name, digits in _DIGITS.items()}


def _in_digits(passage: Passage, winner: str, numbers: dict[str, list[tuple[int, int]]]) -> Iterator[Hit]:
    to_winner = TO_ARABIC_INDIC if winner == "arab" else TO_LATIN_DIGITS
    for start, end in sorted(span for name, spans in numbers.items() if name != winner for span in spans):
        yield Hit(start, end, replacement=passage.text[start:end].translate(to_winner))


@check(
    "mixed-digits",
    Severity.WARNING,
    gettext_noop("Two systems of digits stand in one text: %(found)s"),
    arabic="أرقام عربية مشرقية وأرقام 0–9 في نص واحد، خارج الكلمات اللاتينية والروابط وأرقام الهاتف.",
    example="٣ من 5 و6",
    languages=_AR,
)
def mixed_digits(passage: Passage) -> Iterator[Hit]:
    """The rarer of two systems of digits in one field, outside Latin words, links, handles and telephone numbers."""
    numbers = _numbers(passage)
    winner = passage.style.digits or max(("latn", "arab"), key=lambda name: len(numbers[name]))
    if sum(map(bool, numbers.values())) > 1 and (numbers[winner] or passage.style.digits):
        yield from _in_digits(passage, winner, numbers)


@check(
    "house-digits",
    Severity.HINT,
    gettext_noop("Not the house's digits: %(found)s"),
    arabic="أرقام غير أرقام المؤسسة، حين يكون النص كله بها.",
    example="في ٣ أيام",
    languages=_AR,
)
def house_digits(passage: Passage) -> Iterator[Hit]:
    """A text all of whose digits are not the house's, where the house has set which it prints."""
    numbers = _numbers(passage) if passage.style.digits else {}
    if sum(map(bool, numbers.values())) == 1:
        yield from _in_digits(passage, passage.style.digits, numbers)


@check(
    "percent-style",
    Severity.HINT,
    gettext_noop("The per cent sign is not that of its digits: %(found)s"),
    arabic="علامة النسبة المئوية لا توافق الأرقام التي قبلها (٣% أو 3٪)، أو ليست علامة المؤسسة.",
    example="بلغت 3٪ اليوم",
    languages=_AR,
)
def percent_style(passage: Passage) -> Iterator[Hit]:
    """A per cent sign that does not match its digits (٣%, 3٪), or is not the one that the house has set."""
    house = passage.style.percent
    if not house:
        for found in _PERCENT.finditer(passage.text):
            yield Hit(*found.span(), replacement="٪" if found.group() == "%" else "%")
        return
    for found in _ANY_PERCENT.finditer(passage.text):
        if found.group() != house:
            yield Hit(*found.span(), replacement=house)


@check(
    "month-names",
    Severity.HINT,
    gettext_noop("Months are %(better)s in this house."),
    arabic="اسم شهر من غير التسمية التي اختارتها المؤسسة، إلى جانب رقم أو كلمة تدل على أنه شهر.",
    example="في 7 نوفمبر 2026",
    languages=_AR,
)
def month_names(passage: Passage) -> Iterator[Hit]:
    """A month by another region's name than the house's, beside a number or a word that shows it is a month."""
    if not passage.style.months:
        return
    names = MONTHS_AR[passage.style.months]
    for found in _MONTH.finditer(passage.text):
        wanted = names[_MONTHS[found["name"]]]
        is_month = found["day"] or found["month"] or found["year"]
        if is_month and wanted != found["name"] and not passage.is_quoted(found.start("name")):
            yield Hit(*found.span("name"), replacement=wanted, parameters={"better": wanted})
