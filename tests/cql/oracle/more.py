#!/usr/bin/env python3
"""more.py SEED [PARTITIONER...]: tables unlike the corpus's, written and flushed by a real Cassandra, and drawn questions to them. See ../README.md."""
import gzip
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from literal import name, rows
from more_questions import questions
from more_tables import TABLES, partitioner, random_tables
from native import Connection
from questions import items, undetermined
from record import HERE, HOST, Table

FOLDER = Path(os.environ.get('MORE') or HERE.parent / 'more')


class Node:
    def __init__(self, partitioner):
        self.home = Path(os.environ.get('NODE_HOME') or f'/tmp/cqlite-cql-more-{os.getpid()}')
        self.own = 'NODE_HOME' not in os.environ
        if self.own:
            subprocess.run([HERE / 'node', 'start', self.home, '5.0.8', partitioner], check=True)
        self.flusher = subprocess.Popen([HERE / 'node', 'flush', self.home], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.connection = Connection(HOST)

    def flush(self, table):
        self.flusher.stdin.write(table + '\n')
        self.flusher.stdin.flush()
        said = self.flusher.stdout.readline().strip()
        assert said == 'ok', said

    def stop(self):
        self.flusher.stdin.close()
        self.flusher.wait()
        if self.own:
            subprocess.run([HERE / 'node', 'stop', self.home], check=True)
            time.sleep(3)
            shutil.rmtree(self.home)


def make(node, case, statements):
    """The table, with its statements; 'flush' among them writes an SSTable."""
    connection, schema = node.connection, []
    for statement in statements:
        if statement == 'flush':
            node.flush(case)
            continue
        if re.match('CREATE|ALTER', statement):
            schema.append(statement + ';')
            connection.must(statement)
        else:
            connection.query(statement)  # of drawn values some are none of their types
    node.flush(case)
    time.sleep(2)  # what lives for a second has expired
    id = connection.must(f"SELECT id FROM system_schema.tables WHERE keyspace_name = 'corpus' AND table_name = '{case}'")['rows'][0][0]
    target = FOLDER / case
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for file in sorted((node.home / 'data' / 'corpus' / f'{case}-{id}').iterdir()):
        if file.is_file() and '-Data.' in file.name or re.search('-(Index|Partitions|Rows|Statistics|CompressionInfo|Filter|Summary|TOC|Digest)\\.', file.name) and 'SAI' not in file.name:
            shutil.copy(file, target)
    (target / 'schema.cql').write_text("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};\n" + '\n'.join(schema) + '\n')
    table = Table(node, 'oa', case, case, target)
    answer = connection.query(f'SELECT JSON * FROM corpus."{case}"')
    if 'rows' not in answer:  # values of no bytes have no JSON
        print(case, answer['error'], file=sys.stderr)
        columns = [name(c[0]) for c in table.columns if 'rows' in connection.query(f'SELECT JSON {name(c[0])} FROM corpus."{case}"')]
        answer = connection.must(f'SELECT JSON {", ".join(columns)} FROM corpus."{case}"')
    table.rows = rows([bytes.fromhex(r[0]).decode() for r in answer['rows']])
    return table


def main():
    seed, only = sys.argv[1], os.environ.get('ORACLE_CASES')
    lines, seen = [], set()
    for part in (sys.argv[2:] or ['Murmur3Partitioner']):
        node = Node(part)
        try:
            if any(bytes.fromhex(r[0]) == b'corpus' for r in node.connection.must('SELECT keyspace_name FROM system_schema.keyspaces')['rows']):
                node.connection.must('DROP KEYSPACE corpus')
            node.connection.must("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
            drawn = int(os.environ.get('MORE_TABLES', 0))
            for case, statements in (random_tables(seed, drawn) if drawn else TABLES).items():
                if partitioner(case) != part or only and case not in only.split(','):
                    continue
                try:
                    table = make(node, case, statements)
                except RuntimeError as error:
                    print(case, error, file=sys.stderr)
                    continue
                errors = 0
                share, draw = float(os.environ.get('MORE_SHARE', 1)), random.Random(f'share of {case}')
                for feature, cql in questions(table, seed):
                    if feature != 'written' and draw.random() >= share:
                        continue
                    waiting = [cql]
                    while waiting:
                        cql = waiting.pop(0)
                        if cql in seen:
                            continue
                        seen.add(cql)
                        now = time.time_ns() // 1000
                        try:
                            answer = node.connection.query(cql)
                        except (OSError, EOFError) as error:
                            print(cql, error, file=sys.stderr)
                            node.connection = Connection(HOST)
                            continue
                        if 'error' in answer:
                            answer['error'][1] = answer['error'][1].replace(f'/{HOST}:', '/127.0.0.1:')
                        line = {'case': case, 'feature': feature, 'cql': cql, 'now': now, 'release': '5.0.8', **answer}
                        if undetermined(cql):
                            line['shape'] = True
                        text = json.dumps(line, ensure_ascii=False, separators=(',', ':'))
                        if len(text) < 60000:
                            lines.append(text)
                            errors += 'error' in answer
                        if 'error' in answer and ' WHERE ' not in cql:
                            waiting += items(cql)
                print(case, len(lines), errors, file=sys.stderr, flush=True)
        finally:
            node.stop()
    out = FOLDER / 'more.jsonl.gz' if 'MORE' in os.environ else HERE.parent / 'recorded' / 'more.jsonl.gz'
    out.write_bytes(gzip.compress(('\n'.join(lines) + '\n').encode(), 9, mtime=0))


if __name__ == '__main__':
    main()
