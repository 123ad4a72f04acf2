#!/usr/bin/env python3
"""What Kaitai's own readers make of expressions, beside what is recorded of them in codegen/tests/kaitai, which tests of the generator read.

    check_expressions.py [--bless]

A recorded file is of the specification of its name in codegen/tests/specs. Each line has bytes, and what each instance has of them; `!` where
the reader fails. With --bless the bytes are drawn anew, from a fixed seed, and the answers written.
"""
import importlib
import json
import os
import random
import struct
import subprocess
import sys
from io import BytesIO

import kaitaistruct

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
BUILD = os.path.join(ROOT, "target/kaitai-expressions")
RECORDED = os.path.join(ROOT, "codegen/tests/kaitai")
EDGES = [0, 1, 2, 3, 4, 7, 8, 61, 62, 63, 64, 255, 1000, 2**31 - 1, 2**31, 2**32, 2**62, 2**63 - 1]


def number(rng, low, high):
    """One within the bounds: an edge, or any of any number of digits."""
    if rng.random() < 0.5:
        n = rng.choice(EDGES) * rng.choice([1, -1])
    else:
        n = rng.getrandbits(rng.randrange(1, 65)) * rng.choice([1, -1])
    return n if low <= n <= high else rng.choice([low, high, low + 1, high - 1])


def operators(rng, tree):
    which = rng.randrange(len(tree["instances"]))
    a, b = number(rng, -(2**63), 2**63 - 1), number(rng, -(2**63), 2**63 - 1)
    u, i = number(rng, 0, 2**64 - 1), number(rng, -(2**31), 2**31 - 1)
    return struct.pack(">qqQiBB", a, b, u, i, number(rng, 0, 255), which)


def positions(rng, _tree):
    inner = rng.randrange(1, 6)
    base, skip = rng.randrange(-1, inner + 1), rng.randrange(-3, 9)
    rest = bytes(rng.getrandbits(8) for _ in range(inner - 1))
    around = struct.pack(">b", rng.randrange(-inner - 1, 6))
    return struct.pack(">bBb", base, inner, skip) + rest + around + bytes(rng.getrandbits(8) for _ in range(rng.randrange(4)))


DRAWN = {"operators": (operators, 3000), "positions": (positions, 300)}


def shown(value):
    return value.hex() if isinstance(value, bytes) else str(int(value))


def answers(obj, tree, types, path=""):
    """Each instance of an object and of those in it, with what is read or computed of it."""
    for name in tree.get("instances", {}):
        try:
            value = getattr(obj, name)
        except (EOFError, ValueError, ZeroDivisionError, OverflowError):
            yield f"{path}{name}=!"
            continue
        if value is not None:
            yield f"{path}{name}={shown(value)}"
    for field in tree["seq"]:
        if field["type"] in types:
            inner = getattr(obj, field["id"])
            yield from answers(inner, types[field["type"]], types, f"{path}{field['id']}.")


def line(reader, tree, data):
    obj = reader(kaitaistruct.KaitaiStream(BytesIO(data)))
    return " ".join([data.hex(), *answers(obj, tree, tree.get("types", {}))])


def main():
    bless = "--bless" in sys.argv[1:]
    compiler = ["node", os.path.join(ROOT, "tests/kaitai/compile.js"), "--spec", os.path.join(ROOT, "codegen/tests/specs")]
    only = ["--out", BUILD, "--lang", "python", "--only", ",".join(DRAWN), "--no-debug"]
    subprocess.run(compiler + only, check=True)
    sys.path.insert(0, os.path.join(BUILD, "python"))
    with open(os.path.join(BUILD, "spec.json"), encoding="utf-8") as f:
        trees = json.load(f)
    wrong = 0
    for name, (draw, count) in DRAWN.items():
        reader = getattr(importlib.import_module(name), name.capitalize())
        path, rng = os.path.join(RECORDED, f"{name}.txt"), random.Random(7)
        if bless:
            data = [draw(rng, trees[name]) for _ in range(count)]
            os.makedirs(RECORDED, exist_ok=True)
            with open(path, "w", encoding="utf-8") as f:
                f.writelines(line(reader, trees[name], one) + "\n" for one in data)
        with open(path, encoding="utf-8") as f:
            recorded = f.read().splitlines()
        differ = [one for one in recorded if one != line(reader, trees[name], bytes.fromhex(one.split(" ")[0]))]
        wrong += len(differ)
        print(f"{name}: {len(recorded)} lines, {len(differ)} of which are not what Kaitai reads", *differ[:3], sep="\n")
        wrong += not recorded
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
