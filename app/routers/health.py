from fastapi import APIRouter

from app.routers.rendering import AReader

router = APIRouter()


@router.api_route("/healthz", methods=["GET", "HEAD"])
def health(reader: AReader) -> dict[str, int | str]:
    """Whether the database answers, and which revision it holds."""
    return {"status": "ok", "revision": reader.revision}
