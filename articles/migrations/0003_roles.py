"""The roles' groups and the house's one row."""

from django.db import migrations

ROLES = ["reporter", "translator", "photo_editor", "editor", "chief_editor", "administrator"]


def lay(apps, schema_editor):
    group = apps.get_model("auth", "Group")
    for name in ROLES:
        group.objects.get_or_create(name=name)
    apps.get_model("articles", "House").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_engines"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(lay, migrations.RunPython.noop)]
