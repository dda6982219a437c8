"""Words: whole ones, so that a mark never parts joined letters; texts compared by them; counts told in them."""

import unicodedata


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` (code points, end exclusive) moved outwards to the ends of the words they cut."""
    while 0 < start < len(text) and _joins(text[start - 1]) and _joins(text[start]):
        start -= 1
    while 0 < end < len(text) and _joins(text[end - 1]) and _joins(text[end]):
        end += 1
    return start, end


def is_edited(older: str, newer: str) -> bool:
    """Whether `newer` is `older` with changes, and not another text: half of the words of the shorter are in both."""
    before, after = set(older.split()), set(newer.split())
    return 2 * len(before & after) >= min(len(before), len(after))


def words_before(context: str) -> str:
    """The whole words of what stands before a passage, from its own line: the first, which may be cut, is left out."""
    line = context.rpartition("\n")[2]
    return line if line != context or " " not in line else line.partition(" ")[2]


def words_after(context: str) -> str:
    """The whole words of what stands after a passage, on its own line: the last, which may be cut, is left out."""
    line = context.partition("\n")[0]
    return line if line != context or " " not in line else line.rpartition(" ")[0]


def _joins(character: str) -> bool:
    """Letters, digits, marks and format characters (zero-width joiners) hold a word together."""
    return unicodedata.category(character)[0] in "LNM" or unicodedata.category(character) == "Cf"


def counted(number: int, noun: str) -> str:
    """How many of something there are, in English: “no events”, “1 event”, “2 events”."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
