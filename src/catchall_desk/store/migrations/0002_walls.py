"""The log is only added to, and rows are shown by label: see ``store.walls``."""

from typing import Any

from django.db import migrations

from catchall_desk.store import walls


def build(apps: Any, schema_editor: Any) -> None:
    """Puts the walls up."""
    walls.build(schema_editor)


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(build, elidable=False)]
