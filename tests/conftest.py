"""What most tests stand on: a chronology of the five documents, and the application serving it over HTTP."""

import json
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import hypothesis
import pytest
import uvicorn
from sqlmodel import Session

from app import pipeline
from app.database import migrate, reading
from app.main import create_app
from app.settings import ROOT, settings

# How long an example takes says more about the machine than about the code.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

Corpus = Callable[..., Path]


@pytest.fixture(scope="session")
def chronology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the five documents. Tests only read it."""
    path = tmp_path_factory.mktemp("chronology") / "tarikh.sqlite3"
    migrate(path)
    report = pipeline.ingest(settings().seeds / "documents", path)
    assert report.left_out == []
    return path


@pytest.fixture
def session(chronology: Path) -> Iterator[Session]:
    with reading(chronology) as opened:
        yield opened


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database to make copies of: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("migrated") / "tarikh.sqlite3"
    migrate(path)
    return path


@pytest.fixture
def database(migrated: Path, tmp_path: Path) -> Path:
    """A fresh, migrated, empty database."""
    return Path(shutil.copy(migrated, tmp_path / "tarikh.sqlite3"))


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Makes a corpus folder: `corpus({"a.txt": "words"}, {"file": "a.txt", "language": "ar"})`."""

    def make(texts: Mapping[str, str | bytes], *records: Mapping[str, Any] | str, name: str = "corpus") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for file, text in texts.items():
            (folder / file).write_bytes(text if isinstance(text, bytes) else text.encode())
        lines = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in records]
        (folder / "documents.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return folder

    return make


class Site:
    """The application serving on a port of this machine's own, until it is closed."""

    def __init__(self, database: Path) -> None:
        # Connections wait in the socket's queue from here on, so nobody has to wait for the server to start.
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        config = uvicorn.Config(create_app(database), log_level="warning", lifespan="off", server_header=False)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.socket]})
        self.thread.start()

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join()
        self.socket.close()


@pytest.fixture(scope="session")
def site(chronology: Path) -> Iterator[Site]:
    """The site over the five documents."""
    site = Site(chronology)
    yield site
    site.close()


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site before anything was ingested."""
    path = tmp_path_factory.mktemp("empty") / "tarikh.sqlite3"
    migrate(path)
    site = Site(path)
    yield site
    site.close()


@pytest.fixture
def client(site: Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.origin) as opened:
        yield opened


@pytest.fixture
def seeds() -> Path:
    return ROOT / "seeds" / "documents"
