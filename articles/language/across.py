"""What one edition of a story says and the other does not: numbers, dates, names. It only asks: editions may differ."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from articles.language.checks import Finding, Severity, gettext_noop
from articles.language.house_style import Name
from articles.language.tables import MONTHS_AR, MONTHS_EN, TO_LATIN_DIGITS
from articles.language.vocabulary import found_in, vocabulary_of

MOST = 20
"""Of one kind; editions that differ in more are two texts, not one in two languages."""

_SPELT_OUT = 12  # up to here one language writes words where the other writes digits
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9,
    "ألف": 10**3, "الف": 10**3, "آلاف": 10**3, "مليون": 10**6, "ملايين": 10**6,
    "مليار": 10**9, "مليارات": 10**9, "تريليون": 10**12,
}  # fmt: skip
_SEPARATOR = re.compile(r"(?<=\d)[,٬](?=\d{3}(?!\d))")
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.:/-])(?P<number>\d{1,15}(?:[.]\d{1,4})?)(?![\w:/-])"
    rf"(?:[ \u00a0-](?P<scale>{'|'.join(_SCALES)})\b)?"
)
_MONTHS = {
    **{name.casefold(): at for at, name in enumerate(MONTHS_EN, 1)},
    **{name[:3].casefold(): at for at, name in enumerate(MONTHS_EN, 1)},
    "sept": 9,
    **{name: at for names in MONTHS_AR.values() for at, name in enumerate(names, 1)},
}
_NAMES = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DATE = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: من)? (?P<month>{_NAMES})(?!\w)"
    rf"|(?<!\w)(?P<month_first>{_NAMES})\.? (?P<day_after>\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A rule about two editions: what it finds in the other one and misses in this one."""

    id: str
    message: str
    arabic: str
    missing: Callable[[str, str, str, Sequence[Name]], Iterator[tuple[str, str]]]
    severity: Severity = Severity.WARNING
    example: str = ""

    @property
    def description(self) -> str:
        """What the comparison looks for, in English."""
        return " ".join((self.missing.__doc__ or "").split())


def missing_in(own: str, theirs: str, language: str, names: Sequence[Name] = ()) -> list[Finding]:
    """Return what the other edition's visible text has and this one's, in `language`, lacks."""
    own, theirs = own.translate(TO_LATIN_DIGITS), theirs.translate(TO_LATIN_DIGITS)
    if not own.strip() or not theirs.strip():
        return []
    return [
        _finding(comparison, found, insert)
        for comparison in COMPARISONS
        for found, insert in list(comparison.missing(own, theirs, language, names))[:MOST]
    ]


def _finding(comparison: Comparison, found: str, insert: str) -> Finding:
    parameters = {"found": found, "insert": insert}
    return Finding(comparison.id, comparison.severity, "body", 0, 0, comparison.message, parameters)


def _missing_numbers(own: str, theirs: str, _language: str, _names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """A number in the other edition that this one has neither in digits nor as thousands, millions or billions.

    Numbers up to 12, times and dates are left aside: one language writes them as words where the other has digits.
    """
    known = {value for _shown, values in _numbers(own) for value in values}
    said: set[str] = set()
    for shown, values in _numbers(theirs):
        if not known & values and shown not in said and max(values) > _SPELT_OUT:
            said.add(shown)
            yield shown, ""


def _numbers(text: str) -> Iterator[tuple[str, set[float]]]:
    for found in _NUMBER.finditer(_DATE.sub(" ", _SEPARATOR.sub("", text))):
        value = float(found["number"])
        yield found.group(), {value, value * _SCALES.get(found["scale"] or "", 1)}


def _missing_dates(own: str, theirs: str, _language: str, _names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """A day of a month in the other edition that this one does not name, whatever the months are called."""
    known = set(_dates(own).values())
    said: set[tuple[int, int]] = set()
    for shown, date in _dates(theirs).items():
        if date not in known and date not in said:
            said.add(date)
            yield shown, ""


def _dates(text: str) -> dict[str, tuple[int, int]]:
    return {
        found.group(): (
            int(found["day"] or found["day_after"]),
            _MONTHS[(found["month"] or found["month_first"]).casefold()],
        )
        for found in _DATE.finditer(text)
    }


def _missing_names(own: str, theirs: str, language: str, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """A name of the house's list in the other edition whose form in this language does not stand here."""
    here, there = ("ar", "en") if language == "ar" else ("en", "ar")
    pairs = [(getattr(name, there), getattr(name, here)) for name in names]
    in_theirs = dict.fromkeys(
        (theirs[match.start : match.end], match.entry.value) for match in found_in(theirs, vocabulary_of(pairs))
    )
    in_own = {match.entry.value for match in found_in(own, vocabulary_of((form, form) for _other, form in pairs))}
    yield from ((found, form) for found, form in in_theirs if form not in in_own)


COMPARISONS = (
    Comparison(
        "number-missing",
        gettext_noop("The other edition has this number: %(found)s"),
        "عدد في النسخة الأخرى لا يرد هنا رقمًا ولا بالآلاف أو الملايين أو المليارات. "
        "الأعداد حتى 12 والأوقات والتواريخ لا تُفحص.",
        _missing_numbers,
    ),
    Comparison(
        "date-missing",
        gettext_noop("The other edition has this date: %(found)s"),
        "يوم من شهر في النسخة الأخرى لا يرد هنا، أيًّا كانت تسمية الشهر.",
        _missing_dates,
    ),
    Comparison(
        "name-missing",
        gettext_noop("The other edition names %(found)s; here the house writes %(insert)s."),
        "اسم من أسماء المؤسسة المعتمدة في النسخة الأخرى، ولا ترد صيغته بهذه اللغة هنا.",
        _missing_names,
    ),
)
