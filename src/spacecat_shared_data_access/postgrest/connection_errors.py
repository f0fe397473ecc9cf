"""Describes connection errors without quoting addresses or headers."""

from __future__ import annotations

import errno
import os
import re
import socket
import ssl
from collections.abc import Iterator
from typing import Final

import httpx

_ERRNO: Final = r"\[Errno (\d{1,4})\]"


def describe(error: BaseException) -> str:
    """Return the error's class with the reason, if it is known: "ConnectError (connection refused)".

    httpx's message is not included: it may quote addresses and headers.
    """
    name = type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        return name
    reasons = [reason for reason in map(_reason, _causes(error)) if reason]
    return f"{name} ({reasons[-1]})" if reasons else name  # the original error is the most precise


def is_certificate_error(error: BaseException) -> bool:
    """Return whether the server's certificate is not trusted, so that a retry would not help."""
    return any(isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    # Yield the error, its causes, and the errors of a group (one for each address of a host).
    import httpcore  # noqa: PLC0415 - httpx imports it only when a client is created

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
        # httpcore raises its errors `from None`, so only `__context__` has their cause. In other errors it may
        # be an unrelated error that the caller was handling.
        is_from_none = each.__cause__ is None and isinstance(each, httpcore.NetworkError)
        pending.append(each.__context__ if is_from_none else each.__cause__)


def _reason(error: BaseException) -> str | None:
    match error:
        case ssl.SSLCertVerificationError():
            return _joined("certificate", getattr(error, "verify_message", None))
        case ssl.SSLError():
            return _joined("TLS", getattr(error, "reason", None))
        case socket.gaierror():
            return _joined("unknown host", error.strerror)
        case TimeoutError(errno=None):
            return "timeout"
        case OSError():
            number = error.errno or _last_errno(str(error))
            return os.strerror(number).lower() if number in errno.errorcode else None  # "connection refused"
    return None


def _last_errno(text: str) -> int:
    # aiohappyeyeballs reports several addresses as "Multiple exceptions: [Errno 111] …, [Errno 113] …".
    return int(["0", *re.findall(_ERRNO, text)][-1])


def _joined(reason: str, details: str | None) -> str:
    return f"{reason}: {details}" if details else reason
