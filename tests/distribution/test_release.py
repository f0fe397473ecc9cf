"""The release process, and the workflows that run it."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from patience import PATIENCE

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture
def script(monkeypatch):
    """Load a script of this project as a module."""
    monkeypatch.syspath_prepend(str(SCRIPTS))

    def load(name):
        spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture
def tools(script):
    """The module that runs the release programs; skips the test if they are not installed."""
    module = script("release_tools")
    try:
        module.command_of("semantic-release")
    except module.MissingToolError as error:
        pytest.skip(str(error))
    return module


def run(*command, **options):
    return subprocess.run(  # noqa: S603 - our own commands
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        **options,
    )


class TestRelease:
    @pytest.mark.usefixtures("tools")
    def test_each_kind_of_commit_leads_to_its_version_and_a_release_is_made(self):
        if not (ROOT / ".git").exists():
            pytest.skip("not a git checkout")
        done = run(sys.executable, SCRIPTS / "prove_release.py", timeout=PATIENCE)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines() == [
            "the first release: 1.0.0",
            "a fix: 1.0.0 -> 1.0.1",
            "more speed: 1.0.0 -> 1.0.1",
            "a feature: 1.0.0 -> 1.1.0",
            "a feature and a fix: 1.0.0 -> 1.1.0",
            "a break, by footer: 1.0.0 -> 2.0.0",
            "a break, by mark: 1.0.0 -> 2.0.0",
            "documents and tests: 1.0.0 -> no release",
            "released 2.0.0: _version.py and CHANGELOG.md are pushed",
            "released 2.0.0: tagged v2.0.0",
            "released 2.0.0: spacecat_shared_data_access-2.0.0-py3-none-any.whl",
            "released 2.0.0: spacecat_shared_data_access-2.0.0.tar.gz",
        ]

    @pytest.mark.parametrize(
        ("message", "accepted"),
        [
            ("feat(models): Ticket knows its provider", True),
            ("fix!: change the default", True),
            ("a message without a type", False),
            ("feature: not a type", False),
            (f"docs: {'long ' * 20}", False),
        ],
    )
    def test_a_commit_message_is_conventional(self, tools, message, accepted):
        config = ROOT / "release" / "commitlint.config.js"
        done = run(*tools.command_of("commitlint"), "--config", config, input=message, timeout=PATIENCE)
        assert (done.returncode == 0) is accepted, done.stdout + done.stderr

    def test_missing_programs_are_reported(self, script, monkeypatch, tmp_path, capsys):
        tools = script("release_tools")
        monkeypatch.setattr(tools, "FOLDER", tmp_path)
        for arguments, message in (
            (["commitlint"], "commitlint is not installed: run make release-tools\n"),
            ([], "usage: release_tools.py install | semantic-release | commitlint [ARGUMENT …]\n"),
        ):
            monkeypatch.setattr(sys, "argv", ["release_tools.py", *arguments])
            assert tools.main() == 2
            assert capsys.readouterr().err == message

    def test_its_programs_are_pinned_without_a_registry(self):
        package = json.loads((ROOT / "release" / "package.json").read_text(encoding="utf-8"))
        assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in package["devDependencies"].values())
        lock = json.loads((ROOT / "release" / "package-lock.json").read_text(encoding="utf-8"))
        assert lock["packages"][""]["devDependencies"] == package["devDependencies"]
        locked = [each for name, each in lock["packages"].items() if name]
        assert all("resolved" not in each and "version" in each for each in locked)

    def test_every_plugin_is_a_dependency(self):
        config = json.loads((ROOT / ".releaserc.json").read_text(encoding="utf-8"))
        package = json.loads((ROOT / "release" / "package.json").read_text(encoding="utf-8"))
        assert {name for name, _ in config["plugins"]} <= package["devDependencies"].keys()


class TestWorkflows:
    def test_github_accepts_them(self):
        done = run(
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.github-workflows",
            *WORKFLOWS,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def test_they_are_safe(self):
        zizmor = Path(sys.executable).with_name("zizmor")
        done = run(zizmor, "--offline", "--quiet", "--no-progress", *WORKFLOWS)
        assert done.returncode == 0, done.stdout + done.stderr

    @pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
    def test_every_action_is_pinned_and_every_job_has_a_timeout(self, workflow):
        text = workflow.read_text(encoding="utf-8")
        used = [line.split("uses:")[1].strip() for line in text.splitlines() if "uses:" in line]
        foreign = [each for each in used if not each.startswith("./")]
        assert foreign
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in foreign)
        assert text.count("runs-on:") == text.count("timeout-minutes:")

    def test_their_make_targets_exist(self):
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        asked = {
            name for each in WORKFLOWS for name in re.findall(r"\bmake ([a-z-]+)", each.read_text("utf-8"))
        }
        assert {"test", "release", "prove-release", "lint-commits"} <= asked
        assert all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in asked)


class TestHooks:
    def test_pre_commit_accepts_the_configuration(self):
        done = run(
            sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml", env=os.environ
        )
        assert done.returncode == 0, done.stdout + done.stderr
