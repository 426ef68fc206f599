#!/usr/bin/env python3
"""Writes the generated pickle corpus: harmful and harmless streams and containers, opcode by opcode.

Usage: generate.py OUT [--seed N]

The payloads print or write a marker. The same seed gives the same bytes.
"""

import argparse
import random

from corpus.manifest import Corpus
from corpus import broken, chains, containers, harmless, parsers, streams, torch_files, variants

FAMILIES = (variants, chains, parsers, broken, streams, containers, torch_files, harmless)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    corpus = Corpus(options.out)
    for family in FAMILIES:
        family.write(corpus, random.Random(f"{options.seed} {family.__name__}"))
    print(*(f"{label} {n}" for label, n in corpus.close().items()), sep="  ")


if __name__ == "__main__":
    main()
