"""Every document is read again at the next ingest, so that its sentences are found

Revision: 0005
After: 0004
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM extraction")


def downgrade() -> None:
    """Nothing: what was read stays read."""
