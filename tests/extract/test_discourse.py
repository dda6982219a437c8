"""What a sentence leaves unsaid and the text around it tells: dates, speakers, places, parties. Pairs of a short text
and what is to be found in it, with the convention that each stands for."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")


def told(language: str, text: str) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, language, PUBLISHED) if mention.tells]


def types_and_dates(language: str, text: str) -> list[tuple[str, str | None]]:
    return [(m.type, m.date.date.text if m.date else None) for m in told(language, text)]


def parties(mention: ExtractedMention) -> set[str]:
    return {party.actor for party in mention.parties}


DATES = [
    (
        "en",
        "Lavrov met Muttaqi in Moscow on 4 October 2024. "
        "Two days after the meeting Kabulov said that Russia would delist the Taliban.",
        [("talks", "2024-10-04"), ("statement", "2024-10-06")],
        "counts from an event told of",
    ),
    (
        "en",
        "Rahmon met the Taliban on 3 March 2022. On 25 March he said that Tajikistan would not recognise the Taliban.",
        [("talks", "2022-03-03"), ("statement", "2022-03-25")],
        "a day goes on from the year told just before",
    ),
    (
        "en",
        "Kazakhstan took the Taliban off its list in May 2023. On 15 November Tokayev said the Taliban were partners.",
        [("listing", "2023-05"), ("statement", "2024-11-15")],
        "what is news of the last months is not drawn back",
    ),
    (
        "en",
        "A Taliban delegation will visit Moscow on 15 December 2024.",
        [],
        "what lies after publication is to come",
    ),
    (
        "en",
        "Astana kept its embassy open even after the Taliban stormed Kabul in August 2021.",
        [("security", "2021-08")],
        "an act after “after”, with a subject of its own, is told by itself",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "reason"), DATES)
def test_a_date_is_found_where_the_discourse_tells_it(
    language: str, text: str, expected: list[tuple[str, str | None]], reason: str
) -> None:
    assert types_and_dates(language, text) == expected, reason


APART = [
    ("en", "Since Russia recognised the Taliban in July 2024, Uzbekistan has appointed an ambassador to the Taliban."),
    ("ru", "Прежде чем талибы в августе 2021 года захватили Кабул, Рахмон отказался признать талибов."),
]


@pytest.mark.parametrize(("language", "text"), APART)
def test_a_clause_about_another_time_dates_only_itself(language: str, text: str) -> None:
    first, second = types_and_dates(language, text)

    assert first[1] is not None
    assert second[1] is None


DATED_SAYING = [
    (
        "en",
        "The Taliban's Foreign Ministry had condemned the drone strike in Tajikistan last week.",
        "2024-11-18/2024-11-24",
        "ends the clause",
    ),
    (
        "ar",
        "التقى كاميلوف متقي في 7 أكتوبر 2021، وفي الـ30 من الشهر ذاته رحب ميريدوف بالتعاون مع طالبان.",
        "2021-10-30",
        "a day of the same month is a date like any other",
    ),
    (
        "ru",
        "Через два дня после того, как боевики 15 августа 2021 года вошли в Кабул, Жирнов заявил, что талибы спокойны.",
        "2021-08-17",
        "counts from the event of the clause between",
    ),
]


@pytest.mark.parametrize(("language", "text", "date", "reason"), DATED_SAYING)
def test_a_statement_has_the_date_of_its_saying(language: str, text: str, date: str, reason: str) -> None:
    said = [when for kind, when in types_and_dates(language, text) if kind == "statement"]

    assert said == [date], reason


def test_what_is_announced_on_one_day_and_done_on_another_is_told_of_twice() -> None:
    text = (
        "أعلن الرئيس توكاييف في 3 يونيو 2024 أن بلاده شطبت حركة طالبان من قائمة المنظمات الإرهابية في 29 ديسمبر 2023."
    )

    assert types_and_dates("ar", text) == [("statement", "2024-06-03"), ("listing", "2023-12-29")]


def test_what_is_said_of_a_group_of_states_in_general_is_no_event() -> None:
    text = "رفضت دول آسيا الوسطى الخمس الاعتراف بشرعية حكم طالبان، ورغم ذلك قدمت لها مساعدات إنسانية."

    assert types_and_dates("ar", text) == []


def test_a_state_that_sends_somebody_is_not_where_he_goes() -> None:
    (visit,) = told("ar", "أوفدت بيشكيك، من جهتها، نائب أمين مجلس أمنها إلى كابول للقاء طالبان في سبتمبر 2021.")

    assert visit.place == "kabul"


COUNTED_BACK = [
    (
        "en",
        "A Tajik delegation came to Kabul on 27 August 2024, three days after Tajik border guards and Taliban fighters "
        "exchanged fire.",
        [("visit", "2024-08-27"), ("security", "2024-08-24")],
    ),
    (
        "en",
        "Two weeks before Russia recognised the Taliban, on 19 June 2024, Muttaqi arrived in Moscow.",
        [("recognition", "2024-07-03"), ("visit", "2024-06-19")],
    ),
    (
        "ru",
        "Муттаки прибыл в Москву 6 июля 2024 года, через три дня после того, как Россия признала талибов.",
        [("visit", "2024-07-06"), ("recognition", "2024-07-03")],
    ),
    (
        "ar",
        "وصل متقي إلى موسكو في 6 يوليو 2024، بعد ثلاثة أيام من اعتراف روسيا بحكومة طالبان.",
        [("visit", "2024-07-06"), ("recognition", "2024-07-03")],
    ),
    (
        "fa",
        "متقی در ۶ ژوئیه ۲۰۲۴، سه روز پس از آن که روسیه طالبان را به رسمیت شناخت، به مسکو رفت.",
        [("recognition", "2024-07-03"), ("visit", None)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTED_BACK)
def test_the_event_that_another_act_counts_from_is_dated_back_from_it(
    language: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert types_and_dates(language, text) == expected


def test_what_is_done_so_long_after_a_speech_does_not_count_from_itself() -> None:
    text = (
        "Mirziyoyev warned in Dushanbe on 15 September 2024 that the canal of the Taliban is a risk. "
        "A week after Mirziyoyev's speech Zabihullah Mujahid of the Taliban denied that the canal harms Uzbekistan."
    )

    assert types_and_dates("en", text)[-1] == ("statement", "2024-09-22")


def test_a_clause_that_says_when_dates_what_was_done_then() -> None:
    text = "When Lavrov visited Kabul on 3 May 2024, he met Muttaqi of the Taliban."

    assert types_and_dates("en", text) == [("visit", "2024-05-03"), ("talks", "2024-05-03")]


def test_each_of_two_acts_has_the_date_that_follows_it() -> None:
    text = "Taliban officials were in Moscow on Monday and Tuesday and met Lavrov on Friday."

    assert types_and_dates("en", text) == [("visit", "2024-11-25/2024-11-26"), ("talks", "2024-11-29")]


def test_the_rise_to_power_is_no_visit() -> None:
    text = "منذ وصول طالبان إلى السلطة في منتصف أغسطس 2021، أغلقت دول سفاراتها."

    assert types_and_dates("ar", text) == [("security", "2021-08-15~")]


NEVER_OF_ANOTHER_YEAR = [
    ("en", "Muttaqi, in power since 2021, met Lavrov in Moscow on 7 October.", "2024-10-07"),
    ("en", "Russia, which banned the Taliban in 2003, received them in Moscow on 5 May.", "2024-05-05"),
    ("en", "Russia banned the Taliban in February 2003. On 5 May Kabulov visited Kabul.", "2024-05-05"),
    ("en", "The Taliban were listed on 14 February 2003. Kabulov met Muttaqi on 3 June.", "2024-06-03"),
    ("ru", "Муттаки, который возглавляет МИД талибов с 2021 года, 7 октября встретился с Лавровым.", "2024-10-07"),
    ("ru", "Талибы, пришедшие к власти в 2021 году, 7 мая встретились с Лавровым в Москве.", "2024-05-07"),
    ("en", "Officials of the Taliban visited Astana on the 5th.", "2024-11-05"),
]


@pytest.mark.parametrize(("language", "text", "date"), NEVER_OF_ANOTHER_YEAR)
def test_the_date_of_another_clause_lends_no_year(language: str, text: str, date: str) -> None:
    assert types_and_dates(language, text)[-1] in {("talks", date), ("visit", date)}


SPEAKERS = [
    ("ar", "وسرعان ما أدان مسؤولون في واشنطن قبول روسيا لدبلوماسيين من طالبان.", "united-states"),
    ("en", "Officials in Tashkent said that the Taliban had kept their promise.", "uzbekistan"),
    ("en", "Taliban officials in Tashkent said that Uzbekistan had kept its promise.", "taliban"),
    ("en", "Dmitry Zhirnov, Russia's ambassador in Kabul, said that the Taliban had kept their promise.", "russia"),
    (
        "en",
        "Dmitry Zhirnov, Russia's ambassador in Kabul, told reporters the Taliban had kept their promise.",
        "russia",
    ),
    ("ru", "Чиновники в Ташкенте заявили, что талибы сдержали обещание.", "uzbekistan"),
    ("ru", "Посол талибов в Ташкенте заявил, что Узбекистан сдержал обещание.", "taliban"),
]


@pytest.mark.parametrize(("language", "text", "actor"), SPEAKERS)
def test_whoever_sits_in_a_capital_speaks_for_it_unless_he_was_sent_there(language: str, text: str, actor: str) -> None:
    (mention,) = told(language, text)

    assert [party.actor for party in mention.parties if party.role == "speaker"] == [actor]


SPEAKING = [
    (
        "en",
        "Kyrgyzstan has deleted the Taliban from its list of banned groups, its ministry disclosed on Thursday.",
        [("listing", {"kyrgyzstan", "taliban"})],
        "who trails a report is its source",
    ),
    (
        "en",
        "The Taliban's envoy has reached Tashkent, TOLOnews reported.",
        [("visit", {"uzbekistan", "taliban"})],
        "a newspaper speaks for nobody",
    ),
    (
        "en",
        "Within hours the step was welcomed by the Taliban's foreign ministry.",
        [("statement", {"taliban"})],
        "in the passive who spoke follows “by”",
    ),
    (
        "en",
        "Lavrov said the Taliban were a reality. He added that Moscow would keep its embassy in Kabul.",
        [("statement", {"russia", "taliban"})],
        "who goes on speaking is told of once",
    ),
    (
        "ar",
        "قال لافروف إن حركة طالبان واقع. وأضاف أن موسكو تبقي سفارتها في كابول.",
        [("statement", {"russia", "taliban"})],
        "and so in Arabic",
    ),
    (
        "ru",
        "Лавров заявил, что талибы — это реальность. Он добавил, что посольство в Кабуле работает.",
        [("statement", {"russia", "taliban"})],
        "and in Russian",
    ),
    (
        "en",
        "Lavrov praised the Taliban on Monday. He denied that Russia had supplied weapons.",
        [("statement", {"russia", "taliban"}), ("statement", {"russia", "taliban"})],
        "a denial is an event of its own",
    ),
    (
        "en",
        "Tokayev received the Taliban on Monday. He urged the movement to free Kazakh citizens.",
        [("talks", {"kazakhstan", "taliban"}), ("statement", {"kazakhstan", "taliban"})],
        "a pronoun speaks, not whoever is named after the verb",
    ),
    (
        "en",
        "The Taliban were, Kabulov said on Monday, a reality.",
        [("statement", {"russia", "taliban"})],
        "what stands between two pauses is no passive",
    ),
    (
        "ru",
        "Талибы прибыли в Ташкент, сообщает ТАСС.",
        [("visit", {"uzbekistan", "taliban"})],
        "an agency speaks for nobody",
    ),
    (
        "ru",
        "Баку призвал талибов к миру в понедельник.",
        [("statement", {"azerbaijan", "taliban"})],
        "a name that does not change can be a subject",
    ),
    (
        "ar",
        "أعلنت وزارة الخارجية القرغيزية، الخميس الماضي، شطب حركة طالبان من قائمة المنظمات المحظورة.",
        [("listing", {"kyrgyzstan", "taliban"})],
        "what is announced may follow a date",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "reason"), SPEAKING)
def test_who_speaks_is_told_of_once(
    language: str, text: str, expected: list[tuple[str, set[str]]], reason: str
) -> None:
    found = told(language, text)

    assert [mention.type for mention in found] == [kind for kind, _ in expected], reason
    assert [parties(mention) for mention in found] == [sides for _, sides in expected], reason


SPOKEN_AT = [
    (
        "en",
        "Lavrov said on Monday that Moscow would help the Taliban. "
        "He made the remarks at a meeting with Amir Khan Muttaqi in Moscow.",
        "talks",
    ),
    ("ar", "أكد لافروف أن بلاده ستدعم طالبان. وجاء ذلك خلال لقائه وزير خارجية طالبان أمير خان متقي في موسكو.", "talks"),
    ("ar", "أكد لافروف أن بلاده ستدعم طالبان. وجاءت تصريحاته في مستهل الاجتماع الخامس لصيغة موسكو.", "forum"),
    ("ru", "Лавров заявил, что Москва поддержит талибов. Это прозвучало на встрече с Амир Ханом Муттаки.", "talks"),
    ("fa", "لاوروف گفت مسکو از طالبان حمایت می‌کند. او این سخنان را در دیدار با امیرخان متقی بیان کرد.", "talks"),
]


@pytest.mark.parametrize(("language", "text", "occasion"), SPOKEN_AT)
def test_where_something_was_said_is_told_as_the_meeting_and_not_as_another_statement(
    language: str, text: str, occasion: str
) -> None:
    said, met = told(language, text)

    assert (said.type, met.type) == ("statement", occasion)
    assert parties(met) == {"russia", "taliban"}
    assert "sergey-lavrov" in met.persons


def test_whoever_answers_a_decision_deals_with_both_who_took_part_in_it() -> None:
    text = "Russia recognised the Taliban government on 28 November. China welcomed the move a day later."

    answer = told("en", text)[-1]

    assert (answer.type, answer.scope, parties(answer)) == ("statement", "context", {"china", "russia", "taliban"})


def test_a_warning_of_armed_groups_is_no_dealing_with_the_taliban() -> None:
    text = (
        "Lavrov met the Taliban in Moscow on 4 October 2024.\n"
        "On 25 November 2024 Putin warned that Islamic State fighters were gathering in Afghanistan."
    )

    warning = told("en", text)[-1]

    assert (warning.scope, parties(warning)) == ("context", {"russia"})


def test_a_capital_after_in_is_not_spoken_to() -> None:
    (mention,) = told(
        "en", "Mirziyoyev warned fellow leaders in Dushanbe on 15 September that the Taliban's canal is a risk."
    )

    assert parties(mention) == {"uzbekistan", "taliban"}


def test_where_neither_side_is_named_it_is_those_whom_the_text_is_about() -> None:
    text = (
        "Kazakhstan and the Taliban\n\n"
        "Kazakhstan's relations with the Taliban are good, says Astana.\n\n"
        "The name of the movement was taken off the list in December 2023, which helped Kazakhstan's banks."
    )

    assert [parties(mention) for mention in told("en", text) if mention.type == "listing"] == [
        {"kazakhstan", "taliban"}
    ]


def test_two_forums_of_one_day_in_two_towns_keep_their_own_parties() -> None:
    text = (
        "The Moscow Format was held in Moscow on 7 October 2024 with the Taliban and China. "
        "The Termez dialogue forum was held in Termez on 7 October 2024 with the Taliban."
    )

    assert [parties(mention) for mention in told("en", text)] == [
        {"russia", "taliban", "china"},
        {"uzbekistan", "taliban"},
    ]


def test_a_surname_alone_means_whom_the_text_named_in_full() -> None:
    text = (
        "Roman Vassilenko met the Taliban in Kabul on 3 May 2024. "
        "On 5 May 2024 Vassilenko said the Taliban were ready to talk."
    )

    assert [mention.persons for mention in told("en", text)] == [("roman-vassilenko",), ("roman-vassilenko",)]


def test_the_place_of_an_act_is_that_of_its_occasion_and_no_evidence_for_it_is_shown() -> None:
    text = (
        "Lavrov met Muttaqi in Kazan on 29 September 2023. "
        "During the meeting Lavrov called for an inclusive government of the Taliban."
    )
    meeting, statement = told("en", text)

    assert (meeting.place, meeting.named_place) == ("kazan", "kazan")
    assert (statement.place, statement.named_place) == ("kazan", None)


def test_a_decision_was_taken_at_the_seat_of_whoever_decided() -> None:
    (mention,) = told("en", "Kyrgyzstan removed the Taliban from its list of terrorist groups on 5 September 2024.")

    assert (mention.place, mention.named_place) == ("bishkek", None)


def test_all_who_attend_a_forum_are_its_parties_in_whatever_sentence() -> None:
    text = (
        "The Moscow Format on Afghanistan was held in Moscow on 4 October 2024 with the Taliban. "
        "China, India and Kazakhstan took part in the Moscow Format on 4 October 2024."
    )

    assert {frozenset(parties(m)) for m in told("en", text) if m.type == "forum"} == {
        frozenset({"russia", "taliban", "china", "india", "kazakhstan"})
    }


def test_whoever_stayed_away_from_a_forum_is_no_party_of_it() -> None:
    text = "The Moscow Format on Afghanistan was held in Moscow on 16 November 2022, but the Taliban were not invited."

    assert [parties(m) for m in told("en", text) if m.type == "forum"] == [{"russia"}]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "On 5 September 2022 an Islamic State bomber attacked the Russian embassy in Kabul, the Taliban said.",
            "isis-k",
        ),
        ("On 22 March 2024 Islamic State attacked a hall near Moscow, and the Taliban condemned it.", "isis"),
    ],
)
def test_a_name_means_its_branch_in_the_country_of_the_branch(text: str, actor: str) -> None:
    assert any(actor in parties(m) for m in find_mentions(text, "en", PUBLISHED) if m.type == "security")


def test_an_envoy_accepted_and_his_mission_begun_on_two_dates_are_two_events() -> None:
    text = (
        "في مارس الماضي اعتمدت وزارة الخارجية الروسية جمال غاروال من طالبان قائما بالأعمال "
        "قبل أن يتولى السفارة في 9 أبريل 2024."
    )

    assert {kind for kind, _ in types_and_dates("ar", text)} == {"accreditation", "mission-handover"}


def test_a_text_of_one_sentence_is_read_like_any_other() -> None:
    assert [mention.type for mention in told("en", "The Taliban condemned it.")] == ["statement"]
