"""Where in a stream the harmful part stands, and what of a protocol the rest shows."""

from . import asm
from .asm import Raw, call, get, push, put, text

WEIGHTS = {"layers": [64, 32, 1], "learning_rate": 0.001, "name": "demo", "classes": ["cat", "dog"]}


def bare(harm):
    return harm


def in_dict(harm):
    return Raw(push(WEIGHTS) + text("hook") + harm + asm.SETITEM)


def in_list(harm):
    return Raw(asm.EMPTY_LIST + asm.MARK + push(1) + push("a") + harm + push(2.5) + asm.APPENDS)


def as_key(harm):
    """The harm is done while a key is computed; its value must not be hashable, so it is dropped for a string."""
    return Raw(push(WEIGHTS) + harm + asm.POP + text("k") + push(1) + asm.SETITEM)


def popped(harm):
    """What the call gives is dropped: the caller gets an ordinary dictionary."""
    return Raw(harm + asm.POP + push(WEIGHTS))


def popped_by_mark(harm):
    return Raw(asm.MARK + harm + asm.POP_MARK + push(WEIGHTS))


def memoised(harm):
    return Raw(harm + put(40) + asm.POP + push(WEIGHTS) + text("again") + get(40) + asm.SETITEM)


def as_argument(harm):
    """The harm is nested in the arguments of harmless calls."""
    return Raw(call("collections:OrderedDict", Raw(asm.EMPTY_LIST + harm + asm.POP)))


def as_state(harm):
    return Raw(
        asm.glob("collections:OrderedDict") + asm.EMPTY_TUPLE + asm.REDUCE + asm.EMPTY_DICT + text("note") + harm + asm.SETITEM + asm.BUILD
    )


SETTINGS = {
    f.__name__.replace("_", "-"): f for f in (bare, in_dict, in_list, as_key, popped, popped_by_mark, memoised, as_argument, as_state)
}


def dress(body, protocol):
    """A complete stream: the protocol's own header and frame; opcodes are what they are."""
    return asm.whole(body, protocol)
