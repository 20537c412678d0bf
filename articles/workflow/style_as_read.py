"""The house's style of a language, read once a process until somebody changes it."""

from articles.language import house_style as language
from articles.language.house_style import UNSET, Name, Term, read_glossary
from articles.models import HouseStyle, Language, NameEntry, TermRule

_READ: dict[str, tuple[str, language.HouseStyle]] = {}


def style_of(code: str) -> language.HouseStyle:
    """Return the house's style of a language. One query, and two more after a change."""
    return stamped(code)[1]


def stamped(code: str, stamp: str | None = None) -> tuple[str, language.HouseStyle]:
    """Return the house's style of a language, and before it what is another after every change of it.

    No query where the caller has read the `stamp` and the process has the style.
    """
    if stamp is not None and _READ.get(code, ("", UNSET))[0] == stamp:
        return _READ.get(code, ("", UNSET))
    row = HouseStyle.objects.filter(pk=code).first()
    if row is None:
        return "", UNSET
    stamp, style = _READ.get(code, ("", UNSET))
    if stamp != row.stamp:
        style = _read(row)
        _READ[code] = (row.stamp, style)
    return row.stamp, style


def names_of(code: str) -> frozenset[str]:
    """Return the names that the house keeps in a language; a change of one is never a small fix."""
    names = style_of(code).names
    return frozenset(name.ar if code == Language.AR else name.en for name in names)


def _read(kept: HouseStyle) -> language.HouseStyle:
    return language.HouseStyle(
        hamza=kept.hamza if kept.pk == Language.AR else UNSET.hamza,
        digits=kept.digits,
        quotes=kept.quotes,
        months=kept.months,
        percent=kept.percent,
        ambiguous=frozenset(kept.ambiguous.split()),
        glossary=read_glossary(kept.glossary),
        terms=tuple(Term(rule.word, rule.preferred, rule.reason) for rule in TermRule.objects.filter(language=kept.pk)),
        names=tuple(Name(name.name_ar, name.name_en, name.role) for name in NameEntry.objects.all()),
        headline_short=kept.headline_short,
        headline_long=kept.headline_long,
        headline_too_long=kept.headline_too_long,
        sentence_long=kept.sentence_long,
        asks_byline=kept.asks_byline,
        asks_dateline=kept.asks_dateline,
    )
