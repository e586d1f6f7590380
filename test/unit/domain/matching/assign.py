"""Assigns mentees to the places of mentors with scipy: a problem a line as JSON, an answer a line."""
import json
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

if "--version" in sys.argv:
    sys.exit(0)

for line in sys.stdin:
    problem = json.loads(line)
    fits = numpy.array(problem["fits"], dtype=float).reshape(problem["mentees"], problem["mentors"])
    places = numpy.repeat(fits, problem["capacity"], axis=1)
    # One more served counts for more than all fits can; whom nobody may have is like nobody.
    bonus = 2.0 * (problem["mentees"] + 1) * 1_000_000
    worth = numpy.where(places < 0, 0, places + bonus)
    times = []
    for _ in range(problem.get("rounds", 1)):
        begun = time.perf_counter()
        rows, columns = linear_sum_assignment(worth, maximize=True)
        times.append((time.perf_counter() - begun) * 1000)
    chosen = places[rows, columns]
    chosen = chosen[chosen >= 0]
    print(json.dumps({"served": len(chosen), "total": int(chosen.sum()), "milliseconds": times}), flush=True)
