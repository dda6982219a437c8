from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.errors import AddressTooLong
from app.pages.from_rows.labels import Labels
from app.pages.from_rows.timeline import Found, timeline_page
from app.queries.event_filter import Asked, read_filter
from app.queries.events import page
from app.queries.facets import facet_counts, known_values
from app.queries.passages import list_documents, names, parties_of, passages_of
from app.routers.rendering import AReader, Reader, render
from app.settings import settings

LONGEST_QUERY = 4_000

router = APIRouter(include_in_schema=False)


@router.api_route("/timeline", methods=["GET", "HEAD"])
def timeline(request: Request, reader: AReader) -> Response:
    query = request.url.query
    if len(query) > LONGEST_QUERY:
        raise AddressTooLong(len(query), LONGEST_QUERY)
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    asked = read_filter(pairs, known_values(reader.session, reader.revision))
    canonical = asked.filter.address()
    # What could not be followed stays in the address, so that the page can name it.
    if not asked.problems and query != canonical.partition("?")[2]:
        return RedirectResponse(canonical, 303)
    shown = timeline_page(asked, dict(pairs), _found(reader, asked), Labels(names(reader.session, reader.revision)))
    layout = reader.layout("Timeline", f"Tarikh: {shown.summary}", "/timeline", canonical)
    return render("timeline/page.html", layout, shown)


def _found(reader: Reader, asked: Asked) -> Found:
    session, revision = reader.session, reader.revision
    events = page(session, asked.filter, revision, settings().page_size)
    ids = [event.id for event in events.events]
    return Found(
        page=events,
        facets=facet_counts(session, asked.filter, revision),
        passages=passages_of(session, ids, revision),
        parties=parties_of(session, ids, revision),
        documents={document.id: document for document in list_documents(session, revision)},
    )
