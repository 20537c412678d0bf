"""A token made by default fits its column: PostgreSQL refuses the 64 digits that SQLite took."""

from django.db import migrations, models

import articles.models.stories


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_notifications")]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="form_token",
            field=models.CharField(default=articles.models.stories.new_token, max_length=32, unique=True),
        )
    ]
