"""Arabic texts and what is to be found in them. Each row is a habit of the language or a trap, with its reason."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")


def told(text: str, published: EdtfDate | None = PUBLISHED) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, "ar", published) if mention.tells]


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
        # verb before subject, explicit date
        (
            "زار وزير خارجية أوزبكستان كابول في 4 مارس 2023 والتقى قادة طالبان.",
            ("visit", "2023-03-04", "uzbekistan"),
        ),
        # verbal noun carried by a light verb
        ("أجرى وفد من طالبان زيارة إلى موسكو يوم 9 مايو 2024.", ("visit", "2024-05-09", "russia")),
        # a mission handed over
        (
            "سلّمت قيرغيزستان مقر السفارة الأفغانية إلى حركة طالبان في يونيو 2023.",
            ("mission-handover", "2023-06", "kyrgyzstan"),
        ),
        # verb and object parted by the subject
        (
            "تسلم دبلوماسيو طالبان القنصلية الأفغانية في مدينة ترمذ الأوزبكية في 2 فبراير 2024.",
            ("mission-handover", "2024-02-02", "uzbekistan"),
        ),
        # accreditation
        (
            "اعتمدت وزارة الخارجية التركمانية سفيراً عينته طالبان في أغسطس 2023.",
            ("accreditation", "2023-08", "turkmenistan"),
        ),
        # Levantine month name
        (
            "شطبت كازاخستان حركة طالبان من قائمة المنظمات الإرهابية في كانون الأول 2023.",
            ("listing", "2023-12", "kazakhstan"),
        ),
        # double month name
        (
            "حظرت روسيا حركة طالبان وأدرجتها على قائمة الإرهاب في شباط/فبراير 2003.",
            ("listing", "2003-02", "russia"),
        ),
        # recognition
        ("اعترفت روسيا رسمياً بحكومة طالبان في 3 يوليو 2024.", ("recognition", "2024-07-03", "russia")),
        # signing
        (
            "وقّعت طالبان وكازاخستان مذكرة تفاهم في أستانا في 12 أبريل 2024.",
            ("agreement", "2024-04-12", "kazakhstan"),
        ),
        # a speech, by who speaks for a state
        (
            "قال المتحدث باسم الخارجية الطاجيكية في 5 يناير 2022 إن بلاده لن تعترف بطالبان.",
            ("statement", "2022-01-05", "tajikistan"),
        ),
        # a person known to speak for a state
        ("أكد سيرغي لافروف في سبتمبر الماضي أن الحوار مع طالبان مستمر.", ("statement", "2024-09", "russia")),
        # سياق "context" is no verb to come, and what is foreseen in the words does not touch their saying
        (
            "وفي سياق منفصل، صرح سيرغي لافروف في مايو 2024 بأن الإزالة المحتملة لطالبان من القائمة واقع.",
            ("statement", "2024-05", "russia"),
        ),
        # a metonym speaks
        ("رفضت دوشنبه في ديسمبر 2021 الاعتراف بحكومة طالبان.", ("statement", "2021-12", "tajikistan")),
        # a denial is an event
        ("نفت طالبان في 7 مارس 2023 اتهامات روسيا.", ("statement", "2023-03-07", "russia")),
        # the announcement of an act is the act
        (
            "أعلنت وزارة الخارجية الكازاخية في 17 أبريل 2023 عن اعتمادها دبلوماسيين من طالبان.",
            ("accreditation", "2023-04-17", "kazakhstan"),
        ),
    ],
)
def test_an_act_is_found_with_its_date_and_its_parties(text: str, expected: tuple[str, str, str]) -> None:
    kind, edtf, state = expected

    assert (kind, edtf, {state, "taliban"}) in found(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("قد تعترف روسيا بحكومة طالبان قريباً.", "may"),
        ("سيزور وفد من طالبان موسكو في مايو 2025.", "will"),
        ("يعتزم وزير خارجية أوزبكستان زيارة كابول للقاء طالبان.", "intends"),
        ("لم تعترف روسيا بحكومة طالبان حتى الآن.", "has not"),
        ("ربما تسلم تركمانستان السفارة إلى طالبان.", "perhaps"),
        ("تسعى روسيا إلى استقبال وفد من طالبان بهدف تعزيز نفوذها.", "a motive"),
        ("من المتوقع أن تشطب روسيا طالبان من القائمة.", "expected"),
        ("لم تقرر روسيا بعد رسميا أن تعترف بحكومة طالبان.", "has not yet decided to"),
        ("سيتم شطب طالبان من قائمة روسيا للمنظمات الإرهابية في مايو 2025.", "will be done"),
    ],
)
def test_what_did_not_happen_is_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "قال الباحث في الشؤون الروسية في معهد الدراسات إن طالبان تتقدم.",
            "a scholar of Russia does not speak for Russia",
        ),
        ("أكدت وزارة الزراعة الروسية ارتفاع إنتاج القمح هذا العام.", "nothing about the Taliban"),
        ("قالت طالبان كلمتها.\nوقعت روسيا وكازاخستان اتفاق محطة نووية في 3 مارس 2023.", "others sign, elsewhere"),
        ("تحدثت طالبان.\nوصل فلاديمير بوتين إلى أستانا في 3 مارس 2023.", "another visit, elsewhere"),
        ("فاز المنتخب الروسي على منتخب أوزبكستان في مباراة أمس.", "sport"),
        ("وزارة الخارجية الروسية\n\nطالبان في موسكو", "a heading"),
    ],
)
def test_what_is_no_dealing_is_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason


def test_a_phrase_that_dates_the_taking_of_power_does_not_date_the_act() -> None:
    text = "شاركت طالبان في محادثات موسكو، وهي أول محادثات تحضرها منذ وصولها إلى السلطة في منتصف أغسطس 2021."

    assert all(edtf != "2021-08-15~" for _, edtf, _ in found(text))


def test_what_a_speaker_denies_or_foresees_is_no_event_of_its_own() -> None:
    text = "قال المتحدث باسم الخارجية الطاجيكية في 5 يناير 2022 إن بلاده لن تعترف بطالبان."

    assert [kind for kind, _, _ in found(text)] == ["statement"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دعا إمام علي رحمن في مارس 2023 الحركة إلى تشكيل حكومة شاملة، في رسالة إلى طالبان.", "tajikistan"),
        ("رحبت تركمانستان في مارس 2023 بالتعاون مع طالبان.", "turkmenistan"),
        ("وفي مارس 2023 نفت حركة طالبان اتهامات طاجيكستان.", "taliban"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_and_not_its_object(text: str, expected: str) -> None:
    (mention,) = (one for one in told(text) if one.type == "statement")

    assert [party.actor for party in mention.parties if party.role == "speaker"] == [expected]


def test_to_admit_that_is_no_recognition() -> None:
    assert "recognition" not in {kind for kind, _, _ in found("اعترف وزير الخارجية الروسي في 2022 بأن طالبان باقية.")}


def test_the_heading_of_a_numbered_item_is_no_part_of_what_follows_it() -> None:
    text = "2- إزالة طالبان من قائمة المنظمات الإرهابية: زار سيرغي شويغو كابول يوم 25 نوفمبر 2024 والتقى قادة طالبان."

    assert next((one.type, one.span.of(text)[:3]) for one in told(text)) == ("visit", "زار")
    assert "listing" not in {one.type for one in told(text)}


def test_a_demonstrative_points_back_to_an_act_and_tells_of_no_other() -> None:
    text = "زار سيرغي شويغو كابول يوم 25 نوفمبر 2024 والتقى قادة طالبان. وأقلقت هذه الزيارة واشنطن في ديسمبر 2024."

    assert [edtf for kind, edtf, _ in found(text) if kind == "visit"] == ["2024-11-25"]


def test_a_name_within_the_title_of_another_person_takes_no_part() -> None:
    mentions = told("قال مبعوث الرئيس الروسي فلاديمير بوتين إلى أفغانستان زامير كابولوف في مايو 2024 إن طالبان شريك.")

    assert [mention.persons for mention in mentions] == [("zamir-kabulov",)]


def test_an_act_told_during_a_visit_has_the_date_of_the_visit() -> None:
    text = (
        "زار سيرغي شويغو كابول يوم 25 نوفمبر 2024 والتقى قادة طالبان.\n"
        "وخلال زيارته إلى كابول أكد شويغو استعداد بلاده للحوار مع طالبان."
    )

    statements = [mention for mention in told(text) if mention.type == "statement"]
    assert [(m.date.date.text, m.date.basis) for m in statements if m.date] == [("2024-11-25", "inherited")]


def test_what_was_done_once_has_the_date_since_when_it_stands_and_what_lasts_has_an_open_end() -> None:
    once = "أدرجت روسيا حركة طالبان على قائمة المنظمات الإرهابية منذ عام 2003."
    lasting = "يشارك وفد من طالبان في المنتدى الاقتصادي الدولي في روسيا منذ عام 2022."

    assert [edtf for kind, edtf, _ in found(once) if kind == "listing"] == ["2003"]
    assert [edtf for kind, edtf, _ in found(lasting) if kind == "forum"] == ["2022/.."]


def test_news_of_the_day_without_a_date_has_the_day_of_publication_as_an_estimate() -> None:
    (mention,) = told("التقى وزير الخارجية الروسي سيرغي لافروف وفداً من طالبان في موسكو.", EdtfDate.parse("2024-10-04"))

    assert mention.date is not None
    assert (mention.date.date.text, mention.date.basis, mention.date.phrase) == ("2024-10-04~", "inferred", None)


def test_a_date_in_the_clause_keeps_the_day_of_publication_out() -> None:
    (mention, *_) = told("زار سيرغي لافروف كابول والتقى قادة طالبان في 3 مارس 2023.")

    assert mention.date is not None
    assert mention.date.date.text == "2023-03-03"


def test_without_a_publication_date_a_relative_date_stays_unknown() -> None:
    (mention,) = told("زار وفد من طالبان موسكو الأسبوع الماضي.", None)

    assert mention.date is None


def test_evidence_gives_the_words_behind_each_fact() -> None:
    text = "زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 تلبية لدعوة من حركة طالبان."

    (mention,) = told(text)

    words = {(e.kind, e.value): e.span.of(text) for e in mention.evidence}
    assert words["trigger", "visit"] == "زار"
    assert words["date", "2023-03-12"] == "يوم 12 مارس 2023"
    assert words["party", "russia"] == "الروسي"
    assert words["party", "taliban"] == "حركة طالبان"
    assert words["person", "sergey-lavrov"] == "سيرغي لافروف"
    assert words["place", "kabul"] == "كابول"


def test_roles_say_who_travelled_to_whom() -> None:
    (mention,) = told("زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 تلبية لدعوة من حركة طالبان.")

    assert {party.actor: party.role for party in mention.parties} == {"russia": "guest", "taliban": "host"}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "٠١٢٣" * 500, "\u202b\u202c" * 500, "\u064b" * 2000, "طالبان", "🙂" * 100]
)
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(find_mentions(text, "ar", None), tuple)


def test_a_language_without_rules_gets_no_mentions() -> None:
    assert find_mentions("Toliblar Toshkentga keldi", "uz", None) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # who meets, in the feminine of a verb that ends in ya, and with a pronoun written to it
        ("التقت نائبة وزير الخارجية الكازاخية وفد طالبان في 5 مايو 2024.", "talks"),
        ("اختلى سيرغي لافروف بأمير خان متقي ساعة في 4 أكتوبر 2024.", "talks"),
        ("قابل زامير كابولوف وزير خارجية طالبان في 4 أكتوبر 2024.", "talks"),
        # credentials are no mission, though an ambassador hands them over
        ("تسلم نائب وزير الخارجية الروسي أوراق اعتماد سفير طالبان غل حسن في 1 يوليو 2024.", "accreditation"),
        ("وافقت كازاخستان على تعيين دبلوماسي من طالبان قائما بالأعمال في أستانا في 5 مايو 2023.", "accreditation"),
        ("وضعت طالبان يدها على السفارة الأفغانية في عشق آباد في مارس 2022.", "mission-handover"),
        ("استأنفت السفارة الروسية في كابول عملها القنصلي في ظل طالبان في يوليو 2023.", "mission-handover"),
        # to affirm a government is to recognise it, to affirm that ... is to say so
        ("أقرت روسيا بحكومة طالبان سلطة شرعية في أفغانستان في 3 يوليو 2024.", "recognition"),
        ("أقرت روسيا في 3 يوليو 2024 بأن حكومة طالبان باقية.", "statement"),
        # to rule out, and to take off a list
        ("استبعدت قرغيزستان طالبان من قائمة المنظمات الإرهابية في 5 سبتمبر 2024.", "listing"),
        ("استبعدت قرغيزستان في 5 سبتمبر 2024 أن تنهار حكومة طالبان.", "statement"),
        ("نزعت كازاخستان صفة الإرهاب عن طالبان في ديسمبر 2023.", "listing"),
        ("وجهت طالبان الشكر إلى روسيا في 5 مايو 2024.", "statement"),
        ("أصدرت طالبان بيانا ترحب فيه بقرار روسيا في 5 مايو 2024.", "statement"),
        ("حملت دوشنبه طالبان مسؤولية الهجوم في 27 نوفمبر 2024.", "statement"),
        # who is quoted stands after عن
        ("نقلت وكالة تاس عن كابولوف قوله إن طالبان شريك لبلاده.", "statement"),
        ("توافق الطرفان الروسي وطالبان على صفقة وقود في 27 سبتمبر 2022.", "agreement"),
        ("جرى التوقيع بين طالبان وكازاخستان في كابول يوم الثلاثاء.", "agreement"),
        ("أعادت أوزبكستان فتح معبر حيرتان أمام التجارة مع طالبان في 5 مايو 2024.", "aid-trade"),
        ("سلّم السفير التركماني مساعدات غذائية إلى مسؤولي طالبان في هرات.", "aid-trade"),
        ("حط وزير الخارجية الأوزبكي في كابول يوم 17 يوليو 2024 للقاء طالبان.", "visit"),
        # "has received", not "may hand over"
        ("فقد تسلّم بختيار سعيدوف أمس نسخة من أوراق اعتماد عبد الغفار بحر، موفد طالبان.", "accreditation"),
    ],
)
def test_an_act_has_many_words(text: str, kind: str) -> None:
    assert kind in {one for one, _, _ in found(text)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ينتظر أن يلتقي سيرغي لافروف أمير خان متقي في قازان في ديسمبر 2024.", "awaited"),
        ("بلغ حجم التبادل بين طالبان وأوزبكستان مليار دولار في عام 2023.", "a figure"),
        ("تشير بيانات رسمية إلى أن التجارة بين طالبان وكازاخستان تتوسع.", "data say nothing in public"),
        ("لم يصدر تعليق من طالبان على الموقف الروسي.", "no word"),
        ("تشترك طاجيكستان مع مناطق طالبان في حدود طولها 1350 كيلومترا.", "a state of affairs"),
        ("أعرب مراقبون في موسكو عن خشيتهم من طالبان.", "observers speak for nobody"),
        ("جاء دور روسيا وطالبان في الملف.", "to come, of a turn and not of a visitor"),
        ("ينتقد ناشطون روس الحوار مع طالبان.", "activists speak for nobody"),
    ],
)
def test_words_that_look_like_an_act_are_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason
