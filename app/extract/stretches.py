"""The stretch of words that each of several acts in one clause has for its own."""

from collections.abc import Iterator
from dataclasses import replace

from app.extract.acts import Act, forms
from app.extract.candidate import Candidate
from app.extract.governing import governing_date, is_apart
from app.extract.reading import Reading
from app.extract.segments import Clause
from app.vocabulary.languages import language, verb_last

SUBORDINATE_REACH = 10
"""How many words before its verb "since" or "after" begins a clause with a subject of its own."""
SUBJECT_AFTER = 3
"""How many words after it that subject begins."""
BACKGROUND_LENGTH = 6
"""How many words an act without a date takes that only dates another."""


def parted(reading: Reading, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Give each of several acts in one clause its own stretch of words.

    What only dates another act lies within the other's words.
    """
    if verb_last(reading.language):
        yield from _ended(reading, candidates)
        return
    main = [candidate for candidate in candidates if not candidate.background and not candidate.passing]
    first, claim = (candidates[0].first, candidates[0].clause.first) if candidates else (0, 0)
    for i, candidate in enumerate(main):
        last, parted = candidate.last, False
        if i + 1 < len(main):
            last, parted = _last_word(reading, candidate, main[i + 1])
        if candidate.act.type == "security" and is_apart(reading, candidate.clause.first, candidate.act):
            # "Since the Taliban seized Kabul, Russia has kept its embassy open."
            after = range(candidate.act.last + 1, last + 1)
            last = next((word - 1 for word in after if reading.words[word].pause_before), last)
        claim = max(claim, candidate.clause.first)
        last = _within_dashes(reading, candidate.act, candidate.clause.first, last)
        own = _subordinate(reading, candidate, first)
        yield replace(candidate, first=own, last=max(first, last, candidate.act.last), claim=claim, until=last)
        first = last + 1
        claim = first if parted else candidate.act.last + 1
    for candidate in candidates:
        if candidate.background or candidate.passing:
            first = _head(reading, candidate)
            last = _tail(reading, candidate)
            yield replace(candidate, first=first, last=last, claim=first, until=last)


def _head(reading: Reading, candidate: Candidate) -> int:
    """The first word of an act that dates another, or is passed by: the preposition before it, or its own date."""
    when = governing_date(reading, candidate)
    if when and when.last + 1 == candidate.act.first:
        return when.first
    before = max(candidate.clause.first, candidate.act.first - 1)
    discourse = language(reading.language).discourse
    tied = (*discourse.background, *discourse.occasion, *discourse.oblique)
    return before if reading.finds(tied, before, before) else candidate.act.first


def _ended(reading: Reading, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Where verbs stand last: a verb has the words after the verb before it, a noun only those that belong to it."""
    verbs = [candidate for candidate in candidates if candidate.act.verb]
    for candidate in candidates:
        act, clause = candidate.act, candidate.clause
        said = [one.end + 1 for one in reading.between(reading.acts, clause.first, act.first) if _speaks(one, act)]
        first = max([*(o.act.end + 1 for o in verbs if o.act.end < act.first), *said], default=clause.first)
        following = [o for o in verbs if o.act.first > act.end]
        first = min(after_joint(reading, first, clause), act.first)
        if act.verb:
            speaks = act.type == "statement" or not following
            last = clause.last if speaks else act.end
            yield replace(candidate, first=first, last=last, claim=first, until=act.end)
        else:
            until = min((o.act.end for o in following), default=clause.last)
            own = _head(reading, candidate)
            yield replace(candidate, first=own, last=_tail(reading, candidate), claim=first, until=until)


def _within_dashes(reading: Reading, act: Act, first: int, last: int) -> int:
    """The last of words `first` to `last` that can belong to an act: where it stands between two dashes, the one before
    the second."""
    dashes = [word for word in range(first + 1, last + 1) if reading.is_dash_before(word)]
    after = next((word for word in dashes if word > act.last), None)
    opened = sum(word <= act.first for word in dashes) % 2
    return after - 1 if after is not None and opened else last


def _subordinate(reading: Reading, candidate: Candidate, first: int) -> int:
    """Where the words of an act begin that stands, with its own subject, after "since" or "after"."""
    act = candidate.act
    if language(reading.language).morphology.subject != "before" or not act.verb:
        return first
    background = language(reading.language).discourse.background
    for word in range(act.first - 1, max(first, act.first - SUBORDINATE_REACH), -1):
        if reading.finds(background, word, word):
            names = reading.between(reading.names, word + 1, min(word + SUBJECT_AFTER, act.first - 1))
            # "Two days after the meeting Kabulov said": nobody acts there but he.
            noun = reading.between(reading.acts, word + 1, act.first - 1)
            return word if any(name.kind != "place" for name in names) and not noun else first
    return first


def _last_word(reading: Reading, candidate: Candidate, following: Candidate) -> tuple[int, bool]:
    """The last word of an act before the next act of its clause, and whether a pause parts the two.

    Where who acts stands before the verb, the words of the next act begin with it: at a pause or connective before
    its name.
    """
    low, high = candidate.act.last + 1, following.act.first
    if candidate.act.type == "statement":
        content = forms(reading.language, language(reading.language).discourse.content)
        if said := content.find(reading.words[low:high]):
            return low + said[0].first - 1, True
    pauses = [word for word in range(low, high + 1) if reading.words[word].pause_before]
    if language(reading.language).morphology.subject == "after":
        return (pauses[-1] if pauses else high) - 1, bool(pauses)
    connectives = forms(reading.language, language(reading.language).discourse.connectives)
    dated = {
        word for when in reading.between(reading.dates, low, high) for word in range(when.first + 1, when.last + 1)
    }
    joints = [low + match.first for match in connectives.find(reading.words[low:high])]
    # "On Monday and Tuesday": nothing begins within a date.
    joints, pauses = ([word for word in found if word not in dated] for found in (joints, pauses))
    names = [name.first for name in reading.between(reading.names, low, high - 1) if name.kind != "place"]
    both = [word for word in pauses if word in joints]
    introducing = [word for word in pauses if any(word <= name < high for name in names)]
    best = both or introducing or pauses or joints[:1]
    when = None if best else governing_date(reading, candidate)
    if when and low <= when.first and any(when.last < name for name in names):
        # "After a meeting on 12 October the minister said": no pause parts the two in Russian.
        return when.last, True
    return (best[-1] if best else high) - 1, bool(best)


def _tail(reading: Reading, candidate: Candidate) -> int:
    """The last word of an act that dates another: up to its own date, or to the next pause."""
    when = governing_date(reading, candidate)
    if when and when.first < candidate.act.first:
        when = None
    last = when.last if when else min(candidate.act.last + BACKGROUND_LENGTH, candidate.clause.last)
    pauses = (w - 1 for w in range(candidate.act.last + 1, last + 1) if reading.words[w].pause_before)
    return last if when else next(pauses, last)


def after_joint(reading: Reading, first: int, clause: Clause) -> int:
    """The first word of a clause that is no "and" or "that"."""
    discourse = language(reading.language).discourse
    joints = forms(reading.language, (*discourse.conjunctions, *discourse.contrasts, *discourse.content))
    while first < clause.last and joints.find(reading.words[first : first + 1]):
        first += 1
    return first


def _speaks(one: Act, other: Act) -> bool:
    return one.verb and one.type == "statement" and other.type != "statement" and one.end < other.first
