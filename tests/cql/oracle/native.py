"""CQL's native protocol, version 4, as far as asking one question needs it; every value stays the bytes that came."""
import socket
import struct

CODES = {0x0000: 'SERVER_ERROR', 0x000A: 'PROTOCOL_ERROR', 0x1000: 'UNAVAILABLE', 0x1001: 'OVERLOADED', 0x1003: 'TRUNCATE_ERROR', 0x1100: 'WRITE_TIMEOUT', 0x1200: 'READ_TIMEOUT',
         0x1300: 'READ_FAILURE', 0x1400: 'FUNCTION_FAILURE', 0x1500: 'WRITE_FAILURE', 0x2000: 'SYNTAX_ERROR', 0x2100: 'UNAUTHORIZED', 0x2200: 'INVALID',
         0x2300: 'CONFIG_ERROR', 0x2400: 'ALREADY_EXISTS', 0x2500: 'UNPREPARED'}
TYPES = {0x01: 'ascii', 0x02: 'bigint', 0x03: 'blob', 0x04: 'boolean', 0x05: 'counter', 0x06: 'decimal', 0x07: 'double', 0x08: 'float', 0x09: 'int', 0x0B: 'timestamp', 0x0C: 'uuid',
         0x0D: 'text', 0x0E: 'varint', 0x0F: 'timeuuid', 0x10: 'inet', 0x11: 'date', 0x12: 'time', 0x13: 'smallint', 0x14: 'tinyint', 0x15: 'duration'}


class Body:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, n):
        piece = self.data[self.at:self.at + n]
        assert len(piece) == n
        self.at += n
        return piece

    def short(self):
        return struct.unpack('>H', self.take(2))[0]

    def int(self):
        return struct.unpack('>i', self.take(4))[0]

    def string(self):
        return self.take(self.short()).decode()

    def strings(self):
        return [self.string() for _ in range(self.short())]

    def bytes(self):
        n = self.int()
        return None if n < 0 else self.take(n)

    def type(self):
        """The type as CQL text; what the protocol has no code for, as the class it names, in quotes."""
        code = self.short()
        if code == 0x00:
            return "'" + self.string() + "'"
        if code in (0x20, 0x22):
            return ('list' if code == 0x20 else 'set') + '<' + self.type() + '>'
        if code == 0x21:
            key = self.type()
            return 'map<' + key + ', ' + self.type() + '>'
        if code == 0x30:
            keyspace, name = self.string(), self.string()
            for _ in range(self.short()):
                self.string(), self.type()
            return keyspace + '.' + name
        if code == 0x31:
            return 'tuple<' + ', '.join(self.type() for _ in range(self.short())) + '>'
        return TYPES[code]


class Connection:
    def __init__(self, host, port=9042):
        self.socket = socket.create_connection((host, port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        opcode, _, body = self.ask(0x01, struct.pack('>H', 1) + self.text('CQL_VERSION') + self.text('3.0.0'))
        assert opcode == 0x02, (opcode, body.data)

    @staticmethod
    def text(s):
        raw = s.encode()
        return struct.pack('>H', len(raw)) + raw

    def receive(self, n):
        parts = []
        while n:
            part = self.socket.recv(min(n, 1 << 20))
            if not part:
                raise EOFError('the node closed the connection')
            parts.append(part)
            n -= len(part)
        return b''.join(parts)

    def ask(self, opcode, body):
        self.socket.sendall(struct.pack('>BBHBI', 4, 0, 1, opcode, len(body)) + body)
        _, flags, _, opcode, length = struct.unpack('>BBHBI', self.receive(9))
        body = Body(self.receive(length))
        return opcode, body.strings() if flags & 0x08 else [], body

    def query(self, cql, values=()):
        """{'columns', 'rows'} or {'error'}, as recorded; values in hex for the bind markers."""
        raw = cql.encode()
        bound = b''
        if values:
            bound = struct.pack('>H', len(values)) + b''.join(struct.pack('>i', -1) if v is None else struct.pack('>i', len(v) // 2) + bytes.fromhex(v) for v in values)
        opcode, warnings, body = self.ask(0x07, struct.pack('>I', len(raw)) + raw + struct.pack('>HB', 1, 1 if values else 0) + bound)
        if opcode == 0x00:
            code = body.int()
            answer = {'error': [CODES.get(code, hex(code)), body.string()]}
        else:
            kind = body.int()
            if kind != 2:
                answer = {'columns': [], 'rows': []}
            else:
                flags, count = body.int(), body.int()
                assert not flags & 0x06, flags
                if flags & 0x01:
                    body.string(), body.string()
                columns = []
                for _ in range(count):
                    if not flags & 0x01:
                        body.string(), body.string()
                    name = body.string()
                    columns.append([name, body.type()])
                rows = [[body.bytes() for _ in columns] for _ in range(body.int())]
                answer = {'columns': columns, 'rows': [[None if v is None else v.hex() for v in row] for row in rows]}
        if warnings:
            answer['warnings'] = warnings
        return answer

    def must(self, cql):
        answer = self.query(cql)
        if 'error' in answer:
            raise RuntimeError(f"{cql}: {answer['error']}")
        return answer
