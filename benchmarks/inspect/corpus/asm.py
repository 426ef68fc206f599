"""An assembler for pickles: every opcode as bytes, so that streams can be written that no pickler writes.

Reference: CPython's Lib/pickletools.py and Lib/pickle.py (3.11 to 3.14).
"""

import struct

STOP, MARK, POP, POP_MARK, DUP = b".", b"(", b"0", b"1", b"2"
REDUCE, BUILD, OBJ, NEWOBJ, NEWOBJ_EX = b"R", b"b", b"o", b"\x81", b"\x92"
APPEND, APPENDS, SETITEM, SETITEMS, ADDITEMS = b"a", b"e", b"s", b"u", b"\x90"
NONE, TRUE, FALSE = b"N", b"\x88", b"\x89"
EMPTY_TUPLE, EMPTY_LIST, EMPTY_DICT, EMPTY_SET = b")", b"]", b"}", b"\x8f"
TUPLE, TUPLE1, TUPLE2, TUPLE3, LIST, DICT, FROZENSET = b"t", b"\x85", b"\x86", b"\x87", b"l", b"d", b"\x91"
MEMOIZE, STACK_GLOBAL, BINPERSID, NEXT_BUFFER, READONLY_BUFFER = b"\x94", b"\x93", b"Q", b"\x97", b"\x98"


class Raw(bytes):
    """Opcodes that leave one value on the stack, usable wherever a value is."""


def proto(n):
    return b"\x80" + bytes([n])


def frame(data, length=None):
    """A FRAME around opcodes; another length than theirs on demand."""
    return b"\x95" + struct.pack("<Q", len(data) if length is None else length) + data


def put(i, how="BINPUT"):
    return {"PUT": b"p%d\n" % i, "BINPUT": b"q" + bytes([i & 255]), "LONG_BINPUT": b"r" + struct.pack("<I", i), "MEMOIZE": MEMOIZE}[how]


def get(i, how="BINGET"):
    return {"GET": b"g%d\n" % i, "BINGET": b"h" + bytes([i & 255]), "LONG_BINGET": b"j" + struct.pack("<I", i)}[how]


def text(s, how="SHORT_BINUNICODE"):
    """A string by the opcode of that name."""
    raw = s.encode("utf-8", "surrogatepass")
    if how == "UNICODE":
        return b"V" + s.encode("raw-unicode-escape").replace(b"\n", b"\\u000a") + b"\n"
    if how == "STRING":
        return b"S" + repr(s).encode() + b"\n"
    if how == "BINSTRING":
        return b"T" + struct.pack("<i", len(raw)) + raw
    if how == "SHORT_BINSTRING":
        return b"U" + bytes([len(raw)]) + raw
    if how == "BINUNICODE" or len(raw) > 255 and how == "SHORT_BINUNICODE":
        return b"X" + struct.pack("<I", len(raw)) + raw
    if how == "BINUNICODE8":
        return b"\x8d" + struct.pack("<Q", len(raw)) + raw
    return b"\x8c" + bytes([len(raw)]) + raw


TEXT_OPCODES = ("UNICODE", "STRING", "BINSTRING", "SHORT_BINSTRING", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8")


def octets(b, how="BINBYTES"):
    """Bytes by the opcode of that name."""
    if how == "SHORT_BINBYTES" and len(b) < 256:
        return b"C" + bytes([len(b)]) + b
    if how == "BINBYTES8":
        return b"\x8e" + struct.pack("<Q", len(b)) + b
    if how == "BYTEARRAY8":
        return b"\x96" + struct.pack("<Q", len(b)) + b
    return b"B" + struct.pack("<I", len(b)) + b


def integer(i, protocol=4):
    if protocol == 0 or not -(2**31) <= i < 2**31:
        return b"L%dL\n" % i if not -(2**31) <= i < 2**31 else b"I%d\n" % i
    if 0 <= i < 256:
        return b"K" + bytes([i])
    return b"M" + struct.pack("<H", i) if 0 <= i < 65536 else b"J" + struct.pack("<i", i)


def push(value, protocol=4):
    """Opcodes that push a plain Python value, in the manner of a protocol."""
    if isinstance(value, Raw):
        return bytes(value)
    if value is None:
        return NONE
    if isinstance(value, bool):
        return (b"I01\n" if value else b"I00\n") if protocol < 2 else (TRUE if value else FALSE)
    if isinstance(value, int):
        return integer(value, protocol)
    if isinstance(value, float):
        return b"F" + repr(value).encode() + b"\n" if protocol == 0 else b"G" + struct.pack(">d", value)
    if isinstance(value, str):
        return text(value, ("UNICODE", "BINUNICODE", "BINUNICODE", "BINUNICODE")[protocol] if protocol < 4 else "SHORT_BINUNICODE")
    if isinstance(value, (bytes, bytearray)):
        return _bytes(bytes(value), protocol)
    if isinstance(value, tuple):
        return tuple_of(*value, protocol=protocol)
    if isinstance(value, list):
        return (MARK + LIST if protocol == 0 else EMPTY_LIST) + (
            MARK + b"".join(push(v, protocol) for v in value) + APPENDS if value else b""
        )
    if isinstance(value, dict):
        items = b"".join(push(k, protocol) + push(v, protocol) for k, v in value.items())
        return (MARK + DICT if protocol == 0 else EMPTY_DICT) + (MARK + items + SETITEMS if value else b"")
    raise TypeError(type(value))


def _bytes(value, protocol):
    if protocol >= 3:
        return octets(value, "SHORT_BINBYTES" if len(value) < 256 else "BINBYTES")
    if not value:
        return b"c__builtin__\nbytes\n)R" if protocol else b"c__builtin__\nbytes\n(tR"
    return b"c_codecs\nencode\n" + tuple_of(value.decode("latin1"), "latin1", protocol=protocol) + REDUCE


def tuple_of(*values, protocol=4):
    """A tuple of values."""
    body = b"".join(push(v, protocol) for v in values)
    if protocol < 2 or len(values) > 3:
        return MARK + body + TUPLE
    return body + (EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE3)[len(values)]


def glob(name, how="GLOBAL", strings="SHORT_BINUNICODE"):
    """Imports `module:attribute`."""
    module, _, attribute = name.partition(":")
    if how == "GLOBAL":
        return Raw(b"c" + module.encode() + b"\n" + attribute.encode() + b"\n")
    return Raw(text(module, strings) + text(attribute, strings) + STACK_GLOBAL)


def call(function, *args, protocol=4):
    """REDUCE of a callable given as `module:name` or as opcodes."""
    return Raw(named(function, protocol) + tuple_of(*args, protocol=protocol) + REDUCE)


def named(function, protocol=4):
    """A callable given as `module:name` or as opcodes."""
    return function if isinstance(function, Raw) else glob(function, "GLOBAL" if protocol < 4 else "STACK_GLOBAL")


def whole(body, protocol=4, framed=True):
    """A complete stream as that protocol's pickler would begin and end it."""
    start = proto(protocol) if protocol >= 2 else b""
    return start + (frame(body + STOP) if protocol >= 4 and framed else body + STOP)
