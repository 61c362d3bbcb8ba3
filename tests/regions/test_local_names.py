import pytest
from django.utils import translation

from regions.choices import NameKind
from regions.local_names import full_name, local_lineage, local_name
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


@pytest.mark.parametrize(("english", "chinese"), [("Berlin", "柏林"), ("Quebec", "魁北克")])
def test_a_region_that_has_only_an_official_name_is_called_by_it(english: str, chinese: str) -> None:
    region = make_region(english)
    RegionName.objects.create(region=region, name=chinese, language="zh", kind=NameKind.OFFICIAL)
    assert name_of(region, "zh-hans") == chinese


def test_an_alias_is_no_name_to_be_called_by() -> None:
    region = make_region("Érd")
    RegionName.objects.create(region=region, name="埃爾德", language="zh", kind=NameKind.ALIAS)
    assert name_of(region, "zh-hans") == "Érd"


def test_a_lineage_is_called_as_the_reader_calls_it() -> None:
    germany = make_region("Germany")
    berlin = make_region("Berlin", make_region("Middle", germany))
    for region, name in ((germany, "德国"), (berlin, "柏林")):
        RegionName.objects.create(region=region, name=name, language="zh", kind=NameKind.OFFICIAL)
    with translation.override("zh-hans"):
        lineage = local_lineage(berlin)
        assert lineage[0].get_absolute_url() == "/zh/regions/germany/"
    assert full_name(lineage) == "柏林 · Middle · 德国"
    assert full_name(local_lineage(berlin)) == "Berlin · Middle · Germany"
