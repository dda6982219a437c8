"""The figures of an evaluation, with what chance alone could make of them."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.dates.edtf import EdtfDate
from app.evaluate.linking import conll, pairs
from app.evaluate.matching import hits, matched
from app.evaluate.passages import Passage

YEAR = 366
RESAMPLES = 1000
SEED = 2026
"""The resamples are the same at every run, so that a figure moves only where the reading does."""

RATIOS: Mapping[str, tuple[str, str]] = {
    "passages, precision": ("hits", "found"),
    "passages, recall": ("hits", "annotated"),
    "core passages, precision": ("core found hits", "core found"),
    "core passages, recall": ("core annotated hits", "core annotated"),
    "dates right, where the text gives one": ("phrase right", "phrase"),
    "dates right, of all dated": ("date right", "dated"),
    "explicit dates over a year off": ("year off", "phrase"),
    "types right": ("type right", "hits"),
    "scopes right": ("scope right", "hits"),
    "parties right": ("parties right", "hits"),
    "persons right": ("persons right", "hits"),
    "places right": ("place right", "hits"),
    "status leakage": ("leaked", "found"),
    "linking, precision": ("pairs joined rightly", "pairs joined"),
    "linking, recall": ("pairs joined rightly", "pairs annotated"),
}
"""Each figure as a ratio of two counts. Facts are counted over the passages that were hit; linking over their pairs;
leakage is the share of shown mentions where the reader found no event at all (a plan, a motive, a generality shown
as fact)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A share (0..1; None of nothing), its counts, and the bounds within which 95 % of the resamples lie."""

    share: float | None
    numerator: int
    denominator: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was found, what was annotated, and which is which (positions)."""

    found: Sequence[Passage]
    annotated: Sequence[Passage]
    matches: Mapping[int, int]

    @classmethod
    def of(cls, found: Sequence[Passage], annotated: Sequence[Passage]) -> "Evaluation":
        return cls(found, annotated, matched(found, annotated))

    def among(self, documents: Iterable[str]) -> "Evaluation":
        """The same, of some of the documents only."""
        wanted = set(documents)
        return Evaluation.of(
            [passage for passage in self.found if passage.document in wanted],
            [passage for passage in self.annotated if passage.document in wanted],
        )

    def missed(self) -> list[Passage]:
        return [passage for j, passage in enumerate(self.annotated) if j not in self.matches]

    def false(self) -> list[Passage]:
        hit = set(self.matches.values())
        return [passage for i, passage in enumerate(self.found) if i not in hit]

    def conll(self) -> float:
        """The CoNLL score of the events, found end to end: what was missed or false counts against it."""
        key = {("annotated", j): passage.event for j, passage in enumerate(self.annotated)}
        matches = {i: j for j, i in self.matches.items()}
        response = {
            ("annotated", matches[i]) if i in matches else ("found", i): passage.event
            for i, passage in enumerate(self.found)
        }
        return conll(key, response)


def figures(evaluation: Evaluation, documents: Sequence[str], resamples: int = RESAMPLES) -> dict[str, Figure]:
    """Every figure of RATIOS and the F1 of passages over `documents`, with bootstrap intervals.

    Whole documents are drawn with replacement (Efron 1979), since the passages of one document are not independent.
    """
    counts = {document: Counter[str]() for document in documents}
    for document, one in _counts(evaluation):
        counts.setdefault(document, Counter())[one] += 1
    joined = _joined(evaluation)
    drawn = [_drawn(list(counts), random.Random(SEED + i)) for i in range(resamples)] if counts else []
    total = _shares(_sum(counts, joined, Counter(dict.fromkeys(counts, 1))))
    tries = [_shares(_sum(counts, joined, draw)) for draw in drawn]
    result = {}
    for name, (share, numerator, denominator) in total.items():
        values = sorted(value for one in tries if (value := one[name][0]) is not None)
        bounds = (values[int(0.025 * len(values))], values[int(0.975 * (len(values) - 1))]) if values else (None, None)
        result[name] = Figure(share, numerator, denominator, *bounds)
    return result


def right_date(found: Passage, annotated: Passage) -> bool:
    """Whether two dates are the same EDTF value."""
    return found.date is not None and annotated.date is not None and found.date.text == annotated.date.text


def days_apart(one: EdtfDate, other: EdtfDate) -> int:
    """How many days lie between two dates; 0 where they touch. An open end reaches as far as it may."""
    first = (one.earliest or date.min, one.latest or date.max)
    second = (other.earliest or date.min, other.latest or date.max)
    return max(0, (max(first[0], second[0]) - min(first[1], second[1])).days)


def _counts(evaluation: Evaluation) -> Iterable[tuple[str, str]]:
    found, annotated, matches = evaluation.found, evaluation.annotated, evaluation.matches
    hit = set(matches.values())
    for i, passage in enumerate(found):
        yield passage.document, "found"
        if passage.scope == "core":
            yield passage.document, "core found"
            if i in hit:
                yield passage.document, "core found hits"
        if i not in hit and not any(hits(passage, told) for told in annotated):
            yield passage.document, "leaked"
    for j, told in enumerate(annotated):
        document = told.document
        yield document, "annotated"
        if told.scope == "core":
            yield document, "core annotated"
        if j not in matches:
            continue
        passage = found[matches[j]]
        yield document, "hits"
        if told.scope == "core":
            yield document, "core annotated hits"
        if told.date:
            yield document, "dated"
            if right_date(passage, told):
                yield document, "date right"
            if told.phrase:
                yield document, "phrase"
                if right_date(passage, told):
                    yield document, "phrase right"
                if passage.date and days_apart(passage.date, told.date) > YEAR:
                    yield document, "year off"
        for name in ("type", "scope", "parties", "persons", "place"):
            if getattr(passage, name) == getattr(told, name):
                yield document, f"{name} right"


def _joined(evaluation: Evaluation) -> dict[tuple[str, str], Counter[str]]:
    """For each two documents, the pairs of passages joined to one event by the reader, by the machine, and by both."""
    annotated, found, matches = evaluation.annotated, evaluation.found, evaluation.matches
    key = pairs({j: annotated[j].event for j in matches})
    response = pairs({j: found[i].event for j, i in matches.items()})
    result: dict[tuple[str, str], Counter[str]] = {}
    for pair in key | response:
        one, other = sorted(annotated[j].document for j in pair if isinstance(j, int))
        count = result.setdefault((one, other), Counter())
        count["pairs annotated"] += pair in key
        count["pairs joined"] += pair in response
        count["pairs joined rightly"] += pair in key and pair in response
    return result


def _drawn(documents: list[str], chance: random.Random) -> Counter[str]:
    return Counter(chance.choices(documents, k=len(documents)))


def _sum(
    counts: Mapping[str, Counter[str]], joined: Mapping[tuple[str, str], Counter[str]], draw: Counter[str]
) -> Counter[str]:
    total: Counter[str] = Counter()
    for document, times in draw.items():
        for name, count in counts[document].items():
            total[name] += times * count
    for (one, other), pair in joined.items():
        times = draw[one] if one == other else draw[one] * draw[other]
        for name, count in pair.items():
            total[name] += times * count
    return total


def _shares(counts: Counter[str]) -> dict[str, tuple[float | None, int, int]]:
    shares: dict[str, tuple[float | None, int, int]] = {}
    for name, (above, below) in RATIOS.items():
        share = counts[above] / counts[below] if counts[below] else None
        shares[name] = (share, counts[above], counts[below])
    both = counts["found"] + counts["annotated"]
    shares["passages, F1"] = (2 * counts["hits"] / both if both else None, 2 * counts["hits"], both)
    return shares
