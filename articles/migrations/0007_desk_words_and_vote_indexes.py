# Words that editors use for their fields; indexes for the latest comments and the votes of a day.

from django.db import migrations, models

import articles.languages
import regions.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_removed_items"),
    ]

    operations = [
        migrations.AlterField(
            model_name="policyitem",
            name="action",
            field=models.CharField(
                blank=True,
                choices=[
                    ("drafting", "being drafted"),
                    ("announcement", "announced"),
                    ("introduction", "introduced"),
                    ("opinion", "opinion given"),
                    ("passage", "passed a stage"),
                    ("amendment_proposed", "amendment proposed"),
                    ("consultation_opened", "consultation opened"),
                    ("consultation_closed", "consultation closed"),
                    ("adoption", "adopted"),
                    ("signing", "signed"),
                    ("ruling", "ruled"),
                    ("in_force_with_grace_period", "in force with a grace period"),
                    ("implementation", "in force"),
                    ("amendment_in_force", "amendment in force"),
                    ("extension", "extended"),
                    ("postponement", "postponed"),
                    ("termination_announced", "end announced"),
                    ("rejection", "rejected"),
                    ("veto", "vetoed"),
                    ("termination", "ended"),
                    ("closure", "closed"),
                ],
                max_length=30,
                verbose_name="what happened",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="affected",
            field=models.CharField(
                blank=True,
                choices=[
                    ("everybody", "everybody"),
                    ("small_firms", "small firms"),
                    ("one_firm", "one firm"),
                    ("state_firms", "state-owned firms"),
                    ("one_sector", "one sector"),
                    ("one_place", "one place"),
                ],
                max_length=20,
                verbose_name="who is affected",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="announced_precision",
            field=models.CharField(
                choices=[("day", "day"), ("month", "month"), ("quarter", "quarter"), ("year", "year")],
                default="day",
                max_length=10,
                verbose_name="announced: exact to the",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="archived_url",
            field=regions.fields.WebURLField(
                blank=True,
                help_text="The address of a copy of the source in a web archive.",
                max_length=2000,
                verbose_name="archived copy",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="in_force_on",
            field=models.DateField(blank=True, null=True, verbose_name="in force from"),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="in_force_precision",
            field=models.CharField(
                choices=[("day", "day"), ("month", "month"), ("quarter", "quarter"), ("year", "year")],
                default="day",
                max_length=10,
                verbose_name="in force: exact to the",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="restarts_numbering",
            field=models.BooleanField(
                default=False,
                help_text="This item is number 1, if it is numbered.",
                verbose_name="begin the count again",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="skip_before",
            field=models.PositiveSmallIntegerField(
                default=0,
                help_text="How many numbers are left out before this item.",
                verbose_name="numbers left out",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="source_language",
            field=regions.fields.PlainCharField(
                blank=True,
                help_text="A BCP 47 tag: en, zh-Hans, fr.",
                max_length=16,
                validators=[articles.languages.validate_language],
                verbose_name="language of the source",
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="source_title",
            field=regions.fields.PlainCharField(
                blank=True, max_length=300, verbose_name="title of the source"
            ),
        ),
        migrations.AlterField(
            model_name="policyitem",
            name="source_url",
            field=regions.fields.WebURLField(
                blank=True, max_length=2000, verbose_name="address of the source"
            ),
        ),
        migrations.AddIndex(
            model_name="helpfulvote",
            index=models.Index(
                condition=models.Q(("comment", ""), _negated=True),
                fields=["-changed_at", "-id"],
                name="vote_comments_latest",
            ),
        ),
        migrations.AddIndex(
            model_name="voteday",
            index=models.Index(fields=["day"], name="vote_day_by_day"),
        ),
    ]
