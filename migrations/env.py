"""Alembic's entry: runs the migrations on the connection that app.database hands over."""

from typing import Any

from alembic import context
from sqlmodel import SQLModel

import app.models  # noqa: F401 - registers the tables


def is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave the full-text index and its shadow tables to the migration that made them."""
    return not (kind == "table" and name is not None and name.startswith("search_index"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    include_name=is_ours,
    render_as_batch=True,
    compare_type=True,
    transaction_per_migration=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
