"""Who may sign in: Django's accounts, the demo's only while the site is a demo."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, User

DEMO_GROUP = "Demo accounts"


class DemoAwareBackend(ModelBackend):
    """Refuses accounts of the demo group, at the door and at every request, unless ``DEMO`` is on."""

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        """Whether the account may be used now."""
        if not isinstance(user, User) or not super().user_can_authenticate(user):
            return False
        return settings.DEMO or not user.groups.filter(name=DEMO_GROUP).exists()
