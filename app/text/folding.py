"""Folding: one spelling for words that readers take to be the same, with a map back to the text as it came.

Folded alike: hamza seats and alef variants, ya and alef maqsura, Persian and Arabic kaf, ta marbuta and ha,
the digits of all scripts, no-break and other spaces, upper and lower case, ё and е. Dropped: tashkeel,
tatweel, zero-width joiners and bidirectional controls. The letters are those of Unicode Standard Annex #15
(NFKC) and of the Arabic block; https://www.unicode.org/reports/tr15/.

A base letter is folded together with the marks that follow it, so that a span never parts a letter from its
marks and text in NFC and in NFD folds alike.
"""

import unicodedata
from array import array
from dataclasses import dataclass, field

from app.text.spans import Span

LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیېۍئ", "ي"),
    **dict.fromkeys("ؤۥ", "و"),
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ةهۀەہۂۃھ", "ه"),
    "ё": "е",
}
APOSTROPHES = frozenset("’‘ʼ´`")
"""Between two letters these are the apostrophe of a word (Uzbekistan’s), and no quotation mark."""
QUOTATION_MARKS = dict.fromkeys("«»“”„‟‹›‘’‚‛´`", '"')
DASHES = dict.fromkeys("‐‑‒–—―−", "-")
DROPPED = frozenset("ـ\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff") | frozenset(
    map(chr, range(0x202A, 0x202F))
)
STRESS = "\u0301"


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0 or unicodedata.category(character) == "Mn"


def _is_dropped_mark(character: str) -> bool:
    return _is_mark(character) and ("\u0600" <= character <= "\u08ff" or character == STRESS)


def _fold_cluster(cluster: str) -> str:
    """One base character and its marks, folded: none, one or several characters."""
    bare = "".join(c for c in cluster if c not in DROPPED and not _is_dropped_mark(c))
    folded = []
    for character in unicodedata.normalize("NFKC", bare).casefold():
        if _is_dropped_mark(character) or character in DROPPED:
            continue
        character = LETTERS.get(character) or QUOTATION_MARKS.get(character) or DASHES.get(character) or character
        if character.isdigit():
            character = str(unicodedata.digit(character))
        elif character != "\n" and character.isspace():
            character = " "
        folded.append(character)
    return "".join(folded)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the span of the original that it stands for."""

    original: str = field(repr=False)
    text: str
    _starts: "array[int]" = field(repr=False)
    _ends: "array[int]" = field(repr=False)

    def to_original(self, start: int, end: int) -> Span:
        """The span of the original text that folded characters `start` (inclusive) to `end` (exclusive) stand for."""
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else len(self.original)
            return Span(at, at)
        return Span(self._starts[start], self._ends[end - 1])

    def from_original(self, span: Span) -> Span:
        """The smallest span of the folded text whose letters cover `span` of the original."""
        start = _first_at_least(self._ends, span.start + 1)
        end = _first_at_least(self._starts, span.end)
        return Span(start, max(start, end))


def _first_at_least(values: "array[int]", bound: int) -> int:
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < bound:
            low = middle + 1
        else:
            high = middle
    return low


_CACHE: dict[str, str] = {}


def fold(text: str) -> Folded:
    """`text` folded, with the map back. Linear in the length of the text; never raises."""
    characters: list[str] = []
    starts, ends = array("l"), array("l")
    position, length = 0, len(text)
    while position < length:
        end = position + 1
        while end < length and _is_mark(text[end]) and end - position < 32:
            end += 1
        cluster = text[position:end]
        folded = _CACHE.get(cluster)
        if cluster in APOSTROPHES and text[position - 1 : position].isalpha() and text[end : end + 1].isalpha():
            folded = "'"
        elif folded is None:
            folded = _fold_cluster(cluster)
            if len(_CACHE) < 4096:
                _CACHE[cluster] = folded
        for character in folded:
            characters.append(character)
            starts.append(position)
            ends.append(end)
        position = end
    return Folded(text, "".join(characters), starts, ends)


def folded(text: str) -> str:
    """`text` folded, where no map back is needed."""
    return fold(text).text
