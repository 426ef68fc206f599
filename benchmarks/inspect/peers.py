#!/usr/bin/env python3
"""Collects the peers' own test files as a corpus, with labels by what their tests say of them.

Usage: peers.py OUT [--picklescan DIR] [--modelscan DIR] [--fickling DIR] [--modelaudit DIR]

Each DIR is a checkout: github.com/mmaitre314/picklescan, protectai/modelscan, trailofbits/fickling,
promptfoo/modelaudit. Nothing of theirs is kept in this repository. fickling's tests hold their pickles as
objects; for those this script imports fickling from its checkout (Python 3.11 or newer), runs no pickle and
stores what its tests would have checked.
"""

import argparse
import contextlib
import fnmatch
import io
import shutil
import sys
import unittest
from pathlib import Path
from unittest import mock

from corpus.manifest import Corpus

LOOSE = "malicious|suspicious"
ANY = "clean|suspicious|malicious"
PICKLESCAN = [
    ("tests/data*/benign*", "benign", None),
    ("tests/data*/*pytorch_model.bin", "benign", None),
    ("tests/data*/not_a_pickle.bin", "benign", None),
    ("tests/data*/int_*", "benign", None),
    ("tests/data*/object_*", "benign", None),
    ("tests/data*/bad_pytorch.pt", "benign", "clean|error|suspicious"),
    ("tests/data*/malicious13*", "latent", ANY),
    ("tests/data*/broken_model.pkl", "latent", "malicious|suspicious|error"),
    ("tests/data*/*.*", "malicious", None),
]
"""In order; the first pattern that fits decides. malicious13 gives pickle.loads a pickle of one number; broken_model breaks before its call."""
FICKLING = {
    "test_private_stdlib_allowlist": ("latent", ANY),
    "test_frame_boundary_straddle_variants": ("latent", f"{ANY}|error"),
    "test_unsafe_builtins_still_flagged": ("latent", f"{LOOSE}|error"),
}
"""Imports of which most are harmless, frames that only break, and a string that no unpickler reads; the others are harmful, or say that they are not to be flagged."""
MODELSCAN = [
    ("tests/data/unsafe_zip_pytorch.pt", "malicious", None),
    ("tests/data/password_protected.zip", "benign", "clean|error|suspicious"),
]
MODELAUDIT = [
    ("tests/assets/exploits/*", "malicious", None),
    ("tests/assets/pickles/*.pkl", "malicious", None),
    ("tests/assets/samples/pickles/safe*", "benign", None),
    ("tests/assets/samples/pickles/nested*", "latent", ANY),
    ("tests/assets/samples/pickles/simple_nested*", "latent", ANY),
    ("tests/assets/samples/pickles/dill_func*", "latent", None),
    ("tests/assets/samples/pickles/decode_exec_chain*", "latent", ANY),
    ("tests/assets/samples/pickles/malicious_model_realistic*", "latent", ANY),
    ("tests/assets/samples/pickles/*", "malicious", None),
    ("tests/assets/samples/archives/path_traversal*", "malicious", LOOSE),
    ("tests/assets/samples/*/safe*", "benign", None),
    ("tests/assets/samples/jinja2/benign*", "benign", None),
    ("tests/assets/samples/jinja2/malicious_env_vars*", "latent", ANY),
    ("tests/assets/samples/jinja2/malicious/env_extraction*", "latent", ANY),
    ("tests/assets/samples/jinja2/malicious*", "malicious", LOOSE),
    ("tests/assets/samples/jinja2/obfuscated/*", "malicious", LOOSE),
    ("tests/assets/samples/jinja2/edge_cases/multiple*", "malicious", LOOSE),
    ("tests/assets/samples/jinja2/edge_cases/*", "benign", "clean|error|suspicious"),
    ("tests/assets/samples/keras/malicious*", "malicious", LOOSE),
    ("tests/assets/samples/pytorch/malicious*", "malicious", None),
    ("tests/assets/samples/safetensors/*", "latent", ANY),
    ("tests/assets/samples/tensorflow/malicious*", "malicious", LOOSE),
    ("tests/assets/samples/pipeline.skops", "unknown", None),
    ("tests/assets/scenarios/license_scenarios/agpl_component/*.pkl", "unknown", None),
    ("tests/assets/scenarios/license_scenarios/*", "benign", None),
    ("tests/assets/scenarios/security_scenarios/*.pkl", "malicious", None),
]
FORMATS = {
    "pkl": "pickle",
    "pickle": "pickle",
    "npy": "npy",
    "npz": "npz",
    "pt": "torch",
    "bin": "torch",
    "h5": "h5",
    "zip": "zip",
    "7z": "archive",
    "safetensors": "safetensors",
    "pb": "savedmodel",
    "skops": "skops",
}


def collect(corpus, name, root, rules):
    """Copies the files that a rule names."""
    for path in sorted(p for p in (root / "tests").rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")):
        relative = path.relative_to(root).as_posix()
        for pattern, label, expected in rules:
            if fnmatch.fnmatch(relative, pattern):
                format = FORMATS.get(path.suffix[1:], "huggingface" if "jinja2" in relative else "other")
                target = corpus.path(f"{name}/{path.parent.relative_to(root).as_posix().replace('/', '-')}", path.name)
                shutil.copyfile(path, target)
                corpus.note(target, f"peers-{name}", label, format, expected)
                break


def from_fickling(corpus, root):
    """Runs fickling's tests of bypasses with its check replaced by one that stores the pickle."""
    sys.path[:0] = [str(root), str(root / "test")]
    import fickling.analysis
    import fickling.fickle

    class Enough(Exception):
        pass

    raw = {}

    def store(test):
        def check(pickled, *_, **__):
            data = raw.get(id(pickled)) or pickled.dumps()
            harmless = "not_flagged" in test or "_safe_" in test and "unsafe" not in test
            label, expected = FICKLING.get(test, ("benign", None) if harmless else ("malicious", LOOSE))
            corpus.add("peers-fickling", f"{test}.pkl", data, label, expected=expected)
            raise Enough

        return check

    def load(data, *arguments, real=fickling.fickle.Pickled.load, **keywords):
        pickled = real(data, *arguments, **keywords)
        raw[id(pickled)] = data if isinstance(data, bytes) else None
        kept.append(pickled)
        return pickled

    kept = []

    import test_bypasses

    for test in unittest.defaultTestLoader.loadTestsFromModule(test_bypasses)._tests[0]:
        name = test.id().rpartition(".")[2]
        checks = [mock.patch.object(test_bypasses, "check_safety", store(name)), mock.patch.object(test_bypasses.Pickled, "load", load)]
        with contextlib.ExitStack() as stack, contextlib.redirect_stdout(io.StringIO()):
            for check in checks:
                stack.enter_context(check)
            test.run(unittest.TestResult())


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out")
    for peer in ("picklescan", "modelscan", "fickling", "modelaudit"):
        arguments.add_argument(f"--{peer}", type=Path)
    options = arguments.parse_args()
    corpus = Corpus(options.out)
    for name, rules in (("picklescan", PICKLESCAN), ("modelscan", MODELSCAN), ("modelaudit", MODELAUDIT)):
        if getattr(options, name):
            collect(corpus, name, getattr(options, name), rules)
    if options.fickling:
        from_fickling(corpus, options.fickling)
    print(*(f"{label} {n}" for label, n in corpus.close().items()), sep="  ")


if __name__ == "__main__":
    main()
