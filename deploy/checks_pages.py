"""Write docs/checks.en.md and docs/checks.ar.md from the checks; `--check` only says whether they are old."""

import sys
from collections.abc import Iterator
from pathlib import Path

import polib

from articles.language.across import COMPARISONS, Comparison
from articles.language.findings import Check, Severity, documented
from deploy.messages import CATALOGUE

DOCS = Path(__file__).resolve().parent.parent / "docs"
SEVERITIES = {
    Severity.ERROR: ("Errors: they stop approval and publication", "أخطاء تمنع الاعتماد والنشر"),
    Severity.WARNING: ("Warnings: they ask", "تنبيهات تسأل"),
    Severity.HINT: ("Hints: they help", "اقتراحات تساعد"),
}
ENGLISH = """# The checks

What the desk looks for in every text, while it is typed and when it is saved; and in the words of a front's slots, of
the strip and of a photo's credit, where errors are refused as well. This page is written from the checks themselves by
`make checks`.

Nothing inside a passage marked as verbatim or as Qur'an, or between ﴿ and ﴾, is looked at; addresses, handles and
hashtags are left alone. Inside a quotation a mending is offered one by one, never by *Mend all*. Any writer may leave
a warning or a hint as it is, any editor an error, with a reason that goes on record; but an unresolved `{…}`, a missing
headline, a payer who is not named and a control that turns a headline's direction have to be mended.

`manage.py check_style [ID…] [--section S] [--language ar] [--since 2026-11-01] [--check ID] [--csv]` looks through the
archive.
"""
ARABIC = """# قواعد التدقيق

ما يبحث عنه الديسك في كل نص، في أثناء الكتابة وعند الحفظ، وفي عناوين خانات الصفحة الرئيسية وشريط العاجل وحقوق الصور،
وفيها تُردّ الأخطاء أيضًا. تُكتب هذه الصفحة من القواعد نفسها بالأمر `make checks`.

لا يُفحص ما بداخل النص الحرفي والآيات، ولا ما بين ﴿ و﴾، ولا تُمسّ الروابط وأسماء الحسابات والوسوم. وداخل الاقتباس يُعرض
الإصلاح موضعًا موضعًا، ولا يشمله «إصلاح كل ما هو من هذا النوع». لكل كاتب أن يُبقي تنبيهًا أو اقتراحًا كما هو، ولكل محرر ديسك
أن يتجاوز خطأ، مع سبب يُسجَّل؛ إلا حقل قالب لم يُملأ `{…}` وعنوانًا غائبًا
وجهةً دافعة لم تُذكر ورمزًا يقلب اتجاه العنوان، فلا بد من إصلاحها.

الأمر `manage.py check_style [ID…] [--section S] [--language ar] [--since 2026-11-01] [--check ID] [--csv]` يدقّق
الأرشيف.
"""


def pages() -> dict[Path, str]:
    """Return what the pages should say."""
    return {DOCS / "checks.en.md": "".join(_page(0)), DOCS / "checks.ar.md": "".join(_page(1))}


def _page(language: int) -> Iterator[str]:
    yield (ENGLISH, ARABIC)[language]
    said = {entry.msgid: str(entry.msgstr) for entry in polib.pofile(str(CATALOGUE))}
    everything: list[Check | Comparison] = [*documented(), *COMPARISONS]
    for severity, titles in SEVERITIES.items():
        yield f"\n## {titles[language]}\n"
        for each in everything:
            if each.severity is not severity:
                continue
            message = said.get(each.message, each.message) if language else each.message
            # By what the desk says, which is what somebody looks up; then by the name that commands know.
            yield f"\n### {_title(message)}\n\n{_one_line((each.description, each.arabic)[language])} (`{each.id}`)\n"
            if each.example:
                yield f"\n{('Example', 'مثال')[language]}: `{_visible(each.example)}`\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _title(message: str) -> str:
    return _one_line(_without_holes(message)).rstrip(".").removesuffix(": …")


def _without_holes(message: str) -> str:
    for hole in ("found", "better", "spellings", "reason", "insert"):
        message = message.replace(f"%({hole})s", "…")
    for hole in ("letters", "limit", "words", "missing", "written"):
        message = message.replace(f"%({hole})d", "…")
    return message


def _visible(example: str) -> str:
    return "".join(
        sign if sign.isprintable() else " ⏎ " if sign == "\n" else f"⟨U+{ord(sign):04X}⟩" for sign in example
    )


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are old."""
    old = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in old:
            print(f"{path.name} is old: make checks")
        return 1 if old else 0
    for path in old:
        path.write_text(pages()[path], encoding="utf-8")
        print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
