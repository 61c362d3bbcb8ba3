"""The few signals, where no method call serves: regions don't know articles, and cascades skip methods."""

from typing import Any

from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver

from articles import closure, timeline
from articles.models.item import ItemRegion, PolicyItem, RemovedItem
from regions.signals import subtree_moved


@receiver(subtree_moved)
def rebuild_places(sender: Any, region_ids: list[int], **kwargs: Any) -> None:
    """Rebuild the closure of the items filed under regions that moved in the tree."""
    item_ids = ItemRegion.objects.filter(region__in=region_ids).values_list("item", flat=True)
    closure.rebuild(set(item_ids))


@receiver(pre_delete, sender=PolicyItem)
def remember_followers(instance: PolicyItem, **kwargs: Any) -> None:
    """Note which items continue the one that is about to go, and that its permalink was public."""
    instance.followers = list(instance.continued_by.values_list("pk", flat=True))
    if PolicyItem.objects.filter(pk=instance.pk).once_public().exists():
        RemovedItem.objects.get_or_create(item_id=instance.pk)


@receiver(post_delete, sender=PolicyItem)
def mend_timelines(instance: PolicyItem, **kwargs: Any) -> None:
    """Let the followers of a deleted item begin timelines of their own."""
    timeline.mend(instance.followers, PolicyItem)
