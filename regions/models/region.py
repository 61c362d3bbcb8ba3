"""A node of the tree country → subdivision → city → district, with blocs and continents beside countries."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.urls import reverse

from regions import tree
from regions.choices import LEVEL_OF_KIND, Level, NameKind, RegionKind
from regions.fields import PlainCharField
from regions.models.stamp import RegionsStamp
from regions.querysets import RegionQuerySet, RegionRedirectQuerySet
from regions.richtext import RichTextField
from regions.signals import subtree_moved
from regions.text import fold


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
    overview = RichTextField(
        blank=True, help_text="What readers should know before the list of its policies."
    )
    source_id = PlainCharField(max_length=40, unique=True, null=True, blank=True, editable=False)
    source_values = models.JSONField(default=dict, blank=True, editable=False)

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
        """Save the region at its place in the tree, move what is inside along, and leave redirects.

        Raises:
            ValidationError: the parent is inside the region, or too deep.
        """
        self.code = self.code or None
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "slug", "path", "depth"}
        with transaction.atomic():
            before = tree.stored_spot(self)
            if before is None or before.parent_id != self.parent_id:
                tree.check(self)
            tree.place(self, before)
            super().save(*args, **kwargs)
            self._follow(before)
            RegionsStamp.renew()

    def get_absolute_url(self) -> str:
        """Return the address of the region's public page."""
        return reverse("region", kwargs={"path": self.path})

    def clean(self) -> None:
        """Refuse a place in the tree that can't be."""
        super().clean()
        tree.check(self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the region for good: the gazetteer will not bring it back.

        Raises:
            ProtectedError: items, or other regions, still need it.
        """
        with transaction.atomic():
            source_ids = [self.source_id] if self.source_id else []
            deleted = super().delete(*args, **kwargs)
            RemovedRegion.remember(source_ids)
            RegionsStamp.renew()
        return deleted

    def _follow(self, before: tree.Spot | None) -> None:
        """Bring the names, the regions inside and the redirects after a saved row."""
        if before is None or before.name != self.name:
            self._add_own_name()
        if before is None:
            RegionRedirect.objects.filter(path=self.path).delete()
        elif before.path != self.path:
            old_paths = tree.move_children(self, before)
            RegionRedirect.objects.record(old_paths)
            subtree_moved.send(type(self), region_ids=list(old_paths))

    def _add_own_name(self) -> None:
        """See that the region is found under its name: searches and mentions look at the names alone."""
        if not self.names.filter(folded=fold(self.name)).exists():
            self.names.create(name=self.name, language="en", kind=NameKind.SHORT)

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

    objects = RegionRedirectQuerySet.as_manager()

    def __str__(self) -> str:
        return self.path


class RemovedRegion(models.Model):
    """A region of the gazetteer that an editor deleted: loading the gazetteer again leaves it out."""

    source_id = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.source_id

    @classmethod
    def remember(cls, source_ids: Iterable[str]) -> None:
        """Note that these are not to come back."""
        removed = (cls(source_id=key) for key in source_ids)
        cls._default_manager.bulk_create(removed, ignore_conflicts=True)
