from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.utils import timezone

from policytracker.models import Heartbeat

pytestmark = pytest.mark.django_db


def test_a_living_process_answers_without_the_database(client: Client, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_a_site_that_can_serve_is_ready(client: Client) -> None:
    Heartbeat.beat("maintain")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "cache": True, "maintenance_overdue": False}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_it_is_not_ready_without_a_database(client: Client, error: type[Exception]) -> None:
    with patch.object(Heartbeat.objects, "exists", side_effect=error):
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] is False


def test_it_is_not_ready_without_a_cache(client: Client) -> None:
    with patch("policytracker.health.cache.set", side_effect=ConnectionError):
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["cache"] is False


def test_it_says_when_maintenance_is_overdue_and_stays_ready(client: Client) -> None:
    Heartbeat.objects.create(name="maintain", at=timezone.now() - timedelta(days=1))
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["maintenance_overdue"] is True


def test_maintenance_that_never_ran_is_overdue(client: Client) -> None:
    assert client.get("/readyz").json()["maintenance_overdue"] is True


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_it_is_only_read(client: Client, path: str) -> None:
    assert client.post(path).status_code in (403, 405)


def test_a_heartbeat_is_one_row_that_moves() -> None:
    Heartbeat.beat("maintain")
    first = Heartbeat.objects.get().at
    Heartbeat.beat("maintain")
    assert Heartbeat.objects.get().at > first
    assert str(Heartbeat.objects.get()).startswith("maintain at ")
