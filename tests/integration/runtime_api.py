"""A stand-in for AWS Lambda around its real Python runtime: the API that the runtime polls, on loopback.

The API is the one of https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.
"""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

from patience import PATIENCE

_PREFIX = "/2018-06-01/runtime/"


@dataclass(frozen=True)
class Outcome:
    """The reported result of an invocation: a response, or an error with type and message."""

    response: Any = None
    error: dict[str, Any] | None = None


class Function:
    """A Lambda function: one process of awslambdaric, which asks here for its next invocation."""

    def __init__(self) -> None:
        self._events: queue.Queue[tuple[str, Any, int] | None] = queue.Queue()
        self._outcomes: queue.Queue[Outcome] = queue.Queue()
        self.output = ""  # what it wrote, once it has ended

    def invoke(self, event: Any, *, milliseconds: int = 30_000) -> Outcome:
        """Invoke it, and wait for what it reports. It has so many milliseconds, as its deadline tells."""
        self._events.put((str(uuid4()), event, int(time.time() * 1000) + milliseconds))
        return self._outcomes.get(timeout=PATIENCE)

    def next_invocation(self) -> tuple[str, Any, int] | None:
        """The request's id, its event and its deadline, as soon as there is one; None at the end."""
        return self._events.get()

    def report(self, outcome: Outcome) -> None:
        """Store the result of the invocation, or of the start."""
        self._outcomes.put(outcome)

    def end(self) -> None:
        """Release the runtime that waits for another invocation."""
        self._events.put(None)


@contextmanager
def running(
    folder: Path, handler: str, environment: Mapping[str, str], *, options: Sequence[str] = ()
) -> Iterator[Function]:
    """Run a handler of a module in a folder under Lambda's runtime.

    Args:
        folder: Where the module is.
        handler: The handler's setting: ``module.function``.
        environment: All variables of the function.
        options: Options of Python.
    """
    function = Function()
    with _serving(function) as address:
        process = subprocess.Popen(  # noqa: S603 - Lambda's own client
            [sys.executable, *options, "-m", "awslambdaric", handler],
            cwd=folder,
            env={"AWS_LAMBDA_RUNTIME_API": address, "AWS_LAMBDA_FUNCTION_NAME": "function", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            yield function
        finally:
            process.kill()  # as Lambda ends it
            function.output, _ = process.communicate(timeout=PATIENCE)
            function.end()


@contextmanager
def _serving(function: Function) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Api", (_Api,), {"function": function}))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="runtime-api")
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Api(BaseHTTPRequestHandler):
    function: Function
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert self.path == f"{_PREFIX}invocation/next"
        found = self.function.next_invocation()
        if found is None:
            self.close_connection = True
            return
        request_id, event, deadline = found
        headers = {
            "Lambda-Runtime-Aws-Request-Id": request_id,
            "Lambda-Runtime-Deadline-Ms": str(deadline),
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-west-1:123456789012:function:function",
            "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
            "Content-Type": "application/json",
        }
        self._answer(200, json.dumps(event).encode(), headers)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        # …/invocation/<id>/response, …/invocation/<id>/error, or …/init/error
        failed = self.path.endswith("/error")
        self._answer(202, b'{"status": "OK"}', {"Content-Type": "application/json"})
        self.function.report(Outcome(error=body) if failed else Outcome(response=body))

    def _answer(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: Any) -> None:
        """Log nothing."""
