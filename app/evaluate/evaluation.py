"""From corpus folders and their annotations to figures, and to what the signs of a passage weigh."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app import pipeline
from app.curate.decisions import decide
from app.curate.orders import read_curation
from app.errors import AnnotationsElsewhere
from app.evaluate.calibration import Case, fit, yaml_lines
from app.evaluate.curated import compared_events, curated_passages, report
from app.evaluate.figures import Evaluation
from app.evaluate.passages import Passage, annotated, found
from app.evaluate.report import errors, table
from app.exports.mentions import mention_json
from app.extract.mention import TOLD, ExtractedMention
from app.ingest.corpus import LeftOut
from app.resolve.events import event_of
from app.resolve.likeness import Told


@dataclass(slots=True)
class Compared:
    """What was read of a folder: the mentions shown, those held back with their status, and what a reader found."""

    annotated: list[Passage]
    shown: list[Passage] = field(default_factory=list)
    mentions: list[ExtractedMention] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    held_back: dict[tuple[str, int, int], str] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)


def compare(folder: Path, passages: list[Passage]) -> Compared:
    """Extract from `folder`, to be compared with annotated `passages`. Only what is told as a fact counts as shown.

    Raises AnnotationsElsewhere where a document annotated is not in the folder.
    """
    compared = Compared(passages)
    for read in pipeline.extract(folder):
        if isinstance(read, LeftOut):
            compared.left_out.append(read)
            continue
        document, mentions = read
        compared.languages[document.file] = document.language
        compared.texts[document.file] = document.text
        for key, mention in mentions:
            if mention.status in TOLD:
                compared.shown.append(found(mention_json(document.file, document.text, mention, key)))
                compared.mentions.append(mention)
            else:
                compared.held_back[document.file, mention.span.start, mention.span.end] = mention.status
    if elsewhere := sorted({passage.document for passage in compared.annotated} - compared.languages.keys()):
        raise AnnotationsElsewhere(", ".join(elsewhere))
    return compared


def evaluate_folder(folder: Path, events: Path, resamples: int, list_errors: bool) -> Iterator[str]:
    """The evaluation of what is extracted from `folder` against the annotations `events`, as lines of text.

    Raises AnnotationsMissing, AnnotationWrong, and what `compare` raises.
    """
    compared = compare(folder, list(annotated(events)))
    yield from (f"left out {one}" for one in compared.left_out)
    evaluation = Evaluation.of(compared.shown, compared.annotated)
    yield from table(evaluation, compared.languages, resamples)
    if list_errors:
        yield ""
        yield from errors(evaluation, compared.held_back)


def evaluate_curated(folder: Path, curation: Path, resamples: int, list_errors: bool) -> Iterator[str]:
    """The evaluation of what is extracted from `folder` against the standing orders in `curation`, as lines of text.

    Raises CurationWrong where a curation file cannot be read.
    """
    texts = pipeline.texts_of(folder)
    decisions = decide(list(read_curation(curation)), {file: (file, text) for file, text in texts.items()})
    yield from (f"order that does not hold: {finding}" for finding in decisions.findings)
    compared = compare(folder, curated_passages(decisions, texts))
    evaluation = Evaluation.of(compared.shown, compared.annotated)
    told: dict[str, list[Told]] = {}
    for passage, mention in zip(compared.shown, compared.mentions, strict=True):
        told.setdefault(passage.event, []).append(Told(passage.document, mention))
    found = {key: event_of(mentions) for key, mentions in told.items()}
    yield from report(decisions, compared_events(decisions, evaluation, found))
    yield ""
    yield from table(evaluation, compared.languages, resamples)
    if list_errors:
        yield ""
        yield from errors(evaluation, compared.held_back)


def calibrate(material: str, folders: Sequence[tuple[Path, Path]]) -> Iterator[str]:
    """The weights of the signs, measured on folders with their annotations, as the lines of their file.

    Raises AnnotationsMissing, AnnotationWrong, and what `compare` raises.
    """
    cases = []
    for folder, events in folders:
        compared = compare(folder, list(annotated(events)))
        right = set(Evaluation.of(compared.shown, compared.annotated).matches.values())
        cases += [Case(frozenset(mention.signs), i in right) for i, mention in enumerate(compared.mentions)]
    intercept, weights = fit(cases)
    hits = sum(case.right for case in cases)
    said = f"{material} ({len(cases)} mentions, {hits} of them right)"
    yield from yaml_lines(said, intercept, sorted(weights.items()))
