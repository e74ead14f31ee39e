"""How often one address may ask for something, counted in the cache."""

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def seconds_to_wait(
    what: str, request: HttpRequest, *, most: int, window_seconds: int, at: datetime
) -> int:
    """Count one more request of an address; how long it must wait, 0 when it may go on."""
    now = int(at.timestamp())
    key = f"{what}/{address_of(request)}/{now // window_seconds}"
    cache.add(key, 0, timeout=2 * window_seconds)
    try:
        count = cache.incr(key)
    except ValueError:  # the cache made room for others between the two lines
        count = 1
    return window_seconds - now % window_seconds if count > most else 0


def address_of(request: HttpRequest) -> str:
    """Where the request came from; what proxies say counts for as many as the settings trust."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if proxies and len(forwarded) >= proxies:
        return sha256(forwarded[-proxies].strip().encode()).hexdigest()
    return str(request.META.get("REMOTE_ADDR", ""))
