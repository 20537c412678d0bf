"""Keeping the house's style, its terms and its names; every process reads them anew after a change."""

import secrets
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import HouseStyle, Language, NameEntry, TermRule, User
from articles.workflow.refusals import NotAllowed
from articles.workflow.rights import allowed
from articles.workflow.style_as_read import style_of
from articles.workflow.table import Duty

__all__ = ["DUTIES", "drop", "keep", "style_of"]

DUTIES: dict[type, Duty] = {
    HouseStyle: Duty.KEEP_HOUSE,
    TermRule: Duty.KEEP_TERMS,
    NameEntry: Duty.KEEP_NAME_GLOSSARY,
}


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
