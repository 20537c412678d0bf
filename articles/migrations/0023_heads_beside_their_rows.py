"""Keep what an entry's headlines say beside its row on PostgreSQL: a thousand of them are read for one search.

Of rows that are written from now on; a changed analyser has every entry written anew.
"""

from django.db import migrations


def lay(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE articles_searchentry SET (toast_tuple_target = 1024)")


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_names_folded")]

    operations = [migrations.RunPython(lay, migrations.RunPython.noop)]
