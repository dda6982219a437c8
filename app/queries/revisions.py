"""The numbered changes to the published chronology."""

from sqlmodel import Session, col, select

from app.models import Revision


def latest_revision(session: Session) -> Revision | None:
    """The newest revision; None before the first ingest."""
    return session.exec(select(Revision).order_by(col(Revision.number).desc()).limit(1)).first()


def list_revisions(session: Session) -> list[Revision]:
    """All revisions, newest first."""
    return list(session.exec(select(Revision).order_by(col(Revision.number).desc())))
