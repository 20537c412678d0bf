"""What the desk's templates need of language/: times in the house's zone, and the direction of a piece of text."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.language.blocks import Block, split
from articles.language.dates import format_date, format_moment, format_time
from articles.language.direction import direction_of

register = template.Library()


@register.filter
def direction(language: str) -> str:
    """Return rtl or ltr for a language."""
    return direction_of(language)


@register.filter
def blocks(html: str) -> list[Block]:
    """Return the blocks of a body, to be shown as text."""
    return split(html)


@register.simple_tag(takes_context=True)
def zone(context: dict[str, Any]) -> str:
    """Return the name of the zone in which the desk's times are typed and told."""
    return getattr(context["house"], f"zone_name_{context['language']}")


@register.simple_tag(takes_context=True)
def field(context: dict[str, Any], bound: BoundField) -> SafeString:
    """Return a field with its label, its help and what was wrong with it; sixty templates would cost as much again."""
    label, errors = capfirst(bound.label), bound.errors
    if bound.use_fieldset:
        shown = format_html("<fieldset><legend>{}</legend>{}</fieldset>", label, bound)
    else:
        shown = format_html('<label for="{}">{}</label>{}', bound.id_for_label, label, bound)
    parts = [shown]
    if bound.widget_type == "datetime":
        parts.append(format_html('<div class="help">{}</div>', zone(context)))
    if bound.help_text:
        parts.append(format_html('<div class="help" id="{}_helptext">{}</div>', bound.auto_id, bound.help_text))
    if errors:
        parts.append(format_html("{}", errors))
    inside = format_html_join("\n", "{}", ((part,) for part in parts))
    has_error = " has-error" if errors else ""
    return format_html('<div class="desk-field{}" id="field-{}">{}</div>', has_error, bound.html_name, inside)


@register.simple_tag(takes_context=True)
def when(context: dict[str, Any], moment: datetime | None) -> SafeString | str:
    """Return a moment in full, with the name of the house's zone."""
    if moment is None:
        return ""
    house, language = context["house"], context["language"]
    zone_name = getattr(house, f"zone_name_{language}")
    text = format_moment(_local(moment, house), language, months=house.months, digits=house.digits, zone_name=zone_name)
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(timespec="seconds"), text)


@register.simple_tag(takes_context=True)
def briefly(context: dict[str, Any], moment: datetime | None) -> SafeString | str:
    """Return the hour of a moment of today, the day of any other; in full on hovering. A page names the zone once."""
    if moment is None:
        return ""
    house, language = context["house"], context["language"]
    local, now = _local(moment, house), _local(timezone.now(), house)
    how = {"months": house.months, "digits": house.digits}
    hour = format_time(local, language, digits=house.digits)
    day = format_date(local.date(), language, **how)
    if local.date() == now.date() - timedelta(days=1):
        day = _("Yesterday")
    elif local.year == now.year:
        day = day.rpartition(" ")[0]
    is_today = local.date() == now.date()
    text = hour if is_today else f"{day}{'،' if language == 'ar' else ','} {hour}"
    full = format_moment(local, language, zone_name=getattr(house, f"zone_name_{language}"), **how)
    return format_html('<time datetime="{}" title="{}">{}</time>', moment.isoformat(timespec="seconds"), full, text)


@register.simple_tag(takes_context=True)
def hour(context: dict[str, Any], moment: datetime) -> SafeString:
    """Return the hour of a moment whose day stands above it."""
    house = context["house"]
    text = format_time(_local(moment, house), context["language"], digits=house.digits)
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(timespec="seconds"), text)


def _local(moment: datetime, house: Any) -> datetime:
    return moment.astimezone(ZoneInfo(house.time_zone))
