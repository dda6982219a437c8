"""The machine's reading against the curated chronology: which events it found by itself, what a person corrected."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.curate.decisions import DecidedEvent, Decisions
from app.evaluate.figures import Evaluation
from app.evaluate.passages import Passage
from app.resolve.events import ResolvedEvent
from app.vocabulary.actors import persons
from app.vocabulary.places import places

FACTS = ("type", "subtype", "scope", "date", "parties", "roles", "persons", "place")
"""What a person can correct in an event, in the order in which it is told."""


def curated_passages(decisions: Decisions, texts: Mapping[str, str]) -> list[Passage]:
    """The passages of the decided events as a reader's annotations; `texts` are the documents by file name, which must
    serve as their ids in `decisions`. Those whose words say nothing of the date are taken to be undated."""
    found = []
    for event in decisions.events:
        for passage in event.passages:
            decided, date = event.mention(passage), passage.date
            text = texts[passage.document]
            found.append(
                Passage(
                    document=passage.document,
                    start=passage.span.start,
                    end=passage.span.end,
                    quote=passage.span.of(text),
                    phrase=date.phrase.of(text) if date and date.phrase else None,
                    date=date.date if date else None,
                    type=decided.type,
                    scope=decided.scope,
                    parties=frozenset(party.actor for party in decided.parties),
                    persons=frozenset(persons()[person].names["en"] for person in decided.persons),
                    place=places()[decided.place].names["en"] if decided.place else None,
                    event=event.key,
                )
            )
    return sorted(found, key=lambda passage: (passage.document, passage.start, passage.end))


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """A decided event and the event of the machine that holds most of its passages, if any does."""

    decided: DecidedEvent
    found: ResolvedEvent | None
    whole: bool
    """Every passage that the machine found of it, and no other, is in that event."""

    def corrected(self) -> list[str]:
        """Which of FACTS a person corrected."""
        if self.found is None:
            return []
        order, found = self.decided.order, self.found
        pairs = {
            "type": (found.type, order.type),
            "subtype": (found.subtype, order.subtype),
            "scope": (found.scope, order.scope),
            "date": (found.date.date.text if found.date else None, _edtf(self.decided)),
            "parties": ({party.actor for party in found.parties}, set(order.parties)),
            "roles": ({party.actor: party.role for party in found.parties}, order.parties),
            "persons": (set(found.persons), set(order.persons)),
            "place": (found.place, order.place),
        }
        # Another role of a party that is wrong anyhow is no correction of its own.
        wrong = [fact for fact in FACTS if pairs[fact][0] != pairs[fact][1]]
        return [fact for fact in wrong if fact != "roles" or "parties" not in wrong]


def _edtf(event: DecidedEvent) -> str | None:
    return event.date.date.text if event.date else None


def compared_events(
    decisions: Decisions, evaluation: Evaluation, found: Mapping[str, ResolvedEvent]
) -> list[ComparedEvent]:
    """Each decided event with what the machine made of it. `evaluation` is that of their passages, `found` the
    machine's events by the key that its passages carry."""
    held: dict[str, Counter[str]] = {}
    owners: dict[str, set[str]] = {}
    for j, i in evaluation.matches.items():
        held.setdefault(evaluation.annotated[j].event, Counter())[evaluation.found[i].event] += 1
        owners.setdefault(evaluation.found[i].event, set()).add(evaluation.annotated[j].event)
    result = []
    for event in decisions.events:
        events = held.get(event.key)
        if not events:
            result.append(ComparedEvent(event, None, False))
            continue
        most = max(events, key=lambda key: (events[key], key))
        result.append(ComparedEvent(event, found[most], len(events) == 1 and owners[most] == {event.key}))
    return result


def report(decisions: Decisions, pairs: Sequence[ComparedEvent]) -> Iterator[str]:
    """How much of the curated chronology the machine found by itself, and how much was corrected, as lines of text."""
    for scope in ("core", "context"):
        among = [one for one in pairs if one.decided.order.scope == scope]
        found = [one for one in among if one.found]
        yield f"{scope} events that a person decided on: {len(among)}"
        yield f"  found by the machine                    {_share(len(found), len(among))}"
        yield f"  added by hand                           {_share(len(among) - len(found), len(among))}"
        untouched = sum(not one.corrected() and one.whole for one in found)
        yield f"  found, and nothing corrected            {_share(untouched, len(found))}"
        corrected = Counter(fact for one in found for fact in one.corrected())
        for fact in FACTS:
            # Of parties that were wrong, the roles are not counted.
            among_these = len(found) - corrected["parties"] if fact == "roles" else len(found)
            yield f"  found, {fact + ' corrected':<33}{_share(corrected[fact], among_these)}"
        apart = sum(not one.whole for one in found)
        yield f"  found, passages joined or parted anew   {_share(apart, len(found))}"
    yield f"passages of the machine rejected by a person: {len(decisions.rejections)}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}  ({part}/{whole})" if whole else "–"
