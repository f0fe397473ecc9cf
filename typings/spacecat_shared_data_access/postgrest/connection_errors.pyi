"""Connection errors: why there was no connection, in words that hold no value."""

def describe(error: BaseException) -> str:
    """Return the error's class and, where its causes tell, the reason: "ConnectError (connection refused)".

    httpx's message is not used: it may quote addresses, headers and more.
    """

def is_certificate_error(error: BaseException) -> bool:
    """Return whether the server's certificate was refused, as it would be another time too."""
