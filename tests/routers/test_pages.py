"""Each page by its words: what a reader asks for and what comes."""

import re
from html import unescape
from pathlib import Path

import html5lib
import httpx
import pytest

from app import pipeline
from app.database import migrate
from tests.conftest import Corpus, Site

TAKEN_OUT = (
    "زار وزير الخارجية الروسي سيرغي لافروف كابول؟ لا، لم يزر حركة طالبان يوم 12 مارس 2023 ولا بحث مع أحد التعاون."
)
VISIT = "زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 تلبية لدعوة من حركة طالبان."


def words(html: str) -> str:
    """What stands on a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def event_addresses(html: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'href="(/events/[0-9a-z]{12})"', html)))


@pytest.fixture
def one_event(corpus: Corpus, database: Path) -> Path:
    pipeline.ingest(corpus({"a.txt": VISIT}, {"file": "a.txt", "language": "ar", "published": "2023-03-20"}), database)
    return database


@pytest.mark.parametrize(
    "path",
    ["/", "/timeline", "/timeline?q=zzz&actor=nobody", "/documents", "/about/method", "/about/coverage", "/nothing"],
)
def test_every_page_is_well_formed_with_one_heading_and_unique_ids(client: httpx.Client, path: str) -> None:
    html = client.get(path).text

    tree = html5lib.HTMLParser(strict=True).parse(html)
    namespace = "{http://www.w3.org/1999/xhtml}"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert len(list(tree.iter(f"{namespace}h1"))) == 1
    assert tree.get("lang") == "en"
    assert not [element for element in tree.iter() if element.get("style") or element.get("onclick")]


def test_the_timeline_shows_each_event_with_date_parties_review_and_its_quote_in_its_own_language(
    one_event: Path,
) -> None:
    site = Site(one_event)
    try:
        html = httpx.get(f"{site.origin}/timeline").text
    finally:
        site.close()

    shown = words(html)
    assert "1 event" in shown
    assert "12 March 2023" in shown
    assert "Visit of Sergey Lavrov (Russia) to Kabul" in shown
    assert "not reviewed" in shown
    assert "1 passage in 1 document" in shown
    assert re.search(r'<blockquote[^>]*lang="ar" dir="rtl"', html)
    assert "سيرغي لافروف" in html


def test_a_filter_shows_only_what_it_says(client: httpx.Client) -> None:
    html = client.get("/timeline?type=visit").text

    count = len(event_addresses(html))
    assert count > 0
    assert words(html).count("Visit") >= count
    assert f"{count} events: Visit" in words(html)


def test_an_address_in_another_order_leads_to_the_canonical_one(client: httpx.Client) -> None:
    answer = client.get("/timeline?type=visit&q=&actor=taliban&actor=russia&from=")

    assert answer.status_code == 303
    assert answer.headers["location"] == "/timeline?actor=russia&actor=taliban&type=visit"
    assert client.get(answer.headers["location"]).status_code == 200


def test_what_is_not_known_is_named_with_a_suggestion_and_left_aside(client: httpx.Client) -> None:
    answer = client.get("/timeline?actor=uzbekstan&utm_source=mail")

    shown = words(answer.text)
    assert answer.status_code == 200
    assert "“actor=uzbekstan” was left aside. Did you mean “uzbekistan”?" in shown
    assert "“utm_source=mail” was left aside." in shown


def test_a_mistyped_date_stays_in_its_field_with_advice(client: httpx.Client) -> None:
    html = client.get("/timeline?from=last+year").text

    assert 'value="last year"' in html
    assert "Write a year, a month or a day" in words(html)


def test_no_match_says_which_filters_to_loosen(client: httpx.Client) -> None:
    html = client.get("/timeline?actor=russia&q=zzz").text

    assert "No event matches all of these filters" in words(html)
    assert 'href="/timeline?q=zzz"' in html
    assert 'href="/timeline?actor=russia"' in html


def test_dates_the_wrong_way_round_are_an_error_and_not_an_empty_list(client: httpx.Client) -> None:
    assert "A value could not be read" in words(client.get("/timeline?from=2024&to=2022").text)


def test_an_empty_archive_says_so(empty_site: Site) -> None:
    answer = httpx.get(f"{empty_site.origin}/timeline")

    assert answer.status_code == 200
    assert "There are no events yet" in words(answer.text)
    assert httpx.get(f"{empty_site.origin}/").status_code == 200
    assert httpx.get(f"{empty_site.origin}/documents").status_code == 200
    assert "Nothing has been ingested yet" in words(httpx.get(f"{empty_site.origin}/about/coverage").text)


def test_an_address_that_asks_too_much_says_so(client: httpx.Client) -> None:
    answer = client.get("/timeline?" + "actor=russia&" * 500)

    assert answer.status_code == 414
    assert "4000" in answer.text


def test_what_a_reader_types_is_never_markup(client: httpx.Client) -> None:
    html = client.get("/timeline", params={"q": "<script>alert(1)</script>", "x": "<b>"}).text

    assert "<script>alert" not in html
    assert "<b>" not in html


def test_an_event_shows_its_passages_with_the_words_behind_each_fact(one_event: Path) -> None:
    site = Site(one_event)
    try:
        address = event_addresses(httpx.get(f"{site.origin}/timeline").text)[0]
        html = httpx.get(f"{site.origin}{address}").text
    finally:
        site.close()

    shown = words(html)
    assert "2023-03-12" in shown
    assert "The passage gives the date in full." in shown
    assert "Foreign Minister, Russia" in shown
    assert re.search(r'href="/documents/[0-9a-z]{12}#m-[0-9a-z]{12}"', html)
    for fact in ("Date: 12 March 2023", "Party: Russia", "Party: Taliban", "Person: Sergey Lavrov", "Place: Kabul"):
        assert fact in shown
    assert "يوم 12 مارس 2023" in html


def test_a_reviewed_event_is_worded_in_the_other_languages_too(client: httpx.Client) -> None:
    timeline = client.get("/timeline?type=mission-handover&place=khorog").text
    [address] = event_addresses(timeline)

    html = client.get(address).text

    assert re.search(r'<dt>Arabic</dt>\s*<dd lang="ar" dir="rtl"><strong>[^<]*خوروج', html)
    assert re.search(r'<dt>Russian</dt>\s*<dd lang="ru" dir="ltr"><strong>[^<]*Хорог', html)
    assert html.count("<summary>In Russian</summary>") == html.count('<figure class="passage-figure"') == 2


def test_every_event_of_the_timeline_has_a_page_and_every_passage_an_anchor_in_its_document(
    client: httpx.Client,
) -> None:
    anchors = {}
    for address in event_addresses(client.get("/timeline?scope=context&scope=core").text):
        page = client.get(address)
        assert page.status_code == 200
        links = set(re.findall(r'href="(/documents/[0-9a-z]{12})#(m-[0-9a-z]{12})"', page.text))
        assert links, address
        for document, anchor in links:
            if document not in anchors:
                anchors[document] = client.get(document).text
            assert f'id="{anchor}"' in anchors[document]


def test_a_document_is_shown_whole(client: httpx.Client, seeds: Path) -> None:
    for address in dict.fromkeys(re.findall(r'href="(/documents/[0-9a-z]{12})"', client.get("/documents").text)):
        html = client.get(address).text
        body = html[html.index('class="document-text') :]
        shown = re.sub(r'<a class="passage-number".*?</a>', "", body, flags=re.S)
        letters = "".join(words(shown).split())
        texts = ["".join(path.read_text("utf-8").split()) for path in seeds.glob("*.txt")]
        assert any(text[:200] in letters and text[-200:] in letters for text in texts), address


def test_a_withdrawn_event_answers_410_with_the_reason(corpus: Corpus, one_event: Path) -> None:
    site = Site(one_event)
    try:
        address = event_addresses(httpx.get(f"{site.origin}/timeline").text)[0]
        changed = corpus({"a.txt": TAKEN_OUT}, {"file": "a.txt", "language": "ar", "published": "2023-03-20"})
        pipeline.ingest(changed, one_event)
        answer = httpx.get(f"{site.origin}{address}")
    finally:
        site.close()

    assert answer.status_code == 410
    assert "the documents no longer tell of this event" in words(answer.text)
    assert "revision 2" in words(answer.text)


@pytest.mark.parametrize("path", ["/events/000000000000", "/documents/000000000000", "/nothing"])
def test_what_is_not_there_is_404_and_says_what_to_do(client: httpx.Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert 'href="/timeline"' in answer.text


def test_the_front_page_counts_what_its_links_lead_to(client: httpx.Client) -> None:
    html = client.get("/").text

    cells = re.findall(r'href="(/timeline\?precision=[^"]+)"><span class="visually-hidden">(.*?)</span>', html)
    assert cells
    for address, label in cells[:8]:
        count = int(re.findall(r"\d+", words(label))[-1])
        listed = client.get(unescape(address)).text
        assert f"{count} event" in words(listed)


def test_the_front_page_offers_views_and_says_how_much_they_hold(client: httpx.Client) -> None:
    html = client.get("/").text

    views = re.findall(r'<li><a href="(/timeline\?[^"]+)"><bdi[^>]*>([^<]*)</bdi></a> <span[^>]*>(\d+|none yet)<', html)
    assert len(views) > 20
    assert ("/timeline?actor=kyrgyzstan", "Kyrgyzstan", "none yet") in views
    assert "The road to delisting in Russia" in [title for _, title, _ in views]
    for address, _, count in views:
        answer = client.get(unescape(address), follow_redirects=False)
        assert answer.status_code == 200, address
        assert ("No events" if count == "none yet" else f"{count} event") in words(answer.text)


def test_coverage_says_what_no_document_tells_of(client: httpx.Client) -> None:
    shown = words(client.get("/about/coverage").text)

    assert "does not mean that nothing happened" in shown
    assert "From July 2018, the first month to which an event is dated, to December 2024" in shown
    assert "20 months have a source here and 58 months have none" in shown
    assert "November 2022 to February 2023 (4 months)" in shown
    assert "2004 to 2015 no event is dated to these years" in shown
    assert "2002 no event is dated to this year" in shown
    assert "Kyrgyzstan none none" in shown


def test_coverage_of_what_was_not_searched_or_not_reviewed_claims_no_more_than_is_known(
    corpus: Corpus, database: Path
) -> None:
    german = {"file": "b.txt", "language": "de", "published": "2023-03-20"}
    arabic = {"file": "a.txt", "language": "ar", "published": "2023-03-20"}
    pipeline.ingest(corpus({"a.txt": VISIT, "b.txt": "Lawrow besuchte Kabul."}, arabic, german), database)
    site = Site(database)
    try:
        shown = words(httpx.get(f"{site.origin}/about/coverage").text)
    finally:
        site.close()

    assert "Not searched for events: Tarikh does not read this language." in shown
    assert "1 of 1 sentence (100 %) tells of an event, 1 of them of a core event." in shown
    assert "found by machine, which misses some" in shown
    assert "2 documents in Arabic and German, published 20 March 2023" in shown
    assert "1 month has a source here and no months have none" in shown


def test_every_number_of_coverage_leads_to_the_events_it_counts(client: httpx.Client) -> None:
    html = client.get("/about/coverage").text

    months = re.findall(r'href="(/timeline\?[^"]+)"><span class="visually-hidden">[^<]*, (\d+) events?</span>', html)
    rows = re.findall(r'<a href="(/timeline\?[^"]+)">[^<]*</a></th>\s*<td>(\d+)</td>', html)
    assert len(months) > 10
    assert len(rows) > 8
    for address, count in [*months, *rows]:
        assert f"{count} event" in words(client.get(unescape(address)).text)


def test_the_health_check_tells_the_revision(client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "revision": 2}


def test_a_fresh_database_is_migrated_and_empty(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    migrate(path)
    site = Site(path)
    try:
        assert httpx.get(f"{site.origin}/healthz").json() == {"status": "ok", "revision": 0}
    finally:
        site.close()


def test_an_event_joined_to_another_leads_there(corpus: Corpus, database: Path) -> None:
    again = "زار سيرغي لافروف كابول الأحد الماضي للقاء حركة طالبان."
    text, index = f"{VISIT}\n{again}", {"file": "a.txt", "language": "ar"}
    pipeline.ingest(corpus({"a.txt": text}, index | {"published": "2023-04-20"}), database)
    site = Site(database)
    try:
        both = event_addresses(httpx.get(f"{site.origin}/timeline").text)
        # The right day of publication makes "last Sunday" the day of the other visit.
        pipeline.ingest(corpus({"a.txt": text}, index | {"published": "2023-03-14"}), database)
        answers = [httpx.get(f"{site.origin}{address}") for address in both]
    finally:
        site.close()

    assert sorted(answer.status_code for answer in answers) == [200, 301]
    moved = next(answer for answer in answers if answer.status_code == 301)
    assert moved.headers["location"] in both


def test_a_replaced_text_answers_410_and_not_that_it_never_was(corpus: Corpus, one_event: Path) -> None:
    site = Site(one_event)
    try:
        address = re.findall(r'href="(/documents/[0-9a-z]{12})"', httpx.get(f"{site.origin}/documents").text)[0]
        pipeline.ingest(corpus({"a.txt": f"{VISIT} تصحيح."}, {"file": "a.txt", "language": "ar"}), one_event)
        answer = httpx.get(f"{site.origin}{address}")
    finally:
        site.close()

    assert answer.status_code == 410
    assert "replaced by a later version" in words(answer.text)


def test_pages_of_a_long_timeline_follow_each_other_and_lead_back(client: httpx.Client) -> None:
    first = client.get("/timeline?scope=context&scope=core").text
    following = re.search(r'href="(/timeline[^"]*after=[^"]*)"', first)
    assert following

    second = client.get(unescape(following.group(1))).text

    shown, more = event_addresses(first), event_addresses(second)
    assert len(shown) == 50
    assert more
    assert not set(shown) & set(more)
    assert 'href="/timeline?scope=context&amp;scope=core"' in second
