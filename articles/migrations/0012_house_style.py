import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import articles.models.style


def one_row_a_language(apps, _editor):
    """Give each language its row, with a house's defaults."""
    for language in ("ar", "en"):
        apps.get_model("articles", "HouseStyle").objects.create(language=language)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_wire_items"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseStyle",
            fields=[
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")],
                        max_length=2,
                        primary_key=True,
                        serialize=False,
                        verbose_name="language",
                    ),
                ),
                (
                    "hamza",
                    models.CharField(
                        choices=[
                            ("off", "As it comes"),
                            ("plain", "Not at the beginning of a word (اعلن)"),
                            ("full", "Always (أعلن)"),
                        ],
                        default="off",
                        max_length=5,
                        verbose_name="hamza",
                    ),
                ),
                (
                    "digits",
                    models.CharField(
                        blank=True,
                        choices=[("latn", "0123456789"), ("arab", "٠١٢٣٤٥٦٧٨٩")],
                        max_length=4,
                        verbose_name="digits",
                    ),
                ),
                (
                    "quotes",
                    models.CharField(
                        choices=[("off", "As they come"), ("guillemets", "«…»"), ("curly", "“…”"), ("straight", '"…"')],
                        default="guillemets",
                        max_length=10,
                        verbose_name="quotation marks",
                    ),
                ),
                (
                    "months",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("levantine", "تشرين الثاني"),
                            ("egyptian", "نوفمبر"),
                            ("maghrebi", "نونبر"),
                            ("dual", "تشرين الثاني/نوفمبر"),
                        ],
                        max_length=10,
                        verbose_name="month names",
                    ),
                ),
                (
                    "percent",
                    models.CharField(
                        blank=True,
                        choices=[("", "That of the digits before it"), ("%", "%"), ("٪", "٪")],
                        max_length=1,
                        verbose_name="per cent sign",
                    ),
                ),
                (
                    "glossary",
                    models.TextField(
                        blank=True,
                        help_text="One line a word: the house's spelling = other spellings, between commas.",
                        validators=[articles.models.style.one_entry_a_line],
                        verbose_name="glossary",
                    ),
                ),
                (
                    "ambiguous",
                    models.TextField(
                        blank=True,
                        help_text="Words that are right as they are typed, between blanks.",
                        verbose_name="words left alone",
                    ),
                ),
                ("headline_short", models.PositiveSmallIntegerField(default=0, verbose_name="shortest headline")),
                (
                    "headline_long",
                    models.PositiveSmallIntegerField(
                        default=75,
                        validators=[
                            django.core.validators.MinValueValidator(10),
                            django.core.validators.MaxValueValidator(300),
                        ],
                        verbose_name="long headline",
                    ),
                ),
                (
                    "headline_too_long",
                    models.PositiveSmallIntegerField(
                        default=110,
                        validators=[
                            django.core.validators.MinValueValidator(10),
                            django.core.validators.MaxValueValidator(300),
                        ],
                        verbose_name="headline too long",
                    ),
                ),
                (
                    "sentence_long",
                    models.PositiveSmallIntegerField(
                        default=45,
                        validators=[
                            django.core.validators.MinValueValidator(10),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="words of a long sentence",
                    ),
                ),
                ("stamp", models.CharField(editable=False, max_length=32)),
            ],
            options={
                "verbose_name": "house style",
                "verbose_name_plural": "house style",
            },
        ),
        migrations.CreateModel(
            name="NameEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(max_length=120, verbose_name="name in Arabic")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                ("key", models.CharField(editable=False, max_length=120, unique=True)),
                ("role", models.CharField(blank=True, max_length=160, verbose_name="who or what it is")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
            ],
            options={
                "verbose_name": "name",
                "verbose_name_plural": "names",
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="TermRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")], max_length=2, verbose_name="language"
                    ),
                ),
                ("word", models.CharField(max_length=80, verbose_name="word")),
                ("key", models.CharField(editable=False, max_length=80)),
                (
                    "preferred",
                    models.CharField(
                        blank=True,
                        help_text="Empty: the desk is only asked.",
                        max_length=80,
                        verbose_name="the house writes",
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="reason")),
            ],
            options={
                "verbose_name": "term rule",
                "verbose_name_plural": "term rules",
                "ordering": ["language", "key"],
                "constraints": [models.UniqueConstraint(fields=("language", "key"), name="term_rule_is_one_a_word")],
            },
        ),
        migrations.CreateModel(
            name="FindingDismissal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("check_id", models.CharField(max_length=40)),
                ("severity", models.CharField(max_length=8)),
                (
                    "place",
                    models.CharField(
                        help_text="A digest of the check, the field, the words and their neighbours.", max_length=64
                    ),
                ),
                ("found", models.CharField(blank=True, max_length=40)),
                ("reason", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dismissals", to="articles.article"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("article", "place"), name="dismissal_is_one_a_place")],
            },
        ),
        migrations.RunPython(one_row_a_language, migrations.RunPython.noop),
    ]
