"""Templates: the environment, and the one way a page becomes an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlmodel import Session

from app.database import reading
from app.pages.layout import Layout, RevisionNote
from app.queries.revisions import latest_revision
from app.routers.assets import asset
from app.settings import ROOT


@cache
def environment() -> Environment:
    """Jinja with autoescape everywhere; a name that a template does not have is an error."""
    made = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    return made


def render(template: str, layout: Layout, page: object, status: int = 200) -> HTMLResponse:
    """The whole page; htmx takes the part it needs out of it."""
    html = environment().get_template(template).render(layout=layout, page=page)
    return HTMLResponse(html, status, headers={"Cache-Control": "no-cache"})


@dataclass(frozen=True, slots=True)
class Reader:
    """A request's view of the chronology: one session on one snapshot, and the revision it shows."""

    session: Session
    revision: int
    note: RevisionNote | None
    origin: str

    def layout(self, title: str, description: str, path: str, canonical: str | None = None) -> Layout:
        """What surrounds a page at `path`."""
        return Layout(
            title=title,
            description=description,
            path=path,
            canonical=f"{self.origin}{canonical or path}",
            revision=self.note,
            archive_is_empty=self.note is None,
        )


def _reader(request: Request) -> Iterator[Reader]:
    with reading(request.app.state.database) as session:
        revision = latest_revision(session)
        note = RevisionNote(revision.number, revision.made_at.date().isoformat()) if revision else None
        origin = str(request.base_url).rstrip("/")
        yield Reader(session, revision.number if revision else 0, note, origin)


AReader = Annotated[Reader, Depends(_reader)]
