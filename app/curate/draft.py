"""A curation file to begin with: everything the machine found in a document, as orders ready to be edited."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import yaml

from app.curate.check import HEADLINE_LANGUAGES, TRANSLATION_LANGUAGES
from app.errors import QuoteAmbiguous
from app.extract.mention import Dated
from app.resolve.events import ResolvedEvent, event_of, person_role
from app.resolve.headlines import headlines
from app.resolve.likeness import Told
from app.text.spans import Quote, Span

WIDTH = 110
"""Columns of a line, at most, where words allow it."""
HEADER = """\
# Made from what the machine found. Decide on every order and translate every quote;
# "python -m app curation check" says what is left to do.
"""


def draft(file: str, text: str, author: str, groups: Iterable[Sequence[Told]], taken: set[str]) -> str:
    """The curation file, as YAML, of the document `file` with the words `text`.

    `groups` are the mentions of each event that the document tells of, in text order; what is known of an event from
    other documents is not in it. `taken` are the names of events that are in use already, and learns the new ones.
    """
    orders = [_order(event_of(told), text, taken) for told in groups]
    told = {"document": file, "author": author, "orders": orders}
    return HEADER + yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=WIDTH)


def _order(event: ResolvedEvent, text: str, taken: set[str]) -> dict[str, Any]:
    order: dict[str, Any] = {"event": _key(event, taken), "type": event.type}
    if event.subtype:
        order["subtype"] = event.subtype
    order["scope"] = event.scope
    if event.date:
        order["date"] = {"edtf": event.date.date.text, "basis": event.date.basis}
    roles = {party.actor: party.role for party in event.parties}
    order["parties"] = roles
    if event.persons:
        order["persons"] = {person: person_role(person, roles) for person in event.persons}
    if event.place:
        order["place"] = event.place
    told = headlines(event)
    order["headline"] = {tag: told[tag] for tag in HEADLINE_LANGUAGES}
    order["passages"] = [_passage(text, one.mention.span, one.mention.date) for one in event.told]
    return order


def _passage(text: str, span: Span, date: Dated | None) -> dict[str, Any]:
    quote = Quote.at(text, span)
    passage: dict[str, Any] = {"quote": quote.exact}
    try:
        Quote(quote.exact, "", "").find(text)
    except QuoteAmbiguous:
        passage |= {"prefix": quote.prefix, "suffix": quote.suffix}
    if date:
        passage["date"] = {"edtf": date.date.text, "basis": date.basis}
        if date.phrase:
            passage["date"]["phrase"] = date.phrase.of(text)
    passage["translation"] = dict.fromkeys(TRANSLATION_LANGUAGES, "")
    return passage


def _key(event: ResolvedEvent, taken: set[str]) -> str:
    """What to call an event until somebody finds a better name: its kind, parties and date."""
    parts = [
        event.type,
        *(party.actor for party in event.parties[:2]),
        event.date.date.text if event.date else "undated",
    ]
    key = re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower()).strip("-")
    number = next(n for n in range(1, len(taken) + 2) if (f"{key}-{n}" if n > 1 else key) not in taken)
    made = f"{key}-{number}" if number > 1 else key
    taken.add(made)
    return made
