"""What is vendored is there, unmodified, with its licence, and nothing else is."""

import hashlib
import tomllib

import pytest

from app.settings import ROOT

PACKAGES = tomllib.loads((ROOT / "static/vendor/VENDOR.toml").read_text("utf-8"))["package"]
FILES = [(package["name"], file) for package in PACKAGES for file in package["file"]]


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda value: value["path"] if isinstance(value, dict) else value)
def test_a_vendored_file_is_as_it_came(name: str, file: dict[str, str]) -> None:
    assert hashlib.sha256((ROOT / file["path"]).read_bytes()).hexdigest() == file["sha256"]


def test_every_package_names_version_licence_and_source() -> None:
    for package in PACKAGES:
        assert package["version"]
        assert package["licence"]
        assert package["integrity"].startswith("sha512-")
        assert any("LICENSE" in file["path"] for file in package["file"]), package["name"]


def test_no_file_is_vendored_without_being_listed() -> None:
    listed = {file["path"] for _, file in FILES}
    folders = ("static/vendor", "static/fonts", "tests/vendor")
    there = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.name != "VENDOR.toml"
    }

    assert there == listed
