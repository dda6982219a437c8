"""Words for rows: names, dates, roles, offices and confidence as a reader meets them."""

from dataclasses import dataclass
from datetime import date as Day

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from app.dates.edtf import EdtfDate
from app.dates.wording import wording
from app.models import Document, Event, Mention, Party
from app.pages.event import Confidence, EventLink, PersonShown, Reason
from app.pages.event_card import DocumentLink, PartyLabel, ReviewMark
from app.pages.passage import MarkedText, mark_evidence
from app.pages.wording import DateShown, Wording
from app.queries.event_filter import EventFilter
from app.queries.passages import Names
from app.text.words import whole_words, words_after, words_before

LANGUAGE = "en"
REVIEW = {"machine": "not reviewed", "reviewed": "reviewed"}
SCOPE = {
    "core": "Core: between Russia or a Central Asian state and the Taliban",
    "context": "Context: about others, or about one side alone",
}
SCOPE_SHORT = {"core": "Russia or Central Asia with the Taliban", "context": "Context: others"}
PRECISION = {
    "month": "month",
    "season": "season",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "interval": "interval",
    "set": "not exact",
}
BASIS = {
    "explicit": "The passage gives the date in full.",
    "relative": "Worked out from a phrase that counts from another date, most often the day of publication.",
    "inherited": "Carried over from what was told just before.",
    "inferred": "Taken from the publication date, as the passage names no day.",
}
DECIDED_BASIS = BASIS | {
    "relative": "Worked out from words that count from another date, such as the day of publication.",
    "inferred": "No words give it: it follows from the text as a whole and from the date of publication.",
}
"""The same where a person reached the date."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Words for rows in the language of the interface."""

    names: Names
    language: str = LANGUAGE

    def date(self, edtf: str | None) -> str:
        """A date in words; “undated” for none."""
        return wording(EdtfDate.parse(edtf) if edtf else None, self.language)

    def between(self, first: str, last: str) -> str:
        """A stretch of time between two ISO days, in words."""
        if first == last:
            return self.date(first)
        return f"between {self.date(first)} and {self.date(last)}"

    def date_shown(self, edtf: str | None) -> DateShown:
        """A date in words, for `<time>`, and with a word for its precision where it is less than a day."""
        if edtf is None:
            return DateShown(self.date(None))
        parsed = EdtfDate.parse(edtf)
        exact = parsed.text if parsed.precision in ("day", "month", "year") and parsed.text.isascii() else None
        bare = exact if exact and exact.replace("-", "").isdigit() else None
        precision = "approximate" if parsed.approximate else PRECISION.get(parsed.precision)
        return DateShown(self.date(edtf), bare, precision)

    def event_link(self, event: Event) -> EventLink:
        """A link to an event with its date in words."""
        return EventLink(self.headline(event), self.date(event.edtf), f"/events/{event.id}")

    def party(self, party: Party) -> PartyLabel:
        """A party with its role, where that says more than that it took part, and the address of its events."""
        address = EventFilter(actor=(party.actor_id,)).address()
        role = None if party.role == "subject" else party.role
        return PartyLabel(self.names.actor(party.actor_id, self.language), role, address)

    def person(self, party: Party, when: Day | None) -> PersonShown:
        """A person with the office held on the day `when`, and the address of the events he or she took part in."""
        return PersonShown(
            Wording(self.names.actor(party.actor_id, self.language), self.language),
            self.office(party.actor_id, when),
            EventFilter(person=(party.actor_id,)).address(),
        )

    def office(self, person: str, when: Day | None) -> str | None:
        """The office a person held on the day `when`: “Foreign Minister, Russia”. None where it is not known."""
        actor = self.names.actors.get(person)
        if actor is None or when is None:
            return None
        for role in actor.roles:
            since = EdtfDate.parse(role["from"]).earliest if role.get("from") else None
            until = EdtfDate.parse(role["to"]).latest if role.get("to") else None
            if (since is None or since <= when) and (until is None or when <= until):
                title = role["title"].get(self.language) or role["title"]["en"]
                return f"{title}, {self.names.actor(role['of'], self.language)}"
        return None

    def is_person(self, party: Party) -> bool:
        """Whether a party is a person rather than a state or an organisation."""
        actor = self.names.actors.get(party.actor_id)
        return actor is not None and actor.kind == "person"

    def headline(self, event: Event) -> Wording:
        """The headline in the language of the interface, or in English."""
        own = event.titles.get(self.language)
        return Wording(own, self.language) if own else Wording(event.titles["en"], "en")

    def summary(self, event: Event) -> Wording | None:
        """What the headline cannot say, in the language of the interface or in English; None where there is nothing."""
        for tag in (self.language, "en"):
            if own := event.summaries.get(tag):
                return Wording(own, tag)
        return None

    def translation(self, mention: Mention) -> Wording | None:
        """Our translation of a mention into the language of the interface; None where there is none."""
        own = mention.translations.get(self.language)
        return Wording(own, self.language) if own else None

    def document_title(self, document: Document) -> Wording:
        """A document's own title, or in brackets ours, or its file's name."""
        if document.title:
            return Wording(document.title, document.language)
        if document.title_en:
            return Wording(f"[{document.title_en}]", "en")
        return Wording(document.file)

    def document_link(self, document: Document, mention: str) -> DocumentLink:
        """The place of a mention in its document."""
        publisher = Wording(document.publisher) if document.publisher else None
        return DocumentLink(self.document_title(document), f"/documents/{document.id}#m-{mention}", publisher)


def review_mark(event: Event) -> ReviewMark:
    """Whether a person stands behind the event."""
    return ReviewMark("reviewed" if event.review == "reviewed" else "machine", REVIEW[event.review])


def confidence_of(event: Event, reasons: tuple[Reason, ...]) -> Confidence:
    """How sure the machine is, in words and per cent, and why."""
    words = "high" if event.confidence >= 0.75 else "fair" if event.confidence >= 0.5 else "low"
    return Confidence(words, round(event.confidence * 100), reasons)


def marked(mention: Mention, document: Document, *, context: bool = False) -> MarkedText:
    """The words of a mention with its evidence marked, whole words at a time; with `context` what stands around it."""
    spans = [
        (*whole_words(mention.exact, e["start"] - mention.start, e["end"] - mention.start), e["kind"])
        for e in mention.evidence
        if mention.start <= e["start"] and e["end"] <= mention.end
    ]
    around = {"prefix": words_before(mention.prefix), "suffix": words_after(mention.suffix)} if context else {}
    return mark_evidence(mention.exact, spans, language=document.language, **around)


def month_names(width: str = "wide") -> tuple[str, ...]:
    """The names of the twelve months, standing alone."""
    names = get_month_names(width, context="stand-alone", locale=LANGUAGE)  # type: ignore[arg-type]
    return tuple(names[month] for month in range(1, 13))


def language_name(tag: str, language: str) -> str:
    """What a language is called: “Arabic”; its tag where it has no name."""
    if tag == "und":
        return "language not known"
    try:
        return Locale.parse(tag, sep="-").get_language_name(language) or tag
    except (UnknownLocaleError, ValueError):
        return tag
