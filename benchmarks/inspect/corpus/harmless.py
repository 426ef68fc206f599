"""Harmless streams, made with the same opcodes and oddities as the harmful ones, and streams that need unknown code."""

import itertools
import struct

from . import asm, settings
from .asm import MARK, Raw, call, get, glob, push, put, text, tuple_of
from .containers import array
from .imports import IMPORTS
from .settings import WEIGHTS

DATA = {
    "none": None,
    "numbers": [0, 1, -1, 255, 256, 65536, 2**31, 2**63, -(2**80), 1.5, float("inf")],
    "texts": ["", "a", "naïve", "日本語", "a\nb", "quote'\"", "x" * 300],
    "tuples": ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)),
    "weights": WEIGHTS,
    "deep": {"a": {"b": {"c": [{"d": ({"e": [1]},)}]}}},
    "many": list(range(3000)),
    "vocabulary": {f"token{i}": i for i in range(500)},
    "flags": [True, False, None],
    "octets": {"raw": bytes(range(256))},
}

CALLS = [
    ("collections:OrderedDict", ()),
    ("collections:OrderedDict", ([["a", 1], ["b", 2]],)),
    ("collections:defaultdict", (glob("builtins:list"),)),
    ("collections:defaultdict", (glob("builtins:int"),)),
    ("collections:deque", ([1, 2, 3], 5)),
    ("collections:Counter", ({"a": 2},)),
    ("builtins:set", ([1, 2],)),
    ("builtins:frozenset", ([1, 2],)),
    ("builtins:bytearray", (b"abc",)),
    ("builtins:complex", (1.0, 2.0)),
    ("builtins:range", (0, 10, 2)),
    ("builtins:slice", (0, 10, None)),
    ("builtins:object", ()),
    ("datetime:date", (b"\x07\xe6\x0c\x11",)),
    ("datetime:datetime", (b"\x07\xe6\x0c\x11\n\x1e\0\0\0\0",)),
    ("datetime:timedelta", (1, 2, 3)),
    ("datetime:timezone", (call("datetime:timedelta", 0, 3600, 0),)),
    ("datetime:time", (b"\n\x1e\0\0\0\0",)),
    ("decimal:Decimal", ("1.5",)),
    ("fractions:Fraction", ("1/3",)),
    ("pathlib:PurePosixPath", ("a", "b")),
    ("pathlib:PosixPath", ("a", "b.txt")),
    ("ipaddress:IPv4Address", (2130706433,)),
    ("types:SimpleNamespace", ()),
    ("numpy:dtype", ("f8", False, True)),
    (
        "numpy.core.multiarray:scalar",
        (Raw(call("numpy:dtype", "i8", False, True) + tuple_of(3, "<", None, None, None, -1, -1, 0) + asm.BUILD), b"\1\0\0\0\0\0\0\0"),
    ),
    ("_codecs:encode", ("\xff\xfe", "latin1")),
    ("__builtin__:set", ([1],)),
    ("copy_reg:_reconstructor", (glob("collections:OrderedDict"), glob("__builtin__:dict"), Raw(push({"a": 1})))),
]

UNKNOWN = [
    "mycompany.models:ChurnModel",
    "model:Net",
    "__main__:Net",
    "src.train:Preprocessor",
    "acme_ml:Pipeline",
    "utils.layers:Attention",
    "my_pkg.sub.mod:Thing.Inner",
]


def write(corpus, random):
    _data(corpus)
    _calls(corpus)
    _imports(corpus, random)
    _oddities(corpus)
    _arrays(corpus)
    _unknown(corpus, random)


def _data(corpus):
    for protocol, (name, value) in itertools.product(range(6), DATA.items()):
        corpus.add("harmless-data", f"p{protocol}-{name}.pkl", asm.whole(push(value, protocol), protocol), "benign")


def _calls(corpus):
    for name, arguments in CALLS:
        old = name.startswith(("__builtin__", "copy_reg"))
        for protocol in (0, 1, 2) if old else (0, 2, 3, 4, 5):
            stream = asm.whole(call(name, *arguments, protocol=protocol), protocol)
            corpus.add("harmless-calls", f"p{protocol}-{name}.pkl", stream, "benign")


def _imports(corpus, random):
    """The same ways to import, with what is harmless."""
    for way, importer in IMPORTS.items():
        for protocol in range(6):
            made = Raw(importer("collections", "OrderedDict") + asm.EMPTY_TUPLE + asm.REDUCE)
            setting = random.choice(list(settings.SETTINGS.values()))
            corpus.add("harmless-imports", f"p{protocol}-{way}.pkl", asm.whole(setting(made), protocol), "benign")
    for protocol in range(6):
        corpus.add("harmless-imports", f"p{protocol}-INST.pkl", asm.whole(MARK + b"icollections\nOrderedDict\n", protocol), "benign")
        corpus.add(
            "harmless-imports", f"p{protocol}-OBJ.pkl", asm.whole(MARK + glob("collections:OrderedDict") + asm.OBJ, protocol), "benign"
        )
        new = Raw(glob("datetime:timedelta") + tuple_of(1) + asm.NEWOBJ)
        corpus.add("harmless-imports", f"p{protocol}-NEWOBJ.pkl", asm.whole(new, protocol), "benign")


def _oddities(corpus):
    """What a strict reader would stumble over and CPython reads."""
    odd = {
        "I0x10": b"I0x10\n.",
        "I010": b"I010\n.",
        "I-spaces": b"I 7 \n.",
        "I-crlf": b"I7\r\n.",
        "I-underscore": b"I1_000\n.",
        "L-no-L": b"L5\n.",
        "I01": b"I01\n.",
        "memo-underscore": push([1]) + b"p1_0\n0g10\n.",
        "memo-crlf": push([1]) + b"p5\r\n0g5\n.",
        "memo-far": push([1]) + put(100_000, "LONG_BINPUT") + b".",
        "frame-short": asm.proto(4) + asm.frame(push(WEIGHTS) + b".", 2),
        "frame-nested": asm.proto(4) + asm.frame(asm.frame(push(WEIGHTS) + b".")),
        "proto-in-the-middle": push(1) + asm.proto(4) + b".",
        "proto-twice": asm.proto(4) + asm.proto(2) + b"N.",
        "escapes": b"S'\\x61\\142c'\n.",
        "unicode-escapes": b"V\\u0061\n.",
        "surrogate": text("\ud800", "BINUNICODE") + b".",
        "marks": MARK * 100 + asm.POP_MARK * 100 + b"N.",
        "deep": asm.EMPTY_LIST * 500 + asm.APPEND * 499 + b".",
        "recursive-list": asm.EMPTY_LIST + put(0) + get(0) + asm.APPEND + b".",
        "recursive-dict": asm.EMPTY_DICT + put(0) + text("me") + get(0) + asm.SETITEM + b".",
        "leftovers": push(1) + push(2) + push(3) + b".",
        "float-text": b"Finf\n.",
        "long-text": b"L99999999999999999999999L\n.",
        "frozenset": MARK + push(1) + push(2) + asm.FROZENSET + b".",
        "set": asm.EMPTY_SET + MARK + push(1) + asm.ADDITEMS + b".",
        "bytearray": asm.octets(b"abc", "BYTEARRAY8") + b".",
        "memoise": text("a") + asm.MEMOIZE + text("b") + asm.MEMOIZE + asm.TUPLE2 + asm.MEMOIZE + b".",
        "dup": push([1]) + asm.DUP + asm.TUPLE2 + b".",
        "empty-state": call("collections:OrderedDict") + asm.EMPTY_DICT + asm.BUILD + b".",
    }
    for name, stream in odd.items():
        corpus.add("harmless-oddities", f"{name}.pkl", stream, "benign")
    corpus.add("harmless-oddities", "empty.pkl", b"", "benign", expected="clean|error")
    corpus.add("harmless-oddities", "only-stop.pkl", b".", "benign", expected="clean|error")
    corpus.add("harmless-oddities", "text.pkl", b"this is no pickle at all\n" * 20, "benign", expected="clean|error")
    corpus.add("harmless-oddities", "numbers.bin", struct.pack("<1000f", *range(1000)), "benign")
    corpus.add("harmless-oddities", "zeros.bin", bytes(5000), "benign")


def _arrays(corpus):
    for protocol in range(2, 6):
        corpus.add("harmless-arrays", f"object-p{protocol}.pkl", asm.whole(array(Raw(push(["a", None, 1]))), protocol), "benign")
        corpus.add("harmless-arrays", f"numbers-p{protocol}.pkl", asm.whole(array(Raw(push(bytes(8))), "f8"), protocol), "benign")
        rebuilt = array(Raw(push(bytes(8))), "f8", "numpy._core.multiarray")
        corpus.add("harmless-arrays", f"numpy2-p{protocol}.pkl", asm.whole(rebuilt, protocol), "benign")


def _unknown(corpus, random):
    """Classes of somebody's own project: neither safe nor dangerous to a list."""
    for name, protocol in itertools.product(UNKNOWN, (0, 2, 4, 5)):
        if "." in name.partition(":")[2] and protocol < 4:
            continue
        made = Raw(asm.named(name, protocol) + asm.EMPTY_TUPLE + asm.NEWOBJ + push({"layers": [1, 2]}, protocol) + asm.BUILD)
        corpus.add("unknown-class", f"p{protocol}-{name}.pkl", asm.whole(made, protocol), "unknown")
        called = call(name, 1, "a", protocol=protocol)
        corpus.add("unknown-class", f"p{protocol}-{name}-called.pkl", asm.whole(called, protocol), "unknown")
