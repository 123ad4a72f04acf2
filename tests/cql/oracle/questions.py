"""Every question to the tables of a letter, in order: (table, feature, CQL). `oa` is asked all, the other letters a part drawn from a seed, of all kinds."""
import random
import re

import by_type
import features
import refused
from anywhere import Anywhere
from literal import name

# letter: (drawn questions a table, share of the fixed ones to any table, of those written by hand, of those by type, of the refused)
SHARES = {'oa': (36, 1, 1, 1, 1), 'da': (4, 0.25, 0.4, 0.1, 0.05), 'nb': (3, 0.15, 0.2, 0.06, 0.03), 'me': (3, 0.15, 0.2, 0.06, 0.03), 'pa': (5, 0.25, 0.5, 0.12, 0.06), 'ea': (5, 0.25, 0.5, 0.12, 0.06)}
OTHERS = (3, 0.15, 0.25, 0.06, 0.02)


def described(tables):
    for t in tables:
        kind = 'MATERIALIZED VIEW' if t.name == 'views_by_v' else 'TABLE'
        yield t, 'describe', f'DESCRIBE {kind} corpus.{name(t.name)}'
    first = tables[0]
    for made in sorted(first.types):
        yield first, 'describe', f'DESCRIBE TYPE corpus.{name(made)}'


def all(letter, tables):
    drawn, fixed, written, by_types, refusals = SHARES.get(letter, OTHERS)
    draw = random.Random(f'share of {letter}')
    for table in tables:
        for feature, cql in Anywhere(table, f'{letter} {table.name}', letter in ('pa', 'ea')).all(drawn):
            if feature == 'random' or draw.random() < fixed:
                yield table, feature, cql
        for feature, cql in features.ASKED.get(table.name, []):
            if draw.random() < written:
                yield table, feature, cql
        if letter in ('oa', 'pa', 'ea'):
            for feature, cql in features.ASKED_SIX.get(table.name, []):
                yield table, feature, cql
        for cql, values in features.BOUND.get(table.name, []):
            yield table, 'bind markers', cql, values
        if table.name.startswith('type_'):
            for feature, cql in by_type.questions(table):
                if draw.random() < by_types:
                    yield table, feature, cql
    for question in refused.questions(tables):
        if draw.random() < refusals:
            yield question
    yield from described(tables)


def undetermined(cql):
    """Whether the answer is another one each time: of such, only the columns and the number of rows count."""
    return re.search(r'\b(now|uuid|current_?(timestamp|date|time|timeuuid))\s*\(', cql, re.I) is not None


def items(cql):
    """A SELECT of several things as several SELECTs; none where it asks for one."""
    found = re.fullmatch(r'SELECT (.*?)( FROM corpus\..*)', cql, re.S)
    if not found or found[1].startswith(('JSON', 'DISTINCT')):
        return []
    parts, depth, quote, part = [], 0, '', ''
    for c in found[1]:
        if quote:
            quote = '' if c == quote else quote
        elif c in '\'"':
            quote = c
        elif c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
        if c == ',' and depth == 0 and not quote:
            parts, part = parts + [part.strip()], ''
        else:
            part += c
    parts.append(part.strip())
    return [f'SELECT {p}{found[2]}' for p in parts if p] if len(parts) > 1 else []
