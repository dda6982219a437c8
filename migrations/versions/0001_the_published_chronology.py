"""The published chronology

Revision: 0001
After:
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CURRENT = sa.text("revision_to IS NULL")


def upgrade() -> None:
    op.create_table(
        "document_text",
        sa.Column("sha256", AutoString(), nullable=False),
        sa.Column("content", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_document_text")),
    )
    op.create_table(
        "extraction",
        sa.Column("document_id", AutoString(), nullable=False),
        sa.Column("rules", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_extraction")),
    )
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("author", AutoString(), nullable=False),
        sa.Column("summary", AutoString(), nullable=False),
        sa.Column("reason", AutoString(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revision")),
    )
    op.create_table(
        "actor",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("side", AutoString(), nullable=True),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision_from"], ["revision.number"], name=op.f("fk_actor_revision_from_revision")),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_actor_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_actor")),
    )
    with op.batch_alter_table("actor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actor_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_actor_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_actor_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_actor_current", ["id"], unique=True, sqlite_where=CURRENT)

    op.create_table(
        "document",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("corpus", AutoString(), nullable=False),
        sa.Column("file", AutoString(), nullable=False),
        sa.Column("sha256", AutoString(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("language", AutoString(), nullable=False),
        sa.Column("title", AutoString(), nullable=True),
        sa.Column("title_en", AutoString(), nullable=True),
        sa.Column("publisher", AutoString(), nullable=True),
        sa.Column("author", AutoString(), nullable=True),
        sa.Column("published", AutoString(), nullable=True),
        sa.Column("published_earliest", AutoString(), nullable=True),
        sa.Column("published_latest", AutoString(), nullable=True),
        sa.Column("published_note", AutoString(), nullable=True),
        sa.Column("url", AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["revision_from"], ["revision.number"], name=op.f("fk_document_revision_from_revision")
        ),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_document_revision_to_revision")),
        sa.ForeignKeyConstraint(["sha256"], ["document_text.sha256"], name=op.f("fk_document_sha256_document_text")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_document")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_document_current", ["id"], unique=True, sqlite_where=CURRENT)

    op.create_table(
        "event",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("merged_into", AutoString(), nullable=True),
        sa.Column("reason", AutoString(), nullable=True),
        sa.Column("type", AutoString(), nullable=False),
        sa.Column("scope", AutoString(), nullable=False),
        sa.Column("review", AutoString(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("place", AutoString(), nullable=True),
        sa.Column("edtf", AutoString(), nullable=True),
        sa.Column("earliest", AutoString(), nullable=True),
        sa.Column("latest", AutoString(), nullable=True),
        sa.Column("precision", AutoString(), nullable=False),
        sa.Column("basis", AutoString(), nullable=True),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision_from"], ["revision.number"], name=op.f("fk_event_revision_from_revision")),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_event_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_earliest"), ["earliest"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_event_current", ["id"], unique=True, sqlite_where=CURRENT)

    op.create_table(
        "event_type",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("plover_category", AutoString(), nullable=False),
        sa.Column("plover_mode", AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["revision_from"], ["revision.number"], name=op.f("fk_event_type_revision_from_revision")
        ),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_event_type_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_event_type")),
    )
    with op.batch_alter_table("event_type", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_type_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_type_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_type_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_event_type_current", ["id"], unique=True, sqlite_where=CURRENT)

    op.create_table(
        "mention",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("document_id", AutoString(), nullable=False),
        sa.Column("event_id", AutoString(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", AutoString(), nullable=False),
        sa.Column("prefix", AutoString(), nullable=False),
        sa.Column("suffix", AutoString(), nullable=False),
        sa.Column("type", AutoString(), nullable=False),
        sa.Column("scope", AutoString(), nullable=False),
        sa.Column("status", AutoString(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("date", sa.JSON(), nullable=True),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("persons", sa.JSON(), nullable=False),
        sa.Column("place", AutoString(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision_from"], ["revision.number"], name=op.f("fk_mention_revision_from_revision")),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_mention_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_mention")),
    )
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mention_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mention_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mention_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mention_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_mention_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_mention_current", ["id"], unique=True, sqlite_where=CURRENT)

    op.create_table(
        "party",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("event_id", AutoString(), nullable=False),
        sa.Column("actor_id", AutoString(), nullable=False),
        sa.Column("role", AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["revision_from"], ["revision.number"], name=op.f("fk_party_revision_from_revision")),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_party_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_party")),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_party_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_party_current", ["event_id", "actor_id"], unique=True, sqlite_where=CURRENT)

    op.create_table(
        "place",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("country", AutoString(), nullable=True),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision_from"], ["revision.number"], name=op.f("fk_place_revision_from_revision")),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_place_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_place")),
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_place_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_place_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_place_current", ["id"], unique=True, sqlite_where=CURRENT)

    op.create_table(
        "search_text",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("event_id", AutoString(), nullable=False),
        sa.Column("terms", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_from"], ["revision.number"], name=op.f("fk_search_text_revision_from_revision")
        ),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_search_text_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_search_text")),
    )
    with op.batch_alter_table("search_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_search_text_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_search_text_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_search_text_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_search_text_current", ["event_id"], unique=True, sqlite_where=CURRENT)

    # Filled by code with the terms that app.queries.search makes; the tokenizer only parts them at spaces.
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5("
        "terms, content='search_text', content_rowid='row', tokenize='unicode61 remove_diacritics 0')"
    )


def downgrade() -> None:
    op.execute("DROP TABLE search_index")
    with op.batch_alter_table("search_text", schema=None) as batch_op:
        batch_op.drop_index("uq_search_text_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_search_text_revision_to"))
        batch_op.drop_index(batch_op.f("ix_search_text_revision_from"))
        batch_op.drop_index(batch_op.f("ix_search_text_event_id"))

    op.drop_table("search_text")
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_index("uq_place_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_place_revision_to"))
        batch_op.drop_index(batch_op.f("ix_place_revision_from"))
        batch_op.drop_index(batch_op.f("ix_place_id"))

    op.drop_table("place")
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.drop_index("uq_party_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_party_revision_to"))
        batch_op.drop_index(batch_op.f("ix_party_revision_from"))
        batch_op.drop_index(batch_op.f("ix_party_event_id"))
        batch_op.drop_index(batch_op.f("ix_party_actor_id"))

    op.drop_table("party")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_index("uq_mention_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_mention_revision_to"))
        batch_op.drop_index(batch_op.f("ix_mention_revision_from"))
        batch_op.drop_index(batch_op.f("ix_mention_id"))
        batch_op.drop_index(batch_op.f("ix_mention_event_id"))
        batch_op.drop_index(batch_op.f("ix_mention_document_id"))

    op.drop_table("mention")
    with op.batch_alter_table("event_type", schema=None) as batch_op:
        batch_op.drop_index("uq_event_type_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_event_type_revision_to"))
        batch_op.drop_index(batch_op.f("ix_event_type_revision_from"))
        batch_op.drop_index(batch_op.f("ix_event_type_id"))

    op.drop_table("event_type")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("uq_event_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_event_revision_to"))
        batch_op.drop_index(batch_op.f("ix_event_revision_from"))
        batch_op.drop_index(batch_op.f("ix_event_id"))
        batch_op.drop_index(batch_op.f("ix_event_earliest"))

    op.drop_table("event")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index("uq_document_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_document_revision_to"))
        batch_op.drop_index(batch_op.f("ix_document_revision_from"))
        batch_op.drop_index(batch_op.f("ix_document_id"))

    op.drop_table("document")
    with op.batch_alter_table("actor", schema=None) as batch_op:
        batch_op.drop_index("uq_actor_current", sqlite_where=CURRENT)
        batch_op.drop_index(batch_op.f("ix_actor_revision_to"))
        batch_op.drop_index(batch_op.f("ix_actor_revision_from"))
        batch_op.drop_index(batch_op.f("ix_actor_id"))

    op.drop_table("actor")
    op.drop_table("revision")
    op.drop_table("extraction")
    op.drop_table("document_text")
