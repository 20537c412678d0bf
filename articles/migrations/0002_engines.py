"""What each engine has its own way of: the search index, windows of one article that never overlap, one order."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE articles_search USING fts5(head, words, content='articles_searchentry', "
    "content_rowid='id', tokenize='ascii', detail=none, columnsize=0)"
]
SQLITE_BACK = ["DROP TABLE articles_search"]
# The tokens of an entry, each with one private character before it that says its era (2^17 entries), and whether it is
# of a publication, a working copy or a photo, in which language. So a word in a seventh of a million articles is looked
# up among the newest only, and GIN's lists are never longer than an era. No parser sees the text.
_SIGN = (
    "chr(57600 + 8 * (id >> 17)::int + CASE WHEN photo_id IS NOT NULL THEN 4 ELSE "
    "CASE WHEN publication_id IS NULL THEN 2 ELSE 0 END + CASE WHEN language = 'en' THEN 1 ELSE 0 END END)"
)
POSTGRESQL = [
    # A range of one number instead of the number: so it needs no extension (btree_gist).
    "ALTER TABLE articles_publication ADD CONSTRAINT publication_windows_apart EXCLUDE USING gist "
    "(int8range(article_id, article_id, '[]') WITH &&, tstzrange(live_from, live_until) WITH &&)",
    "ALTER TABLE articles_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (array_to_tsvector("
    f"string_to_array({_SIGN} || replace(head || ' ' || words, ' ', ' ' || {_SIGN}), ' '))) STORED",
    # What an entry's headlines say beside its row, the rest out of the way: a thousand are read for one search.
    "ALTER TABLE articles_searchentry SET (toast_tuple_target = 1024)",
    "CREATE INDEX searchentry_vector ON articles_searchentry USING gin (vector) WITH (fastupdate = off)",
]
POSTGRESQL_BACK = [
    "DROP INDEX searchentry_vector",
    "ALTER TABLE articles_searchentry DROP COLUMN vector",
    "ALTER TABLE articles_publication DROP CONSTRAINT publication_windows_apart",
]
NAMED = ("agency", "author", "desk", "section", "series")
SORTED = (*NAMED, "nameentry", "termrule", "topic")


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return run


def sort_alike(apps, schema_editor):
    """Order keys by code points, as SQLite does, whatever the database's own collation."""
    if schema_editor.connection.vendor == "postgresql":
        for model, name in (*((model, "sort_key_ar") for model in SORTED), *((model, "key_en") for model in NAMED)):
            field = apps.get_model("articles", model)._meta.get_field(name)
            kind = f'varchar({field.max_length}) COLLATE "C"'
            schema_editor.execute(f"ALTER TABLE {field.model._meta.db_table} ALTER COLUMN {name} TYPE {kind}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_newsroom")]

    operations = [
        migrations.RunPython(
            _run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            _run({"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}),
        ),
        migrations.RunPython(sort_alike, migrations.RunPython.noop),
    ]
