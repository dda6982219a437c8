"""Why the machine is as sure as it is, and why passages were taken to tell of one event, in words."""

from app.extract.confidence import weights
from app.models import Mention
from app.pages.event import Reason

LEAST = 0.15
"""A sign that weighs less is not worth a line."""
MOST = 4
"""How many signs are named for, and as many against."""

SIGNS = {
    "verb": "a verb says that it was done",
    "noun": "only a noun names the act",
    "bare": "the act is told without what it was done to",
    "date-explicit": "the words give the date",
    "date-relative": "the words give a date that counts from another",
    "date-inherited": "the date is carried over from what was told before",
    "date-inferred": "the date is that of publication, as the words give none",
    "undated": "no date is known",
    "background": "it is told only to date something else",
    "attributed": "the text gives a source for it",
    "speaker-person": "the speaker is named",
    "speaker-state": "a state or ministry speaks",
    "speaker-before": "the speaker is named only before",
    "long": "the passage is long and may tell of more than one act",
    "region-named": "Russia or a Central Asian state is named in the words",
    "taliban-named": "the Taliban are named in the words",
    "party-in-sentence": "a party is named only elsewhere in the sentence",
    "party-of-before": "a party is named only in the sentences before",
    "party-of-topic": "a party is not named; the text as a whole is about it",
    "parties-of-before": "“both sides” are those named before",
    "person-named": "somebody who took part is named",
    "news": "the text reports the news of its day",
}
TYPES = "the kind of act is one that is most often read rightly", "the kind of act is one that is often misread"
JOINED = {
    "same-day": "same day",
    "same-time": "same date",
    "finer-date": "one date lies within the other",
    "date-in-season": "one date lies within the other",
    "much-finer-date": "one date lies within the other",
    "about-then": "days of which one is only about right",
    "same-news": "days that differ only as the day of the news does, of an act that is seldom done",
    "about-same-day": "days that differ only as the day of the news does",
    "same-persons": "same persons",
    "same-place": "same place",
    "same-type": "same kind of act",
    "same-subtype": "same kind of act",
    "same-states": "same states",
    "some-states": "some of the same states",
    "done-once": "an act done only once",
    "rare": "an act done seldom",
    "other-date": "an act done only once, though the dates differ",
    "same-subject": "same subject",
    "same-breath": "told in one breath",
    "reference": "a reference back to it",
}
"""What speaks for one event; what spoke against it, and was outweighed, is left out."""


def reasons_of(mention: Mention) -> tuple[Reason, ...]:
    """What speaks for and against the passage telling of an event, the weightiest first."""
    weighed = sorted(((weights().signs.get(sign, 0.0), sign) for sign in mention.signs), key=lambda pair: -abs(pair[0]))
    found: list[Reason] = []
    for weight, sign in weighed:
        words = SIGNS.get(sign) or (TYPES[weight < 0] if sign.startswith("type-") else None)
        same = [reason for reason in found if reason.speaks_for == (weight > 0)]
        if words and abs(weight) >= LEAST and len(same) < MOST:
            found.append(Reason(words, weight > 0))
    return tuple(found)


def joined_words(mention: Mention) -> str | None:
    """Why the passage was taken to tell of the same event as another: “same day, same persons”."""
    said = list(dict.fromkeys(JOINED[reason] for reason in mention.joined if reason in JOINED))
    return ", ".join(said) or None
