# Everything that a person or a CI does with this project. `make help` lists it.

VENV := .venv
BIN := $(VENV)/bin
# The first of these that is Python 3.11 or newer; looked for only when it is needed.
PYTHON = $(shell for it in python3 python3.13 python3.12 python3.11; do \
	$$it -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$it && break; done)
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes
COMPILE_LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --quiet --extra postgresql
PROCESSORS = $(shell nproc)
CHECKS := check-questions check-search check-proof check-code check-content
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))

.DEFAULT_GOAL := help
.PHONY: run setup test check $(CHECKS) bench bench-search lock clean help
.DELETE_ON_ERROR:
.SUFFIXES:

run: $(VENV)/.runtime $(CATALOGUES) ## Set up what is missing and serve on HOST:PORT (127.0.0.1:8000)
	@exec $(BIN)/python -m navigator

setup: $(VENV)/.runtime $(CATALOGUES) ## Only set up what `make run` needs, for a service manager

test: $(VENV)/.development $(CATALOGUES) ## Run every test, on SQLite and PostgreSQL (ARGS="…" for pytest)
	@$(BIN)/python -m tests.system_packages
	@$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal $(ARGS)

check: $(VENV)/.development $(CATALOGUES) ## Check style, types, imports, templates, catalogues, content and search
	@$(MAKE) --no-print-directory --jobs=$(PROCESSORS) --output-sync=line $(CHECKS)

check-questions:
	$(BIN)/coverage run --branch --source navigator/questionnaire \
		-m pytest tests/questionnaire --quiet --database sqlite
	$(BIN)/coverage report --fail-under 100 --format total

check-search:
	$(BIN)/python -m tests.search_quality --check

check-proof:
	$(BIN)/flask guide prove

check-code:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint navigator --check --lint
	$(BIN)/flask catalogue check

check-content:
	$(BIN)/flask content check
	$(BIN)/flask content lint
	$(BIN)/flask content coverage --check

bench: $(VENV)/.development $(CATALOGUES) ## Measure the speed of pages on this machine (ARGS="--write" keeps the figures)
	@$(BIN)/python -m tests.bench $(ARGS)

bench-search: $(VENV)/.bench $(CATALOGUES) ## Measure the search beside others (ARGS="--write" keeps the figures)
	@$(BIN)/python -m tests.system_packages
	@$(BIN)/python -m tests.bench_search $(ARGS)

lock: $(VENV)/.development ## Lock the newest allowed libraries with their hashes
	$(COMPILE_LOCK) --upgrade --output-file requirements.lock
	$(COMPILE_LOCK) --upgrade --extra dev --constraints requirements.lock \
		--output-file requirements-dev.lock
	$(COMPILE_LOCK) --upgrade --extra bench --constraints requirements-dev.lock \
		--output-file requirements-bench.lock

clean: ## Remove what was built; var/, which holds the data, stays
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
	rm -f translations/*/LC_MESSAGES/*.mo

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 8

$(VENV)/.made:
	@test -w . || { echo "This folder may not be written: run make as its owner." >&2; exit 1; }
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing:" \
		"run 'apt install python3 python3-venv', then make again." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing:" \
		"run 'apt install python3-venv', then make again." >&2; exit 1; }
	@echo "Making a Python environment in $(VENV)."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock $(VENV)/.made
	@echo "Installing the libraries (about a minute the first time)."
	@$(PIP) -r $<
	@touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.made
	@echo "Installing the libraries and the developers' tools."
	@$(PIP) -r $<
	@touch $@ $(VENV)/.runtime

$(VENV)/.bench: requirements-bench.lock $(VENV)/.development
	@echo "Installing the engines that the search is measured beside."
	@$(PIP) -r $<
	@touch $@

%.mo: %.po | $(VENV)/.runtime
	@echo "Compiling $<."
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
