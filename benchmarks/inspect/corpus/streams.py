"""Several pickles in one file, and what may stand before and behind them."""

from . import asm, settings
from .asm import call, push
from .gadgets import CMD, CODE
from .settings import WEIGHTS

HARMFUL = {
    "proto0": call("posix:system", CMD, protocol=0) + b".",
    "proto2": asm.whole(call("posix:system", CMD, protocol=2), 2),
    "proto4": asm.whole(call("builtins:exec", CODE), 4),
    "popped": asm.whole(settings.popped(call("subprocess:getoutput", CMD)), 5),
}
HARMLESS = {
    "proto0": push(WEIGHTS, 0) + b".",
    "proto2": asm.whole(push(WEIGHTS, 2), 2),
    "proto4": asm.whole(push(WEIGHTS), 4),
    "none": b"N.",
    "ordered": asm.whole(call("collections:OrderedDict"), 4),
    "large": asm.whole(push(list(range(20_000))), 4),
}


def write(corpus, random):
    _sequences(corpus, random)
    _around(corpus)


def _sequences(corpus, random):
    """A harmful stream behind harmless ones: who reads the file in a loop, as many loaders do, gets there."""
    for good, first in HARMLESS.items():
        for bad, second in HARMFUL.items():
            corpus.add("streams-second", f"{good}-{bad}.pkl", first + second, "malicious")
    for n in (3, 10, 200):
        many = b"".join(random.choice(list(HARMLESS.values())[:5]) for _ in range(n))
        corpus.add("streams-last", f"after-{n}.pkl", many + HARMFUL["proto4"], "malicious")
        corpus.add("harmless-streams", f"{n}.pkl", many, "benign")
    for bad, stream in HARMFUL.items():
        corpus.add("streams-first", f"{bad}.pkl", stream + HARMLESS["proto4"], "malicious")
    for first in HARMLESS:
        for second in HARMLESS:
            corpus.add("harmless-streams", f"{first}-{second}.pkl", HARMLESS[first] + HARMLESS[second], "benign")


def _around(corpus):
    junk = {
        "zeros": bytes(64),
        "text": b"end of file\n",
        "random": bytes(range(128, 256)),
        "newline": b"\n",
        "zip-end": b"PK\5\6" + bytes(18),
        "long": bytes(100_000),
    }
    for name, more in junk.items():
        for bad, stream in list(HARMFUL.items())[:2]:
            corpus.add("streams-trailing", f"{name}-{bad}.pkl", stream + more, "malicious")
            corpus.add(
                "streams-gap", f"{name}-{bad}.pkl", HARMLESS["proto2"] + more + stream, "latent", expected="malicious|suspicious|error"
            )
            corpus.add("streams-leading", f"{name}-{bad}.pkl", more + stream, "latent", expected="malicious|suspicious|error")
        corpus.add(
            "harmless-trailing", f"{name}.pkl", HARMLESS["proto4"] + more, "benign", expected="clean|suspicious" if name == "text" else None
        )
    words = b"this file says os.system('rm') and eval( and cposix\nsystem\n in its text"
    corpus.add("harmless-words", "trailing.pkl", HARMLESS["proto4"] + b"\0" + words, "benign", expected="clean|suspicious")
    for protocol in range(6):
        said = asm.whole(push({"note": words.decode(), "b": [words.decode()], "c": "builtins eval __import__"}, protocol), protocol)
        corpus.add("harmless-words", f"text-p{protocol}.pkl", said, "benign")
        held = asm.whole(push({"raw": HARMFUL["proto0"] if protocol >= 3 else "cposix system (V tR."}, protocol), protocol)
        corpus.add(
            "harmless-words",
            f"bytes-p{protocol}.pkl",
            held,
            "benign" if protocol < 3 else "latent",
            expected="clean" if protocol < 3 else "clean|suspicious|malicious",
        )
