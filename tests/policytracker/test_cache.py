import environ
import pytest
from django.core.cache import cache
from django.test import Client

from tests.conftest import unavailable
from tests.running_site import free_port
from tests.surroundings import find_redis

pytestmark = [pytest.mark.redis, pytest.mark.django_db]


@pytest.fixture
def redis_url() -> str:
    url = find_redis()
    if url is None:
        unavailable("no Redis answers")
    return url


def test_the_site_works_with_redis_as_its_cache(client: Client, settings, redis_url: str) -> None:
    settings.CACHES = {"default": environ.Env.cache_url_config(redis_url)}
    cache.set("key", "value", timeout=10)
    assert cache.get("key") == "value"
    assert client.get("/readyz").json()["cache"] is True


def test_redis_that_is_gone_is_noticed_and_pages_go_on(client: Client, settings) -> None:
    settings.CACHES = {"default": environ.Env.cache_url_config(f"redis://127.0.0.1:{free_port()}/0")}
    assert client.get("/readyz").status_code == 503
    assert client.get("/").status_code == 200
    settings.CACHES = {"default": environ.Env.cache_url_config("locmemcache://")}
