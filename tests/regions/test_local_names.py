import pytest
from django.utils import translation

from regions.choices import NameKind
from regions.local_names import local_name
from regions.models import Region, RegionName
from tests.factories import make_region

pytestmark = pytest.mark.django_db


def name_of(region: Region, language: str) -> str:
    with translation.override(language):
        return str(Region.objects.values_list(local_name(), flat=True).get(pk=region.pk))


def test_a_region_is_called_by_its_short_name_in_the_language() -> None:
    jilin = make_region("Jilin")
    RegionName.objects.create(region=jilin, name="吉林", language="zh", kind=NameKind.SHORT)
    RegionName.objects.create(region=jilin, name="吉林省", language="zh", kind=NameKind.OFFICIAL)
    assert name_of(jilin, "zh-hans") == "吉林"
    assert name_of(jilin, "en") == "Jilin"


def test_a_region_without_such_a_name_keeps_its_english_one() -> None:
    assert name_of(make_region("Freedonia"), "zh-hans") == "Freedonia"
