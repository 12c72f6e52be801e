#!/usr/bin/env python3
"""qmllint over every file of qml/, one by one; each warning is an error. Version 6.4.2 crashes now and
then, on the same file not every time, so a crash is tried again; a file that crashes it every time is
named as not judged, and more than a few of those fail. Files
in qmldebts.txt may still have warnings; one of them that is clean must be taken off the list.
Usage: qmllint.py QMLLINT SOURCE BUILD"""
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

lint, source, build = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
owed = {line.strip() for line in (source / "tests/house/qmldebts.txt").read_text().splitlines()
        if line.strip() and not line.startswith("#")}
resources = [argument for one in sorted((build / "qml/.rcc").glob("*.qrc")) for argument in ("--resource", str(one))]
tries_max = 12
unjudged_max = 4


def check(file):
    for _ in range(tries_max):
        done = subprocess.run([lint, "--bare", "-I", str(build / "qml"), "-I", sys.argv[4]] + resources + [str(file)],
                              capture_output=True, text=True, timeout=120)
        if done.returncode >= 0:
            break
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("Warning", "Error"))]
    if done.returncode < 0:
        said = None
    elif done.returncode and not said:
        said.append("qmllint ended with %d" % done.returncode)
    return str(file.relative_to(source)), said


if not (build / "qml/DreamScope/Ui/qmldir").exists():
    print("not ok: the qml modules are not built")
    sys.exit(1)
bad, unjudged = [], []
with ThreadPoolExecutor(2) as pool:
    for name, said in pool.map(check, sorted((source / "qml").rglob("*.qml"))):
        if said is None:
            unjudged.append(name)
        elif said and name not in owed:
            bad += ["%s: %s" % (name, line) for line in said]
        elif not said and name in owed:
            bad.append("%s is clean: take it off tests/house/qmldebts.txt" % name)
for name in sorted(owed):
    if not (source / name).exists():
        bad.append("%s is not there: take it off tests/house/qmldebts.txt" % name)
for name in unjudged:
    print("not judged, the tool crashes on it: %s" % name)
if len(unjudged) > unjudged_max:
    bad.append("too many files were not judged")
for line in bad:
    print("not ok", line)
print("%d files owed, %d not judged" % (len(owed), len(unjudged)))
sys.exit(1 if bad else 0)
