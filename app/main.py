"""The map of the site: settings, routers, static files, error pages."""

from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.routers import about, assets, documents, events, health, home, timeline
from app.routers.assets import STATIC, CachedFiles
from app.routers.failures import add_failures
from app.routers.headers import SecurityHeaders
from app.settings import settings

ROUTERS = (home, timeline, events, documents, about, health, assets)


def create_app(database: Path | None = None) -> FastAPI:
    """The application over `database`, by default the one in the settings."""
    app = FastAPI(title="Tarikh", version=__version__, docs_url=None, redoc_url=None)
    app.state.database = database or settings().database
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(SecurityHeaders)
    for module in ROUTERS:
        app.include_router(module.router)
    app.mount("/static", CachedFiles(STATIC), name="static")
    add_failures(app)
    return app
