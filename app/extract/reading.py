"""Reading a document: its words, sentences, names, acts and dates, all found once, before any of them is weighed."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from app.dates.edtf import EdtfDate
from app.dates.values import Period, Weekday
from app.extract.acts import Act, find_acts, forms, has_object, is_joined
from app.extract.names import Named, find_names
from app.extract.publication import publication
from app.extract.whens import When, dates_of
from app.text.folding import Folded, fold
from app.text.sentences import sentences
from app.text.spans import Span
from app.text.tokens import Token, tokens
from app.vocabulary.actors import region, taliban
from app.vocabulary.languages import language, verb_last

STOPS = frozenset("؛;!?؟\n")
SENTENCE_ENDS = (".", "!", "?", "؟", "…", ":", ")", ";", "؛")
CLOSING_MARKS = "”»“\"’'"
"""A quotation mark that closes a line is no stop: the line may end with a name, as headings do."""
HEADING_LENGTH = 160
"""A line of its own, shorter than this and without a stop, is a heading, a caption or a by-line."""
LIST_HEADING = re.compile(r"\s*[0-9٠-٩۰-۹]{1,2}\s?[-–—.)]\s?[^:\n]{2,110}:\s+(?=\S)")
"""The heading of a numbered item, run in before its first sentence: it tells of nothing itself."""
DASHES = (" - ", " – ", " — ")
"""A dash between spaces; without them it is the hyphen of a name."""
LONGEST_CLAUSE = 150
"""No clause is longer; a text without any stop is cut, so that it is read in bounded time."""
NEAR_OBJECT = 40
"""How many words from it what an act needs is looked for before its clause is known."""
FORM_LENGTH = 4
"""How many words a listed form has at most."""
CLAUSE_LENGTH = 5
"""The fewest words before a connective that are a clause of their own."""


OPENING = 4
"""How many sentences, the title among them, say what a text is about."""


Thing = TypeVar("Thing", Named, Act, When)


def _first(thing: Named | Act | When) -> int:
    return thing.first


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of words, `first` to `last` (inclusive), that tells of one thing."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its words, `first` to `last` (inclusive): its clauses, its number and that of its paragraph."""

    number: int
    span: Span
    first: int
    last: int
    paragraph: int
    heading: bool
    clauses: tuple[Clause, ...]


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
    return Reading(
        language=tag_,
        folded=folded,
        words=words,
        names=names,
        acts=acts,
        pointed_at=[act for act in found if act.again],
        dates=dates,
        sentences=_sentences(text, tag_, folded, words, acts, {when.first: when.last for when in dates}),
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


def _sentences(
    text: str, tag_: str, folded: Folded, words: Sequence[Token], acts: Sequence[Act], dated: Mapping[int, int]
) -> list[Sentence]:
    starts = [word.start for word in words]
    found: list[Sentence] = []
    paragraph, position = 0, 0
    for span in sentences(text, tag_):
        paragraph += text.count("\n", position, span.start)
        position = span.start
        if item := LIST_HEADING.match(span.of(text)):
            span = Span(span.start + item.end(), span.end)
        inside = folded.from_original(span)
        first, last = bisect_left(starts, inside.start), bisect_left(starts, inside.end) - 1
        if first > last:
            continue
        alone = _is_line(text, span)
        heading = (
            alone and len(span) < HEADING_LENGTH and not span.of(text).rstrip(CLOSING_MARKS).endswith(SENTENCE_ENDS)
        )
        inside_acts = [
            act
            for act in acts[bisect_left(acts, first, key=_first) : bisect_right(acts, last, key=_first)]
            if has_object(act, tag_, words, max(first, act.first - NEAR_OBJECT), min(last, act.last + NEAR_OBJECT))
        ]
        clauses = _clauses(tag_, folded, words, first, last, inside_acts, dated)
        found.append(Sentence(len(found), span, first, last, paragraph, heading, clauses))
    return found


def _is_line(text: str, span: Span) -> bool:
    """Whether a sentence stands on a line of its own."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    return (
        not text[line_start : span.start].strip() and not text[span.end : line_end if line_end >= 0 else None].strip()
    )


def _clauses(
    tag_: str,
    folded: Folded,
    words: Sequence[Token],
    first: int,
    last: int,
    acts: Sequence[Act],
    dated: Mapping[int, int],
) -> tuple[Clause, ...]:
    """Parted at semicolons and, after a pause, at connectives and, once an act has been told of, at verbs of acts, with
    the date before them (`dated`: the last word of the date that begins at a word); where verbs stand last, after them
    instead."""
    connectives = {
        first + match.first for match in forms(tag_, language(tag_).discourse.connectives).find(words[first : last + 1])
    }
    ended = _after_verbs(tag_, words, acts, first, last) if verb_last(tag_) else frozenset()
    # Where who acts stands before the verb, a verb of saying after a pause belongs to what was said before it.
    trails = language(tag_).morphology.subject == "before"
    parting = [act for act in acts if act.verb and not act.carried and not verb_last(tag_)]
    # "…, attended by China and Iran": what was done to it is told of the forum before.
    agents = {first + m.first for m in forms(tag_, language(tag_).discourse.agent).find(words[first : last + 1])}
    parting = [act for act in parting if act.type != "forum" or act.last + 1 not in agents]
    verbs = {act.first for act in parting if not (trails and act.type == "statement")}
    if not trails:
        # "…, and in May 2023 visited the minister Tashkent": a date before its verb belongs to it.
        led = {word: dated[on] for word in range(first + 1, last + 1) for on in (word, word + 1) if on in dated}
        verbs |= {word for word, end in led.items() if end + 1 in verbs and not words[end + 1].pause_before}
    told = {act.first for act in acts}
    # "Announced, last Thursday, the removal …": what can be the object of an announcement is no verb.
    nouns = {act.first for act in acts if not act.verb}
    announced = {act.first for act in acts if act.verb and act.trigger.announces}
    said = {first + m.first for m in forms(tag_, language(tag_).discourse.content).find(words[first : last + 1])}
    about = frozenset[int]()
    if not trails and not verb_last(tag_):
        about = _relative_clauses(tag_, words, first, last, verbs, connectives)
    starts, complete, finite = [first], False, not verb_last(tag_)
    last_announced, last_said, last_spoken = first - 1, first - 1, first - 1
    joints = language(tag_).morphology.joints
    speaking = {act.first for act in parting if act.type == "statement"} if joints else set[int]()
    joined = {act.first for act in parting if is_joined(tag_, words, act)}
    for i in range(first + 1, last + 1):
        gap = folded.text[words[i - 1].end : words[i].start]
        last_announced = i - 1 if i - 1 in announced else last_announced
        last_said = i - 1 if i - 1 in said else last_said
        complete = complete or (i - 1) in told
        finite = finite or is_finite(tag_, words[i - 1])
        waits = i in nouns and starts[-1] <= last_announced > last_said
        # "Stressed, at a meeting, [the] rejection of …": without "and" it is what was stressed.
        last_spoken = i - 1 if i - 1 in speaking else last_spoken
        waits = waits or (i in speaking and starts[-1] <= last_spoken > last_said and i not in joined)
        verb = complete and i in verbs and not waits
        begins = verb or i in about or (i in connectives and finite and i - starts[-1] >= CLAUSE_LENGTH)
        endless = i - starts[-1] >= LONGEST_CLAUSE
        if not STOPS.isdisjoint(gap) or (words[i].pause_before and begins) or i in ended or endless:
            starts.append(i)
            complete, finite = False, not verb_last(tag_)
    return tuple(Clause(a, b - 1) for a, b in zip(starts, [*starts[1:], last + 1], strict=True))


RELATIVE_REACH = 5
"""How many words after ", who" its verb stands."""


def _relative_clauses(
    tag_: str, words: Sequence[Token], first: int, last: int, verbs: Set[int], begins: Set[int]
) -> frozenset[int]:
    """The words with which a clause about whoever was just named begins, with a verb of its own, after which the clause
    before it does not go on: that of "Kabulov, who visited Kabul in May, said that …" does. A clause begins at `verbs`
    and at the words of `begins`."""
    found = {first + m.first for m in forms(tag_, language(tag_).discourse.relative).find(words[first : last + 1])}
    joints, oblique = language(tag_).morphology.joints, forms(tag_, language(tag_).discourse.oblique)
    clauses = set()
    for word in found:
        near = range(word + 1, min(word + RELATIVE_REACH, last) + 1)
        own = next((verb for verb in near if verb in verbs), None)
        if own is None or not words[word].pause_before:
            continue
        pauses = (at for at in range(own + 1, last + 1) if words[at].pause_before)
        # "Who arrived, with a delegation, in May": what follows a preposition belongs to the clause.
        after = next((at for at in pauses if not oblique.find(words[at : at + 1])), None)
        if after is None or after in verbs or after in begins or words[after].text[:1] in joints:
            clauses.add(word)
    return frozenset(clauses)


def is_finite(tag_: str, word: Token) -> bool:
    """Whether a word can be the verb that ends a clause."""
    pattern = language(tag_).morphology.finite
    return bool(pattern) and re.match(pattern, word.text) is not None


def _after_verbs(tag_: str, words: Sequence[Token], acts: Sequence[Act], first: int, last: int) -> frozenset[int]:
    """The words with which a clause begins because the verb before them ended one.

    What was said goes on until its speaker speaks anew; two verbs for one kind of act are told in one breath.
    """
    types: dict[int, set[str]] = {}
    for act in acts:
        if act.verb and has_object(act, tag_, words, max(first, act.first - LONGEST_CLAUSE), act.end):
            types.setdefault(act.end, set()).add(act.type)
    ends = sorted(types)
    conjunctions = forms(tag_, language(tag_).discourse.conjunctions)
    connectives = forms(tag_, language(tag_).discourse.contrasts)
    found, speaking = set(), False
    for end, following in pairwise([*ends, last]):
        if end >= last:
            break
        # "Took part and" is one form where the verb is said only once, at the end of the next clause.
        joined = not words[end + 1].pause_before and bool(conjunctions.find(words[end : end + 2]))
        contrasted = bool(connectives.find(words[end + 1 : end + 2])) and not joined
        speaks, next_types = "statement" in types[end], types.get(following, set())
        parted = joined or contrasted or (words[end + 1].pause_before and not speaks)
        if speaking and not speaks:
            parted = parted and "statement" in next_types
        again = types[end] & next_types
        if joined and again:
            parted = False
        if parted:
            found.add(end + 1)
        speaking = (speaking or speaks) and not parted
    return frozenset(found)
