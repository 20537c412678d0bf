"""All settings of a newsroom, read from the environment; docs/operating.md lists the names.

Production is the default and refuses to start without SECRET_KEY and ALLOWED_HOSTS. DEBUG=1, which only `make run`
sets, makes development of it.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from newsroom import environment, policy

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# --- Who we are ---------------------------------------------------------------

DEBUG = environment.is_on(os.environ.get("DEBUG", ""))
SECRET_KEY = os.environ.get("SECRET_KEY", "")
SECRET_KEY_FALLBACKS = environment.words(os.environ.get("SECRET_KEY_FALLBACKS", ""))
ALLOWED_HOSTS = environment.words(os.environ.get("ALLOWED_HOSTS", ""))

if DEBUG:
    SECRET_KEY = SECRET_KEY or environment.kept_secret(VAR_DIR / "development-secret")
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set: give the newsroom a long random secret, or start it with `make run` for development."
    )
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS must name the hosts this newsroom answers for, as news.example,www.news.example, and never *."
    )

# The only source of absolute addresses: canonical links, feeds, sitemaps, mails.
SITE_ORIGIN = environment.origin(
    os.environ.get("SITE_ORIGIN", "")
    or (f"http://127.0.0.1:{os.environ.get('PORT', '8000')}" if DEBUG else f"https://{ALLOWED_HOSTS[0]}")
)
# The addresses of our own proxies: only they are believed about a reader's address and about TLS (newsroom/wsgi.py).
TRUSTED_PROXIES = environment.words(os.environ.get("TRUSTED_PROXIES", ""))
CACHE_PURGE_URLS = environment.words(os.environ.get("CACHE_PURGE_URLS", ""))

# --- Applications and the way of a request ----------------------------------------

INSTALLED_APPS = [
    "articles.apps.ArticlesConfig",
    "articles.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "taggit",
    "axes",
    "csp",
    "js_asset",
    "django_prose_editor",
]

# No LocaleMiddleware: a public page's language is its path's, and nothing may add `Vary: Accept-Language`.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.policy.PolicyByAddress",
    "articles.public.headers.PublicHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "articles.admin.language.DeskLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

FORM_RENDERER = "articles.admin.rendering.QuickRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- What is kept, and where ---------------------------------------------------------

DATABASES = {
    "default": environment.database(
        os.environ.get("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'rased.sqlite3'}",
        statement_timeout=os.environ.get("STATEMENT_TIMEOUT", "15s"),
    )
}

REDIS_URL = os.environ.get("REDIS_URL", "")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL, "KEY_PREFIX": "rased"}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "KEY_PREFIX": "rased"}
}

MEDIA_ROOT = environment.media_root(os.environ.get("MEDIA_STORAGE_URL", ""), VAR_DIR / "media")
MEDIA_URL = "/media/"
# Where the web server finds the same folder for X-Accel-Redirect (an `internal` location); empty: we send it ourselves.
MEDIA_ACCEL_PREFIX = os.environ.get("MEDIA_ACCEL_PREFIX", "")
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# `make run` builds them too, so that it shows what production serves; a bare DEBUG=1 reads them where they lie.
STATIC_IS_BUILT = not DEBUG or environment.is_on(os.environ.get("STATIC_BUILT", ""))
STATICFILES_STORAGE_CLASS = (
    "newsroom.statics.BuiltStaticFiles" if STATIC_IS_BUILT else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATICFILES_STORAGE_CLASS},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not STATIC_IS_BUILT
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# --- Languages and time ------------------------------------------------------------------

LANGUAGES = [("ar", "العربية"), ("en", "English")]
# What commands and logs speak; a reader's page takes its language from the path, a desk page from its user.
LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "articles" / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Signing in -----------------------------------------------------------------------------

AUTH_USER_MODEL = "articles.User"
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "articles.admin.signing_in.PeopleBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Name and address together: a stranger elsewhere cannot lock somebody out by guessing at his name.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_CALLABLE = "articles.admin.refusal_pages.locked_out"

# --- Cookies, transport, headers --------------------------------------------------------------

SPEAKS_TLS = SITE_ORIGIN.startswith("https://")
COOKIE_PREFIX = "__Host-" if SPEAKS_TLS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = SPEAKS_TLS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
CSRF_COOKIE_SECURE = SPEAKS_TLS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "articles.admin.refusal_pages.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]
# In the session: messages need no cookie of their own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = SPEAKS_TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 63_072_000 if SPEAKS_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SPEAKS_TLS
SECURE_HSTS_PRELOAD = SPEAKS_TLS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy.READERS}

# --- Mail and the log ------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"newsroom@{ALLOWED_HOSTS[0]}"
globals().update(environment.mail(os.environ.get("EMAIL_URL", "")))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING" if DEBUG else "INFO"},
    "loggers": {"django": {"handlers": [], "propagate": True}, "axes": {"level": "WARNING"}},
}
