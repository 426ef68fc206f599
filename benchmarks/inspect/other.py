#!/usr/bin/env python3
"""Writes the corpus of other formats than pickle: safetensors, GGUF, ONNX, TensorFlow, Keras, Hugging Face, R and so on.

Usage: other.py OUT [--seed N]

HDF5 is written where h5py is (Debian: python3-h5py), and named as left out where it is not.
"""

import argparse
import random

from corpus.manifest import Corpus
from formats import flaxen, folders, graphs, keras_files, rdata, tensors, trees, wrappers

FAMILIES = (tensors, graphs, keras_files, folders, trees, flaxen, rdata, wrappers)


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
