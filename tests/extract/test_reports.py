"""Who speaks, who acted, and what is only reported, wanted, planned or denied: pairs of a text and what it tells."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")
"""A Saturday."""


def told(language: str, text: str) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, language, PUBLISHED) if mention.tells]


def speakers(language: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    statements = [mention for mention in told(language, text) if mention.type == "statement"]
    return [
        (next(party.actor for party in mention.parties if party.role == "speaker"), mention.persons)
        for mention in statements
    ]


SPEAKERS = [
    (
        "en",
        "Muttaqi, who visited Moscow in October 2023, said on Tuesday that ties with Russia were improving.",
        ("taliban", ("amir-khan-muttaqi",)),
    ),
    ("en", "Kabulov, speaking to Interfax, said that the Taliban had changed.", ("russia", ("zamir-kabulov",))),
    ("en", "The Taliban, which seized power in 2021, said on Monday that Russia was a friend.", ("taliban", ())),
    (
        "en",
        "Lavrov met Muttaqi in Moscow on Monday and said the Taliban had kept their word.",
        ("russia", ("sergey-lavrov",)),
    ),
    ("en", "Rahmon visited Tashkent on Monday and criticised the Taliban.", ("tajikistan", ("emomali-rahmon",))),
    ("en", "Baradar arrived in Tashkent on Monday and thanked Uzbekistan.", ("taliban", ("abdul-ghani-baradar",))),
    ("en", "Putin's spokesman told journalists that the Taliban were partners.", ("russia", ())),
    (
        "en",
        "Marat Imankulov, who met Taliban leaders in Kabul in September 2021, has called for dialogue with the group.",
        ("kyrgyzstan", ("marat-imankulov",)),
    ),
    ("en", "Lavrov met Muttaqi on Monday. He also urged the Taliban to free them.", ("russia", ("sergey-lavrov",))),
    ("en", "Putin's spokesman Dmitry Peskov said that the Taliban were partners.", ("russia", ("dmitry-peskov",))),
    (
        "ru",
        "Муттаки, который на прошлой неделе посетил Ташкент, заявил, что Россия — друг Афганистана.",
        ("taliban", ("amir-khan-muttaqi",)),
    ),
    ("ru", "Казахстан, исключивший талибов из списка в 2023 году, заявил, что торговля растёт.", ("kazakhstan", ())),
    ("ru", "Лавров, чья страна признала талибов в июле, заявил, что Кабул изменился.", ("russia", ("sergey-lavrov",))),
    ("ru", "Рахмон посетил Ташкент в понедельник и раскритиковал талибов.", ("tajikistan", ("emomali-rahmon",))),
    (
        "ru",
        "Мирзиёев принял Барадара в понедельник и заявил, что Узбекистан построит дорогу.",
        ("uzbekistan", ("shavkat-mirziyoyev",)),
    ),
    ("ru", "Талибы, как отметил Лавров в понедельник, держат слово.", ("russia", ("sergey-lavrov",))),
    ("ar", "شكرت طالبان لافروف على موقفه.", ("taliban", ())),
    ("ar", "هنأت طالبان الرئيس الأوزبكي شوكت ميرضيائيف بعيد الاستقلال.", ("taliban", ())),
    ("ar", "انتقدت وزارة الخارجية الروسية متقي بسبب تصريحاته.", ("russia", ())),
    (
        "ar",
        "زار شويغو كابل يوم الاثنين وأكد خلال الزيارة دعم بلاده لحكومة طالبان.",
        ("russia", ("sergei-shoigu",)),
    ),
    (
        "ar",
        "التقى شويغو برادر في كابل يوم الاثنين، وأكد أن موسكو مستعدة للتعاون مع طالبان.",
        ("russia", ("sergei-shoigu",)),
    ),
    ("fa", "طالبان از سخنان پوتین استقبال کردند.", ("taliban", ())),
    ("fa", "وزارت خارجه روسیه در واکنش به سخنان متقی گفت که روسیه با طالبان تماس دارد.", ("russia", ())),
    ("fa", "وزارت خارجه ازبکستان پس از دیدار لاوروف با متقی گفت که از گفتگو حمایت می‌کند.", ("uzbekistan", ())),
    ("fa", "در حالی که شویگو در کابل بود، طالبان گفتند که با روسیه همکاری می‌کنند.", ("taliban", ())),
    (
        "fa",
        "در واکنش به سخنان پوتین، ذبیح‌الله مجاهد گفت که کابل از این موضع استقبال می‌کند.",
        ("taliban", ("zabihullah-mujahid",)),
    ),
    (
        "ar",
        "ونقلت الصحيفة عن زامير كابولوف قوله إن موسكو تثمن علاقاتها مع طالبان.",
        ("russia", ("zamir-kabulov",)),
    ),
    ("ar", "رحبت وزارة الخارجية في حكومة طالبان بتصريحات الرئيس الروسي.", ("taliban", ())),
    (
        "en",
        "Zamir Kabulov, President Putin's envoy for Afghanistan, told RIA Novosti that the Taliban were partners.",
        ("russia", ("zamir-kabulov",)),
    ),
    (
        "ru",
        "Владимир Путин 4 июля по итогам саммита ШОС в Астане назвал талибов союзниками в борьбе с терроризмом.",
        ("russia", ("vladimir-putin",)),
    ),
    (
        "en",
        "The Taliban's deputy minister Sher Mohammad Abbas Stanikzai called on the Central Asian states to trade.",
        ("taliban", ("sher-mohammad-abbas-stanikzai",)),
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_the_subject_of_the_verb_speaks(language: str, text: str, speaker: tuple[str, tuple[str, ...]]) -> None:
    assert speakers(language, text) == [speaker]


ACTED = [
    (
        "en",
        "Peskov said on Tuesday that Shoigu had met Baradar in Kabul on Monday.",
        "talks",
        {"russia", "taliban"},
        {"sergei-shoigu", "abdul-ghani-baradar"},
    ),
    (
        "en",
        "Tokayev said that Russia had recognised the Taliban last month.",
        "recognition",
        {"russia", "taliban"},
        set(),
    ),
    (
        "en",
        "Russian envoy Zamir Kabulov met Muttaqi in Kabul on Monday.",
        "talks",
        {"russia", "taliban"},
        {"zamir-kabulov", "amir-khan-muttaqi"},
    ),
    (
        "en",
        "Putin's special representative for Afghanistan, Zamir Kabulov, met Muttaqi in Kabul on Monday.",
        "talks",
        {"russia", "taliban"},
        {"zamir-kabulov", "amir-khan-muttaqi"},
    ),
    (
        "ru",
        "Кабулов сообщил, что Муттаки встретился с Саидовым в Ташкенте в понедельник.",
        "talks",
        {"uzbekistan", "taliban"},
        {"amir-khan-muttaqi", "bakhtiyor-saidov"},
    ),
    (
        "ru",
        "Посол России Дмитрий Жирнов встретился с Муттаки в Кабуле в понедельник.",
        "talks",
        {"russia", "taliban"},
        {"dmitry-zhirnov", "amir-khan-muttaqi"},
    ),
    ("ar", "قال توكاييف إن روسيا اعترفت بطالبان الشهر الماضي.", "recognition", {"russia", "taliban"}, set()),
    ("ar", "قال لافروف إن كازاخستان رفعت طالبان من القائمة في ديسمبر.", "listing", {"kazakhstan", "taliban"}, set()),
]


@pytest.mark.parametrize(("language", "text", "kind", "sides", "persons"), ACTED)
def test_whoever_reports_an_act_takes_no_part_in_it(
    language: str, text: str, kind: str, sides: set[str], persons: set[str]
) -> None:
    (act,) = [mention for mention in told(language, text) if mention.type == kind]

    assert {party.actor for party in act.parties} == sides
    assert set(act.persons) == persons


ONLY_SOURCES = [
    ("en", "Uzbekistan accredited the Taliban ambassador in October, the foreign ministry said on Thursday."),
    ("en", "Uzbekistan took the Taliban off its list in October, Mirziyoyev said on Monday."),
    ("ru", "Россия исключила талибов из списка террористов в апреле, сообщил в понедельник ТАСС."),
    ("ru", "Узбекистан исключил талибов из списка в апреле, сообщил в понедельник Минюст."),
    ("ru", "Муттаки, как сообщил Кабулов, посетил Москву в сентябре."),
    (
        "ru",
        "В сентябре Москва и талибы подписали соглашение о поставках пшеницы, сказал Reuters министр Нуриддин Азизи.",
    ),
]


@pytest.mark.parametrize(("language", "text"), ONLY_SOURCES)
def test_who_said_so_and_when_is_no_second_event(language: str, text: str) -> None:
    (act,) = told(language, text)

    assert act.type != "statement"
    assert act.date is not None
    assert act.date.date.precision == "month"


STOPS = [
    ("fa", "متقی پس از سفر به تاشکند در ماه اوت به مسکو رفت.", {"russia", "taliban"}, "moscow"),
    ("fa", "پس از سفر متقی به تاشکند، لاوروف وارد کابل شد.", {"russia", "taliban"}, "kabul"),
    (
        "en",
        "After his trip to Tashkent, Muttaqi flew from Moscow to Astana on Monday.",
        {"kazakhstan", "taliban"},
        "astana",
    ),
]


@pytest.mark.parametrize(("language", "text", "sides", "place"), STOPS)
def test_only_where_a_visit_goes_receives_it(language: str, text: str, sides: set[str], place: str) -> None:
    visit = [mention for mention in told(language, text) if mention.type == "visit"][-1]

    assert {party.actor for party in visit.parties} == sides
    assert visit.place == place


TALKED_ABOUT = [
    ("ar", "أجرى بوتين محادثات مع رحمن حول طالبان في دوشنبه يوم الثلاثاء.", {"russia", "tajikistan"}),
    ("fa", "پوتین و میرضیایف روز دوشنبه در تاشکند درباره طالبان گفتگو کردند.", {"russia", "uzbekistan"}),
]


@pytest.mark.parametrize(("language", "text", "sides"), TALKED_ABOUT)
def test_whoever_is_only_talked_about_takes_no_part(language: str, text: str, sides: set[str]) -> None:
    (talks,) = told(language, text)

    assert {party.actor for party in talks.parties} == sides
    assert talks.scope == "context"


NO_FACTS = [
    ("en", "A conference with the Taliban will take place in Tashkent on December 12."),
    ("en", "Lavrov did not meet Muttaqi in Moscow on Monday."),
    ("en", "The meeting between Lavrov and Muttaqi on Monday did not take place."),
    ("en", "Talks between Russia and the Taliban on Monday were cancelled."),
    ("en", "According to analysts, Russia removed the Taliban from its list to gain influence."),
    ("en", "Uzbekistan has hosted the Taliban several times since 2018."),
    ("fa", "طالبان به نشست مسکو دعوت شدند."),
    ("ru", "Встреча Лаврова с Муттаки состоится 12 декабря."),
    ("ru", "Мирзиёев проведёт встречу с Муттаки в понедельник."),
    ("ru", "Россия аккредитует посла талибов в декабре."),
    ("ru", "Муттаки получил приглашение на заседание московского формата."),
    ("ru", "Как считают аналитики, Россия исключила талибов из списка ради влияния."),
]


@pytest.mark.parametrize(("language", "text"), NO_FACTS)
def test_what_is_planned_cancelled_or_somebodys_opinion_is_not_told_as_a_fact(language: str, text: str) -> None:
    assert told(language, text) == []


FACTS = [
    ("ar", "وصل متقي إلى طشقند يوم 9 أكتوبر 2024 للمشاركة في مؤتمر عن أفغانستان مع طالبان.", "forum"),
    ("en", "On Monday Taliban officials met Chinese and Kazakh diplomats in Astana.", "talks"),
    ("en", "As the talks with the Taliban ended Lavrov said on 3 June 2024 that Russia was ready.", "statement"),
]


@pytest.mark.parametrize(("language", "text", "kind"), FACTS)
def test_words_of_two_meanings_keep_no_fact_back(language: str, text: str, kind: str) -> None:
    (fact,) = [mention for mention in told(language, text) if mention.type == kind]

    assert "taliban" in {party.actor for party in fact.parties}


ASKED_FOR = [
    ("ar", "زار متقي موسكو يوم الاثنين ودعا روسيا إلى الاعتراف بطالبان.", ["visit", "statement"]),
    ("ar", "بعد أن اعترفت روسيا بطالبان في يوليو 2024، رفض رحمان الاعتراف بها.", ["recognition"]),
    ("ar", "نفت طاجيكستان تسليم السفارة الأفغانية في دوشنبه إلى طالبان.", ["statement"]),
]


@pytest.mark.parametrize(("language", "text", "kinds"), ASKED_FOR)
def test_what_is_called_for_or_denied_did_not_happen(language: str, text: str, kinds: list[str]) -> None:
    assert [mention.type for mention in told(language, text)] == kinds


DATED = [
    (
        "en",
        "Kabulov, who visited Kabul in September 2023, urged the world to talk to the Taliban.",
        ["2023-09", "2024-11-30~"],
    ),
    (
        "en",
        "Ever since the Taliban seized Kabul on August 15, 2021, Russia has kept its embassy there open.",
        ["2021-08-15"],
    ),
    (
        "en",
        "Kazakhstan delisted the Taliban in December 2023, Kyrgyzstan in September 2024.",
        ["2023-12", "2024-09"],
    ),
    (
        "ru",
        "Казахстан исключил талибов из списка в декабре 2023 года, Киргизия — в сентябре 2024-го.",
        ["2023-12", "2024-09"],
    ),
    ("ar", "شطبت كازاخستان طالبان من القائمة في ديسمبر 2023، وقرغيزستان في سبتمبر 2024.", ["2023-12", "2024-09"]),
    ("en", "Muttaqi arrived in Moscow on October 3 and met Lavrov the next day.", ["2024-10-03", "2024-10-04"]),
    (
        "en",
        "Muttaqi arrived in Tashkent on Monday, days after Kyrgyzstan removed the Taliban from its list.",
        ["2024-11-25", None],
    ),
    ("ar", "أوضح جيرنوف أن حجم التبادل مع طالبان بلغ مليار دولار في 2023.", ["2024-11-30~"]),
    ("ar", "سيطرت حركة طالبان على كابل في 15 أغسطس 2021.", ["2021-08-15"]),
]


@pytest.mark.parametrize(("language", "text", "dates"), DATED)
def test_each_act_has_its_own_date(language: str, text: str, dates: list[str | None]) -> None:
    assert [mention.date.date.text if mention.date else None for mention in told(language, text)] == dates


def test_whoever_goes_on_speaking_makes_another_statement_only_on_another_subject() -> None:
    same = "Peskov said on Tuesday that Russia had not recognised the Taliban. He added that recognition would come."
    other = (
        "Peskov said on Tuesday that Russia had not recognised the Taliban. He added that trade with them would grow."
    )

    assert [mention.subtype for mention in told("en", same)] == ["recognition"]
    assert [mention.subtype for mention in told("en", other)] == ["recognition", "trade"]


def test_a_clause_that_only_tells_who_said_so_is_no_statement_in_persian() -> None:
    text = "لاوروف روز ۴ اکتبر با هیئت طالبان دیدار کرد، وزارت خارجه روسیه اعلام کرد."

    assert [mention.type for mention in told("fa", text)] == ["talks"]


def test_a_delegation_that_brings_aid_visits_and_a_convoy_brings_aid() -> None:
    delegation = (
        "هیئتی از وزارت خارجه قرقیزستان در ۲۳ سپتامبر ۲۰۲۱ با کمک‌های بشردوستانه وارد کابل شد و با طالبان گفتگو کرد."
    )
    convoy = "کاروان کمک‌های قزاقستان در ۲۳ سپتامبر ۲۰۲۱ وارد کابل شد و طالبان از آن استقبال کرد."

    assert [mention.type for mention in told("fa", delegation)] == ["visit", "talks"]
    assert [mention.type for mention in told("fa", convoy)] == ["aid-trade", "statement"]
