"""When a text without a publication date was published: an interval that holds the truth, with its reasons."""

from datetime import date

import pytest

from app.extract.publication import publication
from app.text.folding import fold


@pytest.mark.parametrize(
    ("tag", "text", "interval"),
    [
        # a date line is the day
        ("ar", "الخميس 2021/10/21\nقال لافروف إن المحادثات مع طالبان مستمرة منذ عام.", "2021-10-21"),
        ("ru", "Опубликовано: 20.06.2022 11:24\nКамилов прилетел в Кабул.", "2022-06-20"),
        # the newest day or month told in full is the earliest day; nothing says how much later
        ("en", "Russia banned the Taliban in 2003 and met them on 25 November 2024.", "2024-11-25/.."),
        ("ar", "اعتمدت روسيا دبلوماسيي طالبان في مارس 2022 بعد سنوات.", "2022-03-01/.."),
        # "the 17th of this month" pins the month of the next April from there on
        ("ar", "اجتمعوا يوم 13 أبريل 2023، وأعلنت كازاخستان في 17 أبريل الجاري الاعتماد.", "2023-04-17/2023-04-30"),
        # a day without its year, but with its weekday, tells the year, and is news
        (
            "en",
            "The talks of October 2021 were the third. Envoys met on Wednesday, November 16.",
            "2022-11-16/2022-12-16",
        ),
        # a landmark spoken of as past
        ("ar", "تتعاون موسكو مع حكومة طالبان بعد الغزو الروسي لأوكرانيا.", "2022-02-24/.."),
        ("fa", "روابط کشورها با حکومت طالبان گسترش یافته است.", "2021-08-15/.."),
    ],
)
def test_what_a_text_says_bounds_its_publication(tag: str, text: str, interval: str) -> None:
    told = publication(fold(text), tag)

    assert told is not None
    assert told.date.text == interval
    assert told.reasons


def test_a_day_still_to_come_bounds_nothing() -> None:
    told = publication(fold("They met on 3 May 2024. The next forum will be held on 7 October 2025."), "en")

    assert told is not None
    assert told.earliest == date(2024, 5, 3)


def test_a_text_without_any_date_stays_without() -> None:
    assert publication(fold("Плов готовят из риса, моркови и баранины."), "ru") is None
