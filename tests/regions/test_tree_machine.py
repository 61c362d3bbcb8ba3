"""Adding, renaming, moving and deleting in any order leaves paths right and redirects short."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from regions.models import Region, RegionRedirect
from regions.text import slug_for
from tests.factories import make_region

NAMES = st.sampled_from(["Jilin", "jilin", "Jílín", "Jilin 2", "Hexi", "吉林"])


class Gardener(RuleBasedStateMachine):
    """Changes the tree at random, and remembers every path that a region has ever had."""

    regions = Bundle("regions")

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.lived: dict[str, int] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    def note(self) -> None:
        self.lived |= dict(Region.objects.values_list("path", "pk"))

    @rule(target=regions, name=NAMES)
    def add_country(self, name: str) -> int:
        pk = make_region(name).pk
        self.note()
        return pk

    @rule(target=regions, name=NAMES, parent=regions)
    def add_inside(self, name: str, parent: int) -> object:
        try:
            pk = Region.objects.create(name=name, kind="city", parent_id=parent).pk
        except ValidationError:
            return multiple()
        self.note()
        return pk

    @rule(region=regions, name=NAMES)
    def rename(self, region: int, name: str) -> None:
        row = Region.objects.get(pk=region)
        row.name = name
        row.save()
        self.note()

    @rule(region=regions, parent=st.none() | regions)
    def move(self, region: int, parent: int | None) -> None:
        row = Region.objects.get(pk=region)
        row.parent = Region.objects.get(pk=parent) if parent else None
        before = set(Region.objects.values_list("pk", "path"))
        try:
            row.save()
        except ValidationError:
            assert before == set(Region.objects.values_list("pk", "path"))
        self.note()

    @rule(target=regions, region=consumes(regions))
    def delete(self, region: int) -> object:
        try:
            Region.objects.get(pk=region).delete()
        except ProtectedError:
            return region
        self.lived = {path: pk for path, pk in self.lived.items() if pk != region}
        return multiple()

    @invariant()
    def paths_follow_the_tree(self) -> None:
        for region in Region.objects.with_parents():
            assert region.path == "/".join(around.slug for around in region.lineage)
            assert region.depth == len(region.lineage) - 1 <= 3
            assert region.slug.startswith(slug_for(region.name))

    @invariant()
    def a_live_page_beats_a_redirect(self) -> None:
        live = set(Region.objects.values_list("path", flat=True))
        assert not live & set(RegionRedirect.objects.values_list("path", flat=True))

    @invariant()
    def every_path_that_ever_was_leads_to_the_last_region_that_had_it(self) -> None:
        leads = dict(RegionRedirect.objects.values_list("path", "region"))
        leads |= dict(Region.objects.values_list("path", "pk"))
        assert {path: leads.get(path) for path in self.lived} == self.lived


@pytest.mark.django_db
def test_no_order_of_changes_breaks_a_path() -> None:
    run_state_machine_as_test(
        Gardener,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            phases=[Phase.reuse, Phase.generate],  # shrinking takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
