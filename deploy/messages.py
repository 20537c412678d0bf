"""The Arabic catalogue, without gettext: bring it up to date with the code, check it, compile it.

`python -m deploy.messages update | check | compile`. Entries whose translator comment begins with "Django" override
a sentence of Django's own; they are not in our code and are kept.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import django
import polib
from django.conf import settings

from deploy.extraction import Message, messages_in

BASE_DIR = Path(__file__).resolve().parent.parent
CATALOGUE = BASE_DIR / "articles" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
FOLDERS = ("articles", "newsroom", "templates")
OVERRIDES = "Django"
PLURAL_FORMS = (
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;"
)
METADATA = {
    "Project-Id-Version": "Rased",
    "Language": "ar",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": PLURAL_FORMS,
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sdif]|\{(\w*)\}")


def compile_stale(base: Path = BASE_DIR) -> list[Path]:
    """Compile every catalogue that is newer than its compiled form; returns those compiled."""
    stale = [
        path
        for path in sorted((base / "articles" / "locale").glob("*/LC_MESSAGES/*.po"))
        if not path.with_suffix(".mo").exists() or path.with_suffix(".mo").stat().st_mtime < path.stat().st_mtime
    ]
    for path in stale:
        # Beside it first: another process may be reading the old one.
        fresh = path.with_suffix(".mo.new")
        polib.pofile(str(path)).save_as_mofile(str(fresh))
        fresh.replace(path.with_suffix(".mo"))
    return stale


def update(catalogue: polib.POFile, messages: Iterable[Message]) -> None:
    """Add what the code says and the catalogue lacks, take out what the code no longer says, note the places."""
    places: dict[tuple[str, str], list[str]] = {}
    entries = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
    for message in messages:
        places.setdefault(message.key, []).append(message.place)
        entry = entries.get(message.key)
        if entry is None:
            entry = polib.POEntry(msgctxt=message.context or None, msgid=message.singular)
            entries[message.key] = entry
            catalogue.append(entry)
        if message.plural and not entry.msgid_plural:
            entry.msgid_plural, entry.msgstr = message.plural, ""
            entry.msgstr_plural = dict.fromkeys(range(6), "")
    for key, entry in entries.items():
        entry.occurrences = [(place, "") for place in sorted(set(places.get(key, [])))]
    kept = [entry for key, entry in entries.items() if key in places or entry.tcomment.startswith(OVERRIDES)]
    catalogue[:] = sorted(kept, key=lambda entry: (entry.occurrences, entry.msgid))


def faults(catalogue: polib.POFile, messages: Iterable[Message]) -> list[str]:
    """What is wrong with the catalogue, a sentence each: entries missing, untranslated, fuzzy, or lost placeholders."""
    sentences = [] if catalogue.metadata.get("Plural-Forms") == PLURAL_FORMS else ["Plural-Forms is not Arabic's six."]
    known = {(entry.msgctxt or "", entry.msgid) for entry in catalogue if not entry.obsolete}
    missing = {message.key: message for message in messages if message.key not in known}
    sentences += [f"{message.place}: not in the catalogue: {message.singular!r}" for message in missing.values()]
    for entry in catalogue:
        sentences += [f"{fault}: {entry.msgid!r}" for fault in _faults_of(entry)]
    return sentences


def _faults_of(entry: polib.POEntry) -> list[str]:
    if entry.obsolete:
        return ["obsolete entry"]
    found = ["fuzzy entry"] if entry.fuzzy else []
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if entry.msgid_plural and len(texts) != 6:
        found.append("not six plural forms")
    if not all(text.strip() for text in texts):
        return [*found, "untranslated"]
    wanted = _placeholders(entry.msgid) | _placeholders(entry.msgid_plural)
    # «مادة واحدة» and «مادتان» say the number in words.
    owed = _placeholders(entry.msgid) & _placeholders(entry.msgid_plural) if entry.msgid_plural else wanted
    if any(not _placeholders(text) <= wanted for text in texts):
        found.append("a placeholder that the message has not")
    if any(not owed <= _placeholders(text) for text in (texts[3:] if entry.msgid_plural else texts)):
        found.append("a placeholder is lost")
    return found


def _placeholders(text: str) -> set[str]:
    return {first or second for first, second in PLACEHOLDER.findall(text or "")}


def read() -> polib.POFile:
    """The catalogue as it stands, or a new one."""
    if CATALOGUE.exists():
        return polib.pofile(str(CATALOGUE), wrapwidth=100)
    fresh = polib.POFile(wrapwidth=100)
    fresh.metadata = METADATA
    return fresh


def main(arguments: list[str]) -> int:
    """Update, check or compile; the exit code is 1 when a check finds something."""
    if arguments == ["compile"]:
        compile_stale()
        return 0
    settings.configure()
    django.setup()
    messages = messages_in(BASE_DIR, *FOLDERS)
    catalogue = read()
    if arguments == ["update"]:
        update(catalogue, messages)
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(CATALOGUE))
        compile_stale()
    found = faults(catalogue, messages)
    print("\n".join(found) or f"The Arabic catalogue is whole: {len(catalogue)} messages.")
    if found:
        print(f"{len(found)} to mend in {CATALOGUE.relative_to(BASE_DIR)}.")
    return 1 if found and arguments == ["check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
