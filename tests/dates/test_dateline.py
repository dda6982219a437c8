"""Publication dates printed in the first lines of a text."""

import pytest

from app.dates.resolution import dateline
from app.text.folding import fold
from app.vocabulary.calendars import date_lexicon

PRINTED = [
    ("ar", "محادثات موسكو تستكشف\n\nتهريب المخدرات.\nالخميس 2021/10/21\nعلى طالبان\n\nأولت محادثات", "2021-10-21"),
    ("ar", "قائم بالأعمال يمارس مهامه\n\n٢٩ أبريل ٢٠٢٢\n\nقال وزير", "2022-04-29"),
    ("ar", "20 تشرين الأول 21 - 14:52\n\nلافروف في افتتاح", "2021-10-20"),
    ("ar", "17 ديسمبر، 2024\n\nبغداد/المسلة: صوّت", "2024-12-17"),
    ("ar", " date 2025-10-07\nكابول تحضر", "2025-10-07"),
    ("en", "A headline\nPublished: 3 June 2024, 10:30 GMT\nBody text", "2024-06-03"),
    ("en", "Updated Nov. 16, 2022\n\nEnvoys gathered", "2022-11-16"),
    ("ru", "24 Ноябрь 2024, Ташкентское время: 06:16\n\nАфганское посольство", "2024-11-24"),
    ("ru", "Опубликовано: 20.06.2022 11:24 Печать\n\nКАБУЛ, 20 июня.", "2022-06-20"),
    ("fa", "افغانستان\n\nآسواکانیوز(شنبه/۸عقرب/۱۴۰۰): رشید میردوف، امروز در ارگ دیدار داشت", "2021-10-30"),
]
UNPRINTED = [
    ("ar", "أجرى شويجو زيارة رسمية لأفغانستان، يوم 25 نوفمبر 2024، تعهد خلالها بتعزيز العلاقات", "in a sentence"),
    ("ar", "عنوان\n\nفي يوليو 2024", "a month only"),
    ("ar", "عنوان\n\nالخميس", "a weekday only"),
    ("ar", "عنوان\n\n17 ديسمبر", "no year"),
    ("ar", "منذ 15 أغسطس 2021\n", "a beginning"),
    ("en", "03/04/2022\nText", "two days are possible"),
    ("ru", "На снимке: Камилов и Муттаки. Кабул, 19 июня 2022 года.\n", "a caption"),
    ("en", "\n".join(["A line of text that is no date at all."] * 9 + ["3 June 2024"]), "too far down"),
    ("en", "x" * 2000 + "\n3 June 2024\n", "too far down"),
    ("en", "", "nothing"),
]


@pytest.mark.parametrize(("language", "text", "date"), PRINTED)
def test_a_date_on_a_line_of_its_own_or_heading_the_story_is_the_publication_date(
    language: str, text: str, date: str
) -> None:
    found = dateline(fold(text), date_lexicon(language))

    assert found and found.text == date


@pytest.mark.parametrize(("language", "text", "reason"), UNPRINTED, ids=[reason for *_, reason in UNPRINTED])
def test_any_other_date_is_not(language: str, text: str, reason: str) -> None:
    assert dateline(fold(text), date_lexicon(language)) is None, reason
