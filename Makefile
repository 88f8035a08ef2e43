# Needs make and Python 3.11 or later. Everything else goes into .venv, from the hashed locks in
# requirements/, the first time it is needed. `make PYTHON=/path/to/python3.12` chooses the Python.
BIN := .venv/bin
SET_UP = @$(or $(PYTHON),python3) setup/bootstrap.py $(if $(PYTHON),--only-this-python)
DEMO := build/demo
# as many test workers as the machine has cores, four at most: each holds lists and law of its own.
# A file's tests stay with one worker, so what they share is made once; tests/conftest.py says
# which files start first. PYTEST_XDIST_AUTO_NUM_WORKERS=1 for one worker.
WORKERS := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# output check by check, where this make can (from 4.0)
IN_TURN := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types layers dead lawbook bench drills mutants docs lock story fresh clean distclean set-up-run set-up-dev

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST)

demo: set-up-run ## screen the invented sample shipments and show what is found
	@mkdir -p $(DEMO)
	$(BIN)/catchall screen --demo -o $(DEMO)/out.parquet --report $(DEMO)/report.html

test: check ## the gate: all checks, then all tests with their coverage
	$(BIN)/python -m pytest $(WORKERS) --cov --durations=10 --durations-min=2

check: ## all checks, two at a time, without the tests
	@$(MAKE) --no-print-directory -j2 $(IN_TURN) types lint layers dead lawbook

lint: set-up-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell src tests docs setup bench tools README.md CONTRIBUTING.md

types: set-up-dev
	$(BIN)/mypy
	$(BIN)/mypy setup docs/generate.py bench tools

layers: set-up-dev
	PYTHONPATH=src $(BIN)/lint-imports --no-logo

dead: set-up-dev
	$(BIN)/vulture

lawbook: set-up-dev
	$(BIN)/yamllint --strict src/catchall_lawbook
	$(BIN)/catchall lawbook check

bench: set-up-dev ## speed and quality, one table each
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

drills: set-up-dev ## the property tests, a million random names and markings drawn anew, the desk killed and tampered with
	HYPOTHESIS=drills $(BIN)/python -m pytest -q $(WORKERS)
	MARKING_CASES=1000000 MARKING_SEED=$$(date +%s) $(BIN)/python -m pytest -q tests/marking
	$(BIN)/python tools/fuzz_names.py
	$(BIN)/python tools/drill_desk.py

mutants: set-up-dev ## mutation tests of the marking algebra (half an hour): at least 95 % are noticed
	$(BIN)/python tools/mutants.py

docs: set-up-dev ## the manual, into build/docs
	$(BIN)/python docs/generate.py
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going docs build/docs
	@echo "build/docs/index.html"

lock: set-up-dev ## the locks in requirements/ anew (UPGRADE=1: to the newest releases)
	$(BIN)/python setup/lock.py $(if $(UPGRADE),--upgrade)

story: set-up-dev ## the desk's story through its API, on SQLite and on PostgreSQL (WRITE=1: into the tutorial)
	PYTHONPATH=tools $(BIN)/python -m desk_story $(if $(WRITE),--write)

fresh: ## make demo and make test in an empty home, cache and clone
	tests/fresh_clone.sh

clean: ## remove what checks, tests, docs and benches made
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests setup docs bench tools -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove .venv and .venv-bench too
	rm -rf .venv .venv-bench

set-up-run:
	$(SET_UP) run

set-up-dev:
	$(SET_UP) dev
