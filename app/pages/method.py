from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TypeDefinition:
    label: str
    definition: str
    subtypes: str
    """"on recognition and legitimacy, on relations"; empty where there are none."""


@dataclass(frozen=True, slots=True)
class MethodPage:
    """How the chronology is made. The prose stands in the template; what changes comes in here."""

    types: tuple[TypeDefinition, ...]
    events: int
    documents: int
    reviewed: int
