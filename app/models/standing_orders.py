from app.models.versioned import Versioned, one_current


class StandingOrders(Versioned, table=True):
    """A curation file as it was applied, word for word."""

    key = ("file",)
    __tablename__ = "standing_orders"
    __table_args__ = (one_current("standing_orders", "file"),)

    file: str
    document: str
    author: str
    words: str
