"""A real Chromium. Every page a test opens must be free of console errors and of requests to other hosts."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.chromium import ADVICE, find_chromium, must_have_browser
from tests.conftest import Site

# Without these Chromium looks for hosts of its maker at every start.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
# What htmx says on the console when a newer request takes the place of one under way.
REPLACED = ("htmx:sendAbort", "htmx:afterRequest")

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        if must_have_browser():
            pytest.fail(f"There is no Chromium. {ADVICE}", pytrace=False)
        pytest.skip(f"BROWSER TESTS WERE NOT RUN: there is no Chromium. {ADVICE}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens an address of the site: `open_page("/timeline", viewport=PHONE, java_script_enabled=False)`."""
    contexts, complaints = [], []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(REPLACED):
            complaints.append(f"console: {message.text}")

    def watch(request: Request) -> None:
        if urlsplit(request.url).scheme != "data" and not request.url.startswith(f"{site.origin}/"):
            complaints.append(f"request to another host: {request.url}")

    def open_address(address: str, **options: Any) -> Page:
        context = browser.new_context(**({"viewport": DESKTOP, "base_url": site.origin} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on("request", watch)
        page.goto(address)
        return page

    yield open_address

    for context in contexts:
        context.close()
    assert complaints == []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Skipped browser tests are easily overlooked among the dots: say it at the end, and loudly."""
    skipped = [report for report in terminalreporter.getreports("skipped") if "tests/browser/" in report.nodeid]
    if skipped:
        terminalreporter.write_sep("!", f"{len(skipped)} BROWSER TESTS WERE NOT RUN: there is no Chromium", red=True)
        terminalreporter.write_line(ADVICE)
