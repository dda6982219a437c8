"""What a text is found to tell, as pairs that a table can hold: the phrase, and its date in EDTF."""

from app.dates.edtf import EdtfDate
from app.dates.expressions import DateExpression, tag
from app.dates.resolution import DateReading, resolve
from app.text.folding import fold
from app.vocabulary.calendars import date_lexicon

PUBLISHED = "2024-11-30"
"""A Saturday."""

Told = list[tuple[str, str | None]]


def expressions(text: str, language: str) -> list[DateExpression]:
    """The date expressions of `text`."""
    return tag(fold(text), date_lexicon(language))


def only(text: str, language: str) -> DateExpression:
    """The one date expression of `text`."""
    (expression,) = expressions(text, language)
    return expression


def told(text: str, language: str, published: str | None = PUBLISHED, focus: str | None = None) -> Told:
    """Each phrase of `text` with its date; vague ones are left out. Each date is the focus of the next."""
    pairs: Told = []
    date = EdtfDate.parse(published) if published else None
    spoken_of = EdtfDate.parse(focus) if focus else None
    for expression in expressions(text, language):
        reading = resolve(expression, date, spoken_of)
        if expression.kind != "vague":
            pairs.append((expression.phrase, reading.date.text if reading else None))
        if reading:
            spoken_of = reading.bare
    return pairs


def read(
    text: str,
    language: str = "en",
    published: str | None = PUBLISHED,
    focus: str | None = None,
    *,
    ahead: bool = False,
    paragraph: str | None = None,
    event: str | None = None,
) -> DateReading | None:
    """What the one expression of `text` means."""
    return resolve(
        only(text, language),
        EdtfDate.parse(published) if published else None,
        EdtfDate.parse(focus) if focus else None,
        ahead=ahead,
        paragraph=EdtfDate.parse(paragraph) if paragraph else None,
        event=EdtfDate.parse(event) if event else None,
    )
