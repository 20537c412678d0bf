"""The roles' groups, the house's one row, and one row of house style a language."""

from django.db import migrations

ROLES = ["reporter", "translator", "photo_editor", "editor", "chief_editor", "administrator"]


def lay(apps, schema_editor):
    group = apps.get_model("auth", "Group")
    for name in ROLES:
        group.objects.get_or_create(name=name)
    apps.get_model("articles", "House").objects.get_or_create(pk=1)
    for language in ("ar", "en"):
        apps.get_model("articles", "HouseStyle").objects.get_or_create(language=language)


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_engines"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(lay, migrations.RunPython.noop)]
