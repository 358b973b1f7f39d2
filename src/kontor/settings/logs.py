"""One log, on standard error; whoever runs the site collects it there."""

from typing import Any


def logging(level: str) -> dict[str, Any]:
    """Django's LOGGING."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django mails errors to ADMINS by default; there is no mail here.
            "django": {"handlers": ["stderr"], "level": level, "propagate": False},
        },
    }
