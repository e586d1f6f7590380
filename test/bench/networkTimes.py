"""How long networkx takes for the measures of a program file's network, in milliseconds.

Counted from when the rows are read. Betweenness is counted from some people only and multiplied up, since it takes as
long from each; structural holes, which take it longest, are left out.
"""

import random
import sqlite3
import sys
import time
from collections import Counter

import networkx as nx

sources = 40


def crossing(ties, group):
    known = [(group[one], group[other]) for one, other in ties.edges() if group[one] and group[other]]
    external = sum(one != other for one, other in known)
    return (2 * external - len(known)) / len(known)


def gini(amounts):
    amounts = sorted(amounts)
    ranked = sum((place + 1) * amount for place, amount in enumerate(amounts))
    return 2 * ranked / (len(amounts) * sum(amounts)) - (len(amounts) + 1) / len(amounts)


def main():
    file = sqlite3.connect(sys.argv[1])
    rows = file.execute("SELECT from_id, to_id, directed FROM interactions").fetchall()
    members = file.execute("SELECT id, location, department FROM members").fetchall()

    begun = time.perf_counter()
    ties, reached, paths = nx.Graph(), nx.DiGraph(), nx.DiGraph()
    for network in (ties, reached, paths):
        network.add_nodes_from(id for id, _, _ in members)
    contacts = Counter()
    for one, other, directed in rows:
        contacts[one] += 1
        contacts[other] += 1
        ties.add_edge(one, other)
        paths.add_edge(one, other)
        if directed:
            reached.add_edge(one, other)
        else:
            paths.add_edge(other, one)
    nx.density(paths)
    nx.overall_reciprocity(reached)
    nx.number_connected_components(ties)
    nx.number_of_isolates(ties)
    dict(ties.degree()), dict(reached.in_degree()), dict(reached.out_degree())
    crossing(ties, {id: location for id, location, _ in members})
    crossing(ties, {id: department for id, _, department in members})
    gini(contacts.values())
    built = time.perf_counter()
    nx.betweenness_centrality(paths, k=sources, seed=random.Random(1))
    ended = time.perf_counter()
    print(1000 * (built - begun + (ended - built) * len(paths) / sources))


if __name__ == "__main__":
    main()
