"""The standing orders in seeds/curation hold against the documents in seeds/documents and against each other."""

from app.curate.check import check
from app.curate.orders import read_curation
from app.pipeline import texts_of
from app.settings import ROOT


def test_every_order_holds() -> None:
    files = list(read_curation(ROOT / "seeds" / "curation"))

    assert len(files) == 5
    assert check(files, texts_of(ROOT / "seeds" / "documents")) == []
