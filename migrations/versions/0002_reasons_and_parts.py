"""Why a mention is trusted and joined, what kind of act it is, and which event is part of which

Revision: 0002
After: 0001
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NOTHING = sa.text("'[]'")


def upgrade() -> None:
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sense", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("signs", sa.JSON(), nullable=False, server_default=NOTHING))
        batch_op.add_column(sa.Column("joined", sa.JSON(), nullable=False, server_default=NOTHING))
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("part_of", AutoString(), nullable=True))
        batch_op.create_index(batch_op.f("ix_event_part_of"), ["part_of"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_part_of"))
        batch_op.drop_column("part_of")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_column("joined")
        batch_op.drop_column("signs")
        batch_op.drop_column("sense")
