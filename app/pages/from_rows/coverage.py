"""The page on coverage from what the queries counted."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.pages.coverage import CountRow, CoveragePage, DocumentShare, Stretch
from app.pages.from_rows.home import within
from app.pages.from_rows.labels import Labels, language_name, month_names
from app.pages.month_grid import GridWording, with_gaps, year_rows
from app.pages.wording import Wording
from app.queries.coverage import CONTEXT, SCOPES, SILENT, TELLING, Coverage, DocumentCoverage, Gap, Sentence, gaps
from app.queries.event_filter import EventFilter
from app.queries.standing import MONTH_KNOWN, YEAR_KNOWN
from app.text.words import counted
from app.vocabulary.languages import rules_for

SCOPE_TOLD = {CONTEXT: "context", TELLING: "core"}
WHOLE = 1000
"""The length of a strip, in its own units."""
KNOWN_TO = {
    "day": "a day",
    "month": "a month",
    "season": "a season",
    "quarter": "a quarter",
    "year": "a year",
    "decade": "a decade",
    "century": "a century",
    "interval": "a stretch of time",
    "set": "somewhere between two dates",
    "unknown": "no date at all",
}


def coverage_page(found: Coverage, labels: Labels) -> CoveragePage:
    """What the documents cover, told in words, bars and tables."""
    months = {month: spoken.documents for month, spoken in found.months.items()}
    rows = year_rows(months, {year: spoken.documents for year, spoken in found.years.items()}, _wording(found))
    until = max([_published(found), *found.months])
    silent = gaps(months, until)
    return CoveragePage(
        summary=_summary(found.documents, labels),
        reviewed=found.unreviewed == 0,
        documents=tuple(_share(one, labels) for one in found.documents),
        years=with_gaps(rows, _silent_years),
        months_told=_months_told(found, silent, until),
        gaps=tuple(_gap(gap) for gap in silent),
        states=tuple(
            CountRow(
                labels.names.actor(state, labels.language),
                EventFilter(actor=(state,)).address() if spoken.events else None,
                (spoken.events, spoken.documents),
            )
            for state, spoken in found.states.items()
        ),
        precisions=tuple(
            CountRow(words, EventFilter(precision=(precision,)).address(), (found.precisions[precision],))
            for precision, words in KNOWN_TO.items()
            if precision in found.precisions
        ),
    )


def _silent_years(first: int, last: int) -> tuple[str, str]:
    words = "no event is dated to this year" if first == last else "no event is dated to these years"
    return _span(str(first), str(last)), words


def _summary(documents: Sequence[DocumentCoverage], labels: Labels) -> str:
    rows = [one.document for one in documents]
    languages = list(dict.fromkeys(language_name(row.language, labels.language) for row in rows))
    told = f"{counted(len(rows), 'document').capitalize()} in {_listed(languages)}" if rows else "No documents"
    days = [day for row in rows for day in (row.published_earliest, row.published_latest) if day]
    return f"{told}, published {labels.between(min(days), max(days))}" if days else told


def _share(one: DocumentCoverage, labels: Labels) -> DocumentShare:
    row = one.document
    return DocumentShare(
        title=labels.document_title(row),
        address=f"/documents/{row.id}",
        source=Wording(row.publisher) if row.publisher else None,
        published=labels.date(row.published) if row.published else "date not known",
        language_label=language_name(row.language, labels.language),
        told=_told(one),
        strip=tuple(_strip(one.sentences)) if one.sentences else None,
    )


def _told(one: DocumentCoverage) -> str:
    every = len(one.sentences)
    if rules_for(one.document.language) is None:
        return "Not searched for events: Tarikh does not read this language."
    if not every:
        return "Its sentences have not been counted yet; the next ingest counts them."
    share = round(100 * one.telling / every)
    return (
        f"{one.telling or 'None'} of {counted(every, 'sentence')} ({share} %) {'tells' if one.telling == 1 else 'tell'}"
        f" of an event, {one.core or 'none'} of them of a core event."
    )


def _strip(sentences: Sequence[Sentence]) -> Iterator[Stretch]:
    """The stretches of sentences that tell of something, in thousandths of the whole text."""
    whole = sum(sentence.length for sentence in sentences)
    done = 0
    for tells, group in groupby(sentences, key=lambda sentence: sentence.tells):
        start, done = done, done + sum(sentence.length for sentence in group)
        if tells != SILENT:
            left, right = (round(WHOLE * place / whole) for place in (start, done))
            yield Stretch(left, max(1, right - left), SCOPE_TOLD[tells])


def _wording(found: Coverage) -> GridWording:
    def month(year: int, number: int, count: int) -> str:
        told = found.months.get((year, number))
        events = f", {counted(told.events, 'event')}" if told else ""
        return f"{month_names()[number - 1]} {year}: {counted(count, 'document')}{events}"

    return GridWording(
        short_names=month_names("abbreviated"),
        month=month,
        year=lambda year, count: f"All of {year}: {counted(count, 'document')}",
        month_address=lambda year, number: within(f"{year:04}-{number:02}", MONTH_KNOWN, SCOPES),
        year_address=lambda year: within(f"{year:04}", YEAR_KNOWN, SCOPES),
    )


def _published(found: Coverage) -> tuple[int, int]:
    """The month of the latest publication."""
    days = [day for one in found.documents for day in (one.document.published_latest,) if day]
    return max(((int(day[:4]), int(day[5:7])) for day in days), default=(0, 1))


def _months_told(found: Coverage, silent: Sequence[Gap], until: tuple[int, int]) -> str:
    if not found.months:
        return "No event is dated to its month."
    last = "when the latest document was published" if until == _published(found) else "the last one"
    told, without = len(found.months), sum(gap.months for gap in silent)
    return (
        f"From {_month(min(found.months))}, the first month to which an event is dated, to {_month(until)}, {last},"
        f" {counted(told, 'month')} {'has' if told == 1 else 'have'} a source here and"
        f" {counted(without, 'month')} {'has' if without == 1 else 'have'} none."
    )


def _gap(gap: Gap) -> str:
    if gap.months == 1:
        return _month(gap.first)
    (year, month), last = gap.first, _month(gap.last)
    first = month_names()[month - 1] if year == gap.last[0] else _month(gap.first)
    return f"{first} to {last} ({gap.months} months)"


def _month(month: tuple[int, int]) -> str:
    return f"{month_names()[month[1] - 1]} {month[0]}"


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
