"""Words with their language, and links: what every page is made of.

Direction always follows from the language, so that it cannot contradict it. Where no language is known the
browser decides by the first strong letter (`auto`).
"""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl", "auto"]

RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ur", "ug", "sd", "ckb", "he", "yi", "dv"})
RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo"})


def direction_of(language: str | None) -> Direction:
    """The direction in which a language, or a language in a stated script such as `uz-Arab`, is written."""
    if not language:
        return "auto"
    name, *subtags = language.lower().split("-")
    script = next((subtag for subtag in subtags if len(subtag) == 4), None)
    if script:
        return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if name in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in a stated language (a title, a headline, a name), or in one that is not known."""

    text: str
    language: str | None = None

    @property
    def dir(self) -> Direction:
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Link:
    """An address under a label; `current` marks the choice that is in force."""

    label: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date as a reader meets it."""

    wording: str
    """"17 April 2023", "March 2022", "about 15 August 2021", "between 2021 and 2023", "undated"."""
    datetime: str | None = None
    """Value for `<time datetime>`: 2023, 2023-04 or 2023-04-17; None for intervals and for no date."""
    precision: str | None = None
    """Word set beneath the date ("month", "approximate"); None where the day is known."""
