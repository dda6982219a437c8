"""The tables, one noun a file."""

from app.models.actor import Actor
from app.models.document import Document, DocumentText
from app.models.event import Event
from app.models.event_type import EventType
from app.models.extraction import Extraction
from app.models.mention import Mention
from app.models.party import Party
from app.models.place import Place
from app.models.revision import Revision
from app.models.search_text import SearchText
from app.models.standing_orders import StandingOrders
from app.models.subtype import Subtype

__all__ = [
    "Actor",
    "Document",
    "DocumentText",
    "Event",
    "EventType",
    "Extraction",
    "Mention",
    "Party",
    "Place",
    "Revision",
    "SearchText",
    "StandingOrders",
    "Subtype",
]
