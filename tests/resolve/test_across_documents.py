"""Mentions of one event in several documents and languages, and what must never be joined."""

import random
from dataclasses import replace

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.resolve.events import event_of
from app.resolve.likeness import Told, likeness
from app.resolve.parts import parts_of
from app.resolve.same_event import group, joined

PUBLISHED = EdtfDate.parse("2025-10-20")


def told(*texts: tuple[str, str]) -> list[Told]:
    """The mentions of each text (language, words), each a document of its own."""
    return [
        Told(f"{number}.{tag}", mention)
        for number, (tag, words) in enumerate(texts)
        for mention in find_mentions(words, tag, PUBLISHED)
        if mention.tells
    ]


def together(kind: str, *texts: tuple[str, str]) -> bool:
    """Whether the mentions of `kind`, one in each text, are of one event."""
    mentions = [one for one in told(*texts) if one.mention.type == kind]
    assert len({one.document for one in mentions}) == len(texts), [one.mention.type for one in told(*texts)]
    return len(group(mentions)) == 1


@pytest.mark.parametrize(
    ("kind", "texts", "reason"),
    [
        (
            "visit",
            [
                ("en", "Sergei Shoigu arrived in Kabul on 25 November 2024 for talks with the Taliban."),
                ("ru", "Сергей Шойгу прилетел в Кабул 25 ноября 2024 года по приглашению талибов."),
                ("ar", "وصل سيرغي شويغو إلى كابول يوم 25 نوفمبر 2024 بدعوة من حركة طالبان."),
            ],
            "one traveller, one day, three languages",
        ),
        (
            "recognition",
            [
                ("en", "Russia formally recognised the Taliban government on 3 July 2025."),
                ("ar", "اعترفت روسيا رسمياً بحكومة طالبان في يوليو 2025."),
            ],
            "the month holds the day, and a recognition is declared once",
        ),
        (
            "accreditation",
            [
                ("en", "Kazakhstan accredited Taliban diplomats on 17 April 2023."),
                ("ru", "Казахстан аккредитовал дипломатов талибов в апреле 2023 года."),
            ],
            "an act so rare that its month tells it",
        ),
        (
            "listing",
            [
                ("fa", "روسیه در بهمن ۱۳۸۱ نام طالبان را در فهرست گروه‌های تروریستی قرار داد."),
                ("en", "Russia put the Taliban on its list of terrorist organisations in February 2003."),
            ],
            "months of two calendars overlap, and a name is put on the list once",
        ),
        (
            "recognition",
            [
                ("en", "Russia formally recognised the Taliban government on 3 July 2025."),
                ("ru", "Россия официально признала правительство талибов 4 июля 2025 года."),
            ],
            "what is done once is one event, though the texts differ by a day: both dates are kept",
        ),
        (
            "mission-handover",
            [
                ("en", "Tajikistan handed over the Afghan consulate in Khorog to the Taliban in March 2023."),
                ("ru", "Таджикистан передал афганское консульство в Хороге талибам в 2023 году."),
            ],
            "a rare act in one town: the year is enough",
        ),
        (
            "forum",
            [
                ("en", "Lavrov opened the Moscow Format talks with the Taliban in Moscow on 20 October 2021."),
                ("en", "The Taliban attended a round of the Moscow Format in October 2021."),
            ],
            "a series of forums meets once in a month",
        ),
        (
            "agreement",
            [
                ("en", "Uzbekistan and the Taliban signed a railway agreement in mid-July 2025."),
                ("en", "Uzbekistan and the Taliban signed a railway agreement on 17 July 2025."),
            ],
            "the middle of a month is only about its 15th",
        ),
        (
            "mission-handover",
            [
                ("fa", "تاجیکستان در سال ۱۴۰۲ قونسلگری افغانستان در خاروغ را به طالبان سپرد."),
                ("en", "Tajikistan handed over the Afghan consulate in Khorog to the Taliban in 2023."),
            ],
            "years of two calendars overlap",
        ),
        (
            "accreditation",
            [
                ("en", "Sergey Lavrov said Russia accredited the first Taliban diplomat on 31 March 2022."),
                ("en", "Russia accredited Jamal Nasir Gharwal as the Taliban's envoy in March 2022."),
            ],
            "the minister who accepts and the envoy who is accepted do not contradict each other",
        ),
    ],
)
def test_one_event_told_in_several_texts_is_joined(kind: str, texts: list[tuple[str, str]], reason: str) -> None:
    assert together(kind, *texts), reason


@pytest.mark.parametrize(
    ("kind", "texts", "reason"),
    [
        (
            "accreditation",
            [
                ("en", "Kazakhstan accredited Taliban diplomats in April 2023."),
                ("en", "Turkmenistan accredited a Taliban ambassador in April 2023."),
            ],
            "another state",
        ),
        (
            "visit",
            [
                ("en", "Sergei Shoigu visited Kabul on 25 November 2024 to meet the Taliban."),
                ("en", "Sergei Shoigu visited Kabul on 26 November 2024 to meet the Taliban."),
            ],
            "another day",
        ),
        (
            "listing",
            [
                ("en", "Russia put the Taliban on its list of terrorist organisations in 2003."),
                ("en", "Russia removed the Taliban from its list of terrorist organisations in April 2025."),
            ],
            "put on the list, and taken off it",
        ),
        (
            "statement",
            [
                ("en", "Sergey Lavrov said on 7 October 2025 that the Taliban fight terrorism."),
                ("en", "Amir Khan Muttaqi said on 7 October 2025 that Russia helps against terrorism."),
            ],
            "another speaker",
        ),
        (
            "mission-handover",
            [
                ("en", "Tajikistan handed over the Afghan consulate in Khorog to the Taliban in March 2023."),
                ("en", "Tajikistan handed over the Afghan embassy in Dushanbe to the Taliban in March 2023."),
            ],
            "another town",
        ),
        (
            "recognition",
            [
                ("en", "Russia formally recognised the Taliban government on 3 July 2025."),
                ("en", "Russia formally recognised the Taliban government on 3 October 2025."),
            ],
            "dates that differ by months are no slip",
        ),
        (
            "listing",
            [
                (
                    "en",
                    "Russia's State Duma passed the law on taking the Taliban off the terrorist list in December 2024.",
                ),
                (
                    "en",
                    "Vladimir Putin signed the law on taking the Taliban off the terrorist list on 28 December 2024.",
                ),
            ],
            "a law passed, and signed",
        ),
        (
            "forum",
            [
                ("en", "The Taliban attended a round of the Moscow Format in October 2021."),
                ("en", "The Taliban attended an economic forum of Russia in October 2021."),
            ],
            "another series of forums",
        ),
    ],
)
def test_what_is_not_one_event_is_never_joined(kind: str, texts: list[tuple[str, str]], reason: str) -> None:
    assert not together(kind, *texts), reason


def test_an_envoy_accepted_and_a_mission_given_in_one_town_and_month_are_one_step_in_two_texts() -> None:
    one, other = told(
        ("en", "Tajikistan handed over the Afghan consulate in Khorog to the Taliban in March 2023."),
        ("en", "Tajikistan accepted a Taliban consul in Khorog in March 2023."),
    )

    assert {one.mention.type, other.mention.type} == {"mission-handover", "accreditation"}
    assert len(group([one, other])) == 1


def test_different_things_said_in_one_breath_are_two_statements() -> None:
    mentions = told(
        (
            "en",
            "Muttaqi said on 7 October 2025 that Russia's recognition was a brave decision. "
            "Muttaqi also warned Russia on 7 October 2025 that nobody would be allowed to smuggle drugs.",
        )
    )

    assert [one.mention.type for one in mentions] == ["statement", "statement"]
    assert len(group(mentions)) == 2


TEXTS = [
    ("en", "Sergei Shoigu arrived in Kabul on 25 November 2024. The Taliban received him. He said Russia trusts them."),
    ("ru", "Сергей Шойгу прилетел в Кабул 25 ноября 2024 года и встретился с талибами."),
    ("ar", "وصل سيرغي شويغو إلى كابول في نوفمبر 2024 بدعوة من حركة طالبان. وقال شويغو إن طالبان شريك."),
    ("en", "Kazakhstan accredited Taliban diplomats on 17 April 2023. Russia recognised the Taliban in July 2025."),
]


def test_the_order_of_documents_changes_nothing() -> None:
    mentions = told(*TEXTS)
    first = group(mentions)

    for seed in range(10):
        assert group(random.Random(seed).sample(mentions, len(mentions))) == first


def test_joining_what_was_joined_changes_nothing() -> None:
    first = group(told(*TEXTS))

    assert group([one for members in first for one in members]) == first


def test_taking_a_document_away_parts_what_it_held_together() -> None:
    mentions = told(*TEXTS)
    without = [one for one in mentions if one.document != "0.en"]

    assert group(without) == group([one for members in group(mentions) for one in members if one in without])


def test_what_was_joined_says_why() -> None:
    (event,) = [one for one in joined(told(*TEXTS[:2])) if len(one.told) == 2]

    assert event.reasons[0] == ()
    assert {"same-day", "same-persons", "same-place"} <= set(event.reasons[1])


def test_likeness_is_the_same_both_ways() -> None:
    mentions = told(*TEXTS)

    for one in mentions:
        for other in mentions:
            there, back = likeness(one, other), likeness(other, one)
            assert (there is None) == (back is None)
            assert there is None or back is None or there.score == back.score


def test_several_documents_make_an_event_surer() -> None:
    half_sure = [replace(one, mention=replace(one.mention, confidence=0.5)) for one in told(*TEXTS[:2])]
    both = next(group for group in group(half_sure) if len(group) == 2)

    assert event_of(both[:1]).confidence == 0.5
    assert event_of(both).confidence == 0.75


def test_a_statement_during_a_visit_is_part_of_it_and_not_merged() -> None:
    text = (
        "Sergei Shoigu visited Kabul on 25 November 2024. During the visit he told the Taliban that Russia trusts them."
    )
    events = [event_of(members) for members in group(told(("en", text)))]
    kinds = [event.type for event in events]

    assert kinds.count("visit") == kinds.count("statement") == 1
    assert parts_of(events) == {kinds.index("statement"): kinds.index("visit")}


def test_a_statement_on_another_day_is_no_part_of_a_visit() -> None:
    text = "Sergei Shoigu visited Kabul on 25 November 2024. On 12 December 2024 Shoigu said the Taliban keep order."
    events = [event_of(members) for members in group(told(("en", text)))]

    assert len(events) == 2
    assert parts_of(events) == {}
