"""When a text was published, told from its own words."""

from bisect import bisect_left

from app.dates.expressions import tag
from app.dates.publication import Publication, inferred
from app.dates.resolution import dateline
from app.extract.acts import forms
from app.text.folding import Folded
from app.text.tokens import tokens
from app.vocabulary.calendars import date_lexicon
from app.vocabulary.landmarks import landmarks
from app.vocabulary.languages import language

AHEAD = 10
"""How many words before a date a word such as "will" makes it one to come."""


def publication(folded: Folded, tag_: str) -> Publication | None:
    """The publication of a text in language `tag_` out of LANGUAGES, as an interval with its reasons; None where its
    words bound nothing. Dates that are still to come when it was written are left aside."""
    words = tokens(folded)
    future = {match.first for match in forms(tag_, language(tag_).factuality.future).find(words)}
    starts = [word.start for word in words]
    past = []
    for expression in tag(folded, date_lexicon(tag_)):
        at = folded.from_original(expression.span).start
        number = bisect_left(starts, at)
        if future.isdisjoint(range(number - AHEAD, number)):
            past.append(expression)
    spoken = [(one.date, one.names["en"]) for one in landmarks() if forms(tag_, one.forms.get(tag_, ())).find(words)]
    return inferred(dateline(folded, date_lexicon(tag_)), past, spoken)
