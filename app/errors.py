"""Named errors. The docstring of an error is what its reader sees; `{}` takes the reader's own words."""


class TarikhError(Exception):
    """Something went wrong that has no better name yet."""

    status = 500
    heading = "This could not be shown"

    def __init__(self, *words: object) -> None:
        super().__init__(*words)
        self.words = words

    def __str__(self) -> str:
        return " ".join((type(self).__doc__ or "").split()).format(*self.words)


class QuoteNotFound(TarikhError):
    """The quote “{}” is not in the text. Compare it with the document, letter by letter."""


class QuoteAmbiguous(TarikhError):
    """The quote “{}” is in the text more than once. Give the words before and after it as well."""


class BadEdtf(TarikhError):
    """“{}” is not a date in EDTF. Write it as 2023, 2023-04, 2023-04-17, 2022/2023, 2022/.. or 2021-08~."""


class DatabaseMissing(TarikhError):
    """There is no database at {} yet. Make it with “python -m app migrate”."""

    status = 503
    heading = "There is no chronology yet"


class DatabaseOutdated(TarikhError):
    """The database at {} has an older schema, or none. Bring it up to date with “python -m app migrate”."""


class DatabaseBusy(TarikhError):
    """Another program is writing to {}. Nothing was changed; try again when it has finished."""


class CorpusError(TarikhError):
    """Something in a corpus folder cannot be read; the rest of it goes in."""


class IndexMissing(CorpusError):
    """There is no documents.jsonl in {}. A corpus folder holds one: a JSON object a line, one line a text."""


class IndexLineMalformed(CorpusError):
    """This line is not a JSON object with a “file”: {}. Mend the line."""


class FieldWrong(CorpusError):
    """The field “{}” must be {}, not {}. Mend the line, or leave the field out."""


class FileNameUnsafe(CorpusError):
    """“{}” leads out of the corpus folder. Name a file inside it."""


class FileNamedTwice(CorpusError):
    """“{}” was named on an earlier line. Keep one of the two lines."""


class FileMissing(CorpusError):
    """There is no file “{}” in the corpus folder. Add it, or take its line out."""


class FileUnreadable(CorpusError):
    """“{}” could not be opened: {}."""


class FileEmpty(CorpusError):
    """“{}” holds no words."""


class FileTooLarge(CorpusError):
    """“{}” has {} bytes; the limit is {} (DOCUMENT_BYTES). Split it, or raise the limit."""


class FileNotUtf8(CorpusError):
    """“{}” is not UTF-8: byte {} cannot be read. Convert it to UTF-8."""


class FileNotText(CorpusError):
    """“{}” holds a NUL character, so it is not a text. Give the text that was taken from it."""


class SameTextTwice(CorpusError):
    """“{}” has the very words of “{}”. Keep one of the two."""


class PublishedUnreadable(CorpusError):
    """The publication date of “{}” is not EDTF: “{}”. Write it as 2023, 2023-04, 2023-04-17 or
    2023-04-17/2023-04-30."""


class AnnotationsMissing(TarikhError):
    """The annotations {} could not be read: {}. Give a file of JSON Lines, one passage a line."""


class AnnotationWrong(TarikhError):
    """{}, line {}, is no annotation: {}. A line holds document, start, end, quote, type and event, and where known
    date_phrase, edtf, scope, parties, persons and place."""


class AnnotationsElsewhere(TarikhError):
    """The annotations are of {}, which the corpus folder does not hold. Give the folder of the texts annotated."""


class VocabularyWrong(TarikhError):
    """The vocabulary file {} cannot be used: {}."""


class CurationWrong(TarikhError):
    """{}, line {}: {}. Mend the curation file; “python -m app curation check” names everything that is wrong."""


class PortTaken(TarikhError):
    """Port {} cannot be used: {}. Choose another one, as in “PORT=8001 make run”."""


class EventUnknown(TarikhError):
    """No event has the identifier “{}”, and none ever had. Identifiers have twelve letters and digits."""

    status = 404
    heading = "There is no such event"


class DocumentUnknown(TarikhError):
    """No document has the identifier “{}”. Identifiers have twelve letters and digits."""

    status = 404
    heading = "There is no such document"


class DocumentSuperseded(TarikhError):
    """The text “{}” was replaced by a later version of it, which is among the documents. What it told is kept."""

    status = 410
    heading = "This text was replaced"


class AddressTooLong(TarikhError):
    """The address asks for too much: its query has {} characters, the limit is {}. Take some of the filters away."""

    status = 414
    heading = "This address is too long"


class QueryTooSlow(TarikhError):
    """The question took longer than is allowed. Ask for less: fewer words, or a shorter time."""

    status = 503
    heading = "This took too long"


class DatabaseUnusable(TarikhError):
    """The database at {} cannot be used: {}. DATABASE must name a file of Tarikh's own, or one that can be made."""

    status = 503
    heading = "The chronology cannot be read"


class SettingsWrong(TarikhError):
    """The setting {} is wrong: {}."""
