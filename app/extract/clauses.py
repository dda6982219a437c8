"""Which acts of a clause stand: triggers compete, and each that stands gets words of its own."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from app.extract.acts import Act, forms, has_object
from app.extract.candidate import DECISIONS, Candidate, Memory
from app.extract.dating import dates_within, governing_date, has_own_date, is_background
from app.extract.names import Named
from app.extract.reading import Clause, Reading, Sentence
from app.extract.speakers import REACH_BACK, Speaker, content_start, is_governed, speaker_of
from app.text.spans import Span
from app.vocabulary.languages import language, verb_last

PRONOUN_REACH = 3
"""How many words into a clause a verb without a subject still goes on from the clause before."""
TIED_REACH = 2
"""How many words before a noun the preposition stands that makes it the occasion of an act."""
NEXT_PARAGRAPH = 2
"""How many line breaks part a paragraph from the next."""
ANNOUNCED_REACH = 4
"""How many words after "of" what was announced is named."""
BACKGROUND_LENGTH = 6
"""How many words an act without a date takes that only dates another."""


def candidates(reading: Reading, sentence: Sentence, memory: Memory) -> Iterator[Candidate]:
    for clause in sentence.clauses:
        named = reading.between(reading.acts, clause.first, clause.last)
        speaks = {act.first for act in named if act.type == "statement"}
        acts = [
            act
            for act in named
            if has_object(
                act, reading.language, reading.words, clause.first, _last_object(reading, clause, act, speaks)
            )
        ]
        yield from _parted(reading, _standing(reading, sentence, clause, acts, memory))


def _last_object(reading: Reading, clause: Clause, act: Act, speaks: Container[int]) -> int:
    """The last word that an act's object can be: a verb itself where it stands last, unless it says what is wanted."""
    return act.end if verb_last(reading.language) and act.verb and act.first not in speaks else clause.last


def _standing(reading: Reading, sentence: Sentence, clause: Clause, acts: list[Act], memory: Memory) -> list[Candidate]:
    statement = _statement(reading, sentence, clause, acts, memory)
    content = clause.last + 1
    announces = statement is not None and statement.act.trigger.announces
    if statement is not None:
        memory.speaker, memory.paragraph = statement.speaker, sentence.paragraph
        content = _content(reading, statement.act, clause)
    found: list[Candidate] = []
    announced = False
    for act in _best_of_each_type(reading, clause, [act for act in acts if act.type != "statement"]):
        background = is_background(reading, clause, act)
        if not background and _is_topic(reading, clause, act):
            continue
        speaker = None
        if statement is not None and act.first >= content and not background:
            plain = act.verb or act.type in DECISIONS or _is_announced(reading, act, content)
            told = announces and plain
            if not told and not dates_within(reading, act, clause, content):
                continue
            announced = announced or told
            # Where verbs stand last, what was said is a clause of its own, with its own subject.
            speaker = None if verb_last(reading.language) else statement.speaker
        found.append(Candidate(sentence, clause, act, clause.first, clause.last, speaker, background))
    if statement is not None and not announced:
        found.append(statement)
    return sorted(found, key=lambda candidate: candidate.act.first)


def _statement(
    reading: Reading, sentence: Sentence, clause: Clause, acts: list[Act], memory: Memory
) -> Candidate | None:
    for act in acts:
        if act.type != "statement" or not act.verb:
            continue
        if any(other.type != "statement" and other.first == act.first and other.trigger.object for other in acts):
            continue
        names = reading.between(reading.names, clause.first, clause.last)
        verb = Span(act.first, act.last + 1)
        parting = (other for other in acts if other.verb or not verb_last(reading.language))
        low = max((other.last + 1 for other in parting if other.last < act.first), default=clause.first)
        speaker = speaker_of(
            reading.language, reading.words, reading.folded.text, names, verb, low, clause.last
        ) or speaker_of(reading.language, reading.words, reading.folded.text, names, verb, clause.first, clause.last)
        if speaker is None and memory.speaker and _is_near(reading, sentence, clause, act, memory):
            speaker = _goes_on(reading, clause, act, names, memory.speaker)
        if speaker is None and verb_last(reading.language) and clause.first > sentence.first:
            low = max(sentence.first, act.first - REACH_BACK)
            names = reading.between(reading.names, low, act.first)
            speaker = speaker_of(reading.language, reading.words, reading.folded.text, names, verb, low, clause.last)
        if speaker is not None:
            return Candidate(sentence, clause, act, clause.first, clause.last, speaker)
        memory.speaker = None
    return None


def _goes_on(reading: Reading, clause: Clause, act: Act, names: Sequence[Named], last: Speaker) -> Speaker | None:
    """Whoever spoke or travelled last, where the verb names nobody ("and added that …", "the ministry said")."""
    if verb_last(reading.language):
        return _subject_goes_on(reading, clause, act, names, last)
    content = _content(reading, act, clause)
    named = any(act.last < name.first < content and name.kind != "place" for name in names)
    if named or act.first > clause.first + PRONOUN_REACH:
        return None
    officials = language(reading.language).officials
    if reading.finds(officials.analysts, act.last + 1, content - 1):
        return None
    if reading.finds(officials.officials, act.last + 1, min(content - 1, act.last + 2)):
        return Speaker(last.actor, None, ())
    silent = content <= act.last + 2 or content > clause.last
    return replace(last, names=()) if silent else None


def _is_near(reading: Reading, sentence: Sentence, clause: Clause, act: Act, memory: Memory) -> bool:
    """Whether whoever spoke last can be meant: in the same paragraph, or by a pronoun in the next."""
    pronouns = language(reading.language).discourse.pronouns
    pronoun = verb_last(reading.language) and reading.finds(pronouns, clause.first, min(clause.first + 1, act.first))
    return sentence.paragraph - memory.paragraph <= (NEXT_PARAGRAPH if pronoun else 0)


def _subject_goes_on(
    reading: Reading, clause: Clause, act: Act, names: Sequence[Named], last: Speaker
) -> Speaker | None:
    """Whoever spoke or travelled last, where nobody who could speak is named before the verb that stands last."""
    before = [name for name in names if name.first < act.first and name.kind != "place"]
    if any(not is_governed(reading.language, reading.words, name, clause.first) for name in before):
        return None
    officials = language(reading.language).officials
    if reading.finds(officials.analysts, clause.first, act.first - 1):
        return None
    return replace(last, names=())


def _is_announced(reading: Reading, act: Act, content: int) -> bool:
    """Whether a noun is what was announced ("announced the accreditation of"), and not part of a clause about it."""
    announced = language(reading.language).discourse.announced
    return reading.finds(announced, content, content) and act.first <= content + ANNOUNCED_REACH


def _content(reading: Reading, act: Act, clause: Clause) -> int:
    names = reading.between(reading.names, clause.first, clause.last)
    return content_start(reading.language, reading.words, reading.folded.text, names, act.last, clause.last)


def _best_of_each_type(reading: Reading, clause: Clause, acts: list[Act]) -> list[Act]:
    """Of each type the act that is a verb, or the first; and further ones that have a date of their own after them."""
    best: dict[str, Act] = {}
    for act in acts:
        held = best.get(act.type)
        if held is None or (act.verb and not held.verb):
            best[act.type] = act
    if "mission-handover" in best:
        best.pop("accreditation", None)
    if "forum" in best and _hides(reading, best["forum"], best.get("talks")):
        best.pop("talks", None)
    if "visit" in best and "talks" in best and not _hides(reading, best["visit"], best["talks"]):
        # "On a visit to Kabul he met …"
        best.pop("visit")
    if "visit" in best and "talks" in best:
        purpose = verb_last(reading.language) and not best["talks"].verb
        if purpose or best["visit"].first < best["talks"].first:
            best.pop("talks", None)
    kept = list(best.values())
    for act in acts:
        rivals = [other for other in kept if other.type == act.type]
        apart = all(act.first != other.first for other in kept)
        if verb_last(reading.language):
            apart = act.verb and all(other.verb and act.end != other.end for other in rivals)
        if rivals and apart and all(has_own_date(reading, clause, one, acts) for one in (act, *rivals)):
            kept.append(act)
    return sorted(kept, key=lambda act: act.first)


def _is_topic(reading: Reading, clause: Clause, act: Act) -> bool:
    """Whether, before a verb that stands last, a noun is only what the verb is about: no occasion, without a date."""
    if not verb_last(reading.language) or act.verb:
        return False
    occasion = language(reading.language).discourse.occasion
    tied = reading.finds(occasion, max(clause.first, act.first - TIED_REACH), act.first - 1)
    following = reading.between(reading.dates, act.last + 1, min(act.last + BACKGROUND_LENGTH, clause.last))
    return not tied and not following


def _hides(reading: Reading, act: Act, other: Act | None) -> bool:
    """Whether one act tells what another in its clause does; a verb that stands last is not hidden by a noun."""
    return not verb_last(reading.language) or act.verb or (other is not None and not other.verb)


def _ended(reading: Reading, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Where verbs stand last: a verb has the words after the verb before it, a noun only those that belong to it."""
    verbs = [candidate for candidate in candidates if candidate.act.verb]
    for candidate in candidates:
        act, clause = candidate.act, candidate.clause
        said = [one.end + 1 for one in reading.between(reading.acts, clause.first, act.first) if _speaks(one, act)]
        first = max([*(o.act.end + 1 for o in verbs if o.act.end < act.first), *said], default=clause.first)
        following = [o for o in verbs if o.act.first > act.end]
        first = min(_after_joint(reading, first, clause), act.first)
        if act.verb:
            speaks = act.type == "statement" or not following
            last = clause.last if speaks else act.end
            yield replace(candidate, first=first, last=last, claim=first, until=act.end)
        else:
            until = min((o.act.end for o in following), default=clause.last)
            own = max(clause.first, act.first - 1)
            yield replace(candidate, first=own, last=_tail(reading, candidate), claim=first, until=until)


def _after_joint(reading: Reading, first: int, clause: Clause) -> int:
    """The first word of a clause that is no "and" or "that"."""
    discourse = language(reading.language).discourse
    joints = forms(reading.language, (*discourse.conjunctions, *discourse.contrasts, *discourse.content))
    while first < clause.last and joints.find(reading.words[first : first + 1]):
        first += 1
    return first


def _speaks(one: Act, other: Act) -> bool:
    return one.verb and one.type == "statement" and other.type != "statement" and one.end < other.first


def _parted(reading: Reading, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Give each of several acts in one clause its own stretch of words, parted at a pause or at the next trigger.

    What only dates another act lies within the other's words.
    """
    if verb_last(reading.language):
        yield from _ended(reading, candidates)
        return
    main = [candidate for candidate in candidates if not candidate.background]
    first = claim = candidates[0].clause.first if candidates else 0
    for i, candidate in enumerate(main):
        last = candidate.clause.last
        if i + 1 < len(main):
            following = main[i + 1].act.first
            pauses = [w for w in range(candidate.act.last + 1, following) if reading.words[w].pause_before]
            last = (pauses[-1] if pauses else following) - 1
        last = max(first, last, candidate.act.last)
        yield replace(candidate, first=first, last=last, claim=claim, until=last)
        first, claim = last + 1, candidate.act.last + 1
    for candidate in candidates:
        if candidate.background:
            first = max(candidate.clause.first, candidate.act.first - 1)
            last = _tail(reading, candidate)
            yield replace(candidate, first=first, last=last, claim=first, until=last)


def _tail(reading: Reading, candidate: Candidate) -> int:
    """The last word of an act that dates another: up to its own date, or to the next pause."""
    when = governing_date(reading, candidate)
    if when and when.first < candidate.act.first:
        when = None
    last = when.last if when else min(candidate.act.last + BACKGROUND_LENGTH, candidate.clause.last)
    pauses = (w - 1 for w in range(candidate.act.last + 1, last + 1) if reading.words[w].pause_before)
    return last if when else next(pauses, last)
