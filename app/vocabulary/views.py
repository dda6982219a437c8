"""Ready-made views for the front page, from seeds/views.yaml."""

from functools import cache

from pydantic import Field

from app.settings import settings
from app.vocabulary.reading import Entry, Names, read_entries


class View(Entry):
    """A filter that is worth having at hand; `view` is the query of its canonical address."""

    id: str
    titles: Names
    view: str = Field(min_length=1)


class ViewGroup(Entry):
    """Views that belong together."""

    id: str
    titles: Names
    views: tuple[View, ...]


@cache
def view_groups() -> tuple[ViewGroup, ...]:
    """Every group of views, in the order of the file."""
    return read_entries(settings().seeds / "views.yaml", "groups", ViewGroup)
