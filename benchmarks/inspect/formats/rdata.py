"""R's serialised objects (R Internals, 1.8), by hand in XDR: .rds and .RData."""

import bz2
import gzip
import lzma
import struct

CMD = "echo countersign-marker"
NIL, GLOBAL, UNBOUND, BASE = 254, 253, 252, 241


def _int(n):
    return struct.pack(">i", n)


def flags(kind, attributes=False, tag=False, levels=0, is_object=False):
    return _int(kind | (0x100 if is_object else 0) | (0x200 if attributes else 0) | (0x400 if tag else 0) | levels << 12)


def char(s):
    return flags(9, levels=64) + _int(len(s.encode())) + s.encode()


def text(*values):
    return flags(16) + _int(len(values)) + b"".join(map(char, values))


def numbers(*values):
    return flags(14) + _int(len(values)) + struct.pack(f">{len(values)}d", *values)


def symbol(name):
    return flags(1) + char(name)


def nil():
    return _int(NIL)


def language(function, *arguments):
    tail = nil()
    for argument in reversed(arguments):
        tail = flags(2) + argument + tail
    return flags(6) + symbol(function) + tail


def promise(expression):
    """An expression that runs when the value is first looked at (CVE-2024-27322)."""
    return flags(5, tag=True) + _int(GLOBAL) + _int(UNBOUND) + expression


def closure(body):
    return flags(3, tag=True) + _int(GLOBAL) + nil() + body


def pairlist(name, value, tail=None):
    return flags(2, tag=True) + symbol(name) + value + (tail or nil())


def listing(*values, names=()):
    attributes = pairlist("names", text(*names)) if names else b""
    return flags(19, attributes=bool(names)) + _int(len(values)) + b"".join(values) + attributes


def rds(item, version=3):
    encoding = _int(5) + b"UTF-8" if version == 3 else b""
    return b"X\n" + _int(version) + _int(0x00040202) + _int(0x00030500 if version == 3 else 0x00020300) + encoding + item


def rdata(**values):
    body = nil()
    for name, value in values.items():
        body = pairlist(name, value, body)
    return b"RDX3\n" + rds(body)


SYSTEM = language("system", text(CMD))


def write(corpus, random):
    loose = "malicious|suspicious"
    harmful = {
        "promise": promise(SYSTEM),
        "promise-eval": promise(language("eval", language("parse", flags(2, tag=True)[:0] + text("x")))),
        "promise-in-list": listing(numbers(1), promise(SYSTEM)),
        "promise-in-attribute": flags(14, attributes=True) + _int(1) + struct.pack(">d", 1) + pairlist("note", promise(SYSTEM)),
        "promise-source": promise(language("source", text("http://127.0.0.1:9/x"))),
        "promise-shell": promise(language("system2", text("echo"), text("m"))),
        "promise-unlink": promise(language("unlink", text("countersign-marker.txt"))),
    }
    for name, item in harmful.items():
        for ending, pack in (
            ("rds", bytes),
            ("gz.rds", lambda d: gzip.compress(d, mtime=0)),
            ("xz.rds", lzma.compress),
            ("bz2.rds", bz2.compress),
        ):
            corpus.add("r-promise", f"{name}.{ending}", pack(rds(item)), "malicious", "rds", loose)
        corpus.add("r-promise", f"{name}.RData", gzip.compress(rdata(model=item), mtime=0), "malicious", "rds", loose)
    corpus.add("r-promise", "version-2.rds", rds(promise(SYSTEM), 2), "malicious", "rds", loose)
    corpus.add("r-functions", "closure.rds", rds(closure(SYSTEM)), "latent", "rds")
    corpus.add("r-functions", "print-method.RData", rdata(**{"print.lm": closure(SYSTEM)}), "latent", "rds")
    for name, data in {
        "length-huge": rds(flags(14) + _int(2**31 - 1)),
        "length-long": rds(flags(14) + _int(-1) + _int(2**20) + _int(0)),
        "negative": rds(flags(16) + _int(-7)),
        "deep": rds((flags(19) + _int(1)) * 100_000 + nil()),
        "truncated": rds(numbers(1, 2, 3))[:-6],
        "reference": rds(_int(0xFF | 99999 << 8)),
        "kind-unknown": rds(_int(200)),
    }.items():
        corpus.add("r-lies", f"{name}.rds", data, "malicious", "rds", "malicious|suspicious|error")
    good = {
        "numbers": numbers(1, 2.5),
        "text": text("a", "system('x')"),
        "list": listing(numbers(1), text("b"), names=("a", "b")),
        "nil": nil(),
        "nested": listing(listing(listing(numbers(1)))),
        "factor": flags(13, attributes=True, is_object=True)
        + _int(2)
        + _int(1)
        + _int(2)
        + pairlist("levels", text("x", "y"), pairlist("class", text("factor"))),
    }
    for name, item in good.items():
        corpus.add("harmless-rds", f"{name}.rds", rds(item), "benign", "rds")
        corpus.add("harmless-rds", f"{name}.gz.rds", gzip.compress(rds(item), mtime=0), "benign", "rds")
        corpus.add("harmless-rds", f"{name}.RData", gzip.compress(rdata(x=item), mtime=0), "benign", "rds")
