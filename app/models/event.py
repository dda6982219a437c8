from sqlalchemy import JSON, Column
from sqlmodel import Field

from app.models.versioned import Versioned, one_current


class Event(Versioned, table=True):
    """One occurrence in the world, told by one or more mentions. `part_of` is the event within which it took place.

    `state` is `published`, or what became of the event: `merged` into another, or `withdrawn` for a reason.
    `curated_as` is what the curators call it, where a person decided on it, and `author` who that was. `subtype` says
    what kind of act of its type it is (a name taken off a list, or put on it), or what was spoken of, where that is
    known.
    `reason` is why it was withdrawn, or why a person decided on it as it stands; `summaries` say in one sentence what
    the headline cannot. `earliest` and `latest` are ISO days; both empty where no date is known, `latest` empty where
    the end is open.
    """

    __table_args__ = (one_current("event", "id"),)

    id: str = Field(index=True)
    state: str = "published"
    merged_into: str | None = None
    reason: str | None = None
    curated_as: str | None = None
    author: str | None = None
    part_of: str | None = Field(default=None, index=True)
    type: str
    subtype: str | None = Field(default=None, index=True)
    scope: str
    review: str
    confidence: float
    place: str | None = None
    edtf: str | None = None
    earliest: str | None = Field(default=None, index=True)
    latest: str | None = None
    precision: str
    basis: str | None = None
    titles: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    summaries: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
