"""What an HTTP client reads from the environment: proxies and certificate authorities.

httpx raises errors of many kinds where it cannot use them (ImportError, FileNotFoundError, InvalidURL …), and
none names the variable. Values are not quoted here: a proxy's URL may hold a password.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies

import httpx

from spacecat_shared_data_access.errors import ValidationError

_PROXIES: Final = ("http", "https", "all")


@cache
def ssl_context() -> ssl.SSLContext:
    """Return the context that servers' certificates are checked with; created once.

    Reading the certificate authorities takes longer than all else that creates a client.

    Raises:
        ValidationError: SSL_CERT_FILE, SSL_CERT_DIR or SSLKEYLOGFILE cannot be used.
    """
    file, directory = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    # OpenSSL takes a directory that does not exist, and then trusts nobody.
    if directory and not file and not Path(directory).is_dir():
        raise _unusable("SSL_CERT_DIR", "is not a directory")
    try:
        return httpx.create_ssl_context()
    except OSError as error:  # ssl.SSLError too
        if file and not _is_readable(file):
            raise _unusable("SSL_CERT_FILE", "is not a readable file of certificates (PEM)") from error
        raise _unusable("SSLKEYLOGFILE", "is not a file that can be written") from error


@contextmanager
def proxies_of_environment() -> Iterator[None]:
    """Create a client within, so that a ValidationError names the variable of a proxy that cannot be used."""
    _check_proxies()
    try:
        yield
    except (ValueError, httpx.InvalidURL):
        raise _unusable("NO_PROXY", "holds a host that httpx cannot read") from None


def _check_proxies() -> None:
    proxies = getproxies()
    if "*" in [host.strip() for host in proxies.get("no", "").split(",")]:
        return  # none is used
    for scheme in _PROXIES:
        given = proxies.get(scheme)
        complaint = _complaint(given if "://" in given else f"http://{given}") if given else None
        if complaint:
            named = [name for name in os.environ if name.lower() == f"{scheme}_proxy"]
            raise _unusable(next((n for n in named if os.environ[n] == given), f"{scheme}_proxy"), complaint)


def _complaint(proxy: str) -> str | None:
    try:
        url = httpx.Proxy(proxy).url
        _ = urlsplit(proxy).port  # httpx takes ports and brackets that nothing can be connected to
    except (ValueError, httpx.InvalidURL):
        return "is not the URL of a proxy (http, https, socks5 or socks5h)"
    if not url.host:
        return "is the URL of a proxy without its host"
    if url.scheme.startswith("socks") and find_spec("socksio") is None:
        return "names a SOCKS proxy, which needs another package: pip install 'httpx[socks]'"
    return None


def _is_readable(certificates: str) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(certificates)
    except OSError:
        return False
    return True


def _unusable(variable: str, complaint: str) -> ValidationError:
    return ValidationError(f"The environment variable {variable} {complaint}")
