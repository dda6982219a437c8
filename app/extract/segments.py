"""Sentences by their words, and the clauses into which each is parted: runs of words that tell of one thing."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from app.extract.acts import Act, forms, has_object, is_joined
from app.text.folding import Folded
from app.text.sentences import sentences
from app.text.spans import Span
from app.text.tokens import Token
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
CLAUSE_LENGTH = 5
"""The fewest words before a connective that are a clause of their own."""


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


def _begins(act: Act) -> int:
    return act.first


def sentences_of(
    text: str, tag_: str, folded: Folded, words: Sequence[Token], acts: Sequence[Act], dated: Mapping[int, int]
) -> list[Sentence]:
    """The sentences of `text` in order, each with its clauses and the number of its paragraph; `words`, `acts` and
    `dated` (the last word of the date that begins at a word) are those of the whole text."""
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
            for act in acts[bisect_left(acts, first, key=_begins) : bisect_right(acts, last, key=_begins)]
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
    conjunctions = {
        first + match.first
        for match in forms(tag_, language(tag_).discourse.conjunctions).find(words[first : last + 1])
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
    starts, complete, finite, told_of = [first], False, not verb_last(tag_), False
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
        told_of = told_of or complete or _is_past(tag_, words[i - 1])
        waits = i in nouns and starts[-1] <= last_announced > last_said
        # "Stressed, at a meeting, [the] rejection of …": without "and" it is what was stressed.
        last_spoken = i - 1 if i - 1 in speaking else last_spoken
        waits = waits or (i in speaking and starts[-1] <= last_spoken > last_said and i not in joined)
        verb = complete and i in verbs and not waits
        joined_clause = i in connectives and finite and i - starts[-1] >= CLAUSE_LENGTH
        # "The minister, Meredov, and his counterpart met": where nothing was told yet "and" joins two names.
        begins = verb or i in about or (joined_clause and (told_of or i not in conjunctions or not trails))
        endless = i - starts[-1] >= LONGEST_CLAUSE
        if not STOPS.isdisjoint(gap) or (words[i].pause_before and begins) or i in ended or endless:
            starts.append(i)
            complete, finite, told_of = False, not verb_last(tag_), False
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


def _is_past(tag_: str, word: Token) -> bool:
    """Whether a word looks like a verb of the past, known or not."""
    pattern = language(tag_).morphology.past
    return bool(pattern) and re.match(pattern, word.text) is not None


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
