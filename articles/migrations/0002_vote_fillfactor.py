"""Room on PostgreSQL's pages beside the rows that every vote updates.

Such an update stays on its page and touches no index (HOT), so a hot tally does not bloat.
https://www.postgresql.org/docs/current/storage-hot.html
"""

from django.db import migrations

FILL_FACTORS = {"votetally": 50, "voteday": 80, "voterate": 50}  # percent


def _set(apps, schema_editor, setting):
    if schema_editor.connection.vendor != "postgresql":
        return
    for model, percent in FILL_FACTORS.items():
        table = schema_editor.quote_name(apps.get_model("articles", model)._meta.db_table)
        schema_editor.execute(f"ALTER TABLE {table} {setting.format(percent)}")


def leave_room(apps, schema_editor):
    _set(apps, schema_editor, "SET (fillfactor = {})")


def fill_up(apps, schema_editor):
    _set(apps, schema_editor, "RESET (fillfactor)")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [migrations.RunPython(leave_room, fill_up)]
