# Kontor. `make` lists the targets. Python 3.11 to 3.13 and make are all that is needed; nothing here installs system packages.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KONTOR_HOME ?= $(CURDIR)/.kontor
export KONTOR_HOME
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help install demo find-demo run test check drills figures lock messages clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(INSTALLED): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(INSTALLED)

install: $(INSTALLED) ## make the virtual environment from the lock file

demo: $(INSTALLED) ## start the site with the demo world on 127.0.0.1:8000
	@$(BIN)/kontor demo
	@$(BIN)/kontor run

find-demo: $(INSTALLED) ## three finds in a small invented table, without the site
	@$(BIN)/kontor find "Wir suchen Aluminiumdruckguss für Elektromotorgehäuse" --in demo/companies.csv --limit 3
	@$(BIN)/kontor find "surface treatment of aluminium" --in demo/companies.csv --limit 3
	@$(BIN)/kontor find "寻找刀具和厨房用刀厂家" --in demo/companies.csv --limit 3

run: $(INSTALLED) ## start web and worker
	@$(BIN)/kontor run

test: $(INSTALLED) check ## everything: contracts, unit, database, browser journeys
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not drill"
	@if [ -n "$$KONTOR_TEST_POSTGRES" ]; then echo "the site's tests once more, on PostgreSQL"; \
	  DATABASE_URL="$$KONTOR_TEST_POSTGRES" $(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not drill and not browser" tests/kontor; fi

check: $(INSTALLED) ## lint, types, contracts
	@$(BIN)/ruff check src tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/kontor thesaurus check

drills: $(INSTALLED) ## the slow drills: kills, large files, many generated files
	@KONTOR_DRILLS=1 $(BIN)/python -m pytest -q -m drill
	@KONTOR_DRILLS=1 $(BIN)/python -m pytest -q tests/kontor_core/supply/test_dirt.py tests/kontor/supply/dirt_test.py

figures: $(INSTALLED) ## measure again what docs/reference/figures.md says (needs $$KONTOR_EVAL)
	@$(BIN)/python -m evaluation.figures

lock: ## resolve the lock file anew
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-header --no-emit-index-url --output-file requirements.lock pyproject.toml

messages: $(INSTALLED) ## extract and compile the catalogues
	@$(BIN)/kontor messages

clean: ## remove everything that is made
	rm -rf $(VENV) .kontor build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
