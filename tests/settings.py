"""The settings of the tests: the site's own, with a key, fast hashing, and static files without a build."""

import os

os.environ.setdefault("SECRET_KEY", "tests-only-key-of-more-than-fifty-random-characters-0123456789")
os.environ["DEMO"] = "1"
os.environ["DEBUG"] = "0"

from policytracker.settings import *  # noqa: F403, E402
from policytracker.settings import STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
VOTE_LIMIT_VOTERS_PER_DAY = VOTE_LIMIT_PER_HOUR = VOTE_BURST_PER_HOUR = 0
