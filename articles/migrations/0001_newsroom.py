import datetime

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import taggit.managers
from django.conf import settings
from django.db import migrations, models

import articles.models.people
import articles.models.photos
import articles.models.stories
import articles.models.style


class Migration(migrations.Migration):
    """The tables of the newsroom.

    What was made in steps before the first release, as one; a database that has them all need not do it again.
    """

    initial = True
    replaces = [
        ("articles", name)
        for name in (
            "0001_initial",
            "0004_draft_buffers",
            "0005_hijri_months",
            "0006_photos_newest",
            "0007_notifications",
            "0008_form_token",
            "0009_renditions_by_cut",
            "0010_planning",
            "0011_wire_items",
            "0012_house_style",
            "0013_pages_about_the_house",
            "0014_search",
            "0015_hidden_bylines",
            "0016_redactions",
            "0017_sign_offs",
            "0018_notes_on_paragraphs",
            "0019_fronts_arranged",
            "0020_the_desks_lists",
            "0021_kept_findings",
            "0022_names_folded",
            "0023_heads_beside_their_rows",
            "0024_wire_token",
        )
    ]

    dependencies = [("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")], max_length=2, verbose_name="language"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("returned", "Returned"),
                            ("approved", "Approved"),
                            ("published", "Published"),
                            ("spiked", "Spiked"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="stage",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("news", "News"),
                            ("flash", "Flash"),
                            ("live", "Live coverage"),
                            ("analysis", "Analysis"),
                            ("opinion", "Opinion"),
                            ("interview", "Interview"),
                            ("explainer", "Explainer"),
                            ("feature", "Feature"),
                            ("gallery", "Gallery"),
                            ("video", "Video"),
                            ("cartoon", "Cartoon"),
                            ("sponsored", "Sponsored"),
                        ],
                        default="news",
                        max_length=9,
                        verbose_name="format",
                    ),
                ),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="headline")),
                ("acted_at", models.DateTimeField(verbose_name="last act")),
                ("created_at", models.DateTimeField(verbose_name="made")),
                ("form_token", models.CharField(default=articles.models.stories.new_token, max_length=32, unique=True)),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "indexes": [
                    models.Index(fields=["-acted_at", "-id"], name="article_newest"),
                    models.Index(fields=["stage", "-acted_at", "-id"], name="article_stage_newest"),
                    models.Index(fields=["language", "-acted_at", "-id"], name="article_language_newest"),
                    models.Index(fields=["format", "-acted_at", "-id"], name="article_format_newest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["ar", "en"])), name="article_language_is_known"
                    )
                ],
            },
        ),
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
                (
                    "asks_byline",
                    models.BooleanField(
                        default=False,
                        help_text="A text that nobody signs is asked about; a flash is not.",
                        verbose_name="asks for a byline",
                    ),
                ),
                (
                    "asks_dateline",
                    models.BooleanField(
                        default=False,
                        help_text="News that does not say from where is asked about.",
                        verbose_name="asks for a dateline",
                    ),
                ),
                ("stamp", models.CharField(editable=False, max_length=32)),
            ],
            options={"verbose_name": "house style", "verbose_name_plural": "house style"},
        ),
        migrations.CreateModel(
            name="NameEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(max_length=120, verbose_name="name in Arabic")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                ("key", models.CharField(editable=False, max_length=120, unique=True)),
                ("sort_key_ar", models.CharField(db_index=True, editable=False, max_length=120)),
                ("role", models.CharField(blank=True, max_length=160, verbose_name="who or what it is")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
            ],
            options={"verbose_name": "name", "verbose_name_plural": "names", "ordering": ["sort_key_ar", "pk"]},
        ),
        migrations.CreateModel(
            name="SpellingGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "spellings",
                    models.TextField(
                        help_text="One on each line: ways to write one name, or names of one thing.",
                        verbose_name="spellings",
                    ),
                ),
            ],
            options={"verbose_name": "spelling group", "verbose_name_plural": "spelling groups", "ordering": ["pk"]},
        ),
        migrations.CreateModel(
            name="Stopword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40, unique=True, verbose_name="word")),
            ],
            options={"verbose_name": "stopword", "verbose_name_plural": "stopwords", "ordering": ["word"]},
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("display_name", models.CharField(blank=True, max_length=120, verbose_name="display name")),
                (
                    "interface_language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")],
                        default="ar",
                        max_length=2,
                        verbose_name="interface language",
                    ),
                ),
                ("reads_arabic", models.BooleanField(default=True, verbose_name="reads Arabic")),
                ("reads_english", models.BooleanField(default=True, verbose_name="reads English")),
                (
                    "mail",
                    models.CharField(
                        choices=[
                            ("nothing", "Nothing"),
                            ("to_act", "What I must act on"),
                            ("all", "All that concerns me"),
                        ],
                        default="to_act",
                        max_length=7,
                        verbose_name="told by mail",
                    ),
                ),
                ("away_until", models.DateTimeField(blank=True, null=True, verbose_name="away until")),
                ("on_duty_from", models.DateTimeField(blank=True, null=True, verbose_name="on duty from")),
                ("on_duty_until", models.DateTimeField(blank=True, null=True, verbose_name="on duty until")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={"verbose_name": "person", "verbose_name_plural": "people"},
            managers=[("objects", django.contrib.auth.models.UserManager())],
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(max_length=120, verbose_name="name in Arabic")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                (
                    "slug",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z][a-z0-9-]{0,59}\\Z",
                                "Use small Latin letters, digits and hyphens, beginning with a letter.",
                            )
                        ],
                        verbose_name="slug",
                    ),
                ),
                ("key_ar", models.CharField(editable=False, max_length=120)),
                ("key_en", models.CharField(editable=False, max_length=120)),
                ("sort_key_ar", models.CharField(db_index=True, editable=False, max_length=120)),
                ("credit_line_ar", models.CharField(blank=True, max_length=160, verbose_name="credit line in Arabic")),
                ("credit_line_en", models.CharField(blank=True, max_length=160, verbose_name="credit line in English")),
                (
                    "source_lines",
                    models.TextField(
                        blank=True, help_text="How its copy signs itself, one a line.", verbose_name="source lines"
                    ),
                ),
                (
                    "rights_end_after_days",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="rights end after days"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="articles.agency",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={
                "verbose_name": "agency",
                "verbose_name_plural": "agencies",
                "ordering": ["sort_key_ar", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key_ar", ""), _negated=True),
                        fields=("key_ar",),
                        name="agency_name_ar_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("key_en", ""), _negated=True),
                        fields=("key_en",),
                        name="agency_name_en_once",
                    ),
                ],
            },
            bases=(articles.models.people.Merging, models.Model),
        ),
        migrations.CreateModel(
            name="KeptFindings",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="kept_findings",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("found", models.TextField(help_text="As JSON; empty where there are too many to keep.")),
                ("across_key", models.CharField(blank=True, max_length=64)),
                ("across", models.TextField(default="[]", help_text="What the other edition has and this one lacks.")),
            ],
        ),
        migrations.AddField(
            model_name="article",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="submitted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="articles.article"
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "assignment",
                "verbose_name_plural": "assignments",
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)), fields=["person"], name="assignment_open"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("article",),
                        name="assignment_one_open_an_article",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Bulletin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("live_from", models.DateTimeField(verbose_name="from")),
                ("live_until", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")], max_length=2, verbose_name="language"
                    ),
                ),
                ("text", models.CharField(max_length=140, verbose_name="line")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulletins",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "breaking strip",
                "verbose_name_plural": "breaking strip",
                "ordering": ["-live_from", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("live_until__isnull", False), ("live_until__gte", models.F("live_from"))),
                        name="bulletin_ends_by_itself",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Desk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(max_length=120, verbose_name="name in Arabic")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                (
                    "slug",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z][a-z0-9-]{0,59}\\Z",
                                "Use small Latin letters, digits and hyphens, beginning with a letter.",
                            )
                        ],
                        verbose_name="slug",
                    ),
                ),
                ("key_ar", models.CharField(editable=False, max_length=120)),
                ("key_en", models.CharField(editable=False, max_length=120)),
                ("sort_key_ar", models.CharField(db_index=True, editable=False, max_length=120)),
            ],
            options={
                "verbose_name": "desk",
                "verbose_name_plural": "desks",
                "ordering": ["sort_key_ar", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key_ar", ""), _negated=True), fields=("key_ar",), name="desk_name_ar_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("key_en", ""), _negated=True), fields=("key_en",), name="desk_name_en_once"
                    ),
                ],
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
                "constraints": [models.UniqueConstraint(fields=("article", "place"), name="dismissal_is_one_a_place")]
            },
        ),
        migrations.CreateModel(
            name="HijriMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")],
                        default="ar",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1343),
                            django.core.validators.MaxValueValidator(1500),
                        ],
                        verbose_name="Hijri year",
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="Hijri month",
                    ),
                ),
                (
                    "offset",
                    models.SmallIntegerField(
                        help_text="1: a day later than computed; -1: a day earlier.",
                        validators=[
                            django.core.validators.MinValueValidator(-2),
                            django.core.validators.MaxValueValidator(2),
                        ],
                        verbose_name="begins later by days",
                    ),
                ),
            ],
            options={
                "verbose_name": "announced Hijri month",
                "verbose_name_plural": "announced Hijri months",
                "ordering": ["-year", "-month", "language"],
                "constraints": [
                    models.UniqueConstraint(fields=("language", "year", "month"), name="hijrimonth_said_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="House",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(default="راصد", max_length=80, verbose_name="name in Arabic")),
                ("name_en", models.CharField(default="Rased", max_length=80, verbose_name="name in English")),
                ("motto_ar", models.CharField(blank=True, max_length=160, verbose_name="motto in Arabic")),
                ("motto_en", models.CharField(blank=True, max_length=160, verbose_name="motto in English")),
                (
                    "first_language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")],
                        default="ar",
                        max_length=2,
                        verbose_name="first language",
                    ),
                ),
                ("time_zone", models.CharField(default="Asia/Beirut", max_length=63, verbose_name="time zone")),
                (
                    "zone_name_ar",
                    models.CharField(default="بتوقيت بيروت", max_length=60, verbose_name="zone's name in Arabic"),
                ),
                (
                    "zone_name_en",
                    models.CharField(default="Beirut time", max_length=60, verbose_name="zone's name in English"),
                ),
                ("week_starts_on", models.PositiveSmallIntegerField(default=0, verbose_name="week starts on")),
                ("weekend", models.CharField(default="5,6", max_length=20, verbose_name="weekend")),
                ("opens_at", models.TimeField(default=datetime.time(9, 0), verbose_name="opens at")),
                ("closes_at", models.TimeField(default=datetime.time(21, 0), verbose_name="closes at")),
                (
                    "digits",
                    models.CharField(
                        choices=[("latn", "0123456789"), ("arab", "٠١٢٣٤٥٦٧٨٩")],
                        default="latn",
                        max_length=4,
                        verbose_name="digits",
                    ),
                ),
                (
                    "months",
                    models.CharField(
                        choices=[
                            ("levantine", "تشرين الثاني"),
                            ("egyptian", "نوفمبر"),
                            ("maghrebi", "نونبر"),
                            ("dual", "تشرين الثاني/نوفمبر"),
                        ],
                        default="dual",
                        max_length=10,
                        verbose_name="month names",
                    ),
                ),
                ("shows_hijri", models.BooleanField(default=False, verbose_name="shows the Hijri date")),
                ("hijri_offset", models.SmallIntegerField(default=0, verbose_name="Hijri offset in days")),
                (
                    "gone_ar",
                    models.TextField(
                        default="أُزيلت هذه المادة من الموقع.", verbose_name="wording for a removed article, Arabic"
                    ),
                ),
                (
                    "gone_en",
                    models.TextField(
                        default="This article has been removed from the site.",
                        verbose_name="wording for a removed article, English",
                    ),
                ),
                (
                    "off_air_ar",
                    models.TextField(
                        default="هذه المادة غير متاحة مؤقتًا، وستعود هيئة التحرير إليها.",
                        verbose_name="wording for an article off the air, Arabic",
                    ),
                ),
                (
                    "off_air_en",
                    models.TextField(
                        default="This article is temporarily unavailable while our editors look at it.",
                        verbose_name="wording for an article off the air, English",
                    ),
                ),
            ],
            options={
                "verbose_name": "house",
                "verbose_name_plural": "house",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="house_is_one_row")],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "token",
                    models.CharField(
                        default=articles.models.photos.new_token, editable=False, max_length=32, unique=True
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="For the desk's search only.", max_length=200, verbose_name="what it shows"
                    ),
                ),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="width")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="height")),
                (
                    "focal_x",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, across",
                    ),
                ),
                (
                    "focal_y",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, down",
                    ),
                ),
                ("credit_ar", models.CharField(max_length=160, verbose_name="credit in Arabic")),
                ("credit_en", models.CharField(max_length=160, verbose_name="credit in English")),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        help_text="Readers see it beside the credit; a link or words.",
                        max_length=200,
                        verbose_name="licence",
                    ),
                ),
                ("rights_until", models.DateTimeField(blank=True, null=True, verbose_name="rights until")),
                ("pulled_at", models.DateTimeField(editable=False, null=True, verbose_name="pulled at")),
                ("renditions", models.JSONField(default=dict, editable=False)),
                ("uploaded_at", models.DateTimeField(editable=False, verbose_name="uploaded at")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
                "ordering": ["-uploaded_at", "-pk"],
                "indexes": [models.Index(fields=["-uploaded_at", "-id"], name="photo_newest")],
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(max_length=120, verbose_name="name in Arabic")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                (
                    "slug",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z][a-z0-9-]{0,59}\\Z",
                                "Use small Latin letters, digits and hyphens, beginning with a letter.",
                            )
                        ],
                        verbose_name="slug",
                    ),
                ),
                ("key_ar", models.CharField(editable=False, max_length=120)),
                ("key_en", models.CharField(editable=False, max_length=120)),
                ("sort_key_ar", models.CharField(db_index=True, editable=False, max_length=120)),
                ("bio_ar", models.TextField(blank=True, verbose_name="bio in Arabic")),
                ("bio_en", models.TextField(blank=True, verbose_name="bio in English")),
                (
                    "links",
                    models.TextField(
                        blank=True,
                        help_text="On the web, one a line.",
                        validators=[articles.models.people.web_addresses],
                        verbose_name="links",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="articles.author",
                        verbose_name="merged into",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="author",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "portrait",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.photo",
                        verbose_name="portrait",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["sort_key_ar", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key_ar", ""), _negated=True),
                        fields=("key_ar",),
                        name="author_name_ar_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("key_en", ""), _negated=True),
                        fields=("key_en",),
                        name="author_name_en_once",
                    ),
                ],
            },
            bases=(articles.models.people.Merging, models.Model),
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kicker", models.CharField(blank=True, max_length=80, verbose_name="kicker")),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="headline")),
                ("front_headline", models.CharField(blank=True, max_length=300, verbose_name="front headline")),
                ("social_headline", models.CharField(blank=True, max_length=300, verbose_name="social headline")),
                ("search_headline", models.CharField(blank=True, max_length=300, verbose_name="search headline")),
                ("deck", models.CharField(blank=True, max_length=600, verbose_name="deck")),
                ("dateline", models.CharField(blank=True, max_length=80, verbose_name="dateline")),
                ("body", models.TextField(blank=True, verbose_name="body")),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("news", "News"),
                            ("flash", "Flash"),
                            ("live", "Live coverage"),
                            ("analysis", "Analysis"),
                            ("opinion", "Opinion"),
                            ("interview", "Interview"),
                            ("explainer", "Explainer"),
                            ("feature", "Feature"),
                            ("gallery", "Gallery"),
                            ("video", "Video"),
                            ("cartoon", "Cartoon"),
                            ("sponsored", "Sponsored"),
                        ],
                        default="news",
                        max_length=9,
                        verbose_name="format",
                    ),
                ),
                ("extras", models.JSONField(blank=True, default=dict)),
                ("language", models.CharField(choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("page", "Page"),
                            ("retracted", "Retracted"),
                            ("gone", "Gone"),
                            ("off_air", "Off the air"),
                            ("moved", "Moved"),
                            ("imported", "Imported"),
                        ],
                        default="page",
                        max_length=9,
                    ),
                ),
                ("live_from", models.DateTimeField()),
                ("live_until", models.DateTimeField(null=True)),
                ("first_published_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("slug", models.CharField(blank=True, max_length=60)),
                ("credits", models.JSONField(default=list)),
                ("photos", models.JSONField(default=list)),
                ("reading_minutes", models.PositiveSmallIntegerField(default=1)),
                ("word_count", models.PositiveIntegerField(default=0)),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("none", "No note to readers"),
                            ("update", "Update"),
                            ("correction", "Correction"),
                            ("clarification", "Clarification"),
                        ],
                        default="none",
                        max_length=13,
                    ),
                ),
                ("public_note", models.TextField(blank=True)),
                ("public_reason", models.TextField(blank=True)),
                ("is_by_law", models.BooleanField(default=False)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("reviewed", "Reviewed"),
                            ("small_fix", "Small fix"),
                            ("developing", "Update of a developing story"),
                            ("amendment", "Amendment"),
                            ("agency", "Agency copy"),
                            ("unreviewed", "Published unreviewed"),
                            ("imported", "Imported"),
                            ("house", "The house's wording"),
                        ],
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="articles.article"
                    ),
                ),
                (
                    "lead_photo",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.photo"
                    ),
                ),
                (
                    "moved_to",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "publication",
                "verbose_name_plural": "publications",
                "indexes": [
                    models.Index(fields=["language", "-first_published_at", "-article"], name="publication_latest"),
                    models.Index(fields=["article", "-live_from"], name="publication_of_article"),
                    models.Index(fields=["lead_photo"], name="publication_of_lead_photo"),
                    models.Index(
                        condition=models.Q(("basis__in", ["unreviewed", "small_fix", "developing", "agency"])),
                        fields=["basis", "-live_from"],
                        name="publication_unreviewed",
                    ),
                    models.Index(fields=["language", "live_from"], name="publication_beginnings"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("live_until__isnull", True), ("live_until__gte", models.F("live_from")), _connector="OR"
                        ),
                        name="publication_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("live_until__isnull", True)),
                        fields=("article",),
                        name="publication_one_open_an_article",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("live_until__isnull", True), ("live_until__gt", models.F("live_from")), _connector="OR"
                        ),
                        fields=("article", "live_from"),
                        name="publication_one_beginning_an_instant",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "moved"), _negated=True), ("moved_to__isnull", False), _connector="OR"
                        ),
                        name="publication_moved_says_where",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["gone", "retracted", "off_air"]), _negated=True),
                            models.Q(("public_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="publication_absent_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "task",
                    models.CharField(
                        choices=[
                            ("purge", "Purge caches"),
                            ("render", "Encode a picture"),
                            ("mail", "Send mail"),
                            ("reindex", "Bring the search index up to date"),
                        ],
                        max_length=7,
                    ),
                ),
                ("payload", models.JSONField(default=dict)),
                ("due_at", models.DateTimeField()),
                ("created_at", models.DateTimeField()),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("last_error", models.TextField(blank=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "publication",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.publication",
                    ),
                ),
            ],
            options={
                "verbose_name": "outbox",
                "verbose_name_plural": "outbox",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("dropped_at__isnull", True)),
                        fields=["due_at", "id"],
                        name="outbox_waiting",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("none", "No note to readers"),
                            ("update", "Update"),
                            ("correction", "Correction"),
                            ("clarification", "Clarification"),
                        ],
                        max_length=13,
                    ),
                ),
                ("text", models.TextField(verbose_name="what was wrong and what is right")),
                ("at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="articles.article"
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="articles.publication",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "indexes": [
                    models.Index(fields=["language", "-at", "-id"], name="correction_newest"),
                    models.Index(fields=["article", "-at"], name="correction_of_article"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AfterReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="after_review",
                        to="articles.publication",
                    ),
                ),
            ],
            options={"verbose_name": "review afterwards", "verbose_name_plural": "reviews afterwards"},
        ),
        migrations.CreateModel(
            name="PublicationAuthor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                ("first_published_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication_links",
                        to="articles.author",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="author_links",
                        to="articles.publication",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["author", "language", "-first_published_at", "-publication"], name="author_publications"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="PublicationPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication_links",
                        to="articles.photo",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photo_links",
                        to="articles.publication",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["photo", "publication"], name="photo_publications")]},
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kicker", models.CharField(blank=True, max_length=80, verbose_name="kicker")),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="headline")),
                ("front_headline", models.CharField(blank=True, max_length=300, verbose_name="front headline")),
                ("social_headline", models.CharField(blank=True, max_length=300, verbose_name="social headline")),
                ("search_headline", models.CharField(blank=True, max_length=300, verbose_name="search headline")),
                ("deck", models.CharField(blank=True, max_length=600, verbose_name="deck")),
                ("dateline", models.CharField(blank=True, max_length=80, verbose_name="dateline")),
                ("body", models.TextField(blank=True, verbose_name="body")),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("news", "News"),
                            ("flash", "Flash"),
                            ("live", "Live coverage"),
                            ("analysis", "Analysis"),
                            ("opinion", "Opinion"),
                            ("interview", "Interview"),
                            ("explainer", "Explainer"),
                            ("feature", "Feature"),
                            ("gallery", "Gallery"),
                            ("video", "Video"),
                            ("cartoon", "Cartoon"),
                            ("sponsored", "Sponsored"),
                        ],
                        default="news",
                        max_length=9,
                        verbose_name="format",
                    ),
                ),
                ("extras", models.JSONField(blank=True, default=dict)),
                ("number", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("saved", "Saved"),
                            ("joined", "Joined from two people's saves"),
                            ("imported", "Imported"),
                            ("from_live", "Made from the live revision"),
                            ("kept", "Kept, not joined"),
                        ],
                        default="saved",
                        max_length=9,
                    ),
                ),
                ("topic_ids", models.JSONField(default=list)),
                ("writers", models.JSONField(default=list)),
                ("created_at", models.DateTimeField()),
                ("summary", models.CharField(blank=True, max_length=200)),
                ("digest", models.CharField(max_length=64)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.agency"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="revisions", to="articles.article"
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "imported",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "constraints": [models.UniqueConstraint(fields=("article", "number"), name="revision_number_once")],
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="articles.revision"
            ),
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("preview", models.JSONField()),
                ("created_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="revoked")),
                ("times_opened", models.PositiveIntegerField(default=0)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="preview_links", to="articles.article"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PhotoUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("alt", models.CharField(blank=True, max_length=300, verbose_name="alt")),
                ("caption", models.CharField(blank=True, max_length=400, verbose_name="caption")),
                ("is_decorative", models.BooleanField(default=False, verbose_name="is decorative")),
                ("crop", models.JSONField(blank=True, null=True)),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="articles.photo"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="photo_uses", to="articles.revision"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("revision", "photo"), name="photouse_once_a_revision"),
                    models.CheckConstraint(
                        condition=models.Q(("is_decorative", False), ("alt", ""), _connector="OR"),
                        name="photouse_decorative_has_no_alt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="note")),
                ("passage", models.TextField(blank=True, verbose_name="passage")),
                ("place", models.PositiveIntegerField(null=True)),
                ("paragraph", models.TextField(blank=True)),
                ("is_blocking", models.BooleanField(default=False, verbose_name="stops approval")),
                ("created_at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(null=True)),
                (
                    "answers_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="articles.note",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="articles.article"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resolved_at__isnull", True), ("resolved_by__isnull", True)),
                            models.Q(("resolved_at__isnull", False), ("resolved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="note_resolved_by_someone",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftBuffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form_token", models.CharField(blank=True, max_length=32)),
                ("language", models.CharField(choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                ("fields", models.JSONField()),
                ("copy", models.CharField(max_length=32)),
                ("mode", models.CharField(blank=True, max_length=6)),
                ("kept_at", models.DateTimeField(verbose_name="kept")),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="draft_buffers",
                        to="articles.article",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft_buffers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
            ],
            options={
                "verbose_name": "unsaved text",
                "verbose_name_plural": "unsaved texts",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("article__isnull", False)),
                        fields=("user", "article", "mode"),
                        name="draftbuffer_one_a_form_of_an_article",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("article__isnull", True)),
                        fields=("user", "form_token"),
                        name="draftbuffer_one_a_new_article",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Byline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("writing", "Writing"),
                            ("translation", "Translation"),
                            ("photography", "Photography"),
                            ("reporting", "Additional reporting"),
                        ],
                        default="writing",
                        max_length=11,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bylines",
                        to="articles.agency",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bylines",
                        to="articles.author",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bylines",
                        to="articles.desk",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bylines", to="articles.revision"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency__isnull", True), ("author__isnull", False), ("desk__isnull", True)),
                            models.Q(("agency__isnull", True), ("author__isnull", True), ("desk__isnull", False)),
                            models.Q(("agency__isnull", False), ("author__isnull", True), ("desk__isnull", True)),
                            _connector="OR",
                        ),
                        name="byline_names_exactly_one",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="approved",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="head",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
            ),
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("query", models.CharField(max_length=500)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "saved filter",
                "verbose_name_plural": "saved filters",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "name"), name="savedfilter_name_once_a_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(blank=True, choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                ("published_at", models.DateTimeField(null=True)),
                ("analyser", models.CharField(max_length=20)),
                ("head", models.TextField()),
                ("words", models.TextField()),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="articles.article",
                    ),
                ),
                (
                    "photo",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entry",
                        to="articles.photo",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entry",
                        to="articles.publication",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["analyser", "id"], name="searchentry_analyser")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("photo__isnull", True), ("publication__isnull", True)),
                        fields=("article",),
                        name="searchentry_one_working_copy",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("article__isnull", False), ("photo__isnull", True)),
                            models.Q(
                                ("article__isnull", True), ("photo__isnull", False), ("publication__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="searchentry_is_of_one_thing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(max_length=120, verbose_name="name in Arabic")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                (
                    "slug",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z][a-z0-9-]{0,59}\\Z",
                                "Use small Latin letters, digits and hyphens, beginning with a letter.",
                            )
                        ],
                        verbose_name="slug",
                    ),
                ),
                ("key_ar", models.CharField(editable=False, max_length=120)),
                ("key_en", models.CharField(editable=False, max_length=120)),
                ("sort_key_ar", models.CharField(db_index=True, editable=False, max_length=120)),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key_ar", ""), _negated=True),
                        fields=("key_ar",),
                        name="section_name_ar_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("key_en", ""), _negated=True),
                        fields=("key_en",),
                        name="section_name_en_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "slug__in",
                                [
                                    "admin",
                                    "archive",
                                    "authors",
                                    "corrections",
                                    "feed",
                                    "healthz",
                                    "latest",
                                    "media",
                                    "pages",
                                    "preview",
                                    "readyz",
                                    "robots",
                                    "search",
                                    "series",
                                    "sitemap",
                                    "static",
                                    "topics",
                                ],
                            ),
                            _negated=True,
                        ),
                        name="section_slug_is_not_reserved",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="revision",
            name="section",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.section"
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="section",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="articles.section"
            ),
        ),
        migrations.CreateModel(
            name="PlannedSlot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("planned_at", models.DateTimeField(verbose_name="planned for")),
                ("title", models.CharField(max_length=120, verbose_name="slugline")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")], max_length=2, verbose_name="language"
                    ),
                ),
                ("length", models.PositiveIntegerField(blank=True, null=True, verbose_name="length in words")),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_slots",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_slots",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
            ],
            options={
                "verbose_name": "planned slot",
                "verbose_name_plural": "planned slots",
                "indexes": [
                    models.Index(
                        condition=models.Q(("dropped_at__isnull", True)),
                        fields=["planned_at"],
                        name="plannedslot_by_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FrontSlot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("live_from", models.DateTimeField(verbose_name="from")),
                ("live_until", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")], max_length=2, verbose_name="language"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("kicker", models.CharField(blank=True, max_length=80, verbose_name="kicker")),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="headline")),
                ("alt", models.CharField(blank=True, max_length=300, verbose_name="alt")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slots",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.photo",
                        verbose_name="photo",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slots",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
            ],
            options={
                "verbose_name": "slot",
                "verbose_name_plural": "slots",
                "ordering": ["language", "position"],
                "indexes": [models.Index(fields=["language", "section", "live_until"], name="frontslot_of_front")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("live_until__isnull", True), ("live_until__gte", models.F("live_from")), _connector="OR"
                        ),
                        name="frontslot_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("section__isnull", True),
                            models.Q(
                                ("live_until__isnull", True), ("live_until__gt", models.F("live_from")), _connector="OR"
                            ),
                        ),
                        fields=("language", "position", "live_from"),
                        name="frontslot_one_a_place",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("section__isnull", False),
                            models.Q(
                                ("live_until__isnull", True), ("live_until__gt", models.F("live_from")), _connector="OR"
                            ),
                        ),
                        fields=("language", "section", "position", "live_from"),
                        name="frontslot_one_a_place_of_section",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="sections",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="articles.section", verbose_name="sections to review"
            ),
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_ar", models.CharField(max_length=120, verbose_name="name in Arabic")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                (
                    "slug",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z][a-z0-9-]{0,59}\\Z",
                                "Use small Latin letters, digits and hyphens, beginning with a letter.",
                            )
                        ],
                        verbose_name="slug",
                    ),
                ),
                ("key_ar", models.CharField(editable=False, max_length=120)),
                ("key_en", models.CharField(editable=False, max_length=120)),
                ("sort_key_ar", models.CharField(db_index=True, editable=False, max_length=120)),
                (
                    "is_column",
                    models.BooleanField(
                        default=False,
                        help_text="A column is read from its newest piece, a series from its first.",
                        verbose_name="is a column",
                    ),
                ),
                ("about_ar", models.TextField(blank=True, verbose_name="what it is, in Arabic")),
                ("about_en", models.TextField(blank=True, verbose_name="what it is, in English")),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.photo",
                        verbose_name="fixed picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
                "ordering": ["sort_key_ar", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key_ar", ""), _negated=True),
                        fields=("key_ar",),
                        name="series_name_ar_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("key_en", ""), _negated=True),
                        fields=("key_en",),
                        name="series_name_en_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StaticPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z][a-z0-9-]{0,59}\\Z",
                                "Use small Latin letters, digits and hyphens, beginning with a letter.",
                            )
                        ],
                        verbose_name="slug",
                    ),
                ),
                ("title_ar", models.CharField(blank=True, max_length=120, verbose_name="title in Arabic")),
                ("title_en", models.CharField(blank=True, max_length=120, verbose_name="title in English")),
                ("body_ar", models.TextField(blank=True, verbose_name="text in Arabic")),
                ("body_en", models.TextField(blank=True, verbose_name="text in English")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                ("changed_at", models.DateTimeField(editable=False)),
            ],
            options={
                "verbose_name": "page about the house",
                "verbose_name_plural": "pages about the house",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("title_ar", ""), _negated=True), ("body_ar", ""), _connector="OR"),
                        name="staticpage_ar_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("title_en", ""), _negated=True), ("body_en", ""), _connector="OR"),
                        name="staticpage_en_has_a_title",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slugline",
                    models.CharField(help_text="The desk's own name for it.", max_length=120, verbose_name="slugline"),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[("routine", "Routine"), ("today", "Today"), ("urgent", "Urgent")],
                        default="routine",
                        max_length=8,
                        verbose_name="urgency",
                    ),
                ),
                ("embargo_until", models.DateTimeField(blank=True, null=True, verbose_name="embargo until")),
                ("is_held", models.BooleanField(default=False, verbose_name="is held")),
                ("is_restricted", models.BooleanField(default=False, verbose_name="is restricted")),
                ("developing_until", models.DateTimeField(blank=True, null=True, verbose_name="developing until")),
                ("sign_offs", models.JSONField(blank=True, default=list, verbose_name="sign-offs")),
                ("created_at", models.DateTimeField(editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead_photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.photo",
                        verbose_name="lead photo",
                    ),
                ),
                (
                    "readers",
                    models.ManyToManyField(
                        blank=True,
                        related_name="restricted_stories",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="people let in",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories",
                        to="articles.series",
                        verbose_name="series",
                    ),
                ),
            ],
            options={
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_restricted", True)), fields=["is_restricted"], name="story_restricted"
                    ),
                    models.Index(condition=models.Q(("is_held", True)), fields=["is_held"], name="story_held"),
                    models.Index(
                        condition=models.Q(("embargo_until__isnull", False)),
                        fields=["embargo_until"],
                        name="story_under_embargo",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("legal", "Legal"), ("facts", "Facts"), ("chief", "Chief editor")],
                        max_length=5,
                        verbose_name="sign-off",
                    ),
                ),
                ("covers", models.JSONField()),
                ("at", models.DateTimeField()),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("voided_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "voided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="given_sign_offs", to="articles.story"
                    ),
                ),
            ],
            options={"verbose_name": "sign-off", "verbose_name_plural": "sign-offs"},
        ),
        migrations.CreateModel(
            name="RedactionRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("passage", models.TextField(blank=True, verbose_name="passage")),
                ("why", models.TextField(verbose_name="why")),
                ("asked_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redaction_requests",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "request for a redaction",
                "verbose_name_plural": "requests for redactions",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("passage", ""), _connector="OR"),
                        name="redactionrequest_forgets",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("why", models.TextField(verbose_name="why")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "under_way",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.redaction",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="redactions", to="articles.story"
                    ),
                ),
            ],
            options={"verbose_name": "redaction", "verbose_name_plural": "redactions"},
        ),
        migrations.AddField(
            model_name="publication",
            name="story",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="articles.story"
            ),
        ),
        migrations.CreateModel(
            name="HiddenByline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("why", models.TextField(verbose_name="why")),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.author",
                        verbose_name="author",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hidden_bylines", to="articles.story"
                    ),
                ),
            ],
            options={
                "verbose_name": "hidden byline",
                "verbose_name_plural": "hidden bylines",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at__isnull", True)),
                        fields=("story", "author"),
                        name="hiddenbyline_once_at_a_time",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="story",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="articles.story"
            ),
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
                ("sort_key_ar", models.CharField(editable=False, max_length=80)),
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
                "ordering": ["language", "sort_key_ar", "pk"],
                "constraints": [models.UniqueConstraint(fields=("language", "key"), name="term_rule_is_one_a_word")],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                ("slug", models.SlugField(allow_unicode=True, max_length=100, unique=True, verbose_name="slug")),
                ("name_ar", models.CharField(blank=True, max_length=100, verbose_name="name in Arabic")),
                ("name_en", models.CharField(blank=True, max_length=100, verbose_name="name in English")),
                ("key", models.CharField(editable=False, max_length=100, unique=True)),
                ("sort_key_ar", models.CharField(db_index=True, editable=False, max_length=100)),
                ("variants", models.TextField(blank=True, help_text="One a line.", verbose_name="other spellings")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="articles.topic",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={"verbose_name": "topic", "verbose_name_plural": "topics", "ordering": ["sort_key_ar", "pk"]},
            bases=(articles.models.people.Merging, models.Model),
        ),
        migrations.CreateModel(
            name="StoryTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="story_topics", to="articles.story"
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="story_topics", to="articles.topic"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("tag", "content_object"), name="storytopic_once_a_story")
                ]
            },
        ),
        migrations.AddField(
            model_name="story",
            name="topics",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="articles.StoryTopic",
                to="articles.Topic",
                verbose_name="topics",
            ),
        ),
        migrations.CreateModel(
            name="PublicationTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                ("first_published_at", models.DateTimeField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_links",
                        to="articles.publication",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication_links",
                        to="articles.topic",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["topic", "language", "-first_published_at", "-publication"], name="topic_publications"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="LegacyAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=500, unique=True, verbose_name="old address")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.author",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.section",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "old address",
                "verbose_name_plural": "old addresses",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("article__isnull", False),
                                ("author__isnull", True),
                                ("section__isnull", True),
                                ("topic__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("author__isnull", True),
                                ("section__isnull", False),
                                ("topic__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("author__isnull", True),
                                ("section__isnull", True),
                                ("topic__isnull", False),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("author__isnull", False),
                                ("section__isnull", True),
                                ("topic__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="legacyaddress_leads_to_exactly_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitingCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form_token", models.CharField(max_length=32, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("data", models.BinaryField()),
                ("sent_at", models.DateTimeField(db_index=True)),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"verbose_name": "waiting copy", "verbose_name_plural": "waiting copies"},
        ),
        migrations.CreateModel(
            name="WireItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English")], max_length=2, verbose_name="language"
                    ),
                ),
                ("item_id", models.CharField(blank=True, max_length=120)),
                ("words", models.TextField()),
                ("headline", models.CharField(blank=True, max_length=300)),
                ("dateline", models.CharField(blank=True, max_length=80)),
                ("body", models.TextField(blank=True)),
                ("rights_until", models.DateTimeField(null=True)),
                ("form_token", models.CharField(default=articles.models.stories.new_token, max_length=32, unique=True)),
                ("received_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="articles.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wire_items",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "agency item",
                "verbose_name_plural": "agency items",
                "indexes": [
                    models.Index(fields=["agency", "language", "item_id", "-received_at"], name="wireitem_by_id"),
                    models.Index(fields=["agency", "language", "-received_at"], name="wireitem_newest"),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkflowEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="when")),
                ("verb", models.CharField(max_length=24, verbose_name="act")),
                ("from_stage", models.CharField(blank=True, max_length=9)),
                ("to_stage", models.CharField(blank=True, max_length=9)),
                ("readers_had", models.CharField(blank=True, max_length=20)),
                ("why", models.TextField(blank=True, verbose_name="why")),
                ("details", models.JSONField(default=dict)),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="articles.article",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="articles.story",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "indexes": [
                    models.Index(fields=["article", "-at", "-id"], name="event_of_article"),
                    models.Index(fields=["-at", "-id"], name="event_newest"),
                    models.Index(fields=["verb", "-at", "-id"], name="event_of_verb"),
                    models.Index(
                        condition=models.Q(("verb__in", ["save", "import"]), _negated=True),
                        fields=["-at", "-id"],
                        name="event_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=12)),
                ("asks_to_act", models.BooleanField(default=False)),
                ("at", models.DateTimeField(verbose_name="when")),
                ("seen_at", models.DateTimeField(null=True)),
                ("mailed_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.note"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.workflowevent",
                    ),
                ),
            ],
            options={
                "verbose_name": "notification",
                "verbose_name_plural": "notifications",
                "indexes": [
                    models.Index(fields=["user", "-at", "-id"], name="notification_newest"),
                    models.Index(
                        condition=models.Q(("seen_at__isnull", True)), fields=["user"], name="notification_unseen"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("event__isnull", False), ("note__isnull", True)),
                            models.Q(("event__isnull", True), ("note__isnull", False)),
                            _connector="OR",
                        ),
                        name="notification_tells_of_one_thing",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FrontChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                (
                    "section",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.section"
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="front_change",
                        to="articles.workflowevent",
                    ),
                ),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "indexes": [models.Index(fields=["language", "section", "-id"], name="frontchange_newest")],
            },
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["language", "section", "-first_published_at", "-article"], name="publication_of_section"
            ),
        ),
        migrations.AddIndex(
            model_name="publication", index=models.Index(fields=["story", "language"], name="publication_of_story")
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["created_by", "-acted_at", "-id"], name="article_made_newest"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["submitted_by", "-acted_at", "-id"], name="article_submitted_newest"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(fields=("story", "language"), name="article_once_a_language"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage__in", ["draft", "in_review", "returned", "approved", "published", "spiked"])
                ),
                name="article_stage_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "approved"), _negated=True), ("approved__isnull", False), _connector="OR"
                ),
                name="article_approved_names_revision",
            ),
        ),
    ]
