"""Standing orders: what a curation file says, as typed objects that know their file and line.

One file is for one document. Its orders are anchored on quotes of that document (selectors of the W3C Web Annotation
Data Model, https://www.w3.org/TR/annotation-model/#selectors: exact words with those before and after).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, Field, ValidationError

from app.errors import CurationWrong
from app.extract.mention import Basis, Role, Scope
from app.text.spans import Quote
from app.vocabulary.reading import Entry, Names


class Dating(Entry):
    """A date in EDTF, how it was come by, and the words of the document that give it."""

    # YAML reads 2024-11-25 as a day and 2021 as a number.
    edtf: Annotated[str, BeforeValidator(str)]
    basis: Basis
    phrase: str | None = None


class Passage(Entry):
    """Words of the document that tell of an event, with the date that they give and faithful translations of them."""

    line: int = Field(description="Where it stands in its file.")
    quote: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""
    date: Dating | None = None
    translation: Names = Field(default_factory=dict)

    @property
    def selector(self) -> Quote:
        """The quote by which the passage is found again."""
        return Quote(self.quote, self.prefix, self.suffix)


def _on_or_off(told: Any) -> Any:
    """YAML 1.1 reads the subtypes on and off as yes and no."""
    return ("off", "on")[told] if isinstance(told, bool) else told


class EventOrder(Entry):
    """What a person decided about one event. The file of one document says everything of it; those of other documents
    that tell of it name it and give their passages only."""

    line: int = Field(description="Where it stands in its file.")
    event: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="What the curators call it.")
    type: str | None = None
    subtype: Annotated[str | None, BeforeValidator(_on_or_off)] = None
    scope: Scope | None = None
    date: Dating | None = None
    parties: dict[str, Role] = Field(default_factory=dict)
    persons: dict[str, Role] = Field(default_factory=dict)
    place: str | None = None
    part_of: str | None = None
    headline: Names = Field(default_factory=dict)
    summary: Names = Field(default_factory=dict)
    passages: tuple[Passage, ...] = Field(min_length=1)
    reason: str | None = None

    @property
    def quoted(self) -> tuple[Passage, ...]:
        """The passages that it quotes."""
        return self.passages

    @property
    def defines(self) -> bool:
        """Whether it says what the event is, and does not only add passages to it."""
        return self.type is not None


class RejectOrder(Entry):
    """A passage that the machine took for an event and that tells of none."""

    line: int = Field(description="Where it stands in its file.")
    reject: Passage
    reason: str = Field(min_length=1)

    @property
    def quoted(self) -> tuple[Passage, ...]:
        """The passage that it quotes."""
        return (self.reject,)


Order = EventOrder | RejectOrder


@dataclass(frozen=True, slots=True)
class CurationFile:
    """The orders for one document, in the order of the file."""

    name: str
    document: str
    author: str
    orders: tuple[Order, ...]
    words: str
    """The file as it was written."""


def read_curation(folder: Path) -> Iterator[CurationFile]:
    """The curation files (`*.yaml`) of `folder`, by name.

    Raises CurationWrong, naming the file and the line, at the first that is not what it should be.
    """
    for path in sorted(folder.glob("*.yaml")):
        yield read_file(path)


def read_file(path: Path) -> CurationFile:
    """One curation file. Raises CurationWrong, naming the file and the line, where it is not what it should be."""
    try:
        return parse(path.name, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CurationWrong(path.name, 1, error) from error


def parse(name: str, words: str) -> CurationFile:
    """The curation file `name` with the words `words`. Raises CurationWrong where it is not what it should be."""
    try:
        node = yaml.compose(words, Loader=yaml.CSafeLoader)
        data = yaml.load(words, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CurationWrong(name, line, error.problem or error) from error
    except yaml.YAMLError as error:
        raise CurationWrong(name, 1, error) from error
    _refuse_repeated_fields(name, node)
    if not isinstance(data, dict) or not isinstance(data.get("orders"), list):
        raise CurationWrong(name, 1, "there is no list under “orders”")
    for field in ("document", "author"):
        if not isinstance(data.get(field), str):
            raise CurationWrong(name, 1, f"“{field}” is missing, or no text")
    if unknown := sorted(str(field) for field in data.keys() - {"document", "author", "orders"}):
        raise CurationWrong(name, 1, f"there is no field “{unknown[0]}”")
    places = _child(node, "orders").value
    orders = tuple(_order(name, order, place) for order, place in zip(data["orders"], places, strict=True))
    return CurationFile(name, data["document"], data["author"], orders, words)


def _refuse_repeated_fields(file: str, node: yaml.Node | None) -> None:
    """YAML itself lets the last of two equal fields win in silence, and fields be merged in from elsewhere; here each
    stands once and in its place, so that nothing that somebody wrote is lost."""
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for name, value in node.value:
            told = str(name.value)
            if told in names or told == "<<":
                why = "cannot be merged in" if told == "<<" else "stands twice"
                raise CurationWrong(file, name.start_mark.line + 1, f"the field “{told}” {why}")
            names.add(told)
            _refuse_repeated_fields(file, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_repeated_fields(file, value)


def _order(file: str, data: Any, node: yaml.Node) -> Order:
    line = node.start_mark.line + 1
    if not isinstance(data, dict) or not ("event" in data) ^ ("reject" in data):
        raise CurationWrong(file, line, "an order begins with “event” or with “reject”")
    told = {**data, "line": line}
    if "reject" in data:
        told["reject"] = _located(data["reject"], _child(node, "reject"))
    elif isinstance(data.get("passages"), list):
        passages = zip(data["passages"], _child(node, "passages").value, strict=True)
        told["passages"] = [_located(passage, place) for passage, place in passages]
    try:
        return RejectOrder.model_validate(told) if "reject" in data else EventOrder.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise CurationWrong(file, _line_of(told, first["loc"], line), f"{field}: {first['msg']}") from error


def _located(data: Any, node: yaml.Node) -> Any:
    return {**data, "line": node.start_mark.line + 1} if isinstance(data, dict) else data


def _child(node: Any, key: str) -> Any:
    """The node of the value under `key` of a mapping's node."""
    return next(value for name, value in node.value if name.value == key)


def _line_of(told: Mapping[str, Any], where: tuple[int | str, ...], line: int) -> int:
    """The line of the passage in which a wrong field stands; that of its order where it stands in none."""
    inner: Any = told
    for part in where:
        try:
            inner = inner[part]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(inner, dict) and "line" in inner:
            line = inner["line"]
    return line
