#!/usr/bin/env python3
"""Checks the exam corpus and prints its counts. Exit code 1 if there is any fault.

Owns the rules of the format (README.md) and of the split. It never looks at an engine.
"""
import collections
import hashlib
import json
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FORMS = ["recipe", "meeting", "budget", "plan", "nightDream", "brief", "journal", "nonsense",
         "other"]
KINDS = ["idea", "goal", "brief", "journal", "nightDream"]
LANGUAGES = ["en", "de", "es", "fr"]
TOP = {"id", "language", "form", "kind", "text", "title", "labels", "schema", "nearCopyOf",
       "notCopyOf"}
LABELS = {"valence", "clarity", "keywords", "people", "dates", "amounts", "todos", "links",
          "summarySentences", "trap"}
FACTS = ["people", "dates", "amounts", "todos", "links"]
FLOOR = {"texts": 290, "en": 150, "de": 45, "es": 35, "fr": 35, "perForm": 12, "schemaPerForm": 8,
         "schemas": 75, "nearCopies": 30, "hardNonCopies": 25}
ENUMERATED = {"currency"}
# Written-out numbers that a record may hold as digits.
WORDS = {
    0.25: "1/4 ¼ quarter viertel cuarto quart",
    0.5: "1/2 ½ half halbe halber halbes media medio demi demie",
    0.75: "3/4 ¾", 1: "one a an ein eine einen un una une uno", 1.5: "1½ anderthalb",
    2: "two zwei dos deux couple", 3: "three drei tres trois", 4: "four vier cuatro quatre",
    5: "five fünf cinco cinq", 6: "six sechs seis", 7: "seven sieben siete sept",
    8: "eight acht ocho huit", 9: "nine neun nueve neuf", 10: "ten zehn diez dix",
    12: "twelve zwölf doce douze dozen", 20: "twenty zwanzig veinte vingt",
    30: "thirty dreißig treinta trente",
}

faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


def squeeze(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def stands(phrase, text):
    return phrase != "" and squeeze(phrase) in squeeze(text)


def numberStands(value, text):
    """True if the number is written in the text, as digits or as a common word."""
    for found in re.findall(r"\d[\d.,  ' ]*", text):
        digits = re.sub(r"[  ' ]", "", found).rstrip(".,")
        for plain in {digits, digits.replace(",", ""), digits.replace(",", "."),
                      digits.replace(".", ""), digits.replace(".", "").replace(",", ".")}:
            try:
                if abs(float(plain) - abs(value)) < 0.005:
                    return True
            except ValueError:
                pass
    for found in re.findall(r"\d+(?:[.,]\d+)?", text):
        if abs(float(found.replace(",", ".")) - abs(value)) < 0.005:
            return True
    lower = text.lower()
    return any(re.search(r"(?<!\w)" + re.escape(word) + r"(?!\w)", lower)
               for word in WORDS.get(abs(value), "").split())


def typeOf(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    return {str: "string", list: "array", dict: "object"}.get(type(value), "?")


def walk(where, record, spec, prefix, paths, text):
    """Collects the paths of a record and checks each value against forms.json and the text."""
    for name, value in record.items():
        path = prefix + name
        if name not in spec:
            fault(where, f"{path} is no property of this form")
            continue
        want = spec[name]["type"]
        checkValue(where, path, name, value, want, text)
        paths[path] = want
        if want != "array" or not isinstance(value, list):
            continue
        item = spec[name]["items"]
        paths[path + "[]"] = item["type"]
        if not value:
            fault(where, f"{path} is an empty array: leave it out")
        for element in value:
            if item["type"] == "object":
                walk(where, element, item["properties"], path + "[].", paths, text)
            else:
                checkValue(where, path, name, element, item["type"], text)


def checkValue(where, path, name, value, want, text):
    have = typeOf(value)
    if have != want and not (have == "integer" and want == "number"):
        fault(where, f"{path} is {have}, not {want}")
    elif have == "string":
        iso = re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
        if not iso and name not in ENUMERATED and not stands(value, text):
            fault(where, f"{path}: {value!r} does not stand in the text")
    elif have in ("integer", "number") and not numberStands(value, text):
        fault(where, f"{path}: {value} does not stand in the text")


def checkFacts(where, labels, text):
    for name in FACTS:
        if name not in labels:
            fault(where, f"labels.{name} is missing (may be empty)")
    for name in ("keywords", "people", "todos", "links", "summarySentences"):
        for phrase in labels.get(name, []):
            if not stands(phrase, text):
                fault(where, f"{name}: {phrase!r} does not stand in the text")
        if len(set(labels.get(name, []))) != len(labels.get(name, [])):
            fault(where, f"{name} has a double")
    for date in labels.get("dates", []):
        if not stands(date["text"], text):
            fault(where, f"dates: {date['text']!r} does not stand in the text")
        iso = date.get("iso")
        if iso and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", iso):
            fault(where, f"dates: {iso!r} is no ISO day")
        elif iso and not (iso[:4] in text and re.search(str(int(iso[8:])), text)):
            fault(where, f"dates: {iso} is not determined by the text")
    for amount in labels.get("amounts", []):
        if not stands(amount["text"], text):
            fault(where, f"amounts: {amount['text']!r} does not stand in the text")
        if (not re.fullmatch(r"[A-Z]{3}", amount["unit"])
                or not re.fullmatch(r"-?\d+(\.\d+)?", amount["value"])):
            fault(where, f"amounts: odd value or unit {amount}")
        elif not numberStands(float(amount["value"]), amount["text"]):
            fault(where, f"amounts: {amount['value']} is not {amount['text']!r}")


def checkLabels(where, entry):
    labels, text = entry["labels"], entry["text"]
    if set(labels) - LABELS:
        fault(where, f"unknown labels {sorted(set(labels) - LABELS)}")
    if "valence" in labels and labels["valence"] not in (-2, -1, 0, 1, 2):
        fault(where, "valence is not -2..2")
    if "clarity" in labels and labels["clarity"] not in ("low", "middle", "high"):
        fault(where, "odd clarity")
    if entry["form"] == "nonsense":
        if labels.get("clarity") != "low" or "kind" in entry:
            fault(where, "nonsense has clarity low and no kind")
        return
    if "valence" not in labels:
        fault(where, "no valence")
    if "keywords" in labels and not 3 <= len(labels["keywords"]) <= 8:
        fault(where, f"{len(labels['keywords'])} keywords")
    if "summarySentences" in labels and not 1 <= len(labels["summarySentences"]) <= 3:
        fault(where, "summarySentences are not 1 to 3")
    for sentence in labels.get("summarySentences", []):
        ends = re.search(r"(?<!\b[A-Z])(?<!\d)[.!?]['\")]? +[A-ZÄÖÜÉÈÀ¿¡]", sentence)
        if "\n" in sentence or ends:
            fault(where, f"summarySentences: more than one sentence in {sentence[:40]!r}")
    checkFacts(where, labels, text)


def checkEntry(entry, forms):
    where = entry.get("id", "?")
    if set(entry) - TOP:
        fault(where, f"unknown fields {sorted(set(entry) - TOP)}")
    if not re.fullmatch(r"(en|de|es|fr)-[A-Za-z]+-\d\d+[a-z]?", where):
        fault(where, "odd id")
    if entry["language"] not in LANGUAGES or not where.startswith(entry["language"] + "-"):
        fault(where, "language")
    if entry["form"] not in FORMS or entry.get("kind", "idea") not in KINDS:
        fault(where, "form or kind")
    if not entry["text"].strip() or len(entry["text"]) > 10000:
        fault(where, "text is empty or too long")
    if "title" in entry and not stands(entry["title"], entry["text"]):
        fault(where, "title does not stand in the text")
    if "nearCopyOf" in entry:
        if entry["labels"] or "schema" in entry:
            fault(where, "a copy carries no labels of its own")
        return
    checkLabels(where, entry)
    if "schema" in entry:
        paths = {}
        spec = forms[entry["form"]]["properties"]
        walk(where, entry["schema"]["record"], spec, "", paths, entry["text"])
        if paths != entry["schema"]["properties"]:
            fault(where, "schema.properties do not follow from the record")


def rootOf(entry, entries):
    seen = set()
    while "nearCopyOf" in entry or "notCopyOf" in entry:
        if entry["id"] in seen:
            fault(entry["id"], "copy references run in a circle")
            return entry
        seen.add(entry["id"])
        other = entry.get("nearCopyOf") or entry.get("notCopyOf")
        if other not in entries:
            fault(entry["id"], f"refers to {other}, which does not exist")
            return entry
        entry = entries[other]
    return entry


def heldOutIds(entries):
    """The split rule: per stratum three originals in ten, offset by a hash of the stratum."""
    strata = collections.defaultdict(list)
    for name in sorted(entries):
        if rootOf(entries[name], entries) is entries[name]:
            strata[entries[name]["language"] + "/" + entries[name]["form"]].append(name)
    held = set()
    for stratum, names in strata.items():
        offset = int(hashlib.sha256(stratum.encode()).hexdigest()[:4], 16) % 10
        held |= {name for k, name in enumerate(names)
                 if ((k + 1) * 3 + offset) // 10 > (k * 3 + offset) // 10}
    return held


def read(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def count(entries, parts):
    originals = [e for e in entries.values() if "nearCopyOf" not in e]
    have = {"texts": len(entries),
            "schemas": sum("schema" in e and e["form"] != "nonsense" for e in originals),
            "nearCopies": sum("nearCopyOf" in e for e in entries.values()),
            "hardNonCopies": sum("notCopyOf" in e for e in entries.values())}
    print({**have, **{name: len(part) for name, part in parts.items()}})
    print(f"{'':12}" + "".join(f"{name:>5}" for name in LANGUAGES) + "  all  schemas  heldout")
    held = {e["id"] for e in parts["heldout"]}
    for form in FORMS:
        rows = [e for e in originals if e["form"] == form]
        cells = [sum(e["language"] == language for e in rows) for language in LANGUAGES]
        schemas = sum("schema" in e for e in rows)
        print(f"{form:12}" + "".join(f"{c:5}" for c in cells)
              + f"{len(rows):5}{schemas:9}{sum(e['id'] in held for e in rows):9}")
        few = len(rows) < FLOOR["perForm"] or schemas < FLOOR["schemaPerForm"]
        if form != "other" and few:
            fault(form, "too few texts or schemas")
        spoken = {e["language"] for e in rows if "schema" in e}
        if form not in ("other", "nonsense") and len(spoken) < 2:
            fault(form, "schemas in one language only")
    for name in ("texts", "schemas", "nearCopies", "hardNonCopies"):
        if have[name] < FLOOR[name]:
            fault("corpus", f"{name}: {have[name]} of {FLOOR[name]}")
    for language in LANGUAGES:
        if sum(e["language"] == language for e in entries.values()) < FLOOR[language]:
            fault(language, "too few texts")
    words = sorted(len(e["text"].split()) for e in entries.values())
    print({"wordsShortest": words[0], "wordsMedian": words[len(words) // 2],
           "wordsLongest": words[-1], "wordsAll": sum(words)})
    share = len(parts["heldout"]) / max(1, len(entries))
    if not 0.25 <= share <= 0.35:
        fault("split", f"heldout is {share:.2f}")


def main():
    with open(os.path.join(HERE, "forms.json"), encoding="utf-8") as file:
        forms = json.load(file)["forms"]
    parts = {"dev": read("dev.jsonl"), "heldout": read("heldout.jsonl")}
    entries = {}
    for part in parts.values():
        for entry in part:
            if entry["id"] in entries:
                fault(entry["id"], "stands twice")
            entries[entry["id"]] = entry
    texts = collections.Counter(squeeze(e["text"]).lower() for e in entries.values())
    for text, times in texts.items():
        if times > 1:
            fault(text[:40], "two texts are the same")
    for entry in entries.values():
        checkEntry(entry, forms)
    held = heldOutIds(entries)
    for name, part in parts.items():
        for entry in part:
            if (rootOf(entry, entries)["id"] in held) != (name == "heldout"):
                fault(entry["id"], f"does not belong in {name}.jsonl")
    count(entries, parts)
    for line in faults:
        print("fault", line)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
