"""Persian and Dari texts and what is to be found in them. Each row is a habit of the language or a trap, and why."""

import pytest

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions
from app.extract.mention import ExtractedMention

PUBLISHED = EdtfDate.parse("2024-11-30")


def told(text: str, published: EdtfDate | None = PUBLISHED) -> list[ExtractedMention]:
    return [mention for mention in find_mentions(text, "fa", published) if mention.tells]


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
        # verb at the end, ezafe unwritten
        (
            "رشید میردوف، وزیر خارجه ترکمنستان، روز یکشنبه در رأس هیئتی وارد کابل شد تا با مقام‌های طالبان دیدار کند.",
            ("visit", "2024-11-24", "turkmenistan"),
        ),
        (
            "هیئت بلندپایه طالبان به رهبری ملا عبدالغنی برادر دیروز به تاشکند رفت.",
            ("visit", "2024-11-29", "uzbekistan"),
        ),
        # who invited is no trap
        (
            "وزیر خارجه طالبان به دعوت سرگئی لاوروف به مسکو سفر کرده است.",
            ("visit", "2024-11-30~", "russia"),
        ),
        # what somebody travels for does not touch the travelling
        (
            "معاون نخست‌وزیر قزاقستان در ۱۵ ژوئن ۲۰۲۳ با هدف گسترش تجارت با طالبان به کابل سفر کرد.",
            ("visit", "2023-06-15", "kazakhstan"),
        ),
        # Dari: solar month, "made a journey"
        (
            "یک هیئت تجارتی قزاقستان در ماه عقرب به کابل سفر نموده و با طالبان دیدار کرده بود.",
            ("visit", "2024-10-22/2024-11-20", "kazakhstan"),
        ),
        # the light verb told once for two nouns
        (
            "وزیر خارجه طالبان روز سه‌شنبه در مسکو با سرگئی لاوروف دیدار و درباره روابط دوجانبه گفت‌وگو کرد.",
            ("talks", "2024-11-26", "russia"),
        ),
        # a noun carried by a light verb at the end
        (
            "دیدار سفیر طالبان و معاون وزیر خارجه قرقیزستان روز ۱۲ نوامبر در بیشکک انجام شد.",
            ("talks", "2024-11-12", "kyrgyzstan"),
        ),
        # spelled apart
        ("سفیر روسیه در کابل دیروز با امیرخان متقی، وزیر طالبان، گفت و گو کرد.", ("talks", "2024-11-29", "russia")),
        # by telephone, "sat down to talk"
        (
            "ملا یعقوب، وزیر دفاع طالبان، در ۵ سپتامبر ۲۰۲۴ با سرگئی شویگو به گفت‌وگو نشست.",
            ("talks", "2024-09-05", "russia"),
        ),
        # a forum in the passive
        (
            "ششمین نشست فرمت مسکو با حضور نمایندگان طالبان در ۴ اکتبر ۲۰۲۴ در پایتخت روسیه برگزار شد.",
            ("forum", "2024-10-04", "russia"),
        ),
        # a relative clause that dates it
        ("هیئت طالبان در نشست فارمت مسکو که روز جمعه برگزار شد، اشتراک کرد.", ("forum", "2024-11-29", "russia")),
        # something that lasts
        (
            "نمایندگان طالبان از سال ۲۰۲۲ به این سو در مجمع اقتصادی سن پترزبورگ شرکت می‌کنند.",
            ("forum", "2022/..", "russia"),
        ),
        # credentials
        (
            "سفیر طالبان در تاشکند روز چهارشنبه رونوشت اعتبارنامه خود را به وزیر خارجه ازبکستان تقدیم کرد.",
            ("accreditation", "2024-11-27", "uzbekistan"),
        ),
        # accepted "as chargé d'affaires"
        (
            "ترکمنستان در مارچ ۲۰۲۲ فرد معرفی‌شده از سوی طالبان را به حیث کاردار پذیرفت.",
            ("accreditation", "2022-03", "turkmenistan"),
        ),
        # a mission handed over, in the passive, with the Dari month
        ("سفارت افغانستان در تاشکند در فبروری ۲۰۲۴ به طالبان سپرده شد.", ("mission-handover", "2024-02", "uzbekistan")),
        # fell to the Taliban; only the city says whose it is
        (
            "قونسلگری افغانستان در ترمذ در سال ۲۰۲۳ به دست طالبان افتاد.",
            ("mission-handover", "2023", "uzbekistan"),
        ),
        # delisted: object before the verb
        (
            "نام طالبان در سپتامبر ۲۰۲۴ از لیست سیاه قرقیزستان حذف شد.",
            ("listing", "2024-09", "kyrgyzstan"),
        ),
        # "brought into a state of suspension"
        (
            "دادگاه عالی روسیه در آوریل ۲۰۲۴ ممنوعیت فعالیت طالبان را به حالت تعلیق درآورد.",
            ("listing", "2024-04", "russia"),
        ),
        # a law
        (
            "ولادیمیر پوتین در ۲۸ دسامبر ۲۰۲۳ قانون حذف طالبان از فهرست سازمان‌های تروریستی را امضا کرد.",
            ("listing", "2023-12-28", "russia"),
        ),
        # Iranian calendar
        (
            "طالبان ۲۵ بهمن ۱۳۸۱ در فهرست سازمان‌های تروریستی روسیه قرار گرفت.",
            ("listing", "2003-02-14", "russia"),
        ),
        # recognition, active and passive
        ("روسیه در سوم جولای ۲۰۲۴ حکومت طالبان را به رسمیت شناخت.", ("recognition", "2024-07-03", "russia")),
        (
            "امارت اسلامی افغانستان در ۳ ژوئیه ۲۰۲۴ از سوی روسیه به رسمیت شناخته شد.",
            ("recognition", "2024-07-03", "russia"),
        ),
        # signing
        (
            "طالبان و روسیه در ۲۷ سپتامبر ۲۰۲۲ قرارداد خرید سوخت و گندم را امضا کردند.",
            ("agreement", "2022-09-27", "russia"),
        ),
        ("قزاقستان و طالبان دیروز بر سر افزایش تجارت به توافق رسیدند.", ("agreement", "2024-11-29", "kazakhstan")),
        # aid
        (
            "قزاقستان روز دوشنبه پنج هزار تن آرد را به مقام‌های طالبان تسلیم داد.",
            ("aid-trade", "2024-11-25", "kazakhstan"),
        ),
        # clashes
        (
            "مرزبانان تاجیکستان و جنگجویان طالبان در ۱۵ ژوئن ۲۰۲۲ در مرز درگیر شدند.",
            ("security", "2022-06-15", "tajikistan"),
        ),
        # speech with and without که, and before a colon
        (
            "ضمیر کابلوف روز جمعه گفت که مسکو برای به رسمیت شناختن طالبان عجله ندارد.",
            ("statement", "2024-11-29", "russia"),
        ),
        (
            "دمیتری پسکوف سخنگوی کرملین هم روز چهارشنبه گفته بود مسکو به گفت‌وگو با طالبان نیاز دارد.",
            ("statement", "2024-11-27", "russia"),
        ),
        (
            "تهران- ایرنا- سخنگوی وزارت خارجه روسیه دیروز اظهار داشت: روابط با طالبان گسترش می‌یابد.",
            ("statement", "2024-11-29", "russia"),
        ),
        # what was said stands before the verb, and may be possible only
        (
            "الکسی اورچوک، معاون نخست‌وزیر روسیه، دیروز از مشارکت احتمالی در راه‌آهن با طالبان سخن گفت.",
            ("statement", "2024-11-29", "russia"),
        ),
        # a noun of the verb far before it
        ("شوکت میرضیایف در سپتامبر ۲۰۲۳ خواستار گفت‌وگو با طالبان شد.", ("statement", "2023-09", "uzbekistan")),
        # a denial
        ("ذبیح‌الله مجاهد، سخنگوی طالبان، دیروز اتهامات روسیه را رد کرد.", ("statement", "2024-11-29", "russia")),
        # the announcement of an act is the act
        (
            "وزارت خارجه قزاقستان در ۱۷ اپریل ۲۰۲۳ اعلام کرد که دیپلومات‌های طالبان را پذیرفته است.",
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
        ("روسیه ممکن است به زودی حکومت طالبان را به رسمیت بشناسد.", "may"),
        ("وزیر خارجه طالبان هفته آینده به مسکو سفر خواهد کرد.", "will"),
        ("قرار است هیئت طالبان در نشست فرمت مسکو شرکت کند.", "is to"),
        ("نشست بعدی فرمت مسکو با حضور طالبان در ۵ مارس ۲۰۲۵ برگزار خواهد شد.", "a date to come"),
        ("روسیه هنوز حکومت طالبان را به رسمیت نشناخته است.", "has not"),
        ("دیدار متقی و لاوروف، وزیران خارجه طالبان و روسیه، در ۵ نوامبر انجام نشد.", "did not take place"),
        ("ازبکستان می‌خواهد با طالبان قرارداد امضا کند.", "wants to"),
        ("باید با طالبان در مسکو دیدار کرد.", "must: the short infinitive looks like the past"),
        ("می‌توان نام طالبان را از فهرست روسیه حذف کرد.", "one can: the short infinitive again"),
        ("اگر روسیه سفارت را به طالبان سپرده بود، روابط بهتر می‌شد.", "if"),
        ("شاید قزاقستان نام طالبان را از فهرست حذف کرده باشد.", "perhaps, in the perfect subjunctive"),
        ("مقام‌های ازبک همواره با طالبان دیدار کرده‌اند.", "a habit"),
        ("تا کنون سه هیئت طالبان به مسکو سفر کرده است.", "a tally"),
        ("نمایندگان طالبان چند بار به روسیه سفر کرده‌اند.", "a tally"),
        ("روسیه برای گفت‌وگو با طالبان آماده است.", "a readiness"),
        ("هدف از سفر هیئت ازبکستان گفت‌وگو با طالبان درباره آب است.", "a purpose"),
        ("روسیه در حال بررسی حذف طالبان از فهرست گروه‌های تروریستی است.", "is considering"),
        ("طالبان انتظار دارد که قزاقستان نام این گروه را از فهرست خارج کند.", "is expected"),
        ("چرا روسیه طالبان را از فهرست سیاه حذف کرد؟", "a question"),
        ("روسیه آماده است با طالبان توافق‌نامه همکاری امضا کند.", "ready to"),
    ],
)
def test_what_did_not_happen_is_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("یک تحلیلگر روس گفت که طالبان تغییر نکرده است.", "an analyst speaks for nobody"),
        ("استاد دانشگاه مسکو گفت روسیه طالبان را به رسمیت خواهد شناخت.", "nor does a professor"),
        ("تجار ازبک از طالبان خواستند تعرفه‌ها را کاهش دهند.", "nor do traders"),
        ("روسیه و طالبان روابط نزدیکی دارند.", "a state of affairs"),
        ("سیاست روسیه در قبال طالبان بر امنیت آسیای مرکزی استوار است.", "a state of affairs"),
        ("طالبان سخن گفتند.\nتیم ملی روسیه در برابر ازبکستان دیروز پیروز شد.", "sport"),
        ("وزارت خارجه روسیه\n\nطالبان در مسکو", "a heading"),
    ],
)
def test_what_is_no_dealing_is_no_event(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who travels needs no title
        ("میردوف در ۳۰ اکتبر ۲۰۲۱ برای گفت‌وگو با طالبان به کابل رفت.", ("visit", "2021-10-30", "turkmenistan")),
        # flew, set out, left
        ("شویگو روز دوشنبه برای دیدار با سران طالبان به کابل پرواز کرد.", ("visit", "2024-11-25", "russia")),
        ("هیئت طالبان دیروز رهسپار مسکو شد.", ("visit", "2024-11-29", "russia")),
        # landed
        (
            "هیئت ازبکستان روز شنبه برای گفت‌وگو با طالبان در میدان هوایی کابل فرود آمد.",
            ("visit", "2024-11-30", "uzbekistan"),
        ),
        # went to see; sat down together; spoke by telephone
        (
            "ژیرنوف، سفیر روسیه، روز سه‌شنبه به دیدار امیرخان متقی، وزیر خارجه طالبان، رفت.",
            ("talks", "2024-11-26", "russia"),
        ),
        ("متقی و لاوروف دیروز در مسکو گرد هم نشستند.", ("talks", "2024-11-29", "russia")),
        ("متقی شب گذشته با وزیر خارجه تاجیکستان تلفنی حرف زد.", ("talks", "2024-11-29", "tajikistan")),
        # the host
        ("سعیدوف دیروز در تاشکند پذیرای وزیر خارجه طالبان بود.", ("talks", "2024-11-29", "uzbekistan")),
        (
            "روسیه در ۱۶ نوامبر ۲۰۲۲ میزبان نشست فرمت مسکو با حضور طالبان بود.",
            ("forum", "2022-11-16", "russia"),
        ),
        # keys handed over
        (
            "تاجیکستان در مارس ۲۰۲۳ کلید قونسلگری خاروغ را به دست نمایندگان طالبان داد.",
            ("mission-handover", "2023-03", "tajikistan"),
        ),
        # leave to work
        (
            "قرقیزستان در ماه مارس ۲۰۲۳ به دیپلمات‌های طالبان اجازه کار داد.",
            ("accreditation", "2023-03", "kyrgyzstan"),
        ),
        # struck off, placed in the rank of
        (
            "نام طالبان در سپتامبر ۲۰۲۴ از فهرست سیاه قرقیزستان خط خورد.",
            ("listing", "2024-09", "kyrgyzstan"),
        ),
        (
            "دیوان عالی روسیه در فوریه ۲۰۰۳ طالبان را در ردیف سازمان‌های تروریستی نشاند.",
            ("listing", "2003-02", "russia"),
        ),
        # a law carried through
        (
            "دومای روسیه در ۱۷ دسامبر ۲۰۲۳ لایحه تعلیق ممنوعیت طالبان را از تصویب گذراند.",
            ("listing", "2023-12-17", "russia"),
        ),
        # the hand put to it; exchanged
        ("روسیه و طالبان دیروز پای توافق‌نامه‌ای امضا گذاشتند.", ("agreement", "2024-11-29", "russia")),
        (
            "نمایندگان قزاقستان و طالبان دیروز دوازده سند همکاری رد و بدل کردند.",
            ("agreement", "2024-11-29", "kazakhstan"),
        ),
        # the decision conveyed is the recognition
        (
            "سفیر روسیه روز پنجشنبه تصمیم کرملین درباره شناسایی امارت اسلامی را به متقی ابلاغ کرد.",
            ("recognition", "2024-11-28", "russia"),
        ),
        # a warning, a reminder, advice, a message
        ("زاخارووا دیروز گوشزد کرد که طالبان متحد روسیه نیست.", ("statement", "2024-11-29", "russia")),
        ("لاوروف دیروز ابراز عقیده کرد که طالبان قدرت واقعی است.", ("statement", "2024-11-29", "russia")),
        ("متقی دیروز از مقام‌های ازبکستان اظهار سپاس کرد.", ("statement", "2024-11-29", "uzbekistan")),
        ("پوتین دیروز به طالبان پیام تسلیت فرستاد.", ("statement", "2024-11-29", "russia")),
        # goods that arrive are no travellers
        (
            "قطار حامل کمک‌های روسیه به طالبان دیروز وارد حیرتان شد.",
            ("aid-trade", "2024-11-29", "russia"),
        ),
    ],
)
def test_an_act_is_found_by_other_words_for_it(text: str, expected: tuple[str, str, str]) -> None:
    kind, edtf, state = expected

    assert (kind, edtf, {state, "taliban"}) in found(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("روابط روسیه و طالبان وارد مرحله تازه‌ای شد.", "a phase entered"),
        ("بیشکک و طالبان راه درازی را رفته‌اند.", "a long way gone"),
        ("حجم تجارت قزاقستان و طالبان در سال ۲۰۲۲ نزدیک به یک میلیارد دالر بود.", "a figure"),
        ("تاشکند میزبان نشست بعدی با طالبان خواهد بود.", "will be host"),
        ("متقی هفته آینده به دیدار لاوروف خواهد رفت.", "will go to see"),
        ("روسیه آماده است کلید سفارت را به طالبان بسپارد.", "ready to"),
        ("مقام‌های ترکمنستان درباره طالبان به پرسش‌های ما پاسخ ندادند.", "no answer to the press"),
        ("قرقیزستان تصمیم دارد نام طالبان را از فهرست خط بزند.", "means to"),
    ],
)
def test_words_that_only_look_like_an_act_tell_of_none(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    "text",
    [
        "قزاقستان در دسامبر ۲۰۲۳ نام طالبان را از فهرست حذف کرد. قرقیزستان در سپتامبر ۲۰۲۴ همین راه را رفت.",
        "قزاقستان در دسامبر ۲۰۲۳ نام طالبان را از فهرست حذف کرد. قرقیزستان در سپتامبر ۲۰۲۴ گام مشابهی برداشت.",
    ],
)
def test_the_same_step_is_of_the_type_told_of_before(text: str) -> None:
    assert [(kind, edtf) for kind, edtf, _ in found(text)] == [("listing", "2023-12"), ("listing", "2024-09")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the object, marked by را, stands between subject and verb
        ("مسکو در مارس ۲۰۲۳ طالبان را به نقض تعهداتش متهم کرد.", "russia"),
        # a name after a preposition, and who is apposed to it
        (
            "امام‌علی رحمان در دیدار با عمران خان، نخست‌وزیر پاکستان، گفت که طالبان باید حکومت فراگیر بسازند.",
            "tajikistan",
        ),
        # a state that a noun before it belongs to
        ("سفیر طالبان در دیدار با مقام‌های ارشد روسیه گفت که کابل خواهان دوستی است.", "taliban"),
        # "according to" names nobody who speaks
        ("به گفته ذبیح‌الله مجاهد، سخنگوی طالبان، وزیر خارجه ترکمنستان از کابل قدردانی کرد.", "turkmenistan"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_and_not_its_object(text: str, expected: str) -> None:
    (mention,) = (one for one in told(text) if one.type == "statement")

    assert [party.actor for party in mention.parties if party.role == "speaker"] == [expected]


def test_a_verb_ends_its_clause_and_the_next_goes_on_with_the_same_subject_and_day() -> None:
    text = "امیرخان متقی، وزیر خارجه طالبان، عصر پنجشنبه با سفیر روسیه دیدار کرد و از این اقدام مسکو قدردانی نمود."

    talks, thanks = told(text)

    assert (talks.type, talks.span.of(text)[-9:]) == ("talks", "دیدار کرد")
    assert (thanks.type, thanks.persons) == ("statement", ("amir-khan-muttaqi",))
    assert thanks.date is not None
    assert (thanks.date.date.text, thanks.date.basis) == ("2024-11-28", "inherited")


def test_what_was_said_goes_on_after_a_verb_in_it() -> None:
    text = "سرگئی لاوروف گفت که طالبان با داعش جنگیده‌اند و در کابل با سفیر روسیه دیدار کرده‌اند."

    assert [kind for kind, _, _ in found(text)] == ["statement"]


def test_the_two_sides_are_those_of_the_meeting_told_of_last() -> None:
    text = (
        "امیرخان متقی، وزیر خارجه طالبان، در ۵ نوامبر ۲۰۲۴ با بختیار سعیدوف در تاشکند دیدار کرد.\n"
        "در پایان این دیدار، سه تفاهم‌نامه میان دو طرف به امضا رسید."
    )

    assert ("agreement", "2024-11-05", {"uzbekistan", "taliban"}) in found(text)


def test_who_goes_on_speaking_is_told_of_once() -> None:
    text = "ضمیر کابلوف دیروز گفت که روسیه با طالبان تماس دارد. او افزود که سفارت روسیه در کابل باز است."

    assert [mention.type for mention in told(text)] == ["statement"]


def test_a_pronoun_stands_for_whoever_spoke_last() -> None:
    text = "ضمیر کابلوف دیروز گفت که روسیه با طالبان تماس دارد. او امروز از طالبان خواست به تعهدات خود عمل کنند."

    assert [mention.persons for mention in told(text)] == [("zamir-kabulov",), ("zamir-kabulov",)]


def test_a_name_within_the_title_of_another_person_takes_no_part() -> None:
    mentions = told("ضمیر کابلوف، نماینده ویژه ولادیمیر پوتین، دیروز در کابل با مقام‌های طالبان ملاقات کرد.")

    assert [mention.persons for mention in mentions] == [("zamir-kabulov",)]


@pytest.mark.parametrize(
    "text",
    [
        "روسیه پیش از این با طالبان بر سر فروش سوخت توافق کرده است.",
        "روسیه با طالبان بر سر فروش سوخت توافق کرده بود.",
    ],
)
def test_what_was_done_before_is_no_news_of_the_day(text: str) -> None:
    assert found(text) == [("agreement", None, {"russia", "taliban"})]


def test_monday_and_dushanbe_are_told_apart() -> None:
    text = "امام‌علی رحمان، رئیس‌جمهور تاجیکستان، دیروز در نشستی در دوشنبه گفت که طالبان تهدید است."

    assert [edtf for _, edtf, _ in found(text)] == ["2024-11-29"]


def test_evidence_gives_the_words_behind_each_fact() -> None:
    text = "سرگئی لاوروف، وزیر خارجه روسیه، در ۱۲ مارس ۲۰۲۳ به کابل سفر کرد و با مقام‌های طالبان گفت‌وگو کرد."

    mention, talks = told(text)

    assert talks.type == "talks"
    words = {(e.kind, e.value): e.span.of(text) for e in mention.evidence}
    assert words["trigger", "visit"] == "سفر کرد"
    assert words["date", "2023-03-12"] == "۱۲ مارس ۲۰۲۳"
    assert words["party", "russia"] == "روسیه"
    assert words["person", "sergey-lavrov"] == "سرگئی لاوروف"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "۰۱۲۳" * 500, "\u200c" * 500, "که و را " * 500, "طالبان", "🙂" * 100]
)
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(find_mentions(text, "fa", None), tuple)
