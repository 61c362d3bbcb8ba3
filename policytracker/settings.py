"""Django's settings, read from the environment or ``.env``; docs/operators.md explains each."""

from typing import Any
from urllib.parse import quote

import django_stubs_ext
import environ
from csp.constants import NONE, SELF
from js_asset import static_lazy

from policytracker.env import BASE_DIR, ENV_FILE, check_secret_key, read_networks

django_stubs_ext.monkeypatch()

env = environ.Env()
env.read_env(str(ENV_FILE))

SECRET_KEY = check_secret_key(env.str("SECRET_KEY", default=""))
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)

SITE_NAME = env.str("SITE_NAME", default="policytracker")
PORT = env.int("PORT", default=8000)
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{PORT}").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
TRUSTED_PROXIES = read_networks("TRUSTED_PROXIES", env.list("TRUSTED_PROXIES", default=[]))

INSTALLED_APPS = [
    "policytracker.apps.PolicytrackerConfig",
    "articles",
    "regions",
    "policytracker.apps.PolicytrackerAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "taggit",
    "reversion",
    "js_asset",
    "django_prose_editor",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "policytracker.client.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "policytracker.headers.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "policytracker.headers.AdminPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "policytracker.public.PublicCacheMiddleware",
    "policytracker.interface.InterfaceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "policytracker.urls"
WSGI_APPLICATION = "policytracker.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "policytracker.public.site",
            ],
        },
    },
]

# Databases. SQLite: WAL, a write lock taken at BEGIN, and patience; so that readers never wait and
# two writers queue instead of failing with "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-20000;"
    ),
}


def _database(url: str) -> dict[str, Any]:
    database: dict[str, Any] = environ.Env.db_url_config(url)
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = SQLITE_OPTIONS | database.get("OPTIONS", {})
    return {**database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


SQLITE_URL = f"sqlite:///{quote(str(BASE_DIR / 'db.sqlite3'))}"
DATABASES = {"default": _database(env.str("DATABASE_URL", default=SQLITE_URL))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "policytracker.accounts.DemoAwareBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 1  # hour
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_VERBOSE = False

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["policytracker.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "policytracker.stylesheets.OneSheetStorage"},
}
WHITENOISE_MAX_AGE = 60

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)

# Security. FAULTS.md S01, U01, U05-U07, C13.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
# Both bind hosts that aren't ours, for years; only the operator knows whether all of them speak HTTPS.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and TRUSTED_PROXIES else None
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

TAGGIT_CASE_INSENSITIVE = True

# What the rich text editor learns from us, and the markup that comes with it: none.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy(f"js/admin/{name}.js") for name in ("circled-numbers", "clean-paste")],
        "extensions": dict.fromkeys(("CircledNumbers", "CleanPaste"), lambda config, allowed: None),
    }
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MAINTENANCE_INTERVAL = env.int("MAINTENANCE_INTERVAL", default=300)  # seconds between runs by the worker

# Where Hong Kong, Puerto Rico and their like hang in the tree: "top", as ISO 3166-1 lists them, or
# "sovereign", inside the country of their ISO 3166-2 code.
REGIONS_TERRITORIES = env.str("REGIONS_TERRITORIES", default="top")

PUBLIC_MAX_AGE = env.int("PUBLIC_MAX_AGE", default=60)  # seconds that caches may keep a public page
PAGE_SIZE = 20

# Limits of votes; 0 is off. VOTES-AND-RELATED: per article and network and day, per network and hour,
# and the hourly burst per article over which votes are held.
VOTE_LIMIT_VOTERS_PER_DAY = env.int("VOTE_LIMIT_VOTERS_PER_DAY", default=10)
VOTE_LIMIT_PER_HOUR = env.int("VOTE_LIMIT_PER_HOUR", default=60)
VOTE_BURST_PER_HOUR = env.int("VOTE_BURST_PER_HOUR", default=30)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "policytracker.logs.OneLineFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="WARNING")},
}

DEMO_PASSWORDS = {
    "editor": env.str("DEMO_EDITOR_PASSWORD", default=""),
    "writer": env.str("DEMO_WRITER_PASSWORD", default=""),
}
