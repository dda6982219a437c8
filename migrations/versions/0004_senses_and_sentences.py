"""What kind of act of its type an event is, and the sentences of each document

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
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sense", AutoString(), nullable=True))
    with op.batch_alter_table("extraction", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sentences", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
    # So that the next ingest reads every document again, and finds its sentences.
    op.execute("DELETE FROM extraction")


def downgrade() -> None:
    with op.batch_alter_table("extraction", schema=None) as batch_op:
        batch_op.drop_column("sentences")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("sense")
