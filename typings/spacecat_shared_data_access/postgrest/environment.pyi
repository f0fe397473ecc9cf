"""What an HTTP client reads from the environment: proxies and certificate authorities.

httpx raises errors of many kinds where it cannot use them (ImportError, FileNotFoundError, InvalidURL …), and
none names the variable. Values are not quoted here: a proxy's URL may hold a password.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

def ssl_context() -> ssl.SSLContext:
    """Return the context that servers' certificates are checked with; created once.

    Reading the certificate authorities takes longer than all else that creates a client.

    Raises:
        ValidationError: SSL_CERT_FILE, SSL_CERT_DIR or SSLKEYLOGFILE cannot be used.
    """

@contextmanager
def proxies_of_environment() -> Iterator[None]:
    """Create a client within, so that a ValidationError names the variable of a proxy that cannot be used."""
