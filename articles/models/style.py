"""The house's style as its chief keeps it, the names it knows, and the findings that somebody left as they are."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.language.folding import fold_name, sort_key
from articles.language.house_style import Hamza, Quotes, read_glossary
from articles.models.choices import Digits, Language, Months
from articles.models.people import User, refuse_turning
from articles.models.stories import Article


class HamzaRule(models.TextChoices):
    """How the house writes the hamza on an alef."""

    OFF = Hamza.OFF.value, pgettext_lazy("hamza", "As it comes")
    PLAIN = Hamza.PLAIN.value, pgettext_lazy("hamza", "Not at the beginning of a word (اعلن)")
    FULL = Hamza.FULL.value, pgettext_lazy("hamza", "Always (أعلن)")


class QuotesRule(models.TextChoices):
    """Which quotation marks the house prints."""

    OFF = Quotes.OFF.value, pgettext_lazy("quotation marks", "As they come")
    HOUSE = Quotes.HOUSE.value, "«…»"
    CURLY = Quotes.CURLY.value, "“…”"
    STRAIGHT = Quotes.STRAIGHT.value, '"…"'


class PercentRule(models.TextChoices):
    """Which per cent sign the house prints."""

    MATCHING = "", pgettext_lazy("per cent sign", "That of the digits before it")
    LATIN = "%", "%"
    ARABIC = "٪", "٪"


def one_entry_a_line(text: str) -> None:
    """Refuse a glossary with a line that names no variant."""
    for line in filter(str.strip, text.splitlines()):
        if not read_glossary(line):
            raise ValidationError(
                _("One line a word: the house's spelling = other spellings. Not so: %(line)s") % {"line": line}
            )


class HouseStyle(models.Model):
    """How the house writes one language; a house that has set nothing yet has no row."""

    language = models.CharField(_("language"), max_length=2, choices=Language.choices, primary_key=True)
    hamza = models.CharField(_("hamza"), max_length=5, choices=HamzaRule.choices, default=HamzaRule.OFF)
    digits = models.CharField(_("digits"), max_length=4, choices=Digits.choices, blank=True)
    quotes = models.CharField(_("quotation marks"), max_length=10, choices=QuotesRule.choices, default=QuotesRule.HOUSE)
    months = models.CharField(_("month names"), max_length=10, choices=Months.choices, blank=True)
    percent = models.CharField(_("per cent sign"), max_length=1, choices=PercentRule.choices, blank=True)
    glossary = models.TextField(
        _("glossary"),
        blank=True,
        validators=[one_entry_a_line],
        help_text=_("One line a word: the house's spelling = other spellings, between commas."),
    )
    ambiguous = models.TextField(
        _("words left alone"), blank=True, help_text=_("Words that are right as they are typed, between blanks.")
    )
    headline_short = models.PositiveSmallIntegerField(_("shortest headline"), default=0)
    headline_long = models.PositiveSmallIntegerField(
        _("long headline"), default=75, validators=[MinValueValidator(10), MaxValueValidator(300)]
    )
    headline_too_long = models.PositiveSmallIntegerField(
        _("headline too long"), default=110, validators=[MinValueValidator(10), MaxValueValidator(300)]
    )
    sentence_long = models.PositiveSmallIntegerField(
        _("words of a long sentence"), default=45, validators=[MinValueValidator(10), MaxValueValidator(500)]
    )
    asks_byline = models.BooleanField(
        _("asks for a byline"), default=False, help_text=_("A text that nobody signs is asked about; a flash is not.")
    )
    asks_dateline = models.BooleanField(
        _("asks for a dateline"), default=False, help_text=_("News that does not say from where is asked about.")
    )
    stamp = models.CharField(max_length=32, editable=False)

    class Meta:
        verbose_name = _("house style")
        verbose_name_plural = pgettext_lazy("plural", "house style")

    def __str__(self) -> str:
        return str(self.get_language_display())


class TermRule(models.Model):
    """A word over which the house has a rule: what it writes instead, or only a question, and why."""

    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    word = models.CharField(_("word"), max_length=80)
    key = models.CharField(max_length=80, editable=False)
    sort_key_ar = models.CharField(max_length=80, editable=False)
    preferred = models.CharField(
        _("the house writes"), max_length=80, blank=True, help_text=_("Empty: the desk is only asked.")
    )
    reason = models.CharField(_("reason"), max_length=200)

    class Meta:
        verbose_name = _("term rule")
        verbose_name_plural = _("term rules")
        ordering = ["language", "sort_key_ar", "pk"]
        constraints = [models.UniqueConstraint(fields=["language", "key"], name="term_rule_is_one_a_word")]

    def __str__(self) -> str:
        return self.word

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the keys in step with the word."""
        self.key, self.sort_key_ar = fold_name(self.word)[:80], sort_key(self.word)[:80]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a second rule over one word, in whatever spelling."""
        self.key = fold_name(self.word)[:80]
        _one_of_its_key(self, language=self.language, key=self.key)


class NameEntry(models.Model):
    """A person, a place or a body in both languages, each form as the house writes it."""

    name_ar = models.CharField(_("name in Arabic"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    key = models.CharField(max_length=120, unique=True, editable=False)
    sort_key_ar = models.CharField(max_length=120, editable=False, db_index=True)
    role = models.CharField(_("who or what it is"), max_length=160, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["sort_key_ar", "pk"]

    def __str__(self) -> str:
        return f"{self.name_ar} · {self.name_en}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the keys in step with the name."""
        self.key, self.sort_key_ar = fold_name(self.name_ar)[:120], sort_key(self.name_ar)[:120]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a second entry of one name, in whatever spelling, and a control that turns it."""
        refuse_turning(self.name_ar, self.name_en)
        self.key = fold_name(self.name_ar)[:120]
        _one_of_its_key(self, key=self.key)


def _one_of_its_key(entry: Any, **wanted: str) -> None:
    if not wanted["key"]:
        raise ValidationError(_("This has no letters."))
    if type(entry)._default_manager.filter(**wanted).exclude(pk=entry.pk).exists():
        raise ValidationError(_("It is there already, perhaps in another spelling."))


class FindingDismissal(models.Model):
    """A place that somebody looked at and left as it is: never asked about again in this article."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="dismissals")
    check_id = models.CharField(max_length=40)
    severity = models.CharField(max_length=8)
    place = models.CharField(
        max_length=64, help_text="A digest of the check, the field, the words and their neighbours."
    )
    found = models.CharField(max_length=40, blank=True)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "place"], name="dismissal_is_one_a_place")]

    def __str__(self) -> str:
        return f"{self.check_id}: {self.found}"


class KeptFindings(models.Model):
    """What the checks found in an article's newest text when it was saved; a key says of which text and which style."""

    article = models.OneToOneField(Article, models.PROTECT, primary_key=True, related_name="kept_findings")
    key = models.CharField(max_length=64)
    found = models.TextField(help_text="As JSON; empty where there are too many to keep.")
    across_key = models.CharField(max_length=64, blank=True)
    across = models.TextField(default="[]", help_text="What the other edition has and this one lacks.")

    def __str__(self) -> str:
        return str(self.article_id)
