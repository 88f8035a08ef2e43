"""Sealed records of the engine, shown by label, erased with a party."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from catchall_desk.store import walls


def build(apps: Any, schema_editor: Any) -> None:
    """Puts the walls up."""
    walls.build_records(schema_editor)


class Migration(migrations.Migration):
    """After the walls of the other tables."""

    dependencies = [("store", "0002_walls")]
    operations = [
        migrations.CreateModel(
            name="RunRow",
            fields=[
                ("hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("parties", models.TextField(default="")),
                ("packed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="RecordRow",
            fields=[
                ("event", models.UUIDField(primary_key=True, serialize=False)),
                ("file", models.UUIDField()),
                ("run", models.CharField(max_length=64)),
                ("packed", models.BinaryField()),
                (
                    "label",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="store.label"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["run"], name="record_run"),
                    models.Index(fields=["file"], name="record_file"),
                ]
            },
        ),
        migrations.RunPython(build, elidable=False),
    ]
