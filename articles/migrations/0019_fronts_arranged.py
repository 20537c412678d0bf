import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_notes_on_paragraphs"),
    ]

    operations = [
        migrations.CreateModel(
            name="FrontChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(choices=[("ar", "Arabic"), ("en", "English")], max_length=2)),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
            },
        ),
        migrations.RemoveConstraint(
            model_name="frontslot",
            name="frontslot_one_open_a_place",
        ),
        migrations.AddField(
            model_name="frontslot",
            name="alt",
            field=models.CharField(blank=True, max_length=300, verbose_name="alt"),
        ),
        migrations.AddField(
            model_name="frontslot",
            name="section",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="slots",
                to="articles.section",
                verbose_name="section",
            ),
        ),
        migrations.AddIndex(
            model_name="frontslot",
            index=models.Index(fields=["language", "section", "live_until"], name="frontslot_of_front"),
        ),
        migrations.AddConstraint(
            model_name="frontslot",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("section__isnull", True),
                    models.Q(("live_until__isnull", True), ("live_until__gt", models.F("live_from")), _connector="OR"),
                ),
                fields=("language", "position", "live_from"),
                name="frontslot_one_a_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="frontslot",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("section__isnull", False),
                    models.Q(("live_until__isnull", True), ("live_until__gt", models.F("live_from")), _connector="OR"),
                ),
                fields=("language", "section", "position", "live_from"),
                name="frontslot_one_a_place_of_section",
            ),
        ),
        migrations.AddField(
            model_name="frontchange",
            name="event",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="front_change", to="articles.workflowevent"
            ),
        ),
        migrations.AddField(
            model_name="frontchange",
            name="section",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.section"
            ),
        ),
        migrations.AddIndex(
            model_name="frontchange",
            index=models.Index(fields=["language", "section", "-id"], name="frontchange_newest"),
        ),
    ]
