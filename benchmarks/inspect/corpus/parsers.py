"""Where CPython's own unpicklers read something else than a strict reader would, with harm behind it."""

import struct

from . import asm, settings
from .asm import MARK, POP, REDUCE, Raw, call, get, glob, put, text, tuple_of
from .gadgets import CMD, CODE, SYSTEM

HARM = call("posix:system", CMD)


def write(corpus, random):
    for klass, family in (
        ("integers", _integers),
        ("memo-keys", _memo_keys),
        ("line-endings", _lines),
        ("strings", _strings),
        ("frames", _frames),
        ("protocols", _protocols),
        ("floats", _floats),
        ("sizes", _sizes),
        ("compatibility", _compatibility),
    ):
        for name, stream, label in family():
            corpus.add(
                f"parser-{klass}",
                f"{name}.pkl",
                stream,
                label,
                target="posix.system" if label == "malicious" else "",
                expected="malicious|suspicious|error" if label == "latent" else None,
            )


def _integers():
    """INT and LONG as the C library and as int() read them, then the harm."""
    for spelling in (
        "0x10",
        "0X1f",
        "010",
        "00",
        "01",
        "-0x7",
        "+5",
        " 7",
        "7 ",
        "1_000",
        "0b101",
        "0o17",
        "99999999999999999999",
        "7\r",
        "\t3",
        "0_1",
    ):
        label = "latent" if spelling == "0_1" else "malicious"
        yield f"I-{spelling.encode().hex()}", b"I" + spelling.encode() + b"\n" + POP + HARM + b".", label
    for spelling in ("5L", "5", "0x10L", "0x10", "1_0L", " 8L", "-3L", "", "08L", "0L\r"):
        yield f"L-{spelling.encode().hex()}", _long(spelling), _long_label(spelling)
    for size in (0, 1, 8, 255):
        yield f"LONG1-{size}", b"\x8a" + bytes([size]) + b"\x01" * size + POP + HARM + b".", "malicious"
    for size in (0, 1, 8, 255, 300):
        yield f"LONG4-{size}", b"\x8b" + struct.pack("<i", size) + b"\x01" * size + POP + HARM + b".", "malicious"
    yield "LONG4-negative", HARM + b"\x8b" + struct.pack("<i", -1) + b".", "malicious"
    yield "BININT-negative", b"J\xff\xff\xff\xff" + POP + HARM + b".", "malicious"


def _long(spelling):
    return b"L" + spelling.encode() + b"\n" + POP + HARM + b"."


def _long_label(spelling):
    """What int(x, 0) refuses stops the stream before the harm."""
    try:
        int(spelling.removesuffix("L"), 0)
        return "malicious"
    except ValueError:
        return "latent"


def _memo_keys():
    """Decimal keys that int() accepts, and keys far apart."""
    for put_as, get_as in (("10", "1_0"), ("1_0", "10"), (" 3", "3"), ("3", "3 "), ("+4", "4"), ("007", "7"), ("5\r", "5"), ("5", "5\r")):
        stored = Raw(SYSTEM + b"p" + put_as.encode() + b"\n" + POP + b"g" + get_as.encode() + b"\n")
        yield f"{put_as.encode().hex()}-{get_as.encode().hex()}", stored + tuple_of(CMD) + REDUCE + b".", "malicious"
    for key in (255, 256, 65535, 100_000, 1_000_000):
        stored = Raw(SYSTEM + put(key, "LONG_BINPUT") + POP + get(key, "LONG_BINGET"))
        yield f"key-{key}", stored + tuple_of(CMD) + REDUCE + b".", "malicious"
    yield "huge-after", HARM + put(2**31 - 1, "LONG_BINPUT") + b".", "malicious"
    yield "memo-of-memo", SYSTEM + put(1) + put(2) + POP + get(2) + put(3) + POP + get(3) + tuple_of(CMD) + REDUCE + b".", "malicious"
    yield "memoize-counts", text("a") + asm.MEMOIZE + POP + SYSTEM + asm.MEMOIZE + POP + get(1) + tuple_of(CMD) + REDUCE + b".", "malicious"
    yield "memoize-after-put", text("a") + put(5) + POP + SYSTEM + asm.MEMOIZE + POP + get(1) + tuple_of(CMD) + REDUCE + b".", "malicious"
    yield "put-of-list-item", MARK + SYSTEM + put(0) + asm.LIST + POP + get(0) + tuple_of(CMD) + REDUCE + b".", "malicious"


def _lines():
    """A carriage return belongs to a name, but not to a number."""
    yield "GLOBAL-crlf", b"cposix\r\nsystem\r\n" + tuple_of(CMD) + REDUCE + b".", "latent"
    yield "GLOBAL-spaces", b"c posix\nsystem \n" + tuple_of(CMD) + REDUCE + b".", "latent"
    yield "INT-crlf", b"I1\r\n" + POP + HARM + b".", "malicious"
    yield "FLOAT-crlf", b"F1.5\r\n" + POP + HARM + b".", "malicious"
    yield "UNICODE-crlf", b"Va\r\n" + POP + HARM + b".", "malicious"
    yield "UNICODE-newline-escape", b"Va\\u000acposix\n" + POP + HARM + b".", "malicious"
    yield "PERSID-line", HARM + b"Pid\r\n.", "malicious"
    yield "no-last-newline", HARM + b"I1", "malicious"
    yield "empty-lines", b"V\n" + POP + HARM + b".", "malicious"


def _strings():
    """STRING with quotes and escapes; what is in the quotes decides the import."""
    system = [
        b"S'posix'\n",
        b'S"posix"\n',
        b"S'\\x70osix'\n",
        b"S'\\160osix'\n",
        b"S'po\\\nsix'\n".replace(b"\\\n", b""),
        b"S'posi\\x78'\n",
    ]
    for n, module in enumerate(system):
        yield f"STRING-{n}", module + b"S'system'\n" + asm.STACK_GLOBAL + tuple_of(CMD) + REDUCE + b".", "malicious"
    yield "STRING-of-opcodes", b"S'.'\n" + POP + HARM + b".", "malicious"
    yield "UNICODE-of-opcodes", b"V.\n" + POP + HARM + b".", "malicious"
    yield "BINBYTES-of-stop", asm.octets(b"." * 20) + POP + HARM + b".", "malicious"
    yield "BINUNICODE-of-pickle", text("\x80\x04.", "BINUNICODE") + POP + HARM + b".", "malicious"
    yield "surrogates", text("\ud800", "BINUNICODE") + POP + HARM + b".", "malicious"
    yield "GLOBAL-utf8", HARM + b"c\xc3\xa9\nx\n.", "malicious"
    yield "BINSTRING-latin", b"T\x01\x00\x00\x00a" + POP + HARM + b".", "malicious"
    yield "BYTEARRAY8", asm.octets(b"abc", "BYTEARRAY8") + POP + HARM + b".", "malicious"
    yield "out-of-band-later", HARM + asm.NEXT_BUFFER + b".", "malicious"


def _frames():
    """C's unpickler only reads ahead by a frame, so one too short changes nothing; Python's, which joblib and dill use, takes one too long."""
    body = HARM + b"."
    yield "exact", asm.proto(4) + asm.frame(body), "malicious"
    for length in (0, 1, 3, len(body) - 1):
        yield f"short-{length}", asm.proto(4) + asm.frame(body, length), "malicious"
    yield "long", asm.proto(4) + asm.frame(body, len(body) + 1), "malicious"
    yield "huge", asm.proto(4) + asm.frame(body, 2**62), "latent"
    yield "nested", asm.proto(4) + asm.frame(asm.frame(body)), "malicious"
    yield "many", asm.proto(4) + asm.frame(glob("posix:system")) + asm.frame(tuple_of(CMD)) + asm.frame(REDUCE + b"."), "malicious"
    cut = len(glob("posix:system")) - 4
    yield "across-a-name", asm.proto(4) + asm.frame(body[:cut]) + body[cut:], "malicious"
    yield "after-frame", asm.proto(4) + asm.frame(text("a") + POP) + body, "malicious"
    yield "empty-first", asm.proto(4) + asm.frame(b"") + body, "malicious"
    yield "in-protocol-2", asm.proto(2) + asm.frame(body), "malicious"
    yield "without-proto", asm.frame(body), "malicious"
    yield "read-again", _read_again(8192 * 16 - 17), "malicious"
    yield "read-again-unbuffered", _read_again(3), "malicious"
    yield "between-arguments", asm.proto(4) + SYSTEM + asm.frame(tuple_of(CMD)) + REDUCE + b".", "malicious"


def _read_again(before):
    """A frame of two bytes holds the start of longer bytes: C's unpickler, reading from a file, takes the rest from behind the frame and then reads that again as opcodes (cpython issue 154848)."""
    hidden = (HARM + MARK).ljust(261, asm.NONE)
    return (
        asm.proto(5)
        + asm.NONE
        + text("a" * before, "UNICODE")
        + POP
        + MARK
        + asm.frame(b"", 2)
        + b"B"
        + struct.pack("<I", 263 + len(hidden) - 261)
        + b"\0\0"
        + hidden
        + asm.POP_MARK
        + b"."
    )


def _protocols():
    """PROTO may stand anywhere and as often as one likes; only too high a number is refused."""
    for n in range(6):
        yield f"in-the-middle-{n}", SYSTEM + asm.proto(n) + tuple_of(CMD) + REDUCE + b".", "malicious"
    yield "many", b"".join(asm.proto(n) for n in range(6)) + HARM + b".", "malicious"
    yield "last", HARM + asm.proto(2) + b".", "malicious"
    for n in (6, 7, 46, 255):
        yield f"unknown-{n}", asm.proto(n) + HARM + b".", "latent"
        yield f"unknown-later-{n}", HARM + asm.proto(n) + b".", "malicious"
    yield "back-to-dots", asm.proto(2) + text("a") + POP + asm.proto(4) + glob("shutil:os.system") + tuple_of(
        CMD
    ) + REDUCE + b".", "malicious"
    yield "proto-4-opcodes-without", asm.glob("posix:system", "STACK_GLOBAL") + tuple_of(CMD) + REDUCE + b".", "malicious"


def _floats():
    for spelling in ("1.5", "1e3", "inf", "nan", "-inf", "1_0.5", " 2.5", "2.5 ", "0x1", "infinity", "1e400"):
        stream = b"F" + spelling.encode() + b"\n" + POP + HARM + b"."
        yield f"F-{spelling.encode().hex()}", stream, "latent" if spelling == "0x1" else "malicious"


def _sizes():
    """Lengths that lie stop the reader; what stood before has run."""
    for name, opcode in (
        ("BINUNICODE8", b"\x8d" + struct.pack("<Q", 2**63)),
        ("BINBYTES8", b"\x8e" + struct.pack("<Q", 2**64 - 1)),
        ("BINUNICODE", b"X" + struct.pack("<I", 2**32 - 1)),
        ("BINBYTES", b"B" + struct.pack("<I", 2**31)),
        ("BINSTRING", b"T" + struct.pack("<i", -5)),
        ("BYTEARRAY8", b"\x96" + struct.pack("<Q", 2**50)),
        ("LONG4", b"\x8b" + struct.pack("<i", 2**31 - 1)),
    ):
        yield f"{name}-after", HARM + opcode + b".", "malicious"
        yield f"{name}-before", opcode + HARM + b".", "latent"
    yield "long-string-before", text("a" * 100_000, "BINUNICODE") + POP + HARM + b".", "malicious"
    yield "many-marks", MARK * 5000 + asm.POP_MARK * 5000 + HARM + b".", "malicious"
    yield "deep-lists", asm.EMPTY_LIST * 3000 + asm.APPEND * 2999 + POP + HARM + b".", "malicious"
    yield "deep-tuples", b")" + b"\x85" * 900 + POP + HARM + b".", "malicious"
    yield "long-name", HARM + b"c" + b"a" * 70_000 + b"\nb\n.", "malicious"
    yield "dup-doubling", asm.EMPTY_TUPLE + (asm.DUP + asm.TUPLE2) * 60 + POP + HARM + b".", "malicious"


def _compatibility():
    """Names of Python 2 that protocols below 3 translate."""
    for protocol, name, argument in (
        (0, "__builtin__:eval", CODE),
        (1, "commands:getoutput", CMD),
        (2, "commands:getoutput", CMD),
        (2, "__builtin__:execfile", "m"),
    ):
        label = "malicious" if name != "__builtin__:execfile" else "latent"
        yield f"p{protocol}-{name}", settings.dress(call(name, argument, protocol=0), protocol), label
    reset = asm.proto(4) + asm.proto(2) + call("commands:getoutput", CMD, protocol=0) + b"."
    yield "translated-again", reset, "malicious"
    untranslated = asm.proto(3) + call("commands:getoutput", CMD, protocol=0) + b"."
    yield "not-translated", untranslated, "latent"
    imap = call("__builtin__:list", call("itertools:imap", SYSTEM, [CMD], protocol=0), protocol=0)
    yield "imap", settings.dress(imap, 2), "malicious"
    reduced = call("__builtin__:reduce", glob("__builtin__:eval"), [{}], CODE, protocol=0)
    yield "reduce", settings.dress(reduced, 2), "malicious"
    yield "intern-is-not-harm", settings.dress(call("__builtin__:intern", "a", protocol=0), 2), "benign"
