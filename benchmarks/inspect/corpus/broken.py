"""Streams that break: what stands before the break has run when the loader complains."""

from . import asm
from .asm import MARK, POP, Raw, call, get, push, text
from .gadgets import CMD, CODE
from .settings import WEIGHTS

HARMS = {
    "posix.system": call("posix:system", CMD),
    "builtins.exec": call("builtins:exec", CODE, protocol=2),
    "subprocess.getoutput": Raw(MARK + asm.glob("subprocess:getoutput") + text(CMD) + asm.OBJ),
    "os.popen": Raw(MARK + push(CMD) + b"ios\npopen\n"),
}

BREAKS = {
    "no-stop": b"",
    "bad-opcode": b"\xff.",
    "nul-opcode": b"\x00.",
    "text-opcode": b"hello world",
    "memo-missing": get(99) + b".",
    "memo-missing-text": b"g99\n.",
    "stack-underflow": POP * 5 + b".",
    "mark-missing": asm.TUPLE + b".",
    "reduce-of-data": push(WEIGHTS) + asm.EMPTY_TUPLE + asm.REDUCE + b".",
    "build-of-data": push(1) + push(2) + asm.BUILD + b".",
    "setitem-of-none": asm.NONE + push(1) + push(2) + asm.SETITEM + b".",
    "append-to-int": push(1) + push(2) + asm.APPEND + b".",
    "odd-setitems": asm.EMPTY_DICT + MARK + push(1) + asm.SETITEMS + b".",
    "missing-module": b"cno_such_module_here\nx\n.",
    "missing-attribute": b"ccollections\nNoSuchThing\n.",
    "truncated-length": b"X\xff\xff\xff\x00abc",
    "truncated-int": b"J\x01",
    "truncated-line": b"cos",
    "truncated-frame": b"\x95\xff\x00\x00\x00\x00\x00\x00\x00abc",
    "bad-int": b"Iabc\n.",
    "bad-float": b"Fabc\n.",
    "bad-string": b"Sabc\n.",
    "bad-utf8": b"X\x02\x00\x00\x00\xff\xfe.",
    "bad-unicode-escape": b"V\\u12\n.",
    "bad-protocol": b"\x80\x09.",
    "bad-extension": b"\x82\x00.",
    "unregistered-extension": b"\x82\x63.",
    "persistent": push(1) + asm.BINPERSID + b".",
    "next-buffer": asm.NEXT_BUFFER + b".",
    "newobj-of-function": asm.glob("builtins:len") + asm.EMPTY_TUPLE + asm.NEWOBJ + b".",
    "stack-global-of-ints": push(1) + push(2) + asm.STACK_GLOBAL + b".",
    "unhashable-key": asm.EMPTY_DICT + asm.EMPTY_LIST + push(1) + asm.SETITEM + b".",
    "memo-negative": b"p-1\n.",
    "second-mark": MARK * 3 + b".",
}


def write(corpus, random):
    for name, end in BREAKS.items():
        for target, harm in HARMS.items():
            protocol = random.randrange(6)
            start = asm.proto(protocol) if protocol > 1 else b""
            corpus.add("broken-after", f"{name}-{target}.pkl", start + harm + end, "malicious", target=target)
        corpus.add("broken-before", f"{name}.pkl", asm.proto(2) + end + HARMS["posix.system"] + b".", *_before(name))
        corpus.add("broken-harmless", f"{name}.pkl", asm.proto(2) + push(WEIGHTS) + end, "benign", expected=_harmless(name))
    _cut(corpus)


def _before(name):
    """With the break first nothing runs, except where it is none: without its STOP the rest of the stream goes on."""
    return ("malicious", "pickle", None, "posix.system") if name == "no-stop" else ("latent", "pickle", "malicious|suspicious|error")


def _harmless(name):
    """A stream that breaks and holds only data: an error is as good a verdict as clean."""
    unknown = name in ("missing-module", "missing-attribute", "unregistered-extension", "bad-extension", "persistent", "newobj-of-function")
    return "clean|error|suspicious" if unknown else "clean|error"


def _cut(corpus):
    """A stream with the harm first, cut at many places behind it."""
    for protocol in (0, 2, 4):
        harm = HARMS["posix.system"]
        start = asm.proto(protocol) if protocol > 1 else b""
        whole = start + harm + POP + push(WEIGHTS, protocol) + b"."
        first = len(start) + len(harm)
        for cut in range(first, len(whole), max(1, (len(whole) - first) // 10)):
            corpus.add("broken-cut", f"p{protocol}-{cut}.pkl", whole[:cut], "malicious", target="posix.system")
