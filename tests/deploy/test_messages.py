"""Messages are found in code and templates, and the catalogue is held to them."""

import gettext

import polib
import pytest

from deploy import messages
from deploy.extraction import messages_of_python, messages_of_template

TEMPLATE = """
{% load i18n %}{% translate "Submit (for review)" %}
{% blocktranslate count number=n trimmed %}{{ number }} article{% plural %}{{ number }} articles{% endblocktranslate %}
{% translate "May" context "month" %} <p title="{{ _('Desk') }}">
{% blocktranslate %}It's "{{ name }}"{% endblocktranslate %}</p>
"""
PYTHON = """
label = _("Headline")
label = gettext_lazy("Deck" " and " "kicker")
text = ngettext("%(n)s note", "%(n)s notes", n) % {"n": n}
text = pgettext("month", "May")
text = _(variable)
"""


def catalogue_of(*entries: polib.POEntry) -> polib.POFile:
    """A catalogue with Arabic's plural rule and these entries."""
    catalogue = polib.POFile()
    catalogue.metadata = messages.METADATA
    catalogue.extend(entries)
    return catalogue


def keys(found):
    return [(message.context, message.singular, message.plural) for message in found]


def test_messages_of_python_are_found_in_every_form():
    assert sorted(keys(messages_of_python(PYTHON, "x.py"))) == [
        ("", "%(n)s note", "%(n)s notes"),
        ("", "Deck and kicker", ""),
        ("", "Headline", ""),
        ("month", "May", ""),
    ]


def test_messages_of_templates_are_found_in_every_form():
    assert keys(messages_of_template(TEMPLATE, "x.html")) == [
        ("", "Submit (for review)", ""),
        ("", "%(number)s article", "%(number)s articles"),
        ("month", "May", ""),
        ("", "Desk", ""),
        ("", 'It\'s "%(name)s"', ""),
    ]


def test_an_update_adds_keeps_and_drops():
    own = polib.POEntry(msgid="Headline", msgstr="العنوان")
    gone = polib.POEntry(msgid="No longer said", msgstr="لم يعد")
    override = polib.POEntry(msgid="Django administration", msgstr="المكتب", tcomment="Django's own, in our words")
    catalogue = catalogue_of(own, gone, override)

    messages.update(catalogue, messages_of_python(PYTHON, "x.py"))

    assert {entry.msgid for entry in catalogue} == {
        "%(n)s note",
        "Deck and kicker",
        "Django administration",
        "Headline",
        "May",
    }
    assert catalogue.find("Headline").msgstr == "العنوان"
    assert len(catalogue.find("%(n)s note").msgstr_plural) == 6


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (polib.POEntry(msgid="Headline", msgstr=""), "untranslated"),
        (polib.POEntry(msgid="Headline", msgstr="العنوان", flags=["fuzzy"]), "fuzzy entry"),
        (polib.POEntry(msgid="By %(name)s", msgstr="بقلم"), "a placeholder is lost"),
        (polib.POEntry(msgid="By %(name)s", msgstr="بقلم %(nom)s"), "a placeholder that the message has not"),
        (polib.POEntry(msgid="a", msgid_plural="b", msgstr_plural={0: "ا", 1: "ب"}), "not six plural forms"),
    ],
)
def test_a_fault_of_the_catalogue_is_named(entry, fault):
    assert any(sentence.startswith(fault) for sentence in messages.faults(catalogue_of(entry), []))


def test_one_and_two_may_say_the_number_in_words():
    forms = {0: "لا مواد", 1: "مادة واحدة", 2: "مادتان", 3: "%(n)s مواد", 4: "%(n)s مادة", 5: "%(n)s مادة"}
    entry = polib.POEntry(msgid="%(n)s article", msgid_plural="%(n)s articles", msgstr_plural=forms)

    assert messages.faults(catalogue_of(entry), []) == []


def test_a_message_of_the_code_that_is_not_in_the_catalogue_is_named():
    found = messages.faults(catalogue_of(), messages_of_python('_("Spike")', "articles/x.py"))

    assert found == ["articles/x.py: not in the catalogue: 'Spike'"]


def test_only_a_stale_catalogue_is_compiled(tmp_path):
    folder = tmp_path / "articles" / "locale" / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue_of(polib.POEntry(msgid="Headline", msgstr="العنوان")).save(str(folder / "django.po"))

    assert messages.compile_stale(tmp_path) == [folder / "django.po"]
    assert messages.compile_stale(tmp_path) == []
    with (folder / "django.mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Headline") == "العنوان"
