"""Passages as a reader annotated them, or as the machine found them, in one shape."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.dates.edtf import EdtfDate
from app.errors import AnnotationsMissing, AnnotationWrong, BadEdtf

Ids = Annotated[frozenset[str], Field(strict=False)]


class Annotation(BaseModel):
    """A line of annotations: fields beyond these are left alone."""

    model_config = ConfigDict(strict=True, extra="ignore")

    document: str
    start: int = Field(ge=0)
    end: int
    quote: str
    date_phrase: str | None = None
    edtf: str | None = None
    type: str
    scope: str = "core"
    parties: Ids = frozenset()
    persons: Ids = frozenset()
    place: str | None = None
    event: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that tells of an event. Offsets are code points of the document; `event` is shared by the passages of
    one event; `persons` and `place` are English names; `phrase` are the words that give the date."""

    document: str
    start: int
    end: int
    quote: str
    phrase: str | None
    date: EdtfDate | None
    type: str
    scope: str
    parties: frozenset[str]
    persons: frozenset[str]
    place: str | None
    event: str
    confidence: float | None = None


def annotated(file: Path) -> Iterator[Passage]:
    """The passages of an annotation file, one JSON object a line, in the order of the file.

    Raises AnnotationsMissing where there is no such file and AnnotationWrong for a line that is not one.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationsMissing(file, error) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = Annotation.model_validate_json(line)
            date = EdtfDate.parse(told.edtf) if told.edtf else None
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise AnnotationWrong(file, number, f"{where}: {first['msg']}" if where else first["msg"]) from error
        except BadEdtf as error:
            raise AnnotationWrong(file, number, str(error)) from error
        if told.end - told.start != len(told.quote):
            raise AnnotationWrong(file, number, "start and end do not measure the quote, in code points")
        yield Passage(
            told.document,
            told.start,
            told.end,
            told.quote,
            told.date_phrase,
            date,
            told.type,
            told.scope,
            told.parties,
            told.persons,
            told.place,
            told.event,
        )


def found(record: dict[str, Any]) -> Passage:
    """A mention of `extract` (its JSON object) as a passage."""
    date = record["date"]
    return Passage(
        record["document"],
        record["start"],
        record["end"],
        record["quote"],
        date["phrase"],
        EdtfDate.parse(date["edtf"]) if date["edtf"] else None,
        record["type"],
        record["scope"],
        frozenset(record["parties"]),
        frozenset(record["persons"]),
        record["place"],
        record["event"],
        record["confidence"],
    )


def line_of(passage: Passage) -> str:
    """A passage in one line, for a list of errors."""
    date = passage.date.text if passage.date else "undated"
    parties = ",".join(sorted(passage.parties))
    words = json.dumps(" ".join(passage.quote.split())[:160], ensure_ascii=False)
    return f"{passage.document}:{passage.start} {passage.scope} {passage.type} {date} [{parties}] {words}"
