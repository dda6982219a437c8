"""The criteria in an address: read from it, written back to it, and told in words.

One EventFilter has one canonical address: keys and values in one order, empty ones gone. What an address asks for
and is not known here becomes a Problem, named on the page; it is ignored and never widens a result in silence.
"""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import quote, urlencode

from app.dates.edtf import EdtfDate
from app.errors import BadEdtf
from app.queries.search import QUERY_WORDS, count_words

FACETS = (
    "actor",
    "type",
    "subtype",
    "place",
    "person",
    "document",
    "publisher",
    "language",
    "review",
    "precision",
    "scope",
)
"""The repeatable keys: OR within a key, AND between keys. Their order is the canonical one."""
SINGLE = ("from", "to", "q", "sort", "after")
KEYS = (*FACETS, *SINGLE)
DEFAULT_SCOPE = "core"
MOST_VALUES = 50
MOST_CHARACTERS = 200

NEUTRAL = {"from": ("since", None), "to": ("until", None), "q": ("q", ""), "sort": ("sort", "newest")}
"""The field behind each single key, and its value where nothing is asked for."""

Sort = Literal["newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of an address that could not be followed: its key, the reader's own words, and what to do."""

    key: str
    value: str
    advice: str
    kept: bool = False
    """Whether the filter holds it nevertheless, as it can be followed and leads nowhere."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to show, and how. Every field has its neutral value; `scope` empty means core events only."""

    actor: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    subtype: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    since: EdtfDate | None = None
    until: EdtfDate | None = None
    q: str = ""
    sort: Sort = "newest"
    after: str = ""

    def values(self, key: str) -> tuple[str, ...]:
        """The chosen values of a facet."""
        chosen: tuple[str, ...] = getattr(self, key)
        return chosen

    def parameters(self) -> list[tuple[str, str]]:
        """Keys and values in canonical order, without what is neutral."""
        pairs = [(key, value) for key in FACETS for value in self.values(key)]
        single = {
            "from": self.since.text if self.since else "",
            "to": self.until.text if self.until else "",
            "q": self.q,
            "sort": "" if self.sort == "newest" else self.sort,
            "after": self.after,
        }
        return pairs + [(key, single[key]) for key in SINGLE if single[key]]

    def address(self, path: str = "/timeline") -> str:
        """The canonical address of this view under `path`."""
        query = urlencode(self.parameters(), quote_via=quote, safe="/:,")
        return f"{path}?{query}" if query else path

    def without(self, key: str, value: str | None = None) -> "EventFilter":
        """This filter without a value, or without all of a key, from its first page."""
        if key in FACETS:
            left = tuple(v for v in self.values(key) if value is not None and v != value)
            return self._with(key, left)
        name, neutral = NEUTRAL[key]
        return self._with(name, neutral)

    @property
    def is_backwards(self) -> bool:
        """Whether the stretch of time asked for ends before it begins."""
        since, until = self.since and self.since.earliest, self.until and self.until.latest
        return bool(since and until and until < since)

    def _with(self, name: str, value: object) -> "EventFilter":
        changes: dict[str, Any] = {name: value, "after": ""}
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asked for: the filter, and what in it could not be followed."""

    filter: EventFilter
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Reading:
    known: Mapping[str, Iterable[str]]
    problems: list[Problem] = field(default_factory=list)

    def blame(self, key: str, value: str, advice: str) -> None:
        self.problems.append(Problem(key, value[:MOST_CHARACTERS], advice))


def read_filter(pairs: Sequence[tuple[str, str]], known: Mapping[str, Iterable[str]]) -> Asked:
    """The filter that the `pairs` of a query string ask for.

    `known` maps each facet to the values that exist. Raises nothing: what cannot be followed becomes a problem.
    """
    reading = _Reading(known)
    fields: dict[str, object] = {}
    for key in FACETS:
        fields[key] = _values(key, [value for k, value in pairs if k == key], reading)
    for key, name in (("from", "since"), ("to", "until")):
        fields[name] = _date(key, _last(pairs, key, reading), reading)
    if fields["scope"] == (DEFAULT_SCOPE,):
        fields["scope"] = ()
    fields["q"] = _query(_last(pairs, "q", reading), reading)
    sort = _last(pairs, "sort", reading)
    if sort not in ("", "newest", "oldest"):
        reading.blame("sort", sort, "It can be newest or oldest.")
        sort = ""
    fields["sort"] = sort or "newest"
    fields["after"] = _after(_last(pairs, "after", reading), reading)
    for key, value in pairs:
        if key not in KEYS:
            reading.blame(key, value, _nearest(key, KEYS) or "No such filter exists.")
    wanted = EventFilter(**fields)  # type: ignore[arg-type]
    if wanted.is_backwards and wanted.until:
        advice = f"“to={wanted.until.text}” lies before “from”, so no event can match."
        reading.problems.append(Problem("to", wanted.until.text, advice, kept=True))
    return Asked(wanted, tuple(reading.problems))


def _values(key: str, asked: list[str], reading: _Reading) -> tuple[str, ...]:
    known = set(reading.known.get(key, ()))
    chosen = set()
    for value in asked[:MOST_VALUES]:
        if not value:
            continue
        if value in known:
            chosen.add(value)
        else:
            reading.blame(key, value, _nearest(value, known) or "No such value exists.")
    if len(asked) > MOST_VALUES:
        reading.blame(key, f"{len(asked)} values", f"At most {MOST_VALUES} can be chosen.")
    return tuple(sorted(chosen))


def _last(pairs: Sequence[tuple[str, str]], key: str, reading: _Reading) -> str:
    given = [value.strip() for k, value in pairs if k == key and value.strip()]
    for value in given[:-1]:
        reading.blame(key, value, "It was given more than once; the last one counts.")
    return given[-1] if given else ""


def _date(key: str, value: str, reading: _Reading) -> EdtfDate | None:
    if not value:
        return None
    try:
        date = EdtfDate.parse(value[:MOST_CHARACTERS])
    except BadEdtf:
        reading.blame(key, value, "Write a year, a month or a day, as in 2023, 2023-04 or 2023-04-17.")
        return None
    if (date.earliest if key == "from" else date.latest) is None:
        reading.blame(
            key, value, "This date has no known beginning." if key == "from" else "This date has no known end."
        )
        return None
    return date


def _query(value: str, reading: _Reading) -> str:
    words = " ".join(value.split())
    if len(words) > MOST_CHARACTERS:
        advice = f"Only the first {MOST_CHARACTERS} characters of “q” are searched for."
        reading.problems.append(Problem("q", words[:MOST_CHARACTERS], advice, kept=True))
    words = words[:MOST_CHARACTERS].strip()
    if count_words(words) > QUERY_WORDS:
        reading.problems.append(Problem("q", words, f"Only the first {QUERY_WORDS} words are searched for.", kept=True))
    return words


def _after(value: str, reading: _Reading) -> str:
    if value and (not value.isalnum() or not value.isascii() or len(value) > 12):
        reading.blame("after", value, "The list begins at its first page.")
        return ""
    return value


def _nearest(value: str, known: Iterable[str]) -> str:
    nearest = difflib.get_close_matches(value.lower(), list(known), n=1, cutoff=0.6)
    return f"Did you mean “{nearest[0]}”?" if nearest else ""
