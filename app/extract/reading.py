"""Reading a document: its words, sentences, names, acts and dates, all found once, before any of them is weighed."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from app.dates.edtf import EdtfDate
from app.dates.values import Period, Weekday
from app.extract.acts import Act, find_acts, forms, has_object
from app.extract.names import Named, find_names
from app.extract.publication import publication
from app.extract.segments import DASHES, LONGEST_CLAUSE, Clause, Sentence, sentences_of
from app.extract.whens import When, dates_of
from app.text.folding import Folded, fold
from app.text.spans import Span
from app.text.tokens import Token, tokens
from app.vocabulary.actors import region, taliban
from app.vocabulary.languages import language

FORM_LENGTH = 4
"""How many words a listed form has at most."""
OPENING = 4
"""How many sentences, the title among them, say what a text is about."""


Thing = TypeVar("Thing", Named, Act, When)


def _first(thing: Named | Act | When) -> int:
    return thing.first


@dataclass(frozen=True)
class Reading:
    """Everything found in one document, in text order."""

    language: str
    folded: Folded
    words: Sequence[Token]
    names: Sequence[Named]
    acts: Sequence[Act]
    pointed_at: Sequence[Act]
    dates: list[When]
    sentences: Sequence[Sentence]
    published: EdtfDate | None

    def between(self, things: Sequence[Thing], first: int, last: int) -> Sequence[Thing]:
        """Those of `things` (names, acts or dates, in text order) that begin within words `first` to `last`."""
        return things[bisect_left(things, first, key=_first) : bisect_right(things, last, key=_first)]

    def span_of(self, first: int, last: int) -> Span:
        """The span of the original text from word `first` to word `last`, with a quotation mark that closes there."""
        start, end = self.words[first].start, self.words[last].end
        if self.folded.text[end : end + 1] == '"' and self.folded.text.count('"', start, end) % 2:
            end += 1
        return self.folded.to_original(start, end)

    def is_dash_before(self, word: int) -> bool:
        """Whether a dash between spaces stands before word `word`, and not the hyphen of a name."""
        gap = self.folded.text[self.words[word - 1].end : self.words[word].start] if word else ""
        return any(dash in gap for dash in DASHES)

    def finds(self, listed: tuple[str, ...], first: int, last: int) -> bool:
        """Whether one of the `listed` forms stands among words `first` to `last`."""
        return bool(listed) and bool(forms(self.language, listed).find(self.words[first : last + 1]))

    def around(self, sentence: Sentence, clause: Clause) -> tuple[int, int]:
        """The first and last word of the sentence, but no further from the clause than a clause may be long: a text
        without any stop is one sentence, and is read in bounded time all the same."""
        return max(sentence.first, clause.first - LONGEST_CLAUSE), min(sentence.last, clause.last + LONGEST_CLAUSE)

    def has_object(self, act: Act, first: int, last: int) -> bool:
        """Whether what an act needs is named within words `first` to `last`; looked for only once."""
        key = (id(act), first, last)
        if key not in self._objects:
            self._objects[key] = has_object(act, self.language, self.words, first, last)
        return self._objects[key]

    @cached_property
    def _objects(self) -> dict[tuple[int, int, int], bool]:
        return {}

    def begins(self, listed: tuple[str, ...], first: int) -> bool:
        """Whether one of the `listed` forms begins at word `first`."""
        return bool(listed) and any(
            match.first == 0 for match in forms(self.language, listed).find(self.words[first : first + FORM_LENGTH])
        )

    @cached_property
    def about(self) -> frozenset[int]:
        """The numbers of the paragraphs that name the Taliban, or Afghanistan."""
        named = [name.first for name in self.names if name.id in taliban() or name.id == "afghanistan"]
        lasts = [sentence.last for sentence in self.sentences]
        at = (bisect_left(lasts, word) for word in named)
        return frozenset(self.sentences[i].paragraph for i in at if i < len(self.sentences))

    @cached_property
    def focused(self) -> bool:
        """Whether the text as a whole is about the Taliban: it names them, or Afghanistan, at its beginning, and in a
        third of its paragraphs."""
        paragraphs = {sentence.paragraph for sentence in self.sentences if not sentence.heading}
        opening = {sentence.paragraph for sentence in self.sentences[:OPENING]}
        return bool(opening & self.about) and len(paragraphs & self.about) * 3 >= len(paragraphs)

    @cached_property
    def dealing(self) -> str | None:
        """The one state of the region whose dealings the text is about: the only one that its beginning names, or the
        one that most of the names of such states mean; None where there is no such state."""
        named = [name for name in self.names if name.kind == "actor" and name.id in region()]
        counts = Counter(name.id for name in named)
        end = self.sentences[min(OPENING, len(self.sentences)) - 1].last if self.sentences else -1
        opening = {name.id for name in named if name.first <= end}
        state, count = counts.most_common(1)[0] if counts else ("", 0)
        if count < 2:
            return None
        if opening and state not in opening:
            return None
        return state if len(opening) == 1 or count * 5 >= sum(counts.values()) * 3 else None

    @cached_property
    def news(self) -> bool:
        """Whether the text tells the news of its day: it names a weekday as days just past are named, or is short.

        In an analysis, an act told without a date is not an act of the day of publication.
        """
        days = any(
            isinstance(when.expression.value, Weekday | Period)
            and when.reading
            and when.reading.date.precision == "day"
            for when in self.dates
        )
        return days or len(self.folded.original) < NEWS_LENGTH


NEWS_LENGTH = 3_500
"""Code points up to which a text without a date of its own is taken for a news item."""


def read(text: str, tag_: str, published: EdtfDate | None) -> Reading:
    """Find everything in `text`, of language `tag_` out of LANGUAGES. Pure; linear in the length of the text."""
    folded = fold(text)
    words = _without_disclaimers(tag_, folded, tokens(folded))
    if published is None and (told := publication(folded, tag_)):
        published = told.date
    when = published.latest if published else None
    names = find_names(folded, words, tag_, when)
    # The "States" of a name states nothing.
    named = {word for name in names if name.last > name.first for word in range(name.first, name.last + 1)}
    found = [act for act in find_acts(tag_, folded, words) if act.last > act.first or act.first not in named]
    acts = [act for act in found if not act.again]
    dates = dates_of(folded, words, tag_, published)
    # A day of the week that is also the name of a city is no place where it stands in a date.
    days = {word for when in dates for word in range(when.first, when.last + 1)}
    names = [
        name
        for name in names
        if (name.kind != "place" and name.how != "metonym") or days.isdisjoint(range(name.first, name.last + 1))
    ]
    return Reading(
        language=tag_,
        folded=folded,
        words=words,
        names=names,
        acts=acts,
        pointed_at=[act for act in found if act.again],
        dates=dates,
        sentences=sentences_of(text, tag_, folded, words, acts, {when.first: when.last for when in dates}),
        published=published,
    )


def _without_disclaimers(tag_: str, folded: Folded, words: Sequence[Token]) -> Sequence[Token]:
    """The words that are the author's: without notes such as "(banned in Russia)", which the law asks him to add."""
    pattern = language(tag_).discourse.disclaimers
    notes = [match.span() for match in re.finditer(pattern, folded.text, re.MULTILINE)] if pattern else []
    starts = [start for start, _ in notes]

    def noted(word: Token) -> bool:
        before = bisect_right(starts, word.start) - 1
        return before >= 0 and word.start < notes[before][1]

    return [word for word in words if not noted(word)]
