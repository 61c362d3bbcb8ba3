"""The groups of an editorial office, and the demo's accounts in them."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q

EDITORS = "Editors"
WRITERS = "Writers"
# Members may sign in only while the setting DEMO is on; the site's authentication backend sees to that.
DEMO_ACCOUNTS = "Demo accounts"

GROUP_OF_ACCOUNT = {"editor": EDITORS, "writer": WRITERS}

_OURS = Q(content_type__app_label__in=["articles", "regions"])
_HIDDEN = Q(content_type__model__in=["votekey", "voterate"])
_VOTES = Q(content_type__model__in=["helpfulvote", "voteday"])
_PARTS_OF_ARTICLES = Q(
    content_type__app_label="articles",
    content_type__model__in=[
        *("policyitem", "itemregion", "itemrelation", "itemtopic", "articletopic"),
        *("notice", "relatedpost", "relatedblock"),
    ],
)
_LOOKING = _OURS & ~_HIDDEN & Q(codename__startswith="view_")
# Editors may do everything but have a hand in the votes themselves.
_EDITORS_RIGHTS = _LOOKING | (_OURS & ~_HIDDEN & ~_VOTES)
# Writers write and send in; they neither publish nor remove articles, nor touch regions, series and votes.
_WRITERS_RIGHTS = (
    _LOOKING | _PARTS_OF_ARTICLES | Q(codename__in=["add_article", "change_article", "add_topic"]) & _OURS
)


@dataclass(frozen=True)
class Account:
    """One of the demo's accounts, its group, and what was done to it; empty where nothing had to be."""

    name: str
    group: str
    remark: str


def make_groups() -> None:
    """Create the groups with their permissions, and grant those of models that came with an update.

    A model of which a group has no permission at all counts as new to it. What was taken away by hand stays
    away as long as the group keeps another permission of the same model, or has none of any.
    """
    rights = {EDITORS: _EDITORS_RIGHTS, WRITERS: _WRITERS_RIGHTS}
    for name, condition in rights.items():
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new or group.permissions.exists():
            known = group.permissions.order_by().values("content_type")
            group.permissions.add(*Permission.objects.filter(condition).exclude(content_type__in=known))
    Group.objects.get_or_create(name=DEMO_ACCOUNTS)


def make_accounts() -> list[Account]:
    """Create the demo's accounts with the passwords of the settings, and bring a changed password up to date.

    An account of the same name that isn't the demo's is left alone. Makes none unless ``DEMO`` is on.
    """
    if not settings.DEMO:
        return []
    return [_make_account(name, group) for name, group in GROUP_OF_ACCOUNT.items()]


def _make_account(name: str, group: str) -> Account:
    user, is_new = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    if is_new:
        user.groups.set(Group.objects.filter(name__in=[group, DEMO_ACCOUNTS]))
    elif not user.groups.filter(name=DEMO_ACCOUNTS).exists():
        return Account(name, group, "exists already and isn't the demo's: left alone")
    return Account(name, group, _set_password(user, settings.DEMO_PASSWORDS[name]))


def _set_password(user: User, password: str) -> str:
    """Give the user the password unless it is theirs already; say what was done."""
    if not password:
        user.set_unusable_password()
        user.save()
        return f"can't sign in: DEMO_{user.username.upper()}_PASSWORD is not set"
    if user.check_password(password):
        return ""
    user.set_password(password)
    user.save()
    return f"ready, with the password of DEMO_{user.username.upper()}_PASSWORD"
