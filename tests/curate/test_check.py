"""Standing orders are held against the documents and the vocabulary, and against each other, by file and line."""

from pathlib import Path

import pytest

from app.curate.check import check
from app.curate.orders import EventOrder, read_file
from app.errors import CurationWrong

TEXT = "التقى لافروف متقي في موسكو. وزار متقي موسكو في أكتوبر. وقال لافروف إن موسكو ترحب. وزار متقي موسكو."
ORDER = """
  - event: muttaqi-visits-moscow-2024-10
    type: visit
    scope: core
    date: {edtf: 2024-10, basis: explicit}
    parties: {russia: host, taliban: guest}
    persons: {amir-khan-muttaqi: guest}
    place: moscow
    headline: {en: Amir Khan Muttaqi visits Moscow, ar: متقي يزور موسكو, ru: Муттаки посещает Москву}
    passages:
      - quote: وزار متقي موسكو في أكتوبر
        date: {edtf: 2024-10, basis: explicit, phrase: في أكتوبر}
        translation: {en: Muttaqi visited Moscow in October, ru: Муттаки посетил Москву в октябре}
"""


def written(folder: Path, orders: str, document: str = "a.txt", name: str = "a.yaml") -> Path:
    path = folder / name
    path.write_text(f"document: {document}\nauthor: Editors\norders:{orders}", "utf-8")
    return path


def wrong(folder: Path, orders: str) -> list[tuple[int, str]]:
    found = check([read_file(written(folder, orders))], {"a.txt": TEXT})
    return [(finding.line, finding.wrong) for finding in found]


def test_orders_that_hold_are_all_right(tmp_path: Path) -> None:
    assert wrong(tmp_path, ORDER) == []


WRONG = [
    ("quote: وزار متقي موسكو في أكتوبر", "quote: وزار متقي كابل", 13, "is not in the text"),
    ("quote: وزار متقي موسكو في أكتوبر", "quote: وزار متقي موسكو", 13, "is in the text more than once"),
    ("phrase: في أكتوبر", "phrase: في نوفمبر", 13, "“في نوفمبر” are not in the document"),
    ("edtf: 2024-10, basis: explicit, phrase", "edtf: October, basis: explicit, phrase", 13, "is not a date in EDTF"),
    ("type: visit", "type: holiday", 4, "there is no type “holiday”"),
    ("type: visit", "type: visit\n    subtype: off", 4, "there is no subtype of such an event “off”"),
    ("place: moscow", "place: atlantis", 4, "there is no place “atlantis”"),
    ("{russia: host,", "{ruritania: host,", 4, "there is no actor “ruritania”"),
    ("{amir-khan-muttaqi: guest}", "{nobody-known: guest}", 4, "there is no person “nobody-known”"),
    (", ru: Муттаки посещает Москву", "", 4, "no headline in “ru”"),
    ("Amir Khan Muttaqi visits Moscow,", f"{'A' * 101},", 4, "has 101 letters"),
    (", ru: Муттаки посетил Москву в октябре", "", 13, "no translation into “ru”"),
    ("place: moscow", "part_of: no-such-event", 4, "there is no event no-such-event"),
    ("place: moscow", "part_of: muttaqi-visits-moscow-2024-10", 4, "would be a part of itself"),
    ("    scope: core\n", "", 4, "the event has no scope"),
    ("parties: {russia: host, taliban: guest}", "parties: {}", 4, "the event has no parties"),
]


@pytest.mark.parametrize(("told", "instead", "line", "what"), WRONG)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, told: str, instead: str, line: int, what: str) -> None:
    assert told in ORDER
    [(found_line, found)] = wrong(tmp_path, ORDER.replace(told, instead))

    assert (found_line, what in found) == (line, True), found


@pytest.mark.parametrize("edtf", ["2024-10-04", "2024", '"2024-10~"'])
def test_dates_need_no_quotation_marks(tmp_path: Path, edtf: str) -> None:
    assert wrong(tmp_path, ORDER.replace("2024-10, basis: explicit}", f"{edtf}, basis: explicit}}", 1)) == []


@pytest.mark.parametrize(
    ("told", "subtype"), [("off", "off"), ("on", "on"), ('"off"', "off"), ("proposal", "proposal")]
)
def test_subtypes_need_no_quotation_marks(tmp_path: Path, told: str, subtype: str) -> None:
    orders = ORDER.replace("type: visit", f"type: listing\n    subtype: {told}")

    [order] = read_file(written(tmp_path, orders)).orders

    assert isinstance(order, EventOrder)
    assert order.subtype == subtype
    assert wrong(tmp_path, orders) == []


def test_a_quote_told_twice_is_found_by_the_words_before_it(tmp_path: Path) -> None:
    twice = ORDER.replace("quote: وزار متقي موسكو في أكتوبر", 'quote: وزار متقي موسكو\n        prefix: "ترحب. "')

    assert wrong(tmp_path, twice) == []


def test_an_event_is_defined_once_and_its_other_passages_only_name_it(tmp_path: Path) -> None:
    again = """
  - event: muttaqi-visits-moscow-2024-10
    passages:
      - quote: التقى لافروف متقي في موسكو
        translation: {en: Lavrov met Muttaqi in Moscow, ru: Лавров встретился с Муттаки в Москве}
"""
    unknown = again.replace("muttaqi-visits", "lavrov-visits")

    assert wrong(tmp_path, ORDER + again) == []
    assert [what for _, what in wrong(tmp_path, unknown)] == [
        "no order says what the event lavrov-visits-moscow-2024-10 is"
    ]
    assert "is defined in a.yaml, line 4, too" in wrong(tmp_path, ORDER + ORDER)[0][1]


def test_words_that_tell_of_an_event_cannot_be_rejected_too(tmp_path: Path) -> None:
    reject = """
  - reject: {quote: وزار متقي موسكو في أكتوبر}
    reason: It is told in another document.
"""
    found = wrong(tmp_path, ORDER + reject)

    assert [what for _, what in found] == ["a.yaml, line 13 decides otherwise on these words"]


def test_orders_for_a_document_that_is_not_there_are_wrong(tmp_path: Path) -> None:
    [finding] = check([read_file(written(tmp_path, ORDER, document="b.txt"))], {"a.txt": TEXT})

    assert str(finding) == "a.yaml, line 1: there is no document b.txt"


def test_one_document_has_one_file(tmp_path: Path) -> None:
    files = [read_file(written(tmp_path, ORDER)), read_file(written(tmp_path, " []\n", name="b.yaml"))]

    found = check(files, {"a.txt": TEXT})

    assert [str(finding) for finding in found] == [
        "b.yaml, line 1: a.yaml has orders for a.txt too; one document has one file"
    ]


UNREADABLE = [
    ("\n  - event: a\n   type: visit\n", 5, ""),
    ("\n  - quote: words\n", 4, "begins with “event” or with “reject”"),
    ("\n  - event: a\n    colour: red\n    passages: [{quote: words}]\n", 4, "colour"),
    ("\n  - event: a\n    passages:\n      - quote: words\n        colour: red\n", 6, "passages.0.colour"),
    ("\n  - event: a\n    passages: []\n", 4, "passages"),
    ("\n  - event: Two Words\n    passages: [{quote: words}]\n", 4, "event"),
    ("\n  - reject: {quote: words}\n", 4, "reason"),
    (" none\n", 1, "no list under “orders”"),
    ("\n  - event: a\n    place: moscow\n    place: kabul\n    passages: [{quote: w}]\n", 6, "“place” stands twice"),
    ("\n  - event: a\n    passages: [{quote: w}]\n    passages: [{quote: x}]\n", 6, "“passages” stands twice"),
    ("\n  - event: a\n    <<: {type: visit}\n    passages: [{quote: w}]\n", 5, "cannot be merged in"),
    ("\n  - event: a\n    subtype: [off]\n    passages: [{quote: w}]\n", 4, "subtype"),
]


@pytest.mark.parametrize(("orders", "line", "what"), UNREADABLE)
def test_a_file_that_cannot_be_read_says_where(tmp_path: Path, orders: str, line: int, what: str) -> None:
    with pytest.raises(CurationWrong) as error:
        read_file(written(tmp_path, orders))

    assert (error.value.words[:2], what in str(error.value)) == (("a.yaml", line), True)
