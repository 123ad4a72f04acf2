"""Types as the schema names them, and values of SELECT JSON as CQL literals of those types."""
import json


def parse(text):
    """(name, [arguments]) of a CQL type; a class in quotes and a vector's size are names."""
    at = 0

    def one():
        nonlocal at
        while text[at] == ' ':
            at += 1
        start = at
        if text[at] in '\'"':
            quote = text[at]
            at = text.index(quote, at + 1) + 1
        else:
            while at < len(text) and text[at] not in '<>, ':
                at += 1
        name, arguments = text[start:at], []
        if at < len(text) and text[at] == '<':
            while text[at] in '<,':
                at += 1
                arguments.append(one())
            at += 1
        return name, arguments
    return one()


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def name(text):
    """An identifier, in quotes where it needs them."""
    if text and text[0].isascii() and text[0].islower() and all(c.isascii() and (c.islower() or c.isdigit() or c == '_') for c in text) and text not in RESERVED:
        return text
    return '"' + text.replace('"', '""') + '"'


RESERVED = set('''add allow alter and any apply asc authorize batch begin by columnfamily create default delete desc describe drop entries execute from full grant if in index infinity
insert into is limit materialized mbean mbeans modify nan norecursive not null of on or order primary rename replace revoke schema select set table to token truncate unlogged unset
update use using view where with'''.split())
QUOTED = {'ascii', 'text', 'varchar', 'timestamp', 'date', 'time', 'inet'}
NUMBERS = {'tinyint', 'smallint', 'int', 'bigint', 'varint', 'float', 'double', 'decimal', 'counter'}


def literal(value, type, types):
    """The literal of a JSON value; types: fields of user types by name. None where there is none."""
    kind, arguments = type
    if value is None:
        return 'null'
    if kind == 'frozen':
        return literal(value, arguments[0], types)
    if kind in QUOTED:
        return quoted(value) if isinstance(value, str) else None
    if kind in NUMBERS:
        return None if value == '' else str(value)
    if kind == 'boolean':
        return None if value == '' else str(value).lower()
    if kind in ('blob', 'uuid', 'timeuuid', 'duration'):
        return value or None
    if kind in ('list', 'vector', 'set', 'tuple'):
        inner = [arguments[0]] * len(value) if kind != 'tuple' else arguments
        parts = [literal(v, t, types) for v, t in zip(value, inner)]
        opened, closed = {'list': '[]', 'vector': '[]', 'set': '{}', 'tuple': '()'}[kind]
        return None if None in parts else opened + ', '.join(parts) + closed
    if kind == 'map':
        parts = []
        for k, v in value.items():
            k, v = literal(key(k, arguments[0]), arguments[0], types), literal(v, arguments[1], types)
            if k is None or v is None:
                return None
            parts.append(k + ': ' + v)
        return '{' + ', '.join(parts) + '}'
    fields = types.get(kind.strip('"'))
    if fields is None or not isinstance(value, dict):
        return None
    parts = []
    for field, inner in fields:
        v = value.get(field, value.get('"' + field + '"'))
        if v is not None:
            v = literal(v, inner, types)
            if v is None:
                return None
            parts.append(name(field) + ': ' + v)
    return '{' + ', '.join(parts) + '}'


def key(text, type):
    """A map's key, which JSON holds as a string, as the JSON value it stands for."""
    kind, arguments = type
    if kind == 'frozen':
        return key(text, arguments[0])
    if kind in QUOTED or kind in ('blob', 'uuid', 'timeuuid', 'duration'):
        return text
    return json.loads(text, parse_float=Number, parse_int=Number) if text else ''


class Number(str):
    """A number as JSON spells it."""


def rows(lines):
    return [json.loads(line, parse_float=Number, parse_int=Number, parse_constant=Number) for line in lines if line.strip()]
