"""Which found passage is which annotated one: one to one, where half of the shorter of the two is shared."""

from collections.abc import Sequence

import networkx

from app.evaluate.passages import Passage


def shared(one: Passage, other: Passage) -> int:
    """How many code points two passages share."""
    if one.document != other.document:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def hits(one: Passage, other: Passage) -> bool:
    """Whether half of the shorter of two passages is shared."""
    common = shared(one, other)
    return common > 0 and 2 * common >= min(one.end - one.start, other.end - other.start)


def matched(found: Sequence[Passage], annotated: Sequence[Passage]) -> dict[int, int]:
    """For each position in `annotated` that was hit, the position in `found` of its match.

    As many as can be matched one to one are; among such matchings, one in which types, scopes and dates agree most
    often and the spans are most alike (maximum-weight matching of maximum cardinality; Galil 1986).
    """
    graph: networkx.Graph[tuple[str, int]] = networkx.Graph()
    for j, told in enumerate(annotated):
        for i, passage in enumerate(found):
            if hits(passage, told):
                graph.add_edge(("annotated", j), ("found", i), weight=_likeness(passage, told))
    pairs: dict[int, int] = {}
    for part in networkx.connected_components(graph):
        # In one order, so that of matchings equally good the same is taken at every run.
        ordered: networkx.Graph[tuple[str, int]] = networkx.Graph()
        for one, other in sorted((min(ends), max(ends)) for ends in graph.edges(part)):
            ordered.add_edge(one, other, weight=graph.edges[one, other]["weight"])
        for one, other in networkx.max_weight_matching(ordered, maxcardinality=True):
            (_, j), (_, i) = sorted((one, other))
            pairs[j] = i
    return dict(sorted(pairs.items()))


def _likeness(one: Passage, other: Passage) -> float:
    overlap = shared(one, other) / (max(one.end, other.end) - min(one.start, other.start))
    return 4 * (one.type == other.type) + 2 * (one.scope == other.scope) + (one.date == other.date) + overlap
