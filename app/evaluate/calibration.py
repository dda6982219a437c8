"""Measuring what the signs of a passage weigh, and whether a confidence means what it says."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.evaluate.figures import Evaluation

RIDGE = 1.0
"""How strongly weights are drawn to nothing (L2), so that a sign seen a few times proves little."""
STEPS = 4000
RATE = 0.5
RAREST = 5
"""A sign seen less often than this gets no weight."""
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Case:
    """A found mention: the signs it had, and whether a reader found an event there."""

    signs: frozenset[str]
    right: bool


def fit(cases: Sequence[Case]) -> tuple[float, dict[str, float]]:
    """The intercept and the weights that make the cases likeliest, by gradient descent with an L2 penalty."""
    counts = Counter(sign for case in cases for sign in case.signs)
    known = sorted(sign for sign, count in counts.items() if count >= RAREST and count < len(cases))
    columns = {sign: i for i, sign in enumerate(known)}
    rows = [([columns[sign] for sign in case.signs if sign in columns], float(case.right)) for case in cases]
    weights, intercept = [0.0] * len(known), 0.0
    for _ in range(STEPS):
        slope, base = [RIDGE * weight for weight in weights], 0.0
        for present, right in rows:
            error = 1 / (1 + math.exp(-(intercept + sum(weights[i] for i in present)))) - right
            base += error
            for i in present:
                slope[i] += error
        intercept -= RATE * base / len(rows)
        weights = [weight - RATE * change / len(rows) for weight, change in zip(weights, slope, strict=True)]
    return round(intercept, 3), {sign: round(weight, 3) for sign, weight in zip(known, weights, strict=True)}


def reliability(evaluation: Evaluation) -> Iterator[tuple[str, int, float, float]]:
    """For each band of confidence: its bounds, how many mentions it holds, what they said on average, and the share
    that a reader found to be events (a reliability table; DeGroot and Fienberg 1983)."""
    right = set(evaluation.matches.values())
    said = [(passage.confidence or 0.0, i in right) for i, passage in enumerate(evaluation.found)]
    for low, high in pairwise(BANDS):
        inside = [(confidence, hit) for confidence, hit in said if low <= confidence < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            yield f"{low:.2f} to {min(high, 1):.2f}", len(inside), mean, sum(hit for _, hit in inside) / len(inside)


def calibration_error(evaluation: Evaluation) -> float:
    """The mean distance of what was said from what was right, over the bands, weighted by their size (ECE)."""
    bands = list(reliability(evaluation))
    total = sum(count for _, count, _, _ in bands)
    return sum(count * abs(said - right) for _, count, said, right in bands) / total if total else 0.0


def yaml_lines(material: str, intercept: float, weights: Iterable[tuple[str, float]]) -> Iterator[str]:
    """The file app/extract/confidence.yaml, line by line."""
    yield "# What each sign of a passage weighs. Made by `python -m app calibrate`; not written by hand."
    yield f"material: {material}"
    yield f"intercept: {intercept}"
    yield "signs:"
    for sign, weight in weights:
        yield f"  {sign}: {weight}"
