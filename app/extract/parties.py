"""Who takes part in an act."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dates.edtf import EdtfDate
from app.extract.acts import Act
from app.extract.candidate import OCCASIONS, Candidate, Memory
from app.extract.counterparts import counterparts
from app.extract.governing import is_background
from app.extract.mention import Dated
from app.extract.names import Named
from app.extract.reading import Reading
from app.extract.speakers import Speaker, is_governed, serves, speaks_for, subjects
from app.extract.titles import part_of_title
from app.extract.whereabouts import only_says_where, place_of
from app.vocabulary.actors import actor_lasted, region, taliban, taliban_govern_since
from app.vocabulary.actors import actors as known_actors
from app.vocabulary.languages import language
from app.vocabulary.places import places

OFFICE_REACH = 4
"""How many words before the adjective of a state the office stands that acts in its name."""
AGAINST_REACH = 3
"""How many words before a name "against" stands."""
RELATIVE_REACH = 3
"""How many words before its verb "who" or "which" begins a clause about whoever was just named."""
NAMED_AFTER = 2
"""How many words after what dates an act whoever did that is named ("after the taking of power by the Taliban")."""
OFFICE_AFTER = 2
"""How many words after it, where adjectives precede their nouns as subjects do their verbs."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who takes part, named or not; whether both sides whose dealings are followed do; and the signs of how that is
    known."""

    actors: tuple[str, ...]
    core: bool
    both_named: bool
    signs: tuple[str, ...]


def taking_part(
    reading: Reading,
    candidate: Candidate,
    names: Sequence[Named],
    date: Dated | None,
    addressed: Sequence[str],
    memory: Memory,
) -> Sides:
    """Who takes part in an act of which the words have the `names`; `addressed` are the states spoken to."""
    act, speaker = candidate.act, candidate.speaker
    if act.type == "visit":
        names = _without_other_stops(reading, names, act)
    if not candidate.background:
        names = without_background(reading, candidate, names)
    if act.type == "talks":
        names = _without_next_stop(reading, candidate, names)
    if act.verb and act.type != "statement":
        names = _from_antecedent(reading, candidate, names)
    if act.type in DEALINGS:
        against, low = language(reading.language).discourse.against, candidate.first
        names = [
            name for name in names if not reading.finds(against, max(low, name.first - AGAINST_REACH), name.first - 1)
        ]
    actors = acting(reading, names, act.type, speaker, addressed)
    # A minister's act is his state's, also where the state is not named.
    when = date.date if date else reading.published
    actors += [state for person in persons_of(reading, names, speaker) if (state := serves(person, when))]
    if candidate.setting and memory.speaker:
        actors = [memory.speaker.actor, *actors]
    named = [side & set(actors) for side in (region(), taliban())]
    supplied = counterparts(reading, candidate, date, actors, memory)
    actors += supplied.actors
    actors = [actor for actor in dict.fromkeys(actors) if not out_of_time(actor, date, reading.published)]
    core = bool(region() & set(actors)) and bool(taliban() & set(actors))
    if act.type == "statement" and speaker and speaker.actor not in region() | taliban():
        core = False
    if candidate.background and act.type == "security" and not all(named):
        core = False
        actors = [actor for actor in actors if actor in taliban()] or actors
    absent = language(reading.language).discourse.absent
    if act.type == "forum" and reading.finds(absent, *reading.around(candidate.sentence, candidate.clause)):
        actors = [actor for actor in actors if actor not in taliban()]
    told = [sign for sign, side in zip(("region-named", "taliban-named"), named, strict=True) if side]
    return Sides(tuple(actors), core, all(named), (*told, *supplied.signs))


def _from_antecedent(reading: Reading, candidate: Candidate, names: Sequence[Named]) -> Sequence[Named]:
    """Of an act that a clause tells about somebody named right before it ("Kyrgyzstan follows Kazakhstan, which removed
    them"), without those named before him; all of them where nobody is."""
    low = max(candidate.first, candidate.act.first - RELATIVE_REACH)
    relative = language(reading.language).discourse.relative
    begins = [word for word in range(low, candidate.act.first) if reading.finds(relative, word, word)]
    if not begins:
        return names
    meant = [name.first for name in names if name.last == begins[-1] - 1]
    return [name for name in names if name.first >= min(meant)] if meant else names


def without_background(reading: Reading, candidate: Candidate, names: Sequence[Named]) -> Sequence[Named]:
    """Without those named only in what dates the act ("after the Taliban came to power, the CSTO held drills")."""
    clause = candidate.clause
    acts = reading.between(reading.acts, clause.first, clause.last)
    dating = [
        act
        for act in acts
        if act.type == "security" and act.first != candidate.act.first and is_background(reading, clause, act)
    ]

    def within(name: Named, act: Act) -> bool:
        near = act.first <= name.first <= act.last + NAMED_AFTER
        near = near and not reading.between(reading.acts, act.last + 1, name.first)
        return near and not any(reading.words[word].pause_before for word in range(act.first + 1, name.first + 1))

    return [name for name in names if not any(within(name, act) for act in dating)]


def _without_other_stops(reading: Reading, names: Sequence[Named], act: Act) -> list[Named]:
    """Without the capitals from which somebody came, or to which he went another time: of "after a trip to Tashkent he
    flew from Moscow to Kabul" only Kabul receives him."""
    where = place_of(reading, names, act)
    country = places()[where].country if where else None
    home = "taliban" if country == "afghanistan" else country

    def stop(name: Named) -> bool:
        tied = only_says_where(reading, name) or is_governed(
            reading.language, reading.words, name, max(0, name.first - 1)
        )
        return name.how == "metonym" and name.kind == "actor" and name.id != home and tied

    return [name for name in names if not stop(name)]


def _without_next_stop(reading: Reading, candidate: Candidate, names: Sequence[Named]) -> Sequence[Named]:
    """Without the capital for which somebody leaves before or after he meets others ("before flying to Tashkent he
    received …")."""
    first, discourse = candidate.clause.first, language(reading.language).discourse
    pauses = (word for word in range(first + 1, candidate.act.first + 1) if reading.words[word].pause_before)
    ends = next(pauses, first)
    if not reading.finds(discourse.background, first, first) or reading.between(reading.acts, first, ends - 1):
        return names
    return [name for name in names if name.first >= ends or not only_says_where(reading, name)]


DEALINGS = OCCASIONS | {"agreement", "aid-trade"}
"""Acts in which whoever they are directed against takes no part, as he does in a ban."""
TOGETHER = frozenset({"forum", "agreement", "aid-trade", "security"})
"""Acts in which organisations take part as states do."""


def acting(
    reading: Reading, names: Sequence[Named], kind: str, speaker: Speaker | None, addressed: Sequence[str] = ()
) -> list[str]:
    """The actors that the words of an act of type `kind` name as taking part; `addressed` are those spoken to."""
    found = [name.id for name in names if name.kind == "actor" and _acts(reading, name, kind)]
    if kind in TOGETHER - {"security"}:
        # Whom weapons are meant against, whom a forum is about: armed groups are no party to what states do.
        found = [actor for actor in found if not known_actors()[actor].armed or actor in taliban()]
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
ABOUT_REACH = 2
"""How many words before a name "about" stands."""
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


def carried_subject(reading: Reading, candidate: Candidate) -> list[Named]:
    """Who acts, named before in the same sentence, where the words of an act name nobody: for a relative clause the
    state that stands right before it ("China, which …") or the person named last ("Muttaqi, who arrived …"), for a
    visit or meeting else the first person ("Kamilov flew to Kabul, where he met …")."""
    tag, words, act, sentence = reading.language, reading.words, candidate.act, candidate.sentence
    relative = reading.finds(language(tag).discourse.relative, candidate.first, candidate.first + 1)
    if not act.verb or candidate.background or candidate.first == sentence.first:
        return []
    if act.type not in OCCASIONS and not relative:
        return []
    begins, _ = reading.around(sentence, candidate.clause)
    before = reading.between(reading.names, begins, candidate.first - 1)
    states = [name for name in before if name.last == candidate.first - 1 and _is_state(name)]
    if relative and states and not is_governed(tag, words, states[-1], begins):
        return states[-1:]
    antecedent = [name for name in before if name.kind == "person" and name.last == candidate.first - 1]
    if relative and antecedent:
        # "Discussed with Zhumangarin, who visited Kabul, …": whoever stands right before it.
        return antecedent[-1:]
    subject_first = language(tag).morphology.subject == "before"
    # Also where the subject follows, it may stand before the verb of what was said ("said that Muttaqi arrived").
    high = act.first - 1 if subject_first else min(act.last + SUBJECT_REACH, candidate.last)
    own = reading.between(reading.names, candidate.first, high)
    # Who acts in a relative clause is whoever it is about, whoever else is named there.
    acting = subjects(tag, words, reading.folded.text, list(own), candidate.first)
    if any(name.kind != "place" for name in acting) and not (relative and not subject_first):
        return []
    people = [name for name in before if name.kind == "person" and not is_governed(tag, words, name, begins)]
    return people[-1:] if relative else people[:1]


def _is_state(name: Named) -> bool:
    return name.kind == "actor" and name.how != "demonym" and known_actors()[name.id].kind == "state"


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
    if kind == "statement" and (only_says_where(reading, name) or _is_of_forum(reading, name)):
        return False
    if kind in OCCASIONS and name.id in taliban() and _is_topic(reading, name):
        return False
    officials = language(reading.language).officials.officials
    after = OFFICE_AFTER if language(reading.language).morphology.subject == "before" else 0
    return name.how != "demonym" or reading.finds(
        officials, max(0, name.first - OFFICE_REACH), min(name.last + after, len(reading.words) - 1)
    )


def _is_of_forum(reading: Reading, name: Named) -> bool:
    """Whether a capital only tells which meeting is meant ("the Tashkent conference")."""
    following = reading.between(reading.acts, name.last + 1, name.last + 1)
    return name.how == "metonym" and any(act.type in OCCASIONS and not act.verb for act in following)


def _is_topic(reading: Reading, name: Named) -> bool:
    """Whether others only talk about whom a name means ("discussed the Taliban in Tashkent")."""
    about = language(reading.language).discourse.about
    return bool(name.first) and reading.finds(about, max(0, name.first - ABOUT_REACH), name.first - 1)


def out_of_time(actor: str, date: Dated | None, published: EdtfDate | None) -> bool:
    """Whether an act is over before an actor began to be anything, or begins after it ceased to be."""
    began, ended = actor_lasted(actor)
    when = date.date if date else published
    over = began and when and when.latest and date and when.latest < began
    return bool(over or (ended and when and when.earliest and when.earliest > ended))


def traveller(person: str, actors: Sequence[str]) -> Speaker | None:
    """Somebody told of as visiting or meeting, who may speak next."""
    actor = next((actor for actor in actors if actor in speaks_for(person)), None)
    return Speaker(actor, person, ()) if actor else None


def persons_of(reading: Reading, names: Sequence[Named], speaker: Speaker | None) -> tuple[str, ...]:
    """The ids of the persons who take part: whoever speaks, else all named but those in another's title."""
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
