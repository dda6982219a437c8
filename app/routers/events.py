from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from app.errors import EventUnknown
from app.models import Event
from app.pages.error import GonePage
from app.pages.from_rows.event import event_page
from app.pages.from_rows.labels import Labels
from app.pages.wording import Link
from app.queries.events import get_event, parts_of
from app.queries.passages import history_of, names, parties_of, passages_of, read_at
from app.routers.rendering import AReader, Reader, render

router = APIRouter(include_in_schema=False)


@router.api_route("/events/{identity}", methods=["GET", "HEAD"])
def event(identity: str, reader: AReader) -> Response:
    session, revision = reader.session, reader.revision
    found = get_event(session, identity, revision)
    if found is None:
        raise EventUnknown(identity)
    if found.state == "merged":
        return RedirectResponse(f"/events/{found.merged_into}", 301)
    if found.state == "withdrawn":
        return _gone(found, reader)
    passages = passages_of(session, [identity], revision)[identity]
    page = event_page(
        found,
        passages,
        read_at(session, [passage.mention for passage in passages if passage.mention.origin == "curator"], revision),
        parties_of(session, [identity], revision).get(identity, []),
        history_of(session, identity, revision),
        get_event(session, found.part_of, revision) if found.part_of else None,
        parts_of(session, identity, revision),
        Labels(names(session, revision)),
    )
    layout = reader.layout(page.headline.text, f"{page.date.wording}. {page.headline.text}", f"/events/{identity}")
    return render("event/page.html", layout, page)


def _gone(found: Event, reader: Reader) -> Response:
    _, revision = history_of(reader.session, found.id, reader.revision)[-1]
    page = GonePage(
        event_id=found.id,
        reason=found.reason or "",
        withdrawn=f"in revision {revision.number} of {revision.made_at:%Y-%m-%d}",
        links=(Link("The timeline", "/timeline"), Link("The documents", "/documents")),
    )
    layout = reader.layout("Withdrawn event", "This event was withdrawn.", f"/events/{found.id}")
    return render("gone/page.html", layout, page, 410)
