"""Parties that the words of an act leave unsaid: those of the sentence, of what was told before, of the whole text."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.extract.acts import Act
from app.extract.candidate import OCCASIONS, Candidate, Memory
from app.extract.mention import Dated
from app.extract.names import Named
from app.extract.reading import Reading
from app.extract.segments import Sentence
from app.extract.speakers import serves
from app.extract.whereabouts import only_says_where
from app.vocabulary.actors import actors as known_actors
from app.vocabulary.actors import region, taliban, taliban_govern_since
from app.vocabulary.languages import language
from app.vocabulary.places import places

GROUP_REACH = 8
"""How many words after a meeting the group of states is named that was met."""
TURN_REACH = 4
"""How many words after a verb of saying "for his part" may stand."""
RECENT = 2
"""How many sentences after an event its parties are still those meant."""


@dataclass(frozen=True, slots=True)
class Supplied:
    """Parties that the words of the act leave unsaid, and the signs of where they were taken from."""

    actors: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


def counterparts(
    reading: Reading, candidate: Candidate, date: Dated | None, actors: Sequence[str], memory: Memory
) -> Supplied:
    """The sides that take part though the words of the act leave them unsaid.

    First those of the sentence, then of what was told just before, then of what the whole text is about. Where
    somebody else is named as the counterpart, none is supplied.
    """
    act = candidate.act
    if _answers(reading, candidate, actors, memory):
        return Supplied(memory.parties, ("parties-of-before",))
    if act.type == "security":
        return Supplied(tuple(_struck(reading, candidate, actors)))
    others = _others(reading, candidate, actors)
    # Whoever holds a forum takes part.
    within = reading.between(reading.names, candidate.first, candidate.last)
    supplied = _host(within, region() | taliban()) if act.type == "forum" else []
    signs: list[str] = []
    sides = () if _is_of_others(reading, candidate, actors) else (region(), taliban())
    for side in sides:
        if act.type == "forum" and side == taliban() and _is_among_themselves(within):
            continue
        if side & {*actors, *supplied} or (others and act.type not in ("statement", "forum")):
            # Others deal with each other, or with one of the sides.
            continue
        told, sign = _unsaid(reading, candidate, date, side, actors, others, memory)
        supplied += told
        signs += [sign] if told else []
    if supplied and not others and not region() & {*actors, *supplied}:
        # Neither side is named ("the name was taken off the list in 2023").
        told = _whom_it_is_about(reading, candidate.sentence, region(), supplied, act.type)
        supplied += told
        signs += ["party-of-topic"] if told else []
    return Supplied(tuple(supplied), tuple(signs))


def _recent(candidate: Candidate, memory: Memory) -> tuple[str, ...]:
    """The parties of the event told of last, while they are still those meant."""
    return memory.parties if candidate.sentence.number - memory.met <= RECENT else ()


def _answers(reading: Reading, candidate: Candidate, actors: Sequence[str], memory: Memory) -> bool:
    """Whether both parties of the event told of last are meant: as "the two sides", or in another state's answer to
    what they did ("Beijing welcomed the move")."""
    recent, speaker = set(_recent(candidate, memory)), candidate.speaker
    spoken_of = (region() | taliban()) & set(actors) - {speaker.actor if speaker else ""}
    both = (*language(reading.language).officials.sides, *language(reading.language).discourse.told_of)
    if recent and not spoken_of and reading.finds(both, candidate.first, candidate.last):
        return True
    discourse = language(reading.language).discourse
    turn = speaker is not None and speaker.actor in recent and not spoken_of
    if turn and reading.finds(discourse.in_turn, candidate.clause.first, candidate.act.last + TURN_REACH):
        return True
    outside = speaker is not None and speaker.actor not in region() | taliban()
    steps = language(reading.language).discourse.steps
    return outside and spoken_of < recent and reading.finds(steps, candidate.first, candidate.last)


def _struck(reading: Reading, candidate: Candidate, actors: Sequence[str]) -> list[str]:
    """Whom a fight struck: whoever fought is named, and where it was tells the rest."""
    within = reading.between(reading.names, candidate.first, candidate.last)
    struck = _host(within, region()) if not region() & set(actors) else []
    others = (actor for actor in actors if actor not in region() | taliban())
    if not taliban() & set(actors) and (not actors or any(known_actors()[one].kind == "state" for one in others)):
        # A state that fights in Afghanistan fights with those who govern it; an explosion there strikes them.
        struck += _host(within, taliban())
    return struck


def _others(reading: Reading, candidate: Candidate, actors: Sequence[str]) -> list[str]:
    """Who else is the counterpart of an act, so that nobody is to be supplied."""
    act, sides = candidate.act, region() | taliban()
    others = [actor for actor in actors if actor not in sides and known_actors()[actor].kind != "organisation"]
    if act.type == "forum":
        others = []
    if candidate.setting:
        # "He was speaking to the speakers of the CSTO's parliaments."
        own = reading.between(reading.names, candidate.first, candidate.last)
        others += [name.id for name in own if name.kind == "actor" and name.id not in sides]
    if act.type in OCCASIONS - {"forum"} and _is_with_others(reading, candidate):
        others.append("a group of states")
    if act.type != "statement" and len(region() & set(actors)) > 1 and not taliban() & set(actors):
        # Two states of the region deal with each other.
        others.append("each other")
    return others


def _is_of_others(reading: Reading, candidate: Candidate, actors: Sequence[str]) -> bool:
    """Whether somebody of neither side speaks, who names no state of the region ("Brussels pledged a billion")."""
    speaker, sides = candidate.speaker, region() | taliban()
    if speaker is None or speaker.actor in sides:
        return False
    named = reading.between(reading.names, candidate.clause.first, candidate.clause.last)
    return not any(_state(name) in region() for name in named) and not region() & set(actors)


def _is_among_themselves(names: Sequence[Named]) -> bool:
    """Whether a forum is one of an organisation or a group of states, with no word of Afghanistan ("told the summit of
    the leaders of Central Asia")."""
    groups = any(
        (name.kind == "place" and places()[name.id].country is None)
        or (name.kind == "actor" and known_actors()[name.id].kind == "organisation")
        for name in names
    )
    return groups and not any(name.id == "afghanistan" for name in names)


def _is_with_others(reading: Reading, candidate: Candidate) -> bool:
    """Whether somebody meets the leaders of a group of states ("met with the leaders of Central Asia")."""
    within = reading.between(reading.names, candidate.act.last + 1, candidate.act.last + GROUP_REACH)
    groups = {name.id for name in within if name.kind == "place" and places()[name.id].country is None}
    return bool(groups) and not any(_state(name) in taliban() for name in within)


def _unsaid(
    reading: Reading,
    candidate: Candidate,
    date: Dated | None,
    side: frozenset[str],
    actors: Sequence[str],
    others: Sequence[str],
    memory: Memory,
) -> tuple[list[str], str]:
    """The actor of a side that is left unsaid, and the sign of where it was found."""
    act, clause, sentence = candidate.act, candidate.clause, candidate.sentence
    wider = reading.between(reading.names, clause.first, clause.last)
    whole = reading.between(reading.names, *reading.around(sentence, clause))
    saying = act.type == "statement"
    if saying:
        wider, whole = ([name for name in near if not only_says_where(reading, name)] for near in (wider, whole))
    if side == taliban() and act.type != "listing" and _before_they_governed(date) and not _named(side, whole):
        # Whoever governed Afghanistan then was somebody else.
        return [], ""
    told = nearest_of(side, wider, act) or nearest_of(side, whole, act)
    if not told:
        served = (serves(name.id, reading.published) for name in wider if name.kind == "person")
        told = [state for state in served if state in side][:1]
    if not told and not saying and not others:
        told = _host(wider, side)
    if not told and saying and others and side == region():
        # An embassy that warns its citizens deals with the state where it is.
        told = _host(reading.between(reading.names, clause.first, clause.last), side)
    if told or others or (saying and side == taliban() and _is_of_fighters(reading, candidate, memory)):
        return told, "party-in-sentence"
    told = _named_since(reading, sentence, side, memory)
    told = told or [party for party in _recent(candidate, memory) if party in side][:1]
    if told:
        return told, "party-of-before"
    return _whom_it_is_about(reading, sentence, side, actors, act.type), "party-of-topic"


def nearest_of(side: frozenset[str], names: Sequence[Named], act: Act) -> list[str]:
    """The actor of a side that was named last before the act, or else first after it."""
    found = [(name.first, state) for name in names if (state := _state(name)) in side]
    before = [state for first, state in found if first < act.first and state]
    return before[-1:] or [state for _, state in found if state][:1]


def _state(name: Named) -> str | None:
    """The actor that a name stands for, itself or through the person who serves it."""
    return name.id if name.kind == "actor" else serves(name.id) if name.kind == "person" else None


def _is_of_fighters(reading: Reading, candidate: Candidate, memory: Memory) -> bool:
    """Whether what is said is said of an armed group, and on no occasion told of before ("warned that IS gathers in
    Afghanistan")."""
    names = reading.between(reading.names, candidate.first, candidate.last)
    armed = any(name.kind == "actor" and known_actors()[name.id].armed for name in names)
    return armed and memory.dated != candidate.sentence.number and not memory.on_occasion


def _before_they_governed(date: Dated | None) -> bool:
    return bool(date and date.date.latest and date.date.latest < taliban_govern_since())


def _named(side: frozenset[str], names: Sequence[Named]) -> bool:
    return any(_state(name) in side for name in names)


def _named_since(reading: Reading, sentence: Sentence, side: frozenset[str], memory: Memory) -> list[str]:
    """The state of a side that was named last in the sentences between the last event told of and this one."""
    since = max(memory.met + 1, sentence.number - RECENT, 0)
    if since >= sentence.number:
        return []
    names = reading.between(reading.names, reading.sentences[since].first, sentence.first - 1)
    return [state for name in names if (state := _state(name)) in side and state][-1:]


def _host(names: Sequence[Named], side: frozenset[str]) -> list[str]:
    """The actor of a side in whose country a place lies that the clause names: a consulate in Termez is Uzbekistan's
    to give."""
    found = (places()[name.id].country for name in names if name.kind == "place")
    countries = ["taliban" if country == "afghanistan" else country for country in found]
    return [country for country in countries if country in side][:1]


def _whom_it_is_about(
    reading: Reading, sentence: Sentence, side: frozenset[str], actors: Sequence[str], kind: str
) -> list[str]:
    """The actor of a side whom the whole text is about."""
    # What is of no type that two deal in (a canal begun) is often done by one alone.
    if not actors or kind == "other":
        return []
    if side == taliban():
        return sorted(side)[:1] if sentence.paragraph in reading.about or reading.focused else []
    return [reading.dealing] if reading.dealing and reading.focused else []
