"""Widgets written out in Python: exactly what Django's own widget templates say, at a tenth of their cost.

An article's form has some sixty widgets. Django renders each through two to five templates, which cost more than
everything else of the page; what is not written here goes on to those templates.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape

Widget = Mapping[str, Any]


class QuickRenderer(DjangoTemplates):
    """Django's form renderer, with the plain widgets written out."""

    def render(self, template_name: str, context: Mapping[str, Any], request: Any = None) -> str:
        """Return a widget's, a field's or a form's HTML."""
        write = WRITTEN.get(template_name)
        if write is None or "widget" not in context:
            return super().render(template_name, context, request)  # type: ignore[arg-type]
        return write(context["widget"])


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_said(widget["value"])}"'
    return f'<input type="{_said(widget["type"])}" name="{_said(widget["name"])}"{value}{_attrs(widget)}>'


def _textarea(widget: Widget) -> str:
    return (
        f'<textarea name="{_said(widget["name"])}"{_attrs(widget)}>\n'
        f"{_said(widget['value']) if widget['value'] else ''}</textarea>"
    )


def _select(widget: Widget) -> str:
    groups = []
    for name, options, _index in widget["optgroups"]:
        said = "".join(f"\n  {_option(option)}" for option in options)
        groups.append(f'\n  <optgroup label="{_said(name)}">{said}\n  </optgroup>' if name else said)
    return f'<select name="{_said(widget["name"])}"{_attrs(widget)}>{"".join(groups)}\n</select>'


def _option(option: Widget) -> str:
    return f'<option value="{_said(option["value"])}"{_attrs(option)}>{_said(option["label"])}</option>'


def _several(widget: Widget) -> str:
    groups = []
    for name, options, _index in widget["optgroups"]:
        said = "".join(f"<div>\n    {_choice(option)}\n\n</div>" for option in options)
        groups.append(f"\n  <div><label>{_said(name)}</label>{said}\n  </div>" if name else said)
    own = "".join(f' {name}="{_said(widget["attrs"][name])}"' for name in ("id", "class") if widget["attrs"].get(name))
    return f"<div{own}>{''.join(groups)}\n</div>"


def _choice(option: Widget) -> str:
    pk = option["attrs"].get("id")
    target = f' for="{_said(pk)}"' if pk else ""
    return f"<label{target}>{_input(option)}\n {_said(option['label'])}</label>"


def _attrs(widget: Widget) -> str:
    return "".join(
        f" {_said(name)}" if value is True else f' {_said(name)}="{_said(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _said(value: Any) -> str:
    return conditional_escape(value if isinstance(value, str) else str(value))


_KINDS = ("text", "number", "hidden", "checkbox", "datetime", "date", "time", "email", "url", "password")

WRITTEN: dict[str | None, Callable[[Widget], str]] = {
    **{f"django/forms/widgets/{kind}.html": _input for kind in _KINDS},
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
    "django/forms/widgets/radio.html": _several,
    "django/forms/widgets/checkbox_select.html": _several,
}
