"""What acronyms are also spelled out as, from seeds/acronyms.yaml."""

from functools import cache

from pydantic import Field

from app.settings import settings
from app.vocabulary.reading import Entry, read_entries


class Acronym(Entry):
    """An acronym, and what it is commonly spelled out as, by language."""

    acronym: str
    expansions: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@cache
def expansions() -> dict[str, dict[str, tuple[str, ...]]]:
    """What each acronym is spelled out as, by language."""
    entries = read_entries(settings().seeds / "acronyms.yaml", "acronyms", Acronym)
    return {entry.acronym: entry.expansions for entry in entries}
