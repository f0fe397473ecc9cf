"""Connection errors: why there was no connection, in words that hold no value."""

from __future__ import annotations

import errno
import os
import socket
import ssl
from collections.abc import Iterator

import httpx


def describe(error: BaseException) -> str:
    """Return the error's class and, where its causes tell, the reason: "ConnectError (connection refused)".

    httpx's message is not used: it may quote addresses, headers and more.
    """
    name = type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        return name  # says it all
    reasons = [reason for reason in map(_reason, _causes(error)) if reason]
    return f"{name} ({reasons[-1]})" if reasons else name  # the first cause is the most precise


def is_certificate_error(error: BaseException) -> bool:
    """Return whether the server's certificate was refused, as it would be another time too."""
    return any(isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    # The error, what led to it, and what each of several addresses failed with.
    import httpcore  # noqa: PLC0415 - httpx too imports it no sooner than it sends

    pending: list[BaseException | None] = [error]
    seen: list[BaseException] = []
    while pending:
        each = pending.pop(0)
        if each is None or each in seen:
            continue
        seen.append(each)
        yield each
        if isinstance(each, BaseExceptionGroup):
            pending += each.exceptions
        # `__context__` may lead to an error that the caller was handling when it made the call. httpcore
        # raises its own in the handler of what led to them, and then once more `from None`.
        in_httpcore = each.__cause__ is None and isinstance(each, httpcore.NetworkError)
        pending.append(each.__context__ if in_httpcore else each.__cause__)


def _reason(error: BaseException) -> str | None:
    match error:
        case ssl.SSLCertVerificationError():
            return _joined("certificate", getattr(error, "verify_message", None))
        case ssl.SSLError():
            return _joined("TLS", getattr(error, "reason", None))
        case socket.gaierror():
            return _joined("unknown host", error.strerror)
        case OSError(errno=int(number)) if number in errno.errorcode:
            return os.strerror(number).lower()  # "connection refused", "no route to host"
        case TimeoutError():
            return "timeout"
    return None


def _joined(reason: str, details: str | None) -> str:
    return f"{reason}: {details}" if details else reason
