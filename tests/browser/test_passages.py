"""From an event to its passage, in its own script and direction."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Open


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_passage_link_scrolls_to_the_passage_and_highlights_it(open_page: Open, viewport: dict[str, int]) -> None:
    page = open_page("/timeline?sort=oldest", viewport=viewport)
    link = page.locator(".event-list a[href*='#m-']").last
    anchor = str(link.get_attribute("href")).partition("#")[2]

    link.click()

    expect(page).to_have_url(re.compile(rf"/documents/[0-9a-z]{{12}}#{anchor}$"))
    passage = page.locator(f"mark#{anchor}")
    expect(passage).to_be_in_viewport()
    other = page.locator(f"mark[id]:not(#{anchor})").first
    looks = "element => { const s = getComputedStyle(element); return [s.backgroundColor, s.outlineStyle].join() }"
    assert passage.evaluate(looks) != other.evaluate(looks)


def test_a_passage_in_a_document_leads_to_its_event(open_page: Open) -> None:
    page = open_page("/documents")
    page.locator("a[href^='/documents/']").first.click()

    page.locator("a.passage-number, mark a[href^='/events/'], .document-text a[href^='/events/']").first.click()

    expect(page).to_have_url(re.compile(r"/events/[0-9a-z]{12}$"))


def test_arabic_runs_from_right_to_left_in_a_vendored_font(open_page: Open) -> None:
    page = open_page("/timeline")
    quote = page.locator("blockquote[lang=ar]").first

    expect(quote).to_have_attribute("dir", "rtl")
    assert quote.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert "Noto Naskh Arabic" in quote.evaluate("element => getComputedStyle(element).fontFamily")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('20px \"Noto Naskh Arabic\"', 'طالبان')")
    # The first letter of the passage stands at the right end of its line.
    first, box = quote.evaluate(
        """element => {
            const range = document.createRange();
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            let text = walker.nextNode();
            while (!text.data.trim()) text = walker.nextNode();
            const at = text.data.search(/\\S/);
            range.setStart(text, at); range.setEnd(text, at + 1);
            const a = range.getBoundingClientRect(), b = element.getBoundingClientRect();
            return [a.right, [b.left, b.right]];
        }"""
    )
    assert first > (box[0] + box[1]) / 2


def test_marked_words_keep_their_joins(open_page: Open) -> None:
    """A mark within a line of Arabic must not change the width of its words: letters stay joined across it."""
    page = open_page("/timeline")

    widths = page.evaluate(
        """() => [...document.querySelectorAll('blockquote[lang=ar]')].slice(0, 12).map(quote => {
            const plain = document.createElement('span'), marked = document.createElement('span');
            plain.textContent = quote.textContent;
            marked.innerHTML = quote.innerHTML;
            for (const copy of [plain, marked]) {
                copy.lang = 'ar'; copy.dir = 'rtl';
                copy.className = quote.className + ' measured';
                quote.after(copy);
                copy.setAttribute('dir', 'rtl');
            }
            const sheet = document.styleSheets[0];
            sheet.insertRule('.measured, .measured * { white-space: nowrap !important; display: inline !important }',
                sheet.cssRules.length);
            const result = [plain.getBoundingClientRect().width, marked.getBoundingClientRect().width];
            plain.remove(); marked.remove();
            return result;
        })"""
    )

    assert len(widths) > 3
    for plain, marked in widths:
        assert abs(plain - marked) <= 2
