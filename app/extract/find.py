"""From a document to its mentions: each act that a text tells of, with when, who and where, and how sure.

A sentence is read clause by clause. The triggers of a clause compete; each that stands becomes a mention with the
date that governs it, the parties it concerns and a status. What a text only plans, fears or explains is kept with its
status and makes no event.
"""

from collections.abc import Sequence
from datetime import date as Day

from app.dates.edtf import EdtfDate
from app.extract.acts import Act, forms, word_forms
from app.extract.candidate import DECISIONS, OCCASIONS, Candidate, Memory, alike
from app.extract.clauses import candidates
from app.extract.confidence import confidence, signs_of
from app.extract.dating import date_of, news_of
from app.extract.factuality import status_of
from app.extract.governing import is_apart, is_background, said_until
from app.extract.happenings import contradicts, in_its_year
from app.extract.meetings import with_all_attending
from app.extract.mention import TOLD, Dated, Evidence, ExtractedMention, PartyRole, Scope, Status
from app.extract.names import Named
from app.extract.occasions import same_occasion, told_before
from app.extract.parties import (
    Sides,
    carried_subject,
    meant_by_pronoun,
    persons_of,
    taking_part,
    traveller,
    without_background,
)
from app.extract.reading import Reading, read
from app.extract.speakers import Speaker, is_governed, serves
from app.extract.whereabouts import only_says_where, place_of, role_of, sender_of, supposed_place
from app.vocabulary.actors import actors as known_actors
from app.vocabulary.actors import region, taliban
from app.vocabulary.event_types import event_types
from app.vocabulary.landmarks import landmark_day
from app.vocabulary.languages import language, rules_for, verb_last

EVENTFUL = OCCASIONS | {"agreement"}
"""What goes on for a day, so that what else is told without a date was done and said then."""
ADDRESSED_REACH = 5
"""How many words after a verb of saying somebody is named whom it calls on to do something."""
SAYING_REACH = 5
"""How many words before a verb of saying, where what is said can stand before it too, deny that it was said."""
CLOSING = ' "”»)'
"""What may close a sentence after its stop."""


def find_mentions(text: str, tag: str, published: EdtfDate | None) -> tuple[ExtractedMention, ...]:
    """The mentions in `text`, in text order; none where there are no rules for language `tag`.

    `published` is the publication date, to which relative dates refer; without it a dateline in the text serves.
    Spans are code points of `text`. Never raises on any text.
    """
    rules = rules_for(tag)
    if rules is None:
        return ()
    reading = read(text, rules, published)
    if not any(_is_taliban(name) and not name.context for name in reading.names):
        return ()
    memory = Memory()
    mentions = []
    for sentence in reading.sentences:
        if sentence.heading or sentence.span.of(text).rstrip(CLOSING).endswith(("?", "؟")):
            # What is asked is not told.
            continue
        for candidate in candidates(reading, sentence, memory):
            mention = _mention(reading, candidate, memory)
            if mention is None:
                continue
            mentions.append(mention)
            if mention.tells and mention.date:
                memory.told.append(mention)
            if mention.tells and mention.date and mention.type in OCCASIONS:
                memory.occasions.append(mention)
    return with_all_attending(mentions)


def _is_taliban(name: Named) -> bool:
    """Whether a name is theirs, or that of somebody who speaks for them."""
    return name.id in taliban() or (name.kind == "person" and serves(name.id) in taliban())


def _mention(reading: Reading, candidate: Candidate, memory: Memory) -> ExtractedMention | None:
    act = candidate.act
    names = reading.between(reading.names, candidate.first, candidate.last)
    if candidate.speaker is None:
        names = [*carried_subject(reading, candidate), *names]
    date = date_of(reading, candidate, memory)
    sides = taking_part(reading, candidate, names, date, _addressed(reading, candidate), memory)
    if not sides.core and not _is_context(reading, candidate, date, sides, memory):
        return None
    if _only_says_who_said_so(reading, candidate, names, memory):
        return None
    if _only_goes_on(reading, candidate, names) or _says_again(reading, candidate, date, sides, memory):
        return None
    fight = act.type == "security" and not act.verb and sides.core
    if fight and (date is None or date.phrase is None):
        return None
    core = sides.core and (not fight or sides.both_named)
    earlier = told_before(reading, candidate, memory) if date is None and not act.verb else None
    if not act.verb and date is None and earlier is None and not _is_known(candidate, sides, memory):
        return None
    status = _status(reading, candidate, names, date, memory)
    persons = persons_of(reading, names, candidate.speaker)
    host = memory.speaker if candidate.setting else None
    if who := host.person if host else meant_by_pronoun(reading, candidate, names, memory):
        persons = tuple(dict.fromkeys((who, *persons)))
    if status in TOLD:
        known = date or (earlier.date if earlier else None)
        met = _met(reading, candidate, names)
        guests = tuple(person for person in persons if person not in met) or persons
        _remember(reading, memory, candidate, known, sides.actors, guests, core, reading.published)
    actors = sides.actors
    if earlier is not None:
        persons, actors = persons or earlier.persons, tuple(party.actor for party in earlier.parties)
    where = names if candidate.background else without_background(reading, candidate, names)
    place = place_of(reading, where, act)
    place = place or supposed_place(reading, candidate, names, actors, same_occasion(reading, candidate, date, memory))
    subtype = _subtype(reading, candidate)
    if candidate.adds and (subtype is None or (memory.told and memory.told[-1].subtype == subtype)):
        # "He added that …" is one statement with what he said before, save on another subject.
        return None
    if implied := event_types()[act.type].implied.get(subtype or ""):
        core, actors, persons, place = False, (implied.party,), (), implied.place
        date = in_its_year(date, landmark_day(implied.landmark)) if implied.landmark else date
        if implied.landmark and date and contradicts(date.date, landmark_day(implied.landmark)):
            # The date is that of something else in the clause.
            return None
    scope: Scope = "core" if core else "context"
    signs = (
        *signs_of(candidate, date, status, scope),
        *sides.signs,
        *(("person-named",) if persons and candidate.speaker is None else ()),
        *(("news",) if reading.news else ()),
    )
    sender = sender_of(reading, candidate.first, candidate.last) if act.type == "accreditation" else None
    roles = tuple(
        PartyRole(actor, role_of(act.type, actor, actors, candidate.speaker, place, sender)) for actor in actors
    )
    return ExtractedMention(
        span=reading.span_of(candidate.first, candidate.last),
        type=act.type,
        scope=scope,
        status=status,
        confidence=confidence(signs),
        date=date,
        parties=roles,
        persons=persons,
        place=place,
        evidence=_evidence(act, date, names, actors, persons, place, candidate.speaker),
        subtype=subtype,
        signs=signs,
    )


def _only_says_who_said_so(reading: Reading, candidate: Candidate, names: Sequence[Named], memory: Memory) -> bool:
    """Whether, where verbs stand last, a clause only tells who told of what stands before it in its sentence ("… met
    Muttaqi, the foreign ministry announced")."""
    act, clause, last = candidate.act, candidate.clause, memory.told[-1] if memory.told else None
    if act.type != "statement" or not verb_last(reading.language) or clause.first == candidate.sentence.first:
        return False
    if last is None or not candidate.sentence.span.shared(last.span) or not act.trigger.announces:
        return False
    officials = language(reading.language).officials
    titles = forms(reading.language, (*officials.officials, *officials.titles))
    told = {word for name in names for word in range(name.first, name.last + 1)}
    told |= set(range(act.first, act.end + 1))
    return all(word in told or titles.find([reading.words[word]]) for word in range(clause.first, clause.last + 1))


def _only_goes_on(reading: Reading, candidate: Candidate, names: Sequence[Named]) -> bool:
    """Whether, where verbs stand last, somebody who names nobody only goes on with his subject ("he added that …")."""
    act, clause, speaker = candidate.act, candidate.clause, candidate.speaker
    if act.type != "statement" or not verb_last(reading.language) or speaker is None or speaker.names:
        return False
    told_of = reading.finds(language(reading.language).discourse.told_of, clause.first, act.first)
    return not told_of and not any(name.kind == "actor" or name.id == "afghanistan" for name in names)


def _says_again(reading: Reading, candidate: Candidate, date: Dated | None, sides: Sides, memory: Memory) -> bool:
    """Whether "…, when it removed the group from its list" only says what act was told of just before, on that date."""
    last, act = memory.told[-1] if memory.told else None, candidate.act
    if last is None or last.date is None or date is None or act.type == "statement" or verb_last(reading.language):
        return False
    whens = language(reading.language).discourse.whens
    same = last.type == act.type and last.date.phrase == date.phrase
    same = same and candidate.sentence.span.shared(last.span) > 0
    known = {party.actor for party in last.parties} >= set(sides.actors)
    return same and known and reading.begins(whens, candidate.clause.first)


def _is_known(candidate: Candidate, sides: Sides, memory: Memory) -> bool:
    """Whether a noun without a date tells of something all the same: what was announced, where something was said, or
    a decision told of before."""
    decided = any(alike(candidate.act.type, kind) and both <= set(sides.actors) for kind, both in memory.decisions)
    return candidate.speaker is not None or candidate.setting or decided


def _status(
    reading: Reading, candidate: Candidate, names: Sequence[Named], date: Dated | None, memory: Memory
) -> Status:
    act = candidate.act
    # "May" in a date and "Will" in a name claim nothing; of what is said, only the saying is claimed.
    named = {word for name in names for word in range(name.first, name.last + 1)}
    for when in reading.between(reading.dates, candidate.first, candidate.last):
        named.update(range(when.first, when.last + 1))
    quoted = act.type == "statement" and language(reading.language).morphology.subject == "before"
    quoted = quoted and not verb_last(reading.language)
    claim = max(candidate.claim, act.first - SAYING_REACH) if quoted else candidate.claim
    last = min(candidate.last, said_until(reading, candidate)) if act.type != "statement" else act.last
    last = candidate.until if verb_last(reading.language) else last
    status = status_of(reading.language, reading.words, claim, act, last, named)
    if (date is None or date.phrase is None) and _is_collective(reading, candidate, names, memory):
        status = "general"
    if candidate.background and status in ("future", "hypothetical", "general", "negated"):
        # What dates another act is taken for granted.
        status = "asserted"
    if status in TOLD and date and date.phrase and _is_to_come(date, reading.published):
        status = "future"
    return status


def _is_collective(reading: Reading, candidate: Candidate, names: Sequence[Named], memory: Memory) -> bool:
    """Whether an act is told of a group of states as a whole ("the Central Asian states refused …"), or goes on from
    one that was, with none of them named."""
    group = forms(reading.language, language(reading.language).factuality.collective)
    found = group.find(reading.words[candidate.first : candidate.last + 1])
    if candidate.speaker and found and any(n.first < candidate.first + found[0].first for n in candidate.speaker.names):
        # What somebody says to them is one act ("Muttaqi called on the Central Asian states to …").
        return False
    if any(name.id in region() or (name.kind == "person" and serves(name.id) in region()) for name in names):
        return False
    if found:
        memory.collective = candidate.sentence.number
    return memory.collective == candidate.sentence.number


def _is_to_come(date: Dated, published: EdtfDate | None) -> bool:
    """Whether a date lies after the day of publication."""
    return bool(published and published.latest and date.date.earliest and date.date.earliest > published.latest)


def _subtype(reading: Reading, candidate: Candidate) -> str | None:
    """What kind of act of its type the words tell of: the subtype whose words stand nearest to the act, the first
    of equals."""
    subtypes = language(reading.language).subtypes.get(candidate.act.type, {})
    first, last = (
        (candidate.act.first, candidate.act.last) if candidate.background else (candidate.first, candidate.last)
    )
    told = reading.words[first : last + 1]
    # "After the Taliban came to power Russia held drills": what dates an act does not say what it was.
    clause = candidate.clause
    acts = [] if candidate.background else reading.between(reading.acts, clause.first, clause.last)
    dating = {
        word
        for act in acts
        if act.first != candidate.act.first and is_background(reading, clause, act)
        for word in range(act.first, act.last + 1)
    }
    found = [
        (_apart(first + match.first, first + match.last, candidate.act), order, subtype)
        for order, (subtype, words) in enumerate(subtypes.items())
        for match in word_forms(reading.language, words).find(told)
        if first + match.first not in dating
    ]
    return min(found)[2] if found else None


def _apart(first: int, last: int, act: Act) -> int:
    """How many words lie between words `first` to `last` and an act; 0 where they touch."""
    return max(0, first - act.last, act.first - last)


def _addressed(reading: Reading, candidate: Candidate) -> list[str]:
    """The states spoken to: named between a verb of saying and what was said ("told Pakistan's minister that …")."""
    act, speaker = candidate.act, candidate.speaker
    if speaker is None or act.type != "statement" or verb_last(reading.language):
        return []
    content = forms(reading.language, language(reading.language).discourse.content)
    said = content.find(reading.words[act.last + 1 : candidate.last + 1])
    # "Called on Dushanbe and Kabul to …"
    last = act.last + (said[0].first if said else ADDRESSED_REACH)
    named = reading.between(reading.names, act.last + 1, min(last, candidate.last))
    officials = forms(reading.language, language(reading.language).officials.officials)
    return [
        name.id
        for name in named
        if name.kind == "actor"
        and name.id != speaker.actor
        and known_actors()[name.id].kind == "state"
        and not (name.how == "metonym" and is_governed(reading.language, reading.words, name, act.last))
        and not only_says_where(reading, name)
        and (name.how != "demonym" or officials.find(reading.words[name.first : name.last + 3]))
    ]


def _is_context(reading: Reading, candidate: Candidate, date: Dated | None, sides: Sides, memory: Memory) -> bool:
    """Whether an act of others is worth keeping: dated by its own words or those of its sentence, or a state's word on
    the news of the day."""
    if date is None:
        return False
    sentence = candidate.sentence.span
    if date.phrase is not None and date.basis != "inherited":
        return True
    if date.phrase is not None and sentence.shared(date.phrase) and sides.actors:
        # "They exchanged fire on 27 May, and two were killed": one clash, told of once.
        last = memory.told[-1] if memory.told else None
        return last is None or last.type != candidate.act.type or not sentence.shared(last.span)
    spoken = candidate.act.type == "statement" and candidate.speaker is not None and bool(candidate.speaker.names)
    return spoken and reading.news and (candidate.sentence.paragraph in reading.about or reading.focused)


def _met(reading: Reading, candidate: Candidate, names: Sequence[Named]) -> set[str]:
    """The persons with whom somebody met or to whom he travelled: not those who did so."""
    return {
        name.id
        for name in names
        if name.kind == "person" and is_governed(reading.language, reading.words, name, candidate.first)
    }


def _remember(
    reading: Reading,
    memory: Memory,
    candidate: Candidate,
    date: Dated | None,
    actors: Sequence[str],
    persons: tuple[str, ...],
    core: bool,
    published: EdtfDate | None,
) -> None:
    """Keep of an act told what the sentences after it go on from."""
    number = candidate.sentence.number
    apart = is_apart(reading, candidate.clause.first, candidate.act)
    if date and date.phrase and not candidate.background and not apart:
        memory.date, memory.dated, memory.on_occasion = date, number, not candidate.act.verb
    if core and not candidate.background:
        memory.parties, memory.met = tuple(actors), number
        if candidate.act.type != "statement":
            memory.type = candidate.act.type
        if candidate.act.type in DECISIONS:
            memory.decisions.add((candidate.act.type, frozenset(actors)))
        if date and candidate.act.type in EVENTFUL and news_of(date, published):
            memory.day = max((day for day in (date, memory.day) if day), key=lambda day: day.date.earliest or Day.min)
    acting_person = candidate.speaker.person if candidate.speaker else persons[0] if persons else None
    if acting_person and not candidate.background:
        memory.who, memory.acted = acting_person, number
    if candidate.act.type in OCCASIONS and persons and (candidate.act.verb or len(persons) == 1):
        memory.speaker, memory.spoke = traveller(persons[0], actors), number


def _evidence(
    act: Act,
    date: Dated | None,
    names: Sequence[Named],
    actors: Sequence[str],
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
