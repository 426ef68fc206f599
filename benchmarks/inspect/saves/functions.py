"""dill and cloudpickle: data is harmless; functions by value bring code that runs when somebody calls it, so those are latent."""

import collections
import datetime

DATA = {"dict": {"a": [1, 2]}, "ordered": collections.OrderedDict(a=1), "date": datetime.date(2024, 1, 1), "text": "abc", "set": {1, 2}}


def write(corpus):
    import cloudpickle
    import dill

    for library in (dill, cloudpickle):
        for name, value in DATA.items():
            for protocol in (2, 4, 5):
                corpus.add(
                    f"{library.__name__}-data",
                    f"{name}-p{protocol}.{'dill' if library is dill else 'pkl'}",
                    library.dumps(value, protocol),
                    "benign",
                )
        _code(corpus, library)


def _code(corpus, library):
    scope = {}
    exec(
        "def double(x):\n    return 2 * x\nclass Scale:\n    def __init__(self, by):\n        self.by = by\n    def __call__(self, x):\n        return self.by * x\n",
        scope,
    )
    scope["double"].__module__ = scope["Scale"].__module__ = "__main__"
    for name, value in {
        "lambda": eval("lambda x: x + 1", scope),
        "function": scope["double"],
        "class": scope["Scale"],
        "object": scope["Scale"](3),
    }.items():
        for protocol in (4, 5):
            corpus.add(
                f"{library.__name__}-code",
                f"{name}-p{protocol}.pkl",
                library.dumps(value, protocol),
                "latent",
                expected="malicious|suspicious",
            )
