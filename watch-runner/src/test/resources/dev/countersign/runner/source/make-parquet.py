"""Makes the files of Parquet beside it, with pyarrow 25.0.1: python3 make-parquet.py

log.parquet has the events of Bench.line(0) to Bench.line(9999), kinds.parquet one column of each type.
"""

import datetime
import decimal

import pyarrow as pa
import pyarrow.parquet as pq

UTC = datetime.timezone.utc
BEGIN = datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)  # 1,700,000,000 since 1970


def event(i):
    return {
        "time": BEGIN + datetime.timedelta(milliseconds=i * 40 + i * 7919 % 3000),
        "id": f"e{i}",
        "system": "s",
        "model": "a" if i % 3 == 0 else "b",
        "client": f"c{i * 31 % 17}",
        "status": 200,
        "outcome": "served",
        "ms": 1.5,
        "rows": 1,
        "features": [[float(i % 100), 0.5]],
        "result": {"score": [0.25]},
    }


LOG = pa.schema(
    [
        ("time", pa.timestamp("ms", tz="UTC")),
        ("id", pa.string()),
        ("system", pa.dictionary(pa.int32(), pa.string())),
        ("model", pa.dictionary(pa.int32(), pa.string())),
        ("client", pa.string()),
        ("status", pa.int32()),
        ("outcome", pa.string()),
        ("ms", pa.float64()),
        ("rows", pa.int64()),
        ("features", pa.list_(pa.list_(pa.float64()))),
        ("result", pa.struct([("score", pa.list_(pa.float32()))])),
    ]
)

KINDS = pa.table(
    {
        "v": pa.array([1, 1], pa.int8()),
        "utc": pa.array([BEGIN, None], pa.timestamp("us", tz="UTC")),
        "local": pa.array([BEGIN.replace(tzinfo=None)] * 2, pa.timestamp("ns")),
        "day": pa.array([BEGIN.date()] * 2),
        "price": pa.array([decimal.Decimal("12.50"), None], pa.decimal128(9, 2)),
        "half": pa.array([0.5, float("nan")], pa.float32()),
        "truth": pa.array([True, False]),
        "text": pa.array(["a\n\"ü", ""]),
        "bytes": pa.array([b"text", b"\xff\x00"], pa.binary()),
        "list": pa.array([[1, None, 3], []], pa.list_(pa.int16())),
        "map": pa.array([[("k", 1.5)], []], pa.map_(pa.string(), pa.float64())),
        "struct": pa.array([{"a": {"b": 7}}, None], pa.struct([("a", pa.struct([("b", pa.int64())]))])),
    }
)

pq.write_table(
    pa.Table.from_pylist([event(i) for i in range(10_000)], LOG),
    "log.parquet",
    row_group_size=3000,
    compression="snappy",
    use_dictionary=["system", "model", "client", "outcome"],
)
pq.write_table(KINDS, "kinds.parquet", compression="zstd")
