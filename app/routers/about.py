from fastapi import APIRouter, Response

from app.pages.from_rows.coverage import coverage_page
from app.pages.from_rows.labels import LANGUAGE, Labels
from app.pages.method import MethodPage, TypeDefinition
from app.queries.coverage import coverage
from app.queries.passages import names
from app.queries.standing import standing
from app.routers.rendering import AReader, render
from app.vocabulary.event_types import subtypes

router = APIRouter(include_in_schema=False)


@router.api_route("/about/method", methods=["GET", "HEAD"])
def method(reader: AReader) -> Response:
    session, revision = reader.session, reader.revision
    counted = standing(session, revision)
    kinds = sorted(names(session, revision).types.values(), key=lambda kind: kind.position)
    types = tuple(TypeDefinition(kind.names[LANGUAGE], kind.definition[LANGUAGE], _subtypes(kind.id)) for kind in kinds)
    page = MethodPage(types, counted.events, counted.documents, counted.reviewed)
    layout = reader.layout(
        "How this chronology is made", "What counts as an event, and how it is found.", "/about/method"
    )
    return render("method/page.html", layout, page)


def _subtypes(kind: str) -> str:
    return ", ".join(one.names[LANGUAGE] for one in subtypes().values() if kind in one.of)


@router.api_route("/about/coverage", methods=["GET", "HEAD"])
def coverage_and_gaps(reader: AReader) -> Response:
    session, revision = reader.session, reader.revision
    page = coverage_page(coverage(session, revision), Labels(names(session, revision)))
    about = "Of what the documents speak, and of which months and states they do not."
    return render("coverage/page.html", reader.layout("Coverage and gaps", about, "/about/coverage"), page)
