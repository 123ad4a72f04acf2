#!/usr/bin/env python3
"""Prints every field of an SSTable component as Kaitai's own Python reader sees it, in the canonical form of README.md.

One component:    dump_tree.py --build DIR '{"component": "Statistics", "version": "nb", "format": "big", "path": "...", "out": "..."}'
A long-lived one: dump_tree.py --build DIR            (one such JSON object per line on stdin, one reply per line on stdout)
"""
import argparse
import importlib
import json
import os
import struct
import sys
import zlib
from enum import IntEnum
from io import BytesIO

import kaitaistruct


class Pos(int):
    """A position in a stream that remembers how many bits of the byte before it are still unread."""

    bits_left = 0


class Stream(kaitaistruct.KaitaiStream):
    """KaitaiStream whose positions, which debug mode records for each field, are exact to the bit."""

    def pos(self):
        pos = Pos(self._io.tell())
        pos.bits_left = self.bits_left
        return pos


kaitaistruct.KaitaiStream = Stream


class Spec:
    """The compiled readers, and the .ksy files they were compiled from."""

    def __init__(self, build):
        with open(os.path.join(build, "spec.json"), encoding="utf-8") as f:
            self.files = json.load(f)
        sys.path.insert(0, os.path.join(build, "python"))
        self.types = {}
        for name, tree in self.files.items():
            self._add(name, camel(name), tree)
        self.components = {}
        for name, tree in self.files.items():
            component = tree["meta"].get("-component")
            if component:
                self.components.setdefault(component, []).append(name)

    def _add(self, module, qualname, tree):
        self.types[module, qualname] = TypeInfo(tree)
        for name, nested in tree.get("types", {}).items():
            self._add(module, f"{qualname}.{camel(name)}", nested)

    def info(self, obj):
        cls = type(obj)
        return self.types[cls.__module__, cls.__qualname__]

    def cls(self, name):
        return getattr(importlib.import_module(name), camel(name))


class TypeInfo:
    def __init__(self, tree):
        self.native = tree.get("-native")
        self.seq = [(a["id"], a) for a in tree.get("seq", [])]
        self.instances = [(name, a) for name, a in tree.get("instances", {}).items() if "value" not in a]


def camel(name):
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def crc32c(data, crc=0):
    table = crc32c.__dict__.setdefault("table", [])
    if not table:
        for n in range(256):
            for _ in range(8):
                n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
            table.append(n)
    crc ^= 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


# Of bytes and the checksum so far, by `algo`; those that end with `_le` take integers in little-endian order.
CHECKSUMS = {
    "crc32": zlib.crc32,
    "crc32c": crc32c,
    "crc32c_le": crc32c,
}


def read_file(path):
    with open(path, "rb") as f:
        return f.read()


MARSHAL = "org.apache.cassandra.db.marshal."


def unwrap(name, wrapper):
    """The inside of `wrapper(…)`, or None."""
    return name[len(MARSHAL + wrapper) + 1:-1] if name.startswith(MARSHAL + wrapper + "(") else None


def fixed_len(name, scalar):
    """Length of every value of a type; `scalar` knows it for types that are not made of others."""
    for wrapper in ("ReversedType", "FrozenType"):
        inner = unwrap(name, wrapper)
        if inner:
            return fixed_len(inner, scalar)
    inner = unwrap(name, "VectorType")
    if inner:
        element, _, dimension = inner.rpartition(",")
        element_len = fixed_len(element.strip(), scalar)
        return element_len * int(dimension) if element_len >= 0 else -1
    return scalar(name)


def complete_cql_type(cls):
    """`-native` types are what Kaitai's expressions cannot say in full; of cql_type they miss the types made of other types."""
    original = cls.fixed_len.fget

    def scalar(name):
        plain = cls(kaitaistruct.KaitaiStream(BytesIO(b"")))
        plain.name = name
        return original(plain)

    cls.fixed_len = property(lambda self: fixed_len(self.name, scalar))


def native_value(name, obj):
    if name == "column_subset":
        return [obj.encoded.value] + [index.value for index in getattr(obj, "listed", [])]
    if name == "cql_type":
        return obj.name
    return obj.value


class Dump:
    """Collects the leaves below a root object."""

    def __init__(self, spec):
        self.spec = spec
        self.leaves = []  # (path, offset, length, value)

    def leaf(self, path, offset, length, value):
        self.leaves.append((path, offset, length, value))

    def struct(self, obj, prefix, base):
        """The fields of `obj`, whose stream starts at `base` of the component; its seq first, then its instances at `pos:`."""
        info = self.spec.info(obj)
        for name, attr in info.seq:
            if name in obj.__dict__:
                self.field(obj, obj.__dict__[name], obj._debug[name], attr, prefix + name, base)
        for name, attr in info.instances:
            if self.is_trie(attr):
                continue
            value = getattr(obj, name)
            if value is not None:
                self.field(obj, value, obj._debug["_m_" + name], attr, prefix + name, base)

    def is_trie(self, attr):
        return isinstance(attr.get("type"), str) and attr["type"].startswith("bti_trie")

    def field(self, owner, value, debug, attr, path, base):
        if isinstance(value, list):
            for i, (item, item_debug) in enumerate(zip(value, debug["arr"])):
                self.value(owner, item, item_debug, attr, f"{path}[{i}]", base)
        else:
            self.value(owner, value, debug, attr, path, base)

    def value(self, owner, value, debug, attr, path, base):
        start, end = debug["start"], debug["end"]
        first_bit = start * 8 - start.bits_left
        last_bit = end * 8 - end.bits_left
        offset = first_bit // 8
        length = (last_bit + 7) // 8 - offset
        if isinstance(value, kaitaistruct.KaitaiStruct):
            native = self.spec.info(value).native
            if native:
                self.leaf(path, base + offset, length, native_value(native, value))
                return
            own_stream = value._io is not owner._io
            self.struct(value, path + ".", base + start if own_stream else base)
            if own_stream:
                self.trailing(value, path + ".", base + start)
            return
        if isinstance(value, IntEnum):
            value = value.name
        elif isinstance(value, (bytes, bytearray)):
            value = value.hex()
        elif isinstance(value, float):
            raw = owner._io
            saved = raw.pos()
            raw.seek(start)
            data = raw.read_bytes(end - start)
            raw.seek(saved)
            value = (data[::-1] if attr["type"].endswith("le") else data).hex()
        elif attr.get("-bool"):
            value = value != 0
        self.leaf(path, base + offset, length, value)

    def trailing(self, obj, prefix, base):
        """What the last field of a stream left over."""
        io = obj._io
        pos, size = int(io.pos()), io.size()
        if pos < size:
            self.leaf(prefix + "_trailing", base + pos, size - pos, io.read_bytes(size - pos).hex())

    def trie(self, root):
        """The nodes below `root`, depth first and from left to right, each under its position. Returns those with payload."""
        payloads, seen, stack = [], set(), [root]
        while stack:
            node = stack.pop()
            if node.node_pos in seen:
                continue
            seen.add(node.node_pos)
            prefix = f"node@{node.node_pos}."
            for name, attr in self.spec.info(node).seq:
                if name != "children" and name in node.__dict__:
                    self.field(node, node.__dict__[name], node._debug[name], attr, prefix + name, 0)
            if node.has_payload:
                payloads.append(node)
            stack.extend(child.node for child in reversed(node.children) if child.exists)
        return payloads


class Reader:
    """Opens components; keeps what several components of one SSTable share."""

    def __init__(self, spec):
        self.spec = spec
        complete_cql_type(spec.cls("cql_type"))

    def stream(self, data):
        return Stream(BytesIO(data))

    def parse(self, name, data, *params):
        obj = self.spec.cls(name)(*params, self.stream(data))
        obj._read()
        return obj

    def version(self, request):
        return self.parse("sstable_version", b"", request["format"] == "bti", request["version"])

    def statistics(self, request, version):
        return self.parse("sstable_statistics", read_file(request["statistics"]), version)

    def header(self, request, version):
        header = next(entry.body for entry in self.statistics(request, version).toc if entry.kind.name == "header")
        if request.get("frozen_user_types"):
            for column in header.static_columns.columns + header.regular_columns.columns:
                if unwrap(column.column_type.unreversed, "UserType") is not None:
                    column.column_type._m_is_multi_cell = False  # takes the place of the value instance
        return header

    def compression_info(self, request, version):
        return self.parse("sstable_compression_info", read_file(request["compression_info"]), version)

    def data(self, request, version):
        """Data.db without its compression."""
        data = read_file(request["path"])
        if not request.get("compression_info"):
            return data
        info = self.compression_info(request, version)
        chunks = self.parse("sstable_chunks", data, version, info).chunks
        return b"".join(self.decompress(info, i, chunk) for i, chunk in enumerate(chunks))

    def decompress(self, info, index, chunk):
        chunk_length, data_length = self.layout(info, "chunk_length"), self.layout(info, "data_length")
        want = min(chunk_length, data_length - index * chunk_length)
        for field, stored, computed in self.checksums(chunk.stored):
            if stored != computed:
                raise ValueError(f"chunk {index}: {field} differs")
        body = chunk.stored.body
        if len(body) >= self.layout(info, "max_compressed_length", 0x7FFFFFFF):
            return body[:want]  # a short last chunk is padded
        name = info.compressor.s
        if name == "LZ4Compressor":
            import lz4.block

            return lz4.block.decompress(body[4:], uncompressed_size=struct.unpack("<I", body[:4])[0])
        if name == "SnappyCompressor":
            import cramjam

            return bytes(cramjam.snappy.decompress_raw(body))
        if name == "DeflateCompressor":
            return zlib.decompress(body)
        if name in ("ZstdCompressor", "ZstdDictionaryCompressor"):
            import zstandard

            dictionary = getattr(info, "dictionary", None)
            return zstandard.ZstdDecompressor(
                dict_data=zstandard.ZstdCompressionDict(dictionary.data) if dictionary else None
            ).decompress(body, max_output_size=want)
        if name == "NoopCompressor":
            return body
        raise ValueError(f"unknown compressor {name}")

    def layout(self, obj, name, absent=None):
        """A field, in whichever layout its version has it (`-same-as`)."""
        names = [name] + [field for field, attr in self.spec.info(obj).seq if attr.get("-same-as") == name]
        return next((obj.__dict__[n] for n in names if n in obj.__dict__), absent)

    def checksums(self, obj):
        """Each checksum that is there (`-checksum`): its field, the stored and the computed one."""
        seq = dict(self.spec.info(obj).seq)
        for field, attr in seq.items():
            if "-checksum" not in attr or field not in obj.__dict__:
                continue
            algo, computed = attr["-checksum"]["algo"], 0
            for over in attr["-checksum"]["over"]:
                layouts = [over] + [n for n, a in seq.items() if a.get("-same-as") == over]
                for name in (n for n in layouts if n in obj.__dict__):
                    data = self.stored(obj, name)
                    if algo.endswith("_le") and isinstance(obj.__dict__[name], int) and not seq[name]["type"].endswith("le"):
                        data = data[::-1]
                    computed = CHECKSUMS[algo](data, computed)
            yield field, obj.__dict__[field], computed

    def stored(self, obj, field):
        """The bytes of a field."""
        debug, io = obj._debug[field], obj._io
        saved = io.pos()
        io.seek(debug["start"])
        data = io.read_bytes(debug["end"] - debug["start"])
        io.seek(saved)
        return data

    def dump(self, request):
        version = self.version(request)
        component = request["component"]
        dump = Dump(self.spec)
        data = read_file(request["path"])
        if component == "Rows":
            self.rows(request, version, data, dump)
            return dump
        if component == "Partitions":
            root = self.parse("bti_partitions", data, version)
            dump.struct(root, "", 0)
            dump.trie(root.root)
            return dump
        if component == "Statistics":
            root = self.parse("sstable_statistics", data, version)
            dump.struct(root, "", 0)
            return dump
        if component == "Chunks":
            root = self.parse("sstable_chunks", data, version, self.compression_info(request, version))
            dump.struct(root, "", 0)
            return dump
        if component == "Data":
            root = self.parse("sstable_data", self.data(request, version), version, self.header(request, version))
        elif component == "Index":
            root = self.parse("sstable_index", data, version, self.header(request, version).clustering_types)
        else:
            name, = self.spec.components[component]
            root = self.parse(name, data, version)
        dump.struct(root, "", 0)
        dump.trailing(root, "", 0)
        return dump

    def values(self, request):
        """The leaves of each value and a line that ends it; values that are refused have one line that says so."""
        for value in request["values"]:
            try:
                dump = Dump(self.spec)
                root = self.value(value)
                dump.struct(root, "", 0)
                dump.trailing(root, "", 0)
                yield from map(encode, dump.leaves)
            except Exception:  # damaged values are among those that are asked for
                yield '{"refused":true}\n'
            yield '{"end":true}\n'

    def value(self, value):
        file, _, nested = value["type"].partition(".")
        cls = self.spec.cls(file)
        if nested:
            cls = getattr(cls, camel(nested))
        obj = cls(*value["params"], self.stream(bytes.fromhex(value["hex"])))
        obj._read()
        return obj

    def rows(self, request, version, data, dump):
        """Rows.db cannot be read from its start: the payloads of Partitions.db say where its entries are."""
        partitions = self.parse("bti_partitions", read_file(request["partitions"]), version)
        payloads = Dump(self.spec).trie(partitions.root)
        positions = sorted(p for p in (node.partition_payload.position.value for node in payloads) if p >= 0)
        for position in positions:
            root = self.parse("bti_row_index", data, version, position)
            dump.field(root, root.entry, root._debug["_m_entry"], {}, f"entry@{position}", 0)
            dump.trie(root.entry.root)


def encode(leaf):
    path, offset, length, value = leaf
    return '{"path":%s,"offset":%d,"length":%d,"value":%s}\n' % (
        json.dumps(path), offset, length, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def serve(reader, request):
    try:
        if request["component"] == "Values":
            lines = list(reader.values(request))
        else:
            lines = list(map(encode, reader.dump(request).leaves))
        out = request.get("out")
        with open(out, "w", encoding="utf-8", newline="\n") if out else sys.stderr as f:
            f.writelines(lines)
        return {"ok": True, "leaves": len(lines)}
    except Exception as e:  # the reply is the only channel to the caller
        return {"error": f"{type(e).__name__}: {e}"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../target/kaitai"))
    parser.add_argument("requests", nargs="*")
    args = parser.parse_args()
    reader = Reader(Spec(args.build))
    for line in args.requests or sys.stdin:
        if line.strip():
            try:
                request = json.loads(line)
            except ValueError as e:
                reply = {"error": f"not JSON: {e}"}
            else:
                reply = serve(reader, request)
            print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
