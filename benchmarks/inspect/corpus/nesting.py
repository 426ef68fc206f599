"""Pickles in pickles, and functions made of code in the stream."""

import base64
import itertools
import zlib

from . import asm, gadgets
from .asm import REDUCE, Raw, call, glob, octets, tuple_of
from .gadgets import DEEP, INNER


def nested():
    """A pickle in the bytes or text of another, with what loads it."""
    loaders = (
        "pickle:loads",
        "_pickle:loads",
        "pickle:_loads",
        "cPickle:loads",
        "dill:loads",
        "cloudpickle:loads",
        "joblib.externals.cloudpickle:loads",
        "torch.storage:_load_from_bytes",
        "multiprocessing.reduction:ForkingPickler.loads",
    )
    wide = asm.whole(call("builtins:exec", DEEP), 4)
    for name, inner in itertools.product(loaders, (INNER, wide)):
        loader = glob(name, "STACK_GLOBAL") if "." in name.partition(":")[2] else glob(name)
        yield f"{name}-{len(inner)}", Raw(asm.proto(4) + call(loader, inner)), name.replace(":", ".")
    twice = asm.whole(call("pickle:loads", INNER), 3)
    yield "twice", call("pickle:loads", twice), "pickle.loads"
    yield "bytearray", call(glob("pickle:loads"), Raw(octets(INNER, "BYTEARRAY8"))), "pickle.loads"
    yield "bytes8", call(glob("pickle:loads"), Raw(octets(INNER, "BINBYTES8"))), "pickle.loads"
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
    yield "unpickler-load", call(call("operator:methodcaller", "load"), unpickler), "pickle.Unpickler"


def code_objects():
    """Functions made in the stream and called."""
    code = gadgets.code_object(DEEP)
    yield "FunctionType", call(call(glob("types:FunctionType"), code, {})), "types.FunctionType"
    yield "LambdaType", call(call(glob("types:LambdaType"), code, {})), "types.LambdaType"
    yield "exec-compile", call("builtins:exec", code), "builtins.exec"
    yield "eval-compile", call("builtins:eval", code), "builtins.eval"
    yield "marshal", call("builtins:exec", call("marshal:loads", call("marshal:dumps", code))), "builtins.exec"
    yield "run_code", call("runpy:_run_code", code, {}), "runpy._run_code"
    yield "NEWOBJ-FunctionType", Raw(
        glob("types:FunctionType") + tuple_of(code, {}) + asm.NEWOBJ + asm.EMPTY_TUPLE + REDUCE
    ), "types.FunctionType"
    yield "function-uncalled", call(glob("types:FunctionType"), code, {}), "?types.FunctionType"
    yield "cloudpickle-make", call(
        call("cloudpickle.cloudpickle:_make_function", code, {}, "f", (), None)
    ), "cloudpickle.cloudpickle._make_function"
    yield "dill-create", call(call("dill._dill:_create_function", code, {}, "f")), "dill._dill._create_function"
    yield "code-replace", call("builtins:exec", call(call("operator:methodcaller", "replace"), code)), "builtins.exec"
