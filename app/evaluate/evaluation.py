"""From a corpus folder and its annotations to the figures."""

from collections.abc import Iterator
from pathlib import Path

from app import pipeline
from app.errors import AnnotationsElsewhere
from app.evaluate.figures import Evaluation
from app.evaluate.passages import annotated, found
from app.evaluate.report import errors, table
from app.exports.mentions import mention_json
from app.extract.mention import TOLD
from app.ingest.corpus import LeftOut


def evaluate_folder(folder: Path, events: Path, resamples: int, list_errors: bool) -> Iterator[str]:
    """The evaluation of what is extracted from `folder` against the annotations `events`, as lines of text.

    Only what is told as a fact counts as found. Raises AnnotationsMissing, AnnotationWrong, or AnnotationsElsewhere
    where a document annotated is not in the folder.
    """
    told = list(annotated(events))
    languages: dict[str, str] = {}
    shown, held_back = [], {}
    for read in pipeline.extract(folder):
        if isinstance(read, LeftOut):
            yield f"left out {read}"
            continue
        document, mentions = read
        languages[document.file] = document.language
        for key, mention in mentions:
            if mention.status in TOLD:
                shown.append(found(mention_json(document.file, document.text, mention, key)))
            else:
                held_back[document.file, mention.span.start, mention.span.end] = mention.status
    if elsewhere := sorted({passage.document for passage in told} - languages.keys()):
        raise AnnotationsElsewhere(", ".join(elsewhere))
    evaluation = Evaluation.of(shown, told)
    yield from table(evaluation, languages, resamples)
    if list_errors:
        yield ""
        yield from errors(evaluation, held_back)
