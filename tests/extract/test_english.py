"""English texts and what is to be found in them. Each row is a wording that writers use or a trap, with its reason."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")


def told(text: str, published: EdtfDate | None = PUBLISHED) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, "en", published) if mention.tells]


def found(text: str) -> list[tuple[str, str | None, set[str]]]:
    """Type, EDTF and parties of each core event that a text tells of."""
    return [
        (m.type, m.date.date.text if m.date else None, {party.actor for party in m.parties})
        for m in told(text)
        if m.scope == "core"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # idioms for a list
        ("Moscow struck the Taliban off its blacklist on Thursday.", ("listing", "2024-11-28", "russia")),
        (
            "Kazakhstan scratched the Taliban from its list of terrorist groups on 3 June.",
            ("listing", "2024-06-03", "kazakhstan"),
        ),
        ("Putin gave his blessing to the delisting of the Taliban on Thursday.", ("listing", "2024-11-28", "russia")),
        # "has been" is no habit
        ("The Taliban have been removed from Kyrgyzstan's terrorist list.", ("listing", "2024-11-30~", "kyrgyzstan")),
        # a bill about a list
        (
            "Russia's upper house approved the bill on the Taliban on 20 November.",
            ("listing", "2024-11-20", "russia"),
        ),
        # to travel
        ("A Taliban team touched down in Astana on Wednesday.", ("visit", "2024-11-27", "kazakhstan")),
        ("Meredov flew home from Kabul on Sunday after seeing the Taliban.", ("visit", "2024-11-24", "turkmenistan")),
        (
            "Uzbekistan's Ismatulla Irgashev wrapped up a two-day stay in Kabul on 12 October.",
            ("visit", "2024-10-12", "uzbekistan"),
        ),
        # an ambassador received is a guest, an ambassador's papers accredit him
        (
            "Muttaqi received Russian Ambassador Dmitry Zhirnov in Kabul on 3 May 2024.",
            ("talks", "2024-05-03", "russia"),
        ),
        (
            "The Uzbek ambassador to Kabul handed a copy of his credentials to Muttaqi on 9 October.",
            ("accreditation", "2024-10-09", "uzbekistan"),
        ),
        # to call on somebody, and to call on him to do something
        ("Zhirnov called on Muttaqi in Kabul on 3 July.", ("talks", "2024-07-03", "russia")),
        (
            "Lavrov called on the Taliban to form an inclusive government on 3 July.",
            ("statement", "2024-07-03", "russia"),
        ),
        # on the sidelines of a forum they meet
        (
            "Russia's Overchuk sat down with Baradar on the sidelines of KazanForum on 15 May.",
            ("talks", "2024-05-15", "russia"),
        ),
        # what parties agree to is agreed
        (
            "Baradar and Tokayev agreed to boost trade on Friday.",
            ("agreement", "2024-11-29", "kazakhstan"),
        ),
        (
            "Uzbekistan and the Taliban put pen to paper on a memorandum on 22 February.",
            ("agreement", "2024-02-22", "uzbekistan"),
        ),
        # premises
        (
            "Taliban diplomats took possession of the Afghan embassy in Tashkent last February.",
            ("mission-handover", "2024-02", "uzbekistan"),
        ),
        # a flag is no mission
        (
            "The Taliban flag was hoisted over the Afghan embassy in Moscow on 4 July.",
            ("other", "2024-07-04", "russia"),
        ),
        # a state's own envoy is accredited nowhere
        (
            "Tokayev named a special representative for dealings with the Taliban on 3 February.",
            ("other", "2024-02-03", "kazakhstan"),
        ),
        # idioms of speech
        (
            "On Thursday Maria Zakharova poured cold water on talk of recognition of the Taliban.",
            ("statement", "2024-11-28", "russia"),
        ),
        (
            "Zamir Kabulov let it be known on Monday that Moscow would not hurry with the Taliban.",
            ("statement", "2024-11-25", "russia"),
        ),
        # journalists who are spoken to say nothing themselves
        (
            "Speaking to journalists on Monday, Bakhtiyor Saidov praised the Taliban.",
            ("statement", "2024-11-25", "uzbekistan"),
        ),
        # goods
        (
            "A train with Kazakh flour for the Taliban government pulled into Hairatan on Sunday.",
            ("aid-trade", "2024-11-24", "kazakhstan"),
        ),
        # translated from Dari
        ("Muttaqi received Meredov in Ashgabat on the 21st of Sunbula 1403.", ("talks", "2024-09-11", "turkmenistan")),
    ],
)
def test_one_event_is_told(text: str, expected: tuple[str, str, str]) -> None:
    kind, edtf, state = expected

    assert found(text) == [(kind, edtf, {state, "taliban"})]


@pytest.mark.parametrize(
    "text",
    [
        # a sum is neither a destination nor an agreement
        "Trade between Uzbekistan and the Taliban's Afghanistan reached $1.1 billion in 2024.",
        # a habit, a wish, a condition, a plan
        "The Taliban regularly send delegations to Tashkent.",
        "The Taliban hope that Kazakhstan will accept an ambassador.",
        "If Kazakhstan recognises the Taliban, others will follow.",
        "Russia is considering removing the Taliban from its terrorist list.",
        # not done
        "The Taliban have yet to appoint an ambassador to Bishkek.",
        "Uzbekistan has not recognised the Taliban.",
        # what analysts believe
        "Analysts believe Tajikistan will soon recognise the Taliban.",
        # a state of affairs
        "Russia and the Taliban have maintained contacts.",
        # a noun before "that" says nothing
        "Tajikistan is the only neighbour that the Taliban distrust.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert found(text) == []


def test_a_visit_and_the_audience_there_are_two_events() -> None:
    text = "Serik Zhumangarin was in Kabul last week, where he was received by the Taliban's Baradar."

    assert [kind for kind, _, _ in found(text)] == ["visit", "talks"]
