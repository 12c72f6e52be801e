#!/usr/bin/env python3
"""Figures of the window on a profile: cold start, rest, scrolling, load.

    tests/bench/window.py PROFILE [--runs N] [--seconds S] [--only start,rest,scroll,load]

Times of the start are counted from the moment the program is asked for. Prints one JSON value a
figure. Uses the display there is, else the offscreen platform with the software renderer.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BIN = os.environ.get("DREAM_BIN", os.path.join(ROOT, "build", "release", "bin"))


def lines(profile, what, seconds):
    """Every line the program says, with the milliseconds since it was asked for."""
    began = time.monotonic()
    command = [os.path.join(BIN, "dreamscope"), "--profile", profile, "--page", "dreams", "--measure", what,
               "--seconds", str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        for line in program.stdout:
            yield (time.monotonic() - began) * 1e3, json.loads(line)
        if program.wait(60) != 0:
            sys.exit(f"{what}: exit {program.returncode}")


def say(name, value, unit, **conditions):
    print(json.dumps({"name": name, "value": round(value, 2), "unit": unit, **conditions}), flush=True)


def start(profile, runs):
    seen = {}
    rows = 0
    for _ in range(runs):
        for at, said in lines(profile, "start", 0):
            seen.setdefault(said["at"], []).append(at)
            rows = said.get("rows", rows)
            if "residentMb" in said:
                seen.setdefault("residentMb", []).append(said["residentMb"])
    for name, what in (("frame", "first frame"), ("rows", "all rows loaded"), ("shown", "list shown")):
        say(what, statistics.median(seen[name]), "ms", runs=runs, most=round(max(seen[name]), 1), rows=rows)
    say("memory then", statistics.median(seen["residentMb"]), "MB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("profile")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--only", default="start,rest,scroll,load")
    asked = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    for what in asked.only.split(","):
        if what == "start":
            start(asked.profile, asked.runs)
            continue
        for _, said in lines(asked.profile, what, asked.seconds):
            if "at" in said:
                continue
            print(json.dumps({"name": what, **said}), flush=True)


if __name__ == "__main__":
    main()
