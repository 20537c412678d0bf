"""Search by stems: the index anew, and what editors teach it. Its rows are derived; `manage.py reindex` makes them."""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = [
    "DROP TABLE IF EXISTS articles_search",
    "CREATE VIRTUAL TABLE articles_search USING fts5(head, words, content='articles_searchentry', "
    "content_rowid='id', tokenize='ascii', detail=none, columnsize=0)",
]
# The tokens of an entry, each with one private character before it that says its era (2^17 entries), and whether it is
# of a publication, a working copy or a photo, in which language. So a word in a seventh of a million articles is looked
# up among the newest only, and GIN's lists are never longer than an era. No parser sees the text.
_SIGN = (
    "chr(57600 + 8 * (id >> 17)::int + CASE WHEN photo_id IS NOT NULL THEN 4 ELSE "
    "CASE WHEN publication_id IS NULL THEN 2 ELSE 0 END + CASE WHEN language = 'en' THEN 1 ELSE 0 END END)"
)
POSTGRESQL = [
    "ALTER TABLE articles_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (array_to_tsvector("
    f"string_to_array({_SIGN} || replace(head || ' ' || words, ' ', ' ' || {_SIGN}), ' '))) STORED",
    # Big columns out of the way: a search reads the small ones of many rows.
    "ALTER TABLE articles_searchentry SET (toast_tuple_target = 256)",
    "CREATE INDEX searchentry_vector ON articles_searchentry USING gin (vector) WITH (fastupdate = off)",
]


def lay(_apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_pages_about_the_house")]

    operations = [
        migrations.DeleteModel("SearchEntry"),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "publication",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entry",
                        to="articles.publication",
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
                ("language", models.CharField(blank=True, choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
                ("published_at", models.DateTimeField(null=True)),
                ("analyser", models.CharField(max_length=20)),
                ("head", models.TextField()),
                ("words", models.TextField()),
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
        migrations.AlterField(
            model_name="outbox",
            name="task",
            field=models.CharField(
                choices=[
                    ("purge", "Purge caches"),
                    ("render", "Encode a picture"),
                    ("mail", "Send mail"),
                    ("reindex", "Bring the search index up to date"),
                ],
                max_length=7,
            ),
        ),
        migrations.RunPython(lay, migrations.RunPython.noop),
    ]
