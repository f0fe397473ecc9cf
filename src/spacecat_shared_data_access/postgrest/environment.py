"""Checks the environment variables that httpx reads: proxies and certificate authorities.

httpx raises various exceptions for invalid values (ImportError, FileNotFoundError, InvalidURL …) that do not name
the variable. The messages do not quote values: a proxy's URL may contain a password.
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
    """Return the context that checks servers' certificates. It is created once, since that is slow.

    Raises:
        ValidationError: SSL_CERT_FILE, SSL_CERT_DIR or SSLKEYLOGFILE cannot be used.
    """
    file, directory = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    # OpenSSL ignores a directory that does not exist, and then trusts no certificate.
    if directory and not file and not Path(directory).is_dir():
        raise _invalid("SSL_CERT_DIR", "is not a directory")
    try:
        return httpx.create_ssl_context()
    except OSError as error:  # ssl.SSLError too
        if file and not _is_readable(file):
            raise _invalid("SSL_CERT_FILE", "is not a readable file of certificates (PEM)") from error
        raise _invalid("SSLKEYLOGFILE", "is not a file that can be written") from error


@contextmanager
def proxies_of_environment() -> Iterator[None]:
    """Check the proxies of the environment. The client is created in the ``with`` block.

    Raises:
        ValidationError: A proxy cannot be used. The message names the variable.
    """
    _check_proxies()
    try:
        yield
    except (ValueError, httpx.InvalidURL):
        raise _invalid("NO_PROXY", "contains a host that httpx cannot parse") from None


def _check_proxies() -> None:
    proxies = getproxies()
    if "*" in [host.strip() for host in proxies.get("no", "").split(",")]:
        return  # no proxy is used
    for scheme in _PROXIES:
        value = proxies.get(scheme)
        problem = _proxy_problem(value if "://" in value else f"http://{value}") if value else None
        if problem:
            names = [name for name in os.environ if name.lower() == f"{scheme}_proxy"]
            raise _invalid(next((n for n in names if os.environ[n] == value), f"{scheme}_proxy"), problem)


def _proxy_problem(proxy: str) -> str | None:
    try:
        url = httpx.Proxy(proxy).url
        _ = urlsplit(proxy).port  # httpx accepts some invalid ports and hosts
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


def _invalid(variable: str, problem: str) -> ValidationError:
    return ValidationError(f"The environment variable {variable} {problem}")
