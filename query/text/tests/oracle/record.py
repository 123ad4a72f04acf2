#!/usr/bin/env python3
"""Records what cqlsh prints: values (values.tsv) and whole answers (answers.jsonl), into the folder given.

Needs `pip install cqlsh==6.2.2` (it brings cassandra-driver and wcwidth). Nothing is connected to: values are made here, serialized,
read by the driver's types, and printed by the functions of cqlshlib's Shell and of its COPY.
"""
import csv, gzip, io, json, os, random, struct, sys, types

import cassandra.cqltypes as ct
from cqlshlib import cqlshmain, copyutil
from cqlshlib.displaying import NO_COLOR_MAP
from cqlshlib.formatting import CqlType, DateTimeFormat

random.seed(20240131)
cqlshmain.insert_driver_hooks()
A = 'org.apache.cassandra.db.marshal.'

# ---- types: a name of the marshal package, or a tuple (kind, …)
NATIVES = ['AsciiType', 'BooleanType', 'ByteType', 'BytesType', 'CounterColumnType', 'DecimalType', 'DoubleType', 'DurationType', 'FloatType',
           'InetAddressType', 'Int32Type', 'IntegerType', 'LongType', 'ShortType', 'SimpleDateType', 'TimeType', 'TimestampType',
           'TimeUUIDType', 'UTF8Type', 'UUIDType']
KEYS = [n for n in NATIVES if n not in ('DurationType', 'CounterColumnType')]


def marshal(t):
    if isinstance(t, str):
        return A + t
    kind, *args = t
    if kind in ('list', 'set', 'map'):
        return A + {'list': 'ListType', 'set': 'SetType', 'map': 'MapType'}[kind] + '(' + ','.join(map(marshal, args)) + ')'
    if kind == 'frozen':
        return A + 'FrozenType(' + marshal(args[0]) + ')'
    if kind == 'tuple':
        return A + 'TupleType(' + ','.join(map(marshal, args[0])) + ')'
    if kind == 'vector':
        return A + 'VectorType(%s, %d)' % (marshal(args[0]), args[1])
    name, fields = args
    return A + 'UserType(ks,%s,%s)' % (name.encode().hex(), ','.join('%s:%s' % (n.encode().hex(), marshal(f)) for n, f in fields))


def driver(t):
    """The driver's type. Its parser takes names of fields in hexadecimal digits for numbers, if they have no letters."""
    if isinstance(t, str):
        return ct.lookup_casstype(A + t)
    kind, *args = t
    if kind in ('list', 'set', 'map'):
        return {'list': ct.ListType, 'set': ct.SetType, 'map': ct.MapType}[kind].apply_parameters([driver(a) for a in args])
    if kind == 'frozen':
        return ct.FrozenType.apply_parameters([driver(args[0])])
    if kind == 'tuple':
        return ct.TupleType.apply_parameters([driver(a) for a in args[0]])
    if kind == 'vector':
        return ct.VectorType.apply_parameters([driver(args[0]), args[1]], None)
    name, fields = args
    return ct.UserType.make_udt_class('ks', name, tuple(n for n, _ in fields), tuple(driver(f) for _, f in fields))


# ---- values
WORDS = ['', 'a', 'alice', "it's", 'a"b', 'a,b', 'tab\there', 'new\nline', 'cr\r', 'back\\slash', '\\n', 'nul\0', 'esc\x1b[31m', '\x7f', '\x80\x9f\xa0',
         '\xa1\xff', 'é', 'e\u0301', '漢字', 'ｆｕｌｌ', '한글', 'ｶﾅ', '😀', 'a😀b漢', '\u200b', '\ufeff', 'Ω≈ç√', '\u202eabc', ' leading', 'trailing ', 'null', 'None', '-', '=1+1',
         'line1\r\nline2', 'İ', 'ß', '\U00020000', 'นี้', 'مرحبا', 'नमस्ते', ';', "''", '"', '""', '\\', '\\\\', '\\"', 'x' * 40]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 0.125, 123.456, 99999.5, 100000.0, 123456.0, 1234567.0, 999999.5, 0.0001, 0.00001, 0.00012345, 0.000012345,
          1e-16, 2.3e-16, 2.2e-16, 1e10, 1e15, 1e16, 1e17, 1e100, 3.4028234e38, 1.4e-45, float('nan'), float('inf'), float('-inf'), 3.141592653589793,
          2.718281828459045, 1 / 3, 2 / 3, 9.99995, 9.999949, 99.99995, 0.099999999, 999.99999, 12345.678901, 0.5e-4, 1000.0, 999.9999999999999]


def vint(n):
    u = (n << 1) ^ (n >> 63)
    u &= (1 << 64) - 1
    size = 9 - ((max(u.bit_length(), 1) - 1) // 7 + 1) if u.bit_length() <= 56 else 0
    extra = 8 - size if u.bit_length() <= 56 else 8
    if extra == 0:
        return bytes([u])
    if extra == 8:
        return b'\xff' + u.to_bytes(8, 'big')
    body = bytearray(u.to_bytes(extra + 1, 'big'))
    body[0] |= (0xff << (8 - extra)) & 0xff
    return bytes(body)


def varint(n):
    length = (n if n >= 0 else ~n).bit_length() // 8 + 1
    return n.to_bytes(length, 'big', signed=True)


def integer(bits):
    edge = [0, 1, -1, 7, 42, 1000, -1000, 1234567, (1 << bits - 1) - 1, -(1 << bits - 1)]
    n = random.choice(edge + [random.getrandbits(bits) - (1 << bits - 1) for _ in range(6)])
    return max(min(n, (1 << bits - 1) - 1), -(1 << bits - 1))


def native(n, key=False):
    if n in ('UTF8Type', 'AsciiType'):
        text = random.choice(WORDS) + random.choice(['', '', '', random.choice(WORDS)])
        if n == 'AsciiType':
            text = ''.join(c for c in text if ord(c) < 128)
        return text.encode()
    if n == 'BooleanType':
        return bytes([random.choice([0, 1])])
    if n == 'ByteType':
        return struct.pack('>b', integer(8))
    if n == 'ShortType':
        return struct.pack('>h', integer(16))
    if n == 'Int32Type':
        return struct.pack('>i', integer(32))
    if n in ('LongType', 'CounterColumnType'):
        return struct.pack('>q', integer(64))
    if n == 'IntegerType':
        return varint(random.choice([0, 1, -1, 127, 128, -128, -129, 10 ** 30, -10 ** 30, random.getrandbits(200)]))
    if n == 'BytesType':
        return bytes(random.getrandbits(8) for _ in range(random.choice([0, 1, 2, 16, 33])))
    if n == 'DecimalType':
        return struct.pack('>i', random.choice([0, 1, 2, 5, 6, 7, 8, 20, -1, -3, -20, 100])) + varint(random.choice([0, 1, -1, 10, 100, 12345, -98765, 10 ** 25 + 7]))
    if n in ('FloatType', 'DoubleType'):
        f = random.choice(FLOATS + [random.uniform(-1, 1), random.uniform(-1e6, 1e6), random.lognormvariate(0, 20), struct.unpack('>d', random.randbytes(8))[0]])
        if key and (f != f or f == 0):
            f = 1.25
        if n == 'DoubleType':
            return struct.pack('>d', f)
        try:
            return struct.pack('>f', f)
        except OverflowError:
            return struct.pack('>f', 12.5)
    if n == 'InetAddressType':
        return random.choice([bytes([127, 0, 0, 1]), bytes([10, 0, 0, 9]), bytes([9, 255, 0, 1]), random.randbytes(4), random.randbytes(16), bytes(16), bytes(15) + b'\x01',
                              bytes(12) + b'\x01\x02\x03\x04', bytes(14) + b'\x03\x04', bytes(10) + b'\xff\xff\x01\x02\x03\x04', b'\x20\x01\x0d\xb8' + bytes(11) + b'\x01',
                              b'\xfe\x80' + bytes(6) + random.randbytes(8), bytes.fromhex('20010db8000000010001000100010001'), bytes.fromhex('20010000000000010000000000000001')])
    if n == 'SimpleDateType':
        days = random.choice([0, 1, -1, 19753, 20000, -719162, -719163, -719528, 2932896, 2932897, -2 ** 31, 2 ** 31 - 1, random.randint(-800000, 3000000)])
        return struct.pack('>I', days + 2 ** 31)
    if n == 'TimeType':
        return struct.pack('>q', random.choice([0, 1, 999, 86399999999999, 43200000000000, random.randrange(86400 * 10 ** 9)]))
    if n == 'TimestampType':
        ms = random.choice([0, 1, -1, 999, -999, 1706700000123, 1706700000000, -1e12, 253402300799999, 253402300799998, 253402300799000, 253402300800000, -62135596800000, -62135596800001, 2 ** 62, -2 ** 63, 2 ** 63 - 1,
                            random.randint(-62135596800000, 253402300799000), random.randint(0, 2 * 10 ** 12), random.randint(0, 2 * 10 ** 12), random.randint(-10 ** 17, 10 ** 17)])
        if key:
            ms = random.randint(0, 2 * 10 ** 12)
        return struct.pack('>q', int(ms))
    if n == 'DurationType':
        sign = random.choice([1, -1])
        m, d, ns = random.choice([0, 1, 11, 12, 25, 2 ** 31 - 1]), random.choice([0, 1, 30, 400]), random.choice(
            [0, 1, 999, 1000, 10 ** 6, 10 ** 9, 61 * 10 ** 9, 3600 * 10 ** 9 + 1, 86400 * 10 ** 9 * 3 + 123456789, 2 ** 63 - 1])
        return b''.join(vint(sign * x) for x in (m, d, ns))
    if n == 'UUIDType':
        return random.randbytes(16)
    u = bytearray(random.randbytes(16))
    u[6] = 0x10 | u[6] & 0xf
    u[8] = 0x80 | u[8] & 0x3f
    return bytes(u)


def part(b):
    return struct.pack('>i', -1) if b is None else struct.pack('>i', len(b)) + b


def ordered(t, items):
    """Distinct items in the order that Cassandra has, where it is Python's too; of UUIDs and addresses any."""
    ty = driver((t))
    seen, out = [], []
    for b in items:
        v = ty.from_binary(b, 4)
        if v not in seen:
            seen.append(v)
            out.append((v, b))
    if isinstance(t, str) and t in ('UUIDType', 'TimeUUIDType', 'InetAddressType'):
        return [b for _, b in out]
    return [b for _, b in sorted(out, key=lambda p: p[0])]


def value(t, key=False):
    if isinstance(t, str):
        return native(t, key)
    kind, *args = t
    if kind == 'frozen':
        return value(args[0], key)
    n = random.choice([0, 1, 1, 2, 3, 5])
    if kind == 'list':
        items = [value(args[0], key) for _ in range(n)]
        return struct.pack('>i', n) + b''.join(map(part, items))
    if kind == 'set':
        items = ordered(args[0], [value(args[0], True) for _ in range(n)])
        return struct.pack('>i', len(items)) + b''.join(map(part, items))
    if kind == 'map':
        keys = ordered(args[0], [value(args[0], True) for _ in range(n)])
        return struct.pack('>i', len(keys)) + b''.join(part(k) + part(value(args[1])) for k in keys)
    if kind == 'tuple':
        fields = [None if nullable(f) and not key and random.random() < .2 else value(f, key) for f in args[0]]
        return b''.join(map(part, fields))
    if kind == 'udt':
        fields = [None if random.random() < .2 else value(f) for _, f in args[1]]
        short = random.choice([0, 0, 0, 1])
        return b''.join(map(part, fields[:len(fields) - short]))
    items = [value(args[0]) for _ in range(args[1])]
    size = driver((args[0])).serial_size()
    if size is not None:
        return b''.join(items)
    return b''.join(uvint(len(b)) + b for b in items)


def uvint(n):
    assert n < 16384
    return bytes([n]) if n < 128 else bytes([0x80 | n >> 8, n & 0xff])


# Types whose formatter prints a null in a tuple; of the others the formatting fails.
def nullable(t):
    return isinstance(t, str) and t in ('Int32Type', 'LongType', 'UUIDType', 'DecimalType', 'SimpleDateType', 'TimeType', 'TimestampType', 'InetAddressType', 'ShortType', 'IntegerType')


ADDRESS = ('udt', 'address', [('street', 'UTF8Type'), ('zip', 'Int32Type'), ('at', 'TimestampType'), ('ip', 'InetAddressType')])
NAMES = ('udt', 'names', [('first', 'UTF8Type'), ('all', ('frozen', ('list', 'UTF8Type'))), ('home', ('frozen', ADDRESS)), ('e', 'DoubleType')])
TYPES = list(NATIVES)
TYPES += [(k, n) for k in ('list', 'set') for n in (NATIVES if k == 'list' else KEYS) if n != 'CounterColumnType']
TYPES += [('map', k, random.choice(KEYS)) for k in KEYS] + [('map', 'UTF8Type', v) for v in NATIVES if v != 'CounterColumnType']
TYPES += [('tuple', ['Int32Type', 'UTF8Type']), ('tuple', ['UUIDType', 'TimestampType', 'InetAddressType', 'DecimalType']), ('tuple', ['Int32Type']),
          ('tuple', ['BooleanType', 'FloatType', 'DoubleType', 'BytesType']), ('tuple', [('frozen', ('list', 'Int32Type')), ('frozen', ADDRESS), 'SimpleDateType', 'TimeType'])]
TYPES += [ADDRESS, ('frozen', ADDRESS), NAMES, ('list', ('frozen', ADDRESS)), ('map', 'Int32Type', ('frozen', NAMES))]
TYPES += [('vector', 'FloatType', 3), ('vector', 'Int32Type', 1), ('vector', 'UTF8Type', 2), ('vector', 'DoubleType', 2), ('vector', 'BooleanType', 2), ('vector', 'LongType', 4)]
TYPES += [('list', ('frozen', ('list', 'Int32Type'))), ('list', ('frozen', ('set', 'UTF8Type'))), ('map', 'UTF8Type', ('frozen', ('map', 'Int32Type', 'UTF8Type'))),
          ('set', ('frozen', ('tuple', ['Int32Type', 'UTF8Type']))), ('map', ('frozen', ('list', 'Int32Type')), 'DoubleType'), ('frozen', ('list', 'UTF8Type')),
          ('set', ('frozen', ('tuple', ['InetAddressType', 'UUIDType']))), ('list', ('frozen', ('tuple', ['TimestampType', 'BooleanType'])))]


def user_types(t, out):
    if isinstance(t, tuple):
        if t[0] == 'udt':
            out[t[1]] = types.SimpleNamespace(field_types=[cql(f) for _, f in t[2]])
            for _, f in t[2]:
                user_types(f, out)
        for a in t[1:]:
            for b in a if isinstance(a, list) else [a]:
                if isinstance(b, tuple) and b[0] in ('udt', 'list', 'set', 'map', 'tuple', 'vector', 'frozen'):
                    user_types(b, out)
    return out


def cql(t):
    return driver((t)).cql_parameterized_type().replace(A + 'VectorType', 'vector')


def shell(color=False, expand=False, tty=False):
    s = cqlshmain.Shell.__new__(cqlshmain.Shell)
    s.color, s.expand_enabled, s.tty = color, expand, tty
    s.decoding_errors = []
    s.display_timestamp_format, s.display_date_format, s.display_nanotime_format = cqlshmain.DEFAULT_TIMESTAMP_FORMAT, cqlshmain.DEFAULT_DATE_FORMAT, cqlshmain.DEFAULT_NANOTIME_FORMAT
    s.display_float_precision, s.display_double_precision = cqlshmain.DEFAULT_FLOAT_PRECISION, cqlshmain.DEFAULT_DOUBLE_PRECISION
    s.display_timezone = None
    s.output_codec = types.SimpleNamespace(name='utf-8')
    s.query_out = io.StringIO()
    s.shunted_query_out = None
    s.current_keyspace = 'ks'
    return s


def copier(**opts):
    task = types.SimpleNamespace(maybe_read_config_file=lambda o, d: o, clean_options=copyutil.CopyTask.clean_options, get_num_processes=lambda cap: 1,
                                 check_options=copyutil.CopyTask.check_options, ks='ks', table='t',
                                 shell=types.SimpleNamespace(display_timestamp_format=cqlshmain.DEFAULT_TIMESTAMP_FORMAT, display_date_format=cqlshmain.DEFAULT_DATE_FORMAT,
                                                             display_nanotime_format=cqlshmain.DEFAULT_NANOTIME_FORMAT, consistency_level=1, debug=False))
    options = copyutil.CopyTask.parse_options(task, dict(opts), 'to')
    c = options.copy
    return types.SimpleNamespace(nullval=c['nullval'], formatters={}, double_precision=c['doubleprecision'], float_precision=c['floatprecision'], encoding='utf8',
                                 date_time_format=c['dtformats'], decimal_sep=c['decimalsep'], thousands_sep=c['thousandssep'], boolean_styles=c['boolstyle'], dialect=options.dialect, header=c['header'])


def copied(c, v, ctype):
    return copyutil.ExportProcess.format_value(c, v, ctype)


def read(t, b):
    return driver((t)).from_binary(b, 4)


def meta(t):
    return types.SimpleNamespace(user_types=user_types(t, {}))


COPIES = [{}, {'floatprecision': '2', 'doubleprecision': '0', 'decimalsep': ',', 'delimiter': ';', 'null': 'N\\A', 'boolstyle': 'yes, no'},
          {'thousandssep': '_', 'datetimeformat': '%d %b %Y, %I:%M:%S.%f %p', 'quote': "'", 'escape': "'", 'header': 'true'},
          {'delimiter': '|', 'quote': '"', 'escape': '"', 'header': 'TRUE', 'datetimeformat': '%Y/%m/%d %H-%M %j %a %A %B %y'}]


def values(folder):
    plain, color = shell(), shell(color=True)
    lines = ['type\tbytes\ttext\twidth\tcolored\tcopied\tcopied with options 1\t2']
    for t in TYPES:
        seen = set()
        empty = [b''] if isinstance(t, str) or t[0] != 'vector' else []
        for b in empty + [value(t) for _ in range(60 if isinstance(t, str) else 24)]:
            if b in seen:
                continue
            seen.add(b)
            v, ctype = read(t, b), CqlType(cql(t), meta(t))
            shown, colored = plain.myformat_value(v, ctype), color.myformat_value(v, ctype)
            if plain.decoding_errors or color.decoding_errors:
                raise Exception('%s %s: %s' % (marshal(t), b.hex(), plain.decoding_errors[0].message()))
            line = [marshal(t), b.hex(), shown.strval, str(shown.displaywidth), '%d %s' % (colored.displaywidth, colored.coloredval)]
            for o in COPIES[:3]:
                try:
                    line.append(copied(copier(**o), v, CqlType(cql(t), meta(t))))
                except (TypeError, ValueError):  # a null in a tuple, with a separator of thousands
                    line.append('!')
            assert not any('\t' in f or '\n' in f for f in line), line
            lines.append('\t'.join(line))
    write(folder, 'values.tsv.gz', lines)


class Result:
    def __init__(self, names, tys, rows, page):
        self.column_names, self.column_types = names, [driver(t) for t in tys]
        self.pages = [rows[i:i + page] for i in range(0, len(rows), page)] or [[]]
        self.n = 0

    current_rows = property(lambda self: self.pages[self.n])
    has_more_pages = property(lambda self: self.n + 1 < len(self.pages))

    def fetch_next_page(self):
        self.n += 1


def answer(names, tys, rows):
    read_rows = [{n: None if b is None else read(t, b) for n, t, b in zip(names, tys, row)} for row in rows]
    users = {}
    for t in tys:
        user_types(t, users)
    ks = types.SimpleNamespace(user_types=users)
    case = {'columns': [[n, marshal(t)] for n, t in zip(names, tys)], 'rows': [[None if b is None else b.hex() for b in row] for row in rows]}
    cqlshmain.cql_typename = lambda ty: ty.cql_parameterized_type()
    cqlshmain.input = lambda prompt='': ''
    for name, o in {'table': {}, 'expanded': {'expand': True}, 'tty': {'tty': True}, 'colors': {'color': True, 'tty': True}, 'expanded_colors': {'color': True, 'expand': True, 'tty': True}}.items():
        s = shell(**o)
        s.conn = types.SimpleNamespace(metadata=types.SimpleNamespace(keyspaces={'ks': ks}))
        s.print_result(Result(names, tys, read_rows, 100), None)
        if s.decoding_errors:
            raise Exception(s.decoding_errors[0].message())
        case[name] = s.query_out.getvalue()
    case['copies'] = []
    for o in COPIES:
        c, out = copier(**o), io.StringIO()
        w = csv.writer(out, **c.dialect)
        if c.header:
            w.writerow(names)
        ctypes = [CqlType(cql(t), ks) for t in tys]
        try:
            for row in read_rows:
                w.writerow([copied(c, row[n], t) for n, t in zip(names, ctypes)])
            case['copies'].append(out.getvalue())
        except (TypeError, ValueError):
            case['copies'].append(None)
    return json.dumps(case, ensure_ascii=False)


def answers(folder):
    cases = []
    cases.append(answer(['a'], ['Int32Type'], []))
    cases.append(answer(['name', 'Ünï', '漢字', 'with "quotes", and commas'], ['UTF8Type'] * 4, []))
    cases.append(answer(['t'], ['UTF8Type'], [[w.encode()] for w in WORDS] + [[None]]))
    cases.append(answer(['[json]'], ['UTF8Type'], [[b'{"a": 1, "b": "x\\ny"}']]))
    for n in (1, 2, 99, 100, 101, 200, 250):
        cases.append(answer(['id', 'text', 'l'], ['Int32Type', 'UTF8Type', ('list', 'UTF8Type')], [[struct.pack('>i', i), native('UTF8Type'), value(('list', 'UTF8Type'))] for i in range(n)]))
    for _ in range(60):
        width = random.randint(1, 6)
        tys = [random.choice(TYPES) for _ in range(width)]
        names = random.sample(['a', 'B', 'a long name', 'é', '漢字', 'x\ty', 'back\\slash', 'v', 'system.now()', 'count'], width)
        rows = [[None if random.random() < .15 else value(t) for t in tys] for _ in range(random.choice([1, 2, 5]))]
        cases.append(answer(names, tys, rows))
    write(folder, 'answers.jsonl.gz', cases)


def write(folder, name, lines):
    with open(os.path.join(folder, name), 'wb') as raw, gzip.GzipFile('', 'wb', 9, raw, 0) as f:
        f.write(('\n'.join(lines) + '\n').encode())
    print(name, len(lines))


values(sys.argv[1])
answers(sys.argv[1])
