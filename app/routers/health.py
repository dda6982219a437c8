from fastapi import APIRouter

from app.routers.rendering import AReader

router = APIRouter()


@router.head("/healthz", include_in_schema=False)
@router.get("/healthz")
def health(reader: AReader) -> dict[str, int | str]:
    """Whether the database answers, and which revision it holds."""
    return {"status": "ok", "revision": reader.revision}
