"""Every knob, described where it stands. Environment variables of the same name, in capitals, set them."""

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings

from app.errors import SettingsWrong

ROOT = Path(__file__).resolve().parent.parent
"""The checkout: templates, static files, seeds and migrations stand beside the package."""


class Settings(BaseSettings):
    """What can be set from outside; nothing else reads the environment."""

    database: Path = Field(ROOT / "tarikh.sqlite3", description="The SQLite file that holds everything.")
    listen: str = Field("127.0.0.1", description="The address to listen on. Only the container image listens on all.")
    port: int = Field(8000, ge=0, le=65535, description="The port to listen on.")
    workers: int = Field(1, ge=1, le=64, description="How many server processes answer.")
    seeds: Path = Field(ROOT / "seeds", description="The vocabulary, and the documents an empty database starts with.")
    page_size: int = Field(50, ge=1, le=200, description="Events on one page of the timeline.")
    statement_seconds: float = Field(5.0, gt=0, description="How long one reading statement may run.")
    document_bytes: int = Field(10 * 2**20, gt=0, description="The largest text that is read, in bytes.")


@cache
def settings() -> Settings:
    """The settings of this process. Raises SettingsWrong where the environment holds something unfit."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsWrong(str(first["loc"][0]).upper(), f"{first['msg']}, not “{first['input']}”") from error
