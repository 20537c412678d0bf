"""The house's style of a language, read once a process until somebody changes it; and the changing of it."""

import secrets
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.language import house_style as language
from articles.language.house_style import UNSET, Name, Term, read_glossary
from articles.models import HouseStyle, Language, NameEntry, TermRule, User
from articles.workflow.refusals import NotAllowed
from articles.workflow.rights import allowed
from articles.workflow.table import Duty

DUTIES: dict[type, Duty] = {
    HouseStyle: Duty.KEEP_HOUSE,
    TermRule: Duty.KEEP_TERMS,
    NameEntry: Duty.KEEP_NAME_GLOSSARY,
}


_READ: dict[str, tuple[str, language.HouseStyle]] = {}


def style_of(code: str) -> language.HouseStyle:
    """Return the house's style of a language. One query, and two more after a change."""
    row = HouseStyle.objects.filter(pk=code).first()
    if row is None:
        return UNSET
    stamp, style = _READ.get(code, ("", UNSET))
    if stamp != row.stamp:
        style = _read(row)
        _READ[code] = (row.stamp, style)
    return style


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
    )


def keep(thing: Any, *, by: User) -> None:
    """Save a style, a term rule or a name, and let every process read the style anew.

    Raises:
        NotAllowed: the table does not give this person the duty.
    """
    if not allowed(by, DUTIES[type(thing)]):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    with transaction.atomic():
        thing.save()
        _renew()


def drop(thing: Any, *, by: User) -> None:
    """Take a term rule or a name away."""
    if not allowed(by, DUTIES[type(thing)]):
        raise NotAllowed(_("You may not do this here."), "not_allowed")
    with transaction.atomic():
        thing.delete()
        _renew()


def _renew() -> None:
    for code in Language.values:
        HouseStyle.objects.update_or_create(pk=code, defaults={"stamp": secrets.token_hex(16)})
