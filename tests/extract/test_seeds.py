"""The five documents against a careful reader's annotation.

The annotation (tests/examples/seeds_events.jsonl) was made from the texts and annotation rules alone, by somebody who
had not seen the program. The rules were written with the documents at hand, so these figures are a floor against
falling back and no measure of accuracy on texts that were never seen.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.pipeline import extract
from app.settings import ROOT

ANNOTATION = ROOT / "tests/examples/seeds_events.jsonl"
HALF = 0.5


@dataclass(frozen=True)
class Passage:
    document: str
    start: int
    end: int

    def meets(self, other: "Passage") -> bool:
        """Whether half of the shorter passage is shared."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return self.document == other.document and shared * 2 >= min(self.end - self.start, other.end - other.start)


@pytest.fixture(scope="module")
def annotated() -> list[Passage]:
    records = [json.loads(line) for line in ANNOTATION.read_text("utf-8").splitlines()]
    return [Passage(record["document"], record["start"], record["end"]) for record in records]


@pytest.fixture(scope="module")
def found() -> list[Passage]:
    passages = []
    for read in extract(ROOT / "seeds/documents"):
        assert isinstance(read, tuple)
        document, mentions = read
        passages += [Passage(document.file, m.span.start, m.span.end) for _, m in mentions if m.tells]
    return passages


def pairs(found: list[Passage], annotated: list[Passage]) -> int:
    """How many passages can be paired one to one."""
    taken: set[int] = set()
    for passage in found:
        match = next((i for i, other in enumerate(annotated) if i not in taken and passage.meets(other)), None)
        if match is not None:
            taken.add(match)
    return len(taken)


def test_at_least_half_of_what_a_careful_reader_finds_is_found(found: list[Passage], annotated: list[Passage]) -> None:
    assert pairs(found, annotated) >= HALF * len(annotated)


def test_no_more_is_invented_than_found(found: list[Passage], annotated: list[Passage]) -> None:
    assert pairs(found, annotated) >= HALF * len(found)


def test_the_annotation_stands_on_its_quotes(seeds: Path) -> None:
    for line in ANNOTATION.read_text("utf-8").splitlines():
        record = json.loads(line)
        text = (seeds / record["document"]).read_bytes().decode()
        assert text[record["start"] : record["end"]] == record["quote"]
