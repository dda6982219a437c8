"""Worked examples from the papers that define the measures, and the trap that a single measure falls into."""

import pytest

from app.evaluate.linking import conll, pairs


def test_pairs_are_those_that_share_an_event() -> None:
    assert pairs({1: "a", 2: "a", 3: "b", 4: "a"}) == {frozenset({1, 2}), frozenset({1, 4}), frozenset({2, 4})}


def test_the_same_grouping_scores_one() -> None:
    grouping = {1: "a", 2: "a", 3: "b"}
    assert conll(grouping, {1: "x", 2: "x", 3: "y"}) == pytest.approx(1.0)


def test_a_worked_example() -> None:
    # Key {abc} {defg}, response {ab} {cd} {fghi}: the example of the reference scorer (Pradhan et al. 2014, §5):
    # MUC F1 .40, B³ F1 .46, CEAFe F1 .52.
    key = dict.fromkeys("abc", "1") | dict.fromkeys("defg", "2")
    response = dict.fromkeys("ab", "1") | dict.fromkeys("cd", "2") | dict.fromkeys("fghi", "3")
    assert conll(key, response) == pytest.approx((0.40 + 0.46 + 0.52) / 3, abs=0.005)


def test_joining_nothing_scores_low_where_much_is_to_be_joined() -> None:
    key = {i: str(i // 3) for i in range(12)}
    assert conll(key, {i: str(i) for i in range(12)}) < 0.4


def test_what_was_missed_or_false_counts_against_the_score() -> None:
    key = {1: "a", 2: "a", 3: "b"}
    assert conll(key, {1: "a", 2: "a", 9: "c"}) < conll(key, {1: "a", 2: "a", 3: "c"})
