"""The journey from a terminal: `python -m app …`."""

import json
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
import uvicorn
from rich.console import Console
from rich.text import Text
from sqlalchemy.exc import DatabaseError

from app import pipeline
from app.curate.check import check
from app.curate.orders import read_curation
from app.database import migrate as migrate_database
from app.database import reading
from app.errors import DatabaseOutdated, DatabaseUnusable, PortTaken, TarikhError
from app.exports.mentions import mention_json, published_mentions
from app.exports.milestones import milestone_records
from app.ingest.corpus import LeftOut
from app.queries.revisions import latest_revision, list_revisions
from app.settings import settings

program = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="Tarikh from a terminal."
)
curation = typer.Typer(no_args_is_help=True, help="A person's decisions, kept in seeds/curation.")
program.add_typer(curation, name="curation")
Folder = Annotated[Path, typer.Argument(help="A corpus folder: documents.jsonl and the texts it names.")]
errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def named_errors() -> Iterator[None]:
    """Say a named error as one sentence, and exit with status 1."""
    try:
        yield
    except TarikhError as error:
        errors.print(f"{type(error).__name__}: {error}")
        raise typer.Exit(1) from error
    except DatabaseError as error:
        outdated = "no such" in str(error.orig)
        named = DatabaseOutdated(settings().database) if outdated else DatabaseUnusable(settings().database, error.orig)
        errors.print(f"{type(named).__name__}: {named}")
        raise typer.Exit(1) from error


@contextmanager
def progress_lines() -> Iterator[Callable[[str], None]]:
    """Progress as one moving line on a terminal, and as plain lines elsewhere."""
    if not errors.is_terminal:
        yield lambda line: print(line, file=sys.stderr, flush=True)
        return
    with errors.status("") as status:
        yield lambda line: status.update(Text(line))


@program.command()
def ingest(folder: Folder) -> None:
    """Read a corpus folder into the chronology, and apply the standing orders of seeds/curation. Exit status 1 if
    anything was left out, or an order does not hold."""
    with named_errors():
        migrate_database()
        with progress_lines() as progress:
            report = pipeline.ingest(folder, progress=progress)
    print_report(report)
    if report.left_out or report.wrong:
        raise typer.Exit(1)


def print_report(report: pipeline.IngestReport) -> None:
    """The report of an ingest, on standard output."""
    if report.revision or not report.curation:
        print(f"revision {report.revision}" if report.revision else "nothing new; no revision made")
    for name, changes in (("documents", report.documents), ("mentions", report.mentions), ("events", report.events)):
        print(
            f"{name}: {len(changes.added)} added, {len(changes.changed)} changed, "
            f"{len(changes.removed)} removed, {changes.unchanged} unchanged"
        )
    if report.curation:
        print(f"revision {report.curation.revision}: {report.curation.summary}")
    for note in report.notes:
        print(f"note: {note}")
    for finding in report.wrong:
        print(f"order that does not hold: {finding}")
    print(f"left out: {len(report.left_out)}")
    for left_out in report.left_out:
        print(f"  {left_out}")


@program.command()
def extract(folder: Folder) -> None:
    """Read a corpus folder without a database: JSON Lines on standard output, one a mention."""
    left_out = False
    with named_errors():
        for read in pipeline.extract(folder):
            if isinstance(read, LeftOut):
                errors.print(f"left out {read}")
                left_out = True
                continue
            document, mentions = read
            for key, mention in mentions:
                write_line(mention_json(document.file, document.text, mention, key))
    if left_out:
        raise typer.Exit(1)


@program.command()
def chronology() -> None:
    """What is published now, in the shape of `extract`: JSON Lines on standard output, one a mention."""
    with named_errors(), reading() as session:
        for record in published_mentions(session):
            write_line(record)


@program.command()
def evaluate(
    folder: Folder,
    events: Annotated[
        Path | None,
        typer.Argument(
            help="What a reader found in the texts: JSON Lines, one passage a line. Without it, seeds/curation."
        ),
    ] = None,
    list_errors: Annotated[bool, typer.Option("--errors", help="List what was missed, false or partly right.")] = False,
    resamples: Annotated[int, typer.Option(help="How often documents are drawn anew for the bounds.", min=0)] = 1000,
) -> None:
    """How much of what a reader found in the texts the machine finds by itself, with bounds, by language."""
    # Loaded here, as the library of graphs takes longer to load than other commands take in all.
    from app.evaluate.evaluation import evaluate_curated, evaluate_folder

    with named_errors():
        if events:
            lines = evaluate_folder(folder, events, resamples, list_errors)
        else:
            lines = evaluate_curated(folder, settings().seeds / "curation", resamples, list_errors)
        for line in lines:
            print(line)


@program.command()
def calibrate(
    material: Annotated[str, typer.Argument(help="What the weights are measured on, in words.")],
    pairs: Annotated[list[Path], typer.Argument(help="Corpus folders, each followed by its annotations.")],
) -> None:
    """Measure what each sign of a passage weighs: the file app/extract/confidence.yaml on standard output."""
    from app.evaluate.evaluation import calibrate as calibrate_folders

    if len(pairs) % 2:
        raise typer.BadParameter("Give the annotations after each folder.")
    with named_errors():
        for line in calibrate_folders(material, list(zip(pairs[::2], pairs[1::2], strict=True))):
            print(line)


@curation.command("check")
def check_curation(
    folder: Annotated[Path | None, typer.Argument(help="The corpus folder that the orders are for.")] = None,
) -> None:
    """Hold every standing order of seeds/curation against the documents. Exit status 1 where one does not hold."""
    with named_errors():
        files = list(read_curation(settings().seeds / "curation"))
        found = check(files, pipeline.texts_of(folder or settings().seeds / "documents"))
    for finding in found:
        print(finding)
    print(f"{sum(len(file.orders) for file in files)} orders in {len(files)} files: {len(found)} wrong")
    if found:
        raise typer.Exit(1)


@curation.command("draft")
def draft_curation(
    folder: Folder,
    author: Annotated[str, typer.Option(help="Who decides.")] = "the editors of Tarikh",
) -> None:
    """Write a curation file for each document of a folder that has none yet, with everything the machine found."""
    target, left_out = settings().seeds / "curation", False
    with named_errors():
        for made in pipeline.drafts(folder, author, list(read_curation(target))):
            if isinstance(made, LeftOut):
                errors.print(f"left out {made}")
                left_out = True
            elif made.words is None:
                print(f"{made.document}: {target / made.name} is there already, and left as it is")
            else:
                target.mkdir(exist_ok=True)
                (target / made.name).write_text(made.words, "utf-8")
                print(target / made.name)
    if left_out:
        raise typer.Exit(1)


def write_line(record: dict[str, Any]) -> None:
    """One JSON object on a line of standard output."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


@program.command()
def milestones() -> None:
    """How far each state has come with the Taliban: JSON Lines, one a state and milestone, with its first and latest
    event."""
    with named_errors(), reading() as session:
        revision = latest_revision(session)
        for record in milestone_records(session, revision.number if revision else 0):
            write_line(record)


@program.command()
def revisions() -> None:
    """The revisions of the published chronology, newest first."""
    with named_errors(), reading() as session:
        for revision in list_revisions(session):
            print(f"{revision.number}\t{revision.made_at:%Y-%m-%d %H:%M} UTC\t{revision.kind}\t{revision.summary}")


@program.command()
def migrate() -> None:
    """Bring the database to the newest schema, making it where there is none."""
    with named_errors():
        migrate_database()
        print(f"{settings().database} is up to date")


@program.command()
def serve(
    seed: Annotated[bool, typer.Option(help="Ingest seeds/documents where the database is empty.")] = True,
) -> None:
    """Migrate the database, fill it where it is empty, and serve the site."""
    with named_errors():
        check_port()
        migrate_database()
        with reading() as session:
            empty = pipeline.is_empty(session)
        if seed and empty:
            with progress_lines() as progress:
                report = pipeline.ingest(settings().seeds / "documents", progress=progress)
            print_report(report)
        run_server()


def check_port() -> None:
    """Raise PortTaken where another program listens on the port already."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings().listen, settings().port))
        except OSError as error:
            raise PortTaken(settings().port, error.strerror) from error


def run_server() -> None:
    """Serve until stopped."""
    address = f"http://{settings().listen}:{settings().port}"
    print(f"Tarikh is at {address} (stop it with Ctrl-C)", flush=True)
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        host=settings().listen,
        port=settings().port,
        workers=settings().workers if settings().workers > 1 else None,
        log_level="warning",
        server_header=False,
    )
