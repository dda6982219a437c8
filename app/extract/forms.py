"""Finding listed forms among the words of a text, whatever little words and endings are written together with them.

A form is one or several words; a word ending in `*` takes any ending of its language. A text word matches where what
is left, once a proclitic (and an ending) of the language is taken off, is the word of the form. Names are never
stemmed beyond that list, so that طالبان stays the Taliban and does not become a student.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from app.text.folding import fold
from app.text.tokens import Token, tokens
from app.vocabulary.languages import Morphology

T = TypeVar("T")
WORDS_KEPT = 8_192
"""How many words are kept with the forms that they match, for each set of endings of a language."""


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A form found: what it stands for, its first and last word (inclusive), and where it stands in the folded text."""

    value: T
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class FormIndex(Generic[T]):
    """Forms of one language, ready to be looked for."""

    morphology: Morphology
    verbs: bool = False
    _by_first_word: dict[str, list[tuple[int, tuple[str, ...], T]]] = field(default_factory=dict)
    _count: int = 0
    _keys_of: Callable[[str], frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._keys_of = _keys_of(self.morphology, self.verbs)

    def add(self, form: str, value: T) -> None:
        """Look for `form` (spelled in any way) and take it for `value`. A form without a letter is left out."""
        # The star is no letter, so it is kept apart while the words are folded like the words of a text.
        words = tuple(
            token.text + ("*" if starred else "") for part in form.split() for token, starred in _words_of(part)
        )
        if words:
            self._by_first_word.setdefault(words[0], []).append((self._count, words, value))
            self._count += 1

    def find(self, words: Sequence[Token]) -> list[Match[T]]:
        """Every form among `words`, in text order; of those at one word longer ones first, then those added first."""
        found: list[Match[T]] = []
        keys_of = self._keys_of
        keys = [keys_of(word.text) for word in words]
        beginnings = self._by_first_word.keys()
        for first, start_keys in enumerate(keys):
            if beginnings.isdisjoint(start_keys):
                continue
            here = [
                (-len(form), serial, value)
                for key in start_keys
                for serial, form, value in self._by_first_word.get(key, ())
                if self._continues(form, first, words, keys)
            ]
            for minus_length, _, value in sorted(here, key=lambda match: match[:2]):
                last = first - minus_length - 1
                found.append(Match(value, first, last, words[first].start, words[last].end))
        return found

    @staticmethod
    def _continues(form: tuple[str, ...], first: int, words: Sequence[Token], keys: Sequence[frozenset[str]]) -> bool:
        return first + len(form) <= len(words) and all(
            not words[first + i].pause_before and form[i] in keys[first + i] for i in range(1, len(form))
        )


def longest(matches: Iterable[Match[T]]) -> list[Match[T]]:
    """Of matches that share a word, only the longest (the first of equals), in text order."""
    kept: list[Match[T]] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first)):
        span = range(match.first, match.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


@lru_cache
def _keying(proclitics: tuple[str, ...], endings: tuple[str, ...], ezafe: str) -> Callable[[str], frozenset[str]]:
    """What tells the words of forms that a folded text word matches: kept, since a text repeats its words."""

    @lru_cache(maxsize=WORDS_KEPT)
    def keys_of(word: str) -> frozenset[str]:
        keys = {word, word + "*"}
        if len(word) > 2 and word[-1] == "ي" and word[-2] in ezafe:
            keys |= {word[:-1], word[:-1] + "*"}
        for proclitic in proclitics:
            if not word.startswith(proclitic) or len(word) < len(proclitic) + 2:
                continue
            rest = word[len(proclitic) :]
            keys.add(rest)
            keys.update(rest[: len(rest) - len(ending)] + "*" for ending in endings if rest.endswith(ending))
        return frozenset(keys)

    return keys_of


def _keys_of(morphology: Morphology, verbs: bool) -> Callable[[str], frozenset[str]]:
    """As `_keying`, for a language; `verbs` takes only the endings of verbs off."""
    endings = morphology.verb_endings if verbs and morphology.verb_endings else morphology.endings
    proclitics = morphology.verb_proclitics if verbs and morphology.verb_proclitics else morphology.proclitics
    return _keying(proclitics, endings, morphology.ezafe)


def _words_of(part: str) -> list[tuple[Token, bool]]:
    found = tokens(fold(part.removesuffix("*")))
    return [(token, part.endswith("*") and token is found[-1]) for token in found]
