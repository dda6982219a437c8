"""Whether a text says that an act took place, or only that it may, will, will not, or often does."""

import re
from collections.abc import Container, Sequence
from functools import cache

from app.extract.acts import Act, forms
from app.extract.mention import Status
from app.text.tokens import Token
from app.vocabulary.languages import language, verb_last

REACH = 3
"""How many words before an act a negation reaches."""
VERB_REACH = 8
"""How many words after a noun the verb stands that says what became of it ("a conference … will take place")."""


def status_of(tag: str, words: Sequence[Token], first: int, told: Act, last: int, named: Container[int] = ()) -> Status:
    """The status of an act that is `told` in a clause of words `first` to `last`; `named` are words of names.
    A verb can say by itself that its act is to come; a noun cannot. Where verbs stand last, what they say of a noun
    follows it, up to their end.

    Order of precedence: hypothetical, future, negated, general, attributed, asserted. The source of the statuses is
    PLOVER's auxiliary modes, with `general` for habits, motives and states of affairs.
    """
    facts = language(tag).factuality
    act, verb, start = told.first, told.verb, first
    reach = min(last, act + REACH)
    if verb_last(tag):
        # What a statement is about may be hoped or planned, and stands before its verb.
        first = max(first, act - REACH) if told.type == "statement" else first
        reach = last

    def plain(low: int, high: int) -> list[Token]:
        return [words[i] for i in range(max(first, low), min(last, high) + 1) if i not in named]

    before = plain(first, act - 1)
    shaped = not (verb_last(tag) and verb) and _pattern(facts.patterns.get("hypothetical"), plain(first, act))
    if shaped or _any(tag, facts.hypothetical, before):
        return "hypothetical"
    if verb_last(tag) and _any(tag, facts.hypothetical, plain(act + 1, last)):
        return "hypothetical"
    own = plain(act, act) if verb else []
    near = range(act + 1, min(last, act + (REACH if verb else VERB_REACH)) + 1)
    pause = next((word for word in near if words[word].pause_before), near.stop)
    ahead = plain(first, reach if verb_last(tag) else pause - 1)
    if _any(tag, facts.future, ahead) or _pattern(facts.patterns.get("future"), own):
        return "future"
    # "Moscow did not break with them, and seated …": what is denied ends with a pause, where verbs do not stand last.
    pauses = (
        []
        if verb_last(tag)
        else [word for word in range(max(first, act - REACH) + 1, act + 1) if words[word].pause_before]
    )
    if _any(tag, facts.negated, plain(max([act - REACH, *pauses]), act - 1)):
        return "negated"
    if _pattern(facts.patterns.get("negated"), plain(act, last)):
        return "negated"
    if _any(tag, language(tag).discourse.content, plain(act - 2, act - 1)):
        # "Has not decided to …", "called on them to …": what hangs on a verb is as real as the verb makes it.
        if _any(tag, facts.negated, before):
            return "negated"
        if _any(tag, facts.wanted, before):
            return "hypothetical"
    first = start
    if _pattern(facts.patterns.get("general"), plain(start, act)):
        return "general"
    if _any(tag, facts.general, plain(start, act - 1)) or _any(tag, facts.habitual, plain(start, last)):
        return "general"
    if _any(tag, facts.attributed, plain(first, last)):
        return "attributed"
    return "asserted"


def _any(tag: str, listed: tuple[str, ...], words: Sequence[Token]) -> bool:
    return bool(listed and words and forms(tag, listed).find(words))


def _pattern(pattern: str | None, words: Sequence[Token]) -> bool:
    return bool(pattern and _compiled(pattern).search(" ".join(word.text for word in words)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
