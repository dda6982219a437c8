"""A folded text as a row of words with their meanings, which the grammar reads by position."""

from collections.abc import Iterator
from typing import Final, TypeVar

from app.dates.lexicon import (
    TOKEN,
    Bound,
    DateLexicon,
    Direction,
    Entry,
    Meaning,
    Particle,
    Proclitic,
    ThirdName,
)
from app.dates.values import Value
from app.text.folding import Folded
from app.text.spans import Span

M = TypeVar("M")
Read = tuple[Value, int] | None
"""What a reader makes of a position: a value and the position after it, or nothing."""

GLUED, SPACED, NEW_LINE, NEW_PARAGRAPH = range(4)
_TATWEEL: Final = "\u0640"
_JOINING: Final = frozenset(".,:٫٬'")
_MONEY: Final = frozenset("$€£₽#№")
_PERCENT: Final = frozenset("%٪")


class Words:
    """The tokens of a text. Positions are token numbers; every reader of a position copes with one past the end."""

    def __init__(self, folded: Folded, lexicon: DateLexicon) -> None:
        self.folded = folded
        self.lexicon = lexicon
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.gaps: list[int] = []
        end = 0
        text = folded.text
        for match in TOKEN.finditer(text):
            start = match.start()
            self.texts.append(match[0])
            self.starts.append(start)
            self.gaps.append(_gap(text, end, start))
            end = match.end()
            self.ends.append(end)
        self._read: list[tuple[tuple[Meaning, int], ...] | None] = [None] * len(self.texts)
        self._proclitics: dict[int, tuple[Proclitic, int]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def text(self, at: int) -> str:
        """The folded token at a position, or an empty string outside the text."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def gap(self, at: int) -> int:
        """What stands between a token and the one before it: GLUED, SPACED, NEW_LINE or NEW_PARAGRAPH."""
        return self.gaps[at] if 0 < at < len(self.texts) else NEW_PARAGRAPH

    def meanings(self, at: int) -> tuple[tuple[Meaning, int], ...]:
        """Everything that the words from `at` on may mean, longest first, each with the position after it."""
        if not 0 <= at < len(self.texts):
            return ()
        found = self._read[at]
        if found is None:
            found = self._read[at] = self._look_up(at)
        return found

    def find(self, at: int, kind: type[M]) -> tuple[M, int] | None:
        """The longest meaning of this kind at a position, and the position after it."""
        for meaning, after in self.meanings(at):
            if isinstance(meaning, kind):
                return meaning, after
        return None

    def every(self, at: int, kind: type[M]) -> Iterator[tuple[M, int]]:
        """All meanings of this kind at a position."""
        for meaning, after in self.meanings(at):
            if isinstance(meaning, kind):
                yield meaning, after

    def skip(self, at: int, particle: Particle) -> int | None:
        """The position after `particle` if it stands at `at`, else None."""
        for meaning, after in self.meanings(at):
            if meaning is particle:
                return after
        return None

    def over(self, at: int, particle: Particle) -> int:
        """The position after `particle`, or `at` itself where it does not stand there."""
        after = self.skip(at, particle)
        return at if after is None else after

    def skip_sign(self, at: int, signs: str) -> int | None:
        """The position after one of `signs`, unless a paragraph ends before it."""
        sign = self.text(at)
        return at + 1 if sign and sign in signs and self.gap(at) < NEW_LINE else None

    def skip_and(self, at: int) -> int | None:
        """The position after "and": a word of its own, or written together with the next (و), which then is read on."""
        after = self.skip(at, Particle.AND)
        if after is not None:
            return after
        self.meanings(at)
        proclitic = self._proclitics.get(at)
        return at if proclitic and proclitic[0].joins else None

    def joined(self, at: int) -> bool:
        """Whether no paragraph ends between the word at a position and the one before it."""
        return 0 < at < len(self.texts) and self.gaps[at] < NEW_PARAGRAPH

    def continues(self, at: int) -> bool:
        """Whether the word at a position belongs with the one before it: joined, and without an "and" written on it."""
        if not self.joined(at):
            return False
        self.meanings(at)
        proclitic = self._proclitics.get(at)
        return proclitic is None or not proclitic[0].joins

    def agrees(self, at: int) -> bool:
        """Whether the word at a position goes with the one before it, as in "that year": nothing is written on."""
        self.meanings(at)
        return self.joined(at) and at not in self._proclitics

    def counts(self, at: int) -> bool:
        """Whether what stands at a position is counted by the number before it: kilometres, fighters."""
        return self.continues(at) and self.skip(at, Particle.COUNTED) is not None

    def number(self, at: int) -> int | None:
        """The number of up to four digits at a position if it stands by itself: no part of a time, a sum, a code."""
        text = self.text(at)
        if not text.isdecimal() or len(text) > 4:
            return None
        before, after = self.text(at - 1), self.text(at + 1)
        if self.gap(at) == GLUED and (
            before in _MONEY
            or (before in _JOINING and self.text(at - 2).isdecimal() and self.gap(at - 1) == GLUED)
            or (before.isalpha() and not self._may_be_prefixed(at - 1))
        ):
            return None
        if self.gap(at + 1) <= SPACED and after in _PERCENT:
            return None
        if self.gap(at + 1) == GLUED and after in _JOINING and self._digit_follows(at + 1):
            return None
        return int(text)

    def licensed(self, at: int) -> bool:
        """Whether what stands before a position lets a time follow: a preposition of time, "early", "last"."""
        self.meanings(at)
        proclitic = self._proclitics.get(at)
        if proclitic and proclitic[0].licenses:
            return True
        if not self.joined(at):
            return False
        if self.text(at - 1) == "-" and self.gap(at) == GLUED:
            at -= 1  # mid-2021
        return any(
            meaning is Particle.IN
            or isinstance(meaning, Bound | ThirdName)
            or (isinstance(meaning, Direction) and meaning.side == "before")
            for back in range(1, 5)
            for meaning, after in self.meanings(at - back)
            if after == at
        )

    def closes(self, at: int) -> bool:
        """Whether a clause has ended before a position: the text, a line, or a sign of punctuation."""
        return self.gap(at) >= NEW_LINE or not (self.text(at).isalnum())

    def span(self, start: int, end: int) -> Span:
        """The original span of the tokens `start` to before `end`, without a proclitic of the first."""
        first = self.starts[start]
        self.meanings(start)
        if start in self._proclitics:
            first += self._proclitics[start][1]
        span = self.folded.to_original(first, self.ends[end - 1])
        last = span.end
        while self.folded.original[last : last + 1] == _TATWEEL:
            last += 1
        return Span(span.start, last)

    def _may_be_prefixed(self, at: int) -> bool:
        return self.text(at) in self.lexicon.proclitics or any(
            meaning in (Particle.AND, Particle.ARTICLE) for meaning, _ in self.meanings(at)
        )

    def _digit_follows(self, at: int) -> bool:
        return self.gap(at + 1) == GLUED and self.text(at + 1).isdecimal()

    def _look_up(self, at: int) -> tuple[tuple[Meaning, int], ...]:
        word = self.texts[at]
        found = self._fitting(at, self.lexicon.entries.get(word, ()), 0)
        if found or not self.lexicon.proclitics or not word.isalpha():
            return found
        for length in (3, 2, 1):
            proclitic = self.lexicon.proclitics.get(word[:length])
            if proclitic is None or len(word) < length + 2:
                continue
            found = self._fitting(at, self.lexicon.entries.get(proclitic.leaves + word[length:], ()), length)
            if found:
                self._proclitics[at] = (proclitic, length)
                break
        return found

    def _fitting(self, at: int, entries: tuple[Entry, ...], written_on: int) -> tuple[tuple[Meaning, int], ...]:
        return tuple(
            (entry.meaning, at + len(entry.words))
            for entry in entries
            if self._continues(at, entry.words) and self._spelled_right(at, entry, written_on)
        )

    def _continues(self, at: int, words: tuple[str, ...]) -> bool:
        for offset in range(1, len(words)):
            if self.text(at + offset) != words[offset] or not self.joined(at + offset):
                return False
        return True

    def _spelled_right(self, at: int, entry: Entry, written_on: int) -> bool:
        if entry.letters == "any" and entry.spelling is None:
            return True
        original = self.folded.to_original(self.starts[at] + written_on, self.ends[at]).of(self.folded.original)
        if entry.spelling is not None:
            return original == entry.spelling
        return original[:1].isupper() == (entry.letters == "capital")


def _gap(text: str, end: int, start: int) -> int:
    if start == end:
        return GLUED
    if start == end + 1:
        return NEW_LINE if text[end] == "\n" else SPACED
    lines = text.count("\n", end, start)
    return SPACED if lines == 0 else NEW_LINE if lines == 1 else NEW_PARAGRAPH
