"""Every protocol with every way to import, to call and to hide, and every gadget."""

import itertools

from . import asm, gadgets, settings
from .asm import Raw, call, glob
from .imports import CALLS, IMPORTS, TWO_ARGUMENTS, inst

ONE_ARGUMENT = [
    ("os", "system", gadgets.CMD),
    ("posix", "system", gadgets.CMD),
    ("builtins", "eval", gadgets.CODE),
    ("builtins", "exec", gadgets.DEEP),
    ("subprocess", "getoutput", gadgets.CMD),
    ("os", "popen", gadgets.CMD),
    ("timeit", "repeat", gadgets.CODE),
    ("cProfile", "run", gadgets.CODE),
]


def write(corpus, random):
    _by_import(corpus, random)
    _by_call(corpus, random)
    _by_setting(corpus, random)
    _same_name(corpus)
    _two_arguments(corpus)
    _gadgets(corpus, random)


def _stream(corpus, klass, name, protocol, harm, target, setting=settings.bare, label="malicious"):
    ending = ("pkl", "pickle", "bin", "dat", "joblib", "pt", "ckpt", "dill")[len(corpus.samples) % 8]
    corpus.add(klass, f"p{protocol}-{name}.{ending}", settings.dress(setting(harm), protocol), label, target=target)


def _by_import(corpus, random):
    """Protocols × imports, with two gadgets drawn for each."""
    for protocol, (way, importer) in itertools.product(range(6), IMPORTS.items()):
        for module, name, argument in random.sample(ONE_ARGUMENT, 2):
            harm = Raw(importer(module, name) + asm.tuple_of(argument, protocol=protocol) + asm.REDUCE)
            _stream(corpus, f"import-{way}", f"{module}-{name}", protocol, harm, f"{module}.{name}")
    for protocol, (module, name, argument) in itertools.product(range(6), random.sample(ONE_ARGUMENT, 3)):
        _stream(corpus, "import-INST", f"{module}-{name}", protocol, inst(module, name, [argument]), f"{module}.{name}")


def _by_call(corpus, random):
    """Protocols × calls, with two gadgets drawn for each."""
    for protocol, (way, caller) in itertools.product(range(6), CALLS.items()):
        for module, name, argument in random.sample(ONE_ARGUMENT, 2):
            _stream(corpus, f"call-{way}", f"{module}-{name}", protocol, caller(glob(f"{module}:{name}"), (argument,)), f"{module}.{name}")


def _by_setting(corpus, random):
    """Imports × calls × places, drawn."""
    for (place, setting), n in itertools.product(settings.SETTINGS.items(), range(12)):
        way, importer = random.choice(sorted(IMPORTS.items()))
        how, caller = random.choice(sorted(CALLS.items()))
        module, name, argument = random.choice(ONE_ARGUMENT)
        harm = caller(importer(module, name), (argument,))
        _stream(corpus, f"place-{place}", f"{way}-{how}-{n}", random.randrange(6), harm, f"{module}.{name}", setting)


def _same_name(corpus):
    """DUP: one string is the module's and the function's name."""
    for protocol in range(6):
        harm = Raw(asm.text("timeit") + asm.DUP + asm.STACK_GLOBAL + asm.tuple_of(gadgets.CODE) + asm.REDUCE)
        _stream(corpus, "import-DUP", "timeit", protocol, harm, "timeit.timeit")


def _two_arguments(corpus):
    for protocol, (way, caller) in itertools.product(range(6), TWO_ARGUMENTS.items()):
        _stream(corpus, f"call-{way}", "exec", protocol, caller(glob("builtins:exec"), (gadgets.CODE, {})), "builtins.exec")


def _gadgets(corpus, random):
    """Each gadget twice: as a pickler would write it, and by a drawn import, in a drawn place."""
    for name, arguments, effect in gadgets.ALL:
        label = "malicious" if effect in gadgets.HARM else "latent"
        module, _, attribute = name.partition(":")
        target = f"{module}.{attribute}"
        legacy = module in ("__builtin__", "commands", "httplib", "urllib2", "cPickle", "popen2")
        protocol = random.choice((0, 1, 2)) if legacy else 4 if "." in attribute else random.choice((2, 3, 4, 5))
        plain = call(name, *arguments, protocol=protocol)
        _stream(corpus, f"gadget-{effect}", name, protocol, plain, target, label=label)
        importer = IMPORTS[random.choice([w for w in sorted(IMPORTS) if not w.startswith("memo")])]
        setting = random.choice(list(settings.SETTINGS.values()))
        hidden = Raw(importer(module, attribute) + asm.tuple_of(*arguments) + asm.REDUCE)
        _stream(corpus, f"gadget-{effect}", name, protocol, hidden, target, setting, label)
