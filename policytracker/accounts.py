"""Who may sign in: Django's accounts, the demo's only while the site is a demo."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AbstractBaseUser

DEMO_GROUP = "Demo accounts"


class DemoAwareBackend(ModelBackend):
    """Refuses accounts of the demo group, at the door and at every request, unless ``DEMO`` is on."""

    def user_can_authenticate(self, user: AbstractBaseUser | Any) -> bool:
        """Whether the account may be used now."""
        allowed = super().user_can_authenticate(user)
        return allowed and (settings.DEMO or not user.groups.filter(name=DEMO_GROUP).exists())
