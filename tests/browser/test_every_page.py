"""What holds for every page: no accessibility fault, no sideways scroll, nothing on the console, no other host."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.settings import ROOT
from tests.browser.conftest import DESKTOP, PHONE, Open

AXE = (ROOT / "tests/vendor/axe-core-4.14.1/axe.min.js").read_text("utf-8")
NAMES = ["home", "timeline", "filtered", "no match", "event", "documents", "document", "method", "coverage"]


def visit(open_page: Open, name: str, **options: object) -> Page:
    addresses = {
        "home": "/",
        "timeline": "/timeline",
        "filtered": "/timeline?actor=russia&actor=nobody&from=last+year&type=visit",
        "no match": "/timeline?actor=russia&q=zzz",
        "documents": "/documents",
        "method": "/about/method",
        "coverage": "/about/coverage",
    }
    if name in addresses:
        return open_page(addresses[name], **options)
    page = open_page("/timeline" if name == "event" else "/documents", **options)
    prefix = "/events/" if name == "event" else "/documents/"
    page.locator(f"main a[href^='{prefix}']").first.click()
    page.wait_for_load_state()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(open_page: Open, name: str, scheme: str) -> None:
    page = visit(open_page, name, color_scheme=scheme, viewport=DESKTOP if scheme == "light" else PHONE)

    found = page.evaluate(f"() => {{ {AXE}; return axe.run(document, {{resultTypes: ['violations']}}) }}")

    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found["violations"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways(open_page: Open, name: str) -> None:
    page = visit(open_page, name, viewport=DESKTOP)

    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page: Open) -> None:
    page = open_page("/timeline")

    page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_page_prints(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/timeline?type=visit")

    assert page.pdf(path=tmp_path / "timeline.pdf").startswith(b"%PDF")
