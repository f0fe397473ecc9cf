"""Why there is no connection: said in the log and in the error, and a certificate is not tried again."""

import errno
import socket
import ssl

import aiohttp
import httpcore
import httpx
import pytest

from spacecat_shared_data_access import RetryPolicy, UnavailableError, create_async_data_access
from spacecat_shared_data_access.postgrest.connection_errors import describe, is_certificate_error
from unit.helpers import URL, settle

REFUSED = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")


def untrusted():
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = 18, "self-signed certificate"
    return error


def chained(*errors):
    """Errors each of which led to the one before."""
    for error, cause in zip(errors, errors[1:], strict=False):
        error.__cause__ = cause
    return errors[0]


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
        ([untrusted()], "certificate: self-signed certificate"),
        ([ssl.SSLCertVerificationError()], "certificate"),
        ([ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")], "TLS"),
        ([OSError(errno.ENETUNREACH, "x")], "network is unreachable"),
        ([OSError(errno.ETIMEDOUT, "x")], "connection timed out"),
        ([TimeoutError()], "timeout"),
        ([ConnectionResetError(errno.ECONNRESET, "x")], "connection reset by peer"),
    ],
)
def test_the_reason_is_found_among_the_causes(causes, reason):
    assert describe(chained(httpx.ConnectError("secret"), *causes)) == f"ConnectError ({reason})"


def test_a_class_that_says_it_all_stands_alone():
    assert describe(chained(httpx.ReadTimeout("secret"), TimeoutError())) == "ReadTimeout"
    assert describe(httpx.RemoteProtocolError("secret")) == "RemoteProtocolError"


def test_an_error_that_the_caller_was_handling_is_not_a_reason():
    try:
        raise untrusted()
    except ssl.SSLError:
        try:
            raise httpx.ConnectError("x")  # noqa: B904 - its context is what is tested
        except httpx.ConnectError as error:
            assert error.__context__ is not None
            assert describe(error) == "ConnectError"
            assert not is_certificate_error(error)


@pytest.fixture
async def failing(opened, http_client_class):
    """Make a data access whose every request fails with an error, and a list of those requests."""
    made = []

    def open_(error, **settings):
        asked = []

        def fail(request):
            asked.append(request)
            raise error

        made.append(http_client_class(transport=httpx.MockTransport(fail)))
        return opened(client=made[-1], **settings), asked

    yield open_
    for client in made:
        await settle(client.close() if isinstance(client, httpx.Client) else client.aclose())


async def test_the_log_and_the_error_say_it(failing, waits, caplog):
    error = chained(httpx.ConnectError("secret"), REFUSED)
    data_access, _ = failing(error, retry=RetryPolicy(attempts=2))
    with pytest.raises(UnavailableError) as raised:
        await settle(data_access.Ticket.all())
    assert caplog.messages == [
        "GET tickets: ConnectError (connection refused); attempt 2 of 2 in 0.10 s",
        "[ticket] Failed to query (after 2 attempts)"
        " - No answer from the server: ConnectError (connection refused)",
    ]
    assert raised.value.cause.message == "No answer from the server: ConnectError (connection refused)"


@pytest.mark.parametrize("write", [False, True])
async def test_a_certificate_is_not_tried_again(failing, waits, write):
    error = chained(httpx.ConnectError("secret"), httpcore.ConnectError(), untrusted())
    data_access, asked = failing(error, retry=RetryPolicy())
    with pytest.raises(UnavailableError) as raised:
        await settle(data_access.OAuthNonce.delete(nonce="n") if write else data_access.Ticket.all())
    assert (len(asked), waits) == (1, [])
    assert (raised.value.attempts, raised.value.in_doubt) == (1, False)
    assert "certificate: self-signed certificate" in raised.value.cause.message


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (
            aiohttp.ClientConnectorDNSError(None, socket.gaierror(socket.EAI_NONAME, "No such name")),
            "unknown host: No such name",
        ),
        (aiohttp.ClientConnectorCertificateError(None, untrusted()), "certificate: self-signed certificate"),
    ],
)
def test_what_aiohttp_wraps_is_found(cause, reason):
    inner = (
        cause.certificate_error if isinstance(cause, aiohttp.ClientConnectorCertificateError) else cause.os_error
    )
    error = chained(httpx.ConnectError("x"), cause, inner)
    assert describe(error) == f"ConnectError ({reason})"
    assert is_certificate_error(error) == reason.startswith("certificate")


@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
async def test_a_refused_connection_over_either_transport(transport, waits):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        async with create_async_data_access(
            postgrest_url=f"http://127.0.0.1:{held.getsockname()[1]}", async_transport=transport
        ) as data_access:
            with pytest.raises(UnavailableError) as raised:
                await data_access.Ticket.all()
    assert raised.value.cause.message.endswith("(connection refused)")
    assert raised.value.attempts == 4


def test_the_address_alone_is_in_no_message():
    assert URL not in describe(httpx.ConnectError(f"cannot reach {URL}"))
