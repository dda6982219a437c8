"""Headlines that take no side: what kind of act, who, toward whom, where. A curator's words replace them later."""

from collections.abc import Iterable
from string import Formatter

from app.resolve.events import ResolvedEvent
from app.vocabulary.actors import actors, persons
from app.vocabulary.event_types import event_types
from app.vocabulary.places import places

INTERFACE_LANGUAGES = ("en", "ar", "ru", "fa")
COMMA = {"ar": "، ", "fa": "، "}
ACTING = frozenset({"speaker", "guest", "subject", "signatory"})
MOST_NAMES = 4
OTHERS = {"en": "{} others", "ar": "و{} آخرون", "ru": "ещё {}", "fa": "{} تن دیگر"}


def headlines(event: ResolvedEvent) -> dict[str, str]:
    """A headline for `event` in each language that the vocabulary has names in, by language tag."""
    return {tag: _headline(event, tag) for tag in INTERFACE_LANGUAGES}


def _headline(event: ResolvedEvent, tag: str) -> str:
    kind = event_types()[event.type]
    parts = _parts(event, tag)
    for pattern in kind.headline.get(tag, ()):
        if all(parts.get(name) for _, name, _, _ in Formatter().parse(pattern) if name):
            return pattern.format_map(parts)
    comma = COMMA.get(tag, ", ")
    told = comma.join(part for part in (parts["people"] or parts["all"], parts["place"]) if part)
    return f"{kind.names[tag]}: {told}" if told else kind.names[tag]


def _parts(event: ResolvedEvent, tag: str) -> dict[str, str]:
    roles = {party.actor: party.role for party in event.parties}
    acting = [actor for actor, role in roles.items() if role in ACTING]
    place = places()[event.named_place] if event.named_place else None
    return {
        "people": _joined((_person(person, acting, tag) for person in _acting(event.persons, acting)), tag),
        "who": _joined((_actor(actor, tag) for actor in acting), tag),
        "whom": _joined((_actor(actor, tag) for actor in roles if actor not in acting), tag),
        "all": _joined((_actor(actor, tag) for actor in roles), tag),
        "place": place.names[tag] if place and place.kind not in ("country", "region") else "",
    }


def _acting(people: tuple[str, ...], acting: list[str]) -> list[str]:
    """The persons of the parties that act: whoever receives a visitor does not travel."""
    return [person for person in people if any(office.of in acting for office in persons()[person].offices)]


def _person(person: str, acting: list[str], tag: str) -> str:
    served = {office.of for office in persons()[person].offices}
    state = next((_actor(actor, tag) for actor in acting if actor in served), None)
    name = persons()[person].names[tag]
    return f"{name} ({state})" if state else name


def _actor(actor: str, tag: str) -> str:
    known = actors()[actor]
    return known.in_sentence.get(tag) or known.names[tag]


def _joined(names: Iterable[str], tag: str) -> str:
    listed = list(names)
    if len(listed) > MOST_NAMES:
        listed = [*listed[: MOST_NAMES - 1], OTHERS[tag].format(len(listed) - MOST_NAMES + 1)]
    if tag == "en" and len(listed) > 1:
        return f"{', '.join(listed[:-1])} and {listed[-1]}"
    return COMMA.get(tag, ", ").join(listed)
