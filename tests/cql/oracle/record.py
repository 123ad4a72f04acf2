#!/usr/bin/env python3
"""record.py LETTER...: asks a real Cassandra every question of this folder over the SSTables of tests/corpus, and writes ../recorded/LETTER.jsonl.gz. See ../README.md."""
import calendar
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import questions
from literal import parse, rows
from native import Connection

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / 'corpus'
RELEASES = {'pa': '6.0-alpha2', 'ea': '6.0-alpha2'}
HOST = os.environ.get('ORACLE_HOST', '127.0.0.1')
LONGEST = 60_000  # characters of an answer that is kept


class Node:
    """A node with one partitioner, and the JVM that makes it load SSTables."""

    def __init__(self, release, partitioner):
        self.home = Path(tempfile.mkdtemp(prefix='cqlite-cql-'))
        subprocess.run([HERE / 'node', 'start', self.home, release, partitioner], check=True)
        self.refresher = subprocess.Popen([HERE / 'node', 'refresh', self.home], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.connection = Connection(HOST)

    def load(self, table, folder):
        id = self.connection.must(f"SELECT id FROM system_schema.tables WHERE keyspace_name = 'corpus' AND table_name = '{table}'")['rows']
        if not id:
            id = self.connection.must(f"SELECT id FROM system_schema.views WHERE keyspace_name = 'corpus' AND view_name = '{table}'")['rows']
        target = self.home / 'data' / 'corpus' / f'{table}-{id[0][0]}'
        target.mkdir(parents=True, exist_ok=True)
        for file in sorted(folder.iterdir()):
            if file.is_file() and file.suffix in ('.db', '.crc32', '.txt') and 'SAI+' not in file.name:
                shutil.copy(file, target)
        self.refresher.stdin.write(table + '\n')
        self.refresher.stdin.flush()
        return self.refresher.stdout.readline().strip()

    def stop(self):
        self.refresher.stdin.close()
        self.refresher.wait()
        pid = int((self.home / 'pid').read_text())
        subprocess.run([HERE / 'node', 'stop', self.home], check=True)
        while Path(f'/proc/{pid}').exists():
            time.sleep(0.2)
        shutil.rmtree(self.home)


class Table:
    """A table of the corpus: its columns as the node's schema has them, and its rows as the node gives them."""

    def __init__(self, node, letter, case, name, folder):
        self.letter, self.case, self.name = letter, case, name
        columns = node.connection.must(f"SELECT JSON column_name, kind, position, type, clustering_order FROM system_schema.columns WHERE keyspace_name = 'corpus' AND table_name = '{name}'")
        columns = [json.loads(bytes.fromhex(r[0])) for r in columns['rows']]
        order = {'partition_key': 0, 'clustering': 1, 'static': 2, 'regular': 3}
        columns.sort(key=lambda c: (order[c['kind']], c['position'], c['column_name'].encode()))
        self.columns = [(c['column_name'], parse(c['type']), c['kind'], c['clustering_order']) for c in columns if c['type'] != 'empty']
        self.types = {}
        for r in node.connection.must("SELECT JSON type_name, field_names, field_types FROM system_schema.types WHERE keyspace_name = 'corpus'")['rows']:
            r = json.loads(bytes.fromhex(r[0]))
            self.types[r['type_name']] = [(n, parse(t)) for n, t in zip(r['field_names'], r['field_types'])]
        file = folder / 'select.jsonl.gz'
        self.json = gzip.open(file, 'rt', encoding='utf-8', newline='\n').read().split('\n')[:-1] if file.exists() else None
        self.rows = []


def dropped_then(statement, schema, folder):
    """A column that is dropped and comes again was dropped after the first SSTable was written, not now: the later ones hold cells of it."""
    found = re.fullmatch(r'(ALTER TABLE \S+) DROP (\w+)', statement)
    if not found or f'{found[1]} ADD {found[2]} ' not in ' '.join(schema):
        return statement
    dump = gzip.open(sorted(folder.glob('*.dump.json.gz'))[0], 'rt').read()
    times = re.findall(r'"tstamp" : "(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)(?:\.(\d+))?Z"', dump)
    last = max(calendar.timegm(tuple(map(int, t[:6]))) * 1_000_000 + int((t[6] or '0').ljust(6, '0')) for t in times)
    return f'{statement} USING TIMESTAMP {last + 1}'


def tables(node, letter, cases):
    """Makes the tables of these cases in the node, and says where the node disagrees with the corpus's own record."""
    connection = node.connection
    for r in connection.must('SELECT keyspace_name FROM system_schema.keyspaces')['rows']:
        if bytes.fromhex(r[0]) == b'corpus':
            connection.must('DROP KEYSPACE corpus')
    connection.must("CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
    made = []
    for case in cases:
        if case['case'] == 'system_schema':
            continue
        folder = CORPUS / letter / case['case']
        for statement in case['schema']:
            connection.must(dropped_then(statement, case['schema'], folder))
        names = {case['case']: folder}
        for inner in sorted(folder.iterdir()):
            if inner.is_dir() and not inner.name.startswith('.'):
                names[inner.name] = inner
        for name, where in names.items():
            said = node.load(name, where)
            if said != 'ok':
                print(f'{letter} {name}: {said}', file=sys.stderr)
            table = Table(node, letter, case['case'], name, where)
            answer = connection.query(f'SELECT JSON * FROM corpus."{name}"')
            if 'rows' in answer:
                answer = [bytes.fromhex(r[0]).decode() for r in answer['rows']]
                table.rows = rows(answer)
            if table.json is not None and answer != table.json:
                here = next(((a, b) for a, b in zip(answer, table.json) if a != b), (len(answer), len(table.json)))
                print(f'{letter} {name}: the node answers {here[0]}, select.jsonl.gz has {here[1]}', file=sys.stderr)
            made.append(table)
    return made


def ask(node, letter, made, release, lines, counts):
    """Every question to these tables; the answers go to lines."""
    seen = set()
    for table, feature, cql, *values in questions.all(letter, made):
        waiting = [cql]
        while waiting:
            cql = waiting.pop(0)
            if (cql, str(values)) in seen:
                continue
            seen.add((cql, str(values)))
            now = time.time_ns() // 1000
            try:
                answer = node.connection.query(cql, *values)
            except OSError as e:  # 6.0 forgets to answer where it cannot write the message of an error
                print(f'{letter}: {cql[:200]}: {e}', file=sys.stderr)
                node.connection = Connection(HOST)
                continue
            line = {'case': table.case, 'feature': feature, 'cql': cql, 'now': now, 'release': release}
            if values:
                line['values'] = values[0]
            if questions.undetermined(cql):
                line['shape'] = True
            if 'error' in answer:
                answer['error'][1] = answer['error'][1].replace(f'/{HOST}:', '/127.0.0.1:')
            line.update(answer)
            if 'String too large' in answer.get('error', ['', ''])[1]:
                continue  # an error whose message the protocol cannot hold
            text = json.dumps(line, ensure_ascii=False, separators=(',', ':'))
            if len(text) > LONGEST:
                counts.setdefault('left out, too long', [0, 0])[0] += 1
                continue
            lines.append(text)
            counts.setdefault(feature, [0, 0])['error' in answer] += 1
            # One wrong item hides the others: each is asked for alone too.
            if 'error' in answer and ' WHERE ' not in cql and not feature.startswith(('refused', 'random', 'bind')):
                waiting += questions.items(cql)


def main():
    manifest = json.loads((CORPUS / 'MANIFEST.json').read_text())
    letters = sys.argv[1:] or list(manifest['letters'])
    only = os.environ.get('ORACLE_CASES')
    lines, counts = {letter: [] for letter in letters}, {letter: {} for letter in letters}
    for release in ('5.0.8', '6.0-alpha2'):
        mine = [letter for letter in letters if RELEASES.get(letter, '5.0.8') == release]
        for partitioner in ('Murmur3Partitioner', 'RandomPartitioner', 'ByteOrderedPartitioner', 'OrderPreservingPartitioner'):
            cases = {letter: [c for c in manifest['cases'] if (c['letter'], c['partitioner']) == (letter, partitioner) and (not only or c['case'] in only.split(','))] for letter in mine}
            if not any(cases.values()):
                continue
            node = Node(release, partitioner)
            try:
                for letter in mine:
                    if cases[letter]:
                        ask(node, letter, tables(node, letter, cases[letter]), release, lines[letter], counts[letter])
                        print(f'{letter} {partitioner}: {len(lines[letter])}', file=sys.stderr, flush=True)
            finally:
                node.stop()
    for letter in letters:
        out = HERE.parent / 'recorded' / f'{letter}.jsonl.gz'
        out.write_bytes(gzip.compress(('\n'.join(lines[letter]) + '\n').encode(), 9, mtime=0))
        count = counts[letter]
        print(f"{letter}: {sum(c[0] for c in count.values())} answers, {sum(c[1] for c in count.values())} errors, {out.stat().st_size} bytes")
        for feature, (answers, errors) in sorted(count.items()):
            print(f'  {feature}: {answers} answers, {errors} errors')


if __name__ == '__main__':
    main()
