"""`evaluate` from a folder to its lines, and what it says of annotations that cannot be used."""

import json
from pathlib import Path

import pytest

from app.errors import AnnotationsElsewhere, AnnotationsMissing, AnnotationWrong
from app.evaluate.evaluation import evaluate_folder
from app.evaluate.passages import annotated

TEXT = "زار وزير خارجية أوزبكستان كابول في 4 مارس 2023 والتقى قادة طالبان."
LINE = {
    "document": "one.txt",
    "start": 0,
    "end": 46,
    "quote": TEXT[:46],
    "date_phrase": "4 مارس 2023",
    "edtf": "2023-03-04",
    "type": "visit",
    "scope": "core",
    "parties": ["uzbekistan", "taliban"],
    "persons": [],
    "place": "Kabul",
    "event": "visit",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    index = {"file": "one.txt", "published": "2023-03-05", "language": "ar"}
    (tmp_path / "documents.jsonl").write_text(json.dumps(index) + "\n", "utf-8")
    return tmp_path


def events(folder: Path, *lines: dict[str, object]) -> Path:
    file = folder / "events.jsonl"
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return file


def test_a_folder_is_read_and_measured(folder: Path) -> None:
    lines = list(evaluate_folder(folder, events(folder, LINE), resamples=20, list_errors=True))
    assert lines[0].startswith("ar: 1 documents, 1 annotated")
    assert any("passages, recall" in line and "1.00  (1/1" in line for line in lines)
    assert any("dates right, where the text gives one" in line and "1.00" in line for line in lines)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"edtf": "17 April"}, "is not a date in EDTF"),
        ({"end": 40}, "do not measure the quote"),
        ({"start": "0"}, "start"),
        ({"type": None}, "type"),
    ],
)
def test_a_line_that_is_no_annotation_is_named(folder: Path, change: dict[str, object], reason: str) -> None:
    with pytest.raises(AnnotationWrong, match="line 2") as error:
        list(annotated(events(folder, LINE, LINE | change)))
    assert reason in str(error.value)


def test_annotations_of_other_documents_are_refused(folder: Path) -> None:
    with pytest.raises(AnnotationsElsewhere, match=r"two\.txt"):
        list(evaluate_folder(folder, events(folder, LINE | {"document": "two.txt"}), 0, False))


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(AnnotationsMissing, match="nowhere"):
        list(annotated(folder / "nowhere.jsonl"))
