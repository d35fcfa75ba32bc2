# `make` sets up, validates and compares every province and builds the site; `make test` sets up and runs the tests.

SHELL := /bin/bash
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

# The first interpreter that runs and is new enough; PYTHON=... on the command line overrides the search.
ifndef PYTHON
PYTHON := $(shell for name in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)
endif

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
UV ?= $(firstword $(wildcard $(BIN)/uv) uv)

# The date as of which the provinces are judged and the committed reports are written: fixed, so that a run can be repeated.
AS_OF ?= 2026-11-22
export AS_OF

.PHONY: all help setup validate compare site test test-fast lint generate impact check-generated same bench fuzz properdocs chromium libreoffice ajv wheel \
	smoke screenshots workbook-picture lock new-rule new-language alignment clean

all: validate compare site ## set up, validate and compare every province, build the site, say where to look (default)

help: ## list the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(STAMP) ## make .venv from requirements.lock and install this package in place

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed 需要 Python 3.11 或更高版本" >&2; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@echo "installing the locked packages into $(VENV) ..."
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# What is found in real lists is expected and kept in reports/; only a difference from it fails. The example must be clean.
validate: setup ## validate every province under provinces/, compare with the committed reports
	$(BIN)/qingdan validate provinces --as-of $(AS_OF) --fail-on never
	@$(BIN)/qingdan validate provinces/990000-example --as-of $(AS_OF) --fail-on info --format concise
	@$(BIN)/python scripts/generate.py --check reports/

compare: setup ## compare every province with the nation, one line each
	@$(BIN)/python scripts/compare.py --as-of $(AS_OF)

site: setup ## build the public site into site/; a warning is an error
	$(BIN)/mkdocs build --quiet --strict
	@echo "Look at 打开看: site/index.html"

test: setup ## run the tests
	$(BIN)/python -m pytest -n auto --dist loadfile

test-fast: setup ## run those that take no long time (a minute on two cores); SLOW in tests/conftest.py lists the others
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not fuzz and not slow"

alignment: setup ## how well names are aligned, by labelled names: make alignment LABELS=../labels.yaml
	$(BIN)/python scripts/alignment.py $(LABELS) --write tests/aligning

lint: setup ## ruff check, ruff format --check, mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict cli

generate: setup ## write schemas/, what is read of editions, the tutorial's, reference pages and reports anew
	$(BIN)/python scripts/generate.py

check-generated: generate ## fail where what is committed is not what is generated (run it on a committed tree)
	git diff --exit-code
	@new=$$(git ls-files --others --exclude-standard); \
	test -z "$$new" || { printf 'not committed:\n%s\n' "$$new" >&2; exit 1; }

impact: setup ## what changed rules and requirements change for every province since BASE (default HEAD)
	$(BIN)/python scripts/impact.py --base $(or $(BASE),HEAD) --as-of $(AS_OF)

same: setup ## does every command still print what it printed at BASE (default HEAD)
	$(BIN)/python scripts/same_output.py --base $(or $(BASE),HEAD) --as-of $(AS_OF)

bench: setup ## measure time and memory against the budgets
	$(BIN)/python -m tests.benchmarks

fuzz: setup ## run the property tests and the fuzzers long and at random
	$(BIN)/python -m pytest -m "fuzz or hypothesis" --hypothesis-profile=fuzz

properdocs: site ## build the site once more with ProperDocs, which carries MkDocs on; it must come out the same
	@$(BIN)/properdocs build --quiet --strict --site-dir $(VENV)/properdocs-site
	diff -r --exclude=sitemap.xml.gz site $(VENV)/properdocs-site

# Kept where it is there already; installed once where apt-get and the rights for it are.
chromium: ## install Debian's Chromium for the browser tests
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; }

libreoffice: ## install Debian's LibreOffice (Calc and Writer) for the tests of workbooks and documents
	@command -v soffice >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc libreoffice-writer fonts-noto-cjk; }

ajv: ## install ajv, another validator of JSON Schema, for the test that all agree (needs npm)
	@command -v npm >/dev/null || { echo "npm is not there; the test will be skipped 没有 npm，跳过这项测试"; exit 0; }; \
	npm install --silent --no-audit --no-fund --no-save --prefix $(VENV)/npm ajv@8

screenshots: setup ## take pictures of every kind of page, wide and narrow, into docs/screenshots/ (needs Chromium)
	PYTHONPATH=. $(BIN)/python scripts/screenshots.py

workbook-picture: setup ## take the pictures of a workbook, an account and a printed page in docs/howto/ (needs LibreOffice)
	PYTHONPATH=. $(BIN)/python scripts/workbook_picture.py

wheel: setup ## build dist/*.tar.gz, and from it dist/*.whl
	$(BIN)/python -m build --no-isolation

smoke: setup ## build the wheel, install it in an empty environment elsewhere, use it there
	$(BIN)/python scripts/smoke.py --as-of $(AS_OF)

lock: ## resolve pyproject.toml anew into requirements.lock (needs uv; UPGRADE=--upgrade for newer versions)
	$(UV) pip compile --universal --generate-hashes --no-emit-index-url --extra dev --extra site pyproject.toml \
		-o requirements.lock --python-version 3.11 --quiet $(UPGRADE)

new-rule: setup ## begin a rule: make new-rule ID=TIM042
	@test -n "$(ID)" || { echo "usage: make new-rule ID=TIM042" >&2; exit 2; }
	$(BIN)/python scripts/new_rule.py $(ID)

new-language: setup ## begin a language: make new-language CODE=bo
	@test -n "$(CODE)" || { echo "usage: make new-language CODE=bo" >&2; exit 2; }
	$(BIN)/python scripts/new_language.py $(CODE)

clean: ## remove what was built; .venv goes too
	rm -rf $(VENV) dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find cli tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
