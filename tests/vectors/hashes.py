#!/usr/bin/env python3
"""Writes hashes.json: what CPython's hashlib (its own BLAKE2, OpenSSL's SHA-2) says of fixed
messages, so that engine/crypto is judged by another program. Usage: ./hashes.py > hashes.json"""
import hashlib
import json
import re
from pathlib import Path

LENGTHS = [*range(0, 12), 31, 32, 33, 63, 64, 65, 80, 96, 97, 111, 127, 128, 129, 191, 255, 256,
           257, 383, 384, 385, 511, 512, 513, 1000, 4096, 65537]
KEY_LENGTHS = [1, 16, 31, 32, 33, 63, 64]


def message(length):
    return bytes((7 * i + 3) % 251 for i in range(length))


def blake2b(data, key=b""):
    return hashlib.blake2b(data, digest_size=32, key=key).digest()


def fingerprint(key, words):
    digest = blake2b(key)
    bits = int.from_bytes(digest, "big")
    chosen = [words[bits >> (256 - 11 * (i + 1)) & 2047] for i in range(8)]
    return {"key": key.hex(), "hex": digest.hex(), "words": " ".join(chosen)}


def main():
    listed = Path(__file__).parents[2] / "engine/crypto/wordlist.inc"
    words = re.findall(r'"(\w+)"', listed.read_text())
    assert len(words) == 2048
    listing = hashlib.sha256(("\n".join(words) + "\n").encode()).hexdigest()
    keys = [bytes(32), bytes(range(32)), b"\xff" * 32, message(32), blake2b(b"one"), blake2b(b"two")]
    sections = {
        "blake2b": [{"length": n, "digest": blake2b(message(n)).hex()} for n in LENGTHS],
        "blake2bKeyed": [{"length": n, "keyLength": k,
                          "digest": blake2b(message(n), message(k)).hex()}
                         for n in LENGTHS for k in KEY_LENGTHS if n < 600],
        "sha256": [{"length": n, "digest": hashlib.sha256(message(n)).hexdigest()}
                   for n in LENGTHS],
        "fingerprints": [fingerprint(key, words) for key in keys],
        "wordList": [{"sha256": listing}],
    }
    parts = []
    for name, rows in sections.items():
        body = ",\n".join("  " + json.dumps(row, separators=(",", ":")) for row in rows)
        parts.append(f' "{name}": [\n{body}\n ]')
    print("{\n" + ",\n".join(parts) + "\n}")


main()
