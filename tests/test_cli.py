"""The journey from a terminal, as other programs and people start it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from sqlmodel import select

from app.database import reading
from app.extract.mention import TOLD
from app.models import Document, Event, Revision
from app.settings import ROOT
from tests.conftest import Corpus


def run(*arguments: str, database: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=os.environ | {"DATABASE": str(database)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_extract_prints_mentions_that_stand_at_their_offsets(seeds: Path, tmp_path: Path) -> None:
    done = run("extract", str(seeds), database=tmp_path / "none.sqlite3")

    mentions = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert done.stderr == ""
    assert not (tmp_path / "none.sqlite3").exists()
    assert {mention["document"] for mention in mentions} == {path.name for path in seeds.glob("*.txt")}
    for mention in mentions:
        text = (seeds / mention["document"]).read_bytes().decode()
        assert text[mention["start"] : mention["end"]] == mention["quote"]
        date = mention["date"]
        if date and date["phrase"]:
            assert text[date["start"] : date["end"]] == date["phrase"]


def test_the_same_documents_always_give_the_same_mentions(seeds: Path, tmp_path: Path) -> None:
    """Python orders sets by a seed of its own in every process; nothing may depend on it."""
    none = tmp_path / "none.sqlite3"

    once = run("extract", str(seeds), database=none, PYTHONHASHSEED="1").stdout

    assert once == run("extract", str(seeds), database=none, PYTHONHASHSEED="2").stdout


def test_chronology_prints_the_published_mentions_in_the_shape_of_extract(seeds: Path, chronology: Path) -> None:
    extracted = run("extract", str(seeds), database=chronology).stdout.splitlines()
    published = run("chronology", database=chronology).stdout.splitlines()

    first, told = json.loads(published[0]), [json.loads(line) for line in extracted]
    assert set(first) == set(told[0]) | {"review", "titles"}
    assert first["review"] == "reviewed"
    assert set(first["titles"]) >= {"en", "ar", "ru"}
    for mention in map(json.loads, published):
        text = (seeds / mention["document"]).read_bytes().decode()
        assert text[mention["start"] : mention["end"]] == mention["quote"]


def test_ingest_reports_what_was_left_out_and_exits_with_1(corpus: Corpus, tmp_path: Path) -> None:
    folder = corpus({"a.txt": "قال الوزير"}, {"file": "a.txt"}, {"file": "gone.txt"})

    done = run("ingest", str(folder), database=tmp_path / "new.sqlite3")

    assert done.returncode == 1
    assert "documents: 1 added" in done.stdout
    assert "documents.jsonl:2: FileMissing" in done.stdout


def test_ingest_of_all_that_it_holds_exits_with_0(corpus: Corpus, tmp_path: Path) -> None:
    folder = corpus({"a.txt": "قال الوزير"}, {"file": "a.txt"})

    assert run("ingest", str(folder), database=tmp_path / "new.sqlite3").returncode == 0


def test_revisions_lists_what_changed(chronology: Path) -> None:
    done = run("revisions", database=chronology)

    curated, ingested = done.stdout.splitlines()
    assert curated.startswith("2\t")
    assert "curation\tCuration: 5 documents, 106 events reviewed" in curated
    assert ingested.startswith("1\t")
    assert "5 documents added" in ingested


def test_milestones_tell_the_first_and_the_latest_event_of_each(chronology: Path) -> None:
    done = run("milestones", database=chronology)

    told = {(line["state"], line["milestone"]): line for line in map(json.loads, done.stdout.splitlines())}
    delisting = told["russia", "delisting"]
    assert done.returncode == 0
    assert (delisting["events"], delisting["first"]["date"]) == (2, "[2024-01..2024-06]")
    assert delisting["latest"]["headline"].startswith("Zamir Kabulov announces")
    assert {state for state, _ in told} == {"russia", "kazakhstan", "tajikistan", "turkmenistan", "uzbekistan"}


def test_a_draft_is_made_once_for_a_document_whatever_its_file_is_called(corpus: Corpus, tmp_path: Path) -> None:
    copy, database = tmp_path / "seeds", tmp_path / "none.sqlite3"
    shutil.copytree(ROOT / "seeds", copy, ignore=shutil.ignore_patterns("curation", "documents"))
    visit = "زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 تلبية لدعوة من حركة طالبان."
    folder = corpus({"x.txt": visit}, {"file": "x.txt", "language": "ar", "published": "2023-03-20"})
    (folder / "y").mkdir()
    (folder / "y" / "x.txt").write_text(f"{visit} 2", "utf-8")
    with (folder / "documents.jsonl").open("a") as index:
        index.write(json.dumps({"file": "y/x.txt", "language": "ar", "published": "2023-03-20"}) + "\n")

    made = run("curation", "draft", str(folder), database=database, SEEDS=str(copy))
    (copy / "curation" / "x.yaml").rename(copy / "curation" / "lavrov.yaml")
    again = run("curation", "draft", str(folder), database=database, SEEDS=str(copy))

    assert [Path(line).name for line in made.stdout.split()] == ["x.yaml", "y-x.yaml"], made.stderr
    assert {path.name for path in (copy / "curation").glob("*.yaml")} == {"lavrov.yaml", "y-x.yaml"}
    assert again.stdout.count("is there already") == 2


def test_a_missing_database_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    done = run("revisions", database=tmp_path / "none.sqlite3")

    assert done.returncode == 1
    assert done.stderr.startswith("DatabaseMissing: There is no database at")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["", "folder", "notes.txt", "folder/notes.txt/x.sqlite3"])
@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_a_database_that_cannot_be_used_is_one_sentence(tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.txt").write_text("not a database, but notes " * 100)
    (tmp_path / "folder/notes.txt").write_text("notes")

    done = run(command, database=tmp_path / name, PORT="0")

    assert done.returncode == 1
    assert done.stderr.startswith("DatabaseUnusable: The database at")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("name", "value"), [("PORT", "abc"), ("PORT", "99999"), ("WORKERS", "0")])
def test_a_wrong_setting_is_one_sentence(tmp_path: Path, name: str, value: str) -> None:
    done = run("serve", database=tmp_path / "new.sqlite3", **{name: value})

    assert done.returncode == 1
    assert done.stderr.startswith(f"SettingsWrong: The setting {name} is wrong")
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_one_sentence(chronology: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("serve", database=chronology, PORT=port)

    assert done.returncode == 1
    assert done.stderr.startswith(f"PortTaken: Port {port} cannot be used")
    assert "Traceback" not in done.stderr


def test_a_process_killed_in_the_middle_of_an_ingest_leaves_the_last_revision_whole(
    corpus: Corpus, database: Path
) -> None:
    before = corpus({"first.txt": "أعلنت روسيا"}, {"file": "first.txt"}, name="before")
    assert run("ingest", str(before), database=database).returncode == 0
    texts: dict[str, str | bytes] = {f"{n}.txt": f"زار وفد روسيا كابول {n}" for n in range(300)}
    large = corpus(texts, *({"file": file} for file in texts), name="large")

    process = subprocess.Popen(
        [sys.executable, "-m", "app", "ingest", str(large)],
        cwd=ROOT,
        env=os.environ | {"DATABASE": str(database)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    # The first documents are in the transaction, most are not: now.
    line = next(line for line in process.stderr if line.startswith("stored 5.txt"))
    process.send_signal(signal.SIGKILL)
    process.stderr.close()

    assert line
    assert process.wait() == -signal.SIGKILL
    with reading(database) as session:
        assert [revision.number for revision in session.exec(select(Revision))] == [1]
        assert [document.file for document in session.exec(select(Document))] == ["first.txt"]
        assert session.exec(select(Event)).all() == []

    again = run("ingest", str(large), database=database)
    assert again.returncode == 0
    assert "documents: 300 added" in again.stdout


def test_curation_check_names_each_order_that_does_not_hold(seeds: Path, tmp_path: Path) -> None:
    copy = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", copy, ignore=shutil.ignore_patterns("curation"))
    (copy / "curation").mkdir()
    document = next(seeds.glob("*.txt")).name
    orders = f"document: {document}\nauthor: Editors\norders:\n  - reject: {{quote: nowhere}}\n    reason: A test.\n"
    (copy / "curation" / "one.yaml").write_text(orders, "utf-8")

    done = run("curation", "check", database=tmp_path / "none.sqlite3", SEEDS=str(copy))

    assert done.returncode == 1
    first, last = done.stdout.splitlines()
    assert first.startswith("one.yaml, line 4: The quote “nowhere” is not in the text.")
    assert last == "1 orders in 1 files: 1 wrong"


def test_a_draft_holds_everything_the_machine_found_and_lacks_only_translations(tmp_path: Path) -> None:
    copy, database = tmp_path / "seeds", tmp_path / "none.sqlite3"
    shutil.copytree(ROOT / "seeds", copy, ignore=shutil.ignore_patterns("curation"))
    folder = copy / "documents"
    # Two of the five are enough, and take less time.
    records = (folder / "documents.jsonl").read_text("utf-8").splitlines()
    (folder / "documents.jsonl").write_text("".join(f"{record}\n" for record in records[3:]), "utf-8")
    for record in records[:3]:
        (folder / json.loads(record)["file"]).unlink()

    made = run("curation", "draft", str(folder), database=database, SEEDS=str(copy))
    again = run("curation", "draft", str(folder), database=database, SEEDS=str(copy))
    checked = run("curation", "check", database=database, SEEDS=str(copy))
    found = run("extract", str(folder), database=database)

    quotes = {line["quote"] for line in map(json.loads, found.stdout.splitlines()) if line["status"] in TOLD}
    files = [yaml.safe_load(path.read_text("utf-8")) for path in (copy / "curation").glob("*.yaml")]
    drafted = {passage["quote"] for file in files for order in file["orders"] for passage in order["passages"]}
    assert made.returncode == 0, made.stderr
    assert drafted == quotes
    assert [line.partition("is there already, and left as it is")[1] != "" for line in again.stdout.splitlines()] == [
        True
    ] * len(files)
    assert {line.split(": ", 1)[1] for line in checked.stdout.splitlines()[:-1]} == {
        f"the quote has no translation into “{tag}”" for tag in ("en", "ru")
    }
