"""A stamp that changes whenever regions or names do: by it a process knows that what it holds is old."""

import secrets

from django.db import models

_ONLY = 1


class RegionsStamp(models.Model):
    """One row with a random value, so that no change is taken for another one that was rolled back."""

    value = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.value

    @classmethod
    def current(cls) -> str:
        """Return the value of now, empty where regions never changed."""
        return cls._default_manager.filter(pk=_ONLY).values_list("value", flat=True).first() or ""

    @classmethod
    def renew(cls) -> None:
        """Note, in the transaction of the change, that regions or names are not what they were."""
        stamp = cls(pk=_ONLY, value=secrets.token_hex(16))
        cls._default_manager.bulk_create(
            [stamp], update_conflicts=True, unique_fields=["id"], update_fields=["value"]
        )
