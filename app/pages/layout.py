from dataclasses import dataclass

from app.pages.wording import Direction, Link, direction_of


@dataclass(frozen=True, slots=True)
class RevisionNote:
    """The revision a page was made from."""

    number: int
    date: str
    """ISO day, 2026-11-21."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What surrounds every page."""

    title: str
    description: str
    path: str
    """Path of this page without its query; decides which part of the site is marked as current."""
    language: str = "en"
    base: str = ""
    """What comes before every path in this language: empty for English, `/ar` for Arabic."""
    canonical: str | None = None
    revision: RevisionNote | None = None
    """None before anything was ingested, and where it is not known."""
    archive_is_empty: bool = False
    site: str = "Tarikh"

    @property
    def dir(self) -> Direction:
        return direction_of(self.language)

    @property
    def home_address(self) -> str:
        return f"{self.base}/"

    @property
    def timeline_address(self) -> str:
        return f"{self.base}/timeline"

    @property
    def documents_address(self) -> str:
        return f"{self.base}/documents"

    @property
    def method_address(self) -> str:
        return f"{self.base}/about/method"

    @property
    def coverage_address(self) -> str:
        return f"{self.base}/about/coverage"

    @property
    def about(self) -> tuple[Link, ...]:
        """The pages about the chronology itself."""
        pages = (("How this chronology is made", self.method_address), ("Coverage and gaps", self.coverage_address))
        return tuple(Link(label, address, self.path == address) for label, address in pages)

    @property
    def nav(self) -> tuple[Link, ...]:
        """The parts of the site. A page below `/events` belongs to the timeline."""
        parts = (
            ("Timeline", self.timeline_address, (self.timeline_address, f"{self.base}/events")),
            ("Documents", self.documents_address, (self.documents_address,)),
            ("About", self.method_address, (f"{self.base}/about",)),
        )
        return tuple(
            Link(label, address, any(self.path == home or self.path.startswith(f"{home}/") for home in homes))
            for label, address, homes in parts
        )
