"""An evaluation in words: a table of figures by language, and the list of what was missed, false or partly right."""

from collections.abc import Iterator, Mapping

from app.evaluate.calibration import calibration_error, reliability
from app.evaluate.figures import YEAR, Evaluation, Figure, days_apart, figures, right_date
from app.evaluate.passages import Passage, line_of

ORDER = ("passages, precision", "passages, recall", "passages, F1")


def table(evaluation: Evaluation, languages: Mapping[str, str], resamples: int) -> Iterator[str]:
    """The figures over all documents and for each language, as lines of text. `languages`: that of each document."""
    groups: dict[str, list[str]] = {"all": list(languages)}
    for document, language in sorted(languages.items(), key=lambda pair: pair[1]):
        groups.setdefault(language, []).append(document)
    if len(groups) == 2:
        groups.pop("all")
    for name, documents in groups.items():
        among = evaluation.among(documents)
        yield f"{name}: {len(documents)} documents, {len(among.annotated)} annotated, {len(among.found)} found"
        told = figures(among, documents, resamples)
        for figure in (*ORDER, *(other for other in told if other not in ORDER)):
            yield f"  {figure:<40}{_figure(told[figure])}"
        yield f"  {'linking, CoNLL (end to end)':<40}{among.conll():.2f}"
    yield ""
    yield f"confidence (mean error {calibration_error(evaluation):.2f})"
    for band, count, said, right in reliability(evaluation):
        yield f"  {band}  {count:>4} mentions, {said:.2f} sure on average, {right:.2f} right"
    yield ""
    yield "Found and annotated match one to one where half of the shorter passage is shared. In brackets: the counts,"
    yield "and the bounds of 95 % of the resamples of whole documents."


def errors(evaluation: Evaluation, held_back: Mapping[tuple[str, int, int], str]) -> Iterator[str]:
    """What was missed, false or partly right, one line each. `held_back` gives the status of found passages that are
    not told as events, by document, start and end."""
    yield "missed"
    for told in evaluation.missed():
        status = next(
            (
                status
                for (document, start, end), status in held_back.items()
                if document == told.document
                and 2 * (min(end, told.end) - max(start, told.start)) >= told.end - told.start
            ),
            None,
        )
        yield f"  {line_of(told)}" + (f" held back as {status}" if status else "")
    yield "false"
    for passage in evaluation.false():
        yield f"  {passage.confidence} {line_of(passage)}"
    yield "partly right"
    for j, i in evaluation.matches.items():
        if wrong := list(differences(evaluation.found[i], evaluation.annotated[j])):
            yield f"  {evaluation.annotated[j].event}: {'; '.join(wrong)} {line_of(evaluation.annotated[j])}"


def differences(found: Passage, annotated: Passage) -> Iterator[str]:
    """What is wrong with a found passage, as "found, not annotated"."""
    if annotated.date and not right_date(found, annotated):
        off = found.date is not None and days_apart(found.date, annotated.date) > YEAR
        yield f"date {_text(found)}, not {_text(annotated)} ({annotated.phrase})" + (" OVER A YEAR" if off else "")
    for name in ("type", "scope", "place"):
        one, other = getattr(found, name), getattr(annotated, name)
        if one != other:
            yield f"{name} {one}, not {other}"
    for name in ("parties", "persons"):
        one, other = getattr(found, name), getattr(annotated, name)
        if one != other:
            yield f"{name} +{_listed(one - other)} -{_listed(other - one)}"


def _text(passage: Passage) -> str:
    return passage.date.text if passage.date else "undated"


def _listed(ids: frozenset[str]) -> str:
    return "(" + ",".join(sorted(ids)) + ")"


def _figure(figure: Figure) -> str:
    if figure.share is None:
        return "–"
    bounds = f", {figure.low:.2f} to {figure.high:.2f}" if figure.low is not None else ""
    return f"{figure.share:.2f}  ({figure.numerator}/{figure.denominator}{bounds})"
