"""What a person decided: orders as applied, summaries, translations, and what became of the machine's mentions

Revision: 0003
After: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NOTHING = sa.text("'{}'")


def upgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("summaries", sa.JSON(), nullable=False, server_default=NOTHING))
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin", AutoString(), nullable=False, server_default="machine"))
        batch_op.add_column(sa.Column("passage_id", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("rejected", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("translations", sa.JSON(), nullable=False, server_default=NOTHING))
        batch_op.create_index(batch_op.f("ix_mention_passage_id"), ["passage_id"], unique=False)
    op.create_table(
        "standing_orders",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("revision_from", sa.Integer(), nullable=False),
        sa.Column("revision_to", sa.Integer(), nullable=True),
        sa.Column("file", AutoString(), nullable=False),
        sa.Column("document", AutoString(), nullable=False),
        sa.Column("author", AutoString(), nullable=False),
        sa.Column("words", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_from"], ["revision.number"], name=op.f("fk_standing_orders_revision_from_revision")
        ),
        sa.ForeignKeyConstraint(
            ["revision_to"], ["revision.number"], name=op.f("fk_standing_orders_revision_to_revision")
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_standing_orders")),
    )
    with op.batch_alter_table("standing_orders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_standing_orders_revision_from"), ["revision_from"], unique=False)
        batch_op.create_index(batch_op.f("ix_standing_orders_revision_to"), ["revision_to"], unique=False)
        batch_op.create_index(
            "uq_standing_orders_current", ["file"], unique=True, sqlite_where=sa.text("revision_to IS NULL")
        )


def downgrade() -> None:
    op.drop_table("standing_orders")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mention_passage_id"))
        batch_op.drop_column("translations")
        batch_op.drop_column("rejected")
        batch_op.drop_column("passage_id")
        batch_op.drop_column("origin")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("summaries")
