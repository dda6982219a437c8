"""What looks like a date and is none. Each row has its reason."""

import pytest

from tests.dates.told import expressions, told

ARABIC = [
    ("الرئيس الطاجيكي “إمام علي رحمن” مراراً", "رحمن is no رمضان"),
    ("وزير الداخلية الطاجيكي “رمضان رحيم زاده”", "a given name, without a preposition of time"),
    ("الرئيس التركي رجب طيب أردوغان", "a given name"),
    ("صفر خسائر، ومحرم عليهم", "zero, and forbidden"),
    ("1200 كم، و775 كم، و137 كم)", "a distance"),
    ("بطول 1600 كم، ومشروع", "a distance"),
    ("وجود 4000 عنصر مسلح", "a number of men"),
    ("أكثر من 40 قاعدة ومركزاً", "a number of bases"),
    ("في 15 مقاطعة من مقاطعات أفغانستان الـ34، و", "a number of provinces"),
    ("مقتل أكثر من 14 ألف جندي", "thousands"),
    ("ما يقرب من 3 ملايين لاجئ", "millions"),
    ("في 2000 مدرسة", "a round number that counts what follows"),
    ("نحو 1998 جنديا", "a number of soldiers"),
    ("قرار مجلس الأمن 1988 و2593", "the number of a resolution"),
    ("القرار رقم 2021", "a number"),
    ("موقع أخبار الآن تعبر", "the name of a site"),
    ("نقلت روسيا اليوم عن", "the name of a channel"),
    ("اليوم العالمي للمرأة", "International Day"),
    ("في اليوم الأول من المحادثات", "the first day, not today"),
    ("ذات يوم", "one day"),
    ("أحد مسؤولي طالبان، أحد الأعضاء", "one of, not Sunday"),
    ("صلاة الجمعة", "Friday prayers"),
    ("يمارس مهامه", "practises"),
    ("الذي مارس الضغط على طالبان، ومارس الجيش", "practised"),
    ("قتل 20 ومارس التنظيم", "and practised, not 20 March"),
    ("والد الطفل اب لثلاثة أطفال", "father"),
    ("زار أب وابنه في أب واحد", "father, after a preposition too"),
    ("بابا، وكتاب، وآداب", "آب inside words"),
    ("\n\n5", "a stray page number"),
    ("14:52", "a time of day"),
    ("بنسبة 20.5 بالمئة", "a percentage"),
    ("صعود داعش في نفس الوقت", "at the same time, while"),
    ("وفي غضون يومين من الاستيلاء عليها", "two days from something told, not from now"),
    ("خلال الفترة المقبلة، على مر السنين", "no time that can be counted"),
    ("هاتف 0705-2021-33", "a telephone number"),
    ("في الساعة 10 و30 دقيقة", "a time of day"),
    ("الربيع العربي", "the Arab Spring"),
    ("بعد هجمات 11 سبتمبر", "of 2001: no newest past one"),
    ("عشرين من المسؤولين", "a number"),
    ("الأمين العام السابق للأمم المتحدة، والأمين العام الحالي", "general, not year"),
    ("القائد العام الحالي، وقنصل عام 2", "general, not year"),
    ("قبل عقد الاجتماع", "before it was held, not a decade ago"),
    ("قال لرمضان قديروف، ولرمضان رحيم زاده", "a given name, after another preposition"),
    ("في اليوم الذي سقطت فيه كابول", "the day that"),
    ("في النصف، وقبل نصف نهائي", "half"),
    ("TNA2021", "a code"),
]
ENGLISH = [
    ("It may be. They march on.", "verbs"),
    ("May Allah bless him", "a wish: a capital is not enough"),
    ("Theresa May said", "a name"),
    ("I sat in the sun and wed a mar", "short names of days and months stand only beside a date"),
    ("one day he left", "once"),
    ("Resolution 1988 (2011), the 1988 Sanctions Committee", "the name of a resolution"),
    ("2000 troops, 4000 fighters, 1,200 km", "numbers of things"),
    ("more than 1998 people", "a number of people"),
    ("Russia Today and USA Today", "names"),
    ("in 2050 schools", "a number of schools"),
    ("the second half", "of what?"),
    ("then he left", "next"),
    ("at 10:30 a.m.", "a time of day"),
    ("version 1.2.2020.4", "a version"),
    ("ISIS2021", "a code"),
    ("$2021", "money"),
    ("after the September 11 attacks", "of 2001: no newest past one"),
]
RUSSIAN = [
    ("охрана окружающей среды, в международной среде", "environment, not Wednesday"),
    ("резолюция 1988 СБ ООН, № 2021", "numbers"),
    ("2000 человек, 1200 км, 14 тысяч", "numbers of things"),
    ("Россия сегодня", "the name of an agency"),
    ("Октябрьский район", "a name"),
    ("тогда как", "whereas"),
    ("три минуты не трогают, еще десять готовят", "minutes"),
    ("300 мл масла", "a measure"),
]
PERSIAN = [
    ("او می گوید، می‌گوید", "می begins a verb"),
    ("۲۰ می شود", "becomes 20"),
    ("بشار اسد گفت", "a name"),
    ("خبرگزاری مهر", "the name of an agency"),
    ("میزان صادرات جدی است", "amount, and serious"),
    ("مبتلا به سرطان", "cancer"),
    ("نماز جمعه", "Friday prayers"),
    ("جمعه خان گفت", "a given name"),
    ("۲۰۰۰ نفر و ۱۲۰۰ کیلومتر", "numbers of things"),
    ("قطعنامه ۱۹۸۸", "the number of a resolution"),
    ("بیش از ۲۰ سال", "a length of time"),
]
LOOKALIKES = [
    (language, text, reason)
    for language, rows in (("ar", ARABIC), ("en", ENGLISH), ("ru", RUSSIAN), ("fa", PERSIAN))
    for text, reason in rows
]


@pytest.mark.parametrize(("language", "text", "reason"), LOOKALIKES, ids=[text for _, text, _ in LOOKALIKES])
def test_what_only_looks_like_a_date_is_left_alone(language: str, text: str, reason: str) -> None:
    assert told(text, language) == [], reason


VAGUE = [
    ("ar", "وحتى الآن", "حتى الآن"),
    ("ar", "حالياً", "حالياً"),
    ("ar", "منذ سنوات", "منذ سنوات"),
    ("ar", "قبل بضعة أشهر", "قبل بضعة أشهر"),
    ("ar", "في السنوات الأخيرة", "السنوات الأخيرة"),
    ("en", "in recent years", "recent years"),
    ("en", "several years ago", "several years ago"),
    ("ru", "несколько лет назад", "несколько лет назад"),
    ("ru", "в последнее время", "последнее время"),
    ("fa", "در حال حاضر", "در حال حاضر"),
    ("fa", "چند سال پیش", "چند سال پیش"),
]


@pytest.mark.parametrize(("language", "text", "phrase"), VAGUE)
def test_vague_times_are_found_but_have_no_date(language: str, text: str, phrase: str) -> None:
    found = expressions(text, language)

    assert [(expression.phrase, expression.kind) for expression in found] == [(phrase, "vague")]
    assert [date for _, date in told(text, language)] == []
