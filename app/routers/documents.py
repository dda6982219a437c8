from fastapi import APIRouter, Response

from app.errors import DocumentSuperseded, DocumentUnknown
from app.models import Event, Mention
from app.pages.from_rows.document import document_list_page, document_page
from app.pages.from_rows.labels import Labels
from app.queries.passages import (
    get_document,
    list_documents,
    mentions_in,
    names,
    readings_of,
    rejected_in,
    text_of,
    was_document,
)
from app.routers.rendering import AReader, render

router = APIRouter(include_in_schema=False)


@router.api_route("/documents", methods=["GET", "HEAD"])
def documents(reader: AReader) -> Response:
    session, revision = reader.session, reader.revision
    listed = list_documents(session, revision)
    told: dict[str, list[tuple[Mention, Event]]] = {}
    for mention, event in mentions_in(session, [document.id for document in listed], revision):
        told.setdefault(mention.document_id, []).append((mention, event))
    page = document_list_page(listed, told, Labels(names(session, revision)))
    return render("documents/page.html", reader.layout("Documents", page.summary, "/documents"), page)


@router.api_route("/documents/{identity}", methods=["GET", "HEAD"])
def document(identity: str, reader: AReader) -> Response:
    session, revision = reader.session, reader.revision
    found = get_document(session, identity, revision)
    if found is None:
        raise DocumentSuperseded(identity) if was_document(session, identity, revision) else DocumentUnknown(identity)
    mentions = mentions_in(session, [identity], revision)
    page = document_page(
        found,
        text_of(session, found),
        mentions,
        readings_of(session, [mention.id for mention, _ in mentions], revision),
        rejected_in(session, identity, revision),
        Labels(names(session, revision)),
    )
    layout = reader.layout(page.title.text, f"{page.title.text}, {page.published}", f"/documents/{identity}")
    return render("document/page.html", layout, page)
