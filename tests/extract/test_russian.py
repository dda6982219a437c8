"""Russian texts and what is to be found in them. Each row is a habit of the language or a trap, with its reason."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")


def told(text: str, published: EdtfDate | None = PUBLISHED) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, "ru", published) if mention.tells]


def found(text: str, published: EdtfDate | None = PUBLISHED) -> list[tuple[str, str | None, set[str]]]:
    """Type, EDTF and parties of each core event that a text tells of."""
    return [
        (m.type, m.date.date.text if m.date else None, {party.actor for party in m.parties})
        for m in told(text, published)
        if m.scope == "core"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # subject before its verb
        (
            "Министр иностранных дел Узбекистана Бахтиёр Саидов 4 марта 2023 года прибыл в Кабул к талибам.",
            ("visit", "2023-03-04", "uzbekistan"),
        ),
        # subject after its verb
        (
            "17 августа в Кабул прилетел премьер-министр Узбекистана Абдулла Арипов, его встречали талибы.",
            ("visit", "2024-08-17", "uzbekistan"),
        ),
        # a noun carried by a verb after it
        (
            "Между главами МИД Таджикистана и «Талибана» 3 мая 2024 года состоялся телефонный разговор.",
            ("talks", "2024-05-03", "tajikistan"),
        ),
        # a noun carried by a verb before it
        (
            "Секретарь Совета безопасности Киргизии Марат Иманкулов провёл встречу с представителем «Талибана» "
            "3 июля 2024 года.",
            ("talks", "2024-07-03", "kyrgyzstan"),
        ),
        # on the sidelines of a forum they meet: talks
        ("Лавров пообщался с главой делегации талибов на полях форума.", ("talks", "2024-11-30~", "russia")),
        # to receive a guest is to meet him
        (
            "Муттаки принял в Кабуле временного поверенного в делах Таджикистана 6 мая 2024 года.",
            ("talks", "2024-05-06", "tajikistan"),
        ),
        # an ordinal session
        (
            "В Москве 4 октября состоялось шестое заседание московского формата консультаций по Афганистану, в нем "
            "участвовал глава МИД талибов Амир Хан Муттаки.",
            ("forum", "2024-10-04", "russia"),
        ),
        # to travel to a forum
        (
            "В мае 2024 года представители талибов ездили на форум в Казань.",
            ("forum", "2024-05", "russia"),
        ),
        # an active participle is a verb
        (
            "Замглавы МИД Узбекистана, побывавший в Кабуле у талибов в июне 2023 года, остался доволен.",
            ("visit", "2023-06", "uzbekistan"),
        ),
        # credentials
        (
            "В августе 2023 года Туркменистан принял верительные грамоты у посла талибов.",
            ("accreditation", "2023-08", "turkmenistan"),
        ),
        ("Россия аккредитовала первого дипломата талибов в марте 2022 года.", ("accreditation", "2022-03", "russia")),
        # a short passive participle
        (
            "Посольство Афганистана в Москве передано представителям талибов 9 апреля 2022 года.",
            ("mission-handover", "2022-04-09", "russia"),
        ),
        # no state is named: the place tells whose mission it is
        (
            "Афганское консульство в Термезе возобновило работу под руководством талибов 12 июля 2023 года.",
            ("mission-handover", "2023-07-12", "uzbekistan"),
        ),
        # a verb of several words
        (
            "Талибы в марте 2023 года взяли под контроль консульство в Хороге.",
            ("mission-handover", "2023-03", "tajikistan"),
        ),
        # the act announced after it was told: one event, with the date of the whole clause
        (
            "Движение «Талибан» исключено из перечня террористических организаций Киргизии, сообщил МИД республики "
            "в сентябре.",
            ("listing", "2024-09", "kyrgyzstan"),
        ),
        # a ban suspended
        (
            "Верховный суд России приостановил запрет деятельности «Талибана» 17 апреля.",
            ("listing", "2024-04-17", "russia"),
        ),
        # to recognise as terrorist is no recognition
        (
            "В 2003 году Верховный суд РФ признал «Талибан» террористической организацией.",
            ("listing", "2003", "russia"),
        ),
        # recognition
        (
            "3 июля 2024 года Россия первой в мире признала правительство талибов.",
            ("recognition", "2024-07-03", "russia"),
        ),
        ("Москва 3 июля объявила о признании Исламского Эмирата Афганистан.", ("recognition", "2024-07-03", "russia")),
        # signing, in the active, the passive, and by agreement
        (
            "Меморандум о сотрудничестве между Казахстаном и правительством талибов был подписан 3 августа 2023 года.",
            ("agreement", "2023-08-03", "kazakhstan"),
        ),
        (
            "Россия и «Талибан» заключили предварительное соглашение о поставках топлива в сентябре 2022 года.",
            ("agreement", "2022-09", "russia"),
        ),
        # aid
        (
            "Гуманитарный груз из Киргизии доставлен в Кабул и передан представителям талибов 23 сентября 2021 года.",
            ("aid-trade", "2021-09-23", "kyrgyzstan"),
        ),
        # a shoot-out that happened
        (
            "На границе Узбекистана и Афганистана произошла перестрелка с талибами 14 марта 2024 года.",
            ("security", "2024-03-14", "uzbekistan"),
        ),
        # speech: subject before
        (
            "Президент Таджикистана Эмомали Рахмон в сентябре 2021 года обвинил талибов в нарушении прав таджиков.",
            ("statement", "2021-09", "tajikistan"),
        ),
        # speech: subject after a quotation, in which others are named and something is denied
        (
            "«Мы исходим из того, что талибы — реальная власть, но признавать их не спешим», — сказал в среду Песков.",
            ("statement", "2024-11-27", "russia"),
        ),
        # speech: without quotation marks
        (
            "Говорить о признании талибов рано, пояснил в среду спецпредставитель президента РФ Замир Кабулов.",
            ("statement", "2024-11-27", "russia"),
        ),
        # speech without a subject: where it was said tells who said it
        ("В Душанбе 5 мая опровергли слухи о переговорах с талибами.", ("statement", "2024-05-05", "tajikistan")),
        ("В МИД Казахстана 5 мая отметили, что талибы соблюдают договор.", ("statement", "2024-05-05", "kazakhstan")),
        # speech reported by a verb that needs no subject
        (
            "«Мы видим перспективы сотрудничества с талибами», — говорится в комментарии российского МИД от 4 июля.",
            ("statement", "2024-07-04", "russia"),
        ),
        # in whose words
        (
            "По словам спецпредставителя президента России Замира Кабулова, талибы остаются партнером Москвы.",
            ("statement", "2024-11-30~", "russia"),
        ),
        # a day within what was said is not the day of the saying
        (
            "Мария Захарова заявила, что делегация талибов побывает в Москве 5 декабря.",
            ("statement", "2024-11-30~", "russia"),
        ),
        # what is foreseen in the words does not touch their saying
        (
            "Песков в мае 2024 года заявил, что Россия будет строить отношения с талибами.",
            ("statement", "2024-05", "russia"),
        ),
        # the name of one who speaks for the Taliban is enough
        (
            "Забихулла Муджахид поблагодарил 7 июня Казахстан за решение суда.",
            ("statement", "2024-06-07", "kazakhstan"),
        ),
    ],
)
def test_an_act_is_found_with_its_date_and_its_parties(text: str, expected: tuple[str, str, str]) -> None:
    kind, edtf, state = expected

    assert found(text) == [(kind, edtf, {state, "taliban"})]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Россия может признать правительство талибов.", "may"),
        ("Москва планирует исключить «Талибан» из списка террористических организаций.", "plans"),
        ("Делегация талибов приедет в Москву в декабре.", "the future is no past"),
        ("Министр иностранных дел Узбекистана встретится с Муттаки в мае.", "the future of a reflexive verb"),
        ("Если бы талибы выполнили условия, Москва давно признала бы их.", "would have"),
        ("Узбекистан регулярно проводил встречи с талибами.", "a habit"),
        ("Губернатор Бадахшана от талибов дважды приезжал в Хорог.", "a tally"),
        ("До сих пор ни одна страна, включая Россию, не признала правительство талибов.", "none so far"),
        ("Казахстан так и не признал власть талибов.", "has not"),
        ("Россия стремилась наладить отношения с талибами, чтобы граница была закрыта.", "a motive"),
        ("Талибы хотят, чтобы Россия признала их правительство.", "wished for"),
        ("Визит делегации талибов в Ташкент намечен на 5 января 2025 года.", "set for a day to come"),
        ("Визит главы МИД талибов в Москву 5 мая был отложен.", "put off"),
        ("Переговоры Таджикистана с талибами 5 мая не состоялись.", "did not take place"),
        ("Возможность визита делегации талибов в Астану 5 декабря обсуждается.", "a possibility"),
        ("Талибы якобы подписали договор с Россией.", "allegedly"),
        ("Признание талибов стало бы ошибкой, считает востоковед.", "an analyst's view"),
        ("Узбекистан намеревался провести переговоры с талибами 5 мая.", "intended"),
        ("Талибы должны были подписать договор с Узбекистаном в мае.", "were to"),
        ("Товарооборот России с Афганистаном под властью талибов вырос на 20 процентов.", "a statistic"),
    ],
)
def test_what_did_not_happen_is_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Политолог, эксперт по России и талибам, заявил, что Москва ошибается.", "an expert speaks for nobody"),
        ("Талибы запретили женщинам работать.", "the Taliban alone"),
        ("Китай принял верительные грамоты у посла талибов.", "somebody else"),
        ("Сборная Узбекистана обыграла команду Афганистана, где правят талибы.", "sport"),
        ("Визит делегации «Талибана» в Москву\n\nМосква и талибы", "headings"),
        ("Консульство в Хороге передали «Талибану»\n\nТалибы.", "a heading that ends with a quoted name"),
    ],
)
def test_what_is_no_dealing_is_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # taken into possession; keys; a flag
        (
            "Эмиссары «Талибана» вступили во владение афганским консульством в Термезе 12 июля 2023 года.",
            ("mission-handover", "2023-07-12", "uzbekistan"),
        ),
        (
            "Ключи от посольства Афганистана в Ташкенте талибы получили 5 февраля 2024 года.",
            ("mission-handover", "2024-02-05", "uzbekistan"),
        ),
        (
            "2 июля над зданием посольства Афганистана в Москве талибы подняли свой флаг.",
            ("mission-handover", "2024-07-02", "russia"),
        ),
        # an envoy let in, made ambassador, called back
        (
            "Ташкент в феврале 2023 года допустил к работе дипломатов «Талибана».",
            ("accreditation", "2023-02", "uzbekistan"),
        ),
        (
            "Абдул Гафар Бахр 9 октября стал послом талибов в Узбекистане.",
            ("accreditation", "2024-10-09", "uzbekistan"),
        ),
        # to stay with somebody; to fly in with goods
        (
            "Министр иностранных дел Узбекистана Бахтиёр Саидов гостил у талибов в Кабуле 23 февраля 2024 года.",
            ("visit", "2024-02-23", "uzbekistan"),
        ),
        (
            "23 мая в Кабул к талибам слетал замсекретаря Совбеза Киргизии с гуманитарным грузом.",
            ("visit", "2024-05-23", "kyrgyzstan"),
        ),
        # who leaves has been there
        (
            "Делегация талибов во главе с Барадаром 22 августа 2024 года отбыла из Ташкента.",
            ("visit", "2024-08-22", "uzbekistan"),
        ),
        # a telephone call, a table, a favour
        ("Рашид Мередов позвонил Муттаки 3 мая 2024 года.", ("talks", "2024-05-03", "turkmenistan")),
        ("Иргашев сел за стол переговоров с талибами 3 марта 2024 года.", ("talks", "2024-03-03", "uzbekistan")),
        ("Лавров удостоил Муттаки отдельной беседы 4 октября 2024 года.", ("talks", "2024-10-04", "russia")),
        # asked to a forum
        (
            "Талибов впервые позвали на Петербургский экономический форум в июне 2022 года.",
            ("forum", "2022-06", "russia"),
        ),
        # speech in other words
        (
            "Эмомали Рахмон обрушился с критикой на талибов 23 сентября 2021 года.",
            ("statement", "2021-09-23", "tajikistan"),
        ),
        (
            "МИД Таджикистана 5 мая вручил ноту протеста представителю талибов.",
            ("statement", "2024-05-05", "tajikistan"),
        ),
        (
            "«Мы ждем от талибов инклюзивного правительства», — парировал в среду Песков.",
            ("statement", "2024-11-27", "russia"),
        ),
        (
            "Муттаки поклялся 5 мая, что с афганской земли Узбекистану никто не будет угрожать.",
            ("statement", "2024-05-05", "uzbekistan"),
        ),
        # a bargain struck
        (
            "Туркмения и «Талибан» ударили по рукам 5 мая 2024 года: газ пойдет через Герат.",
            ("agreement", "2024-05-05", "turkmenistan"),
        ),
        # off the list, freed of the label, a ban called off
        (
            "Талибы исчезли из казахстанского перечня террористических организаций в декабре 2023 года.",
            ("listing", "2023-12", "kazakhstan"),
        ),
        ("Бишкек снял с талибов клеймо террористов 5 сентября 2024 года.", ("listing", "2024-09-05", "kyrgyzstan")),
        (
            "Запрет на деятельность «Талибана» отменен Верховным судом России 17 апреля 2024 года.",
            ("listing", "2024-04-17", "russia"),
        ),
        # a line put into service, current cut off
        ("Узбекистан отключил талибам электричество 3 января 2023 года.", ("aid-trade", "2023-01-03", "uzbekistan")),
        # a skirmish; troops moved
        (
            "Таджикские пограничники и талибы устроили перестрелку 24 августа 2024 года.",
            ("security", "2024-08-24", "tajikistan"),
        ),
        # relations taken up
        (
            "Москва установила с правительством талибов полноценные дипломатические отношения 3 июля 2024 года.",
            ("recognition", "2024-07-03", "russia"),
        ),
        # an Afghan month
        ("Талибы подписали с Туркменией договор 22 сунбулы 1403 г.", ("agreement", "2024-09-12", "turkmenistan")),
    ],
)
def test_the_same_acts_are_told_in_many_words(text: str, expected: tuple[str, str, str]) -> None:
    kind, edtf, state = expected

    assert found(text) == [(kind, edtf, {state, "taliban"})]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Политолог уверен, что талибы вступят во владение посольством в Душанбе.", "a scholar's guess"),
        ("Поговаривают, что талибы уже получили ключи от посольства в Ташкенте.", "hearsay"),
        ("Ташкент не прочь открыть у талибов торговый дом.", "would like to"),
        ("Талибы готовы подписать соглашение с Туркменией.", "ready to"),
        ("Визит талибов в Астану был отменен 5 мая.", "called off"),
        ("Журналисты спросили, признает ли Россия талибов.", "journalists speak for nobody"),
        ("Посол Узбекистана в Кабуле считается лучшим знатоком талибов.", "the ambassador's genitive is no sending"),
        ("Торговля Казахстана с Афганистаном, где правят талибы, за год выросла на 30 процентов.", "a statistic"),
        ("Каждый год делегации талибов приезжают в Ташкент на выставки.", "a habit"),
        ("Водитель из Ташкента рассказал, что талибы остановили грузовик.", "a driver speaks for nobody"),
        ("Талибы получают электричество из Узбекистана и Таджикистана.", "a state of affairs"),
        ("Если Россия признает талибов, Узбекистан поступит так же.", "if"),
    ],
)
def test_the_same_words_tell_of_what_is_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    "text",
    [
        "Министр иностранных дел Узбекистана встретился в Кабуле 4 мая с главой МИД «Талибана» (запрещен в РФ).",
        "Узбекская делегация встретилась 4 мая с «Талибаном» (признан террористическим и запрещен в России).",
        "Узбекская делегация встретилась 4 мая с главой запрещенного в РФ движения «Талибан».",
        "Узбекская делегация встретилась 4 мая с талибами*.\n* Террористическая организация, запрещена в РФ.",
    ],
)
def test_the_note_that_the_law_asks_for_is_neither_a_party_nor_an_act(text: str) -> None:
    assert found(text) == [("talks", "2024-05-04", {"uzbekistan", "taliban"})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Муттаки, выступая в среду в Москве, заверил Россию, что граница спокойна.", "taliban"),
        ("«Талибы вернулись надолго», — сказал Песков.", "russia"),
        ("После встречи с Муттаки Лавров заявил, что диалог продолжится.", "russia"),
        ("С трибуны Генассамблеи ООН Эмомали Рахмон раскритиковал талибов.", "tajikistan"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_and_not_its_object(text: str, expected: str) -> None:
    (mention,) = (one for one in told(text) if one.type == "statement")

    assert [party.actor for party in mention.parties if party.role == "speaker"] == [expected]


def test_who_came_speaks_next_and_not_whom_he_met() -> None:
    text = "Рашид Мередов беседовал в Кабуле с премьером талибов Хасаном Ахундом. Он пообещал не отключать свет."

    assert [mention.persons for mention in told(text) if mention.type == "statement"] == [("rashid-meredov",)]


def test_one_speech_is_told_of_once() -> None:
    text = (
        "Эмомали Рахмон 23 сентября 2021 года упрекнул талибов в нарушении обещаний, а также предупредил о терроризме."
    )

    assert [kind for kind, _, _ in found(text)] == ["statement"]


def test_a_time_that_cannot_be_read_is_not_the_day_of_the_news() -> None:
    assert [edtf for _, edtf, _ in found("Россия ранее признала правительство талибов.")] == [None]


def test_the_day_of_an_occasion_told_in_passing_dates_what_was_done_then() -> None:
    text = "После поездки министра Узбекистана к талибам, состоявшейся 17 августа, тогда было подписано 35 документов."

    assert ("agreement", "2024-08-17", {"uzbekistan", "taliban"}) in found(text)


def test_evidence_gives_the_words_behind_each_fact() -> None:
    text = "Глава МИД России Сергей Лавров 12 марта 2023 года посетил Кабул и обсудил с движением «Талибан» торговлю."

    (mention, *_) = told(text)

    words = {(e.kind, e.value): e.span.of(text) for e in mention.evidence}
    assert words["trigger", "visit"] == "посетил"
    assert words["date", "2023-03-12"] == "12 марта 2023 года"
    assert words["party", "taliban"] == "Талибан"
    assert words["person", "sergey-lavrov"] == "Сергей Лавров"
    assert words["place", "kabul"] == "Кабул"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "(запрещен", "* ", "«" * 500, "Талибан", "🙂" * 100])
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(find_mentions(text, "ru", None), tuple)
