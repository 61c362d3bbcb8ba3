"""Who may sign in: Django's accounts, the demo's only while the site is a demo."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Permission, User
from django.db.models import Exists, OuterRef

DEMO_GROUP = "Demo accounts"


class DemoAwareBackend(ModelBackend):
    """Refuses accounts of the demo group, at the door and at every request, unless ``DEMO`` is on.

    What every page of the desk asks about its user takes two queries; Django's own backend needs three.
    """

    def get_user(self, user_id: Any) -> User | None:
        """Return the account of a session; whether it belongs to the demo comes along."""
        memberships = User.groups.through.objects.filter(user=OuterRef("pk"), group__name=DEMO_GROUP)
        user = User.objects.annotate(is_of_demo=Exists(memberships)).filter(pk=user_id).first()
        return user if self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        """Whether the account may be used now."""
        if not isinstance(user, User) or not super().user_can_authenticate(user):
            return False
        return settings.DEMO or not _is_of_demo(user)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Return what the account and its groups may do, asked for together."""
        if not user_obj.is_active or user_obj.is_anonymous or user_obj.is_superuser or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            columns = ("content_type__app_label", "codename")
            own = Permission.objects.filter(user=user_obj).order_by().values_list(*columns)
            shared = Permission.objects.filter(group__user=user_obj).order_by().values_list(*columns)
            user_obj._perm_cache = {f"{label}.{name}" for label, name in own.union(shared)}
        permissions: set[str] = user_obj._perm_cache
        return permissions


def _is_of_demo(user: User) -> bool:
    known: bool | None = getattr(user, "is_of_demo", None)
    return user.groups.filter(name=DEMO_GROUP).exists() if known is None else known
