"""Django settings, read from the environment; `anskaff settings` lists the variables.

All are optional. Nothing secret has a default: keys are made in the data folder at first start.
"""

import secrets
from pathlib import Path

import environ
from csp.constants import NONE, SELF

env = environ.Env()

PROJECT_ROOT = Path(__file__).resolve().parents[3]
ANSKAFF_DATA_DIR = Path(env.str("ANSKAFF_DATA_DIR", default=str(Path.cwd() / "var"))).resolve()
ANSKAFF_DEMO = env.bool("ANSKAFF_DEMO", default=False)
ANSKAFF_STANDARDS = env.str("ANSKAFF_STANDARDS", default=str(ANSKAFF_DATA_DIR / "standards"))
ANSKAFF_FILES_DIR = ANSKAFF_DATA_DIR / "files"
ANSKAFF_KEYS_DIR = ANSKAFF_DATA_DIR / "keys"
ANSKAFF_CLAMD = env.str("ANSKAFF_CLAMD", default="")
ANSKAFF_NOTICE_SERVICE_URL = env.str("ANSKAFF_NOTICE_SERVICE_URL", default="")
ANSKAFF_NOTICE_SERVICE_KEY = env.str("ANSKAFF_NOTICE_SERVICE_KEY", default="")
ANSKAFF_NOTICE_SERVICE_EMAIL = env.str("ANSKAFF_NOTICE_SERVICE_EMAIL", default="")
ANSKAFF_PUBLIC_NOTICES_URL = env.str("ANSKAFF_PUBLIC_NOTICES_URL", default="")
ANSKAFF_PUBLIC_NOTICES_KEY = env.str("ANSKAFF_PUBLIC_NOTICES_KEY", default="")
ANSKAFF_LOG_ORIGIN = env.str("ANSKAFF_LOG_ORIGIN", default="anskaff.local/log")
ANSKAFF_UPLOAD_LIMIT_BYTES = env.int("ANSKAFF_UPLOAD_LIMIT_BYTES", default=2 * 1024**3)
ANSKAFF_BASE_URL = env.str("ANSKAFF_BASE_URL", default="http://127.0.0.1:8000")


def _kept_secret(name: str) -> str:
    """A random secret made once and kept in the keys folder, readable by its owner only."""
    path = ANSKAFF_KEYS_DIR / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


SECRET_KEY = env.str("ANSKAFF_SECRET_KEY", default="") or _kept_secret("django-secret")
DEBUG = False
ALLOWED_HOSTS = env.list("ANSKAFF_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("ANSKAFF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "ninja",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "anskaff.records",
    "anskaff.parties",
    "anskaff.notices",
    "anskaff.competition",
    "anskaff.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "anskaff.api.middleware.ApiMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "anskaff.web.middleware.ActingMiddleware",
    "anskaff.web.middleware.SecondFactorMiddleware",
    "anskaff.web.middleware.RefusedMiddleware",
    "anskaff.web.middleware.InvalidFormMiddleware",
]

ROOT_URLCONF = "anskaff.project.urls"
WSGI_APPLICATION = "anskaff.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).resolve().parents[1] / "web/templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "anskaff.web.context.everywhere",
            ],
            "builtins": ["anskaff.web.templatetags.anskaff"],
        },
    },
]
FORM_RENDERER = "anskaff.web.rendering.FormRenderer"

DATABASES = {
    "default": env.db_url(
        "ANSKAFF_DATABASE_URL", default=f"sqlite:///{ANSKAFF_DATA_DIR / 'anskaff.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;",
    }
else:
    # To compile what one page asks takes longer than to look it up.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "parties.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "anskaff.web.parties.adapter.AccountAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "anskaff.web.parties.forms.LoginForm",
    "reauthenticate": "anskaff.web.parties.forms.ReauthenticateForm",
    "change_password": "anskaff.web.parties.forms.ChangePasswordForm",
    "reset_password": "anskaff.web.parties.forms.ResetPasswordForm",
    "reset_password_from_key": "anskaff.web.parties.forms.ResetPasswordKeyForm",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_ADAPTER = "anskaff.web.parties.adapter.SecondFactorAdapter"
MFA_TOTP_ISSUER = "Anskaff"
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "anskaff.web.parties.forms.CodeForm",
    "reauthenticate": "anskaff.web.parties.forms.CodeAgainForm",
    "activate_totp": "anskaff.web.parties.forms.ActivateForm",
}
ANSKAFF_SECOND_FACTOR_ROLES = env.list("ANSKAFF_SECOND_FACTOR_ROLES", default=[])
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("ANSKAFF_PROXIES", default=0)
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ANSKAFF_API_REQUESTS_PER_MINUTE = env.int("ANSKAFF_API_REQUESTS_PER_MINUTE", default=600)
ANSKAFF_DOCUMENT_CHECKS_PER_FIVE_MINUTES = env.int(
    "ANSKAFF_DOCUMENT_CHECKS_PER_FIVE_MINUTES", default=60
)
CACHES = {"default": env.cache_url("ANSKAFF_CACHE_URL", default="locmemcache://")}
SESSION_COOKIE_AGE = 60 * env.int("ANSKAFF_SESSION_MINUTES", default=120)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("ANSKAFF_HTTPS", default=False)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SESSION_COOKIE_SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "anskaff.web.errors.csrf_failed"

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"
LOCALE_PATHS = sorted((Path(__file__).resolve().parents[1] / "web/locale").glob("*"))
FORMAT_MODULE_PATH = ["anskaff.web.formats"]
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365

STATIC_URL = "/static/"
STATIC_ROOT = ANSKAFF_DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
if ANSKAFF_DEMO:
    PASSWORD_HASHERS = ["anskaff.project.demo_passwords.QuickHasher"]
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = ANSKAFF_DATA_DIR / "letters"
if env.str("ANSKAFF_SMTP_HOST", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = env.str("ANSKAFF_SMTP_HOST")
    EMAIL_PORT = env.int("ANSKAFF_SMTP_PORT", default=25)
    EMAIL_HOST_USER = env.str("ANSKAFF_SMTP_USER", default="")
    EMAIL_HOST_PASSWORD = env.str("ANSKAFF_SMTP_PASSWORD", default="")
    EMAIL_USE_TLS = env.bool("ANSKAFF_SMTP_TLS", default=False)
DEFAULT_FROM_EMAIL = env.str("ANSKAFF_MAIL_FROM", default="ikke-svar@anskaff.example")

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_TEMP_DIR = None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("ANSKAFF_LOG_LEVEL", default="WARNING")},
}
