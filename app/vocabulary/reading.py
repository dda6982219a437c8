"""Reading vocabulary files: YAML in, typed objects out, errors by file and place."""

from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from app.errors import VocabularyWrong

M = TypeVar("M", bound="Entry")


class Entry(BaseModel):
    """A thing told in YAML. A field that is not known here is an error, so that a slip of the pen is found."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Form(Entry):
    """What a text calls a thing. `*` at the end stands for any ending of the language.

    `since` and `until` (EDTF) bound the time in which the form means the thing; a `context` form ("the movement")
    means it only where the thing has been named before.
    """

    form: str
    since: str | None = None
    until: str | None = None
    context: bool = False


def _form(value: Any) -> Any:
    return {"form": value} if isinstance(value, str) else value


Forms = tuple[Annotated[Form, BeforeValidator(_form)], ...]
Names = dict[str, str]


def read_entries(path: Path, key: str, model: type[M]) -> tuple[M, ...]:
    """The list under `key` in the YAML file at `path`, as objects of `model`.

    Raises VocabularyWrong, naming the file and the entry, where the file is not what it should be.
    """
    try:
        data = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyWrong(path.name, error) from error
    entries = data.get(key) if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise VocabularyWrong(path.name, f"there is no list under “{key}”")
    ids = [entry["id"] for entry in entries if isinstance(entry, dict) and "id" in entry]
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        raise VocabularyWrong(path.name, f"there are two entries with the id {twice}")
    return tuple(_entry(path, f"{key}[{number}]", entry, model) for number, entry in enumerate(entries))


def read_entry(path: Path, model: type[M]) -> M:
    """The whole YAML file at `path` as one object of `model`. Raises VocabularyWrong as `read_entries` does."""
    try:
        data = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyWrong(path.name, error) from error
    return _entry(path, "the file", data, model)


def _entry(path: Path, place: str, data: Any, model: type[M]) -> M:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        name = data.get("id", "") if isinstance(data, dict) else ""
        field = ".".join(str(part) for part in first["loc"])
        raise VocabularyWrong(path.name, f"{place} {name}: {field}: {first['msg']}") from error
