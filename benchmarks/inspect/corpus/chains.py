"""Harm in several calls: what is called is itself computed, looked up, registered, nested or built in the stream."""

from . import asm, calling, names, nesting, settings
from .asm import Raw, call, push, tuple_of
from .gadgets import CMD, SYSTEM

FAMILIES = (
    names.attributes,
    names.names_computed,
    names.dotted,
    names.registry,
    nesting.nested,
    nesting.code_objects,
    names.modules,
    calling.copyreg,
    calling.operators,
    calling.iterators,
    calling.classes,
    calling.files,
)


def write(corpus, random):
    for family in FAMILIES:
        for name, harm, target in family():
            for protocol in sorted(random.sample(_protocols(family), 2)):
                setting = random.choice((settings.bare, settings.popped, settings.in_dict))
                label = "latent" if target.startswith("?") else "malicious"
                stream = settings.dress(setting(harm), protocol)
                corpus.add(
                    f"chain-{family.__name__.replace('_', '-')}", f"p{protocol}-{name}.pkl", stream, label, target=target.lstrip("?")
                )
    _unregistered(corpus)
    _persistent(corpus)


def _protocols(family):
    """Dotted names need protocol 4; what changes sys.modules needs one below."""
    return range(4) if family is names.modules else (4, 5) if family in (names.dotted, calling.classes, calling.iterators) else range(6)


def _unregistered(corpus):
    """Codes that only a program's own registry knows."""
    for n, opcode in enumerate((b"\x82\x01", b"\x83\x01\x01", b"\x84\x00\x00\x01\x00")):
        called = settings.dress(call(Raw(opcode), CMD), 2)
        corpus.add("extension-unregistered", f"call-{n}.pkl", called, "unknown", expected="suspicious|malicious")
        corpus.add("extension-unregistered", f"value-{n}.pkl", settings.dress(Raw(opcode), 4), "unknown", expected="suspicious|malicious")


def _persistent(corpus):
    """Persistent ids: what they stand for is the program's affair; harm in the id is done before it is asked."""
    for protocol in (1, 2, 4):
        harm = Raw(call("posix:system", CMD) + asm.BINPERSID)
        corpus.add("persistent-id", f"p{protocol}-harm.pkl", settings.dress(harm, protocol), "malicious", target="posix.system")
        held = Raw(tuple_of("storage", SYSTEM, "0", "cpu", 1) + asm.BINPERSID)
        corpus.add("persistent-id", f"p{protocol}-held.pkl", settings.dress(held, protocol), "latent", target="posix.system")
        called = call(Raw(b"Pos.system\n"), CMD)
        corpus.add("persistent-id", f"p{protocol}-called.pkl", settings.dress(called, protocol), "unknown", expected="suspicious|malicious")
        called = call(Raw(push("anything") + asm.BINPERSID), CMD)
        corpus.add(
            "persistent-id", f"p{protocol}-called-bin.pkl", settings.dress(called, protocol), "unknown", expected="suspicious|malicious"
        )
