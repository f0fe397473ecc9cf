# Everything a newcomer needs: `make demo` shows the package at work, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A file goes to one process whole, since some are recordings that are played in order.
PYTEST := $(BIN)/python -m pytest --quiet --numprocesses=2 --dist=loadfile

.PHONY: demo test fuzz chaos load lint format typings test-unit test-integration serve release-tools prove-release release lint-commits hooks bench bench-quick clean

# An organization connects its Jira site, tickets suggestions, and disconnects.
demo: $(VENV)/.local
	$(BIN)/python examples/jira_integration.py

# Coverage is measured where it slows least: without the other integration tests it is the same.
test: lint
	$(PYTEST) --cov --cov-report=term tests/unit tests/conformance tests/integration/test_local_*.py
	$(PYTEST) tests/faults tests/distribution tests/typing tests/integration --ignore-glob='*/test_local_*.py'

# The property tests with many more examples, new ones each time; FUZZ says which of them.
FUZZ ?= tests
fuzz: $(VENV)/.dev
	HYPOTHESIS_PROFILE=fuzz $(PYTEST) -m hypothesis $(FUZZ)

# Thousands of calls through a proxy that injects faults; ARGS such as --seed 7 --rate 0.3
chaos: $(VENV)/.dev
	$(BIN)/python scripts/run_chaos.py $(ARGS)

# One data access under 64 threads and 500 tasks for a minute each; ARGS such as --seconds 600
load: $(VENV)/.dev
	$(BIN)/python scripts/run_load.py $(ARGS)

# Formats, rules and types, as they should be; `make format` mends what can be mended.
lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy examples

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The stubs, from the sources and the schemas.
typings: $(VENV)/.dev
	$(BIN)/python scripts/generate_typings.py

# The tests without a server.
test-unit: $(VENV)/.dev
	$(BIN)/python -m pytest tests/unit tests/conformance

# Against a PostgREST of your own: POSTGREST_URL=… DATABASE_URL=… make test-integration
test-integration: $(VENV)/.dev
	$(BIN)/python -m pytest tests/integration

# The local server, on port 3000.
serve: $(VENV)/.local
	$(BIN)/spacecat-data-access serve

# The programs that make a release, from the npm registry; `make prove-release` tries them on a copy.
release-tools: release/node_modules/.package-lock.json

prove-release: release-tools
	$(BIN)/python scripts/prove_release.py

# In the release workflow: it needs GITHUB_TOKEN, and pushes.
release: release-tools
	$(BIN)/python scripts/release_tools.py semantic-release

# make lint-commits FROM=main TO=HEAD
lint-commits: release-tools
	$(BIN)/python scripts/release_tools.py commitlint --config release/commitlint.config.js --from "$(FROM)" --to "$(TO)"

# The original is measured too where there are node and npm. Writes benchmarks/RESULTS.md.
bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks --install

# All of it, too short to measure by; writes nothing.
bench-quick: $(VENV)/.bench
	$(BIN)/python -m benchmarks --install --quick

# All that these targets made.
clean:
	rm -rf $(VENV) .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage dist release/node_modules

$(BIN)/pip:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.local: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet --editable '.[local]'
	touch $@

$(VENV)/.dev: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet --editable '.[aiohttp,local,s3]' --group dev
	$(BIN)/pyright --version  # it fetches itself when first run
	# What the tests install into an empty environment, where they have no network.
	$(BIN)/pip wheel --quiet --wheel-dir $(VENV)/wheelhouse '.[local]'
	rm $(VENV)/wheelhouse/spacecat_shared_data_access-*.whl
	touch $@

# Before each commit, and on its message: .pre-commit-config.yaml.
hooks: $(VENV)/.dev
	$(BIN)/pre-commit install

release/node_modules/.package-lock.json: $(VENV)/.dev release/package-lock.json
	$(BIN)/python scripts/release_tools.py install
	touch $@

$(VENV)/.bench: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet --editable '.[aiohttp,local]' --group bench
	touch $@
