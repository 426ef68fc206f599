#!/usr/bin/env python3
"""Writes real, harmless saves with the libraries that this Python has: scikit-learn, torch, NumPy, pandas, SciPy, joblib.

Usage: benign_saves.py OUT [--only FAMILY]...

What is missing or cannot be saved is named and left out. On Debian: python3-sklearn python3-torch python3-pandas
python3-scipy python3-joblib python3-dill python3-cloudpickle.
"""

import argparse
import importlib
import warnings

from corpus.manifest import Corpus

FAMILIES = ("standard", "arrays", "frames", "estimators", "networks", "functions")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out")
    arguments.add_argument("--only", action="append", choices=FAMILIES)
    options = arguments.parse_args()
    warnings.simplefilter("ignore")
    corpus = Corpus(options.out)
    for name in options.only or FAMILIES:
        try:
            family = importlib.import_module(f"saves.{name}")
        except ImportError as missing:
            print(f"left out {name}: {missing}")
            continue
        family.write(corpus)
    print(*(f"{label} {n}" for label, n in corpus.close().items()), sep="  ")


if __name__ == "__main__":
    main()
