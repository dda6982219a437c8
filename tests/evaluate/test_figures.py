"""Figures of evaluations small enough to be worked out by hand."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from app.dates.edtf import EdtfDate
from app.evaluate.figures import Evaluation, days_apart, figures
from app.evaluate.passages import Passage
from app.evaluate.report import errors


def passage(
    start: int, end: int, event: str = "e", document: str = "a.txt", date: str | None = "2023-04-17"
) -> Passage:
    return Passage(
        document,
        start,
        end,
        "x" * (end - start),
        "17 April 2023" if date else None,
        EdtfDate.parse(date) if date else None,
        "visit",
        "core",
        frozenset({"russia", "taliban"}),
        frozenset(),
        "Kabul",
        event,
    )


def share(found: list[Passage], annotated: list[Passage], name: str) -> float | None:
    documents = sorted({one.document for one in [*found, *annotated]})
    return figures(Evaluation.of(found, annotated), documents, 0)[name].share


def test_half_of_the_shorter_passage_is_enough() -> None:
    assert share([passage(0, 100)], [passage(90, 110)], "passages, recall") == 1.0
    assert share([passage(0, 100)], [passage(91, 111)], "passages, recall") == 0.0


def test_each_passage_is_matched_once() -> None:
    one_long, two_short = [passage(0, 100)], [passage(0, 40), passage(50, 90)]
    assert share(one_long, two_short, "passages, recall") == 0.5
    assert share(two_short, one_long, "passages, precision") == 0.5


def test_as_many_are_matched_as_can_be() -> None:
    # Taken greedily, the middle passage would be spent on the first annotation and leave the second without any.
    found = [passage(0, 30), passage(20, 60)]
    annotated = [passage(5, 45), passage(45, 60)]
    assert share(found, annotated, "passages, recall") == 1.0


def test_of_matchings_equally_good_the_same_is_taken_at_every_run() -> None:
    told = """
from tests.evaluate.test_figures import passage
from app.evaluate.matching import matched
starts = range(0, 1000, 100)
found = [passage(start + half, start + half + 20) for start in starts for half in (0, 20)]
print(matched(found, [passage(start, start + 40) for start in starts]))
"""
    runs = {
        subprocess.run(
            [sys.executable, "-c", told], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3", "4")
    }

    assert len(runs) == 1


def test_passages_of_other_documents_do_not_match() -> None:
    assert share([passage(0, 10)], [passage(0, 10, document="b.txt")], "passages, recall") == 0.0


def test_facts_are_counted_over_what_was_hit() -> None:
    found = [replace(passage(0, 10), type="talks"), passage(50, 60)]
    annotated = [passage(0, 10), passage(50, 60), passage(100, 110)]
    assert share(found, annotated, "types right") == 0.5
    assert share(found, annotated, "passages, recall") == pytest.approx(2 / 3)


def test_a_date_is_right_only_at_the_same_precision() -> None:
    assert share([passage(0, 10, date="2023-04")], [passage(0, 10)], "dates right, where the text gives one") == 0.0
    assert share([passage(0, 10)], [passage(0, 10)], "dates right, where the text gives one") == 1.0


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2023-04-17", "2023-04", 0),
        ("2023-04-17", "2023-04-20", 3),
        ("2022/..", "2024-01-01", 0),
        ("2021", "2023-01-01", 366),
    ],
)
def test_days_between_dates(one: str, other: str, days: int) -> None:
    assert days_apart(EdtfDate.parse(one), EdtfDate.parse(other)) == days
    assert days_apart(EdtfDate.parse(other), EdtfDate.parse(one)) == days


def test_what_is_shown_where_the_reader_found_nothing_has_leaked() -> None:
    assert share([passage(0, 10), passage(50, 60)], [passage(0, 10)], "status leakage") == 0.5
    # Two readings of one passage are one too many, but no leak.
    assert share([passage(0, 10), passage(1, 9)], [passage(0, 10)], "status leakage") == 0.0


def test_linking_is_measured_over_documents_too() -> None:
    annotated = [passage(0, 10), passage(50, 60), passage(0, 10, document="b.txt")]
    found = [passage(0, 10, "x"), passage(50, 60, "y"), passage(0, 10, "x", "b.txt")]
    assert share(found, annotated, "linking, precision") == 1.0
    assert share(found, annotated, "linking, recall") == pytest.approx(1 / 3)


def test_the_bounds_hold_the_figure_and_are_the_same_at_every_run() -> None:
    annotated = [passage(0, 10, document=f"{i}.txt") for i in range(20)]
    found = annotated[:15]
    documents = [one.document for one in annotated]
    first, again = (figures(Evaluation.of(found, annotated), documents)["passages, recall"] for _ in range(2))
    assert first == again
    assert first.low is not None and first.high is not None and first.share is not None
    assert 0.45 < first.low < first.share < first.high < 1.0


def test_errors_name_what_was_missed_false_and_partly_right() -> None:
    annotated = [passage(0, 10, "missed"), passage(100, 110, "half")]
    found = [passage(50, 60, "false"), replace(passage(100, 110), type="talks", place=None)]
    lines = "\n".join(errors(Evaluation.of(found, annotated), {("a.txt", 0, 10): "future"}))
    assert "a.txt:0 core visit 2023-04-17" in lines and "held back as future" in lines
    assert "a.txt:50" in lines
    assert "half: type talks, not visit; place None, not Kabul" in lines
