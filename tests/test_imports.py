"""Imports point down the list of app/ only, so that the pure parts stay pure."""

import ast
from pathlib import Path

import pytest

from app.settings import ROOT

LAYERS = (
    ("main", "cli", "__main__"),
    ("routers",),
    ("evaluate",),
    ("pages", "feeds", "exports", "pipeline"),
    ("chronology",),
    ("curate", "publishing"),
    ("queries", "ingest"),
    ("resolve",),
    ("extract",),
    ("models", "vocabulary"),
    ("dates",),
    ("text",),
    ("settings", "errors", "database"),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
ALLOWED_BESIDE = {("__main__", "cli"), ("database", "settings"), ("database", "errors"), ("settings", "errors")}
PURE = ("extract", "resolve", "dates", "text")
WEB_AND_DATABASE = {
    "sqlmodel",
    "sqlalchemy",
    "sqlite3",
    "fastapi",
    "starlette",
    "uvicorn",
    "jinja2",
    "app.database",
    "app.models",
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "service", "services", "misc"}

MODULES = sorted((ROOT / "app").rglob("*.py"))


def part_of(module: Path) -> str:
    return module.relative_to(ROOT / "app").parts[0].removesuffix(".py")


def imports_of(module: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: imports are absolute"
            found.add(node.module or "")
            if node.module == "app":
                found.update(f"app.{alias.name}" for alias in node.names if alias.name != "__version__")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_down(module: Path) -> None:
    part = part_of(module)
    if part == "__init__":
        return
    for name in imports_of(module):
        if name == "app" or not name.startswith("app."):
            continue
        target = name.split(".")[1]
        beside = target == part or (part, target) in ALLOWED_BESIDE
        assert beside or LEVEL[part] < LEVEL[target], f"{part} must not import {name}"


@pytest.mark.parametrize("module", [m for m in MODULES if part_of(m) in PURE], ids=lambda path: path.stem)
def test_pure_parts_know_neither_database_nor_web(module: Path) -> None:
    known = {
        name for name in imports_of(module) for bad in WEB_AND_DATABASE if name == bad or name.startswith(f"{bad}.")
    }

    assert known == set()


def test_nothing_is_named_for_a_drawer() -> None:
    names = {part for path in ROOT.joinpath("app").rglob("*") for part in (path.stem,)}

    assert names & FORBIDDEN_NAMES == set()
