"""Filtering as a reader does it."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open
from tests.conftest import Site


def events(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(".event-list a[href^='/events/']").all()]


def test_a_ticked_box_filters_at_once_keeps_the_focus_and_says_how_many(open_page: Open, site: Site) -> None:
    page = open_page("/timeline")
    box = page.locator("#facet-type-forum")
    box.focus()

    page.keyboard.press("Space")

    expect(page).to_have_url(f"{site.origin}/timeline?type=forum")
    expect(page.locator("#status")).to_have_text(re.compile(r"^\d+ events?: Forum$"))
    expect(page.locator("#facet-type-forum")).to_be_checked()
    expect(page.locator("#facet-type-forum")).to_be_focused()
    expect(page.locator("#chips")).to_contain_text("Type: Forum")
    count = re.match(r"\d+", page.locator("#status").inner_text())
    assert count
    assert len(events(page)) == int(count.group())


def test_back_restores_results_and_boxes(open_page: Open, site: Site) -> None:
    page = open_page("/timeline")
    all_events = events(page)
    page.locator("#facet-type-forum").click()
    expect(page).to_have_url(f"{site.origin}/timeline?type=forum")
    visits = events(page)
    page.locator("#facet-actor-russia").click()
    expect(page).to_have_url(f"{site.origin}/timeline?actor=russia&type=forum")

    page.go_back()

    expect(page).to_have_url(f"{site.origin}/timeline?type=forum")
    expect(page.locator("#facet-actor-russia")).not_to_be_checked()
    expect(page.locator("#facet-type-forum")).to_be_checked()
    assert events(page) == visits

    page.go_back()

    expect(page).to_have_url(f"{site.origin}/timeline")
    expect(page.locator("#facet-type-forum")).not_to_be_checked()
    assert events(page) == all_events


def test_two_boxes_ticked_in_one_breath_both_count(open_page: Open, site: Site) -> None:
    page = open_page("/timeline")

    page.evaluate("for (const id of ['facet-actor-russia', 'facet-type-forum']) document.getElementById(id).click()")

    expect(page).to_have_url(f"{site.origin}/timeline?actor=russia&type=forum")


def test_words_are_searched_on_enter_and_make_one_step_back(open_page: Open, site: Site) -> None:
    page = open_page("/timeline")
    steps = page.evaluate("history.length")

    page.locator("#filter-q").press_sequentially("shoigu")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{site.origin}/timeline?q=shoigu")
    expect(page.locator("#filter-q")).to_have_value("shoigu")
    assert page.evaluate("history.length") == steps + 1


def test_a_mistyped_date_is_said_at_its_field(open_page: Open) -> None:
    page = open_page("/timeline")

    page.locator("#filter-from").fill("last year")
    page.keyboard.press("Enter")

    expect(page.locator("#dates")).to_contain_text("Write a year, a month or a day")
    expect(page.locator("#filter-from")).to_have_value("last year")


def test_a_chip_takes_its_filter_away(open_page: Open, site: Site) -> None:
    page = open_page("/timeline?actor=russia&type=forum")

    page.locator("#chips").get_by_text("Type: Forum").click()

    expect(page).to_have_url(f"{site.origin}/timeline?actor=russia")


def test_everything_works_without_javascript(open_page: Open, site: Site) -> None:
    page = open_page("/timeline", java_script_enabled=False)

    page.locator("#facet-type-forum").check()
    page.get_by_role("button", name="Apply").last.click()

    expect(page).to_have_url(f"{site.origin}/timeline?type=forum")
    expect(page.locator("#facet-type-forum")).to_be_checked()

    page.locator("#chips a").first.click()

    expect(page).to_have_url(f"{site.origin}/timeline")
    page.locator(".event-list a[href^='/events/']").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.locator("a[href*='#m-']").first.click()
    expect(page.locator("mark:target")).to_be_visible()


def test_without_javascript_back_leaves_no_ticked_box_over_unfiltered_results(open_page: Open, site: Site) -> None:
    page = open_page("/timeline", java_script_enabled=False)
    page.locator("#facet-type-forum").check()
    page.get_by_role("button", name="Apply").last.click()
    expect(page).to_have_url(f"{site.origin}/timeline?type=forum")

    page.go_back()

    expect(page).to_have_url(f"{site.origin}/timeline")
    expect(page.locator("#facet-type-forum")).not_to_be_checked()


def test_on_a_phone_the_filters_wait_behind_a_button_and_results_come_first(open_page: Open) -> None:
    page = open_page("/timeline", viewport=PHONE)

    expect(page.locator("#filter-form")).not_to_be_visible()
    expect(page.locator(".event-list").first).to_be_in_viewport()

    page.locator("#filters > summary").click()
    page.locator("#facet-type-forum").click()

    expect(page.locator("#filter-count")).to_have_text("(1)")
