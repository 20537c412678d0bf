# `make` alone lists the targets. Every check that CI makes is one of these.
PYTHON ?= python3
BIN := .venv/bin
BOOTSTRAP := $(PYTHON) deploy/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run test lint format messages checks lock fonts lexicon bench pages requirements

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{ printf "make %-10s %s\n", $$1, $$2 }'

run: ## Start the newsroom with its demo on http://127.0.0.1:8000 (PORT=… for another)
	@$(BOOTSTRAP) run -m deploy.serve

test: ## Run the whole suite on SQLite, PostgreSQL and in a browser (ARGS=… goes to pytest)
	@$(BOOTSTRAP) test -m deploy.suite $(ARGS)

lint: requirements ## Check style, types, imports, templates, migrations, messages and the locked requirements
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djhtml --check --tabwidth 2 templates
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m deploy.lock --check
	$(BIN)/python -m deploy.messages check
	$(BIN)/python -m deploy.checks_pages --check
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m deploy.production_check

format: requirements ## Format code and templates, and mend what can be mended by tool
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djhtml --tabwidth 2 templates

messages: requirements ## Bring the Arabic catalogue up to date with the code, and compile it
	$(BIN)/python -m deploy.messages update

checks: requirements ## Write the pages of checks in docs/ anew from the checks themselves
	$(BIN)/python -m deploy.checks_pages

lock: requirements ## Write requirements/*.txt anew from pyproject.toml (ARGS=--upgrade for newer versions)
	$(BIN)/python -m deploy.lock $(ARGS)

fonts: requirements ## Build the readers' fonts anew from pinned packages (needs npm)
	$(BIN)/python deploy/fonts.py $(ARGS)

lexicon: requirements ## Build the Arabic lexicon and word frequencies anew from pinned packages (ARGS=lock to lock these)
	$(BIN)/python -m deploy.lexicon $(ARGS)

pages: requirements ## Look at every kind of page with everything there is, and take their pictures (ARGS=LOOK… for some)
	$(BIN)/python -m deploy.inspection $(ARGS)

bench: requirements ## Measure our pages beside bare Django's and Wagtail's
	@bench/run $(ARGS)

requirements:
	@$(BOOTSTRAP) test
