#!/usr/bin/env python3
"""dreamctl from outside: a folder of labelled texts goes in, twice, into two profiles, through
interrupts and kills; bytes are changed, pages dropped, a dream erased. Every promise is one check.
Usage: story.py PATH-OF-DREAMCTL PATH-OF-TEXTS.jsonl"""
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CTL, TEXTS = sys.argv[1], sys.argv[2]
passed = failed = 0


def check(name, is_kept, *shown):
    global passed, failed
    passed += bool(is_kept)
    failed += not is_kept
    print(("ok " if is_kept else "not ok ") + name, *([] if is_kept else shown), flush=True)


def run(profile, *words, code=0, stdin=None):
    head = [CTL] + (["--profile", str(profile)] if profile else []) + ["--json"]
    done = subprocess.run(head + [str(w) for w in words], capture_output=True, input=stdin, timeout=120)
    if code is not None and done.returncode != code:
        check(f"exit {code} of {words[0]}", False, done.returncode, done.stderr[-400:])
    try:
        return json.loads(done.stdout or b"null")
    except ValueError:
        check(f"one JSON value from {words[0]}", False, done.stdout[:200])
        return None


def made(results, without=None):
    """What the agents made, without ids and times: file to its artefacts."""
    return {r["file"]: sorted((a["agent"], a["capability"], a["name"], a["digest"])
                              for a in r["artefacts"] if a["agent"] != without)
            for r in results if "artefacts" in r}


def difference(a, b):
    return [(f, [x[:3] for x in set(map(tuple, a.get(f, []))) ^ set(map(tuple, b[f]))]) for f in b
            if a.get(f) != b[f]][:3]


def fill(folder):
    """Some texts of every form, with near copies, and what cannot be worked."""
    folder.mkdir()
    counts, copies, words = {}, {}, {}
    rows = [json.loads(line) for line in open(TEXTS, encoding="utf-8")]
    for row in rows:
        form = row.get("form") or "copy"
        origin = row.get("nearCopyOf")
        if origin and len(copies) < 6:
            copies[row["id"]] = origin
    for row in rows:
        form = row["form"]
        is_wanted = row["id"] in copies or row["id"] in copies.values()
        if is_wanted or counts.get(form, 0) < 6:
            counts[form] = counts.get(form, 0) + (not is_wanted)
            (folder / (row["id"] + ".md")).write_text(row["text"], encoding="utf-8")
            words[row["id"]] = form
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "empty.md").write_text("")
    return words, copies


def stop_part_way(profile, folder, how):
    """Starts a run and ends it while it works; True when it was really under way."""
    process = subprocess.Popen([CTL, "--profile", str(profile), "--json", "dream", str(folder)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end, count = time.monotonic() + 20, 0
    while time.monotonic() < end and process.poll() is None and count < 5:
        time.sleep(0.02)
        try:
            with sqlite3.connect(f"file:{profile}/journal.db?mode=ro", uri=True) as db:
                count = db.execute("select count(*) from page").fetchone()[0] - 12
        except sqlite3.Error:
            pass
    under_way = process.poll() is None
    process.send_signal(how)
    process.wait(timeout=30)
    return under_way


def bytes_of(profile):
    return b"".join(p.read_bytes() for p in Path(profile).rglob("*") if p.is_file())


def damage(profile, change):
    """A copy of the profile, with something done to its journal; what verify says then."""
    copy = Path(str(profile) + ".damaged")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(profile, copy)
    with sqlite3.connect(copy / "journal.db") as db:
        change(db)
    db.close()
    done = subprocess.run([CTL, "--profile", str(copy), "--json", "verify", "--witness",
                           str(profile / "tip.json")], capture_output=True)
    said = json.loads(done.stdout)
    return done.returncode, " ".join(f["where"] + ": " + f["what"] for f in said["findings"])


def flip(db, table, column, where):
    row, old = db.execute(f"select rowid, {column} from {table} {where}").fetchone()
    new = bytearray(old)
    new[len(new) // 2] ^= 1
    db.execute(f"update {table} set {column}=? where rowid=?", (bytes(new), row))


def tell_of_work(home, folder, forms, copies):
    a, b = home / "a", home / "b"
    first = run(a, "dream", folder, code=2)
    refused = {Path(r["file"]).name: r["refusal"] for r in first if "refusal" in r}
    check("every file is worked or refused with a reason", set(refused) == {"binary.txt", "empty.md"}
          and all(refused.values()) and len(first) == len(forms) + 2, refused, len(first))
    worked = {Path(r["file"]).stem: r for r in first if "refusal" not in r}
    check("each has receipts", all(len(r["receipts"]) > 10 for r in worked.values()))
    check("receipts say who, what and when", all(
        p["agent"] and p["capability"] and p["at"] and p["outcome"] == "done" and p["inputs"]
        for r in worked.values() for p in r["receipts"]))
    nonsense = [r["scores"] for i, r in worked.items() if forms[i] == "nonsense"]
    check("nonsense scores at most 10", len(nonsense) > 3 and all(
        max(s["overall"], s["clarity"], s["coherence"], s["score"]) <= 1000 for s in nonsense),
        [s["score"] for s in nonsense])
    found = sum(worked[c]["scores"]["duplicate"] + worked[o]["scores"]["duplicate"] > 0
                for c, o in copies.items())
    check("near copies are found", found >= len(copies) - 1, found, len(copies))
    for name in ("schema", "map", "card"):
        digests = [x["digest"] for i, r in worked.items() if forms[i] != "nonsense"
                   for x in r["artefacts"] if x["name"] == name]
        floor = 0.5 if name == "schema" else 0.95
        check(f"different texts have different results: {name}",
              len(set(digests)) >= floor * len(digests), len(set(digests)), len(digests))
    check("other files, same bytes: two fresh profiles agree",
          made(run(b, "dream", folder, code=2)) == made(first))
    before = run(a, "verify")["facts"]
    second = run(a, "dream", folder, code=2)
    receipts = {r["file"]: len(r.get("receipts", [])) for r in first}
    check("a second run does nothing twice", made(second) == made(first)
          and {r["file"]: len(r.get("receipts", [])) for r in second} == receipts)
    grown = run(a, "verify")["facts"] - before
    check("and leaves the journal nearly as it was", grown < 40, grown)
    for how in (signal.SIGINT, signal.SIGKILL):
        c = home / how.name
        under_way = stop_part_way(c, folder, how)
        again = run(c, "dream", folder, code=2)
        check(f"{how.name} loses nothing, and the rest is worked once", under_way
              and made(again, "echo") == made(first, "echo")
              and {r["file"]: len(r.get("receipts", [])) for r in again} == receipts, under_way,
              difference(made(again, "echo"), made(first, "echo")))
        check(f"verify and replay after {how.name}", run(c, "verify")["good"]
              and run(c, "replay", "--check")["equal"])
    return a, worked


def tell_of_proof(home, profile, worked):
    verdict = run(profile, "verify")
    check("verify is good", verdict["good"] and verdict["facts"] > 500)
    bundle, whole, dream = home / "receipts.json", home / "all.bundle", home / "dream.json"
    one = sorted(worked.values(), key=lambda r: -len(r["title"]))[0]
    run(profile, "export", "receipts", "--out", bundle)
    run(profile, "export", "all", "--out", whole)
    run(profile, "export", "dream", one["id"], "--out", dream)
    for path in (bundle, whole, dream):
        said = run(None, "verify", path)
        check(f"{path.name} verifies without the profile", said["good"] and not said["signerKnown"]
              and "signer unknown" in said["sentence"], said["sentence"])
        check(f"{path.name} holds with its key", run(None, "verify", path, "--key", said["signer"])["good"])
        check(f"{path.name} fails with another key",
              not run(None, "verify", path, "--key", "abandon ability able about above absent absorb abstract",
                      code=1)["good"])
        content = bytearray(path.read_bytes())
        for turn in range(5):
            at = random.Random(turn).randrange(len(content))
            bad = bytearray(content)
            bad[at] ^= 1
            (home / "bad").write_bytes(bad)
            done = subprocess.run([CTL, "--json", "verify", str(home / "bad")], capture_output=True)
            check(f"a changed bit of {path.name} at {at} is found", done.returncode == 1)
    middle = "where seq = (select max(seq)/2 from page)"
    cases = [
        ("a byte of a page", lambda db: flip(db, "page", "bytes", middle), "page"),
        ("a page taken out", lambda db: db.execute(f"delete from page {middle}"), "page"),
        ("a byte of a blob", lambda db: flip(db, "blob", "bytes", "limit 1"), "blob"),
        ("the tail cut off", lambda db: db.executescript(
            "delete from page where seq > (select max(seq)-3 from page);"
            "delete from tip where pages > (select max(seq) from page)"), "witness"),
        ("two pages swapped", lambda db: db.executescript(
            "create temp table s as select max(seq)/2 as x from page;"
            "update page set seq=-1 where seq=(select x from s);"
            "update page set seq=(select x from s) where seq=(select x from s)+1;"
            "update page set seq=(select x from s)+1 where seq=-1"), "page"),
    ]
    for name, change, word in cases:
        code, said = damage(profile, change)
        check(f"{name} is named", code == 1 and word in said, code, said[:200])


def tell_of_erasing(profile, worked):
    one = sorted((r for r in worked.values() if not r["scores"]["duplicate"] and "c" not in Path(
        r["file"]).stem[-1]), key=lambda r: -r["scores"]["words"])[0]
    text = Path(one["file"]).read_text(encoding="utf-8")
    words = [w for w in sorted(set(text.split()), key=len, reverse=True) if w.isascii() and w.isalpha()][:3]
    hits = run(profile, "search", words[0])
    check("search finds a word", one["id"] in [h["id"] for h in hits], words[0], len(hits))
    run(profile, "erase", one["id"])
    held = bytes_of(profile)
    sentence = max(text.split("\n"), key=len).strip().encode()[:40]
    where = [p.name for p in Path(profile).rglob("*") if p.is_file()
             and (sentence in p.read_bytes() or one["title"].encode() in p.read_bytes())]
    check("erased words are in no file", sentence not in held
          and one["title"].encode() not in held, where, one["title"], sentence)
    check("verify and replay after erasing", run(profile, "verify")["good"]
          and run(profile, "replay", "--check")["equal"])
    check("search has forgotten", one["id"] not in [h["id"] for h in run(profile, "search", words[0])])


def tell_of_words(profile, home):
    run(profile, code=64, *["walk"])
    run(profile, "send", "dreams.walk", "far=1", code=64)
    run(profile, "rows", "dreams.nothing", code=64)
    run(profile, "verify", home / "nothing.json", code=1)
    rows = run(profile, "rows", "dreams.dreams", "--limit", "3")
    check("rows are objects", len(rows) == 3 and all("id" in r and "title" in r for r in rows))
    history = run(profile, "history", rows[0]["id"])
    check("a thing has a history", isinstance(history, list) and len(history) > 5)
    systems = run(profile, "systems")
    check("systems say what they are", len(systems) >= 13 and all(
        s.get("organ") and s.get("purpose") and "commands" in s and "tables" in s for s in systems))
    typed = run(home / "typed", "dream", "-", stdin=b"Plan for the garden\n\nPlant 12 beans with Anna on 3 May.\n")
    check("a typed dream is worked", typed[0]["title"] == "Plan for the garden"
          and typed[0]["form"] != "nonsense" and typed[0]["receipts"], typed[0].get("form"))
    run(profile, "send", "dreams.erase", "dream=0000000000001", code=2)
    one, two = (run(None, "simulate", "--seeds", "2") for _ in range(2))
    check("the same seeds give the same trace", one["trace"] == two["trace"] and not one["breaches"])


def tell_of_people(home):
    """Keys, passports, rights and a token, as somebody at a terminal would."""
    profile, secret = home / "people", home / "secret"
    secret.write_text("a long enough one\n")
    owner = run(profile, "person", "add", "ada", "--name", "Ada", "--passphrase-from", secret)
    people = run(profile, "person")
    check("the first start made an owner, and somebody new has a key", owner["done"] and len(people) == 2
          and all(p["did"].startswith("did:key:z6Mk") for p in people), people)
    write = ["send", "dreams.create", "body=A garden on the roof, with beans and barrels."]
    check("a key under a passphrase is locked at the next start",
          run(profile, *write, "--as", "ada", code=2)["refusal"]["code"] == "identity.locked")
    run(profile, *write, "--as", "ada", "--passphrase-from", secret)
    check("nobody speaks for somebody who is not here",
          run(profile, *write, "--as", "eve", code=2)["refusal"]["code"] == "identity.notYours")
    refused = run(profile, "send", "rbac.addRole", "name=guest", "--as", "ada", "--passphrase-from", secret, code=2)
    said = run(profile, "may", "ada", "rbac.addRole")
    check("who may not is told so, and why", refused["refusal"]["code"] == "rbac.denied"
          and not said["isAllowed"] and said["reasons"][0]["source"] == "table", said)
    table = run(profile, "may")
    commands = [c["name"] for s in run(profile, "systems") for c in s["commands"]]
    check("the table holds every command there is", sorted(r["command"] for r in table) == sorted(commands))
    run(profile, "person", "card", "owner", "--out", home / "card.json")
    card = run(None, "person", "check", home / "card.json")
    check("a passport's card is checked offline", card["level"] == "visitor" and card["achievements"] == 1)
    changed = (home / "card.json").read_text().replace("visitor", "founder", 1)
    (home / "card.json").write_text(changed)
    run(None, "person", "check", home / "card.json", code=1)
    run(profile, "person", "wallet", "owner")
    check("the wallet of one's own key is linked", len(run(profile, "rows", "identitygrid.wallets")) == 1)
    token = run(profile, "person", "token", "script", "--scopes", "dreams.*")["token"]
    check("a token is shown once and kept nowhere", token.startswith("dst_")
          and token.encode() not in b"".join(f.read_bytes() for f in profile.iterdir() if f.is_file()))
    words = run(profile, "person", "words", "owner")["words"]
    (home / "words").write_text(words)
    run(home / "elsewhere", "person", "restore", "back", "--words-from", home / "words")
    check("twelve words give the identity back elsewhere",
          run(profile, "person")[0]["did"] in [p["did"] for p in run(home / "elsewhere", "person")])


def main():
    home = Path(tempfile.mkdtemp(prefix="dreamctl-"))
    try:
        forms, copies = fill(home / "texts")
        profile, worked = tell_of_work(home, home / "texts", forms, copies)
        tell_of_proof(home, profile, worked)
        tell_of_erasing(profile, worked)
        tell_of_words(profile, home)
        tell_of_people(home)
    finally:
        if os.environ.get("KEEP") != "1":
            shutil.rmtree(home, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
