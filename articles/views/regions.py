"""Regions: where policy items come from. The pages list items, so they belong to this app."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.entries import listed
from articles.metadata.lists import index_metadata, region_metadata
from articles.models import ItemPlace, PolicyItem, Topic
from articles.views.paging import PagedView
from regions.choices import NameKind
from regions.local_names import LocalRegion, full_name, local_lineage
from regions.models import Region, RegionName

REGIONS_ON_A_PAGE = 100
TOPICS_SHOWN = 10


class RegionsView(PagedView[ItemPlace]):
    """The index of regions: those inside no other, with the number of items in each."""

    template_name = "regions/index.html"
    paginate_by = REGIONS_ON_A_PAGE

    def get_queryset(self) -> QuerySet[ItemPlace, Any]:
        """The regions at the top that the public can read about."""
        return ItemPlace.objects.published().counted_inside(None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the page tells machines."""
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        links = [(row["name"], reverse("region", kwargs={"path": row["region__path"]})) for row in page]
        description = _("Where the policies come from, with the number of items about each place.")
        metadata = index_metadata(_("Regions"), description, reverse("regions"), page, links)
        return {**context, "metadata": metadata}


class RegionView(PagedView[PolicyItem]):
    """The page of a region: its own items and those of everything inside it."""

    template_name = "regions/region.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """List the items of the region, or lead to the path that it has now."""
        try:
            return super().get(request, *args, **kwargs)
        except Region.DoesNotExist:
            return self.moved(kwargs["path"])

    def find(self, **kwargs: str) -> Region:
        """Return the region at the path; raises Region.DoesNotExist."""
        return Region.objects.select_related("parent").get(path=kwargs["path"])

    def moved(self, path: str) -> HttpResponse:
        """Lead to the region that once had the path."""
        region = Region.objects.once_at(path).first()
        if region is None:
            raise Http404
        return redirect(region, permanent=True)

    def get_queryset(self) -> QuerySet[PolicyItem]:
        """The public items in the region, the newest first."""
        return PolicyItem.objects.in_region(self.subject).with_articles()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add places and timelines to the items, and what lies inside the region."""
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        lineage = local_lineage(self.subject)
        entries, names = listed(list(page)), other_names(self.subject, lineage[-1])
        return {
            **context,
            "region": self.subject,
            "lineage": lineage,
            "called": lineage[-1],
            "around": lineage[-2] if len(lineage) > 1 else None,
            "full_name": full_name(lineage),
            "entries": entries,
            "topics": list(Topic.objects.dominant_in(self.subject, TOPICS_SHOWN)),
            "inside": list(ItemPlace.objects.published().counted_inside(self.subject)),
            "names": names,
            "metadata": region_metadata(self.subject, lineage, names, entries, page),
        }


def other_names(region: Region, called: LocalRegion) -> list[RegionName]:
    """Return the names of a region but for its codes and the one that the page calls it by, each once."""
    others = RegionName.objects.filter(region=region).exclude(kind=NameKind.CODE).exclude(name=called.name)
    return list({name.name: name for name in others}.values())
