# Every target does its own set-up: .venv is built from the lock file and rebuilt when the lock file changes.

PYTHON ?= $(firstword $(foreach python,python3 python3.13 python3.12 python3.11,$(shell $(python) -c 'import sys; \
	print("$(python)" if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
BIN := .venv/bin
ARGS ?=
PROCESSES ?= auto

.PHONY: help demo test check browse bench evaluate evaluate-closed pictures format lock clean

help:
	@echo "make demo             crawl the sites in fixtures/ over HTTP and show the deals found"
	@echo "make test             run the tests on all cores (ARGS='-k sources' to choose some, PROCESSES=0 for one after another)"
	@echo "make check            format, lint, types, then the tests: what CI runs"
	@echo "make browse           Datasette on the database, at 127.0.0.1"
	@echo "make evaluate         measure against the gold data in NEWSCRAWL_GOLD, without its closed third"
	@echo "make evaluate-closed  totals of the closed third"
	@echo "make bench            measure speed, all of it (hours) or parts: ARGS='crawl deals'"
	@echo "make pictures         take the pictures in docs/images anew (needs Chromium)"
	@echo "make format           format the code and mend what the linter can"
	@echo "make lock             write requirements.lock anew (needs uv)"

.venv/ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "newscrawl needs Python 3.11 or newer; none found" >&2; exit 1; }
	@echo "building .venv from requirements.lock"
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv/ready
	@$(BIN)/scrapy demo $(ARGS)

test: .venv/ready
	$(BIN)/pytest --numprocesses $(PROCESSES) --dist worksteal $(ARGS)

check: .venv/ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(MAKE) --no-print-directory test

browse: .venv/ready
	@$(BIN)/scrapy browse $(ARGS)

bench: .venv/ready
	@$(BIN)/python -m bench $(ARGS)

evaluate: .venv/ready
	@$(BIN)/python -m evaluation $(ARGS)

evaluate-closed: .venv/ready
	@$(BIN)/python -m evaluation --closed $(ARGS)

pictures: .venv/ready
	@PYTHONPATH=tests/browse $(BIN)/python -m tools.pictures

format: .venv/ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# hatchling is in it because the project itself is installed without build isolation, so that nothing unlocked is used.
lock:
	echo hatchling | uv pip compile pyproject.toml - --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock $(ARGS)

clean:
	rm -rf .venv
