"""Makes examples/demand-forecast: 26 invented weeks of five products and a linear forecast of them.

    python3 examples/make/demand_forecast.py

What was not in stock could not be sold: `sold` never exceeds `stock`, and `stock` is what an earlier forecast
ordered. That is the feedback loop of the example. The seed makes every run give the same bytes.
"""

import csv
import json
import random
from pathlib import Path

HERE = Path(__file__).parent.parent / "demand-forecast"
PRODUCTS = ["blanket", "lamp", "mug", "planter", "rug"]
SEED, WEEKS = 20261122, 26


def weeks():
    dice = random.Random(SEED)
    for place, product in enumerate(PRODUCTS):
        last, stock = 40 + 15 * place, 45 + 15 * place
        for week in range(1, WEEKS + 1):
            promotion = int(dice.random() < 0.15)
            wanted = int((40 + 15 * place) * (0.8 + 0.4 * dice.random()) * (1.5 if promotion else 1.0))
            sold = min(wanted, stock)
            yield {
                "product": product,
                "week": f"2026-W{week:02d}",
                "price_eur": f"{9.9 + 5 * place:.2f}",
                "promotion": promotion,
                "sold_last_week": last,
                "stock": stock,
                "sold": sold,
            }
            # The next order follows what was sold: an empty shelf teaches that nobody wanted the product.
            last, stock = sold, max(5, int(1.02 * sold))


def fit(table):
    """Least squares of sold on last week's sales and promotions, by the normal equations (Cramer's rule)."""
    rows = [(1.0, float(r["sold_last_week"]), float(r["promotion"])) for r in table]
    sold = [float(r["sold"]) for r in table]
    left = [[sum(a[i] * a[j] for a in rows) for j in range(3)] for i in range(3)]
    right = [sum(a[i] * y for a, y in zip(rows, sold)) for i in range(3)]

    def det(m):
        return sum(
            m[0][i] * (m[1][(i + 1) % 3] * m[2][(i + 2) % 3] - m[1][(i + 2) % 3] * m[2][(i + 1) % 3])
            for i in range(3)
        )

    whole = det(left)
    return [det([[right[r] if c == i else left[r][c] for c in range(3)] for r in range(3)]) / whole for i in range(3)]


def main():
    table = list(weeks())
    (HERE / "data").mkdir(parents=True, exist_ok=True)
    (HERE / "models").mkdir(exist_ok=True)
    with open(HERE / "data" / "sales.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, table[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    constant, last, promotion = (round(c, 4) for c in fit(table))
    model = {
        "model": "demand-linear",
        "target": "sold",
        "constant": constant,
        "weights": {"sold_last_week": last, "promotion": promotion},
        "weeks": WEEKS,
        "products": PRODUCTS,
    }
    (HERE / "models" / "demand.json").write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")
    print(len(table), "rows,", model["weights"])


if __name__ == "__main__":
    main()
