"""Pairs people off with networkx: a pool a line as JSON, an answer a line."""
import json
import sys
import time

import networkx

if "--version" in sys.argv:
    sys.exit(0)

for line in sys.stdin:
    pool = json.loads(line)
    people, fits = pool["people"], pool["fits"]
    graph = networkx.Graph()
    graph.add_nodes_from(range(people))
    for one in range(people):
        for other in range(one + 1, people):
            fit = fits[one * people + other]
            if fit >= 0:
                graph.add_edge(one, other, weight=fit)
    begun = time.perf_counter()
    pairs = networkx.max_weight_matching(graph, maxcardinality=True)
    milliseconds = (time.perf_counter() - begun) * 1000
    total = sum(fits[one * people + other] for one, other in pairs)
    print(json.dumps({"pairs": len(pairs), "total": total, "milliseconds": milliseconds}), flush=True)
