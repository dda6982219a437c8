"""What marks the climb from first contact to recognition, from seeds/milestones.yaml."""

from functools import cache

from pydantic import Field

from app.settings import settings
from app.vocabulary.reading import Entry, Names, read_entries


class Milestone(Entry):
    """A kind of event that marks the climb: which types and subtypes of event count."""

    id: str
    names: Names
    definition: Names
    types: tuple[str, ...] = Field(min_length=1)
    subtypes: tuple[str, ...] = ()
    except_subtypes: tuple[str, ...] = ()
    acts: bool = Field(False, description="Whether the state itself must act.")

    def counts(self, kind: str, subtype: str | None, role: str) -> bool:
        """Whether an event of that type and subtype, in which the state has `role`, is one of these."""
        if kind not in self.types or (self.acts and role == "addressee"):
            return False
        return subtype in self.subtypes if self.subtypes else subtype not in self.except_subtypes


@cache
def milestones() -> tuple[Milestone, ...]:
    """Every milestone, in the order of the climb."""
    return read_entries(settings().seeds / "milestones.yaml", "milestones", Milestone)
