"""The Django settings of the desk. In: the environment; out: what Django reads.

Reading them writes nothing. Every variable stands in ``docs/reference/environment.md``.
"""

import os
import sqlite3
from datetime import timedelta

from csp.constants import NONE, SELF

from catchall.cli.surroundings import home
from catchall_desk import environment

PRODUCTION = environment.switched_on(os.environ, "CATCHALL_DESK_PRODUCTION")
EXERCISE = environment.exercise(os.environ, home())
"""The users of a demo; empty in every other desk."""
MFA_REQUIRED = environment.second_factor(os.environ) and not EXERCISE
DESK_COUNTRY = environment.country(os.environ)
"""The trigraph of the government whose desk this is."""

SECRET_KEY = environment.secret(os.environ, home())
DEBUG = False
ALLOWED_HOSTS = environment.listed(
    os.environ.get("CATCHALL_DESK_HOSTS", "localhost,127.0.0.1,[::1]")
)
DATABASES = {
    "default": environment.database(
        os.environ.get("CATCHALL_DESK_DATABASE") or f"sqlite:///{home() / 'desk.sqlite3'}",
        sqlite3.sqlite_version_info,
    )
}
DATABASE_ROUTERS = ["catchall_desk.store.database.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "catchall_desk.web",
    "catchall_desk.accounts",
    "catchall_desk.store",
    "catchall_desk.jobs",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_htmx",
    "ninja",
]
MIDDLEWARE = [
    "catchall_desk.api.middleware.Around",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "catchall_desk.accounts.middleware.SignedIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "catchall_desk.urls"
WSGI_APPLICATION = "catchall_desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "catchall_desk.web.pages.around",
            ],
        },
    }
]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "catchall_desk.accounts.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,10/10m/key"}
"""For guesses at codes, and from many addresses; passwords from one are locked by axes."""
MFA_ADAPTER = "catchall_desk.accounts.adapters.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "catchall"
MFA_TOTP_TOLERANCE = 1
"""A code of the thirty seconds before or after is taken too: clocks differ."""
MFA_ALLOW_UNVERIFIED_EMAIL = True
"""The desk sends no mail, so no address is ever verified."""
SOCIALACCOUNT_ADAPTER = "catchall_desk.accounts.adapters.Provider"
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_PROVIDERS = environment.provider(os.environ)
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole(os.environ, "CATCHALL_DESK_PROXIES", 0)

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
"""A name alone would let anybody lock anybody out; allauth's own limit slows the rest down."""
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_CLIENT_IP_CALLABLE = "catchall_desk.accounts.signins.address"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        # a form that signs in through the provider is redirected there
        "form-action": [SELF, *environment.provider_origin(os.environ)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# an idle session ends: ``accounts.middleware`` moves its end as long as it is used
SESSION_COOKIE_AGE = 60 * environment.whole(os.environ, "CATCHALL_DESK_IDLE_MINUTES", 30)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION

DESK_REQUESTS_PER_MINUTE = environment.whole(os.environ, "CATCHALL_DESK_RATE", 600)
"""Requests of the API that a user may make in a minute, in one process."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
"""Bytes of one body: some 100,000 lines of an import."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "catchall_desk.api.logs.Lines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "catchall_desk": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
"""Lines of JSON on standard error, without what a file says."""
