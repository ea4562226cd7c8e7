# `make demo` and `make test` do all the set-up themselves; nothing else is needed but Python 3.11 or newer.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint docs bench clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.ready  ## set up, then run the main job on the invented demo dossier
	@mkdir -p build
	@rm -f build/demo.dossier build/demo.dossier-wal build/demo.dossier-shm
	@# Exit status 1 says that a file could not be read: one of the demo's files is a scan without text.
	@$(BIN)/firsthand read demo/docs --dossier build/demo.dossier || [ $$? -eq 1 ]

test: $(VENV)/.ready  ## set up, then run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.ready  ## style, types and the law of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.ready  ## write the generated pages of docs/ again
	$(BIN)/python docs/generate.py

bench: $(VENV)/.ready  ## time, memory and crashes at full size; takes long
	$(BIN)/python -m bench

clean:  ## remove what was built
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.ready: pyproject.toml requirements/model.txt requirements/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "firsthand needs Python 3.11 or newer")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "setting up $(VENV); the first time takes a few minutes"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/model.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements/constraints.txt -e '.[dev]'
	@touch $@
