"""Headers on every route, error pages included; nothing is loaded from another host."""

import re
from urllib.parse import urlsplit

import httpx
import pytest

from app.main import ROUTERS
from tests.conftest import Site

DIRECTIVES = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}


def first(client: httpx.Client, path: str, pattern: str) -> str:
    match = re.search(pattern, client.get(path).text)
    assert match
    return match.group(1)


@pytest.fixture
def addresses(client: httpx.Client) -> list[str]:
    """One address for each route and each kind of failure."""
    return [
        "/",
        "/timeline",
        "/timeline?actor=nobody",
        "/timeline?q=zzz",
        "/timeline?" + "q=" * 3000,
        first(client, "/timeline", r'href="(/events/[0-9a-z]{12})"'),
        "/documents",
        first(client, "/documents", r'href="(/documents/[0-9a-z]{12})"'),
        "/about/method",
        "/about/coverage",
        "/healthz",
        "/openapi.json",
        "/static/site.css",
        "/static/vendor/htmx-2.0.11/htmx.min.js",
        "/static/nothing.css",
        "/events/000000000000",
        "/documents/000000000000",
        "/nothing",
        "/timeline/",
    ]


def test_every_route_is_among_the_addresses(addresses: list[str]) -> None:
    paths = {route.path for module in ROUTERS for route in module.router.routes}
    known = [urlsplit(address).path for address in addresses]

    assert paths
    for path in paths:
        pattern = re.sub(r"\{[^}]+\}", "[^/]+", path)
        assert any(re.fullmatch(pattern, one) for one in known), path


def test_headers_stand_on_every_answer(client: httpx.Client, addresses: list[str]) -> None:
    for address in addresses:
        answer = client.get(address)
        parts = [part.split() for part in answer.headers["content-security-policy"].split(";")]
        policy = {name: values for name, *values in parts}
        assert policy == DIRECTIVES, address
        assert answer.headers["x-content-type-options"] == "nosniff", address
        assert answer.headers["referrer-policy"] == "no-referrer", address
        assert "camera=()" in answer.headers["permissions-policy"], address
        assert "set-cookie" not in answer.headers, address
        assert "server" not in answer.headers or "uvicorn" not in answer.headers["server"], address


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed_over_http(client: httpx.Client, method: str) -> None:
    answer = client.request(method, "/timeline")

    assert answer.status_code == 405
    assert "content-security-policy" in answer.headers


def test_a_fault_of_ours_is_a_page_with_the_same_headers(tmp_path_factory: pytest.TempPathFactory) -> None:
    broken = tmp_path_factory.mktemp("broken") / "tarikh.sqlite3"
    broken.write_bytes(b"this is no database" * 100)
    site = Site(broken)
    try:
        answer = httpx.get(f"{site.origin}/timeline")
    finally:
        site.close()

    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "content-security-policy" in answer.headers
    assert "Traceback" not in answer.text


def test_a_missing_database_is_a_page_that_says_what_to_do(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = Site(tmp_path_factory.mktemp("none") / "tarikh.sqlite3")
    try:
        answer = httpx.get(f"{site.origin}/")
    finally:
        site.close()

    assert answer.status_code == 503
    assert "python -m app migrate" in answer.text


def test_a_head_request_is_answered_like_a_get(client: httpx.Client) -> None:
    answer = client.head("/timeline")

    assert answer.status_code == 200
    assert answer.content == b""


def test_static_files_with_a_version_are_kept_for_ever(client: httpx.Client) -> None:
    address = first(client, "/", r'href="(/static/site.css\?v=[0-9a-f]+)"')

    assert "immutable" in client.get(address).headers["cache-control"]
    assert "immutable" not in client.get("/static/site.css").headers["cache-control"]
