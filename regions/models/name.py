"""The other names of regions: what searches and mentions are matched against."""

from typing import Any

from django.db import models, transaction

from regions.choices import NameKind
from regions.fields import PlainCharField
from regions.models.region import Region
from regions.models.stamp import RegionsStamp
from regions.text import fold


class RegionName(models.Model):
    """One name of a region in one language; ``language`` is empty for codes."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="names")
    name = PlainCharField(max_length=200)
    language = PlainCharField(max_length=16, blank=True, help_text="A BCP 47 tag: en, zh, fr.")
    kind = models.CharField(max_length=10, choices=NameKind, default=NameKind.ALIAS)
    folded = models.CharField(max_length=400, db_index=True, editable=False)

    class Meta:
        ordering = ["language", "kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["region", "language", "kind", "name"], name="region_name_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=NameKind.values), name="region_name_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the name with its folded form."""
        self.folded = fold(self.name)
        with transaction.atomic():
            super().save(*args, **kwargs)
            RegionsStamp.renew()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the name, so that nothing is found under it any more."""
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            RegionsStamp.renew()
        return deleted
