"""The docs are true: generated pages are fresh, everything that can be used is described, links lead somewhere."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from firsthand import exports, marks, readers, records

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["generate"] = module
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_what_the_program_says(generate):
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == generate.commands(), "run `make docs`"
    assert (ROOT / "docs" / "tables.md").read_text("utf-8") == generate.tables(), "run `make docs`"
    assert (ROOT / "docs" / "attribution.md").read_text("utf-8") == generate.attribution(), "run `make docs`"


def test_every_reader_mark_and_export_is_described(generate):
    page = generate.tables()
    for name in (*readers.READERS, *marks.MARKS, *exports.EXPORTS):
        row = next(line for line in page.splitlines() if line.startswith(f"| `{name}`"))
        assert len(row.split("|")[2].strip()) > 15, f"{name} has no description"


def test_every_setting_is_described(generate):
    assert generate.used_settings() == set(generate.SETTINGS)


def test_every_noun_is_in_the_glossary():
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    for name in ("Original", "Document", "Zone", "Span", "Quantity", "Attribution", "Source", "Claim", "Figure", "Origin", "Link",
                 "Reuse", "Finding", "Evidence", "Judgement", "Identifier", "Release", "Problem"):  # fmt: skip
        assert hasattr(records, name)
        assert f"| {name.lower()} |" in page


def test_every_dependency_has_a_reason():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        name = re.split(r"[<>=,]", requirement)[0]
        assert name.startswith("types-") or name.endswith("-stubs") or name in page, (
            f"{name} has no reason in docs/dependencies.md"
        )


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("demo/*.md")], ids=lambda path: path.name
)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
