#!/usr/bin/python3
# Makes pagerank.json: PageRank by igraph (Debian's python3-igraph) on seeded directed graphs with
# weights, self-links and nodes without links, as an independent second opinion.
import json
import random

import igraph

cases = []
for seed in range(12):
    chance = random.Random(seed)
    count = chance.choice([3, 10, 40, 200])
    edges = [(chance.randrange(count), chance.randrange(count // 2 + 1), chance.randint(1, 9))
             for _ in range(count * chance.choice([1, 3]))]
    graph = igraph.Graph(n=count, edges=[edge[:2] for edge in edges], directed=True)
    ranks = graph.pagerank(damping=0.85, weights=[edge[2] for edge in edges],
                           implementation="prpack")
    cases.append({"count": count, "edges": edges, "ranks": ranks})
lines = ",\n".join(json.dumps(case) for case in cases)
print(f'{{"igraph": "{igraph.__version__}", "cases": [\n{lines}\n]}}')
