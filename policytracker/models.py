"""What the site remembers of itself."""

from datetime import timedelta

from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """When a periodic job last ran to its end; ``/readyz`` tells when one is overdue."""

    name = models.CharField(max_length=50, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def beat(cls, name: str) -> None:
        """Note that the job has just run."""
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})

    @classmethod
    def is_overdue(cls, name: str, after: timedelta) -> bool:
        """Whether the job has not run for longer than ``after``."""
        return not cls.objects.filter(name=name, at__gte=timezone.now() - after).exists()
