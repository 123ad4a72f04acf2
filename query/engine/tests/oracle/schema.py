#!/usr/bin/env python3
"""What a real Cassandra says of the statements of schema_statements.txt, and how it describes what they make.

    schema.py HOST DIR      a node of 5.0.8 by tests/oracle with `dynamic_data_masking_enabled: true`; writes DIR/ddl_errors.txt and DIR/describe.txt
    schema.py HOST DIR 6    one of 6.0-alpha2; writes DIR/ddl_errors_6.txt, of schema_statements_6.txt, and no descriptions

ddl_errors.txt: a statement, then `ok` or the error's kind and its text, with \\n for new lines.
describe.txt: `== DESCRIBE …`, then each element's text below a line of `--` with its keyspace, kind and name. The last one is of tests/corpus/oa.
"""
import pathlib
import sys

import cassandra.protocol as protocol
from cassandra.cluster import Cluster, NoHostAvailable

KINDS = {0x2000: "Syntax", 0x2200: "Invalid", 0x2300: "Configuration", 0x2400: "Configuration", 0x0000: "Server", 0x2100: "Unauthorized"}


class Refused(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code, self.text = code, text


def classes(cls):
    yield cls
    for sub in cls.__subclasses__():
        yield from classes(sub)


for cls in classes(protocol.ErrorMessage):
    cls.to_exception = lambda self: Refused(self.code, self.message)


def ask(session, statement):
    """The rows, or the refusal."""
    try:
        return session.execute(statement)
    except NoHostAvailable as e:
        # What the server calls its own fault the driver takes to another node.
        raise next(iter(e.errors.values())) from None


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def main(host, folder, version=""):
    suffix = version and f"_{version}"
    here, folder = pathlib.Path(__file__).parent, pathlib.Path(folder)
    cluster = Cluster([host], schema_metadata_enabled=False, token_metadata_enabled=False)
    session = cluster.connect()
    session.default_timeout = 60
    for keyspace in ["d", "d2", "d3", "d4", "d5", "d6", '"MixedCase"', "corpus"]:
        session.execute(f"DROP KEYSPACE IF EXISTS {keyspace}")
    out = []
    for line in (here / f"schema_statements{suffix}.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        try:
            ask(session, line)
            answer = "ok"
        except Refused as e:
            answer = f"{KINDS.get(e.code, hex(e.code))}: {escape(e.text)}"
        out.append(f"{line}\n  {answer}\n")
    (folder / f"ddl_errors{suffix}.txt").write_text("".join(out))
    if version:
        return
    session.execute("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
    for case in sorted((here / "../../../../tests/corpus/oa").iterdir()):
        # Those of system_schema lie deeper.
        for schema in case.glob("schema.cql"):
            for statement in filter(str.strip, schema.read_text().split(";\n")):
                session.execute(statement)
    out = []
    for what in ["KEYSPACE d", "KEYSPACE d WITH INTERNALS", "KEYSPACE d2", "KEYSPACE d3", "KEYSPACE d4", "KEYSPACE \"MixedCase\"", "ONLY KEYSPACE d",
                 "TABLE d.ix", "TABLE d.base", "TABLE d.cs", "TABLE d.cs WITH INTERNALS", "INDEX d.sai_v", "MATERIALIZED VIEW d.mv2", "TYPE d.u", "FUNCTION d.f",
                 "AGGREGATE d.a2", "TABLE d.nothere", "INDEX d.nothere", "MATERIALIZED VIEW d.nothere", "TYPE d.nothere", "FUNCTION d.nothere",
                 "AGGREGATE d.nothere", "KEYSPACE nothere", "TABLE nothere.t", "d.t", "d.mv2", "d.sai_v", "d.nothere", "d2", "nothere", "t", "ix_s_idx",
                 "nothere.t", "TABLE t", "TABLE mv2", "INDEX ix_s_idx", "TYPE u", "FUNCTION f", "ONLY KEYSPACE", "TABLES", "TYPES", "FUNCTIONS",
                 "AGGREGATES", "KEYSPACE corpus"]:
        out.append(f"== DESCRIBE {what}\n")
        try:
            rows = ask(session, f"DESCRIBE {what}")
            for row in rows:
                out.append(f"-- {row[0]} {row[1]} {row[2]}\n" + "".join(f"{text}\n" for text in row[3:]))
        except Refused as e:
            out.append(f"! {KINDS.get(e.code, hex(e.code))}: {escape(e.text)}\n")
    (folder / "describe.txt").write_text("".join(out))
    cluster.shutdown()


main(*sys.argv[1:])
