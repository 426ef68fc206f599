"""A folder of samples and the manifest that says what each of them is."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

LABELS = ("malicious", "latent", "unknown", "benign")
"""malicious: loading it does harm. latent: loading it hands out something dangerous, uncalled, or harms only who takes a
further step. unknown: it needs code that no list knows. benign: loading it gives data, or a plain error."""

EXPECTED = {
    "malicious": "malicious",
    "latent": "malicious|suspicious",
    "unknown": "suspicious",
    "benign": "clean",
}

FIELDS = ("path", "format", "label", "class", "expected", "target")


class Sample(NamedTuple):
    """One line of a manifest; `target` is the callable that does the harm, where one is meant, as `module.name`."""

    path: str
    format: str
    label: str
    klass: str
    expected: str
    target: str = ""


class Corpus:
    """Writes samples below a folder, and last their manifest."""

    def __init__(self, root):
        self.root = Path(root)
        self.samples = []
        self._names = set()

    def path(self, klass, name):
        """An unused path for a sample of this class; its folder exists."""
        stem, dot, ending = name.partition(".")
        stem = re.sub(r"[^A-Za-z0-9_+-]+", "-", stem).strip("-")[:80]
        candidate, n = f"{klass}/{stem}{dot}{ending}", 1
        while candidate in self._names:
            n += 1
            candidate = f"{klass}/{stem}-{n}{dot}{ending}"
        self._names.add(candidate)
        path = self.root / candidate
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def add(self, klass, name, data, label, format="pickle", expected=None, target=""):
        """Writes one file."""
        path = self.path(klass, name)
        path.write_bytes(data)
        return self.note(path, klass, label, format, expected, target)

    def add_folder(self, klass, name, files, label, format, expected=None, target=""):
        """Writes a folder that is one sample: `files` maps relative names to bytes."""
        folder = self.path(klass, name)
        for relative, data in files.items():
            path = folder / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return self.note(folder, klass, label, format, expected, target)

    def note(self, path, klass, label, format, expected=None, target=""):
        """Enters a file that is already there."""
        assert label in LABELS, label
        assert label != "malicious" or "clean" not in (expected or "").split("|"), "what may be clean is not malicious"
        relative = path.relative_to(self.root).as_posix()
        self.samples.append(Sample(relative, format, label, klass, expected or EXPECTED[label], target))
        return path

    def close(self):
        """Writes `manifest.tsv` and returns how many samples have each label."""
        self.root.mkdir(parents=True, exist_ok=True)
        with open(self.root / "manifest.tsv", "w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out, delimiter="\t", lineterminator="\n")
            writer.writerow(FIELDS)
            writer.writerows(sorted(self.samples))
        return {label: sum(s.label == label for s in self.samples) for label in LABELS}


def read(root):
    """The samples of a folder that has a manifest."""
    with open(Path(root) / "manifest.tsv", newline="", encoding="utf-8") as lines:
        return [Sample(*row) for row in list(csv.reader(lines, delimiter="\t"))[1:]]
