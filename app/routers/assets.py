"""Style, script and fonts: one stylesheet made of all, and addresses that change with what they hold."""

import hashlib
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.settings import ROOT

STATIC = ROOT / "static"
SHEETS = ("fonts.css", "tokens.css", "base.css", "layout.css", "pages/*.css", "components/*.css", "print.css")
FOR_EVER = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"

router = APIRouter(include_in_schema=False)


@cache
def stylesheet() -> str:
    """All style sheets, one after the other, in the order of SHEETS."""
    files = [path for pattern in SHEETS for path in sorted((STATIC / "css").glob(pattern))]
    return "\n".join(path.read_text("utf-8") for path in files)


@cache
def asset(path: str) -> str:
    """The address of a static file, with a fingerprint of what it holds; `site.css` is the one style sheet."""
    content = stylesheet().encode() if path == "site.css" else (STATIC / path).read_bytes()
    return f"/static/{path}?v={hashlib.sha256(content).hexdigest()[:12]}"


@router.api_route("/static/site.css", methods=["GET", "HEAD"])
def site_css(request: Request) -> Response:
    kept = FOR_EVER if "v" in request.query_params else FOR_AN_HOUR
    return Response(stylesheet(), media_type="text/css", headers={"Cache-Control": kept})


class CachedFiles(StaticFiles):
    """Static files that may be kept for ever where their address names a version."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory=directory)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        versioned = b"v=" in scope["query_string"] or path.startswith("fonts/")
        response.headers["Cache-Control"] = FOR_EVER if versioned and response.status_code == 200 else FOR_AN_HOUR
        return response
