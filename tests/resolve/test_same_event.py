"""Which mentions tell of one event, within a document and across documents and languages."""

import random

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import Dated, Evidence, ExtractedMention, PartyRole
from app.resolve.events import event_of
from app.resolve.headlines import headlines
from app.resolve.likeness import Told
from app.resolve.same_event import group
from app.text.spans import Span


def mention(
    start: int,
    kind: str = "visit",
    edtf: str | None = None,
    persons: tuple[str, ...] = (),
    place: str | None = None,
    state: str = "russia",
    status: str = "asserted",
) -> Told:
    return Told(
        "d",
        ExtractedMention(
            span=Span(start, start + 50),
            type=kind,
            scope="core",
            status=status,  # type: ignore[arg-type]
            confidence=0.8,
            date=Dated(EdtfDate.parse(edtf), "explicit", None) if edtf else None,
            parties=(PartyRole(state, "guest"), PartyRole("taliban", "host")),
            persons=persons,
            place=place,
            evidence=(Evidence("place", place, Span(0, 1)),) if place else (),
        ),
    )


LAVROV, SHOIGU = ("sergey-lavrov",), ("sergei-shoigu",)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (mention(0, edtf="2024-11-25"), mention(5000, edtf="2024-11-25"), "one day, one kind of act, one state"),
        (mention(0, edtf="2023-03-23"), mention(5000, edtf="2023-03", place=None), "a coarser date holds the finer"),
        (mention(0, edtf="2024-11-25", persons=SHOIGU), mention(9000, persons=SHOIGU), "“his recent visit”"),
        (mention(0, "mission-handover"), mention(90, "mission-handover", "2022-03"), "the same breath"),
    ],
)
def test_one_event_told_twice_is_joined(one: Told, other: Told, reason: str) -> None:
    if one.mention.date and other.mention.date and one.mention.date != other.mention.date:
        one, other = (
            mention(one.mention.span.start, edtf=one.mention.date.date.text, persons=LAVROV),
            mention(other.mention.span.start, edtf=other.mention.date.date.text, persons=LAVROV),
        )

    assert len(group([one, other])) == 1, reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (mention(0, edtf="2024-11-25"), mention(60, edtf="2024-11-26"), "another day"),
        (mention(0, "visit", "2024-11-25"), mention(60, "talks", "2024-11-25"), "another kind of act"),
        (
            mention(0, edtf="2022-07", state="uzbekistan"),
            mention(60, edtf="2022-07", state="turkmenistan"),
            "another state",
        ),
        (
            mention(0, "mission-handover", "2022-07", place="tashkent"),
            mention(60, "mission-handover", "2022-07", place="termez"),
            "another place",
        ),
        (mention(0, persons=LAVROV), mention(60, persons=SHOIGU), "another person"),
        (mention(0, "statement", persons=LAVROV), mention(5000, "statement", persons=LAVROV), "another occasion"),
    ],
)
def test_two_events_stay_two(one: Told, other: Told, reason: str) -> None:
    assert len(group([one, other])) == 2, reason


def test_mentions_of_what_did_not_happen_make_no_event() -> None:
    assert group([mention(0, status="future"), mention(60, status="negated")]) == []


def test_the_order_in_which_mentions_come_changes_nothing() -> None:
    told = [
        mention(0, edtf="2024-11-25", persons=SHOIGU),
        mention(100, persons=SHOIGU),
        mention(5000, edtf="2024-11", persons=SHOIGU),
        mention(6000, edtf="2024-11-27", persons=SHOIGU),
        mention(7000, "talks", "2024-11-27"),
    ]
    first = group(told)

    for seed in range(20):
        shuffled = random.Random(seed).sample(told, len(told))
        assert group(shuffled) == first


def test_the_finer_date_stands_and_everybody_named_takes_part() -> None:
    event = event_of([mention(0, edtf="2024-11", persons=SHOIGU), mention(60, edtf="2024-11-25", persons=LAVROV)])

    assert event.date is not None
    assert event.date.date.text == "2024-11-25"
    assert event.persons == ("sergei-shoigu", "sergey-lavrov")


def test_a_headline_says_who_did_what_without_an_adjective() -> None:
    event = event_of([mention(0, edtf="2024-11-25", persons=SHOIGU, place="kabul")])

    assert headlines(event)["en"] == "Visit of Sergei Shoigu (Russia) to Kabul"
    assert headlines(event)["ru"].startswith("Визит: ")


def test_an_act_that_goes_on_from_another_in_one_breath_is_an_act_of_its_own() -> None:
    text = "في يوليو 2022 تسلمت طالبان مقر السفارة في أوزبكستان، واستلمت القنصلية الأفغانية في مدينة ترمذ الأوزبكية."

    found = [Told("d", one) for one in find_mentions(text, "ar", EdtfDate.parse("2023-04-17"))]

    assert [[one.mention.type for one in members] for members in group(found)] == [["mission-handover"]] * 2


def test_whoever_receives_a_visitor_does_not_travel() -> None:
    text = "زار وزير خارجية طالبان أمير خان متقي موسكو في 4 أكتوبر 2024 والتقى سيرغي لافروف."

    found = [Told("d", one) for one in find_mentions(text, "ar", EdtfDate.parse("2024-10-05")) if one.type == "visit"]

    assert headlines(event_of(found))["en"] == "Visit of Amir Khan Muttaqi (the Taliban) to Moscow"


def test_a_visit_told_of_again_and_again_is_one_event() -> None:
    text = (
        "زار سيرغي شويغو كابول يوم 25 نوفمبر 2024 والتقى قادة طالبان.\n"
        "وتعهدت موسكو بالحوار مع طالبان. وخلال زيارة سيرغي شويغو الأخيرة إلى كابول بحث الطرفان التجارة."
    )

    found = [Told("d", one) for one in find_mentions(text, "ar", EdtfDate.parse("2024-12-01"))]

    assert sum(members[0].mention.type == "visit" for members in group(found)) == 1
