"""A picture's files by cut, format and widths; what an older house has is encoded into its cuts by the outbox."""

from django.db import migrations, models
from django.utils import timezone

BATCH = 500


def sort_by_cut(apps, schema_editor):
    photo, outbox = apps.get_model("articles", "Photo"), apps.get_model("articles", "Outbox")
    now, changed, tasks = timezone.now(), [], []
    for each in photo.objects.order_by("pk").iterator(BATCH):
        if not isinstance(each.renditions, list):
            continue
        kinds = {}
        for width, extension in each.renditions:
            kinds.setdefault(extension, []).append(width)
        each.renditions = {"": {extension: sorted(widths) for extension, widths in kinds.items()}} if kinds else {}
        changed.append(each)
        tasks.append(outbox(task="render", payload={"photo": each.pk}, due_at=now, created_at=now))
    photo.objects.bulk_update(changed, ["renditions"], batch_size=BATCH)
    outbox.objects.bulk_create(tasks, batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_form_token")]

    operations = [
        migrations.AlterField("photo", "renditions", models.JSONField(default=dict, editable=False)),
        migrations.AlterField(
            "photo",
            "licence",
            models.CharField(
                blank=True,
                help_text="Readers see it beside the credit; a link or words.",
                max_length=200,
                verbose_name="licence",
            ),
        ),
        migrations.RunPython(sort_by_cut, migrations.RunPython.noop),
    ]
