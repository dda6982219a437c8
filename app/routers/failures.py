"""What a reader sees when something cannot be shown."""

import logging
from sqlite3 import OperationalError as SQLiteError

from fastapi import FastAPI, Request, Response
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from app.errors import DatabaseMissing, QueryTooSlow, TarikhError
from app.pages.error import ErrorPage
from app.pages.layout import Layout
from app.pages.wording import Link
from app.routers.headers import SECURITY_HEADERS
from app.routers.rendering import render

LINKS = (Link("The timeline", "/timeline"), Link("The documents", "/documents"))
HEADINGS = {404: "There is no such page", 405: "This page cannot be used that way"}
log = logging.getLogger(__name__)


def add_failures(app: FastAPI) -> None:
    """Answer every failure with a page that says what to do, and that repeats nothing unescaped."""

    @app.exception_handler(TarikhError)
    def named(request: Request, error: TarikhError) -> Response:
        return _page(request, error.status, error.heading, str(error))

    @app.exception_handler(OperationalError)
    def database(request: Request, error: OperationalError) -> Response:
        if isinstance(error.orig, SQLiteError) and "interrupted" in str(error.orig):
            return named(request, QueryTooSlow())
        return unexpected(request, error)

    @app.exception_handler(HTTPException)
    def plain(request: Request, error: HTTPException) -> Response:
        heading = HEADINGS.get(error.status_code, "This could not be shown")
        advice = "The address may be mistyped or out of date. What was published once keeps its address."
        response = _page(request, error.status_code, heading, advice)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    def unexpected(request: Request, error: Exception) -> Response:
        log.error("%s %s", request.method, request.url.path, exc_info=error)
        response = _page(request, 500, "Something went wrong here", "The fault is ours, and was noted.")
        # This answer is made outside the middleware that sets them elsewhere.
        response.headers.update(SECURITY_HEADERS)
        return response


def _page(request: Request, status: int, heading: str, explanation: str) -> Response:
    page = ErrorPage(
        status=status,
        heading=heading,
        explanation=explanation,
        advice="Go on from one of these pages.",
        links=LINKS if status != DatabaseMissing.status else (),
    )
    layout = Layout(title=heading, description=explanation, path=request.url.path)
    return render("error/page.html", layout, page, status)
