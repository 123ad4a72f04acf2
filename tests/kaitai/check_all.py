#!/usr/bin/env python3
"""Reads every SSTable below some folders with Kaitai's Python readers and checks that no byte is left over.

    check_all.py [--build DIR] [--only TEXT] [--verbose] [FOLDER…]

For each component: every byte belongs to exactly one leaf (in the tries of BTI all others are zeros), offsets ascend, checksums hold. Across
components: Data.db has the keys of the index, at the positions that the index gives, and as many rows as the statistics say; the Bloom
filter has the keys. Prints how many files of each component were read, per version; the exit code is 1 if any failed.
"""
import argparse
import collections
import os
import re
import sys
import time
import traceback
import zlib

from dump_tree import Reader, Spec, read_file

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("CQLITE_SHARED", os.path.join(HERE, "../../../shared"))
FOLDERS = [os.path.join(SHARED, "corpus"), os.path.join(HERE, "../corpus")]
NAME = re.compile(r"^([a-z]{2})-([0-9a-z_]+)-(big|bti)-(.+)$")
# What no released Cassandra wrote or loads, and what has a fault of its own, of which other tests say what is right.
LEFT_OUT = re.compile(r"/legacy_na_[a-z_]*_compact/|/corpus/faults/")
COMPONENTS = {
    "Statistics.db": "Statistics", "CompressionInfo.db": "CompressionInfo", "Data.db": "Data", "Index.db": "Index", "Summary.db": "Summary",
    "Filter.db": "Filter", "CRC.db": "CRC", "Digest.crc32": "Digest", "TOC.txt": "TOC", "Partitions.db": "Partitions", "Rows.db": "Rows",
}


def sstables(folders):
    """(prefix of the paths, version, format, components) of each SSTable."""
    found = {}
    for folder in folders:
        for directory, _, names in os.walk(folder):
            for name in names:
                match = NAME.match(name)
                if match and match[4] in COMPONENTS and not LEFT_OUT.search(directory + "/"):
                    prefix = os.path.join(directory, name[: -len(match[4])])
                    found.setdefault(prefix, (match[1], match[3], set()))[2].add(match[4])
    return [(prefix, *found[prefix]) for prefix in sorted(found)]


def check(condition, *message):
    if not condition:
        raise AssertionError(" ".join(map(str, message)))


def uncovered(leaves, data, sparse):
    """Checks that leaves do not overlap (but for the bytes that two bit fields share) and cover `data`."""
    covered = bytearray(len(data))
    for path, offset, length, _ in leaves:
        check(offset >= 0 and offset + length <= len(data), path, "is outside of the file")
        for i in range(offset, offset + length):
            covered[i] += 1
    missing = [i for i, count in enumerate(covered) if count == 0]
    if sparse:
        check(all(data[i] == 0 for i in missing), "bytes outside of all nodes are not zero")
    else:
        check(not missing, f"{len(missing)} of {len(data)} bytes are in no leaf, the first at {missing[:1]}")
    shared = [leaf for leaf in leaves if leaf[2] > 0 and covered[leaf[1]] > 1]
    for path, *_ in shared:
        check(".kind" in path or ".low" in path or ".distances_12[" in path, path, "overlaps with another leaf")
    return len(missing)


def pages(leaves):
    """Checks that no node of a trie goes over the end of a page."""
    ends = {}
    for path, offset, length, _ in leaves:
        if path.startswith("node@"):
            start = int(path[len("node@"):path.index(".")])
            ends[start] = max(ends.get(start, 0), offset + length)
    for start, end in ends.items():
        check(start // 4096 == (end - 1) // 4096, f"node at {start} goes over the end of a page")


class Table:
    """One SSTable."""

    def __init__(self, reader, prefix, code, fmt, names):
        self.reader, self.prefix, self.code, self.format, self.names = reader, prefix, code, fmt, names
        self.version = reader.version({"format": fmt, "version": code})
        self.keys = self.data = None
        self.frozen_user_types = False
        self.positions = {}

    def path(self, name):
        return self.prefix + name

    def request(self, component, name):
        request = {"component": component, "version": self.code, "format": self.format, "path": self.path(name)}
        request["statistics"] = self.path("Statistics.db")
        if "CompressionInfo.db" in self.names:
            request["compression_info"] = self.path("CompressionInfo.db")
        if component == "Rows":
            request["partitions"] = self.path("Partitions.db")
        return request

    def components(self):
        for name in COMPONENTS:
            if name in self.names:
                yield COMPONENTS[name], name
        if "CompressionInfo.db" in self.names and "Data.db" in self.names:
            yield "Chunks", "Data.db"

    def run(self, component, name):
        """Number of leaves of the component, after all checks."""
        data = read_file(self.path(name))
        request = self.request(component, name)
        if component == "Filter" and not data:
            return 0
        if component == "Data":
            self.data = data = self.reader.data(request, self.version)
        try:
            dump = self.reader.dump(request)
        except EOFError:
            # Cassandra 3.0 knew frozen user types only, and did not write FrozenType around them
            if component != "Data" or not self.code.startswith("m"):
                raise
            self.frozen_user_types = request["frozen_user_types"] = True
            dump = self.reader.dump(request)
            self.reader.notes["user types that are frozen although the header does not say so"].append(self.prefix)
        uncovered(dump.leaves, data, component in ("Partitions", "Rows"))
        pages(dump.leaves)
        trailing = [path for path, *_ in dump.leaves if path.endswith("_trailing")]
        allowed = "stats" if self.version.has_uint_deletion_time else None
        for path in trailing:
            check(allowed and self.is_stats(path), path)
        getattr(self, "check_" + component.lower(), lambda *_: None)(data, request, dump)
        return len(dump.leaves)

    def is_stats(self, path):
        index = int(path[len("toc["):path.index("]")])
        return self.statistics.toc[index].kind.name == "stats"

    @property
    def statistics(self):
        return self.reader.statistics({"statistics": self.path("Statistics.db")}, self.version)

    def body(self, kind):
        return next(entry.body for entry in self.statistics.toc if entry.kind.name == kind)

    def check_statistics(self, data, request, dump):
        statistics = self.statistics
        if self.version.has_metadata_checksum:
            check(zlib.crc32(data[:4]) == statistics.num_components_crc, "CRC of the count")
            toc = data[8:8 + 8 * statistics.num_components]
            check(zlib.crc32(toc, zlib.crc32(data[:4])) == statistics.toc_crc, "CRC of the table of contents")
            for entry in statistics.toc:
                check(zlib.crc32(data[entry.ofs:entry.ofs + entry.len_body]) == entry.body_crc, f"CRC of {entry.kind.name}")
        stats = self.body("stats")
        if self.version.has_uint_deletion_time:
            tail = [value for path, _, _, value in dump.leaves if path.endswith("_trailing")]
            check("".join(tail) == "00" * (4 * stats.num_tombstone_bins), "the tail of the statistics is not 4 zeros a bin")

    def check_data(self, data, request, dump):
        version = self.version
        root = self.reader.parse("sstable_data", data, version, self.reader.header(request, version))
        self.keys = [partition.key.data for partition in root.partitions]
        self.positions = {int(p._debug["key"]["start"]): p.key.data for p in root.partitions}
        rows = 0
        for partition in root.partitions:
            unfiltereds = list(partition.unfiltereds)
            if hasattr(partition, "static_row"):
                body = partition.static_row.body.body
                rows += any(hasattr(c, "simple") or hasattr(c, "num_cells") for c in body.cells)
            rows += sum(not u.is_end and not u.is_marker for u in unfiltereds)
        if self.body("stats").total_rows != rows:
            self.reader.notes["total_rows is not the number of rows"].append(self.prefix)

    def check_chunks(self, data, request, dump):
        for i, chunk in enumerate(self.reader.parse("sstable_chunks", data, self.version, self.reader.compression_info(request, self.version)).chunks):
            for field, stored, computed in self.reader.checksums(chunk.stored):
                check(stored == computed, f"{field} of chunk {i}")

    def check_crc(self, data, request, dump):
        crc = self.reader.parse("sstable_crc", data, self.version)
        raw = read_file(self.path("Data.db"))
        check(len(crc.crcs) == -(-len(raw) // crc.chunk_size), "number of checksums")
        for i, value in enumerate(crc.crcs):
            check(zlib.crc32(raw[i * crc.chunk_size:(i + 1) * crc.chunk_size]) == value, f"CRC of block {i}")

    def check_digest(self, data, request, dump):
        check(self.reader.parse("sstable_digest", data, self.version).crc == zlib.crc32(read_file(self.path("Data.db"))), "digest")

    def check_toc(self, data, request, dump):
        for name in self.reader.parse("sstable_toc", data, self.version).names:
            if name not in self.names and name in COMPONENTS:
                self.reader.notes[f"TOC.txt names a {name} that is not there"].append(self.prefix)

    def check_compressioninfo(self, data, request, dump):
        info = self.reader.parse("sstable_compression_info", data, self.version)
        wanted = max(1, -(-info.data_length // info.chunk_length))
        check(info.num_chunks in (wanted, wanted + 1), "number of chunks")
        if info.num_chunks != wanted:
            self.reader.notes["an empty chunk at the end"].append(self.prefix)
        offsets = list(self.reader.layout(info, "chunk_offsets"))
        check(offsets == sorted(offsets) and offsets[0] == 0, "chunk offsets")
        self.reader.notes["compressor " + info.compressor.s].append(self.prefix)
        dictionary = getattr(info, "dictionary", None)
        if dictionary:
            self.reader.notes["dictionary"].append(self.prefix)
            for field, stored, computed in self.reader.checksums(dictionary):
                check(stored == computed, f"{field} of the dictionary")

    def check_filter(self, data, request, dump):
        root = self.reader.parse("sstable_filter", data, self.version)
        words = root.old_words if self.version.has_old_bf_format else root.words
        for key in self.keys or []:
            h0, h1 = murmur3(key)
            for i in range(root.num_hashes):
                bit = abs_mod(signed(h1 + i * h0), 64 * root.num_words)
                check(words[bit // 64] >> (bit % 64) & 1, f"the filter does not have the key {key.hex()}")

    def check_index(self, data, request, dump):
        index = self.reader.parse("sstable_index", data, self.version, self.body("header").clustering_types)
        if self.keys is not None:
            check([e.key.data for e in index.entries] == self.keys, "keys of Index.db and Data.db")
        for entry in index.entries:
            check(not self.positions or self.positions.get(entry.data_pos.value) == entry.key.data, "position of", entry.key.data.hex())
            if hasattr(entry, "promoted"):
                promoted = entry.promoted
                self.reader.notes["promoted indexes"].append(self.prefix)
                offset = promoted.header_length.value
                start = int(promoted._debug["blocks"]["start"])
                for block, debug, stored in zip(promoted.blocks, promoted._debug["blocks"]["arr"], promoted.offsets):
                    check(block.offset.value == offset, "offset of a block")
                    check(int(debug["start"]) - start == stored, "offsets of blocks in the index")
                    offset += block.width
                check(promoted.ofs_offsets == promoted._debug["offsets"]["start"], "ofs_offsets")

    def check_summary(self, data, request, dump):
        summary = self.reader.parse("sstable_summary", data, self.version)
        check(not summary.offsets or summary.offsets[0] == 4 * summary.num_entries, "first offset")
        if self.keys:
            check((summary.first_key.data, summary.last_key.data) == (self.keys[0], self.keys[-1]), "first and last key")
        if "Index.db" in self.names:
            entries = self.reader.parse("sstable_index", read_file(self.path("Index.db")), self.version, self.body("header").clustering_types)
            positions = {int(d["start"]): e.key.data for e, d in zip(entries.entries, entries._debug["entries"]["arr"])}
            for entry in summary.entries:
                check(positions.get(entry.index_pos) == entry.key, "position of a summary entry")

    def check_partitions(self, data, request, dump):
        root = self.reader.parse("bti_partitions", data, self.version)
        payloads = type(dump)(self.reader.spec).trie(root.root)
        check(len(payloads) == root.footer.num_keys, "number of payloads")
        rows = read_file(self.path("Rows.db"))
        found = []
        for node in payloads:
            position = node.partition_payload.position.value
            if position >= 0:
                entry = self.reader.parse("bti_row_index", rows, self.version, position).entry
                key, position = entry.key.data, entry.data_pos.value
                check(self.positions.get(position, key) == key, "key of an entry in Rows.db")
                blocks = type(dump)(self.reader.spec).trie(entry.root)
                check(len(blocks) == entry.num_blocks.value + 1, "number of separators")
                offsets = [block.row_payload.offset.value for block in blocks]
                check(offsets == sorted(offsets), "offsets of blocks")
                self.reader.notes["row indexes of BTI"].append(self.prefix)
            else:
                position = -1 - position
            check(not self.positions or position in self.positions, "position of a partition")
            if hasattr(node.partition_payload, "hash") and self.positions:
                check(node.partition_payload.hash == murmur3(self.positions[position])[1] & 0xFF, "hash byte")
            found.append(position)
        check(found == sorted(found), "positions in Data.db do not ascend")
        if self.keys:
            check((root.keys.first_key.data, root.keys.last_key.data) == (self.keys[0], self.keys[-1]), "first and last key")
            check(len(found) == len(self.keys), "number of keys")


M64 = 0xFFFFFFFFFFFFFFFF


def signed(value):
    value &= M64
    return value - (1 << 64) if value >> 63 else value


def abs_mod(value, modulus):
    return abs(value) % modulus  # Java's remainder has the sign of the dividend, of which the absolute value is taken


def murmur3(key):
    """Cassandra's MurmurHash.hash3_x64_128 with seed 0, in which the bytes of the last, short block are signed."""

    def rotl(x, r):
        return (x << r | x >> (64 - r)) & M64

    def mix(k):
        k ^= k >> 33
        k = k * 0xFF51AFD7ED558CCD & M64
        k ^= k >> 33
        k = k * 0xC4CEB9FE1A85EC53 & M64
        return k ^ k >> 33

    c1, c2, h1, h2 = 0x87C37B91114253D5, 0x4CF5AD432745937F, 0, 0
    blocks = len(key) // 16
    for i in range(blocks):
        k1 = int.from_bytes(key[i * 16:i * 16 + 8], "little")
        k2 = int.from_bytes(key[i * 16 + 8:i * 16 + 16], "little")
        h1 ^= rotl(k1 * c1 & M64, 31) * c2 & M64
        h1 = ((rotl(h1, 27) + h2) * 5 + 0x52DCE729) & M64
        h2 ^= rotl(k2 * c2 & M64, 33) * c1 & M64
        h2 = ((rotl(h2, 31) + h1) * 5 + 0x38495AB5) & M64
    tail = key[blocks * 16:]
    k1 = k2 = 0
    for i, byte in enumerate(tail):
        byte = (byte - 256 if byte > 127 else byte) & M64
        if i < 8:
            k1 ^= byte << 8 * i & M64
        else:
            k2 ^= byte << 8 * (i - 8) & M64
    if len(tail) > 8:
        h2 ^= rotl(k2 * c2 & M64, 33) * c1 & M64
    if tail:
        h1 ^= rotl(k1 * c1 & M64, 31) * c2 & M64
    h1 ^= len(key)
    h2 ^= len(key)
    h1 = (h1 + h2) & M64
    h2 = (h2 + h1) & M64
    h1, h2 = mix(h1), mix(h2)
    h1 = (h1 + h2) & M64
    h2 = (h2 + h1) & M64
    return h1, h2


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(HERE, "../../target/kaitai"))
    parser.add_argument("--only", default="", help="only SSTables whose path has this text")
    parser.add_argument("--verbose", action="store_true", help="traceback of each failure")
    parser.add_argument("folders", nargs="*", default=FOLDERS)
    args = parser.parse_args()
    reader = Reader(Spec(args.build))
    reader.notes = collections.defaultdict(list)
    known = {(fmt, code) for fmts in [reader.spec.files["sstable_version"]["meta"]["-versions"]]
             for name, codes in fmts.items() for code in codes for fmt in ["big" if name == "big" else "bti"]}
    counts, skipped, failures = collections.Counter(), collections.Counter(), []
    versions, started = [], time.time()
    leaves = 0
    for prefix, code, fmt, names in sstables(args.folders):
        if args.only not in prefix:
            continue
        if (fmt, code) not in known or "Statistics.db" not in names:
            skipped[code if (fmt, code) not in known else f"{code} without Statistics.db"] += 1
            continue
        if (fmt, code) not in versions:
            versions.append((fmt, code))
        table = Table(reader, prefix, code, fmt, names)
        for component, name in table.components():
            try:
                leaves += table.run(component, name)
                counts[fmt, code, component] += 1
            except Exception as e:
                failures.append((prefix + name, component, f"{type(e).__name__}: {e}"))
                counts[fmt, code, component, "failed"] += 1
                if args.verbose:
                    traceback.print_exc()
    columns = list(COMPONENTS.values()) + ["Chunks"]
    print("version  " + "  ".join(columns))
    for fmt, code in sorted(versions):
        cells = []
        for column in columns:
            failed = counts[fmt, code, column, "failed"]
            cells.append((f"{counts[fmt, code, column]}" + (f"!{failed}" if failed else "")).rjust(len(column)))
        print(f"{fmt} {code}   " + "  ".join(cells))
    total = sum(count for key, count in counts.items() if len(key) == 3)
    print(f"{total} files, {leaves} leaves, {time.time() - started:.0f} s; failed: {len(failures)}")
    for code, count in sorted(skipped.items()):
        print(f"skipped: {count} of {code}")
    for note, prefixes in sorted(reader.notes.items()):
        print(f"note: {note}: {len(prefixes)} ({len(set(prefixes))} SSTables), e.g. {prefixes[0]}")
    for path, component, message in failures:
        print(f"FAILED {component} {path}: {message[:300]}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
