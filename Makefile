# `make demo` runs the example, `make test` all checks and tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# All tests of a file run in one process: some are recordings that are replayed in order.
PYTEST := $(BIN)/python -m pytest --quiet --numprocesses=2 --dist=loadfile

.PHONY: demo test docs docs-screenshots docs-serve test-docs fuzz chaos load lint format typings test-unit test-integration test-postgrest postgrest serve release-tools prove-release release lint-commits hooks bench bench-quick clean

# The example: an organization connects its Jira site, creates tickets for suggestions, and disconnects.
demo: $(VENV)/.local
	$(BIN)/python examples/jira_integration.py

# Coverage slows the tests down, and the tests in the second line do not add to it.
test: lint
	$(PYTEST) --cov --cov-report=term tests/unit tests/conformance tests/integration/test_local_*.py
	$(PYTEST) tests/faults tests/distribution tests/typing tests/integration --ignore-glob='*/test_local_*.py'

# The property tests with many more examples, different in each run; FUZZ selects tests.
FUZZ ?= tests
fuzz: $(VENV)/.dev
	HYPOTHESIS_PROFILE=fuzz $(PYTEST) -m hypothesis $(FUZZ)

# Thousands of calls through a proxy that injects faults; for example ARGS='--seed 7 --rate 0.3'.
chaos: $(VENV)/.dev
	$(BIN)/python scripts/run_chaos.py $(ARGS)

# One data access under 64 threads and 500 tasks for a minute each; for example ARGS='--seconds 600'.
load: $(VENV)/.dev
	$(BIN)/python scripts/run_load.py $(ARGS)

# Check format, rules and types; `make format` fixes what can be fixed automatically.
lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy examples

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Generate the stubs from the sources and the schemas.
typings: $(VENV)/.dev
	$(BIN)/python scripts/generate_typings.py

# Build the documentation site in build/site; it needs no network access, and neither does viewing it.
docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

# The site in a browser, /usr/bin/chromium or $CHROMIUM; `make docs-screenshots` also stores pictures of it.
test-docs: docs $(VENV)/.dev
	$(BIN)/python -m pytest --quiet tests/website

docs-screenshots: docs $(VENV)/.dev
	SCREENSHOTS=1 $(BIN)/python -m pytest --quiet tests/website

docs-serve: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

# The tests without a server.
test-unit: $(VENV)/.dev
	$(BIN)/python -m pytest tests/unit tests/conformance

# To use your own PostgREST: POSTGREST_URL=… DATABASE_URL=… make test-integration
test-integration: $(VENV)/.dev
	$(BIN)/python -m pytest tests/integration

# The integration tests against a real PostgREST in Docker; for example POSTGREST_VERSION=v13.0.8 make test-postgrest
test-postgrest: $(VENV)/.dev
	$(BIN)/python scripts/test_postgrest.py

# A real PostgREST in Docker with the package's tables, on port 54320; `docker compose down --volumes` removes it.
postgrest: $(VENV)/.local
	docker compose up --detach --wait
	($(BIN)/spacecat-data-access ddl; echo "NOTIFY pgrst, 'reload schema'") \
		| docker compose exec -T database psql --quiet --set ON_ERROR_STOP=1 --username postgres

# The local server, on port 3000.
serve: $(VENV)/.local
	$(BIN)/spacecat-data-access serve

# Install the release programs from the npm registry; `make prove-release` tests a release on a copy.
release-tools: release/node_modules/.package-lock.json

prove-release: release-tools
	$(BIN)/python scripts/prove_release.py

# For the release workflow: it needs GITHUB_TOKEN, and pushes.
release: release-tools
	$(BIN)/python scripts/release_tools.py semantic-release

# Check commit messages: make lint-commits FROM=main TO=HEAD
lint-commits: release-tools
	$(BIN)/python scripts/release_tools.py commitlint --config release/commitlint.config.js --from "$(FROM)" --to "$(TO)"

# Writes benchmarks/RESULTS.md and the history with its plot. The original is measured too if node and npm are installed.
bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks --install

# Run all benchmarks briefly, without measuring; writes nothing.
bench-quick: $(VENV)/.bench
	$(BIN)/python -m benchmarks --install --quick

# Remove everything that these targets created.
clean:
	rm -rf $(VENV) build examples/lambda-app/build .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage dist release/node_modules

$(BIN)/pip:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.local: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet --editable '.[local]'
	touch $@

$(VENV)/.dev: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet --editable '.[aiohttp,cli,diagrams,local,s3]' --group dev
	$(BIN)/pyright --version  # downloads itself on first use
	# The tests install these into an empty environment, without network access.
	$(BIN)/pip wheel --quiet --wheel-dir $(VENV)/wheelhouse '.[local]'
	# And those for arm64, to build the example application; without them its test is skipped.
	-$(BIN)/pip download --quiet --dest $(VENV)/wheelhouse --platform manylinux_2_28_aarch64 \
		--platform manylinux2014_aarch64 --only-binary :all: $(VENV)/wheelhouse/spacecat_shared_data_access-*.whl
	rm $(VENV)/wheelhouse/spacecat_shared_data_access-*.whl
	touch $@

$(VENV)/.docs: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet --editable '.[diagrams,testing]' --group docs
	touch $@

# Install the git hooks of .pre-commit-config.yaml, for commits and their messages.
hooks: $(VENV)/.dev
	$(BIN)/pre-commit install

release/node_modules/.package-lock.json: $(VENV)/.dev release/package-lock.json
	$(BIN)/python scripts/release_tools.py install
	touch $@

$(VENV)/.bench: $(BIN)/pip pyproject.toml
	$(BIN)/pip install --quiet --editable '.[aiohttp,local]' --group bench
	touch $@
