"""Words of a folded text."""

import re
from dataclasses import dataclass

from app.text.folding import Folded
from app.text.spans import Span

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
POSSESSIVE = "'s"
"""The ending of an English genitive is no part of the word: "Uzbekistan's" is Uzbekistan."""
PAUSE = re.compile(r"[.,،;؛:!?؟…\n|]")
"""What parts two words so that they cannot belong to one name: a stop or a line break, but not a quotation mark."""


STOP = re.compile(r"[.!?؟\n]")
"""What ends a sentence."""
POINTS = (".", ",", "٫", "٬")
"""What stands within a number: 1.1 billion, 10,000."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its folded letters, and where it stands in the folded text (start inclusive, end exclusive), and
    whether a pause, or the stop of a sentence, stands before it."""

    text: str
    start: int
    end: int
    pause_before: bool
    stop_before: bool = False


def tokens(folded: Folded, span: Span | None = None) -> list[Token]:
    """The words of `folded`, or of those within `span` of its folded text, in order."""
    start, end = (span.start, span.end) if span else (0, len(folded.text))
    found: list[Token] = []
    previous = start
    for match in WORD.finditer(folded.text, start, end):
        parted = folded.text[previous : match.start()]
        within_number = parted in POINTS and found and found[-1].text[-1].isdecimal() and match.group()[0].isdecimal()
        pause = not within_number and PAUSE.search(parted) is not None
        word = match.group().removesuffix(POSSESSIVE)
        stop = pause and STOP.search(parted) is not None
        found.append(Token(word, match.start(), match.start() + len(word), pause, stop))
        previous = match.end()
    return found
