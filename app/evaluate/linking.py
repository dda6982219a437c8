"""How well passages were joined to events: pairwise, and by the three measures whose mean is the CoNLL score.

Sources: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF with φ4 (Luo 2005); their mean as in the CoNLL-2011
shared task (Pradhan et al. 2011). Singletons count. No measure stands for the others: B³ alone is high where nothing
is joined at all.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import TypeVar

import networkx

Member = TypeVar("Member", bound=Hashable)
Clusters = list[frozenset[Member]]


def clusters(events: Mapping[Member, str]) -> Clusters[Member]:
    """The members that share an event, one set an event; `events` gives the event of each member."""
    members: defaultdict[str, set[Member]] = defaultdict(set)
    for member, event in events.items():
        members[event].add(member)
    return [frozenset(found) for found in members.values()]


def pairs(events: Mapping[Member, str]) -> set[frozenset[Member]]:
    """The pairs of members that share an event."""
    return {frozenset(pair) for cluster in clusters(events) for pair in combinations(cluster, 2)}


def conll(key: Mapping[Member, str], response: Mapping[Member, str]) -> float:
    """The mean F1 (0..1) of MUC, B³ and CEAFe of `response` against `key`; members need not be the same in both."""
    of_key, of_response = clusters(key), clusters(response)
    return (_muc(of_key, of_response) + _b_cubed(of_key, of_response) + _ceaf(of_key, of_response)) / 3


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _owner(of: Clusters[Member]) -> dict[Member, int]:
    return {member: i for i, cluster in enumerate(of) for member in cluster}


def _muc(key: Clusters[Member], response: Clusters[Member]) -> float:
    def found(one: Clusters[Member], other: Clusters[Member]) -> float | None:
        owner, links, kept = _owner(other), 0, 0
        for cluster in one:
            parts = {owner.get(member, ("alone", member)) for member in cluster}
            links += len(cluster) - 1
            kept += len(cluster) - len(parts)
        return kept / links if links else None

    recall, precision = found(key, response), found(response, key)
    if recall is None and precision is None:
        return 1.0
    return _f1(recall or 0.0, precision or 0.0)


def _b_cubed(key: Clusters[Member], response: Clusters[Member]) -> float:
    def found(one: Clusters[Member], other: Clusters[Member]) -> float:
        owner, total, members = _owner(other), 0.0, 0
        for cluster in one:
            parts = Counter(owner[member] for member in cluster if member in owner)
            total += sum(count * count for count in parts.values()) / len(cluster)
            members += len(cluster)
        return total / members if members else 1.0

    return _f1(found(key, response), found(response, key))


def _ceaf(key: Clusters[Member], response: Clusters[Member]) -> float:
    graph: networkx.Graph[tuple[str, int]] = networkx.Graph()
    owner = _owner(response)
    for i, cluster in enumerate(key):
        for j, common in Counter(owner[member] for member in cluster if member in owner).items():
            graph.add_edge(("key", i), ("response", j), weight=2 * common / (len(cluster) + len(response[j])))
    aligned = 0.0
    for part in networkx.connected_components(graph):
        inside = graph.subgraph(part)
        aligned += sum(inside.edges[edge]["weight"] for edge in networkx.max_weight_matching(inside))
    return _f1(_share(aligned, key), _share(aligned, response))


def _share(aligned: float, of: Clusters[Member]) -> float:
    return aligned / len(of) if of else 1.0
