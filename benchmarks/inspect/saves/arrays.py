"""NumPy arrays of every kind by every way to save them, and SciPy's sparse matrices."""

import io
import pickle

import numpy as np

DTYPES = (
    "?",
    "i1",
    "u1",
    "<i2",
    ">i2",
    "<u4",
    "<i8",
    "<f2",
    "<f4",
    ">f8",
    "<f8",
    "<c8",
    "<c16",
    "<U3",
    "S5",
    "M8[D]",
    "M8[ns]",
    "m8[s]",
    "V4",
)


def _arrays():
    for dtype in DTYPES:
        yield dtype.strip("<>").replace("[", "").replace("]", "") + ("-big" if dtype[0] == ">" else ""), np.zeros(7, dtype)
    yield "matrix", np.arange(12.0).reshape(3, 4)
    yield "fortran", np.asfortranarray(np.arange(12.0).reshape(3, 4))
    yield "slice", np.arange(100)[::3]
    yield "scalar", np.array(3.5)
    yield "empty", np.zeros((0, 3))
    yield "structured", np.array([(1, 2.5, "a")], dtype=[("id", "i4"), ("x", "f8"), ("s", "U5")])
    yield "nested-dtype", np.zeros(2, dtype=[("p", [("x", "f4"), ("y", "f4")]), ("v", "f4", (3,))])
    yield "record", np.rec.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")])
    yield "masked", np.ma.masked_array([1, 2, 3], mask=[0, 1, 0])
    yield "np-matrix", np.matrix([[1, 2], [3, 4]])
    yield "objects", np.array(["a", None, 1.5, {"k": [1]}], dtype=object)
    yield "object-strings", np.array(["cat", "dog"], dtype=object)
    yield "ragged", np.array([np.arange(2), np.arange(3)], dtype=object)
    yield "large", np.random.default_rng(0).normal(size=(300, 300))
    yield "poly", np.polynomial.Polynomial([1, 2, 3])
    yield "poly1d", np.poly1d([1, 2])
    yield "dtype", np.dtype([("a", "f8")])
    yield "float64", np.float64(1.5)
    yield "int32", np.int32(3)
    yield "bool", np.bool_(True)
    yield "datetime", np.datetime64("2024-01-01")
    yield "generator", np.random.default_rng(1)
    yield "random-state", np.random.RandomState(1)
    yield "ufunc", np.add
    yield "type", np.float32


def write(corpus):
    for name, value in _arrays():
        for protocol in (0, 2, 3, 4, 5):
            corpus.add("numpy-pickle", f"{name}-p{protocol}.pkl", pickle.dumps(value, protocol), "benign")
        if isinstance(value, np.ndarray):
            _saved(corpus, name, value)
    _joblib(corpus)
    _sparse(corpus)


def _saved(corpus, name, value):
    out = io.BytesIO()
    np.save(out, value, allow_pickle=True)
    corpus.add("npy", f"{name}.npy", out.getvalue(), "benign", "npy")
    for save in (np.savez, np.savez_compressed):
        out = io.BytesIO()
        save(out, a=value, b=np.arange(3))
        corpus.add("npz", f"{name}-{save.__name__}.npz", out.getvalue(), "benign", "npz")


def _joblib(corpus):
    import joblib

    for name, value in _arrays():
        for compress in (0, 3, ("gzip", 3), ("bz2", 3), ("xz", 3), ("lzma", 3)):
            how = compress[0] if isinstance(compress, tuple) else ("zlib" if compress else "raw")
            out = io.BytesIO()
            joblib.dump({"value": value, "again": [value, 1]}, out, compress=compress)
            corpus.add("joblib-arrays", f"{name}-{how}.joblib", out.getvalue(), "benign", "joblib")


def _sparse(corpus):
    import scipy.sparse
    import scipy.interpolate
    import scipy.spatial
    import scipy.stats

    dense = np.diag([1.0, 2.0, 3.0])
    values = {kind: getattr(scipy.sparse, f"{kind}_matrix")(dense) for kind in ("csr", "csc", "coo", "lil", "dok", "bsr", "dia")}
    values |= {
        "csr-array": scipy.sparse.csr_array(dense),
        "kdtree": scipy.spatial.KDTree(dense),
        "ckdtree": scipy.spatial.cKDTree(dense),
        "interp1d": scipy.interpolate.interp1d([0, 1, 2], [0, 1, 4]),
        "spline": scipy.interpolate.CubicSpline([0, 1, 2], [0, 1, 4]),
        "norm": scipy.stats.norm(0, 1),
        "kde": scipy.stats.gaussian_kde([1.0, 2.0, 3.5]),
        "rotation": scipy.spatial.transform.Rotation.from_quat([0, 0, 0, 1]),
        "delaunay": scipy.spatial.ConvexHull(np.random.default_rng(0).normal(size=(10, 2))).points,
    }
    for name, value in values.items():
        for protocol in (2, 4, 5):
            try:
                corpus.add("scipy", f"{name}-p{protocol}.pkl", pickle.dumps(value, protocol), "benign")
            except (TypeError, pickle.PicklingError, AttributeError) as refused:
                print(f"left out scipy {name}: {refused}")
    for kind in ("csr", "csc", "coo", "dia", "bsr"):
        out = io.BytesIO()
        scipy.sparse.save_npz(out, values[kind])
        corpus.add("scipy-npz", f"{kind}.npz", out.getvalue(), "benign", "npz")
