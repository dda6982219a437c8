"""Who and where: the actors, persons and places that a text names."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from app.dates.edtf import EdtfDate
from app.extract.forms import FormIndex, longest
from app.extract.mention import Evidence, EvidenceKind
from app.text.folding import Folded, fold
from app.text.spans import Span
from app.text.tokens import Token, tokens
from app.vocabulary.acronyms import expansions
from app.vocabulary.actors import actors, persons
from app.vocabulary.languages import language, rules_for
from app.vocabulary.places import places
from app.vocabulary.reading import Form

DEFINITION = re.compile(r"[\s\"»”]*\(([A-Z]{2,6})\)")
"""An acronym in brackets, right after what it stands for."""

Kind = Literal["actor", "person", "place"]
How = Literal["form", "demonym", "metonym", "name"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a form can mean, and when."""

    kind: Kind
    id: str
    how: How
    since: date | None = None
    until: date | None = None
    context: bool = False
    surname: str | None = None
    """The last word of a person's name in full."""


SHORTEST_SURNAME = 4
"""How many letters a surname has at least, to stand alone after the name in full."""
BESIDE = 12
"""How many words from an actor a place is named that tells which branch of it is meant."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: what it means, its words, and its span in the original text (code points)."""

    kind: Kind
    id: str
    how: How
    context: bool
    first: int
    last: int
    span: Span


def find_names(folded: Folded, words: Sequence[Token], tag: str, when: date | None) -> list[Named]:
    """The actors, persons and places among `words` of a text in language `tag`, in text order.

    `when` is the day by which the text stood; forms that mean a thing only in another time are left out. One stretch
    of words can be an actor and a place at once (Moscow); which it is depends on the act.
    """
    found: list[Named] = []
    surnames: dict[str, set[str]] = {}
    kinds: tuple[Kind, ...] = ("actor", "person", "place")
    for kind in kinds:
        matches = [m for m in _index(tag, kind).find(words) if _means(m.value, when)]
        for match in longest(matches):
            sense = match.value
            span = folded.to_original(match.start, match.end)
            found.append(Named(kind, sense.id, sense.how, sense.context, match.first, match.last, span))
            if sense.surname:
                surnames.setdefault(sense.surname, set()).add(sense.id)
    found += _surnamed(folded, words, tag, found, surnames)
    found += _defined(folded, words, tag, found)
    found = _branches(words, found)
    # "The movement", or a surname that many bear, means somebody only in a text that names him in full.
    named = {name.id for name in found if not name.context}
    found = [name for name in found if not name.context or name.id in named]
    # A place or state within somebody's name (Ahmad of Kandahar) is not meant.
    people = {word for name in found if name.kind == "person" for word in range(name.first, name.last + 1)}
    meant = (name for name in found if name.kind == "person" or name.first not in people or name.last not in people)
    return sorted(meant, key=lambda name: (name.first, name.kind))


def names_in(text: str, tag: str, published: EdtfDate | None) -> tuple[Evidence, ...]:
    """Every actor, person and place that `text`, of language `tag`, names, as evidence in text order.

    None where there are no rules for the language. Never raises on any text.
    """
    if (rules := rules_for(tag)) is None:
        return ()
    folded = fold(text)
    when = published.latest if published else None
    kinds: dict[Kind, EvidenceKind] = {"actor": "party", "person": "person", "place": "place"}
    return tuple(
        Evidence(kinds[name.kind], name.id, name.span) for name in find_names(folded, tokens(folded), rules, when)
    )


def _beside(words: Sequence[Token], one: Named, other: Named) -> bool:
    """Whether two names stand near each other in one sentence."""
    first, last = min(one.first, other.first), max(one.first, other.first)
    return last - first <= BESIDE and not any(words[word].stop_before for word in range(first + 1, last + 1))


def _branches(words: Sequence[Token], found: list[Named]) -> list[Named]:
    """With the name of a whole meaning the branch of it that the text names ("ISIS", once ISIS-K was spoken of), or
    that is at work in the country of a place named beside it."""
    named = {name.id for name in found if name.kind == "actor"}
    meant = {whole: one for one in named if (whole := actors()[one].branch_of)}
    local = {actor.branch_of: actor for actor in actors().values() if actor.branch_in}
    where = [name for name in found if name.kind == "place"]

    def branch(name: Named) -> str | None:
        one = local.get(name.id)
        beside = one and any(places()[at.id].country == one.branch_in and _beside(words, name, at) for at in where)
        return meant.get(name.id) or (one.id if one and beside else None)

    return [replace(name, id=one) if name.kind == "actor" and (one := branch(name)) else name for name in found]


def _defined(folded: Folded, words: Sequence[Token], tag: str, found: Sequence[Named]) -> list[Named]:
    """The actors that the text calls by an acronym it has defined itself, "the Islamic Emirate of Afghanistan (IEA)",
    or by what that acronym is otherwise spelled out as: so it stands in a machine's translation. This text only."""
    ends = {name.span.end: name for name in found if name.kind == "actor"}
    index: FormIndex[Named] = FormIndex(language(tag).morphology)
    for match in DEFINITION.finditer(folded.original):
        if (name := ends.get(match.start())) is None:
            continue
        for form in (match[1], *expansions().get(match[1], {}).get(tag, ())):
            index.add(form, name)
    taken = {word for name in found if name.kind == "actor" for word in range(name.first, name.last + 1)}
    return [
        Named(
            "actor", match.value.id, "form", False, match.first, match.last, folded.to_original(match.start, match.end)
        )
        for match in longest(index.find(words))
        if taken.isdisjoint(range(match.first, match.last + 1))
    ]


def _surnamed(
    folded: Folded, words: Sequence[Token], tag: str, found: Sequence[Named], surnames: Mapping[str, Set[str]]
) -> list[Named]:
    """The persons whom the text, having named them in full, calls by their surname alone. This text only, and not
    where two have the same one."""
    index: FormIndex[str] = FormIndex(language(tag).morphology)
    for surname, bearers in surnames.items():
        if len(bearers) == 1:
            index.add(surname, *bearers)
    taken = {word for name in found for word in range(name.first, name.last + 1)}
    return [
        Named("person", match.value, "name", True, match.first, match.last, folded.to_original(match.start, match.end))
        for match in longest(index.find(words))
        if match.first not in taken and _is_name(folded, words[match.first])
    ]


def _is_name(folded: Folded, word: Token) -> bool:
    """Whether a word has a capital, where its letters have one."""
    first = folded.to_original(word.start, word.end).of(folded.original)[:1]
    return first.isupper() or first.lower() == first.upper()


def ids_of(tag: str, word: Token) -> set[str]:
    """The actors that one word alone can name."""
    return {match.value.id for match in _index(tag, "actor").find([word])}


def _means(sense: Sense, when: date | None) -> bool:
    if when is None:
        return True
    return (sense.since is None or when >= sense.since) and (sense.until is None or when <= sense.until)


@cache
def _index(tag: str, kind: Kind) -> FormIndex[Sense]:
    index: FormIndex[Sense] = FormIndex(language(tag).morphology)
    if kind == "actor":
        for actor in actors().values():
            _add(index, kind, actor.id, "form", actor.forms.get(tag, ()))
            _add(index, kind, actor.id, "demonym", actor.demonyms.get(tag, ()))
            _add(index, kind, actor.id, "metonym", actor.metonyms.get(tag, ()))
    elif kind == "person":
        for person in persons().values():
            _add(index, kind, person.id, "name", person.forms.get(tag, ()), surnames=True)
    else:
        for place in places().values():
            _add(index, kind, place.id, "name", place.forms.get(tag, ()))
    return index


def _add(
    index: FormIndex[Sense], kind: Kind, thing: str, how: How, forms: Sequence[Form], *, surnames: bool = False
) -> None:
    for form in forms:
        since = EdtfDate.parse(form.since).earliest if form.since else None
        until = EdtfDate.parse(form.until).latest if form.until else None
        *given, last = form.form.split()
        surname = last if surnames and given and len(last.rstrip("*")) >= SHORTEST_SURNAME else None
        index.add(form.form, Sense(kind, thing, how, since, until, form.context, surname))
