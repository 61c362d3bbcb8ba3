"""A node of the tree country → subdivision → city → district, with blocs and continents beside countries."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.urls import reverse

from regions import tree
from regions.choices import LEVEL_OF_KIND, Level, RegionKind
from regions.fields import PlainCharField
from regions.querysets import RegionQuerySet

if TYPE_CHECKING:
    from regions.models.name import RegionName


class Region(models.Model):
    """A place with a government, under its common English name."""

    name = PlainCharField(max_length=200, help_text="The common English name: Jiangsu, not Jiangsu Sheng.")
    kind = models.CharField(max_length=20, choices=RegionKind)
    code = PlainCharField(
        max_length=10,
        unique=True,
        null=True,
        blank=True,
        help_text="ISO 3166-1 alpha-2 or ISO 3166-2, and EU and XK.",
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    slug = models.SlugField(max_length=100, blank=True, help_text="Left empty, it is made from the name.")
    path = models.CharField(max_length=410, unique=True, editable=False)
    depth = models.PositiveSmallIntegerField(default=0, editable=False)
    population = models.PositiveBigIntegerField(null=True, blank=True)
    source_id = PlainCharField(max_length=40, unique=True, null=True, blank=True, editable=False)
    source_values = models.JSONField(default=dict, blank=True, editable=False)

    names: "models.Manager[RegionName]"
    objects = RegionQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=RegionKind.values), name="region_kind_known"),
            models.CheckConstraint(condition=~models.Q(code=""), name="region_code_not_blank"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="region_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the region at its place in the tree."""
        self.code = self.code or None
        tree.place(self)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the address of the region's public page."""
        return reverse("region", kwargs={"path": self.path})

    @property
    def lineage(self) -> list["Region"]:
        """The ancestors, the outermost first, and the region itself; use ``with_parents()`` for a list."""
        above = self.parent.lineage if self.parent else []
        return [*above, self]

    @property
    def full_name(self) -> str:
        """The name with those of its parents: "Jilin City · Jilin · China"."""
        return " · ".join(region.name for region in reversed(self.lineage))

    @property
    def level(self) -> Level:
        """The level of government, which follows from the kind."""
        return LEVEL_OF_KIND[self.kind]


class RegionRedirect(models.Model):
    """A path that a region once had; its page and feed answer there with a permanent redirect."""

    path = models.CharField(max_length=410, unique=True)
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="redirects")

    def __str__(self) -> str:
        return self.path


class RemovedRegion(models.Model):
    """A region of the gazetteer that an editor deleted: loading the gazetteer again leaves it out."""

    source_id = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.source_id
