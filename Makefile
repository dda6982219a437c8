# Tarikh in two commands: `make run` and `make test`. Both need only Python 3.11 or newer with venv, and make.
# PORT and DATABASE, in the environment or on the command line, hold for every command; PYTHON names the interpreter.

PYTHON ?= python3
PORT ?= 8000
export PORT
ifdef DATABASE
export DATABASE
endif

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := help
.PHONY: help run test bench format lock clean

help: ## Say what each command does
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 10

run: $(VENV)/installed ## Set up, fill an empty database with the five documents, serve on 127.0.0.1
	@$(PY) -m app serve

test: $(VENV)/installed-test ## Set up, check style and types, run every test, browser tests included
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m tests.browser.chromium
	@$(PY) -m pytest $(TESTS)

bench: $(VENV)/installed-test ## Measure how fast documents are read, and that memory stays flat over ten thousand
	@$(PY) -m tests.bench

format: $(VENV)/installed-test ## Put code into the project's format
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

lock: ## Renew the locked requirements from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet pyproject.toml --group test -o requirements-test.lock

clean: ## Remove the virtual environment and every cache; the database stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Tarikh needs Python 3.11 or newer, and $(PYTHON) was not found. Install it, or name it: make PYTHON=python3.12 run" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tarikh needs Python 3.11 or newer, and $(PYTHON) is older. Name a newer one: make PYTHON=python3.12 run" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) and installing what is needed; this takes about a minute."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock | $(VENV)/bin/python
	@$(PIP) -r requirements.lock
	@touch $@

$(VENV)/installed-test: requirements-test.lock | $(VENV)/bin/python
	@$(PIP) -r requirements-test.lock
	@touch $@ $(VENV)/installed
