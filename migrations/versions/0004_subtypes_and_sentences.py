"""Subtypes of events, and the sentences of each document

Revision: 0004
After: 0003
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "subtype",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["revision_from"], ["revision.number"], name=op.f("fk_subtype_revision_from_revision")),
        sa.ForeignKeyConstraint(["revision_to"], ["revision.number"], name=op.f("fk_subtype_revision_to_revision")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_subtype")),
    )
    with op.batch_alter_table("subtype", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subtype_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_subtype_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_subtype_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index("uq_subtype_current", ["id"], unique=True, sqlite_where=sa.text("revision_to IS NULL"))
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.alter_column("sense", new_column_name="subtype")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("curated_as", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("author", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("subtype", AutoString(), nullable=True))
        batch_op.create_index(batch_op.f("ix_event_subtype"), ["subtype"], unique=False)
    with op.batch_alter_table("extraction", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sentences", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))


def downgrade() -> None:
    with op.batch_alter_table("extraction", schema=None) as batch_op:
        batch_op.drop_column("sentences")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_subtype"))
        batch_op.drop_column("subtype")
        batch_op.drop_column("author")
        batch_op.drop_column("curated_as")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.alter_column("subtype", new_column_name="sense")
    op.drop_table("subtype")
