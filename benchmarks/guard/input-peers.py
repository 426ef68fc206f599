#!/usr/bin/env python3
"""AUROC of scikit-learn's detectors on the cases that `benchmarks/run guard-input` wrote.

usage: input-peers.py FOLDER [CASE-REGEX]

FOLDER has one folder a case with train.csv, in.csv and out.csv. Numbers are standardised and
categories one-hot, as in scikit-learn's own examples; digits stay as they are. Needs scikit-learn
(Debian: python3-sklearn). EllipticEnvelope is left out where its minimum covariance determinant
would take hours.
"""
import csv
import re
import sys
from pathlib import Path

import numpy
from sklearn.covariance import EllipticEnvelope, LedoitWolf
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def table(file):
    with open(file, newline="", encoding="utf-8") as lines:
        rows = list(csv.reader(lines))
    label = rows[0].index("label")
    return [row[:label] + row[label + 1:] for row in rows[1:]]


def is_number(text):
    try:
        float(text)
        return True
    except ValueError:
        return False


def encoded(train, tests):
    """Encoders are fitted on the training rows only."""
    columns = list(zip(*train))
    numeric = [all(is_number(value) for value in column) for column in columns]
    if all(numeric) and len(numeric) >= 16:
        return [numpy.array(rows, dtype=numpy.float32) for rows in [train, *tests]]
    numbers = [i for i, yes in enumerate(numeric) if yes]
    categories = [i for i, yes in enumerate(numeric) if not yes]
    scaler, one_hot = StandardScaler(), OneHotEncoder(handle_unknown="ignore")
    scaler.fit([[float(row[i]) for i in numbers] for row in train])
    one_hot.fit([[row[i] for i in categories] for row in train])
    return [
        numpy.hstack([
            scaler.transform([[float(row[i]) for i in numbers] for row in rows]),
            one_hot.transform([[row[i] for i in categories] for row in rows]).toarray(),
        ]).astype(numpy.float32)
        for rows in [train, *tests]
    ]


def neighbours(train, k):
    index = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(train)
    return lambda rows: index.kneighbors(rows)[0].mean(axis=1)


def detectors(train):
    yield "LedoitWolf", LedoitWolf().fit(train).mahalanobis
    if train.shape[1] <= 64:
        envelope = EllipticEnvelope(support_fraction=0.9, random_state=1).fit(train)
        yield "EllipticEnvelope", lambda rows: -envelope.score_samples(rows)
    some = numpy.random.default_rng(1).permutation(len(train))[:10_000]
    yield "kNN k=1", neighbours(train[some], 1)
    yield "kNN k=5", neighbours(train[some], 5)
    yield "kNN k=10", neighbours(train[some], 10)


def main():
    wanted = re.compile(sys.argv[2] if len(sys.argv) > 2 else ".*")
    for folder in sorted(Path(sys.argv[1]).iterdir()):
        if not folder.is_dir() or not wanted.fullmatch(folder.name):
            continue
        train, inside, outside = encoded(
            table(folder / "train.csv"), [table(folder / "in.csv"), table(folder / "out.csv")])
        truth = [0] * len(inside) + [1] * len(outside)
        found = [
            f"{name} {roc_auc_score(truth, numpy.concatenate([score(inside), score(outside)])):.4f}"
            for name, score in detectors(train)
        ]
        print(f"{folder.name:<22} " + "  ".join(found), flush=True)


if __name__ == "__main__":
    main()
