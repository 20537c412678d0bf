"""What each engine has its own way of: the search index, and windows of one article that never overlap."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE articles_search USING fts5(words, content='articles_searchentry', content_rowid='id', "
    "tokenize='ascii', detail=none)",
]
SQLITE_BACK = ["DROP TABLE articles_search"]
# A range of one number instead of the number: so it needs no extension (btree_gist).
POSTGRESQL = [
    "ALTER TABLE articles_publication ADD CONSTRAINT publication_windows_apart EXCLUDE USING gist "
    "(int8range(article_id, article_id, '[]') WITH &&, tstzrange(live_from, live_until) WITH &&)",
    "CREATE INDEX searchentry_words ON articles_searchentry USING gin ((words::tsvector))",
]
POSTGRESQL_BACK = [
    "DROP INDEX searchentry_words",
    "ALTER TABLE articles_publication DROP CONSTRAINT publication_windows_apart",
]


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunPython(
            _run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            _run({"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}),
        ),
    ]
