#!/usr/bin/env python3
"""Writes trie nodes of all 16 kinds with random content, as Cassandra's TrieNode does, and reads them with the compiled bti_trie.ksy.

Real files have few of the kinds (the distances of 40 and 64 bits need an index of gigabytes). This file's writer is independent of spec/.
"""
import argparse
import os
import random
import sys

from dump_tree import Dump, Reader, Spec

WIDTHS = {5: 8, 6: 12, 7: 16, 8: 24, 9: 40, 10: 12, 11: 16, 12: 24, 13: 32, 14: 40, 15: 64}
LARGEST = {1: 15, 2: 255, 3: 4095, 4: 65535, **{kind: 2 ** min(width, 62) - 1 for kind, width in WIDTHS.items()}}


def write(kind, payload_bits, distances, transitions, payload):
    if kind == 0:
        return bytes([payload_bits]) + payload
    if kind == 1:
        return bytes([0x10 | distances[0], transitions[0]])
    if kind == 3:
        return (0x3000 | distances[0]).to_bytes(2, "big") + bytes(transitions)
    if kind in (2, 4):
        return bytes([kind << 4 | payload_bits, transitions[0]]) + distances[0].to_bytes(1 if kind == 2 else 2, "big") + payload
    if kind <= 9:
        head, written = bytes([kind << 4 | payload_bits, len(transitions), *transitions]), distances
    else:
        children = dict(zip(transitions, distances))
        head = bytes([kind << 4 | payload_bits, transitions[0], transitions[-1] - transitions[0]])
        written = [children.get(t, 0) for t in range(transitions[0], transitions[-1] + 1)]
    if WIDTHS[kind] == 12:
        digits = "".join(f"{d:03x}" for d in written)
        return head + bytes.fromhex(digits + "0" * (len(digits) % 2)) + payload
    return head + b"".join(d.to_bytes(WIDTHS[kind] // 8, "big") for d in written) + payload


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../target/kaitai"))
    args = parser.parse_args()
    reader = Reader(Spec(args.build))
    version = reader.version({"format": "bti", "version": "da"})
    rng = random.Random(1)
    count = 0
    for kind in range(16):
        for turn in range(200):
            num = 0 if kind == 0 else 1 if kind <= 4 else rng.randint(1, 9)
            transitions = sorted(rng.sample(range(256), num))
            distances = [rng.randint(1, LARGEST[kind]) for _ in transitions]
            has_payload = kind not in (1, 3) and (kind == 0 or turn % 2 == 1)
            bits, payload, position, digest = 0, b"", None, None
            if has_payload:
                bits = rng.randint(8, 15)
                length = bits - 7
                position = rng.randint(-(1 << (8 * length - 1)), (1 << (8 * length - 1)) - 1)
                digest = rng.randrange(256)
                payload = bytes([digest]) + position.to_bytes(length, "big", signed=True)
            data = write(kind, bits, distances, transitions, payload)
            node = reader.parse("bti_trie", data, 1 << 63, False, version)
            children = [(child.transition, child.distance) for child in node.children if child.exists]
            assert children == list(zip(transitions, distances)), (kind, children)
            assert node.has_payload == has_payload
            if has_payload:
                assert (node.partition_payload.hash, node.partition_payload.position.value) == (digest, position)
            assert node._io.pos() == len(data), (kind, node._io.pos(), len(data))
            dump = Dump(reader.spec)
            for name, attr in reader.spec.info(node).seq:
                if name != "children" and name in node.__dict__:
                    dump.field(node, node.__dict__[name], node._debug[name], attr, name, 0)
            ends = max(offset + length for _, offset, length, _ in dump.leaves)
            assert ends == len(data), (kind, ends, len(data))
            count += 1
    print(f"{count} nodes")


if __name__ == "__main__":
    sys.exit(main())
