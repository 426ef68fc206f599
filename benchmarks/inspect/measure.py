#!/usr/bin/env python3
"""Measures `countersign inspect`, and other scanners beside it, on corpora that have a manifest.

Usage: measure.py CORPUS... [--countersign ./countersign] [--write verdicts.tsv] [--misses FILE] [--classes]
                  [--peer NAME=CHECKOUT[=PYTHON]]...

Peers: picklescan, picklescan-strict, modelscan, fickling, saferpickle, modelaudit, each from a checkout and run by a
Python that has what it needs. For a sample that is a folder the worst verdict of its files counts.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from corpus.manifest import read

WORST = ("clean", "error", "unknown", "suspicious", "malicious")
PICKLES = ("pickle", "npy", "npz", "joblib", "compressed", "torch", "torchscript", "zip", "archive")


def by_countersign(command, root):
    """Verdict and reasons of every file below a folder; `unknown` is what is suspicious for unknown imports alone."""
    started = time.monotonic()
    run = subprocess.run([command, "inspect", "--format", "json", str(root.absolute())], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{command} inspect ended with {run.returncode}: {run.stderr.decode(errors='replace')[-2000:]}")
    answers = {file["path"]: _answer(file) for file in json.loads(run.stdout)["files"]}
    return answers, time.monotonic() - started


def _answer(file):
    found = [f for f in file["findings"] if f["verdict"] != "clean"]
    verdict = file["verdict"]
    if verdict == "suspicious" and all("unknown" in f["rule"] for f in found if f["verdict"] == "suspicious"):
        verdict = "unknown"
    reasons = sorted({" ".join(f"{f['rule']}: {f.get('subject', '')[:100]}".split()) for f in found if f["verdict"] == file["verdict"]})
    return verdict, "; ".join(reasons[:3])


def by_peer(peer, root, samples):
    """The same by a peer, which answers malicious, suspicious, clean or error for each path on its standard input."""
    name, checkout, python = (peer.split("=") + [sys.executable])[:3]
    paths = [
        str(p)
        for s in samples
        for p in ([(root / s.path).absolute()] if (root / s.path).is_file() else sorted((root / s.path).absolute().rglob("*")))
        if p.is_file()
    ]
    started = time.monotonic()
    adaptor = Path(__file__).parent / "scanners.py"
    command = [python, str(adaptor.resolve()), name, str(Path(checkout).resolve())]
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(command, input="\n".join(paths), capture_output=True, text=True, check=False, cwd=folder)
    seconds = time.monotonic() - started
    if run.returncode:
        sys.exit(f"{name} ended with {run.returncode}: {run.stderr[-2000:]}")
    return {path: (verdict, "") for path, _, verdict in (line.rpartition("\t") for line in run.stdout.splitlines())}, seconds


def of_sample(root, sample, answers):
    """The worst answer for a sample's files; an answer is missing where a scanner says nothing, which counts as clean."""
    whole = str((root / sample.path).absolute())
    found = [answers[whole]] if whole in answers else [a for p, a in answers.items() if p.startswith(whole + "/")]
    return max(found, key=lambda a: WORST.index(a[0]), default=("clean", "not scanned"))


def is_flagged(sample, verdict):
    return verdict in ("malicious", "suspicious", "unknown") or verdict == "error" and "error" in sample.expected.split("|")


def is_miss(sample, verdict):
    return sample.label == "malicious" and not is_flagged(sample, verdict)


def is_false_alarm(sample, verdict):
    """What is harmless is called malicious or suspicious; `unknown` is counted apart, as is an error."""
    return sample.label == "benign" and verdict in ("malicious", "suspicious") and verdict not in sample.expected.split("|")


def half(sample, corpus):
    return "real saves" if "saves" in corpus.name else "pickle family" if sample.format in PICKLES else "other formats"


def summary(results):
    """One line for each half and label: the share of each verdict, and what counts as flagged."""
    groups = defaultdict(list)
    for corpus, sample, verdict, _ in results:
        groups[half(sample, corpus), sample.label].append((sample, verdict))
    yield f"{'half':14} {'label':10} {'files':>6} {'malicious':>10} {'suspicious':>10} {'unknown':>10} {'error':>8} {'clean':>8}   flagged"
    for (name, label), members in sorted(groups.items()):
        counts = Counter(v for _, v in members)
        shares = " ".join(
            f"{100 * counts[v] / len(members):{w - 2}.1f} %"
            for v, w in (("malicious", 10), ("suspicious", 10), ("unknown", 10), ("error", 8), ("clean", 8))
        )
        flagged = sum(is_false_alarm(s, v) if label == "benign" else is_flagged(s, v) for s, v in members)
        yield f"{name:14} {label:10} {len(members):6} {shares}   {flagged} ({100 * flagged / len(members):.2f} %)"


def by_class(results):
    groups = defaultdict(Counter)
    for _, sample, verdict, _ in results:
        groups[sample.label, sample.klass][verdict] += 1
    for (label, klass), counts in sorted(groups.items()):
        yield f"{label:10} {klass:32} {sum(counts.values()):5}  " + "  ".join(f"{v} {counts[v]}" for v in reversed(WORST) if counts[v])


def lists(results):
    """Every miss, weak answer and false alarm, the worst first."""
    kinds = (
        ("Missed: harmful, and not flagged", lambda s, v: is_miss(s, v)),
        ("False alarms: harmless, and called malicious or suspicious", is_false_alarm),
        (
            "Weak: harmful without doubt, and only suspicious or unknown",
            lambda s, v: s.label == "malicious" and s.expected == "malicious" and v in ("suspicious", "unknown"),
        ),
        ("Harmless, and unknown", lambda s, v: s.label == "benign" and v == "unknown" and "suspicious" not in s.expected),
        ("Harmless, and an error", lambda s, v: s.label == "benign" and v == "error" and "error" not in s.expected),
        (
            "Latent or unknown, and answered otherwise than expected",
            lambda s, v: s.label in ("latent", "unknown") and ("suspicious" if v == "unknown" else v) not in s.expected.split("|"),
        ),
    )
    for title, belongs in kinds:
        chosen = [r for r in results if belongs(r[1], r[2])]
        yield f"\n## {title}: {len(chosen)}\n"
        for corpus, sample, verdict, reasons in chosen:
            yield f"{verdict}\t{corpus.name}/{sample.path}\t{reasons}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpora", nargs="+", type=Path)
    arguments.add_argument("--countersign", default=str(Path(__file__).resolve().parents[2] / "countersign"))
    arguments.add_argument("--peer", action="append", default=[])
    arguments.add_argument("--write", type=Path)
    arguments.add_argument("--misses", type=Path)
    arguments.add_argument("--classes", action="store_true")
    options = arguments.parse_args()
    for scanner in options.peer or ["countersign"]:
        results, files, seconds = [], 0, 0.0
        for corpus in options.corpora:
            samples = read(corpus)
            answers, took = by_peer(scanner, corpus, samples) if options.peer else by_countersign(options.countersign, corpus)
            results += [(corpus, s, *of_sample(corpus, s, answers)) for s in samples]
            files, seconds = files + len(answers), seconds + took
        _tell(scanner, results, files, seconds, options)


def _tell(scanner, results, files, seconds, options):
    head = [f"{scanner.split('=')[0]}: {files} files in {seconds:.1f} s, {files / max(seconds, 0.001):.0f} files/s", *summary(results)]
    print("\n".join(head + list(by_class(results) if options.classes else [])))
    if options.write:
        options.write.write_text("".join(f"{c.name}/{s.path}\t{v}\t{' '.join(r.split())}\n" for c, s, v, r in results))
    if options.misses:
        options.misses.write_text("\n".join(["# Misses and false alarms", "", "```", *head, "```", *lists(results), ""]))


if __name__ == "__main__":
    main()
