"""From a document to its mentions: each act that a text tells of, with when, who and where, and how sure.

A sentence is read clause by clause. The triggers of a clause compete; each that stands becomes a mention with the
date that governs it, the parties it concerns and a status. What a text only plans, fears or explains is kept with its
status and makes no event.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.dates.edtf import EdtfDate
from app.extract.acts import Act, has_object
from app.extract.factuality import status_of
from app.extract.mention import Dated, Evidence, ExtractedMention, PartyRole, Role, Scope, Status
from app.extract.names import Named
from app.extract.reading import Clause, Reading, Sentence, When, read
from app.extract.speakers import Speaker, content_start, part_of_title, serves, speaker_of, speaks_for
from app.vocabulary.actors import actor_began, region, taliban
from app.vocabulary.languages import LANGUAGES, language
from app.vocabulary.places import places

OCCASIONS = frozenset({"visit", "forum", "talks"})
PRONOUN_REACH = 3
"""How many words into a clause a verb without a subject still goes on from the clause before."""
ANNOUNCED_REACH = 4
OCCASION_REACH = 4
"""How many words after "during" the occasion is named."""
DECISIONS = frozenset({"recognition", "accreditation", "mission-handover", "listing"})
"""Acts that are told by being announced, also where a noun names them ("announced that the decision to delist…")."""
INHERITING = frozenset({"mission-handover", "accreditation", "talks", "visit", "agreement"})
"""Acts that go on from the one told just before in the same sentence, and share its date."""
BACKGROUND_LENGTH = 6
BACKGROUND_REACH = 3
"""How many words before a trigger a word such as "since" still makes its clause the background of another."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act that may become a mention: its clause, its words, and who speaks where it is a statement."""

    sentence: Sentence
    clause: Clause
    act: Act
    first: int
    last: int
    speaker: Speaker | None = None
    background: bool = False
    claim: int = 0
    """The first word that can change what is claimed of the act: after the act before it, or of the clause."""


@dataclass(slots=True)
class Memory:
    """What was told before: the last speaker and paragraph, the last date with its sentence and whether a noun gave it
    ("during the meeting of …"), and the occasions with their dates."""

    speaker: Speaker | None = None
    paragraph: int = -1
    date: Dated | None = None
    sentence: int = -1
    on_occasion: bool = False
    occasions: list[ExtractedMention] = field(default_factory=list)


def find_mentions(text: str, tag: str, published: EdtfDate | None) -> tuple[ExtractedMention, ...]:
    """The mentions in `text`, in text order; none where there are no rules for language `tag`.

    `published` is the publication date, to which relative dates refer; without it a dateline in the text serves.
    Spans are code points of `text`. Never raises on any text.
    """
    if tag not in LANGUAGES:
        return ()
    reading = read(text, tag, published)
    if not any(name.id in taliban() and not name.context for name in reading.names):
        return ()
    memory = Memory()
    mentions = []
    for sentence in reading.sentences:
        if sentence.heading:
            continue
        for candidate in _candidates(reading, sentence, memory):
            mention = _mention(reading, candidate, memory)
            if mention is None:
                continue
            mentions.append(mention)
            if mention.tells and mention.date and mention.type in OCCASIONS:
                memory.occasions.append(mention)
    return tuple(mentions)


# Which acts of a clause stand ----------------------------------------------------------------------------------


def _candidates(reading: Reading, sentence: Sentence, memory: Memory) -> Iterator[Candidate]:
    for clause in sentence.clauses:
        acts = [
            act
            for act in reading.acts
            if clause.holds(act.first) and has_object(act, reading.language, reading.words, clause.first, clause.last)
        ]
        yield from _parted(reading, _standing(reading, sentence, clause, acts, memory))


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
        background = _is_background(reading, clause, act)
        speaker = None
        if statement is not None and act.first >= content and not background:
            plain = act.verb or act.type in DECISIONS or _is_announced(reading, act, content)
            told = announces and plain
            if not told and not _dates_within(reading, act, clause):
                continue
            announced = announced or told
            speaker = statement.speaker
        found.append(Candidate(sentence, clause, act, clause.first, clause.last, speaker, background))
    if statement is not None and not announced:
        found.append(statement)
    return sorted(found, key=lambda candidate: candidate.act.first)


def _goes_on(reading: Reading, clause: Clause, act: Act, names: list[Named], last: Speaker) -> Speaker | None:
    """Whoever spoke or travelled last, where the verb names nobody ("and added that …", "the ministry said")."""
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


def _is_announced(reading: Reading, act: Act, content: int) -> bool:
    """Whether a noun is what was announced ("announced the accreditation of"), and not part of a clause about it."""
    announced = language(reading.language).discourse.announced
    return reading.finds(announced, content, content) and act.first <= content + ANNOUNCED_REACH


def _content(reading: Reading, act: Act, clause: Clause) -> int:
    return content_start(reading.language, reading.words, reading.folded.text, reading.names, act.last, clause.last)


def _statement(
    reading: Reading, sentence: Sentence, clause: Clause, acts: list[Act], memory: Memory
) -> Candidate | None:
    for act in acts:
        if act.type != "statement" or not act.verb:
            continue
        if any(other.type != "statement" and other.first == act.first and other.trigger.object for other in acts):
            continue
        names = reading.between(reading.names, clause.first, clause.last)
        speaker = speaker_of(
            reading.language, reading.words, reading.folded.text, names, act.last, clause.first, clause.last
        )
        if speaker is None and memory.speaker and memory.paragraph == sentence.paragraph:
            speaker = _goes_on(reading, clause, act, names, memory.speaker)
        if speaker is not None:
            return Candidate(sentence, clause, act, clause.first, clause.last, speaker)
        memory.speaker = None
    return None


def _best_of_each_type(reading: Reading, clause: Clause, acts: list[Act]) -> list[Act]:
    """Of each type the act that is a verb, or the first; and further ones that have a date of their own after them."""
    best: dict[str, Act] = {}
    for act in acts:
        held = best.get(act.type)
        if held is None or (act.verb and not held.verb):
            best[act.type] = act
    if "mission-handover" in best:
        best.pop("accreditation", None)
    if "forum" in best:
        best.pop("talks", None)
    if "visit" in best and best["visit"].first < best.get("talks", best["visit"]).first:
        best.pop("talks", None)
    kept = list(best.values())
    for act in acts:
        rivals = [other for other in kept if other.type == act.type]
        apart = all(act.first != other.first for other in kept)
        if rivals and apart and all(_own_date(reading, clause, one, acts) for one in (act, *rivals)):
            kept.append(act)
    return sorted(kept, key=lambda act: act.first)


def _own_date(reading: Reading, clause: Clause, act: Act, acts: list[Act]) -> bool:
    """Whether a date follows the act before another act of its type does."""
    following = min((o.first for o in acts if o.type == act.type and o.first > act.last), default=clause.last + 1)
    return any(act.last < when.first < following and when.reading for when in reading.dates)


def _is_background(reading: Reading, clause: Clause, act: Act) -> bool:
    """Whether the act only dates another, as in "since they took power"."""
    low = max(clause.first, act.first - BACKGROUND_REACH)
    return not act.verb and reading.finds(language(reading.language).discourse.background, low, act.first - 1)


def _parted(reading: Reading, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Give each of several acts in one clause its own stretch of words, parted at a pause or at the next trigger.

    What only dates another act lies within the other's words.
    """
    main = [candidate for candidate in candidates if not candidate.background]
    first = claim = candidates[0].clause.first if candidates else 0
    for i, candidate in enumerate(main):
        last = candidate.clause.last
        if i + 1 < len(main):
            following = main[i + 1].act.first
            pauses = [w for w in range(candidate.act.last + 1, following) if reading.words[w].pause_before]
            last = (pauses[-1] if pauses else following) - 1
        yield replace(candidate, first=first, last=max(first, last, candidate.act.last), claim=claim)
        first, claim = last + 1, candidate.act.last + 1
    for candidate in candidates:
        if candidate.background:
            first = max(candidate.clause.first, candidate.act.first - 1)
            yield replace(candidate, first=first, last=_tail(reading, candidate), claim=first)


def _tail(reading: Reading, candidate: Candidate) -> int:
    """The last word of an act that dates another: up to its own date, or to the next pause."""
    when = _governing(reading, candidate)
    last = when.last if when else min(candidate.act.last + BACKGROUND_LENGTH, candidate.clause.last)
    pauses = (w - 1 for w in range(candidate.act.last + 1, last + 1) if reading.words[w].pause_before)
    return last if when else next(pauses, last)


# When ------------------------------------------------------------------------------------------------------------


def _dates_within(reading: Reading, act: Act, clause: Clause) -> list[When]:
    return [when for when in reading.dates if act.first < when.first <= clause.last]


def _date_of(reading: Reading, candidate: Candidate, memory: Memory) -> Dated | None:
    when = _governing(reading, candidate)
    if when is not None and when.reading is not None:
        # A month without its year is worked out from the day of publication, as "last month" is.
        basis = "relative" if when.reading.basis == "inferred" else when.reading.basis
        return Dated(when.reading.date, basis, when.expression.span)
    if candidate.background:
        return None
    if occasion := _occasion(reading, candidate, memory):
        return Dated(occasion.date, "inherited", occasion.phrase)
    goes_on = candidate.act.verb and (candidate.act.type in INHERITING or memory.on_occasion)
    if goes_on and memory.sentence == candidate.sentence.first and memory.date is not None:
        return Dated(memory.date.date, "inherited", memory.date.phrase)
    published = reading.published
    if reading.news and published and published.precision == "day" and candidate.act.verb:
        return Dated(published.approximately(), "inferred", None)
    return None


def _occasion(reading: Reading, candidate: Candidate, memory: Memory) -> Dated | None:
    """The date of the visit or meeting told of before, during which the act took place."""
    clause, act = candidate.clause, candidate.act
    discourse = language(reading.language).discourse
    for word in range(clause.first, clause.last + 1):
        if not reading.finds(discourse.occasion, word, word):
            continue
        reach = range(word, min(word + OCCASION_REACH, clause.last) + 1)
        named = {
            other.type
            for other in reading.acts
            if other.first in reach and other.first != act.first and other.type in OCCASIONS
        }
        if not named:
            continue
        people = {
            name.id for name in reading.between(reading.names, clause.first, clause.last) if name.kind == "person"
        }
        told = [one for one in memory.occasions if one.type in named]
        same = [one for one in told if people & set(one.persons)]
        if same or told:
            return (same or told)[-1].date
    return None


def _governing(reading: Reading, candidate: Candidate) -> When | None:
    """The date expression that dates this act: the nearest one in its clause that no other act stands before."""
    heads = [act.first for act in reading.acts if candidate.clause.holds(act.first) and act.type != "statement"]
    best: tuple[int, When] | None = None
    for when in reading.dates:
        if when.reading is None or not candidate.clause.holds(when.first):
            continue
        if when.first > candidate.act.last:
            if any(candidate.act.last < head < when.first and _is_head(reading, candidate, head) for head in heads):
                continue
            distance = when.first - candidate.act.last
        else:
            if any(when.last < head < candidate.act.first and _is_head(reading, candidate, head) for head in heads):
                continue
            if candidate.background:
                continue
            owner = [head for head in heads if head < when.first and _is_background_head(reading, candidate, head)]
            if owner:
                continue
            distance = candidate.act.first - when.last
        if best is None or distance < best[0]:
            best = (distance, when)
    return best[1] if best else None


def _is_head(reading: Reading, candidate: Candidate, head: int) -> bool:
    """Whether another act, of another type, begins at word `head`: a date beside it is its date."""
    return any(
        act.first == head
        and act.type != candidate.act.type
        and has_object(act, reading.language, reading.words, candidate.clause.first, candidate.clause.last)
        for act in reading.acts
    )


def _is_background_head(reading: Reading, candidate: Candidate, head: int) -> bool:
    return any(act.first == head and _is_background(reading, candidate.clause, act) for act in reading.acts)


def _told_before(reading: Reading, candidate: Candidate, memory: Memory) -> ExtractedMention | None:
    """The visit or meeting told of before that a definite reference ("during his visit") means."""
    act = candidate.act
    before = range(max(candidate.clause.first, act.first - 1), act.first)
    if act.type not in OCCASIONS or not any(
        reading.finds(language(reading.language).discourse.occasion, word, word) for word in before
    ):
        return None
    people = {
        name.id
        for name in reading.between(reading.names, candidate.sentence.first, candidate.sentence.last)
        if name.kind == "person"
    }
    told = [one for one in memory.occasions if one.type == act.type]
    same = [one for one in told if people & set(one.persons)]
    return same[-1] if same else None


# Who and where ---------------------------------------------------------------------------------------------------


def _mention(reading: Reading, candidate: Candidate, memory: Memory) -> ExtractedMention | None:
    act, clause = candidate.act, candidate.clause
    names = reading.between(reading.names, candidate.first, candidate.last)
    wider = reading.between(reading.names, clause.first, clause.last)
    sentence = reading.between(reading.names, candidate.sentence.first, candidate.sentence.last)
    actors = _actors(names, candidate.speaker)
    # A minister's act is his state's, also where the state is not named.
    actors += [state for person in _persons(reading, names, candidate.speaker) if (state := serves(person))]
    named_actors = set(actors)
    sides = region(), taliban()
    for side in sides:
        if not side & set(actors):
            actors += _nearest_of(side, wider, act) or _nearest_of(side, sentence, act)
    others = set(actors) - sides[0] - sides[1]
    if sides[0] & set(actors) and not sides[1] & set(actors) and not others:
        actors += sorted(taliban())[:1]
    date = _date_of(reading, candidate, memory)
    actors = [actor for actor in dict.fromkeys(actors) if not _before_its_time(actor, date)]
    core = bool(sides[0] & set(actors)) and bool(sides[1] & set(actors))
    if act.type == "statement" and candidate.speaker and candidate.speaker.actor not in sides[0] | sides[1]:
        core = False
    if candidate.background and act.type == "security":
        core = False
        actors = [actor for actor in actors if actor in sides[1]] or actors
    if not core and (date is None or date.phrase is None or date.basis == "inherited"):
        return None
    if core and act.type == "security" and not act.verb:
        core = False
        if date is None or date.phrase is None:
            return None
    named = {word for name in names for word in range(name.first, name.last + 1)}
    status = status_of(reading.language, reading.words, candidate.claim, act.first, candidate.last, act.verb, named)
    told = status in ("asserted", "attributed")
    earlier = _told_before(reading, candidate, memory) if date is None and not act.verb else None
    if not act.verb and date is None and candidate.speaker is None and earlier is None:
        return None
    known = date or (earlier.date if earlier else None)
    if told and known and known.phrase and not candidate.background:
        memory.date, memory.sentence, memory.on_occasion = known, candidate.sentence.first, not act.verb
    persons = _persons(reading, names, candidate.speaker)
    if act.type in OCCASIONS and told and len(persons) == 1:
        memory.speaker, memory.paragraph = _traveller(persons[0], actors), candidate.sentence.paragraph
    if earlier is not None:
        persons = persons or earlier.persons
        actors = [party.actor for party in earlier.parties]
    place = _place(reading, names, act)
    scope: Scope = "core" if core else "context"
    roles = tuple(PartyRole(actor, _role(act.type, actor, actors, candidate.speaker, place)) for actor in actors)
    return ExtractedMention(
        span=reading.span_of(candidate.first, candidate.last),
        type=act.type,
        scope=scope,
        status=status,
        confidence=_confidence(act, date, status, named_actors, sides, candidate.speaker),
        date=date,
        parties=roles,
        persons=persons,
        place=place,
        evidence=_evidence(act, date, names, actors, persons, place, candidate.speaker),
    )


def _before_its_time(actor: str, date: Dated | None) -> bool:
    """Whether an act is over before an actor began to be anything."""
    began = actor_began(actor)
    return bool(began and date and date.date.latest and date.date.latest < began)


def _traveller(person: str, actors: list[str]) -> Speaker | None:
    """Somebody told of as visiting or meeting, who may speak next."""
    actor = next((actor for actor in actors if actor in speaks_for(person)), None)
    return Speaker(actor, person, ()) if actor else None


def _actors(names: list[Named], speaker: Speaker | None) -> list[str]:
    found = [name.id for name in names if name.kind == "actor"]
    if speaker is None:
        return list(dict.fromkeys(found))
    # What is spoken of is no party, save the two sides whose dealings these are.
    sides = region() | taliban()
    return list(dict.fromkeys([speaker.actor, *(actor for actor in found if actor in sides)]))


def _nearest_of(side: frozenset[str], names: list[Named], act: Act) -> list[str]:
    """The actor of a side that was named last before the act, or else first after it."""
    found = [name for name in names if name.kind == "actor" and name.id in side]
    before = [name.id for name in found if name.first < act.first]
    return before[-1:] or [name.id for name in found][:1]


def _persons(reading: Reading, names: list[Named], speaker: Speaker | None) -> tuple[str, ...]:
    if speaker is not None:
        return (speaker.person,) if speaker.person else ()
    people = [name for name in names if name.kind == "person"]
    titled = part_of_title(reading.language, reading.words, people)
    return tuple(dict.fromkeys(person.id for person in people if person not in titled))


def _place(reading: Reading, names: list[Named], act: Act) -> str | None:
    """The place nearest to the act, cities before countries.

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
            name.span not in actors
            or (name.first and reading.finds(abroad, name.first - 1, name.first - 1))
            or (act.type == "visit" and name.first > act.last)
        )
        and places()[name.id].kind != "region"
    ]
    found.sort(
        key=lambda name: (places()[name.id].kind == "country", name.first < act.first, abs(name.first - act.first))
    )
    if found and places()[found[0].id].kind == "country" and act.type not in OCCASIONS:
        return None
    return found[0].id if found else None


def _role(kind: str, actor: str, actors: list[str], speaker: Speaker | None, place: str | None) -> Role:
    if kind == "statement":
        return "speaker" if speaker and actor == speaker.actor else "addressee"
    home = places()[place].country if place else None
    home = "taliban" if home == "afghanistan" else home
    if kind in ("visit", "talks", "forum"):
        host = home if home in actors else None
        return "host" if actor == host else "guest"
    if kind in ("mission-handover", "accreditation"):
        return "guest" if actor in taliban() else "host"
    if kind == "agreement":
        return "signatory"
    return "addressee" if actor in taliban() and len(actors) > 1 else "subject"


def _evidence(
    act: Act,
    date: Dated | None,
    names: list[Named],
    actors: list[str],
    persons: tuple[str, ...],
    place: str | None,
    speaker: Speaker | None,
) -> tuple[Evidence, ...]:
    found = [Evidence("trigger", act.type, act.span)]
    if date and date.phrase:
        found.append(Evidence("date", date.date.text, date.phrase))
    for name in dict.fromkeys([*(speaker.names if speaker else ()), *names]):
        if name.kind == "actor" and name.id in actors:
            found.append(Evidence("party", name.id, name.span))
        elif name.kind == "person" and name.id in persons:
            found.append(Evidence("person", name.id, name.span))
        elif name.kind == "place" and name.id == place:
            found.append(Evidence("place", name.id, name.span))
    return tuple(sorted(set(found), key=lambda e: (e.span.start, e.span.end, e.kind, e.value)))


def _confidence(
    act: Act,
    date: Dated | None,
    status: Status,
    named: set[str],
    sides: tuple[frozenset[str], frozenset[str]],
    speaker: Speaker | None,
) -> float:
    """A first guess at how likely the mention is right, from what was found; not yet measured against readers."""
    score = 0.35 + 0.15 * act.verb
    score += 0.15 if date and date.basis == "explicit" else 0.1 if date and date.basis == "relative" else 0.0
    score += 0.1 * bool(sides[0] & named) + 0.1 * bool(sides[1] & named)
    score += 0.05 * bool(speaker and speaker.person)
    return round(score if status == "asserted" else score * 0.9, 2)
