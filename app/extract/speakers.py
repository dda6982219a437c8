"""Who speaks: the party in whose name a statement is made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.dates.edtf import EdtfDate
from app.extract.acts import forms
from app.extract.names import Named, ids_of
from app.extract.titles import part_of_title
from app.text.spans import Span
from app.text.tokens import Token
from app.vocabulary.actors import Office, persons
from app.vocabulary.actors import actors as known_actors
from app.vocabulary.languages import language, verb_last

REACH = 16
"""How many words after its verb a speaker is looked for."""
REACH_BACK = 24
"""How many words before its verb: a speaker may be introduced at length."""
NEAR = 7
"""How many words after its verb (or the start of the clause) a state that speaks must be named."""
PASSIVE_REACH = 2
"""How many words before a verb, an adverb among them, its auxiliary stands."""
PARTICIPLE = 4
"""How many words after a comma a participle stands that tells of whoever was just named."""
SUBORDINATE = 4
"""How many words into a sentence "while" stands that begins it with a clause about something else."""
ADVERB = 2
"""How many words before a verb "and" stands that ties it to the verb before."""
OWN_SUBJECT = 2
"""How many words between a pause and a verb are a subject of their own."""
DATELINE = 2
"""How many words into a text the place stands from which it was written ("Tehran - IRNA -")."""
POSSESSED_REACH = 1
"""How many nouns may stand between a preposition and a state that they belong to."""
NOUNS_REACH = 2
"""The same where an organisation belongs to them ("по итогам саммита ШОС")."""
NEAR_THE_END = 14
"""The same where the verb stands last, and all that belongs to it before it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The actor that speaks, through whom, and the names that say so."""

    actor: str
    person: str | None
    names: tuple[Named, ...]


def speaker_of(
    tag: str,
    words: Sequence[Token],
    text: str,
    names: Sequence[Named],
    verb: Span,
    first: int,
    last: int,
    *,
    trails: bool = False,
) -> Speaker | None:
    """Who speaks by the verb at words `verb` (first, and one after its last) of a clause of words `first` to `last`
    of the folded `text`.

    None where nobody speaks for a party. The subject follows its verb or stands before it, and is looked for first
    where the language has it; what was said begins after both, or stands before the verb where that `trails`.

    A state's adjective speaks only with an office ("the Russian foreign ministry"), and a scholar of Russia does not
    speak for Russia.
    """
    content = content_start(tag, words, text, names, verb.end - 1, last)
    after = (verb.end, min(content, verb.end + REACH))
    before = (max(first, verb.start - REACH_BACK), verb.start)
    agrees = verb_agrees(tag, words[verb.end - 1])
    ranges = [before, after] if language(tag).morphology.subject == "before" else [after, before]
    subject_first = language(tag).morphology.subject == "before" and not verb_last(tag)
    pronouns = forms(tag, language(tag).discourse.pronouns)
    if subject_first and not trails and pronouns.find(words[max(first, verb.start - ADVERB) : verb.start]):
        # "He also urged the Taliban": whoever spoke before.
        return None
    if is_passive(tag, words, names, verb.start, first):
        agent = forms(tag, language(tag).discourse.agent).find(words[verb.end : min(content, verb.end + REACH)])
        if not agent:
            return None
        ranges = [(verb.end + agent[0].last + 1, after[1])]
    pause = next((word for word in range(verb.end, last + 1) if words[word].pause_before), last + 1)
    # "Zhirnov, the ambassador in Kabul, said on Monday that …": what was said follows.
    follows = forms(tag, language(tag).discourse.content).find(words[verb.end : pause])
    apposition = _apposition(tag, words, names, first, verb.start) if subject_first else None
    trails = trails and not follows and apposition is None
    if apposition is not None:
        ranges = [before]
    if trails and not forms(tag, language(tag).discourse.content).find(words[pause : min(pause, last) + 1]):
        after = (verb.end, min(pause, verb.end + REACH))
        # "…, it says in the statement": whoever is spoken of made it.
        impersonal = language(tag).morphology.impersonal
        says = impersonal and re.match(impersonal, words[verb.end - 1].text)
        ranges = [after, before] if says else [after]
    impersonal = language(tag).morphology.impersonal
    if impersonal and not subject_first and re.match(impersonal, words[verb.end - 1].text):
        # "The paper quoted Saidov as saying": whoever is quoted speaks, not the paper.
        quoted = forms(tag, language(tag).discourse.within).find(words[before[0] : before[1]])
        ranges = [after, (before[0] + quoted[-1].last + 1, before[1])] if quoted else ranges
    for low, high in ranges:
        # What follows the name of somebody in office is no longer his title ("Mujahid denied the reports of …").
        official = (name.first for name in names if name.kind == "person" and low <= name.first < high)
        titled = min(official, default=high) if low >= verb.end else high
        if forms(tag, language(tag).officials.analysts).find(words[low:titled]):
            return None
        if high == verb.start and not verb_last(tag):
            low = _subject_start(tag, words, names, low, high)
        acting = subjects(tag, words, text, [name for name in names if low <= name.first < high], low)
        if verb_last(tag):
            acting = list(_after_subordinate(tag, words, acting, low, high))
        elif low >= verb.end and subject_first and _is_said_to_act(tag, words, acting, last):
            # "Jalaly, a director, said Russia was a friend": what is named there is what he spoke of.
            continue
        if speaker := speaker_among(tag, words, acting, low, high, agrees, follows=low >= verb.end):
            return speaker
        nobody = all(name.kind == "place" for name in acting)
        if impersonal and re.match(impersonal, words[verb.end - 1].text) and nobody:
            # "In the Kremlin they said": the verb has no subject, and where it was said tells who said it.
            within = [
                name for name in names if low <= name.first < high and is_governed(tag, words, name, low, within=True)
            ]
            if speaker := speaker_among(tag, words, within, low, high, agrees):
                return replace(speaker, person=None)
    serving = [name for name in apposition or () if name.kind == "actor"]
    # Somebody unknown speaks for whom his title names.
    return Speaker(serving[0].id, None, tuple(serving)) if len(serving) == 1 else None


def subject_of_sentence(
    tag: str, words: Sequence[Token], text: str, names: Sequence[Named], first: int, verb: int, heads: Sequence[int]
) -> Speaker | None:
    """Who speaks by the verb at word `verb` where its subject stands further back in the sentence, that begins at word
    `first` and has the `names`: before a clause set off by commas ("Muttaqi, who visited Moscow, said"), or before the
    first of several verbs (`heads`: those before this one), which share it ("Lavrov met Muttaqi and said")."""
    conjunctions = forms(tag, language(tag).discourse.conjunctions)
    until = verb
    # The comma may stand before "has" or "also".
    named = {name.first for name in names}
    if any(words[word].pause_before and word not in named for word in range(max(first + 1, verb - ADVERB), verb + 1)):
        until = parenthesis(tag, words, first, verb)
    elif heads and conjunctions.find(words[max(first, verb - ADVERB) : verb]):
        until = heads[0]
    if until == verb:
        return None
    until = parenthesis(tag, words, first, until)
    acting = subjects(tag, words, text, [name for name in names if first <= name.first < until], first)
    return speaker_among(tag, words, acting, first, until, agrees=True)


def parenthesis(tag: str, words: Sequence[Token], first: int, verb: int) -> int:
    """The word with which, after a comma, a clause about the subject begins; `verb` where none stands before it."""
    relative, participle = forms(tag, language(tag).discourse.relative), language(tag).morphology.participle
    for word in range(first + 1, verb):
        if not words[word].pause_before:
            continue
        # Where nouns have cases, more may stand before the participle ("в прошлом году поручивший").
        reach = PARTICIPLE if language(tag).morphology.case else 1
        told = participle and any(re.match(participle, one.text) for one in words[word : min(word + reach, verb)])
        if relative.find(words[word : word + 2]) or told:
            return word
    return verb


def is_passive(tag: str, words: Sequence[Token], names: Sequence[Named], verb: int, first: int) -> bool:
    """Whether an auxiliary before a verb makes what is named there what it is done to ("the step was warmly welcomed",
    but not "the threat is, Tokayev said, …")."""
    auxiliaries = language(tag).discourse.passive
    low = max(first, verb - PASSIVE_REACH)
    found = forms(tag, auxiliaries).find(words[low:verb]) if auxiliaries else []
    if not found:
        return False
    after = range(low + found[-1].last + 1, verb + 1)
    named = {word for name in names for word in range(name.first, name.last + 1)}
    return not any(words[word].pause_before or word in named for word in after)


def _after_subordinate(
    tag: str, words: Sequence[Token], acting: Sequence[Named], low: int, verb: int
) -> Sequence[Named]:
    """Of those who may act, those after the clause with which a sentence begins that only says when or why ("while
    Shoigu was in Kabul, the Taliban said"), where somebody is named there."""
    subordinate = forms(tag, language(tag).discourse.subordinate).find(words[low : low + SUBORDINATE])
    pauses = [word for word in range(low + 1, verb) if words[word].pause_before]
    after = [name for name in acting if pauses and name.first >= pauses[0] and name.kind != "place"]
    return after if subordinate and after else acting


def _is_said_to_act(tag: str, words: Sequence[Token], names: Sequence[Named], last: int) -> bool:
    """Whether a verb follows the first name after a verb of saying, so that the name is its subject."""
    if not names or names[0].last >= last:
        return False
    word = words[names[0].last + 1]
    facts, past = language(tag).factuality, language(tag).morphology.past
    auxiliaries = forms(tag, (*language(tag).discourse.passive, *facts.future, *facts.hypothetical))
    verb = bool(past) and re.match(past, word.text) is not None
    return not word.pause_before and (verb or bool(auxiliaries.find([word])))


def _apposition(
    tag: str, words: Sequence[Token], names: Sequence[Named], first: int, verb: int
) -> Sequence[Named] | None:
    """The names between the pause before a verb and the pause before that, where only a title stands there: that of its
    subject ("Zhirnov, Russia's ambassador in Kabul, said", "Jalaly, a director at the Taliban ministry, said")."""
    start = next((word for word in range(verb - 1, first, -1) if words[word].pause_before), None)
    if start is None or not words[verb].pause_before:
        return None
    officials, discourse = language(tag).officials, language(tag).discourse
    titles = forms(
        tag, (*officials.officials, *officials.titles, *discourse.abroad, *discourse.before_nouns, *discourse.oblique)
    )
    own = [name for name in names if start <= name.first < verb]
    named = {word for name in own for word in range(name.first, name.last + 1)}
    return own if all(word in named or titles.find([words[word]]) for word in range(start, verb)) else None


def _subject_start(tag: str, words: Sequence[Token], names: Sequence[Named], low: int, verb: int) -> int:
    """From where on the subject of a verb can be named: in "…, two people told the agency" only after the pause, in
    "Muttaqi, the acting minister, said" anywhere."""
    pauses = [word for word in range(low + 1, verb + 1) if words[word].pause_before]
    last = pauses[-1] if pauses else low
    short = verb - last < OWN_SUBJECT and not any(last <= name.first < verb and name.kind != "place" for name in names)
    titles = forms(tag, (*language(tag).officials.officials, *language(tag).officials.titles))
    bare = all(titles.find([word]) for word in words[last:verb])
    return low if short or bare else last


def subjects(tag: str, words: Sequence[Token], text: str, names: Sequence[Named], low: int) -> list[Named]:
    """Those of `names` that follow no preposition, are not apposed to one that does ("with X, minister of Y, …") and do
    not stand in a dateline."""
    found: list[Named] = []
    last: Named | None = None
    titles = forms(tag, (*language(tag).officials.officials, *language(tag).officials.titles))
    for name in names:
        title = words[last.last + 1 : name.first] if last else ()
        apposed = last is not None and last.last < name.first and words[last.last + 1].pause_before
        if title:
            apposed = apposed and last is not None and last.kind == "person" and all(titles.find([w]) for w in title)
        else:
            apposed = apposed and last is not None and last.kind == "actor" and last.how != "metonym"
        if verb_last(tag) and name.first - low <= DATELINE and _before_dash(words, text, name):
            continue
        if is_governed(tag, words, name, low) or apposed or _in_case(tag, words, name):
            last = name if last is None or name.last > last.last else last
        else:
            found.append(name)
    return found


def _in_case(tag: str, words: Sequence[Token], name: Named) -> bool:
    """Whether the ending of a state's or a movement's name makes it no subject ("rumours that the embassy is given to
    the Taliban" in the dative)."""
    pattern = language(tag).morphology.case
    noun = name.kind == "actor" and name.how != "demonym"
    return bool(pattern) and noun and re.search(pattern, words[name.last].text) is not None


def _before_dash(words: Sequence[Token], text: str, name: Named) -> bool:
    after = text[words[name.last].end : words[name.last + 1].start] if name.last + 1 < len(words) else ""
    return name.kind != "person" and ("-" in after or "(" in after)


def is_governed(tag: str, words: Sequence[Token], name: Named, low: int, *, within: bool = False) -> bool:
    """Whether a name, with the title before it, follows a preposition ("with the Russian minister Lavrov"): it is then
    nobody who acts. Words before `low` are not looked at. With `within` only prepositions of place count."""
    oblique = language(tag).discourse.within if within else language(tag).discourse.oblique
    postpositions = language(tag).discourse.postpositions
    if postpositions and forms(tag, postpositions).find(words[name.last + 1 : name.last + 2]):
        return True
    if not oblique:
        return False
    officials = forms(tag, language(tag).officials.officials)
    titles = forms(tag, (*language(tag).officials.officials, *language(tag).officials.titles))
    word = name.first
    # Where the genitive is not written, a state may belong to a noun before it ("of the readiness [of] Moscow").
    possessed = POSSESSED_REACH if verb_last(tag) and name.kind != "person" else 0
    if language(tag).morphology.case and name.kind == "actor" and known_actors()[name.id].kind == "organisation":
        # "По итогам саммита ШОС": an organisation belongs to the nouns before it.
        possessed = NOUNS_REACH
    while word > low and not words[word].pause_before:
        word -= 1
        held = name.kind == "person" and word > low and bool(titles.find(words[word : word + 1]))
        tied = held and bool(forms(tag, oblique).find(words[word : word + 1]))
        if tied and officials.find(words[word + 1 : name.first]):
            # "The head of a department in the Russian foreign ministry Kabulov".
            continue
        seat = name.kind == "person" and word > low and bool(officials.find(words[word - 1 : word]))
        if seat and word + 1 < name.first and all(ids_of(tag, one) for one in words[word + 1 : name.first]):
            # "The ambassador in Kabul Zhirnov": where he sits.
            continue
        if held and (titles.find(words[word - 1 : word]) or ids_of(tag, words[word - 1])):
            # "The foreign minister in the government of the Taliban Muttaqi", "the Russian ambassador in Kabul
            # Zhirnov": a preposition within a title.
            continue
        government = words[word + 1 : name.first] or words[name.first : name.last]
        if name.kind == "actor" and word > low and officials.find(government) and titles.find(words[word - 1 : word]):
            # "The foreign ministry in the government of the Taliban": so is it before what somebody heads.
            continue
        if forms(tag, oblique).find(words[word : word + 1]):
            # "Officials in Washington" speak for it.
            authorities = forms(tag, language(tag).officials.authorities).find(words[max(low, word - 1) : word])
            return not (name.how == "metonym" and word == name.first - 1 and authorities and not within)
        if not titles.find(words[word : word + 1]) and not ids_of(tag, words[word]):
            if not possessed or forms(tag, language(tag).discourse.conjunctions).find(words[word : word + 1]):
                return False
            possessed -= 1
    return False


def verb_agrees(tag: str, verb: Token) -> bool:
    """Whether a verb has the form that it takes with a state or a movement for its subject."""
    pattern = language(tag).morphology.state_verb
    return not pattern or re.match(pattern, verb.text) is not None


def is_oblique(tag: str, word: Token, name: Named) -> bool:
    """Whether a preposition is written together with a name ("to the Taliban")."""
    rest = replace(word, text=word.text[1:])
    return word.text[0] in language(tag).morphology.oblique and name.id in ids_of(tag, rest)


def content_start(tag: str, words: Sequence[Token], text: str, names: Sequence[Named], verb: int, last: int) -> int:
    """The word with which what was said begins (after "that", a colon or a quotation mark), or the one after `last`.

    Where the subject stands before its verb, what was said follows the verb at once. A quotation mark before a
    person's name only sets off the name.
    """
    if verb_last(tag):
        return min(verb + 1, last + 1)
    people = {name.first for name in names if name.kind == "person"}
    found = forms(tag, language(tag).discourse.content).find(words[verb + 1 : last + 1])
    start = verb + 1 + found[0].first if found else last + 1
    quoted = (
        i for i in range(verb + 1, start) if i not in people and _opens_speech(text[words[i - 1].end : words[i].start])
    )
    return next(quoted, start)


def _opens_speech(gap: str) -> bool:
    return ":" in gap or gap.endswith((' "', ', "', '، "'))


def speaker_among(
    tag: str,
    words: Sequence[Token],
    names: Sequence[Named],
    low: int,
    high: int,
    agrees: bool,
    *,
    follows: bool = False,
) -> Speaker | None:
    """Who of those named within words `low` to `high` speaks; `follows`: they stand after the verb."""
    people = [name for name in names if name.kind == "person"]
    titled = part_of_title(tag, words, people)
    actors = [name for name in names if name.kind == "actor"]
    if language(tag).morphology.subject == "after" and actors and people and agrees:
        # "The ministry criticised Muttaqi": a body right after its verb speaks, whoever is named after it.
        body = forms(tag, language(tag).officials.institutions).find(words[low : low + 1])
        through = forms(tag, language(tag).discourse.within).find(words[low : people[0].first])
        other = actors[0].id not in speaks_for(people[0].id) or (bool(body) and not through)
        if other and actors[0].first < people[0].first and (actors[0].first == low or body):
            return Speaker(actors[0].id, None, (actors[0],))
    for person in [one for one in people if one not in titled][:1]:
        offices = persons()[person.id].offices
        told = next((name for name in actors if name.id in {office.of for office in offices}), None)
        if told:
            return Speaker(told.id, person.id, (person, told))
        if state := serves(person.id):
            return Speaker(state, person.id, (person,))
    if not actors and titled and (state := serves(min(titled, key=lambda one: one.first).id)):
        # "Putin's spokesman said."
        return Speaker(state, None, tuple(titled))
    official = [
        match
        for match in forms(tag, language(tag).officials.officials).find(words[low:high])
        # "His country's support for the government of the Taliban": an office that follows a preposition speaks not.
        if not follows
        or words[low + match.first].text[0] not in language(tag).morphology.oblique
        or match.start == 0
        or not forms(tag, language(tag).officials.officials).find([_without_first(words[low + match.first])])
    ]
    places = [name.first for name in names if name.kind == "place"]
    for actor in actors[:1]:
        elsewhere = any(place < actor.first for place in places)
        named = actor.how != "demonym" or bool(official)
        masculine = forms(tag, language(tag).morphology.masculine).find(words[actor.first : actor.last + 1])
        # "He called on the movement to form a government": an office after it is not its own.
        own = [match for match in official if not follows or low + match.first <= actor.last + 1]
        subject = named and (agrees or bool(own) or bool(masculine))
        near = NEAR_THE_END if verb_last(tag) else NEAR
        if subject and actor.first - low <= near and not elsewhere and not is_oblique(tag, words[actor.first], actor):
            return Speaker(actor.id, None, (actor,))
    return None


def _without_first(word: Token) -> Token:
    return replace(word, text=word.text[1:])


@cache
def speaks_for(person: str) -> frozenset[str]:
    """The actors for which a person has held an office."""
    return frozenset(office.of for office in persons()[person].offices)


def serves(person: str, when: EdtfDate | None = None) -> str | None:
    """The actor of the office that a person held at a date; else of the newest one. None for somebody without one."""
    offices = persons()[person].offices
    held = [office.of for office in offices if when is None or _holds(office, when)]
    return held[-1] if held else offices[-1].of if offices else None


def _holds(office: Office, when: EdtfDate) -> bool:
    since = EdtfDate.parse(office.since).earliest if office.since else None
    until = EdtfDate.parse(office.until).latest if office.until else None
    begun = since is None or when.latest is None or when.latest >= since
    return begun and (until is None or when.earliest is None or when.earliest <= until)
