"""Titles: who is named only in that of somebody else ("Putin's envoy Kabulov")."""

from collections.abc import Sequence
from itertools import pairwise

from app.extract.acts import forms
from app.extract.names import Named
from app.text.tokens import Token
from app.vocabulary.languages import language

ENVOY = 2
"""How many words after somebody's name "envoy" stands that is part of another's title."""
NEXT_PERSON = 8
"""How many words further on the person is named at most in whose title another stands."""
BEFORE_PERSON = 5
"""How many words before a person the word for an envoy stands, or after one another person."""


def part_of_title(tag: str, words: Sequence[Token], people: Sequence[Named]) -> set[Named]:
    """Those of `people` who stand only in a title: in that of the next ("Putin's envoy Kabulov", "the envoy of Putin
    to Kabul, Kabulov") or of the last ("Kabulov, envoy of Putin")."""
    officials, discourse = language(tag).officials, language(tag).discourse
    envoys = forms(tag, officials.envoys)
    abroad = forms(tag, discourse.abroad)
    inside = forms(tag, (*officials.officials, *officials.titles, *officials.envoys))

    def within_title(low: int, high: int) -> bool:
        # Of "the envoy to Afghanistan" whatever follows the preposition.
        return all(abroad.find(words[max(low, i - 1) : i + 1]) or inside.find([words[i]]) for i in range(low, high))

    found = {
        one for one in people if possessive(words, one) and envoys.find(words[one.last + 1 : one.last + 1 + ENVOY])
    }
    for person, other in pairwise(people):
        title = person.last + 1
        if not envoys.find(words[title : title + ENVOY]):
            before = envoys.find(words[max(0, person.first - BEFORE_PERSON) : person.first])
            if before and other.first - person.last <= NEXT_PERSON and within_title(title, other.first):
                found.add(person)
        elif possessive(words, person):
            found.add(person)
        elif other.first - title <= BEFORE_PERSON and not any(
            words[word].pause_before for word in range(title + 1, other.first + 1)
        ):
            found.add(other)
    return found


def possessive(words: Sequence[Token], name: Named) -> bool:
    """Whether letters that are no word stand between a name and the next word ("Putin's envoy")."""
    after = name.last + 1
    return after < len(words) and words[after].start - words[name.last].end > 1 and not words[after].pause_before
