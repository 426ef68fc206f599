"""Makes examples/card-fraud: 200 invented card payments, a small boosted-tree model of them, and 1,000 later payments.

    python3 examples/make/card_fraud.py

Nothing here is taken from a real bank or a public data set. The seed makes every run give the same bytes.
"""

import csv
import math
import random
from datetime import datetime, timedelta
from pathlib import Path

import onnx_file as onnx

HERE = Path(__file__).parent.parent / "card-fraud"
FEATURES = ["amount_eur", "hour", "card_present", "km_from_last", "payments_last_hour"]
SEED, ROWS, TREES, RATE = 20261122, 200, 10, 0.4
LATER_SEED, LATER_ROWS = 20261127, 1000


def payments(seed, rows):
    """One row a payment; about one in twelve is fraud: far away, card not present, several in an hour."""
    dice = random.Random(seed)
    time = datetime(2026, 8, 3, 6, 0)
    for number in range(1, rows + 1):
        time += timedelta(minutes=int(5 + 90 * dice.random()))
        fraud = dice.random() < 0.085
        spread = 1.1 if fraud else 0.8
        amount = math.exp((4.1 if fraud else 3.2) + spread * (2 * dice.random() - 1))
        far = math.exp((3.6 if fraud else 1.5) + 2.0 * (2 * dice.random() - 1))
        present = int(dice.random() < (0.15 if fraud else 0.65))
        burst = int(dice.random() * (6 if fraud else 2.4))
        yield {
            "payment": f"p{number:04d}",
            "time": time.isoformat(timespec="minutes"),
            "card": f"card-{int(dice.random() * 60):02d}",
            "merchant": f"merchant-{int(dice.random() * 25):02d}",
            "amount_eur": f"{amount:.2f}",
            "hour": time.hour,
            "card_present": present,
            "km_from_last": f"{far:.1f}",
            "payments_last_hour": burst,
            "chargeback": int(fraud),
        }


def best_split(rows, gradients):
    """The feature and threshold that explain most of the gradients: (gain, feature, threshold)."""
    best = (0.0, 0, 0.0)
    for feature in range(len(FEATURES)):
        order = sorted(range(len(rows)), key=lambda i: rows[i][feature])
        left, total, count = 0.0, sum(gradients), len(rows)
        for place in range(1, count):
            left += gradients[order[place - 1]]
            low, high = rows[order[place - 1]][feature], rows[order[place]][feature]
            gain = left**2 / place + (total - left) ** 2 / (count - place)
            if low < high and 5 <= place <= count - 5 and gain > best[0] + 1e-9:
                best = (gain, feature, (low + high) / 2)
    return best


def train(rows, labels):
    """Boosted stumps on the logistic loss: a list of (feature, threshold, value if <=, value if >)."""
    scores, trees = [-2.0] * len(rows), []
    for _ in range(TREES):
        chance = [1 / (1 + math.exp(-s)) for s in scores]
        gradients = [label - p for label, p in zip(labels, chance)]
        _, feature, threshold = best_split(rows, gradients)
        sides = []
        for side in (True, False):
            members = [i for i, row in enumerate(rows) if (row[feature] <= threshold) == side]
            weight = sum(chance[i] * (1 - chance[i]) for i in members) + 1.0
            sides.append(RATE * sum(gradients[i] for i in members) / weight)
        trees.append((feature, threshold, *sides))
        scores = [s + (sides[0] if row[feature] <= threshold else sides[1]) for s, row in zip(scores, rows)]
    return trees


def as_onnx(trees):
    """Three nodes a tree: the split, its left leaf, its right leaf. Then a sigmoid makes the score."""
    count = len(trees)
    ensemble = onnx.node(
        "TreeEnsembleRegressor",
        ["payment"],
        ["margin"],
        domain="ai.onnx.ml",
        aggregate_function="SUM",
        base_values=[-2.0],
        n_targets=1,
        nodes_treeids=[t for t in range(count) for _ in range(3)],
        nodes_nodeids=[0, 1, 2] * count,
        nodes_featureids=[f for tree in trees for f in (tree[0], 0, 0)],
        nodes_modes=["BRANCH_LEQ", "LEAF", "LEAF"] * count,
        nodes_values=[v for tree in trees for v in (tree[1], 0.0, 0.0)],
        nodes_truenodeids=[1, 0, 0] * count,
        nodes_falsenodeids=[2, 0, 0] * count,
        post_transform="NONE",
        target_ids=[0] * (2 * count),
        target_nodeids=[1, 2] * count,
        target_treeids=[t for t in range(count) for _ in range(2)],
        target_weights=[v for tree in trees for v in tree[2:]],
    )
    about = "Chance that a payment ends in a chargeback. Inputs: " + ", ".join(FEATURES)
    return onnx.model(
        "fraud",
        about,
        [ensemble, onnx.node("Sigmoid", ["margin"], ["score"])],
        [onnx.value("payment", len(FEATURES))],
        [onnx.value("score", 1)],
    )


def main():
    table = list(payments(SEED, ROWS))
    (HERE / "data").mkdir(parents=True, exist_ok=True)
    (HERE / "models").mkdir(exist_ok=True)
    with open(HERE / "data" / "transactions.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, table[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    with open(HERE / "gateway" / "payments.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, FEATURES, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(payments(LATER_SEED, LATER_ROWS))
    rows = [[float(row[f]) for f in FEATURES] for row in table]
    trees = train(rows, [row["chargeback"] for row in table])
    (HERE / "models" / "fraud.onnx").write_bytes(as_onnx(trees))
    print(len(table), "payments,", sum(r["chargeback"] for r in table), "chargebacks,", len(trees), "trees")


if __name__ == "__main__":
    main()
