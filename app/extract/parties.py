"""Who takes part in an act, and where it happens."""

from collections.abc import Sequence

from app.extract.acts import Act
from app.extract.candidate import OCCASIONS, Candidate
from app.extract.mention import Dated, Role
from app.extract.names import Named
from app.extract.reading import Reading
from app.extract.speakers import Speaker, part_of_title, serves, speaks_for, subjects
from app.vocabulary.actors import actor_began, region, taliban
from app.vocabulary.languages import language
from app.vocabulary.places import places

OFFICE_REACH = 4
"""How many words before the adjective of a state the office stands that acts in its name."""


def acting(reading: Reading, names: Sequence[Named], speaker: Speaker | None) -> list[str]:
    found = [name.id for name in names if name.kind == "actor" and _acts(reading, name)]
    if speaker is None:
        return list(dict.fromkeys(found))
    # What is spoken of is no party, save the two sides whose dealings these are.
    sides = region() | taliban()
    return list(dict.fromkeys([speaker.actor, *(actor for actor in found if actor in sides)]))


def _acts(reading: Reading, name: Named) -> bool:
    """Whether a name can stand for who acts: an adjective only with an office ("Russian oil" is no party)."""
    officials = language(reading.language).officials.officials
    return name.how != "demonym" or reading.finds(officials, max(0, name.first - OFFICE_REACH), name.last)


def nearest_of(side: frozenset[str], names: Sequence[Named], act: Act) -> list[str]:
    """The actor of a side that was named last before the act, or else first after it."""
    found = [(name.first, state) for name in names if (state := _state(name)) in side]
    before = [state for first, state in found if first < act.first and state]
    return before[-1:] or [state for _, state in found if state][:1]


def _state(name: Named) -> str | None:
    """The actor that a name stands for, itself or through the person who serves it."""
    return name.id if name.kind == "actor" else serves(name.id) if name.kind == "person" else None


def hosts(names: Sequence[Named]) -> list[str]:
    """The actors in whose country the cities among `names` lie."""
    found = [places()[name.id] for name in names if name.kind == "place"]
    countries = [place.country for place in found if place.kind not in ("country", "region") and place.country]
    return ["taliban" if country == "afghanistan" else country for country in countries]


def before_its_time(actor: str, date: Dated | None) -> bool:
    """Whether an act is over before an actor began to be anything."""
    began = actor_began(actor)
    return bool(began and date and date.date.latest and date.date.latest < began)


def traveller(person: str, actors: list[str]) -> Speaker | None:
    """Somebody told of as visiting or meeting, who may speak next."""
    actor = next((actor for actor in actors if actor in speaks_for(person)), None)
    return Speaker(actor, person, ()) if actor else None


def acting_before(reading: Reading, candidate: Candidate) -> list[Named]:
    """The names before a verb at the end of a clause that can be its subject, as they follow no preposition."""
    names = reading.between(reading.names, candidate.first, candidate.act.first)
    return subjects(reading.language, reading.words, reading.folded.text, names, candidate.clause.first)


def persons_of(reading: Reading, names: Sequence[Named], speaker: Speaker | None) -> tuple[str, ...]:
    if speaker is not None:
        return (speaker.person,) if speaker.person else ()
    people = [name for name in names if name.kind == "person"]
    titled = part_of_title(reading.language, reading.words, people)
    return tuple(dict.fromkeys(person.id for person in people if person not in titled))


def place_of(reading: Reading, names: Sequence[Named], act: Act) -> str | None:
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
            (name.span not in actors and places()[name.id].kind != "country")
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
