"""Traps that real texts set, each as a text and what is to be read in it. Collected from the five documents."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention
from app.resolve.likeness import Told
from app.resolve.same_event import group

PUBLISHED = EdtfDate.parse("2024-11-30")


def told(text: str, tag: str = "ar", published: EdtfDate | None = PUBLISHED) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, tag, published) if mention.tells]


def dates(text: str, tag: str = "ar", published: EdtfDate | None = PUBLISHED) -> list[str | None]:
    return [mention.date.date.text if mention.date else None for mention in told(text, tag, published)]


EMIRATE = "سيطرت إمارة أفغانستان الإسلامية (IEA) على البلاد. "
AGENCY = "اعتمدت روسيا دبلوماسيي وكالة الطاقة الدولية في مارس 2022."


def test_an_emirate_that_a_machine_made_an_energy_agency_is_the_taliban_where_the_text_defines_it() -> None:
    assert {party.actor for party in told(EMIRATE + AGENCY)[-1].parties} == {"russia", "taliban"}


@pytest.mark.parametrize(
    "naming", ["زارت طالبان المعرض. ", "قالت وكالة الطاقة الدولية (IEA) إن الأسعار ارتفعت. زارت طالبان المعرض. "]
)
def test_the_energy_agency_is_itself_everywhere_else(naming: str) -> None:
    text = naming + AGENCY
    words = [e.span.of(text) for mention in told(text) for e in mention.evidence if e.kind == "party"]

    assert not any("الطاقة" in word for word in words)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("أعلن زامير كابولوف في 4 أكتوبر 2024 أن موسكو تحاور طالبان.", "zamir-kabulov"),
        ("أعلن زامير كامولوف في 4 أكتوبر 2024 أن موسكو تحاور طالبان.", "zamir-kabulov"),
        ("أعلن سيرجي لافروف في 4 أكتوبر 2024 أن موسكو تحاور طالبان.", "sergey-lavrov"),
        ("أعلن سيرغي لافروف في 4 أكتوبر 2024 أن موسكو تحاور طالبان.", "sergey-lavrov"),
    ],
)
def test_one_person_is_spelled_in_several_ways(text: str, person: str) -> None:
    assert [mention.persons for mention in told(text)] == [(person,)]


@pytest.mark.parametrize("town", ["سانت بطرسبرغ", "سانت بطرسبرج"])
def test_one_town_is_spelled_in_several_ways(town: str) -> None:
    assert told(f"زار وفد من طالبان مدينة {town} الروسية في 5 يونيو 2024.")[0].place == "saint-petersburg"


def test_last_october_is_october_of_this_year() -> None:
    first, second = dates("التقى لافروف قادة طالبان في أكتوبر الماضي. التقى شويغو قادة طالبان في أكتوبر 2024.")

    assert first == second == "2024-10"


@pytest.mark.parametrize(
    "boilerplate",
    [
        "Previous post\nروسيا تعترف بحكومة طالبان في يوليو 2024\nNext post",
        "اترك تعليقاً\nزار لافروف كابول في مايو 2024 والتقى طالبان",
        "اقرأ أيضا: روسيا تستضيف وفد طالبان",
        "5",
    ],
)
def test_comment_forms_and_other_headlines_tell_of_nothing(boilerplate: str) -> None:
    text = "تتعاون روسيا مع طالبان منذ سنوات في مجالات كثيرة.\n"

    assert told(text + boilerplate) == []


def test_an_announcement_told_in_two_paragraphs_is_one_event() -> None:
    text = (
        "أعلنت وزارة الخارجية الكازاخية يوم 17 أبريل 2023 اعتماد دبلوماسيين عينتهم حركة طالبان.\n"
        "وتحسنت العلاقات منذ ذلك.\n"
        "واعتمدت كازاخستان دبلوماسيي طالبان في أبريل 2023."
    )

    assert len(group([Told("d", mention) for mention in told(text)])) == 1


def test_the_end_of_a_month_and_its_23rd_are_one_event_with_the_finer_date() -> None:
    text = (
        "سلمت طاجيكستان القنصلية الأفغانية في خاروغ إلى طالبان نهاية مارس 2023.\n"
        "وتسلمت طالبان القنصلية الأفغانية في خاروغ الطاجيكية في 23 مارس 2023."
    )
    mentions = [Told("d", mention) for mention in told(text)]

    assert len(mentions) == 2
    assert len(group(mentions)) == 1


@pytest.mark.parametrize("number", ["1200 كيلومتر", "775 كم", "137 كيلومتراً", "1600 شاحنة", "4000 مقاتل"])
def test_a_count_is_no_year(number: str) -> None:
    assert dates(f"زار وفد من طالبان طشقند عاصمة أوزبكستان بعد رحلة طولها {number}.") in ([None], ["2024-11-30~"])


def test_rahmon_is_no_month() -> None:
    assert dates("وانتقد الرئيس الطاجيكي إمام علي رحمن حركة طالبان.", published=None) == [None]


def test_a_dateline_is_the_day_of_the_news() -> None:
    text = "الخميس 2021/10/21\nموسكو - قال لافروف إن موسكو على اتصال مع طالبان. والتقى لافروف أمس وفد طالبان."

    assert dates(text, published=None) == ["2021-10-21~", "2021-10-20"]


def test_a_bare_weekday_is_the_newest_past() -> None:
    # 30 November 2024 is a Saturday.
    assert dates("أعلنت وزارة الخارجية الروسية الثلاثاء أن طالبان مدعوة.") == ["2024-11-26"]


def test_a_year_long_gone_by_the_only_one_named_does_not_date_what_has_none() -> None:
    text = "في عام 2016 تحسنت الأحوال. وقالت روسيا إنها ستحضر حفل تنصيب حكومة طالبان."

    assert dates(text, published=None)[-1] is None


def test_the_name_of_a_site_is_no_time() -> None:
    assert dates("قالت روسيا لأخبار الآن إنها تحاور طالبان.", published=None) == [None]


def test_whom_others_dealt_with_is_no_dealing_of_the_region() -> None:
    text = "التقى وزير الخارجية الإيراني وفد طالبان في طهران في 9 يناير 2022، بينما تراقب روسيا الوضع عن كثب من موسكو."
    (mention,) = [mention for mention in told(text) if mention.type == "talks"]

    assert "russia" not in {party.actor for party in mention.parties} or mention.scope == "context"


@pytest.mark.parametrize(
    "text",
    [
        "زار\u00a0سيرغي\u00a0لافروف\u00a0كابول\u00a0في\u00a012\u00a0مارس\u00a02023 بدعوة من طالبان.",
        "زارَ سيرغي لافروف كابولَ رسميًّا في 12 مارس 2023 بدعوةٍ من طالبان.",
        "زار “سيرغي لافروف” كابول في 12 مارس 2023 بدعوة من “طالبان”.",
        "زار سيرغي لافروف كابول ، في 12 مارس 2023 ، بدعوة من طالبان .",
    ],
)
def test_spaces_vowels_and_quotation_marks_change_nothing(text: str) -> None:
    (mention,) = told(text)

    assert (mention.type, mention.date and mention.date.date.text) == ("visit", "2023-03-12")
    assert mention.persons == ("sergey-lavrov",)


def test_what_dates_another_clause_does_not_date_this_one() -> None:
    text = "زار وفد من طالبان موسكو الأسبوع الماضي، وهي من أهم زياراتها منذ وصولها إلى السلطة في منتصف أغسطس 2021."
    visits = [mention for mention in told(text) if mention.type == "visit" and mention.scope == "core"]

    assert visits[0].date is not None
    assert visits[0].date.date.text == "2024-11-18/2024-11-24"


def test_an_envoy_of_putin_does_not_make_putin_take_part() -> None:
    text = "زار مبعوث الرئيس فلاديمير بوتين زامير كابولوف كابول في 12 مارس 2023 بدعوة من طالبان."

    assert told(text)[0].persons == ("zamir-kabulov",)


def test_an_office_is_that_of_its_time() -> None:
    text = "Sergei Shoigu visited Kabul on 25 November 2024 at the invitation of the Taliban."

    assert {party.actor for party in told(text, "en")[0].parties} == {"russia", "taliban"}


@pytest.mark.parametrize("tag", ["ar", "en", "ru", "fa"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "0123456789 " * 300,
        "\u202b\u202c\u200f" * 500,
        "\u064b\u0301" * 1000,
        "ᚠᚢᚦ ᚨᚱᚲ " * 300,
        "a" * 20_000,
        "🙂" * 500,
    ],
)
def test_any_text_gets_an_answer(text: str, tag: str) -> None:
    assert find_mentions(text, tag, None) == ()
