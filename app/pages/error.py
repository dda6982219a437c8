from dataclasses import dataclass

from app.pages.wording import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """Something could not be shown."""

    status: int
    heading: str
    explanation: str
    advice: str
    """What the reader can do."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage:
    """An event that was withdrawn: 410."""

    event_id: str
    reason: str
    withdrawn: str
    """"in revision 4 of 2026-12-01"."""
    links: tuple[Link, ...] = ()
