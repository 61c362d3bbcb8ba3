"""The policy item: one thing that one government did, told in one article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from taggit.managers import TaggableManager

from articles import closure, timeline
from articles.choices import STATUS_OF_ACTION, PolicyStatus, RelationKind
from articles.models.article import Article
from articles.models.facts import PolicyFacts, fact_constraints
from articles.models.topic import ItemTopic
from articles.querysets.items import PolicyItemQuerySet
from articles.querysets.places import ItemPlaceQuerySet, ItemRegionQuerySet
from articles.querysets.relations import ItemRelationQuerySet
from regions.fields import PlainCharField
from regions.models import Region
from regions.richtext import RichTextField

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


_REPEATED = ("article_id", "announced_on", "first_step_id")


class PolicyItem(PolicyFacts):
    """One dated step of a policy. Its printed number is counted (``articles.numbering``), never typed."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(default=0)
    section = PlainCharField(max_length=200, blank=True, help_text="A heading printed above this item.")
    restarts_numbering = models.BooleanField(
        "begin the count again", default=False, help_text="This item is number 1, if it is numbered."
    )
    numbered = models.BooleanField(default=True)
    skip_before = models.PositiveSmallIntegerField(
        "numbers left out", default=0, help_text="How many numbers are left out before this item."
    )
    heading = PlainCharField(
        max_length=300, blank=True, help_text="Left empty, it is the name of the first region."
    )
    body = RichTextField(blank=True)
    continues = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="continued_by",
        help_text="The earlier item that this one is the next step of.",
    )
    first_step = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="later_steps",
        help_text="The item that the policy's timeline begins with; empty on that item itself.",
    )
    regions: "models.ManyToManyField[Region, ItemRegion]" = models.ManyToManyField(
        Region, through="ItemRegion", related_name="policy_items"
    )
    import_key = PlainCharField(max_length=200, unique=True, null=True, blank=True, editable=False)
    modified_at = models.DateTimeField(auto_now=True)
    tags = TaggableManager(through=ItemTopic, blank=True, verbose_name="topics", help_text="")

    followers: list[int]
    item_topics: "RelatedManager[ItemTopic]"
    item_regions: "RelatedManager[ItemRegion]"
    places: "RelatedManager[ItemPlace]"
    continued_by: "RelatedManager[PolicyItem]"
    objects = PolicyItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["article", "position"], name="item_by_position")]
        constraints = [
            *fact_constraints("item"),
            models.CheckConstraint(
                condition=models.Q(continues=None) | ~models.Q(continues=models.F("id")),
                name="item_does_not_continue_itself",
            ),
            models.CheckConstraint(condition=~models.Q(import_key=""), name="item_import_key_not_blank"),
        ]

    def __str__(self) -> str:
        return self.title if self.pk is not None else self.heading

    def clean(self) -> None:
        """Refuse a timeline that runs in a circle."""
        super().clean()
        if timeline.leads_back(self):
            raise ValidationError({"continues": "An item can't continue one that comes after it."})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the item; where what they repeat of it changes, bring its timeline and closure in step."""
        before = PolicyItem.objects.filter(pk=self.pk).values_list(*_REPEATED).first()
        timeline.refuse_circle(self)
        self.first_step_id = timeline.first_step_of(self)
        super().save(*args, **kwargs)
        if before is not None and before != tuple(getattr(self, name) for name in _REPEATED):
            timeline.pass_on(self)
            closure.rebuild([self.pk])

    @transaction.atomic
    def set_regions(self, regions: Sequence[Region]) -> None:
        """File the item under ``regions``, the first of them before all."""
        closure.file_under(self, list(dict.fromkeys(regions)))

    def get_absolute_url(self) -> str:
        """Return the item's permalink, which moves and renumbering leave as it is."""
        return reverse("item", kwargs={"pk": self.pk})

    @property
    def anchor(self) -> str:
        """The fragment of the item in its article's page, which moves and renumbering leave as it is."""
        return f"item-{self.pk}"

    @property
    def filed_regions(self) -> list[Region]:
        """All regions, the one that the item is filed under first; prefetch with ``with_regions()``."""
        return [row.region for row in self.item_regions.all()]

    @property
    def region(self) -> Region | None:
        """The region that the item is filed under."""
        return next(iter(self.filed_regions), None)

    @property
    def title(self) -> str:
        """The heading, else the name of the region."""
        return self.heading or (self.region.name if self.region else f"Item {self.pk}")

    @property
    def step_status(self) -> PolicyStatus:
        """The policy status that this step gives; the policy's own is that of its latest step."""
        return STATUS_OF_ACTION.get(self.action, PolicyStatus.UNKNOWN)


class ItemRegion(models.Model):
    """A region that an item is filed under; position 0 is the first."""

    item = models.ForeignKey(PolicyItem, on_delete=models.CASCADE, related_name="item_regions")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="item_regions")
    position = models.PositiveSmallIntegerField(default=0)

    objects = ItemRegionQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "region"], name="item_region_once"),
            models.UniqueConstraint(fields=["item", "position"], name="item_region_position_once"),
        ]

    def __str__(self) -> str:
        return f"item {self.item_id} in region {self.region_id}"


class ItemPlace(models.Model):
    """The closure item × (each of its regions and each ancestor of these); derived, rebuilt by ``closure``.

    ``published_at`` is empty while the article is neither published nor scheduled. ``news_date`` is the day
    that the step was announced, else the day of publication.
    """

    item = models.ForeignKey(PolicyItem, on_delete=models.CASCADE, related_name="places")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="places", db_index=False)
    published_at = models.DateTimeField(null=True)
    news_date = models.DateField(null=True)

    objects = ItemPlaceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "region"], name="item_place_once")]
        indexes = [
            models.Index(fields=["region", "-news_date", "-item", "published_at"], name="place_newest_first"),
        ]

    def __str__(self) -> str:
        return f"item {self.item_id} inside region {self.region_id}"


class ItemRelation(models.Model):
    """How one item bears on another, other than being its next step."""

    from_item = models.ForeignKey(PolicyItem, on_delete=models.CASCADE, related_name="relations")
    to_item = models.ForeignKey(PolicyItem, on_delete=models.CASCADE, related_name="relations_in")
    kind = models.CharField(max_length=20, choices=RelationKind)

    objects = ItemRelationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["from_item", "to_item", "kind"], name="item_relation_once"),
            models.CheckConstraint(
                condition=~models.Q(from_item=models.F("to_item")), name="item_relation_to_another"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=RelationKind.values), name="item_relation_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_item_id} {self.get_kind_display()} {self.to_item_id}"


class RemovedItem(models.Model):
    """The id of an item that was public and deleted: its permalink answers 410, not 404."""

    item_id = models.PositiveBigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return f"Item {self.item_id}"
