"""Which gazetteer file is in the database."""

from django.db import models


class GazetteerLoad(models.Model):
    """One load of a gazetteer file: loading the same file in the same way again has nothing to do."""

    digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    territories = models.CharField(max_length=10, help_text="The setting REGIONS_TERRITORIES at the time.")
    loaded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.digest[:12]} ({self.territories})"
