from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.pages.from_rows.home import home_page
from app.pages.from_rows.labels import Labels
from app.queries.passages import names, parties_of, passages_of
from app.queries.standing import newest_events, standing
from app.queries.views import view_counts
from app.routers.rendering import AReader, render

LATEST = 6

router = APIRouter(include_in_schema=False)


@router.api_route("/", methods=["GET", "HEAD"])
def home(reader: AReader) -> HTMLResponse:
    session, revision = reader.session, reader.revision
    latest = newest_events(session, revision, LATEST)
    ids = [event.id for event in latest]
    page = home_page(
        standing(session, revision),
        view_counts(session, revision),
        latest,
        passages_of(session, ids, revision),
        parties_of(session, ids, revision),
        Labels(names(session, revision)),
    )
    about = "A chronology of the dealings between Russia, the Central Asian states and the Taliban."
    return render("home/page.html", reader.layout("Tarikh", about, "/"), page)
