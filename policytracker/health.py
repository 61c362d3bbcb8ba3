"""Whether the process is up, and whether it can serve: for load balancers and alarms."""

from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from policytracker.models import Heartbeat

MAINTENANCE = "maintain"
OVERDUE_AFTER = 3  # intervals of the worker


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process is up; asks nothing of database or cache."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database and cache answer, else 503; tell also when maintenance is overdue."""
    checks = {"database": _database_answers(), "cache": _cache_answers()}
    overdue = checks["database"] and Heartbeat.is_overdue(
        MAINTENANCE, timedelta(seconds=OVERDUE_AFTER * settings.MAINTENANCE_INTERVAL)
    )
    status = 200 if all(checks.values()) else 503
    return JsonResponse({**checks, "maintenance_overdue": overdue}, status=status)


def _database_answers() -> bool:
    try:
        Heartbeat.objects.exists()
    except Error:
        return False
    return True


def _cache_answers() -> bool:
    try:
        cache.set("readyz", 1, timeout=10)
        return bool(cache.get("readyz") == 1)
    except Exception:  # each cache backend raises errors of its own
        return False
