#!/usr/bin/env python3
"""Loads each sample of a corpus under watch and tells what really happens, beside what its label and a scanner say.

Usage: oracle.py CORPUS [--out oracle.tsv] [--verdicts verdicts.tsv] [--class PREFIX]

Every sample is loaded in a process of its own, in a folder of its own, with limits of time and memory; an audit hook
reports what would do harm and stops it. A second look with an unpickler that calls nothing notes the calls that would be
made, where a library is missing here. Only for samples that are harmless in any case, as generate.py makes them.
"""

import argparse
import contextlib
import csv
import importlib
import sys
from collections import Counter
from pathlib import Path

from corpus.manifest import read
from execution.child import observe
from execution.loaders import LOADERS
from execution.record import Recorder

LIGHT = (
    "tracemalloc",
    "runpy",
    "pydoc",
    "timeit",
    "subprocess",
    "logging.config",
    "multiprocessing.pool",
    "unittest.mock",
    "tarfile",
    "zipfile",
    "lzma",
    "bz2",
    "gzip",
    "ctypes",
)
HEAVY = ("numpy", "scipy", "joblib", "pandas", "sklearn", "torch", "dill", "cloudpickle")
"""Loaded once in this process, after the samples that need none of them: a process forks the slower the larger it is."""

FIELDS = ("path", "label", "truth", "by", "ended", "events", "called", "imported")


def truth_of(root, sample):
    """harm, exit, hung or died by any loader; otherwise how the loads ended."""
    seen, ends = {}, []
    for name, loader in LOADERS.get(sample.format, {}).items():
        events, end = observe(loader, root / sample.path)
        ends.append(f"{name}:{end}")
        if events or end in ("exit", "died", "hung", "KeyboardInterrupt"):
            seen[name] = events or [end]
    truth = "harm" if any(e not in (["hung"], ["died"], ["exit"]) for e in seen.values()) else "stop" if seen else "none"
    return truth, "+".join(seen), " ".join(ends), "; ".join(sorted({e for events in seen.values() for e in events}))[:300]


def noted(path):
    """What an unpickler that calls nothing would have imported and called, stream after stream."""
    imported, called = [], []
    with open(path, "rb") as file, contextlib.suppress(Exception):
        while file.peek(1):
            recorder = Recorder(file)
            try:
                recorder.load()
            finally:
                imported += recorder.imported
                called += recorder.called
    return " ".join(dict.fromkeys(called))[:300], " ".join(dict.fromkeys(imported))[:300]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--verdicts", type=Path, help="what measure.py --write wrote")
    arguments.add_argument("--class", dest="klass", default="")
    options = arguments.parse_args()
    sys.setrecursionlimit(3000)
    rows = _observed(options.corpus, [s for s in read(options.corpus) if s.format in LOADERS and s.klass.startswith(options.klass)])
    _write(options.out or options.corpus / "oracle.tsv", rows)
    _tell(rows, options.verdicts, options.corpus.name)


def _observed(root, samples):
    notes = {s.path: noted(root / s.path) if s.format == "pickle" else ("", "") for s in samples}
    needs = {
        s.path: s.format != "pickle" or any(m in data for m in map(str.encode, HEAVY))
        for s in samples
        for data in ((root / s.path).read_bytes(),)
    }
    rows = []
    for heavy in (False, True):
        for module in HEAVY if heavy else LIGHT:
            with contextlib.suppress(ImportError):
                importlib.import_module(module)
        rows += [(s.path, s.label, *truth_of(root, s), *notes[s.path]) for s in samples if needs[s.path] == heavy]
    return sorted(rows)


def _write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows(rows)


def _tell(rows, verdicts, corpus):
    counts = Counter((label, truth) for _, label, truth, *_ in rows)
    print(f"{'label':10} {'harm':>6} {'stop':>6} {'none':>6}")
    for label in sorted({label for label, _ in counts}):
        print(f"{label:10} {counts[label, 'harm']:6} {counts[label, 'stop']:6} {counts[label, 'none']:6}")
    if verdicts:
        lines = (line.split("\t") for line in verdicts.read_text().splitlines())
        _rates(rows, {path.removeprefix(corpus + "/"): verdict for path, verdict, *_ in lines if path.startswith(corpus + "/")})


def _rates(rows, verdicts):
    """Both error rates by what really happened, whatever the labels say."""
    harmful = [r for r in rows if r[2] == "harm"]
    harmless = [r for r in rows if r[2] == "none" and r[1] == "benign"]
    missed = [r[0] for r in harmful if verdicts.get(r[0]) not in ("malicious", "suspicious", "unknown")]
    alarmed = [r[0] for r in harmless if verdicts.get(r[0]) in ("malicious", "suspicious")]
    print(f"did harm: {len(harmful)}, not flagged: {len(missed)} ({100 * len(missed) / max(1, len(harmful)):.2f} %)")
    print(f"did none: {len(harmless)}, flagged: {len(alarmed)} ({100 * len(alarmed) / max(1, len(harmless)):.2f} %)")
    for path in missed:
        print(f"missed\t{path}")
    for path in alarmed:
        print(f"false alarm\t{path}")


if __name__ == "__main__":
    main()
