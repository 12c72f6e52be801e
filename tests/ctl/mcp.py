#!/usr/bin/env python3
"""dreamctl mcp over pipes, as another program meets it: handshake, every tool, every refusal, bad
lines, limits, cancelling, kills. Usage: mcp.py PATH-OF-DREAMCTL"""
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

CTL = sys.argv[1]
NEWEST = "2025-11-25"
TOOLS = ["submit_dream", "dream_results", "search", "verify_receipt", "run_capability"]
LIMIT = 1 << 20
passed = failed = 0


def check(name, is_kept, *shown):
    global passed, failed
    passed += bool(is_kept)
    failed += not is_kept
    print(("ok " if is_kept else "not ok ") + name, *([] if is_kept else [str(s)[:600] for s in shown]),
          flush=True)


def ctl(profile, *words):
    done = subprocess.run([CTL, "--profile", str(profile), "--json", *map(str, words)],
                          capture_output=True, timeout=120)
    return json.loads(done.stdout or b"null")


class Talk:
    """One conversation. Every line the program says has to be one JSON value."""

    def __init__(self, profile, *options, version=NEWEST):
        self.process = subprocess.Popen([CTL, "--profile", str(profile), "mcp", *map(str, options)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE)
        self.said, self.errors, self.number = queue.Queue(), [], 0
        self.readers = [threading.Thread(target=read, daemon=True) for read in (self.read, self.log)]
        for reader in self.readers:
            reader.start()
        if version:
            self.agreed = self.ask("initialize", protocolVersion=version, capabilities={},
                                   clientInfo={"name": "story", "version": "1"})
            self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def read(self):
        for line in self.process.stdout:
            try:
                self.said.put(json.loads(line))
            except ValueError:
                check("only JSON is said", False, line)

    def log(self):
        self.errors += self.process.stderr.readlines()

    def raw(self, line):
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def send(self, message):
        self.raw(json.dumps(message).encode())

    def start(self, method, **params):
        self.number += 1
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        return self.number

    def hear(self, seconds=60):
        try:
            return self.said.get(timeout=seconds)
        except queue.Empty:
            return {}

    def ask(self, method, **params):
        number = self.start(method, **params)
        answer = self.hear()
        if answer.get("id") != number or answer.get("jsonrpc") != "2.0":
            check(f"{method} is answered under its id", False, answer)
        return answer

    def tool(self, name, **arguments):
        """The structured result, and the code of its refusal or nothing."""
        result = self.ask("tools/call", name=name, arguments=arguments).get("result", {})
        found = result.get("structuredContent", {})
        refusal, text = found.get("refusal"), result.get("content", [{}])[0].get("text", "")
        is_whole = refusal["code"] in text and refusal["sentence"] in text if refusal else json.loads(text) == found
        if not is_whole or result.get("isError") != bool(refusal):
            check(f"{name} says the same as text", False, result)
        return found, refusal["code"] if refusal else None

    def fails(self, line, code, word):
        """What a bad line is answered with."""
        self.raw(line if isinstance(line, bytes) else json.dumps(line).encode())
        answer = self.hear()
        error = answer.get("error", {}) if isinstance(answer, dict) else {}
        check(f"{code} {word}", error.get("code") == code and error.get("data", {}).get("code") == word
              and error.get("message"), answer)

    def end(self):
        self.process.stdin.close()
        code = self.process.wait(timeout=60)
        for reader in self.readers:
            reader.join()
        return code


def tell_of_shaking_hands(home):
    for version in (NEWEST, "2025-06-18", "2025-03-26", "1999-01-01"):
        talk = Talk(home / "hands", version=version)
        agreed = talk.agreed["result"]
        wanted = NEWEST if version.startswith("1999") else version
        check(f"asked for {version}, {wanted} is spoken", agreed["protocolVersion"] == wanted
              and agreed["serverInfo"]["name"] == "dreamctl" and "tools" in agreed["capabilities"], agreed)
        check("the end of the input is the end, with 0", talk.end() == 0 and talk.said.empty())
    talk = Talk(home / "hands", version=None)
    check("a ping may come first", talk.ask("ping").get("result") == {})
    talk.fails({"jsonrpc": "2.0", "id": 90, "method": "tools/list"}, -32600, "mcp.notReady")
    talk.fails({"jsonrpc": "2.0", "id": 91, "method": "tools/call", "params": {"name": "search"}}, -32600,
               "mcp.notReady")
    talk.fails({"jsonrpc": "2.0", "id": 92, "method": "initialize", "params": {"protocolVersion": NEWEST}},
               -32602, "mcp.badRequest")
    hello = {"jsonrpc": "2.0", "id": 93, "method": "initialize", "params": {
        "protocolVersion": NEWEST, "capabilities": {}, "clientInfo": {"name": "story", "version": "1"}}}
    talk.send(hello)
    check("then it is initialized", "result" in talk.hear())
    talk.fails(hello, -32600, "mcp.notReady")
    check("and still ends with 0", talk.end() == 0)


def tell_of_bad_lines(home):
    talk = Talk(home / "hands")
    for line in (b"{", b"nonsense", b'{"jsonrpc":"2.0","id":1,"method":"ping"} {}', b'"\xff\xfe"',
                 b"[" * 100 + b"]" * 100):
        talk.fails(line, -32700, "mcp.notJson")
    for line in ({"id": 1, "method": "ping"}, {"jsonrpc": "1.0", "id": 1, "method": "ping"}, 7,
                 {"jsonrpc": "2.0", "id": 1}, {"jsonrpc": "2.0", "id": None, "method": "ping"},
                 {"jsonrpc": "2.0", "id": 1.5, "method": "ping"}, {"jsonrpc": "2.0", "id": 1, "method": 3},
                 [{"jsonrpc": "2.0", "id": 1, "method": "ping"}]):
        talk.fails(line, -32600, "mcp.badRequest")
    talk.fails({"jsonrpc": "2.0", "id": 1, "method": "resources/list"}, -32601, "mcp.unknownMethod")
    call = {"jsonrpc": "2.0", "id": 2, "method": "tools/call"}
    for params in ({}, {"name": 3}, {"name": "search", "arguments": []}):
        talk.fails({**call, "params": params}, -32602, "mcp.badRequest")
    talk.fails({**call, "params": [1]}, -32602, "mcp.badRequest")
    talk.fails({**call, "params": {"name": "walk"}}, -32602, "mcp.unknownTool")
    talk.fails({**call, "method": "tools/list", "params": {"cursor": "2"}}, -32602, "mcp.badRequest")
    ping = b'{"jsonrpc":"2.0","id":"p","method":"ping"}'
    talk.raw(ping + b" " * (LIMIT - len(ping)))
    check("a line as long as it may be is read", talk.hear().get("id") == "p")
    talk.fails(ping + b" " * (LIMIT - len(ping) + 1), -32600, "mcp.lineTooLong")
    talk.fails(b"x" * (3 * LIMIT), -32600, "mcp.lineTooLong")
    for quiet in ({"jsonrpc": "2.0", "method": "notifications/unheardOf"}, {"jsonrpc": "2.0", "id": 5, "result": {}},
                  {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 4711}}):
        talk.send(quiet)
    talk.raw(b"")
    talk.raw(ping + b"\r")
    check("after all that it still answers, and nothing else", talk.hear().get("id") == "p"
          and talk.said.empty())
    check("bad lines leave 0", talk.end() == 0)


def tell_of_batches(home):
    talk = Talk(home / "hands", version="2025-03-26")
    one = {"jsonrpc": "2.0", "id": "a", "method": "ping"}
    call = {"jsonrpc": "2.0", "id": "b", "method": "tools/call", "params": {
        "name": "search", "arguments": {"text": "beans"}}}
    talk.send([one, {"jsonrpc": "2.0", "method": "notifications/initialized"}, call, 7])
    answers = talk.hear()
    check("a batch of the older revision is answered as one", isinstance(answers, list) and sorted(
        str(a["id"]) for a in answers) == ["None", "a", "b"], answers)
    talk.fails([], -32600, "mcp.badRequest")
    talk.fails([one] * 65, -32600, "mcp.batchTooLarge")
    talk.send([one] * 64)
    check("64 go into one", len(talk.hear()) == 64)
    check("batches leave 0", talk.end() == 0)


def tell_of_tools(home):
    talk = Talk(home / "a")
    tools = talk.ask("tools/list")["result"]["tools"]
    check("five tools, each with schemas and words", [t["name"] for t in tools] == TOOLS and all(
        t["inputSchema"]["type"] == "object" and t["outputSchema"]["type"] == "object" and t["description"]
        and t["inputSchema"]["additionalProperties"] is False for t in tools), tools)
    text = "A garden on the roof. Rain barrels feed the beans. Plant 12 beans with Anna on 3 May."
    dream, code = talk.tool("submit_dream", text=text, title="Roof garden", kind="goal", tags=["roof", "beans"])
    check("a submitted dream is worked", code is None and dream["isDone"] and dream["state"] == "understood"
          and dream["title"] == "Roof garden" and len(dream["receipts"]) > 10 and not dream["repeated"], dream)
    again, code = talk.tool("submit_dream", text=text)
    check("the same text is not written twice", again["repeated"] and again["id"] == dream["id"]
          and again["receipts"] == dream["receipts"], code)
    results, code = talk.tool("dream_results", id=dream["id"].lower())
    check("its results are read back", code is None and results["artefacts"] == dream["artefacts"])
    body, code = talk.tool("dream_results", id=dream["id"], content=results["body"])
    check("and its text", body.get("content") == text, body)
    card = next(a for a in results["artefacts"] if a["name"] == "card")
    shown, code = talk.tool("dream_results", id=dream["id"], content=card["digest"])
    check("and what an agent made", "<svg" in shown.get("content", "")
          and len(shown["content"].encode()) == card["bytes"], shown)
    found, code = talk.tool("search", text="barrels", limit=3)
    check("it is found by its words", [d["id"] for d in found["dreams"]] == [dream["id"]], found)
    run, code = talk.tool("run_capability", capability="tag-text", agent="lucid", dream=dream["id"])
    check("one step is run on it", code is None and run["isDone"] and len(run["receipts"]) == 1
          and run["receipts"][0]["capability"] == "tag-text" and run["receipts"][0]["outcome"] == "done", run)
    for thing, count in ((dream["id"], len(dream["receipts"]) + 1), (run["task"], 1)):
        verdict, code = talk.tool("verify_receipt", id=thing)
        check("its receipts hold, under this profile's own key", verdict["good"] and verdict["signerKnown"]
              and verdict["facts"] == verdict["receipts"] == count, verdict, count)
    check("the tools leave 0", talk.end() == 0)
    check("logs go to standard error", any(b"mcp: " in line for line in talk.errors))
    ctl(home / "a", "export", "receipts", "--out", home / "receipts.json")
    check("verify and replay after it", ctl(home / "a", "verify")["good"]
          and ctl(home / "a", "replay", "--check")["equal"])
    return dream


def tell_of_refusals(home, dream):
    talk = Talk(home / "a")

    def refuses(code, name, **arguments):
        found, said = talk.tool(name, **arguments)
        check(f"{name} refuses: {code}", said == code, said, found)
        return found

    id, nobody = dream["id"], "0000000000001"
    refuses("mcp.badArguments", "submit_dream")
    refuses("mcp.badArguments", "submit_dream", text="")
    refuses("mcp.badArguments", "submit_dream", text=7)
    refuses("mcp.badArguments", "submit_dream", text="x", kind="walk")
    refuses("mcp.badArguments", "submit_dream", text="x", tags="roof")
    refuses("mcp.badArguments", "submit_dream", text="x", tags=["a"] * 33)
    refuses("mcp.badArguments", "submit_dream", text="x", wait=601)
    refuses("mcp.badArguments", "submit_dream", text="x", wait=True)
    refuses("mcp.badArguments", "submit_dream", text="x", batch=3)
    bad = refuses("mcp.badArguments", "search", text="x", **{"\u00e4" * 40: 1})
    check("a long name is cut between its letters", "\u00e4" * 32 + "." in bad["refusal"]["sentence"], bad)
    refuses("mcp.badArguments", "search", text="x", limit=0)
    refuses("mcp.badArguments", "search", text="x", archived="yes")
    refuses("mcp.badArguments", "dream_results", id="short")
    refuses("mcp.badArguments", "dream_results", id=id, content="00")
    refuses("mcp.badArguments", "verify_receipt")
    refuses("mcp.badArguments", "verify_receipt", id=id, bundle="{}")
    refuses("dreams.unknown", "dream_results", id=nobody)
    refuses("mcp.unknownContent", "dream_results", id=id, content="0" * 64)
    refuses("lucid.binary", "submit_dream", text="a\0b")
    refuses("lucid.empty", "submit_dream", text=" \n ")
    refuses("mcp.nothingSigned", "verify_receipt", id=nobody)
    refuses("superspine.unknownCapability", "run_capability", capability="fly", dream=id)
    refuses("agentregistry.unknown", "run_capability", capability="tag-text", dream=id, agent="nobody")
    refuses("superspine.cannot", "run_capability", capability="tag-text", dream=id, agent="canvas")
    refuses("dreams.unknown", "run_capability", capability="tag-text", dream=nobody)
    failed_step = refuses("superspine.notDone", "run_capability", capability="render-chart",
                          agent="canvas", dream=id)
    check("a step that fails shows each attempt", [r["outcome"] for r in failed_step["receipts"]] == ["faulted"] * 4,
          failed_step)
    bundle = (home / "receipts.json").read_text()
    good, _ = talk.tool("verify_receipt", bundle=bundle)
    check("an exported bundle holds, its signer named", good["good"] and good["facts"] > 10
          and not good["signerKnown"], good)
    check("and holds with its key", talk.tool("verify_receipt", bundle=bundle, key=good["signer"])[0]["signerKnown"])
    check("and not with another", not talk.tool("verify_receipt", bundle=bundle, key="abandon ability able about above absent absorb abstract")[0]["good"])
    at = len(bundle) // 2
    changed = bundle[:at] + ("0" if bundle[at] != "0" else "1") + bundle[at + 1:]
    check("a changed byte of it is found", not talk.tool("verify_receipt", bundle=changed)[0]["good"])
    check("refusals leave 0", talk.end() == 0)


def tell_of_limits(home):
    talk = Talk(home / "limits")
    long, _ = talk.tool("submit_dream", text="beans\n" * 90_000, wait=0)
    check("who does not wait gets the id at once", long["id"] and not long["isDone"], long)
    body = talk.tool("dream_results", id=long["id"])[0]["body"]
    answer, code = talk.tool("dream_results", id=long["id"], content=body)
    check("an answer that is too large is refused", code == "mcp.resultTooLarge", code)
    talk.end()
    # A step that faults is tried again, now so late that who waits for it has to be told.
    ctl(home / "limits", "send", "superspine.configure", "backoff=300000000")
    talk = Talk(home / "limits")
    step = {"name": "run_capability", "arguments": {
        "capability": "render-chart", "agent": "canvas", "dream": long["id"], "wait": 600}}
    first = [talk.start("tools/call", **step) for _ in range(16)]
    again = {"jsonrpc": "2.0", "id": first[0], "method": "tools/call", "params": step}
    talk.fails(again, -32600, "mcp.idInUse")
    talk.fails({**again, "id": "17th"}, -32600, "mcp.tooManyCalls")
    check("a ping is answered meanwhile", talk.ask("ping").get("result") == {})
    for number in first[1:]:
        talk.send({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": number}})
    time.sleep(1)
    check("who cancelled makes room", talk.tool("search", text="zebra")[1] is None)
    os.kill(talk.process.pid, signal.SIGTERM)
    left = talk.hear()
    check("told to end, it answers who waits, and nobody who cancelled", left.get("id") == first[0]
          and not left["result"]["structuredContent"]["isDone"], left)
    check("with 0", talk.process.wait(timeout=60) == 0 and talk.said.empty())
    talk.end()
    check("verify after being told to end", ctl(home / "limits", "verify")["good"])


def tell_of_kills(home):
    profile = home / "killed"
    talk, ids = Talk(profile), []
    for number in range(5):
        ids.append(talk.tool("submit_dream", text=f"Plan {number}: water the beans at {number} o'clock.", wait=0)[0]["id"])
    talk.process.kill()
    talk.process.wait()
    talk.end()
    talk = Talk(profile)
    for id in ids:
        found, code = talk.tool("dream_results", id=id, wait=60)
        check("what was answered before a kill is worked after it", code is None and found["isDone"]
              and found["state"] == "understood", found)
    again, _ = talk.tool("submit_dream", text="Plan 3: water the beans at 3 o'clock.")
    check("and asked again it is the same", again["repeated"] and again["id"] == ids[3], again)
    tasks = [(r["capability"], r["agent"], r["task"]) for r in again["receipts"] if r["outcome"] == "done"]
    check("each step was done once", len(tasks) == len(set(tasks)) > 10)
    busy = subprocess.run([CTL, "--profile", str(profile), "mcp"], input=b"", capture_output=True, timeout=60)
    check("one profile has one writer: said on standard error alone", busy.returncode == 2
          and busy.stdout == b"" and b"profile.busy" in busy.stderr, busy)
    check("kills leave 0", talk.end() == 0)
    check("verify and replay after a kill", ctl(profile, "verify")["good"]
          and ctl(profile, "replay", "--check")["equal"])


def tell_of_people(home):
    profile, secret = home / "people", home / "secret"
    secret.write_text("a long enough one\n")
    ctl(profile, "person", "add", "ada", "--name", "Ada", "--passphrase-from", secret)
    for who, options, code in (("ada", [], "identity.locked"), ("eve", [], "identity.notYours"),
                               ("ada", ["--passphrase-from", secret], None)):
        talk = Talk(profile, "--as", who, *options)
        said = [talk.tool("submit_dream", text=f"{who} dreams of a garden with beans.")[1],
                talk.tool("search", text="garden")[1]]
        check(f"--as {who} {'unlocked' if options else 'as they are'}: {code}", said == [code, code], said)
        talk.end()
    authors = [d["author"] for d in ctl(profile, "rows", "dreams.dreams")]
    check("what she wrote is hers", authors == ["ada"], authors)
    talk = Talk(profile, "--as", "ada", "--passphrase-from", secret)
    id = talk.tool("search", text="garden")[0]["dreams"][0]["id"]
    talk.end()
    ctl(profile, "send", "rbac.addRule", "who=ada", "command=superspine.submit", "effect=deny")
    talk = Talk(profile, "--as", "ada", "--passphrase-from", secret)
    _, code = talk.tool("run_capability", capability="tag-text", agent="lucid", dream=id)
    check("what the gate denies is denied here", code == "rbac.deniedByRule", code)
    talk.end()


def main():
    home = Path(tempfile.mkdtemp(prefix="dreammcp-"))
    try:
        tell_of_shaking_hands(home)
        tell_of_bad_lines(home)
        tell_of_batches(home)
        dream = tell_of_tools(home)
        tell_of_refusals(home, dream)
        tell_of_limits(home)
        tell_of_kills(home)
        tell_of_people(home)
    finally:
        if os.environ.get("KEEP") != "1":
            shutil.rmtree(home, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
