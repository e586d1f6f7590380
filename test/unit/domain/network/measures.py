"""The measures of graphs as networkx gives them: one graph a line on standard input, its measures a line on output.

A graph is {"people": n, "contacts": [[from, to, directed], ...]}, people numbered from 0.

The values that the tests keep were made by the same: `--fixture` takes some well-known graphs and some odd ones,
`--messages FILE` a CSV of from,to,… whose people are numbered as they come, and keeps every tenth person's values.
"""

import csv
import json
import math
import sys

import networkx as nx


def measures(graph):
    people = range(graph["people"])
    ties, reached, paths = nx.Graph(), nx.DiGraph(), nx.DiGraph()
    for network in (ties, reached, paths):
        network.add_nodes_from(people)
    for one, other, directed in graph["contacts"]:
        ties.add_edge(one, other)
        paths.add_edge(one, other)
        if directed:
            reached.add_edge(one, other)
        else:
            paths.add_edge(other, one)
    of_each = {
        "degree": dict(ties.degree()),
        "in": dict(reached.in_degree()),
        "out": dict(reached.out_degree()),
        "betweenness": nx.betweenness_centrality(paths),
        "constraint": nx.constraint(ties),
        "effectiveSize": nx.effective_size(ties),
    }
    return {
        **{name: [known(values[person]) for person in people] for name, values in of_each.items()},
        # networkx says 0 where there are no pairs, and refuses where there are no edges.
        "density": nx.density(paths) if graph["people"] > 1 else None,
        "reciprocity": nx.overall_reciprocity(reached) if reached.size() > 0 else None,
        "components": sorted(sorted(part) for part in nx.connected_components(ties)),
        "isolates": nx.number_of_isolates(ties),
    }


def modularity(graph):
    ties = nx.Graph()
    ties.add_nodes_from(range(graph["people"]))
    ties.add_edges_from((one, other) for one, other, _ in graph["contacts"])
    if ties.size() == 0:
        return {"modularity": None, "louvain": None}
    found = nx.community.louvain_communities(ties, seed=1)
    return {
        "modularity": nx.community.modularity(ties, graph["parts"]),
        "louvain": nx.community.modularity(ties, found),
    }


def known(value):
    return None if math.isnan(value) else value


def famous():
    mixed = nx.gnp_random_graph(30, 0.12, seed=3, directed=True)
    graphs = {
        "karate club": (nx.karate_club_graph(), 0),
        "Florentine families": (nx.florentine_families_graph(), 0),
        "star": (nx.star_graph(9), 0),
        "path": (nx.path_graph(7, create_using=nx.DiGraph), 1),
        "two cliques and a bridge": (nx.barbell_graph(6, 1), 0),
        "random, directed": (nx.gnp_random_graph(40, 0.08, seed=1, directed=True), 1),
        "random, sparse": (nx.gnp_random_graph(40, 0.03, seed=2, directed=True), 1),
        "nobody in contact": (nx.empty_graph(5), 0),
        "directions partly known": (mixed, None),
    }
    for name, (network, directed) in graphs.items():
        network = nx.convert_node_labels_to_integers(network)
        contacts = [
            [one, other, directed if directed is not None else (one + other) % 2] for one, other in network.edges()
        ]
        yield {"name": name, "people": network.number_of_nodes(), "contacts": contacts}


def messages(path):
    numbers = {}
    with open(path, newline="") as file:
        rows = [(row["from"], row["to"]) for row in csv.DictReader(file)]
    contacts = [[*(numbers.setdefault(name, len(numbers)) for name in row), 1] for row in rows]
    return {"people": len(numbers), "contacts": contacts}


def thinned(found):
    each = ("degree", "in", "out", "betweenness", "constraint", "effectiveSize")
    return {
        name: values[::10] if name in each else [len(part) for part in values] if name == "components" else values
        for name, values in found.items()
    }


if __name__ == "__main__":
    if "--fixture" in sys.argv:
        lines = [json.dumps({**graph, "measures": measures(graph)}) for graph in famous()]
        print("[\n" + ",\n".join(lines) + "\n]")
    elif "--messages" in sys.argv:
        print(json.dumps(thinned(measures(messages(sys.argv[-1])))))
    elif "--version" in sys.argv:
        print(nx.__version__)
    else:
        answer = modularity if "--modularity" in sys.argv else measures
        for line in sys.stdin:
            print(json.dumps(answer(json.loads(line))))
