"""The clauses of a sentence: which date, which parties and which kind of act belong to which of them."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")


def told(language: str, text: str) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, language, PUBLISHED) if mention.tells]


def parties(mention: ExtractedMention) -> set[str]:
    return {party.actor for party in mention.parties}


DATES = [
    (
        "en",
        "After the Taliban came to power, Lavrov met Muttaqi.",
        [("talks", "[2021-08..2024-11]")],
        "done on some day between a happening that everybody knows and publication",
    ),
    (
        "ru",
        "После того как талибы пришли к власти, Лавров встретился с Муттаки.",
        [("talks", "[2021-08..2024-11]")],
        "in Russian too",
    ),
    (
        "ar",
        "بعد تولي طالبان السلطة زار لافروف كابول.",
        [("visit", "[2021-08..2024-11]")],
        "in Arabic a noun tells of the happening, and is no act of its own",
    ),
    (
        "en",
        "A day after the attack on the border of 5 May 2024, the Tajik foreign ministry condemned the Taliban.",
        [("security", "2024-05-05"), ("statement", "2024-05-06")],
        "what is done a day after an attack is not done on its day",
    ),
    (
        "ar",
        "اعتمدت كازاخستان دبلوماسيين من طالبان يوم 17 أبريل 2023 عقب استضافة سمرقند يوم 13 أبريل 2023 "
        "اجتماعاً لوزراء خارجية دول الجوار.",
        [("accreditation", "2023-04-17"), ("forum", "2023-04-13")],
        "the date of a meeting after which something was done is that of the meeting",
    ),
    (
        "ar",
        "شطبت كازاخستان طالبان من قائمة الإرهاب في 29 ديسمبر 2023 وتحدث عنه الرئيس توكاييف في يونيو 2024.",
        [("listing", "2023-12-29"), ("statement", "2024-06")],
        "a date before “and” with its verb is that of what was told before",
    ),
    (
        "ar",
        "قبلت تركمانستان سفيرا من طالبان في مارس 2022، وفي مايو 2023 اعتمدت موسكو دبلوماسيا من طالبان.",
        [("accreditation", "2022-03"), ("accreditation", "2023-05")],
        "a date before its verb begins the clause",
    ),
    (
        "ar",
        "وزار كابول في 5 مايو 2024 سيريك جومانغارين، الذي وقع مع طالبان في أبريل 2023 مذكرة تفاهم.",
        [("visit", "2024-05-05"), ("agreement", "2023-04")],
        "a clause about whoever was just named has its own date",
    ),
    (
        "ar",
        "وأكدت الخارجية الروسية في 5 مايو 2024 دعم الرئيس بوتين، الذي وصف طالبان في يوليو 2023 بأنها حليفة.",
        [("statement", "2024-05-05"), ("statement", "2023-07")],
        "also where both are words spoken",
    ),
    (
        "ar",
        "علقت المحكمة العليا الروسية في 17 أبريل 2024 حظر طالبان الساري منذ عام 2003، وبعدها بشهر زار برادر قازان.",
        [("listing", "2003"), ("listing", "2024-04-17"), ("visit", "2024-05")],
        "what is told a month later does not count from since when something lasts",
    ),
    (
        "fa",
        "متقی در ۱۱ سپتامبر ۲۰۲۴ به عشق‌آباد سفر کرد. "
        "شش روز پیشتر از آن قرقیزستان طالبان را از فهرست گروه‌های تروریستی خارج کرد.",
        [("visit", "2024-09-11"), ("listing", "2024-09-05")],
        "counted back in Persian",
    ),
    (
        "ru",
        "Муттаки посетил Ташкент 2 декабря 2023 года. За день до этого Рахмон осудил талибов.",
        [("visit", "2023-12-02"), ("statement", "2023-12-01")],
        "and in Russian",
    ),
    (
        "en",
        "Kabul fell to the Taliban in mid-August. Lavrov met Muttaqi in mid-May.",
        [("security", "2021-08-15~"), ("talks", "2024-05-15~")],
        "a happening that everybody knows was in its own year, whatever month is newest",
    ),
    (
        "en",
        "Two months after the Taliban came to power, Russia hosted the Moscow Format.",
        [("security", "2021-08-15"), ("forum", "2021-10")],
        "so long after it is counted from its day",
    ),
    (
        "en",
        "Ten days after the Taliban took Kabul on 15 August, Putin spoke with the Taliban.",
        [("security", "2021-08-15"), ("talks", "2021-08-25")],
        "also where its day is told without a year",
    ),
    (
        "ru",
        "Через месяц после того, как талибы пришли к власти, Россия провела переговоры с талибами.",
        [("security", "2021-08-15"), ("talks", "2021-09")],
        "though Russian parts the two words of its conjunction",
    ),
    (
        "ar",
        "بعد ثلاثة أشهر من وصول طالبان إلى السلطة زار لافروف كابول.",
        [("security", "2021-08-15"), ("visit", "2021-11")],
        "and in Arabic a noun tells of it",
    ),
    (
        "fa",
        "در تابستان وفد طالبان به تاشکند سفر کرد.",
        [("visit", "2024-22")],
        "a Persian season without its year is the newest one past",
    ),
    (
        "en",
        "Lavrov met Muttaqi on 5 May 2024, which confirms that Russia wants to work with the Taliban.",
        [("talks", "2024-05-05")],
        "what the author concludes nobody said",
    ),
    (
        "en",
        "Kabulov said that after the Taliban took power Russia never closed its embassy in Kabul.",
        [("statement", "2024-11-30~")],
        "what is said does not date the saying",
    ),
    (
        "ar",
        "قال متقي، الذي زار موسكو في أكتوبر 2024، إن روسيا دولة صديقة لطالبان.",
        [("statement", "2024-11-30~"), ("visit", "2024-10")],
        "a clause about whoever speaks does not keep the day of the news out",
    ),
    (
        "en",
        "The recently adopted law let Russia remove the Taliban from its list on 17 April 2024.",
        [("listing", "2024-04-17")],
        "“recently” before a noun's adjective dates nothing",
    ),
    (
        "en",
        "Uzbekistan signed an agreement with the Taliban on winter electricity supplies on Tuesday.",
        [("agreement", "2024-11-26")],
        "a season that only describes something is no date",
    ),
    (
        "ar",
        "في 3 مايو 2023 وعد لافروف طالبان بدعمها حتى 5 يونيو 2025.",
        [("statement", "2023-05-03")],
        "the first letter of a verb is no “and”",
    ),
    (
        "en",
        "After a meeting with Baradar on 12 October 2024, the Uzbek minister Laziz Kudratov said that trade grew.",
        [("talks", "2024-10-12"), ("statement", "2024-10-12")],
        "a meeting with a date of its own is told of, and what was said after it was said on that day",
    ),
    (
        "ru",
        "После встречи с Барадаром 12 октября 2024 года министр торговли Узбекистана Лазиз Кудратов заявил, что "
        "торговля вырастет.",
        [("talks", "2024-10-12"), ("statement", "2024-10-12")],
        "in Russian too, where no pause parts the two",
    ),
    (
        "fa",
        "پس از دیدار با متقی در ۱۲ اکتبر ۲۰۲۴، لذیذ قدرتوف وزیر تجارت ازبکستان گفت که تجارت رشد خواهد کرد.",
        [("talks", "2024-10-12"), ("statement", "2024-10-12")],
        "in Persian too",
    ),
    (
        "ar",
        "وبعد اجتماع مع برادر في 12 أكتوبر 2024، أعلن وزير التجارة الأوزبكي لذيذ قدرتوف أن التجارة ستنمو.",
        [("talks", "2024-10-12"), ("statement", "2024-10-12")],
        "in Arabic too, where the meeting has a clause of its own",
    ),
    (
        "en",
        "Kazakhstan removed the Taliban from its list in December 2023. Kyrgyzstan followed suit in September 2024, "
        "when it removed the group from its own list.",
        [("listing", "2023-12"), ("listing", "2024-09")],
        "what “when” only says again is one act",
    ),
    (
        "fa",
        "پس از سقوط کابل در ۲۴ مرداد ۱۴۰۰، سفارت روسیه بسته نشد.",
        [("security", "2021-08-15")],
        "what dates a thing that was not done happened all the same",
    ),
    (
        "en",
        "Russia lifted on 17 April 2024 the ban on the Taliban imposed in 2003.",
        [("listing", "2003"), ("listing", "2024-04-17")],
        "what was in force has a date of its own",
    ),
    (
        "en",
        "Russia imposed a ban on the Taliban in 2003.",
        [("listing", "2003")],
        "what is imposed was imposed on its date",
    ),
    (
        "ru",
        "Верховный суд РФ приостановил действовавший с 2003 года запрет на движение «Талибан».",
        [("listing", "2024-11-30~")],
        "a participle has the date beside it",
    ),
    (
        "ar",
        "علقت روسيا الحظر المفروض عام 2003 على حركة طالبان.",
        [("listing", "2024-11-30~")],
        "in Arabic too",
    ),
    (
        "fa",
        "دیوان عالی روسیه ممنوعیت فعالیت طالبان را که از سال ۲۰۰۳ برقرار بود لغو کرد.",
        [("listing", None)],
        "in Persian the date stands before its verb",
    ),
    (
        "en",
        "The Taliban condemned Tuesday's bombing near the Russian embassy in Kabul.",
        [("security", "2024-11-26"), ("statement", "2024-11-30~")],
        "the date of an attack is not that of its condemnation",
    ),
    (
        "ru",
        "Талибы осудили теракт 5 сентября 2022 года у посольства России в Кабуле.",
        [("security", "2022-09-05"), ("statement", "2024-11-30~")],
        "in Russian it follows the noun",
    ),
    (
        "fa",
        "طالبان حمله روز دوشنبه به سفارت روسیه در کابل را محکوم کردند.",
        [("statement", "2024-11-30~")],
        "in Persian too",
    ),
    (
        "ar",
        "طالبت طالبان طاجيكستان بإعادة المروحيات التي نقلت إليها في أغسطس 2021.",
        [("statement", "2024-11-30~")],
        "a clause about a thing has its own date, also without a comma",
    ),
    (
        "ar",
        "تم توقيع مذكرة تفاهم بين كازاخستان وطالبان خلال منتدى الأعمال الذي عقد في كابول في أكتوبر الماضي.",
        [("agreement", "2024-10"), ("forum", "2024-10")],
        "but the date of an occasion is that of what was done there",
    ),
    (
        "ar",
        "وأوضح متقي أن طالبان لن تسمح بتهديد الجوار، وذلك خلال كلمته أمام اجتماع صيغة موسكو في 29 سبتمبر 2023.",
        [("statement", "2023-09-29")],
        "what was said in a speech at a meeting was said on its date",
    ),
    (
        "ar",
        "شارك وفد من طالبان في منتدى سانت بطرسبورغ الاقتصادي الذي عقد بين 5 و8 يونيو 2024.",
        [("forum", "2024-06-05/2024-06-08")],
        "a forum between two days lasted from one to the other",
    ),
    (
        "en",
        "At the conference on July 26, 2022, Muttaqi urged Russia to recognise them. He also demanded free trade.",
        [("statement", "2022-07-26"), ("statement", "2022-07-26~")],
        "whoever goes on speaking does so on about the same day",
    ),
    (
        "en",
        "The Afghan embassy in Moscow has been run by the Taliban since April 2022.",
        [("mission-handover", "2022-04/..")],
        "what lasts is told by its beginning",
    ),
    ("en", "The Afghan embassy in Moscow is run by the Taliban.", [], "but not without it"),
    (
        "fa",
        "کنسولگری افغانستان در شهر خاروغ تاجیکستان از ماه حمل ۱۴۰۲ در اختیار طالبان است.",
        [("mission-handover", "2023-03-21/..")],
        "in Persian too",
    ),
    (
        "en",
        "Muttaqi arrived in Moscow on 3 October for talks with Lavrov.",
        [("visit", "2024-10-03")],
        "what somebody comes for is not told to have happened",
    ),
    (
        "ar",
        "وصل متقي إلى موسكو يوم الخميس 3 أكتوبر للمشاركة في اجتماع صيغة موسكو.",
        [("visit", "2024-10-03")],
        "in Arabic too",
    ),
    (
        "en",
        "Lavrov is expected to visit Kabul in January for talks with the Taliban on trade.",
        [],
        "nor is what a plan is for",
    ),
    (
        "en",
        "Uzbekistan's envoy held talks with Taliban officials in Kabul on Tuesday and in Mazar on Wednesday.",
        [("talks", "2024-11-26")],
        "one meeting is told once",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "reason"), DATES)
def test_each_act_has_the_date_of_its_clause(
    language: str, text: str, expected: list[tuple[str, str]], reason: str
) -> None:
    found = [(m.type, m.date.date.text if m.date else None) for m in told(language, text)]

    assert sorted(found) == sorted(expected), reason


PARTIES = [
    (
        "ar",
        "تلحق بيشكيك بكازاخستان التي أسقطت طالبان من قائمة الإرهاب في ديسمبر 2023.",
        {"kazakhstan", "taliban"},
        "a relative clause tells of whoever was just named",
    ),
    (
        "en",
        "Kyrgyzstan follows Kazakhstan, which removed the Taliban from its list of terrorist groups in December 2023.",
        {"kazakhstan", "taliban"},
        "in English too",
    ),
    (
        "en",
        "In 2017 Russia supplied the Taliban with fuel against NATO.",
        {"russia", "taliban"},
        "whom it is meant against takes no part in what is given",
    ),
    (
        "ar",
        "في 24 أغسطس 2024 تبادل حرس الحدود الطاجيك ومسلحون من طالبان إطلاق النار.",
        {"tajikistan", "taliban"},
        "an Arabic plural names a state as well",
    ),
    (
        "ar",
        "عُقد في 13 أبريل 2023 في سمرقند مؤتمر دولي حول أفغانستان شاركت فيه روسيا وطالبان.",
        {"uzbekistan", "russia", "taliban"},
        "whoever holds a forum takes part in it",
    ),
    (
        "ar",
        "وشدد وزير الخارجية في حكومة طالبان أمير خان متقي في 3 مايو 2024 على أن روسيا شريك.",
        {"taliban", "russia"},
        "a preposition within a title does not make who bears it anybody's object",
    ),
    (
        "en",
        "China imposed sanctions against the Taliban on 3 November 2024.",
        {"china", "taliban"},
        "whom a ban is directed against is a party of it",
    ),
    (
        "en",
        "The United States lifted sanctions against the Taliban on 3 November 2024.",
        {"united-states", "taliban"},
        "the States of a name state nothing",
    ),
    (
        "ar",
        "قتلت طالبان عدداً من الطاجيك في بنجشير في 3 مايو 2023.",
        {"taliban"},
        "a people is no state",
    ),
    (
        "en",
        "Tajikistan and India signed in May 2022 a deal aimed at the Taliban.",
        {"tajikistan", "india"},
        "whom a deal is aimed at signs nothing",
    ),
    (
        "en",
        "Before flying to Tashkent on October 12, Muttaqi received the Russian ambassador in Kabul.",
        {"russia", "taliban"},
        "where somebody goes next takes no part",
    ),
    (
        "en",
        "Russia hosted the Moscow Format on October 4, 2024, attended by the Taliban, China, India and Iran.",
        {"russia", "taliban", "china", "india", "iran"},
        "those by whom a forum was attended take part",
    ),
    (
        "en",
        "Speaking at the Tashkent conference on July 26, 2022, Muttaqi urged Russia to recognise the Taliban.",
        {"taliban", "russia"},
        "the town that a conference is named after is not spoken to",
    ),
]


@pytest.mark.parametrize(("language", "text", "sides", "reason"), PARTIES)
def test_only_those_take_part_whom_the_clause_tells_of(language: str, text: str, sides: set[str], reason: str) -> None:
    [mention] = told(language, text)

    assert parties(mention) == sides, reason


def test_a_forum_told_of_on_its_last_day_and_on_both_has_the_same_parties() -> None:
    text = (
        "A conference on Afghanistan ended in Tashkent on 26 July 2022. "
        "The conference was held in Tashkent on 25 and 26 July 2022 and attended by Russia, China and the Taliban."
    )

    assert [parties(mention) for mention in told("en", text)] == [{"uzbekistan", "russia", "china", "taliban"}] * 2


def test_forums_of_one_day_in_two_towns_keep_their_parties_though_one_is_told_without_its_town() -> None:
    text = (
        "The forum was held on 4 October 2024 with the Taliban and Russia. "
        "The forum in Moscow on 4 October 2024 was attended by the Taliban and Russia. "
        "A forum in Tashkent on 4 October 2024 was attended by the Taliban and Uzbekistan."
    )

    assert [parties(mention) for mention in told("en", text)][-1] == {"uzbekistan", "taliban"}


def test_whoever_a_relative_clause_is_about_acts_in_it() -> None:
    recognition = told("en", "Lavrov criticised China, which recognised the Taliban in May 2024.")[-1]

    assert recognition.type == "recognition"
    assert parties(recognition) == {"china", "taliban"}
    assert recognition.persons == ()


def test_only_what_stands_between_two_dashes_ends_with_the_second() -> None:
    text = "Лавров — глава МИД России — встретился с Муттаки — главой МИД талибов — в Москве 3 мая 2024 года."
    [mention] = told("ru", text)

    assert mention.place == "moscow"


def test_an_act_of_others_that_its_sentence_dates_is_told_as_background() -> None:
    text = (
        "In February 2024, during talks with the Taliban in Tehran, Iran signed an agreement with the Taliban on fuel."
    )

    assert ("agreement", "context", "2024-02") in [
        (m.type, m.scope, m.date.date.text) for m in told("en", text) if m.date
    ]


def test_a_meeting_aside_of_a_forum_is_told_as_the_meeting() -> None:
    text = "واجتمع لافروف بمتقي في 4 أكتوبر 2024 على هامش المنتدى الذي استضافته موسكو."

    assert [mention.type for mention in told("ar", text)] == ["talks"]


def test_what_a_step_is_said_to_show_is_nobodys_statement() -> None:
    text = "روسیه در تیر ۱۴۰۳ طالبان را به رسمیت شناخت، اقدامی که تأیید می‌کند مسکو به دنبال روابط نزدیک‌تر است."

    assert [mention.type for mention in told("fa", text)] == ["recognition"]


def test_whoever_is_named_after_the_seat_of_his_office_speaks() -> None:
    [mention] = told("ar", "أعلن السفير الروسي في كابل دميتري جيرنوف أن موسكو تثمّن علاقاتها مع طالبان.")

    assert mention.persons == ("dmitry-zhirnov",)


def test_dushanbe_after_in_is_the_city_and_not_a_monday() -> None:
    [mention] = told("fa", "امیرخان متقی روز دوشنبه در دوشنبه با وزیر خارجه تاجیکستان دیدار کرد.")

    assert mention.place == "dushanbe"
    assert mention.date and mention.date.date.text == "2024-11-25"


ENVOYS = [
    ("en", "The Uzbek ambassador presented his credentials to the Taliban's prime minister in May 2024.", "uzbekistan"),
    ("en", "Uzbekistan accredited the ambassador of the Taliban in Tashkent in May 2024.", "taliban"),
    ("ar", "سلّم السفير الأوزبكي لدى كابول نسخة من أوراق اعتماده إلى وزير خارجية طالبان يوم 9 أكتوبر.", "uzbekistan"),
    ("ar", "تسلم وزير الخارجية الروسي أوراق اعتماد سفير طالبان في موسكو يوم 9 أكتوبر.", "taliban"),
    ("fa", "در مارچ ۲۰۲۲، ترکمنستان کاردار معرفی‌شده از سوی طالبان را اعتبار داد.", "taliban"),
]


@pytest.mark.parametrize(("language", "text", "guest"), ENVOYS)
def test_whoever_sends_an_ambassador_is_the_guest(language: str, text: str, guest: str) -> None:
    [mention] = told(language, text)

    assert [party.actor for party in mention.parties if party.role == "guest"] == [guest]


def test_no_state_has_recognised_them_is_a_state_of_affairs() -> None:
    assert told("en", "No state in the world has recognised the Taliban, and Uzbekistan waits.") == []


def test_a_fight_of_both_sides_is_between_them() -> None:
    [mention] = told(
        "ru", "Трое таджикских пограничников получили ранения в перестрелке с талибами в воскресенье вечером."
    )

    assert mention.scope == "core"


def test_a_bulleted_line_that_ends_with_a_semicolon_is_no_heading() -> None:
    text = "Коротко о предыстории:\n— МИД талибов 28 ноября выразил сожаление Таджикистану;\n— Душанбе молчит."

    assert [mention.date.date.text for mention in told("ru", text) if mention.date] == ["2024-11-28"]
