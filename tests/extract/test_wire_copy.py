"""Sentences built as agencies build them, and readings of them that were once wrong: who speaks, when, and of what."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")
"""A Saturday."""


def told(language: str, text: str) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, language, PUBLISHED) if mention.tells]


SPOKEN = [
    (
        "ru",
        "Министр обороны в правительстве талибов Мохаммад Якуб сказал, что Таджикистану нечего опасаться.",
        "taliban",
    ),
    ("ru", "В МИД талибов отвергли обвинения Таджикистана.", "taliban"),
    ("ru", "В Кремле заявили, что талибы стали партнерами.", "russia"),
    ("ru", "Посол в Кабуле Дмитрий Жирнов заявил, что талибы стали партнерами.", "russia"),
    ("ru", "Лавров и Муттаки в Москве заявили, что торговля вырастет.", "russia"),
    ("en", "Murat Nurtleu declined on Friday to comment on the recognition of the Taliban.", "kazakhstan"),
    (
        "ar",
        "رأى مدير القسم الآسيوي الثاني في الخارجية الروسية ضمير كابولوف أن الاعتراف بحكومة طالبان سابق لأوانه.",
        "russia",
    ),
    ("ar", "ونفى حرس الحدود الطاجيكي ما تداولته وسائل إعلام أفغانية عن اشتباك مع قوات طالبان.", "tajikistan"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPOKEN)
def test_one_statement_is_told_and_its_speaker_is_known(language: str, text: str, speaker: str) -> None:
    [mention] = told(language, text)

    assert mention.type == "statement"
    assert [party.actor for party in mention.parties if party.role == "speaker"] == [speaker]


DATED = [
    ("en", "Putin called the Taliban allies at a press conference on July 4.", [("statement", "2024-07-04")]),
    (
        "en",
        "Japarov said in a speech to the CSTO summit in Astana on Thursday that the Taliban must form a government.",
        [("statement", "2024-11-28")],
    ),
    (
        "en",
        "Alexander Bortnikov told a meeting of security chiefs in Moscow on October 4 that the Taliban were allies.",
        [("statement", "2024-10-04")],
    ),
    (
        "ar",
        "قال توكاييف خلال قمة منظمة معاهدة الأمن الجماعي التي عُقدت في أستانا الخميس إن الحوار مع طالبان ضروري.",
        [("statement", "2024-11-28")],
    ),
    (
        "ar",
        "دعا لافروف، في كلمته أمام المشاركين في الاجتماع السادس لـ«صيغة موسكو» في الرابع من أكتوبر، الغرب إلى رفع "
        "العقوبات عن طالبان.",
        [("statement", "2024-10-04")],
    ),
    (
        "en",
        "Turkmenistan accredited a Taliban diplomat, Fazl Muhammad Sabir, as chargé d'affaires in March 2022.",
        [("accreditation", "2022-03")],
    ),
    (
        "ru",
        "Туркмения аккредитовала дипломата талибов в качестве временного поверенного в марте 2022 года.",
        [("accreditation", "2022-03")],
    ),
    (
        "ru",
        "Министр иностранных дел 5 мая посетил Москву во главе делегации талибов.",
        [("visit", "2024-05-05")],
    ),
    (
        "en",
        "The Taliban-appointed envoy in Astana, Rahmani, presented his letter of credence to Murat Nurtleu on Monday.",
        [("accreditation", "2024-11-25")],
    ),
    (
        "en",
        "Kazakhstan struck the Taliban off its list in December 2023, the ministry's spokesman, Aibek Smadiyarov, "
        "told Kazinform.",
        [("listing", "2023-12")],
    ),
    (
        "en",
        "In a statement issued on 5 May 2024, the Taliban thanked Russia for its support.",
        [("statement", "2024-05-05")],
    ),
    (
        "en",
        "Russia removed the Taliban from its list by a decree issued on 17 April 2024.",
        [("listing", "2024-04-17")],
    ),
    (
        "ru",
        "Россия исключила талибов из списка террористов решением, принятым 17 апреля 2024 года.",
        [("listing", "2024-04-17")],
    ),
    (
        "ar",
        "أزالت كازاخستان حركة طالبان التي تحكم أفغانستان من قائمة الإرهاب في يونيو 2024.",
        [("listing", "2024-06")],
    ),
    (
        "ar",
        "بعد عامين من لقائه بوتين في 12 أكتوبر 2022، قال متقي إن روسيا صديقة.",
        [("statement", "2024"), ("talks", "2022-10-12")],
    ),
    (
        "en",
        "Months after a meeting with Putin on 12 May 2024, Muttaqi said that Russia was a friend.",
        [("statement", None)],
    ),
    (
        "fa",
        "طالبان این حمله را روز دوشنبه محکوم کردند و از روسیه تشکر کردند.",
        [("statement", "2024-11-25")],
    ),
    (
        "ru",
        "Мария Захарова на брифинге в четверг осудила теракт в Кабуле и призвала талибов найти виновных.",
        [("statement", "2024-11-28")],
    ),
    (
        "ru",
        "Лавров встретился с Муттаки 4 октября в Москве. Он сообщил главе дипломатии талибов, что торговля выросла.",
        [("statement", "2024-10-04~"), ("talks", "2024-10-04")],
    ),
    (
        "ar",
        "قال مصدر في دوشنبه طلب عدم الكشف عن هويته إن طاجيكستان سلّمت قنصلية خاروغ إلى ممثلي طالبان في مارس 2023.",
        [("mission-handover", "2023-03")],
    ),
    (
        "en",
        "Muttaqi visited Moscow in May 2024 and soon after met Lavrov.",
        [("talks", "2024-05"), ("visit", "2024-05")],
    ),
    (
        "en",
        "Peskov warned that Russia, which recognised the Taliban on 3 July 2024, would fight terrorism.",
        [("recognition", "2024-07-03"), ("statement", "2024-11-30~")],
    ),
    (
        "ru",
        "Путин сказал, что Россия внесла талибов в список в 2003 году, но теперь они союзники.",
        [("listing", "2003"), ("statement", "2024-11-30~")],
    ),
    ("en", "With no other country present, Russia met the Taliban in Moscow on Monday.", [("talks", "2024-11-25")]),
    (
        "fa",
        "روسیه طالبان را به رسمیت شناخت، طالبان استقبال کردند.",
        [("recognition", "2024-11-30~"), ("statement", "2024-11-30~")],
    ),
    (
        "ru",
        "5 мая 2024 года министр иностранных дел Казахстана был в Кабуле для встречи с Муттаки.",
        [("talks", "2024-05-05")],
    ),
    ("ru", "Консульство в Хороге находится под контролем талибов.", []),
    ("ar", "رفعت روسيا الحظر عن طالبان الساري منذ عام 2003.", [("listing", "2024-11-30~")]),
    ("ar", "وصل وفد طالبان إلى موسكو في 5 مايو لتوقيع اتفاقية.", [("visit", "2024-05-05")]),
    ("en", "Amir Khan Muttaqi arrived in Moscow on Monday to sign an agreement on oil.", [("visit", "2024-11-25")]),
    ("en", "The Taliban condemned on Monday the attack in Moscow.", [("statement", "2024-11-25")]),
    ("en", "Ivan Petrov, an analyst at the Moscow institute, said the Taliban were in charge.", []),
    (
        "en",
        "The embassy in Moscow has been run by diplomats of the former government since 2021, the Taliban said.",
        [],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATED)
def test_each_act_and_nothing_else_is_told_on_its_date(
    language: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [(mention.type, mention.date.date.text if mention.date else None) for mention in told(language, text)]

    assert sorted(found, key=str) == sorted(expected, key=str)


PEOPLE = [
    (
        "en",
        "Turkmenistan's minister, Rashid Meredov, and his Taliban counterpart, Amir Khan Muttaqi, met in Kabul.",
        "talks",
        {"rashid-meredov", "amir-khan-muttaqi"},
    ),
    (
        "ar",
        "وكان متقي قد بحث مع نائب رئيس الوزراء الكازاخي سيريك جومانغارين، الذي زار كابل في أغسطس، فتح خط جوي.",
        "visit",
        {"serik-zhumangarin"},
    ),
    (
        "fa",
        "عصمت‌الله ایرگاشف، نماینده ازبکستان، که دو روز پیش وارد کابل شده بود، امروز با مولوی عبدالکبیر، معاون طالبان، "
        "ملاقات کرد.",
        "talks",
        {"ismatulla-irgashev", "abdul-kabir"},
    ),
]


@pytest.mark.parametrize(("language", "text", "kind", "people"), PEOPLE)
def test_those_who_act_are_known_by_name(language: str, text: str, kind: str, people: set[str]) -> None:
    [mention] = [mention for mention in told(language, text) if mention.type == kind]

    assert set(mention.persons) == people


def test_a_summit_of_others_is_none_of_the_taliban() -> None:
    text = (
        "شوکت میرضیایف، رئیس‌جمهور ازبکستان، هفته گذشته در نشست سران کشورهای آسیای مرکزی که در سمرقند برگزار شد، "
        "پیشنهاد کرد گروهی برای گفت‌وگو با طالبان تشکیل شود."
    )
    forum = next(mention for mention in told("fa", text) if mention.type == "forum")

    assert {party.actor for party in forum.parties} == {"uzbekistan"}


def test_a_day_of_the_week_that_is_also_a_city_is_no_place() -> None:
    [mention] = told("fa", "در دوشنبه ۵ قوس متقی با لاوروف دیدار کرد.")

    assert mention.place is None


def test_who_acts_after_a_phrase_of_time_still_takes_part() -> None:
    [mention] = told("en", "After 20 years Tashkent, on 5 May 2024, received Muttaqi.")

    assert {party.actor for party in mention.parties} == {"uzbekistan", "taliban"}
