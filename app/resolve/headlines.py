"""Headlines that take no side: what kind of act, who, where. A curator's words replace them later."""

from app.resolve.events import ResolvedEvent
from app.vocabulary.actors import actors, persons
from app.vocabulary.event_types import event_types
from app.vocabulary.places import places

INTERFACE_LANGUAGES = ("en", "ar", "ru", "fa")
COMMA = {"ar": "، ", "fa": "، "}


def headlines(event: ResolvedEvent) -> dict[str, str]:
    """A headline for `event` in each language that the vocabulary has names in, by language tag."""
    return {tag: _headline(event, tag) for tag in INTERFACE_LANGUAGES}


def _headline(event: ResolvedEvent, tag: str) -> str:
    comma = COMMA.get(tag, ", ")
    kind = event_types()[event.type].names[tag]
    parties = " – ".join(actors()[party.actor].names[tag] for party in event.parties[:4])
    people = comma.join(persons()[person].names[tag] for person in event.persons[:2])
    where = places()[event.place].names[tag] if event.place and places()[event.place].kind != "country" else ""
    said = f"{parties} ({people})" if people and parties else parties or people
    return f"{kind}: {comma.join(part for part in (said, where) if part)}"
