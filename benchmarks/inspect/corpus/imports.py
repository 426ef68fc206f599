"""Ways to import and ways to call: each a function from a callable and its arguments to opcodes that run it."""

from . import asm
from .asm import Raw, call, get, glob, push, put, text, tuple_of


def _memo(put_how, get_how):
    """Both strings go through the memo before STACK_GLOBAL takes them; the memo starts empty, as MEMOIZE needs."""

    def way(module, name):
        stored = text(module) + put(0, put_how) + asm.POP + text(name) + put(1, put_how) + asm.POP
        return Raw(stored + get(0, get_how) + get(1, get_how) + asm.STACK_GLOBAL)

    return way


def _overwritten(module, name):
    """The memo first holds harmless names."""
    stored = text("collections") + put(0) + asm.POP + text("OrderedDict") + put(1) + asm.POP
    return Raw(stored + text(module) + put(0) + asm.POP + text(name) + put(1) + asm.POP + get(0) + get(1) + asm.STACK_GLOBAL)


def _decoys(module, name):
    """Harmless names stand nearer to STACK_GLOBAL in the file than those it takes."""
    return Raw(text(module) + text("collections") + asm.POP + text(name) + text("OrderedDict") + asm.POP + asm.STACK_GLOBAL)


def _pop_mark(module, name):
    return Raw(text(module) + text(name) + asm.MARK + text("collections") + text("OrderedDict") + asm.POP_MARK + asm.STACK_GLOBAL)


def _memoised_global(module, name):
    return Raw(glob(f"{module}:{name}") + put(7) + asm.POP + glob("collections:OrderedDict") + asm.POP + get(7))


def _list_between(module, name):
    """The strings lie below values that are made and dropped."""
    return Raw(text(module) + push([1, 2]) + asm.POP + text(name) + push({"a": 1}) + asm.POP + asm.STACK_GLOBAL)


def _copied_memo(module, name):
    """One key is put as text and read as a long, the other the other way round."""
    return Raw(
        text(module)
        + put(300, "PUT")
        + asm.POP
        + text(name)
        + put(301, "LONG_BINPUT")
        + asm.POP
        + get(300, "LONG_BINGET")
        + get(301, "GET")
        + asm.STACK_GLOBAL
    )


def _escaped(module, name):
    """Every letter as an escape that the opcode UNICODE decodes."""
    spelt = lambda s: b"V" + b"".join(b"\\u%04x" % ord(c) for c in s) + b"\n"
    return Raw(spelt(module) + spelt(name) + asm.STACK_GLOBAL)


def _hex_string(module, name):
    """The same for STRING."""
    spelt = lambda s: b"S'" + b"".join(b"\\x%02x" % ord(c) for c in s) + b"'\n"
    return Raw(spelt(module) + spelt(name) + asm.STACK_GLOBAL)


def _octal_string(module, name):
    spelt = lambda s: b'S"' + b"".join(b"\\%03o" % ord(c) for c in s) + b'"\n'
    return Raw(spelt(module) + spelt(name) + asm.STACK_GLOBAL)


IMPORTS = {
    "GLOBAL": lambda m, n: glob(f"{m}:{n}"),
    **{f"STACK_GLOBAL-{how}": (lambda m, n, how=how: glob(f"{m}:{n}", "STACK_GLOBAL", how)) for how in asm.TEXT_OPCODES},
    "memo-PUT-GET": _memo("PUT", "GET"),
    "memo-BINPUT-BINGET": _memo("BINPUT", "BINGET"),
    "memo-LONG_BINPUT-LONG_BINGET": _memo("LONG_BINPUT", "LONG_BINGET"),
    "memo-MEMOIZE-BINGET": _memo("MEMOIZE", "BINGET"),
    "memo-overwritten": _overwritten,
    "memo-mixed": _copied_memo,
    "memo-global": _memoised_global,
    "decoys-popped": _decoys,
    "decoys-pop-mark": _pop_mark,
    "values-between": _list_between,
    "unicode-escapes": _escaped,
    "hex-escapes": _hex_string,
    "octal-escapes": _octal_string,
}


def _reduce(function, arguments):
    return Raw(function + tuple_of(*arguments) + asm.REDUCE)


def _reduce_marked(function, arguments):
    """The tuple as MARK … TUPLE and fetched from the memo."""
    return Raw(function + asm.MARK + b"".join(map(push, arguments)) + asm.TUPLE + put(20) + asm.POP + get(20) + asm.REDUCE)


def _obj(function, arguments):
    return Raw(asm.MARK + function + b"".join(map(push, arguments)) + asm.OBJ)


def _partial(function, arguments):
    return Raw(call("functools:partial", function, *arguments) + asm.EMPTY_TUPLE + asm.REDUCE)


def _newobj_map(function, arguments):
    """NEWOBJ of map, used up by NEWOBJ of a tuple: no REDUCE at all."""
    lists = [[a] for a in arguments]
    mapped = glob("builtins:map") + tuple_of(function, *lists) + asm.NEWOBJ
    return Raw(glob("builtins:tuple") + mapped + asm.TUPLE1 + asm.NEWOBJ)


def _newobj_ex_map(function, arguments):
    lists = [[a] for a in arguments]
    mapped = glob("builtins:map") + tuple_of(function, *lists) + asm.EMPTY_DICT + asm.NEWOBJ_EX
    return Raw(glob("builtins:frozenset") + mapped + asm.TUPLE1 + asm.EMPTY_DICT + asm.NEWOBJ_EX)


def _instance():
    """An object whose attributes can be set freely."""
    return Raw(glob("types:SimpleNamespace") + asm.EMPTY_TUPLE + asm.REDUCE)


def _setstate(function, arguments):
    """BUILD gives an object __setstate__, a second BUILD calls it; for one argument."""
    return Raw(_instance() + asm.EMPTY_DICT + text("__setstate__") + function + asm.SETITEM + asm.BUILD + push(arguments[0]) + asm.BUILD)


def _append(function, arguments):
    return Raw(_instance() + asm.EMPTY_DICT + text("append") + function + asm.SETITEM + asm.BUILD + push(arguments[0]) + asm.APPEND)


def _appends(function, arguments):
    """APPENDS calls `append` where `extend` is missing."""
    built = _instance() + asm.EMPTY_DICT + text("append") + function + asm.SETITEM + asm.BUILD
    return Raw(built + asm.MARK + push(arguments[0]) + asm.APPENDS)


def _extend(function, arguments):
    """`extend` gets a list, so the callable in it is a partial map."""
    mapped = call("functools:partial", glob("builtins:map"), function)
    built = _instance() + asm.EMPTY_DICT + text("extend") + mapped + asm.SETITEM + asm.BUILD
    eager = call(
        "builtins:tuple", Raw(call("functools:partial", glob("builtins:map"), function, list(arguments[:1])) + asm.EMPTY_TUPLE + asm.REDUCE)
    )
    return Raw(built + asm.MARK + eager + asm.APPENDS)


def _additems(function, arguments):
    built = _instance() + asm.EMPTY_DICT + text("add") + function + asm.SETITEM + asm.BUILD
    return Raw(built + asm.MARK + push(arguments[0]) + asm.ADDITEMS)


def _slot_state(function, arguments):
    """The second half of a state tuple sets attributes: on an object, `append`."""
    state = tuple_of(None, Raw(asm.EMPTY_DICT + text("append") + function + asm.SETITEM))
    return Raw(_instance() + state + asm.BUILD + push(arguments[0]) + asm.APPEND)


def _class_attribute(function, arguments):
    """A class gets a method by BUILD, and an object of it calls that in SETITEM: f(key, value), so for two arguments."""
    state = tuple_of(None, Raw(asm.EMPTY_DICT + text("__setitem__") + function + asm.SETITEM))
    altered = glob("collections:UserDict") + state + asm.BUILD + asm.POP
    first, second = (list(arguments) + [None])[:2]
    return Raw(altered + glob("collections:UserDict") + asm.EMPTY_TUPLE + asm.REDUCE + push(first) + push(second) + asm.SETITEM)


def _default_factory(function, arguments):
    """A defaultdict whose factory is a partial, asked for a missing key."""
    factory = call("functools:partial", function, *arguments)
    return Raw(call("operator:getitem", call("collections:defaultdict", factory), 1))


def _reduce_twice(function, arguments):
    return Raw(
        call("functools:partial", glob("functools:partial"), function) + tuple_of(*arguments) + asm.REDUCE + asm.EMPTY_TUPLE + asm.REDUCE
    )


CALLS = {
    "REDUCE": _reduce,
    "REDUCE-memo": _reduce_marked,
    "OBJ": _obj,
    "partial": _partial,
    "partial-partial": _reduce_twice,
    "NEWOBJ-map": _newobj_map,
    "NEWOBJ_EX-map": _newobj_ex_map,
    "BUILD-setstate": _setstate,
    "BUILD-slots-APPEND": _slot_state,
    "APPEND-attribute": _append,
    "APPENDS-attribute": _appends,
    "APPENDS-extend": _extend,
    "ADDITEMS-attribute": _additems,
    "defaultdict": _default_factory,
}
"""All of these call a function of one argument."""

TWO_ARGUMENTS = {"SETITEM-class": _class_attribute}
"""These call f(first, second)."""


def inst(module, name, arguments):
    """INST imports and calls in one."""
    return Raw(asm.MARK + b"".join(map(push, arguments)) + b"i" + module.encode() + b"\n" + name.encode() + b"\n")
