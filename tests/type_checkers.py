"""Run the type checkers as a user does, and ask a language server as an editor does."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from urllib.parse import unquote, urlsplit

from documents import ROOT, python_examples
from patience import PATIENCE

CASES = ROOT / "tests" / "typing" / "cases"
_BIN = Path(sys.executable).parent


def run(*command, **options):
    """Run a command and return its exit status and output."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE, **options)  # noqa: S603 - our own tools
    return done.returncode, done.stdout + done.stderr


def _environment():
    # Without the variables that lead the checkers to the sources instead of the stubs.
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MYPYPATH"}}


def mypy(project, python):
    """Check a folder's programs with ``mypy --strict`` and its mypy.ini."""
    command = [sys.executable, "-m", "mypy", "--strict", f"--python-executable={python}", "."]
    return run(*command, cwd=project, env=_environment())


def pyright(project, python):
    """Check a folder's programs with its pyrightconfig.json."""
    return run(
        _BIN / "pyright", "--project", project, "--pythonpath", python, cwd=project, env=_environment()
    )


def project_of(folder):
    """Copy the cases and the documents' handlers to a user's project, which has no settings about stubs."""
    for case in CASES.glob("*.py"):
        (folder / case.name).write_text(case.read_text(encoding="utf-8"), encoding="utf-8")
    sync, asynchronous = python_examples("docs/LAMBDA.md", "A handler")
    typed = "\n\n".join(python_examples("docs/TYPES.md", "Lambda handlers"))
    for name, code in (("sync", sync), ("async", asynchronous), ("typed", typed)):
        (folder / f"documented_{name}_handler.py").write_text(code, encoding="utf-8")
    (folder / "mypy.ini").write_text("[mypy]\npython_version = 3.11\nwarn_unreachable = True\n")
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "enableTypeIgnoreComments": False,  # those are mypy's
        "reportUnnecessaryTypeIgnoreComment": "error",
        "reportMissingModuleSource": "none",
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    return folder


def with_stubs(project, python):
    """Write the stub of the cases' own entities, as a user does. Return the project and the interpreter."""
    command = [python, "-m", "spacecat_shared_data_access", "stubs", "comments"]
    status, output = run(*command, cwd=project, env=_environment())
    assert (status, output) == (0, f"{project / 'comments.pyi'}\n"), output
    return project, python


def environment_with(folder, *requirements):
    """Create an environment with the package and the dependencies of the tests' environment.

    Args:
        folder: The folder of the environment.
        *requirements: The arguments of ``pip install``.

    Returns:
        Its interpreter.
    """
    venv.create(folder)
    python = folder / "bin" / "python"
    scheme = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    # After the package, since the tests' environment may have another copy of it.
    (Path(scheme["purelib"]) / "zz_dependencies.pth").write_text(sysconfig.get_paths()["purelib"])
    pip = [sys.executable, "-m", "pip", "--isolated", "--python", python, "install", "--quiet"]
    # The build backend is one of the dependencies.
    offline = ["--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed"]
    status, output = run(*pip, *offline, *requirements, env=_environment())
    assert status == 0, output
    return python


class Editor:
    """A client of pyright's language server, over its standard input and output."""

    def __init__(self, project, python):
        self._project, self._ids, self._python = project, iter(range(1, 1000)), python

    def __enter__(self):
        self._server = subprocess.Popen(  # noqa: S603 - our own tool
            [_BIN / "pyright-langserver", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        uri = self._project.as_uri()
        folder = {"uri": uri, "name": "project"}
        capabilities = {"workspace": {"configuration": True}}
        self._ask(
            "initialize",
            {"processId": None, "rootUri": uri, "capabilities": capabilities, "workspaceFolders": [folder]},
        )
        self._send(method="initialized", params={})
        return self

    def __exit__(self, *_):
        self._server.kill()
        self._server.communicate()

    def completions(self, text):
        """Return the labels of the completions at the end of a program."""
        response = self._at_end("textDocument/completion", text)
        return {item["label"] for item in response["items"]}

    def hover(self, text):
        """Return the description of the name at the end of a program."""
        response = self._at_end("textDocument/hover", text)
        return response["contents"]["value"] if response else ""

    def definitions(self, text):
        """Return the files that define the name at the end of a program."""
        response = self._at_end("textDocument/definition", text)
        return [Path(unquote(urlsplit(each["uri"]).path)) for each in response or ()]

    def _at_end(self, method, text):
        # On disk too: the server shows no docstrings in a program that is only open.
        path = self._project / f"open_{next(self._ids)}.py"
        path.write_text(text, encoding="utf-8")
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        lines = text.split("\n")
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        return self._ask(method, {"textDocument": {"uri": uri}, "position": place})

    def _ask(self, method, params):
        id_ = next(self._ids)
        self._send(id=id_, method=method, params=params)
        while True:
            message = self._receive()
            if message.get("id") == id_ and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            if message.get("method") == "workspace/configuration":
                known = {"pythonPath": str(self._python)}
                self._send(id=message["id"], result=[known for _ in message["params"]["items"]])
            elif "id" in message:
                self._send(id=message["id"], result=None)

    def _send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self):
        length = 0
        while header := self._server.stdout.readline().strip():
            if header.lower().startswith(b"content-length:"):
                length = int(header.partition(b":")[2])
        return json.loads(self._server.stdout.read(length))
