"""What is known of each language read: how its words are built and what its words for acts are.

A language is a folder of app/languages/ with the files named here; to add one, add the folder.
"""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from app.vocabulary.reading import Entry, read_entry

FOLDER = Path(__file__).resolve().parent.parent / "languages"
LANGUAGES = tuple(sorted(folder.name for folder in FOLDER.iterdir() if (folder / "triggers.yaml").exists()))
"""The languages whose documents are read, by their BCP 47 tags."""


def rules_for(tag: str) -> str | None:
    """The language out of LANGUAGES whose rules read a text of BCP 47 tag `tag` (`ar` for `ar-EG`), or None."""
    primary = tag.partition("-")[0].lower()
    return primary if primary in LANGUAGES else None


class Morphology(Entry):
    """What may stand, written together with a word, before and after it."""

    proclitics: tuple[str, ...] = ()
    verb_proclitics: tuple[str, ...] = Field((), description="Those of verbs, where they are fewer; else `proclitics`.")
    endings: tuple[str, ...] = ("",)
    verb_endings: tuple[str, ...] = Field((), description="Endings of verbs, where they are fewer; else `endings`.")
    stem_endings: tuple[str, ...] = Field(
        (), description="Further endings of bare stems, in lists of subtypes and topics."
    )
    subject: Literal["before", "after"] = Field("after", description="Where, seen from the verb, who acts is named.")
    present: str = Field("", description="Pattern of a verb of the present, where there is none of the past.")
    past: str = Field("", description="Pattern of a verb of the past, over one folded word.")
    impersonal: str = Field("", description="Pattern of a verb that needs no subject (they said).")
    verb: Literal["first", "last"] = Field("first", description="`last` where a verb follows all that belongs to it.")
    oblique: str = Field("", description="Letters that, written before a name, make it no subject.")
    joints: str = Field("", description='Letters that, written before a verb, are "and".')
    case: str = Field("", description="Pattern of the case of a name that makes it no subject, over one folded word.")
    masculine: tuple[str, ...] = Field((), description="Names of states and organs that take another form of it.")
    finite: str = Field("", description="Pattern of a verb that can end a clause, where verbs stand last.")
    ezafe: str = Field("", description="Letters after which a final ya only ties a word to the next.")
    participle: str = Field("", description="Pattern of a verb that, after a comma, tells of whoever was just named.")
    state_verb: str = Field("", description="Pattern of a verb whose subject can be a state or a movement.")


class Trigger(Entry):
    """Words that tell of an act.

    Verbs tell that it happened; nouns only where something else in the clause (a date, a person) says so too.
    `object` names words one of which must stand in the same clause; `unless` words that must not follow at once,
    `not_with` words that must not follow soon.
    `announces` marks verbs of saying whose content, where it is an act, is the event; `quotes` those that, where the
    subject comes first, may follow what was said, with their subject after them ("…", said Peskov).
    `lasting` words tell of a state that began on some day, and only with "since" ("in their hands since 2023").
    """

    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    announces: bool = False
    quotes: bool = False
    lasting: bool = False


class Triggers(Entry):
    triggers: tuple[Trigger, ...]


class Factuality(Entry):
    """Words by which a text says that something did not happen, or not yet, or not once."""

    negated: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    hypothetical: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    habitual: tuple[str, ...] = Field((), description="Words of what is done often, wherever in the clause they stand.")
    collective: tuple[str, ...] = Field(
        (), description="Groups of states of which something is said in general, unless on a date."
    )
    measured: tuple[str, ...] = Field((), description="Words of a figure that is only given (trade amounted to).")
    wanted: tuple[str, ...] = Field((), description="Verbs whose clause tells what somebody wants done.")
    attributed: tuple[str, ...] = ()
    patterns: dict[Literal["future", "hypothetical", "negated", "denied", "general"], str] = Field(
        default_factory=dict, description="Regular expressions over the folded words, one space between two."
    )


class Discourse(Entry):
    """How clauses hang together.

    `connectives` begin a clause after a comma; `content` begins what was said; `background` begins a clause that
    only dates another ("since they took power"); `occasion` ties an act to a visit or meeting told of before.
    """

    connectives: tuple[str, ...] = ()
    before_nouns: tuple[str, ...] = Field((), description="After one of these what looks like a verb is a noun.")
    light_verbs: tuple[str, ...] = Field(
        (), description="Verbs that carry a noun which names the act (held a meeting, a meeting took place)."
    )
    compounds: tuple[str, ...] = Field(
        (), description="Of `light_verbs`, those that carry a noun of their own already."
    )
    auxiliaries: tuple[str, ...] = Field((), description="Verbs written after another verb that only give its tense.")
    earlier: tuple[str, ...] = Field(
        (), description="Words and, at the end of a verb, auxiliaries for what was before."
    )
    conjunctions: tuple[str, ...] = Field((), description="After a verb that ends its clause, these begin the next.")
    contrasts: tuple[str, ...] = Field((), description="After such a verb, these begin a clause about something else.")
    demonstratives: tuple[str, ...] = Field((), description="Before a noun: an act told of already (this visit).")
    content: tuple[str, ...] = ()
    silent: tuple[str, ...] = Field((), description="Words before one of `content` that are no verb of saying.")
    announced: tuple[str, ...] = Field((), description="Words of `content` that are followed by the act itself.")
    background: tuple[str, ...] = ()
    in_turn: tuple[str, ...] = Field((), description="Words by which the other one of two speaks (for his part).")
    addressing: tuple[str, ...] = Field((), description="Verbs of saying right before those who are told (told Tass).")
    purpose: tuple[str, ...] = Field((), description="Before what somebody only comes for (arrived for talks).")
    standing: str = Field("", description="Pattern of the words for what a dated measure is (a ban imposed in 2003).")
    against: tuple[str, ...] = Field((), description="Before whom an act is only meant to harm (against NATO).")
    after: tuple[str, ...] = Field((), description="Of `background`, those before what was over by then (after).")
    apart: tuple[str, ...] = Field((), description="Words before a clause about another time (since they took power).")
    occasion: tuple[str, ...] = ()
    same_day: tuple[str, ...] = Field((), description="Words for an hour of the day just told of (after lunch).")
    whens: tuple[str, ...] = Field((), description="After a date, these begin what was done then (since May, when).")
    absent: tuple[str, ...] = Field((), description="Words by which somebody is said to have stayed away, uninvited.")
    spoken_at: tuple[str, ...] = Field(
        (), description="Words before the occasion on which what was just told was said (his remarks came during)."
    )
    aside: tuple[str, ...] = Field((), description="Of `occasion`, those that make a forum only the frame of an act.")
    oblique: tuple[str, ...] = Field((), description="Words before a name (and its title) that make it no subject.")
    same: tuple[str, ...] = Field((), description="Words for an act of the kind told of last (the same step).")
    subordinate: tuple[str, ...] = Field((), description="Words with which a sentence begins by saying when or why.")
    as_said: tuple[str, ...] = Field((), description="Words before who said so, in the midst of it (as Lavrov said).")
    relative: tuple[str, ...] = Field((), description="Words that begin a clause about whoever was named last (who).")
    disclaimers: str = Field("", description="Pattern of notes that the law asks for, over the folded text.")
    about: tuple[str, ...] = Field((), description="Words before what others talk about, who takes no part himself.")
    within: tuple[str, ...] = Field((), description="Of `oblique`, those that say where something was said.")
    passive: tuple[str, ...] = Field((), description="Auxiliaries that make what is named before a verb no subject.")
    adds: tuple[str, ...] = Field((), description="Verbs with which somebody who has spoken only goes on (he added).")
    agent: tuple[str, ...] = Field((), description="After a verb in the passive, words before its subject (by).")
    postpositions: tuple[str, ...] = Field((), description="Words after a name that make it no subject.")
    told_of: tuple[str, ...] = Field((), description="Words for the act told of last, or for its parties.")
    steps: tuple[str, ...] = Field((), description="Words for what was decided, to which others answer (the move).")
    pronouns: tuple[str, ...] = Field((), description="Words that stand for whoever spoke last.")
    whence: tuple[str, ...] = Field((), description="Words before the place from which somebody comes.")
    abroad: tuple[str, ...] = Field((), description="Words before the name of a place where something happens.")


class Officials(Entry):
    """Words that show in whose name somebody speaks: for a state, or for nobody but himself.

    A person named after one of `envoys` is only part of somebody's title, where somebody else is named next.
    """

    officials: tuple[str, ...] = ()
    titles: tuple[str, ...] = Field((), description="Other words that stand within a title (minister of, the new).")
    analysts: tuple[str, ...] = ()
    institutions: tuple[str, ...] = Field(
        (), description="Words that, right after a verb, begin the name of a body that acts, not of a person."
    )
    publishers: tuple[str, ...] = Field((), description="Agencies and papers: they pass on what others say.")
    sides: tuple[str, ...] = Field((), description="Words for all who took part in the event just told of.")
    authorities: tuple[str, ...] = Field((), description="Those who, in a capital, speak for its state.")
    envoys: tuple[str, ...] = ()
    ambassadors: tuple[str, ...] = Field((), description="Whom a state sends to another: ambassadors, consuls.")


Words = tuple[str, ...]


class Subtypes(Entry):
    """What kind of act of its type a passage tells of, and what it is about."""

    subtypes: dict[str, dict[str, Words]] = Field(
        default_factory=dict, description="By type and subtype, the words that say so, in order."
    )
    topics: dict[str, Words] = Field(default_factory=dict, description="By type, words of what it is about.")


class Language(Entry):
    """Everything known of one language but its dates, which app.vocabulary.calendars reads."""

    tag: str
    morphology: Morphology
    triggers: tuple[Trigger, ...]
    factuality: Factuality
    discourse: Discourse
    officials: Officials
    subtypes: dict[str, dict[str, Words]]
    topics: dict[str, Words]


def verb_last(tag: str) -> bool:
    """Whether in language `tag` a verb ends its clause, and all that belongs to it stands before it."""
    return language(tag).morphology.verb == "last"


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag out of LANGUAGES."""
    folder = FOLDER / tag
    told = read_entry(folder / "subtypes.yaml", Subtypes)
    return Language(
        tag=tag,
        morphology=read_entry(folder / "morphology.yaml", Morphology),
        triggers=read_entry(folder / "triggers.yaml", Triggers).triggers,
        factuality=read_entry(folder / "factuality.yaml", Factuality),
        discourse=read_entry(folder / "discourse.yaml", Discourse),
        officials=read_entry(folder / "officials.yaml", Officials),
        subtypes=told.subtypes,
        topics=told.topics,
    )
