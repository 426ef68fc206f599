"""Writers for the encodings that formats share: Protocol Buffers, MessagePack, UBJSON and FlatBuffers."""

import struct


def varint(n):
    """A base-128 varint; negative numbers as 64 bits."""
    n &= (1 << 64) - 1
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def field(number, value):
    """One field: int as varint, str and bytes as a length and the bytes, float as 32 bits, a list as the field repeated."""
    if isinstance(value, list):
        return b"".join(field(number, v) for v in value)
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, float):
        return varint(number << 3 | 5) + struct.pack("<f", value)
    data = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def message(*fields):
    """A message of (number, value) pairs in order."""
    return b"".join(field(n, v) for n, v in fields)


def msgpack(value):
    """MessagePack; a pair (code, bytes) in a tuple is an extension."""
    if value is None or isinstance(value, bool):
        return {None: b"\xc0", False: b"\xc2", True: b"\xc3"}[value]
    if isinstance(value, int):
        return bytes([value]) if 0 <= value < 128 else b"\xd3" + struct.pack(">q", value)
    if isinstance(value, float):
        return b"\xcb" + struct.pack(">d", value)
    if isinstance(value, str):
        return b"\xdb" + struct.pack(">I", len(value.encode())) + value.encode()
    if isinstance(value, bytes):
        return b"\xc6" + struct.pack(">I", len(value)) + value
    if isinstance(value, tuple):
        return b"\xc9" + struct.pack(">Ib", len(value[1]), value[0]) + value[1]
    if isinstance(value, list):
        return b"\xdd" + struct.pack(">I", len(value)) + b"".join(map(msgpack, value))
    return b"\xdf" + struct.pack(">I", len(value)) + b"".join(msgpack(k) + msgpack(v) for k, v in value.items())


def ubjson(value):
    """Universal Binary JSON as XGBoost writes it."""
    if value is None or isinstance(value, bool):
        return {None: b"Z", False: b"F", True: b"T"}[value]
    if isinstance(value, int):
        return b"L" + struct.pack(">q", value)
    if isinstance(value, float):
        return b"d" + struct.pack(">f", value)
    if isinstance(value, str):
        return b"S" + ubjson(len(value.encode())) + value.encode()
    if isinstance(value, list):
        return b"[" + b"".join(map(ubjson, value)) + b"]"
    return b"{" + b"".join(ubjson(k)[1:] + ubjson(v) for k, v in value.items()) + b"}"


class Table(dict):
    """A FlatBuffers table: slot number to value; int is 32 bits, (int,) one byte."""


def flatbuffer(root, identifier):
    """A buffer with that table at its root. Everything is laid out forwards, since only forward offsets are allowed."""
    out = bytearray(4) + identifier
    start = _table(out, root)
    struct.pack_into("<I", out, 0, start)
    return bytes(out)


def _align(out, n):
    out += bytes(-len(out) % n)


def _table(out, table):
    slots = max(table, default=-1) + 1
    _align(out, 4)
    vtable = len(out)
    out += bytes(4 + 2 * slots)
    _align(out, 4)
    start = len(out)
    out += struct.pack("<i", start - vtable) + bytes(4 * len(table))
    struct.pack_into("<HH", out, vtable, 4 + 2 * slots, 4 + 4 * len(table))
    for i, (slot, value) in enumerate(table.items()):
        struct.pack_into("<H", out, vtable + 4 + 2 * slot, 4 + 4 * i)
        _value(out, start + 4 + 4 * i, value)
    return start


def _value(out, at, value):
    if isinstance(value, int):
        struct.pack_into("<i", out, at, value)
    elif isinstance(value, tuple):
        struct.pack_into("<b", out, at, value[0])
    else:
        struct.pack_into("<I", out, at, _reference(out, value) - at)


def _reference(out, value):
    if isinstance(value, Table):
        return _table(out, value)
    _align(out, 4)
    start = len(out)
    if isinstance(value, (str, bytes)):
        data = value.encode() if isinstance(value, str) else value
        out += struct.pack("<I", len(data)) + data + b"\0"
    elif all(isinstance(v, int) for v in value):
        out += struct.pack("<I", len(value)) + b"".join(struct.pack("<i", v) for v in value)
    else:
        out += struct.pack("<I", len(value)) + bytes(4 * len(value))
        for i, v in enumerate(value):
            struct.pack_into("<I", out, start + 4 + 4 * i, _reference(out, v) - (start + 4 + 4 * i))
    return start
