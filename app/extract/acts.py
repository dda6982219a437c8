"""Words that tell of an act, found by the triggers of a language."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from app.extract.forms import FormIndex
from app.text.folding import Folded
from app.text.spans import Span
from app.text.tokens import Token
from app.vocabulary.languages import Trigger, language, verb_last

NEAR = 10
"""How many words after a trigger another word still changes what it means."""
CARRIED_REACH = 12
"""How many words may stand between a light verb and the noun it carries (its subject and titles)."""
OCCASION_REACH = 3
"""How many words before a noun "in the course of" stands."""
CARRIED_TO_END = 20
"""How many words after it, where a verb stands at the end of its clause."""
CARRIED_BEFORE = 8
"""How many words after the noun the light verb may follow."""


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger in a text: what it is, its first and last word, and its span in the original text (code points).

    `end` is the last word of its verb: of a light verb that follows and carries it, and of its auxiliaries. An act told
    of `again` is only pointed back to ("this visit"); a `carried` one is the noun of a light verb.
    """

    trigger: Trigger
    verb: bool
    first: int
    last: int
    span: Span
    end: int
    again: bool = False
    carried: bool = False

    @property
    def type(self) -> str:
        return self.trigger.type


def find_acts(tag: str, folded: Folded, words: Sequence[Token]) -> list[Act]:
    """The acts that `words` name, in text order; several where a word can tell of acts of several types."""
    found = []
    pointed_at = {match.last + 1 for match in forms(tag, language(tag).discourse.demonstratives).find(words)}
    content = {match.first for match in forms(tag, language(tag).discourse.content).find(words)}
    noun_follows = {match.last + 1 for match in forms(tag, language(tag).discourse.before_nouns).find(words)}
    occasions = {match.last for match in forms(tag, language(tag).discourse.occasion).find(words)}
    backgrounds = {match.last for match in forms(tag, language(tag).discourse.background).find(words)}
    verbs = _triggers(tag, True).find(words)
    taken = [(match.first, match.last) for match in verbs] if verb_last(tag) else []
    light = _free_light_verbs(tag, words, taken)
    matches = [*verbs, *_triggers(tag, False).find(words)]
    for match in sorted(matches, key=lambda match: (match.first, -match.last)):
        trigger, verb = match.value
        if trigger.unless and _starts_with(tag, trigger.unless, words[match.last + 1 : match.last + 5]):
            continue
        if trigger.not_with and forms(tag, trigger.not_with).find(_breath(words, match.last + 1)):
            continue
        again = not verb and match.first in pointed_at
        occasion = not verb_last(tag) and _is_occasion(match.first, occasions, words)
        # Arabic "after the taking of power held Russia drills": it is not the taking that was held.
        dating = not verb_last(tag) and match.first - 1 in backgrounds
        carried = not verb and not again and not occasion and not dating
        carrier = _carrier(tag, match.first, match.last, light, content, words) if carried else None
        # "The Taliban-appointed envoy": a word with a hyphen before it tells what he is, and not what was done.
        compound = match.first > 0 and folded.text[words[match.first - 1].end : words[match.first].start] == "-"
        if verb and compound:
            continue
        verb = carrier is not None or (verb and match.first not in noun_follows)
        end = _with_auxiliaries(tag, max(match.last, carrier or 0), words) if verb else match.last
        found.append(
            Act(
                trigger,
                verb,
                match.first,
                match.last,
                folded.to_original(match.start, match.end),
                end,
                again,
                carrier is not None,
            )
        )
    return _unshadowed(found)


def _breath(words: Sequence[Token], first: int) -> Sequence[Token]:
    """The words from `first` on that are said in one breath: NEAR of them, up to the next pause."""
    last = min(first + NEAR, len(words))
    return words[first : next((word for word in range(first, last) if words[word].pause_before), last)]


def has_object(act: Act, tag: str, words: Sequence[Token], first: int, last: int) -> bool:
    """Whether one of the words that the act needs stands among words `first` to `last`, outside the act itself."""
    if not act.trigger.object:
        return True
    index = forms(tag, act.trigger.object)
    found = index.find(words[first : last + 1])
    return any(first + m.last < act.first or first + m.first > act.first for m in found)


def object_distance(act: Act, tag: str, words: Sequence[Token], first: int, last: int) -> int:
    """How many words lie between the act and the nearest of the words that it needs, among words `first` to `last`;
    as many as there are, where it needs none or none is there."""
    found = forms(tag, act.trigger.object).find(words[first : last + 1]) if act.trigger.object else []
    apart = [max(first + m.first - act.last, act.first - first - m.last) for m in found]
    return min((distance for distance in apart if distance > 0), default=last - first + 1)


@cache
def forms(tag: str, listed: tuple[str, ...]) -> FormIndex[str]:
    """An index of the `listed` forms of language `tag`, each standing for itself."""
    index: FormIndex[str] = FormIndex(language(tag).morphology)
    for form in listed:
        index.add(form, form)
    return index


def is_joined(tag: str, words: Sequence[Token], act: Act) -> bool:
    """Whether "and" is written together with a verb (وزار, but not وصل)."""
    first, joints = words[act.first], language(tag).morphology.joints
    if not joints or first.text[:1] not in joints:
        return False
    rest = replace(first, text=first.text[1:])
    stems = (form.split()[0].rstrip("*") for form in act.trigger.verbs)
    if any(stem[:1] in joints and first.text.startswith(stem) for stem in stems):
        # وعد is "promised", not "and considered".
        return False
    return bool(_index_of_verbs(tag, act.trigger.verbs).find([rest, *words[act.first + 1 : act.last + 1]]))


def _is_occasion(first: int, occasions: Set[int], words: Sequence[Token]) -> bool:
    """Whether a noun only says on what occasion something else was done ("held talks in the course of the visit")."""
    for word in range(first, max(0, first - OCCASION_REACH), -1):
        if words[word].pause_before:
            return False
        if word - 1 in occasions:
            return True
    return False


@cache
def word_forms(tag: str, listed: tuple[str, ...]) -> FormIndex[str]:
    """As `forms`, of verbs and nouns alike: `*` stands for any ending of either."""
    morphology = language(tag).morphology
    endings = tuple(dict.fromkeys((*morphology.endings, *morphology.verb_endings, *morphology.stem_endings)))
    index: FormIndex[str] = FormIndex(morphology.model_copy(update={"endings": endings}))
    for form in listed:
        index.add(form, form)
    return index


def _carrier(
    tag: str, first: int, last: int, light: Sequence[tuple[int, int]], content: Set[int], words: Sequence[Token]
) -> int | None:
    """The last word of the light verb that makes a noun a verb, before it ("held … a meeting") or soon after it ("talks
    took place"); only after it where verbs stand last.

    What was said (from a word of `content` on) is another clause.
    """
    reach = CARRIED_TO_END if verb_last(tag) else CARRIED_BEFORE
    at = bisect_left(light, (last if verb_last(tag) else first - CARRIED_REACH, 0))
    for start, end in light[at:]:
        if start > last + reach:
            return None
        between = range(end + 1, first) if end < first else range(last + 1, start)
        parted = start > last and any(words[word].pause_before for word in range(last + 1, start + 1))
        if content.isdisjoint(between) and not parted and (end < first or start > last):
            return end
    return None


def _free_light_verbs(tag: str, words: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The light verbs among `words`, without those that have a noun of their own: in one of the longer verbs `taken`
    and in the compounds of the language."""
    compounds = _index_of_verbs(tag, language(tag).discourse.compounds).find(words)
    own = {
        word: (first, last)
        for first, last in [*taken, *((match.first, match.last) for match in compounds)]
        for word in range(first, last + 1)
        if last > first
    }
    light = _index_of_verbs(tag, language(tag).discourse.light_verbs).find(words)
    return [
        (match.first, match.last)
        for match in light
        if match.first not in own or (own[match.first][0] >= match.first and own[match.first][1] <= match.last)
    ]


def _with_auxiliaries(tag: str, last: int, words: Sequence[Token]) -> int:
    auxiliaries = forms(tag, language(tag).discourse.auxiliaries)
    while last + 1 < len(words) and not words[last + 1].pause_before and auxiliaries.find(words[last + 1 : last + 2]):
        last += 1
    return last


@cache
def _index_of_verbs(tag: str, listed: tuple[str, ...]) -> FormIndex[str]:
    index: FormIndex[str] = FormIndex(language(tag).morphology, verbs=True)
    for form in listed:
        index.add(form, form)
    return index


def _starts_with(tag: str, listed: tuple[str, ...], following: Sequence[Token]) -> bool:
    return any(match.first == 0 for match in forms(tag, listed).find(following))


def _unshadowed(acts: list[Act]) -> list[Act]:
    """Without the acts that lie within the words of a longer one ("deliver credentials" is no handing over)."""
    kept: list[Act] = []
    reach, longest = -1, -1
    # In text order, longer ones first: an act is hidden by the longest one so far that reaches to its end.
    for act in acts:
        length = act.last - act.first
        if act.last <= reach and length < longest:
            continue
        if act.last > reach or length > longest:
            reach, longest = act.last, length
        kept.append(act)
    return kept


@cache
def _triggers(tag: str, verbs: bool) -> FormIndex[tuple[Trigger, bool]]:
    index: FormIndex[tuple[Trigger, bool]] = FormIndex(language(tag).morphology, verbs)
    for trigger in language(tag).triggers:
        for form in trigger.verbs if verbs else trigger.nouns:
            index.add(form, (trigger, verbs))
    return index
