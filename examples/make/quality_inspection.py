"""Makes examples/quality-inspection: a few engraved digits and a linear classifier of them.

    python3 examples/make/quality_inspection.py OPTDIGITS.TRA

The argument is the training file of "Optical Recognition of Handwritten Digits" (E. Alpaydin and C. Kaynak,
UCI Machine Learning Repository, CC BY 4.0, https://doi.org/10.24432/C50P49). The first rows of each digit are
kept; they stand in for pictures of digits engraved on valve caps.
"""

import sys
from pathlib import Path

import onnx_file as onnx

HERE = Path(__file__).parent.parent / "quality-inspection"
PIXELS, DIGITS, EACH = 64, 10, 24


def rows(path):
    """The first rows of each digit, in the order of the file."""
    kept = {digit: 0 for digit in range(DIGITS)}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if not line[:1].isdigit():
            continue  # some copies of the file begin with a header
        numbers = [int(n) for n in line.split(",")]
        if kept[numbers[-1]] < EACH:
            kept[numbers[-1]] += 1
            yield numbers


def centres(table):
    """The mean picture of each digit."""
    means = []
    for digit in range(DIGITS):
        own = [row for row in table if row[-1] == digit]
        means.append([sum(row[p] for row in own) / len(own) for p in range(PIXELS)])
    return means


def as_onnx(means):
    """Nearest mean is linear: the largest of 2 m.x - m.m wins. Gemm, then Softmax for the scores."""
    weights = [2 * means[d][p] / 100 for p in range(PIXELS) for d in range(DIGITS)]
    offsets = [-sum(v * v for v in mean) / 100 for mean in means]
    return onnx.model(
        "digit",
        "Digit engraved on a valve cap: 8x8 pixels of 0 to 16, scores of the digits 0 to 9",
        [
            onnx.node("Gemm", ["picture", "weights", "offsets"], ["margins"]),
            onnx.node("Softmax", ["margins"], ["scores"], axis=1),
        ],
        [onnx.value("picture", PIXELS)],
        [onnx.value("scores", DIGITS)],
        [onnx.tensor("weights", [PIXELS, DIGITS], weights), onnx.tensor("offsets", [DIGITS], offsets)],
    )


def main():
    table = list(rows(sys.argv[1]))
    means = centres(table)
    header = ",".join([f"p{p}" for p in range(PIXELS)] + ["digit"])
    lines = [header] + [",".join(map(str, row)) for row in table]
    (HERE / "data").mkdir(parents=True, exist_ok=True)
    (HERE / "models").mkdir(exist_ok=True)
    (HERE / "data" / "digits.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "models" / "digit.onnx").write_bytes(as_onnx(means))
    print(len(table), "pictures")


if __name__ == "__main__":
    main()
