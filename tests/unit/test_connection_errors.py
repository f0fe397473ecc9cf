"""The log and the error give the reason why a connection failed."""

import asyncio
import errno
import socket
import ssl

import aiohttp
import httpcore
import httpx
import pytest

from spacecat_shared_data_access import (
    RetryPolicy,
    UnavailableError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.postgrest.connection_errors import describe, is_certificate_error
from unit.certificates import self_signed_certificate
from unit.helpers import URL, certificate_error, chained, maybe_await

REFUSED = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")


@pytest.mark.parametrize(
    ("causes", "reason"),
    [
        ([httpcore.ConnectError(), REFUSED], "connection refused"),
        ([OSError("All connection attempts failed"), REFUSED], "connection refused"),
        (
            [OSError("All connection attempts failed"), ExceptionGroup("several", [REFUSED, REFUSED])],
            "connection refused",
        ),
        (
            [socket.gaierror(socket.EAI_NONAME, "Name or service not known")],
            "unknown host: Name or service not known",
        ),
        ([certificate_error()], "certificate: self-signed certificate"),
        ([ssl.SSLCertVerificationError()], "certificate"),
        ([ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")], "TLS"),
        ([OSError(errno.ENETUNREACH, "x")], "network is unreachable"),
        (
            [
                OSError(
                    "Multiple exceptions: [Errno 101] unreachable ('::1', 1), [Errno 111] refused ('127.0.0.1', 1)"
                )
            ],
            "connection refused",
        ),
        ([OSError("Multiple exceptions: [Errno 99999] x, y")], None),
        ([OSError(errno.ETIMEDOUT, "x")], "connection timed out"),
        ([TimeoutError()], "timeout"),
        ([ConnectionResetError(errno.ECONNRESET, "x")], "connection reset by peer"),
    ],
)
def test_the_reason_is_found_among_the_causes(causes, reason):
    expected = f"ConnectError ({reason})" if reason else "ConnectError"
    assert describe(chained(httpx.ConnectError("secret"), *causes)) == expected


def test_a_specific_error_class_needs_no_reason():
    assert describe(chained(httpx.ReadTimeout("secret"), TimeoutError())) == "ReadTimeout"
    assert describe(httpx.RemoteProtocolError("secret")) == "RemoteProtocolError"


def test_the_context_of_an_error_is_not_a_reason():
    error = httpx.ConnectError("x")
    error.__context__ = certificate_error()
    assert describe(error) == "ConnectError"
    assert not is_certificate_error(error)


async def test_the_log_and_the_error_give_the_reason(failing, waits, caplog):
    error = chained(httpx.ConnectError("secret"), REFUSED)
    data_access, _ = failing(error, retry=RetryPolicy(attempts=2))
    with pytest.raises(UnavailableError) as raised:
        await maybe_await(data_access.Ticket.all())
    assert caplog.messages == [
        "GET tickets: ConnectError (connection refused); attempt 2 of 2 in 0.10 s",
        (
            "[ticket] Failed to query (after 2 attempts)"
            " - No response from the server: ConnectError (connection refused)"
        ),
    ]
    assert raised.value.cause.message == "No response from the server: ConnectError (connection refused)"


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (
            aiohttp.ClientConnectorDNSError(None, socket.gaierror(socket.EAI_NONAME, "No such name")),
            "unknown host: No such name",
        ),
        (
            aiohttp.ClientConnectorCertificateError(None, certificate_error()),
            "certificate: self-signed certificate",
        ),
    ],
)
def test_the_reason_is_found_in_errors_of_aiohttp(cause, reason):
    inner = (
        cause.certificate_error
        if isinstance(cause, aiohttp.ClientConnectorCertificateError)
        else cause.os_error
    )
    error = chained(httpx.ConnectError("x"), cause, inner)
    assert describe(error) == f"ConnectError ({reason})"
    assert is_certificate_error(error) == reason.startswith("certificate")


@pytest.fixture(params=["blocking", "httpx", "aiohttp"])
async def failed(request, waits):
    """Call a server over each transport, expect failure, and return the error message and the number of attempts."""

    async def ask(url):
        if request.param == "blocking":
            with create_data_access(postgrest_url=url) as data_access:
                await asyncio.to_thread(data_access.Ticket.all)
        else:
            async with create_async_data_access(
                postgrest_url=url, async_transport=request.param
            ) as data_access:
                await data_access.Ticket.all()

    async def call(url):
        with pytest.raises(UnavailableError) as raised:
            await ask(url)
        return raised.value.cause.message.removeprefix("No response from the server: "), raised.value.attempts

    return call


async def test_a_refused_connection_over_each_transport(failed):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        reported = await failed(f"http://127.0.0.1:{held.getsockname()[1]}")
    assert reported == ("ConnectError (connection refused)", 4)


async def test_an_unknown_host_over_each_transport(failed, monkeypatch):
    def unknown(*_arguments, **_settings):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    reported = await failed("http://postgrest.test")
    assert reported == ("ConnectError (unknown host: Name or service not known)", 4)


@pytest.fixture
async def untrusted_server(tmp_path):
    """The URL of a TLS server with a self-signed certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed_certificate(tmp_path))
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0, ssl=context)
    yield f"https://localhost:{server.sockets[0].getsockname()[1]}"
    server.close()


async def test_a_certificate_over_each_transport(failed, untrusted_server):
    reported = await failed(untrusted_server)
    assert reported == ("ConnectError (certificate: self-signed certificate)", 1)


def test_the_url_is_in_no_message():
    assert URL not in describe(httpx.ConnectError(f"cannot reach {URL}"))
