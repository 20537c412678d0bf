"""Read the messages out of the code and the templates, without gettext: which words there are to translate."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

SINGULAR = {"_", "gettext", "gettext_lazy", "gettext_noop", "N_"}
PLURAL = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
PLURAL_IN_CONTEXT = {"npgettext", "npgettext_lazy"}
# What templatize leaves of a template: calls of the same functions, with everything else blanked out.
CALL = re.compile(r"\b(?:_|gettext|ngettext|pgettext|npgettext)\(")


@dataclass(frozen=True)
class Message:
    """One message as it stands in the code: context, singular and plural ('' where there is none), and its place."""

    context: str
    singular: str
    plural: str
    place: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes two messages the same to a catalogue."""
        return (self.context, self.singular)


def messages_in(base: Path, *folders: str) -> list[Message]:
    """All messages of the Python files and templates in these folders, in the order of their places."""
    found: list[Message] = []
    for folder in folders:
        for path in sorted((base / folder).rglob("*")):
            place = path.relative_to(base).as_posix()
            if path.suffix == ".py" and "/migrations/" not in place:
                found += messages_of_python(path.read_text(encoding="utf-8"), place)
            elif path.suffix in {".html", ".txt", ".xml"}:
                found += messages_of_template(path.read_text(encoding="utf-8"), place)
    return found


def messages_of_python(source: str, place: str) -> list[Message]:
    """The messages of one Python file."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [message for call in calls if (message := _message_of(call, place))]


def messages_of_template(source: str, place: str) -> list[Message]:
    """The messages of one Django template."""
    return [
        message
        for call in _calls_of_template(templatize(source, origin=place))
        if (message := _message_of(call, place))
    ]


def _message_of(call: ast.Call, place: str) -> Message | None:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    texts = [_text_of(argument) for argument in call.args]
    if name in SINGULAR and texts[:1] and texts[0]:
        return Message("", texts[0], "", place)
    if name in PLURAL and len(texts) > 1 and texts[0] and texts[1]:
        return Message("", texts[0], texts[1], place)
    if name in IN_CONTEXT and len(texts) > 1 and texts[0] and texts[1]:
        return Message(texts[0], texts[1], "", place)
    if name in PLURAL_IN_CONTEXT and len(texts) > 2 and texts[0] and texts[1] and texts[2]:
        return Message(texts[0], texts[1], texts[2], place)
    return None


def _text_of(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _calls_of_template(source: str) -> Iterator[ast.Call]:
    for match in CALL.finditer(source):
        call = _call_at(source, match.start())
        if call:
            yield call


def _call_at(source: str, start: int) -> ast.Call | None:
    # A message may itself hold brackets: take the shortest stretch that is an expression.
    end = start
    while (end := source.find(")", end) + 1) > 0:
        try:
            parsed = ast.parse(source[start:end].strip(), mode="eval").body
        except SyntaxError:
            continue
        return parsed if isinstance(parsed, ast.Call) else None
    return None
