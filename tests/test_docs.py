"""The operators' page names every setting and every command, and the README's commands exist."""

import re

from policytracker.env import BASE_DIR

OPERATORS = (BASE_DIR / "docs" / "operators.md").read_text(encoding="utf-8")
README = (BASE_DIR / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_explained() -> None:
    settings = (BASE_DIR / "policytracker" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))
    assert len(names) > 15
    explained = set(re.findall(r"`([A-Z_]+)`(?=[^|]*\|)", OPERATORS))
    assert names - explained == set()


def test_no_setting_is_explained_that_is_none() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (BASE_DIR / "policytracker").glob("*.py"))
    explained = re.findall(r"^\| `([A-Z_]+)`", OPERATORS, re.MULTILINE)
    assert [name for name in explained if f'"{name}"' not in code] == []


def test_every_command_is_explained() -> None:
    commands = {path.stem for path in BASE_DIR.glob("*/management/commands/[!_]*.py")}
    explained = set(re.findall(r"^\| `(\w+)", OPERATORS, re.MULTILINE))
    assert len(commands) > 5
    assert commands - explained == set()


def test_the_readmes_make_commands_exist() -> None:
    makefile = (BASE_DIR / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", README):
        assert f"\n{target}:" in makefile, target


def test_links_between_the_documents_lead_somewhere() -> None:
    for document in (BASE_DIR / "README.md", *(BASE_DIR / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} names {target}"
