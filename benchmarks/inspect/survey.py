#!/usr/bin/env python3
"""Looks for callables that do harm when a pickle calls them, by trying all: no list of names is needed, and none is missed.

Usage: survey.py OUT [--libraries NAME,...] [--minutes N]

Every callable of every module of the standard library (or of the libraries named) is called with a few kinds of
arguments, in a process of its own, under the oracle's watch. Whatever would run the marker's command or code, or write
the marker's file, becomes a sample; a second load, from the pickle, confirms it.
"""

import argparse
import contextlib
import importlib
import io
import pkgutil
import pickle
import random
import signal
import sys
import tempfile
import time
import types
import warnings
from pathlib import Path

from corpus import asm
from corpus.gadgets import CMD, CODE, FILE, INNER, SYSTEM
from corpus.manifest import Corpus
from execution.child import observe
from execution.loaders import run_of_pickles
from execution.watch import MARKER

NAMESPACE = asm.call("types:SimpleNamespace")
ARGUMENTS = (
    (CMD,),
    (CODE,),
    (FILE,),
    (FILE, "w"),
    (CODE, {}),
    (CODE, {}, {}),
    (["echo", MARKER],),
    (INNER,),
    (SYSTEM, CMD),
    (SYSTEM, (CMD,)),
    (SYSTEM, [CMD]),
    ((SYSTEM, [CMD]),),
    ([FILE],),
    (FILE, FILE),
    (None, CODE),
    (None, CMD),
    (NAMESPACE, CODE),
    (NAMESPACE, CMD),
    (NAMESPACE, FILE),
    (NAMESPACE, CODE, {}, {}),
    (NAMESPACE, SYSTEM, CMD),
    ("", CMD),
)
LEFT_OUT = (
    "antigravity",
    "this",
    "test",
    "idlelib",
    "turtledemo",
    "lib2to3",
    "__main__",
    "tkinter",
    "turtle",
    "_testcapi",
    "_xxtestfuzz",
    "faulthandler",
)


def modules(libraries):
    """Names of modules that can be loaded; private ones of libraries, and their tests, are left out."""
    if not libraries:
        names = sorted(n for n in sys.stdlib_module_names if n not in LEFT_OUT and not n.startswith("_test"))
    else:
        names = libraries
    for name in names:
        module = _loaded(name)
        if module is None:
            continue
        yield name, module
        for info in pkgutil.walk_packages(getattr(module, "__path__", []), name + ".", onerror=lambda _: None):
            if not any(part in ("tests", "test", "conftest", "__main__", "setup") for part in info.name.split(".")):
                inner = _loaded(info.name)
                if inner is not None:
                    yield info.name, inner


def _loaded(name):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()), contextlib.suppress(BaseException):
        return importlib.import_module(name)
    return None


def callables(module):
    """Attributes that can be called, and functions of classes; each object once for a module."""
    seen = set()
    for name, value in sorted(vars(module).items(), key=lambda item: str(item[0])):
        if isinstance(value, types.ModuleType) or not callable(value) or id(value) in seen:
            continue
        seen.add(id(value))
        yield name
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield from (
                f"{name}.{n}"
                for n, f in vars(value).items()
                if isinstance(f, (types.FunctionType, classmethod, staticmethod)) and not n.startswith("__")
            )


def harms(module, name):
    """Whether the callable would do the marker's harm with some of the arguments: all of them are tried in one process."""

    def all_of_them(_):
        signal.signal(signal.SIGALRM, _too_long)
        for arguments in ARGUMENTS:
            with contextlib.suppress(Exception):
                signal.setitimer(signal.ITIMER_REAL, 0.1)
                pickle.loads(stream(module, name, arguments))

    return _marked(observe(all_of_them, "/dev/null", seconds=2))


def _too_long(*_):
    raise TimeoutError


def _marked(observed):
    return any(MARKER in event for event in observed[0])


def confirmed(module, name, scratch):
    """The first pickle that does it by itself."""
    for arguments in ARGUMENTS:
        data = stream(module, name, arguments)
        scratch.write_bytes(data)
        if _marked(observe(run_of_pickles(pickle.load), scratch, seconds=2)):
            return data
    return None


def stream(module, name, arguments):
    return asm.whole(asm.Raw(asm.glob(f"{module}:{name}", "STACK_GLOBAL") + asm.tuple_of(*arguments) + asm.REDUCE), 4)


def _all(libraries):
    """Every callable, in an order that makes what was reached in the time given a fair part of the whole."""
    found = [(module, name) for module, loaded in modules(libraries) for name in callables(loaded)]
    random.Random(1).shuffle(found)
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out")
    arguments.add_argument("--libraries", default="")
    arguments.add_argument("--minutes", type=float, default=60)
    options = arguments.parse_args()
    warnings.simplefilter("ignore")
    corpus, tried, until = Corpus(options.out), 0, time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as folder:
        for module, name in _all([n for n in options.libraries.split(",") if n]):
            if time.monotonic() > until:
                break
            tried += 1
            data = confirmed(module, name, Path(folder) / "sample") if harms(module, name) else None
            if data:
                corpus.add(f"survey-{module.partition('.')[0]}", f"{module}-{name}.pkl", data, "malicious", target=f"{module}.{name}")
    print(f"tried {tried} callables:", *(f"{label} {n}" for label, n in corpus.close().items()))


if __name__ == "__main__":
    main()
