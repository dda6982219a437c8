"""How fast documents are read, and in how much memory: `make bench`.

Two promises are measured: 10 kB of text in at most half a second on one core, in every language; and memory that does
not grow with the number of documents read. Exit status 1 where one is broken.
"""

import json
import random
import resource
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from app.dates.edtf import EdtfDate
from app.extract.find import find_mentions

EXAMPLES = Path(__file__).parent / "examples" / "practice"
PUBLISHED = EdtfDate.parse("2025-10-20")
BYTES = 10_000
SECONDS = 0.5
DOCUMENTS = 10_000
WARM = 1_000
UNHEARD_OF, LETTERS = 30, 9
"""How many words are made up for each document, and of how many letters."""
GROWTH = 32
"""MiB that memory may grow from the first thousand documents to the last: room for what the interpreter keeps."""


def texts() -> dict[str, list[str]]:
    """The practice articles by language."""
    found: dict[str, list[str]] = {}
    for line in (EXAMPLES / "documents.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        found.setdefault(entry["language"], []).append((EXAMPLES / entry["file"]).read_text("utf-8"))
    return found


def unheard_of(text: str, chance: random.Random) -> str:
    """Words that no other document has, in the letters of this one: real documents bring new names and endings."""
    letters = sorted({letter for letter in text if letter.isalpha()})
    return " ".join("".join(chance.choices(letters, k=LETTERS)) for _ in range(UNHEARD_OF)) + "."


def memory() -> float:
    """The most memory this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds_for(text: str, language: str) -> float:
    """How long reading takes, the best of three."""
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        find_mentions(text, language, PUBLISHED)
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> int:
    """Measure, print, and say by the exit status whether both promises hold."""
    broken = False
    articles = texts()
    for language, found in sorted(articles.items()):
        text = "\n".join(found).encode()[:BYTES].decode("utf-8", "ignore")
        taken = seconds_for(text, language)
        broken |= taken > SECONDS
        print(f"{language}: {BYTES // 1000} kB in {taken:.3f} s (at most {SECONDS})", flush=True)
    every = cycle([(text, language) for language, found in sorted(articles.items()) for text in found])
    chance = random.Random(DOCUMENTS)
    begun, warm = time.perf_counter(), 0.0
    for number, (text, language) in enumerate(islice(every, DOCUMENTS), 1):
        find_mentions(f"{text}\n{unheard_of(text, chance)}", language, PUBLISHED)
        if number == WARM:
            warm = memory()
    grown = memory() - warm
    broken |= grown > GROWTH
    taken = time.perf_counter() - begun
    print(f"{DOCUMENTS} documents in {taken:.0f} s; memory {memory():.0f} MiB, {grown:.0f} MiB more than after {WARM}")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
