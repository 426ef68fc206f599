"""pandas: frames, series, indexes and extension arrays of every kind."""

import io
import pickle

import numpy as np
import pandas as pd


def _values():
    dates = pd.date_range("2024-01-01", periods=4, freq="D")
    plain = pd.DataFrame({"i": [1, 2, 3, 4], "f": [0.5, np.nan, 1.5, 2.5], "s": list("abcd"), "b": [True, False, True, False]})
    yield "plain", plain
    yield "dated", plain.set_index(dates)
    yield "multi-index", plain.set_index(["i", "s"])
    yield "multi-columns", pd.DataFrame(np.eye(2), columns=pd.MultiIndex.from_product([["a"], ["x", "y"]]))
    yield "categorical", pd.DataFrame({"c": pd.Categorical(list("abca"), ordered=True)})
    yield "nullable", pd.DataFrame(
        {
            "i": pd.array([1, None, 3], "Int64"),
            "b": pd.array([True, None, False], "boolean"),
            "s": pd.array(["a", None, "c"], "string"),
            "f": pd.array([1.5, None, 2], "Float64"),
        }
    )
    yield "time-zone", pd.DataFrame({"t": pd.date_range("2024-01-01", periods=3, tz="Europe/Berlin")})
    yield "time-zone-utc", pd.DataFrame({"t": pd.date_range("2024-01-01", periods=3, tz="UTC")})
    yield "timedelta", pd.DataFrame({"t": pd.to_timedelta([1, 2, 3], unit="h")})
    yield "period", pd.Series(pd.period_range("2024-01", periods=3, freq="M"))
    yield "interval", pd.Series(pd.interval_range(0, 3))
    yield "sparse", pd.DataFrame({"x": pd.arrays.SparseArray([0, 0, 1])})
    yield "objects", pd.DataFrame({"o": [{"a": 1}, [1, 2], None, (1,)]})
    yield "series", pd.Series([1, 2, 3], name="n")
    yield "index", pd.Index(["a", "b"])
    yield "range-index", pd.RangeIndex(10)
    yield "datetime-index", dates
    yield "timestamp", pd.Timestamp("2024-01-01 12:00")
    yield "timestamp-zone", pd.Timestamp("2024-01-01", tz="UTC")
    yield "timedelta-value", pd.Timedelta("1 day")
    yield "period-value", pd.Period("2024-01")
    yield "not-a-time", pd.NaT
    yield "missing", pd.NA
    yield "offset", pd.offsets.MonthEnd(2)
    yield "business", pd.offsets.BusinessDay()
    yield "categorical-type", pd.CategoricalDtype(["a", "b"])
    yield "empty", pd.DataFrame()
    yield "large", pd.DataFrame(np.random.default_rng(0).normal(size=(2000, 10)))
    yield "in-dict", {"frame": plain, "columns": list(plain.columns), "dtypes": plain.dtypes}


def write(corpus):
    for name, value in _values():
        for protocol in (2, 3, 4, 5):
            corpus.add("pandas", f"{name}-p{protocol}.pkl", pickle.dumps(value, protocol), "benign")
        if isinstance(value, (pd.DataFrame, pd.Series)):
            _to_pickle(corpus, name, value)


def _to_pickle(corpus, name, value):
    for compression in ("gzip", "bz2", "xz", "zip", "zstd", "tar"):
        out = io.BytesIO()
        try:
            value.to_pickle(out, compression={"method": compression})
        except (ImportError, ValueError, TypeError) as refused:
            print(f"left out pandas {compression}: {refused}")
            continue
        corpus.add("pandas-compressed", f"{name}.pkl.{compression}", out.getvalue(), "benign", "compressed")
