"""Where an act happens, and with that who receives and who comes."""

from collections.abc import Sequence

from app.extract.acts import Act, forms
from app.extract.candidate import DECISIONS, OCCASIONS, Candidate
from app.extract.mention import ExtractedMention, Role
from app.extract.names import Named
from app.extract.reading import Reading
from app.extract.speakers import Speaker
from app.vocabulary.actors import actors as known_actors
from app.vocabulary.actors import region, taliban
from app.vocabulary.languages import language, verb_last
from app.vocabulary.places import places

ENVOY_REACH = 2
"""How many words from an ambassador his state is named."""
ABOUT_REACH = 5
"""How many words before a place "about" stands that makes it what is talked of."""


def sender_of(reading: Reading, first: int, last: int) -> str | None:
    """Who sends the ambassador named among words `first` to `last`: the Taliban, or the state named beside him; None
    where no ambassador's state is named."""
    words = forms(reading.language, language(reading.language).officials.ambassadors)
    envoys = [first + match.first for match in words.find(reading.words[first : last + 1])]
    named = [
        name
        for name in reading.between(reading.names, first, last)
        if name.kind == "actor" and name.how != "metonym" and any(_is_beside(reading, name, one) for one in envoys)
    ]
    senders = [name.id for name in named]
    return next((one for one in senders if one in taliban()), senders[0] if senders else None)


def _is_beside(reading: Reading, name: Named, envoy: int) -> bool:
    """Whether a name tells whose ambassador the word `envoy` names: after it, or before it as an adjective or where
    nouns have no cases ("China's new ambassador"), with only words of a title between."""
    tag, words = reading.language, reading.words
    morphology, discourse = language(tag).morphology, language(tag).discourse
    possessive = morphology.subject == "before" and not morphology.case and not verb_last(tag)
    if name.last < envoy and name.how != "demonym" and not possessive:
        return False
    low, high = (name.last, envoy) if name.last < envoy else (envoy, name.first)
    if high - low > ENVOY_REACH + 1 or any(words[word].pause_before for word in range(low + 1, high + 1)):
        return False
    titles = forms(tag, (*language(tag).officials.officials, *language(tag).officials.titles))
    between = range(low + 1, high)
    tied = (*discourse.oblique, *discourse.purpose)
    return all(titles.find([words[word]]) and not reading.finds(tied, word, word) for word in between)


def place_of(reading: Reading, names: Sequence[Named], act: Act) -> str | None:
    """The place nearest to the act, cities before countries; of an envoy accredited or a mission given, where he or it
    is sent, never Kabul, which sends.

    A name that stands for a state as well (Moscow, Uzbekistan) is a place only after a preposition of place, or as
    where a visit goes.
    """
    # "The authorities in Kabul" are an actor, and no place.
    actors = {word for name in names if name.kind == "actor" for word in range(name.first, name.last + 1)}
    received = names and act.type == "accreditation" and is_sent_to_taliban(reading, names[0].first, names[-1].last)
    sent = act.type in ("accreditation", "mission-handover") and not received
    abroad, about = language(reading.language).discourse.abroad, language(reading.language).discourse.about
    found = [
        name
        for name in names
        if name.kind == "place"
        and (
            (name.first not in actors and places()[name.id].kind != "country")
            or (name.first and reading.finds(abroad, name.first - 1, name.first - 1))
            or (act.type == "visit" and name.first > act.last)
        )
        and places()[name.id].country is not None
        and not (
            places()[name.id].kind in ("region", "venue")
            and name.first
            and reading.finds(about, max(0, name.first - ABOUT_REACH), name.first - 1)
        )
        and not (sent and places()[name.id].country == "afghanistan")
    ]
    # "Bishkek sent its envoy to Kabul": a state that acts is where a visit goes only if nothing else is.
    acting_too = {
        name.first
        for name in found
        if name.first in actors and not reading.finds(abroad, max(0, name.first - 1), name.first - 1)
    }
    whence = language(reading.language).discourse.whence
    found.sort(
        key=lambda name: (
            bool(name.first) and reading.finds(whence, name.first - 1, name.first - 1),
            places()[name.id].kind == "country",
            name.first in acting_too,
            name.first < act.first,
            abs(name.first - act.first),
        )
    )
    # A forum is held in a town, and "the envoys to Afghanistan" are wherever they meet.
    if found and places()[found[0].id].kind == "country" and act.type not in OCCASIONS - {"forum"}:
        return None
    return found[0].id if found else None


def is_sent_to_taliban(reading: Reading, first: int, last: int) -> bool:
    """Whether the ambassador named among words `first` to `last` is one of another state."""
    sender = sender_of(reading, first, last)
    return sender is not None and sender not in taliban()


def supposed_place(
    reading: Reading,
    candidate: Candidate,
    names: Sequence[Named],
    actors: Sequence[str],
    occasion: ExtractedMention | None,
) -> str | None:
    """Where an act took place though its words do not say: where the occasion was on which it was done, in the town
    that a forum bears in its name, or at the seat of whoever spoke or decided."""
    act, speaker = candidate.act, candidate.speaker
    present = speaker is None or speaker.person is None or (occasion and speaker.person in occasion.persons)
    if occasion and occasion.place and present and act.type not in DECISIONS:
        return occasion.place
    if act.type == "forum":
        towns = [name.id for name in names if name.kind == "place" and places()[name.id].kind == "city"]
        return towns[0] if towns else None
    if act.type == "statement" and speaker is not None:
        return known_actors()[speaker.actor].seat
    if act.type == "accreditation" and is_sent_to_taliban(reading, candidate.first, candidate.last):
        return known_actors()[next(iter(taliban()))].seat
    if act.type in DECISIONS:
        deciding = [actor for actor in actors if actor in region()] or [a for a in actors if a not in taliban()]
        return known_actors()[deciding[0]].seat if deciding else None
    return None


def role_of(
    kind: str, actor: str, actors: Sequence[str], speaker: Speaker | None, place: str | None, sender: str | None
) -> Role:
    """What an actor is in an act of type `kind` at a place: host where he is at home, guest elsewhere; of an ambassador
    accredited the `sender` is the guest."""
    if kind == "statement":
        return "speaker" if speaker and actor == speaker.actor else "addressee"
    home = places()[place].country if place else None
    home = "taliban" if home == "afghanistan" else home
    if kind in ("visit", "talks", "forum"):
        if home not in actors:
            return "subject"
        return "host" if actor == home else "guest"
    if kind == "accreditation" and sender in actors:
        return "guest" if actor == sender else "host"
    if kind in ("mission-handover", "accreditation"):
        return "guest" if actor in taliban() else "host"
    if kind == "agreement":
        return "signatory"
    return "addressee" if actor in taliban() and len(actors) > 1 else "subject"


def only_says_where(reading: Reading, name: Named) -> bool:
    """Whether a capital stands after "in", so that it is a place and no party."""
    abroad = language(reading.language).discourse.abroad
    return name.how == "metonym" and bool(name.first) and reading.finds(abroad, name.first - 1, name.first - 1)
