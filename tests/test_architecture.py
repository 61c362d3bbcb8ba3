"""What keeps the code readable: small files, imports that run one way, names that say what they are."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from policytracker.env import BASE_DIR

APPS = ("regions", "articles", "policytracker")
MAX_LINES = 300  # of code and templates; the one stylesheet is as long as it must be
VAGUE_NAMES = {"utils", "util", "helpers", "common", "misc", "services"}
# What a visitor or an editor meets; nothing beneath may know of it.
OUTER = {
    "admin",
    "api",
    "exports",
    "feed_urls",
    "feeds",
    "management",
    "page_urls",
    "sitemaps",
    "templatetags",
    "urls",
    "views",
    "vote_urls",
}
MAY_IMPORT = {"regions": {"regions"}, "articles": {"regions", "articles"}, "policytracker": set(APPS)}


def files(*patterns: str, folders: tuple[str, ...] = APPS) -> list[Path]:
    found = [
        path for folder in folders for pattern in patterns for path in (BASE_DIR / folder).rglob(pattern)
    ]
    return sorted(path for path in found if "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(path: Path) -> str:
    return str(path.relative_to(BASE_DIR))


MODULES = files("*.py")


def wrong_imports(path: Path) -> Iterator[str]:
    app, layer = path.relative_to(BASE_DIR).with_suffix("").parts[:2]
    inner = layer not in OUTER and app != "policytracker"
    for name in imported(path):
        first, second = [*name.split("."), ""][:2]
        ours = first in APPS
        if (ours and first not in MAY_IMPORT[app]) or first == "tests":
            yield f"{named(path)} imports {name}: the wrong way"
        elif ours and inner and second in OUTER:
            yield f"{named(path)} imports {name}, which lies further out"
        elif ours and layer in ("models", "querysets") and second == "forms":
            yield f"{named(path)} imports {name}: models know no forms"


def test_imports_run_one_way() -> None:
    assert [wrong for path in MODULES for wrong in wrong_imports(path)] == []


def test_no_function_imports() -> None:
    functions = [
        (path, node)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [
        f"{named(path)}: {function.name}"
        for path, function in functions
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    ] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [named(path) for path in MODULES if not ast.get_docstring(tree(path))] == []


def test_no_file_is_long() -> None:
    everything = files("*.py", "*.html", "*.js", folders=(*APPS, "templates", "static", "tests"))
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in everything}
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_no_module_has_a_vague_name() -> None:
    everything = files("*.py", folders=(*APPS, "tests"))
    assert [
        named(path)
        for path in everything
        if VAGUE_NAMES & {*path.relative_to(BASE_DIR).with_suffix("").parts}
    ] == []


def test_the_locks_pin_and_hash_every_package_and_name_no_index() -> None:
    for lock in (BASE_DIR / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert not re.search(
            r"^\s*--?(index-url|i|extra-index-url|find-links|f)\b|https?://", text, re.MULTILINE
        )
        packages = re.findall(r"^([\w.-]+)(\[.*\])?==.*(?:\n    .*)+", text, re.MULTILINE)
        assert len(packages) == len(re.findall(r"^[\w.-]+", text, re.MULTILINE))
        assert text.count("--hash=sha256:") >= len(packages)
        assert "psycopg" not in {name.lower() for name, _ in packages}  # Django would silently prefer it


def test_no_machine_path_is_in_the_repository() -> None:
    folders = (*APPS, "templates", "static", "tests", "requirements", "docker", "docs")
    everything = files("*.py", "*.html", "*.js", "*.sh", "*.toml", "*.md", "*.txt", "*.in", folders=folders)
    machine = re.compile(r"/(?:home|root|work|Users)/\w")
    assert [named(path) for path in everything if machine.search(path.read_text(encoding="utf-8"))] == []
