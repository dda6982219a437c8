"""Who takes part in an act, and where it happens."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dates.edtf import EdtfDate
from app.extract.acts import Act
from app.extract.candidate import DECISIONS, OCCASIONS, Candidate, Memory
from app.extract.mention import Dated, ExtractedMention, Role
from app.extract.names import Named
from app.extract.reading import Reading, Sentence
from app.extract.speakers import Speaker, is_governed, part_of_title, serves, speaks_for
from app.vocabulary.actors import actor_lasted, region, taliban, taliban_govern_since
from app.vocabulary.actors import actors as known_actors
from app.vocabulary.languages import language
from app.vocabulary.places import places

OFFICE_REACH = 4
"""How many words before the adjective of a state the office stands that acts in its name."""
OFFICE_AFTER = 2
"""How many words after it, where adjectives precede their nouns as subjects do their verbs."""


TOGETHER = frozenset({"forum", "agreement", "aid-trade", "security"})
"""Acts in which organisations take part as states do."""


def acting(
    reading: Reading, names: Sequence[Named], kind: str, speaker: Speaker | None, addressed: Sequence[str] = ()
) -> list[str]:
    """The actors that the words of an act of type `kind` name as taking part; `addressed` are those spoken to."""
    found = [name.id for name in names if name.kind == "actor" and _acts(reading, name, kind)]
    if kind in AT_A_TABLE and _sits_among(reading, names):
        found += sorted(taliban())
    if speaker is None:
        states = [actor for actor in found if known_actors()[actor].kind != "organisation"]
        # The United Nations where somebody met, the group with which the Taliban were listed: no party.
        return list(dict.fromkeys(found if kind in TOGETHER or not states else states))
    # What is spoken of is no party, save the other of the two sides whose dealings these are, and whoever is spoken to.
    other = taliban() if speaker.actor in region() else region() | taliban()
    if speaker.actor in taliban() and not region() & set(found):
        # The Taliban speak about another state.
        other = frozenset(actor for actor in found if known_actors()[actor].kind == "state")
    return list(dict.fromkeys([speaker.actor, *(actor for actor in found if actor in other), *addressed]))


AT_A_TABLE = frozenset({"forum", "agreement", "talks"})
"""Acts in which "Afghanistan", named among states, is whoever governs it."""
AMONG_REACH = 2
"""How many words stand between two states of one list."""


def _sits_among(reading: Reading, names: Sequence[Named]) -> bool:
    """Whether Afghanistan is named beside a state, in a text of a time in which the Taliban govern it."""
    if reading.published and reading.published.latest and reading.published.latest < taliban_govern_since():
        return False
    states = [name for name in names if name.kind == "actor" and name.how == "form"]
    return any(
        0 < name.first - state.last <= AMONG_REACH or 0 < state.first - name.last <= AMONG_REACH
        for name in names
        if name.kind == "place" and name.id == "afghanistan"
        for state in states
    )


def only_says_where(reading: Reading, name: Named) -> bool:
    """Whether a capital stands after "in", so that it is a place and no party."""
    abroad = language(reading.language).discourse.abroad
    return name.how == "metonym" and bool(name.first) and reading.finds(abroad, name.first - 1, name.first - 1)


RECENT = 2
"""How many sentences after an event its parties are still those meant."""


def carried_subject(reading: Reading, candidate: Candidate) -> list[Named]:
    """Who acts, named before in the same sentence, where the words of a visit or meeting name nobody: the one named
    last for a relative clause ("Muttaqi, who arrived …"), else the first ("Kamilov flew to Kabul, where he met …")."""
    act, sentence = candidate.act, candidate.sentence
    if act.type not in OCCASIONS or not act.verb or candidate.background or candidate.first == sentence.first:
        return []
    first = language(reading.language).morphology.subject == "before"
    low, high = (candidate.first, act.first - 1) if first else (act.last + 1, act.last + SUBJECT_REACH)
    own = reading.between(reading.names, low, min(high, candidate.last))
    if any(name.kind != "place" and not is_governed(reading.language, reading.words, name, low) for name in own):
        return []
    begins, _ = reading.around(sentence, candidate.clause)
    before = reading.between(reading.names, begins, candidate.first - 1)
    people = [
        name
        for name in before
        if name.kind == "person" and not is_governed(reading.language, reading.words, name, begins)
    ]
    relative = reading.finds(language(reading.language).discourse.relative, candidate.first, candidate.first + 1)
    return people[-1:] if relative else people[:1]


SUBJECT_REACH = 6
"""How many words after its verb who acts is named, where the language has it so."""


def _acts(reading: Reading, name: Named, kind: str) -> bool:
    """Whether a name can stand for who acts: an adjective only with an office ("Russian oil" is no party), save where
    it is who fought or was hurt. There a capital after "in" is where it happened."""
    if kind == "security":
        where = name.first and reading.finds(
            language(reading.language).discourse.abroad, name.first - 1, name.first - 1
        )
        return not (name.how == "demonym" and name.id in taliban()) and not (where and name.how != "demonym")
    if kind == "statement" and only_says_where(reading, name):
        return False
    officials = language(reading.language).officials.officials
    after = OFFICE_AFTER if language(reading.language).morphology.subject == "before" else 0
    return name.how != "demonym" or reading.finds(
        officials, max(0, name.first - OFFICE_REACH), min(name.last + after, len(reading.words) - 1)
    )


def nearest_of(side: frozenset[str], names: Sequence[Named], act: Act) -> list[str]:
    """The actor of a side that was named last before the act, or else first after it."""
    found = [(name.first, state) for name in names if (state := _state(name)) in side]
    before = [state for first, state in found if first < act.first and state]
    return before[-1:] or [state for _, state in found if state][:1]


def _state(name: Named) -> str | None:
    """The actor that a name stands for, itself or through the person who serves it."""
    return name.id if name.kind == "actor" else serves(name.id) if name.kind == "person" else None


@dataclass(frozen=True, slots=True)
class Supplied:
    """Parties that the words of the act leave unsaid, and the signs of where they were taken from."""

    actors: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


def counterparts(
    reading: Reading, candidate: Candidate, date: Dated | None, actors: list[str], memory: Memory
) -> Supplied:
    """The sides that take part though the words of the act leave them unsaid.

    First those of the sentence, then of what was told just before, then of what the whole text is about. Where
    somebody else is named as the counterpart, none is supplied.
    """
    act, clause, sentence = candidate.act, candidate.clause, candidate.sentence
    if act.type == "security" and (candidate.background or not act.verb):
        return Supplied()
    kinds = {actor: known_actors()[actor].kind for actor in actors if actor not in region() | taliban()}
    others = [] if act.type == "forum" else [actor for actor, kind in kinds.items() if kind != "organisation"]
    if candidate.setting:
        # "He was speaking to the speakers of the CSTO's parliaments."
        own = reading.between(reading.names, candidate.first, candidate.last)
        others += [name.id for name in own if name.kind == "actor" and name.id not in region() | taliban()]
    if act.type != "statement" and len(region() & set(actors)) > 1 and not taliban() & set(actors):
        # Two states of the region deal with each other.
        others.append("each other")
    supplied: list[str] = []
    signs: list[str] = []
    wider = reading.between(reading.names, clause.first, clause.last)
    whole = reading.between(reading.names, *reading.around(sentence, clause))
    if act.type == "statement":
        wider, whole = ([name for name in near if not only_says_where(reading, name)] for near in (wider, whole))
    recent = memory.parties if sentence.number - memory.met <= RECENT else ()
    spoken_of = (region() | taliban()) & set(actors) - {candidate.speaker.actor if candidate.speaker else ""}
    if recent and not spoken_of:
        both = (*language(reading.language).officials.sides, *language(reading.language).discourse.told_of)
        if reading.finds(both, candidate.first, candidate.last):
            return Supplied(recent, ("parties-of-before",))
    outside = candidate.speaker is not None and candidate.speaker.actor not in region() | taliban()
    steps = language(reading.language).discourse.steps
    if outside and spoken_of < set(recent) and reading.finds(steps, candidate.first, candidate.last):
        # "Beijing welcomed the move."
        return Supplied(recent, ("parties-of-before",))
    if act.type == "security":
        # Whoever fought is named; where it was tells whom it struck.
        within = reading.between(reading.names, candidate.first, candidate.last)
        struck = _host(within, region()) if not region() & set(actors) else []
        if not taliban() & set(actors) and "state" in kinds.values():
            # A state that fights in Afghanistan fights with those who govern it.
            struck += _host(within, taliban())
        return Supplied(tuple(struck))
    for side in (region(), taliban()):
        if side & {*actors, *supplied}:
            continue
        if others and act.type not in ("statement", "forum"):
            # Others deal with each other, or with one of the sides.
            continue
        if side == taliban() and act.type != "listing" and _before_they_governed(date) and not _named(side, whole):
            # Whoever governed Afghanistan then was somebody else.
            continue
        told = nearest_of(side, wider, act) or nearest_of(side, whole, act)
        sign = "party-in-sentence"
        if not told:
            served = (serves(name.id, reading.published) for name in wider if name.kind == "person")
            told = [state for state in served if state in side][:1]
        if not told and not others and act.type != "statement":
            told = _host(wider, side)
        if not told and others and act.type == "statement" and side == region():
            # An embassy that warns its citizens deals with the state where it is.
            told = _host(reading.between(reading.names, clause.first, clause.last), side)
        if not told and act.type == "statement" and side == taliban() and _is_of_fighters(reading, candidate, memory):
            continue
        if not told and not others:
            told, sign = _named_since(reading, sentence, side, memory), "party-of-before"
            told = told or [party for party in recent if party in side][:1]
        if not told and not others:
            told, sign = _topic(reading, sentence, side, actors, act.type), "party-of-topic"
        supplied += told
        signs += [sign] if told else []
    if supplied and not others and not region() & {*actors, *supplied}:
        # Neither side is named ("the name was taken off the list in 2023").
        told = _topic(reading, sentence, region(), supplied, act.type)
        supplied += told
        signs += ["party-of-topic"] if told else []
    return Supplied(tuple(supplied), tuple(signs))


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


def _topic(reading: Reading, sentence: Sentence, side: frozenset[str], actors: list[str], kind: str) -> list[str]:
    # What is of no type that two deal in (a canal begun) is often done by one alone.
    if not actors or kind == "other":
        return []
    if side == taliban():
        return sorted(side)[:1] if sentence.paragraph in reading.about or reading.focused else []
    return [reading.dealing] if reading.dealing and reading.focused else []


def out_of_time(actor: str, date: Dated | None, published: EdtfDate | None) -> bool:
    """Whether an act is over before an actor began to be anything, or begins after it ceased to be."""
    began, ended = actor_lasted(actor)
    when = date.date if date else published
    over = began and when and when.latest and date and when.latest < began
    return bool(over or (ended and when and when.earliest and when.earliest > ended))


def traveller(person: str, actors: list[str]) -> Speaker | None:
    """Somebody told of as visiting or meeting, who may speak next."""
    actor = next((actor for actor in actors if actor in speaks_for(person)), None)
    return Speaker(actor, person, ()) if actor else None


def persons_of(reading: Reading, names: Sequence[Named], speaker: Speaker | None) -> tuple[str, ...]:
    if speaker is not None:
        return (speaker.person,) if speaker.person else ()
    people = [name for name in names if name.kind == "person"]
    titled = part_of_title(reading.language, reading.words, people)
    return tuple(dict.fromkeys(person.id for person in people if person not in titled))


def meant_by_pronoun(reading: Reading, candidate: Candidate, names: Sequence[Named], memory: Memory) -> str | None:
    """The person who acted last, where the subject of a verb is a pronoun ("He met …"), or is left unsaid."""
    act, clause = candidate.act, candidate.clause
    if not act.verb or candidate.background or candidate.speaker or candidate.sentence.number - memory.acted > 1:
        return None
    discourse = language(reading.language).discourse
    if language(reading.language).morphology.subject == "before":
        said = reading.finds(discourse.pronouns, candidate.first, act.first - 1)
        own = [name for name in names if name.kind != "place" and name.first < act.first]
    else:
        said = act.first <= clause.first + 1 and reading.begins(discourse.oblique, act.last + 1)
        own = [name for name in names if name.kind != "place" and name.first <= act.last + SUBJECT_REACH]
    if not said or any(not is_governed(reading.language, reading.words, name, clause.first) for name in own):
        return None
    return memory.who


def place_of(reading: Reading, names: Sequence[Named], act: Act) -> str | None:
    """The place nearest to the act, cities before countries; of an envoy accredited or a mission given, where he or it
    is sent, never Kabul, which sends.

    A name that stands for a state as well (Moscow, Uzbekistan) is a place only after a preposition of place, or as
    where a visit goes.
    """
    actors = {name.span for name in names if name.kind == "actor"}
    abroad = language(reading.language).discourse.abroad
    found = [
        name
        for name in names
        if name.kind == "place"
        and (
            (name.span not in actors and places()[name.id].kind != "country")
            or (name.first and reading.finds(abroad, name.first - 1, name.first - 1))
            or (act.type == "visit" and name.first > act.last)
        )
        and places()[name.id].country is not None
        and not (act.type in ("accreditation", "mission-handover") and places()[name.id].country == "afghanistan")
    ]
    # "Bishkek sent its envoy to Kabul": a state that acts is where a visit goes only if nothing else is.
    acting_too = {
        name.first
        for name in found
        if name.span in actors and not reading.finds(abroad, max(0, name.first - 1), name.first - 1)
    }
    found.sort(
        key=lambda name: (
            places()[name.id].kind == "country",
            name.first in acting_too,
            name.first < act.first,
            abs(name.first - act.first),
        )
    )
    if found and places()[found[0].id].kind == "country" and act.type not in OCCASIONS:
        return None
    return found[0].id if found else None


def supposed_place(
    reading: Reading,
    candidate: Candidate,
    names: Sequence[Named],
    actors: Sequence[str],
    occasion: ExtractedMention | None,
) -> str | None:
    """Where an act took place though its words do not say: where the occasion was on which it was done, in the town
    that a forum bears in its name, or at the seat of whoever spoke or decided."""
    act, speaker = candidate.act, candidate.speaker
    present = speaker is None or speaker.person is None or (occasion and speaker.person in occasion.persons)
    if occasion and occasion.place and present and act.type not in DECISIONS:
        return occasion.place
    if act.type == "forum":
        towns = [name.id for name in names if name.kind == "place" and places()[name.id].kind == "city"]
        return towns[0] if towns else None
    if act.type == "statement" and speaker is not None:
        return known_actors()[speaker.actor].seat
    if act.type in DECISIONS:
        deciding = [actor for actor in actors if actor in region()] or [a for a in actors if a not in taliban()]
        return known_actors()[deciding[0]].seat if deciding else None
    return None


def role_of(kind: str, actor: str, actors: list[str], speaker: Speaker | None, place: str | None) -> Role:
    if kind == "statement":
        return "speaker" if speaker and actor == speaker.actor else "addressee"
    home = places()[place].country if place else None
    home = "taliban" if home == "afghanistan" else home
    if kind in ("visit", "talks", "forum"):
        if home not in actors:
            return "subject"
        return "host" if actor == home else "guest"
    if kind in ("mission-handover", "accreditation"):
        return "guest" if actor in taliban() else "host"
    if kind == "agreement":
        return "signatory"
    return "addressee" if actor in taliban() and len(actors) > 1 else "subject"
