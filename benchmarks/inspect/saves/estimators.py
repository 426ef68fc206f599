"""Every scikit-learn estimator that fits on a toy set, by pickle and by joblib."""

import contextlib
import io
import pickle
import signal

import joblib
import numpy as np
from sklearn import (
    base,
    compose,
    datasets,
    ensemble,
    feature_extraction,
    impute,
    linear_model,
    model_selection,
    pipeline,
    preprocessing,
    svm,
    tree,
)
from sklearn.utils import all_estimators

COMPRESSIONS = {"raw": 0, "zlib": 3, "gzip": ("gzip", 3), "bz2": ("bz2", 3), "xz": ("xz", 3), "lzma": ("lzma", 3)}
INNER = {
    "estimator": tree.DecisionTreeClassifier(max_depth=2),
    "base_estimator": None,
    "estimators": [("a", tree.DecisionTreeClassifier(max_depth=2)), ("b", linear_model.LogisticRegression())],
    "transformers": [("s", preprocessing.StandardScaler(), [0, 1])],
    "transformer_list": [("s", preprocessing.StandardScaler())],
    "steps": [("s", preprocessing.StandardScaler())],
    "param_grid": {"max_depth": [1, 2]},
    "param_distributions": {"max_depth": [1, 2]},
    "dictionary": np.eye(4),
}


@contextlib.contextmanager
def limit(seconds):
    def stop(*_):
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def _made(kind):
    import inspect

    names = inspect.signature(kind).parameters
    return kind(**{n: INNER[n] for n in names if n in INNER and names[n].default is inspect.Parameter.empty})


def _fitted(kind):
    features, classes = datasets.make_classification(60, 4, random_state=0, n_redundant=0)
    words = ["a cat sat", "the dog ran", "a bird", "fish swim"] * 15
    attempts = (
        (features, classes),
        (features, classes * 1.5 + features[:, 0]),
        (abs(features), classes),
        (words, classes),
        (abs(features[:, 0]), classes * 1.0),
        (features, np.column_stack([features[:, 0], features[:, 1]])),
        (features,),
        ([{"a": 1}, {"b": 2.0}],),
        (list(classes),),
        ([["a"], ["b", "c"]],),
    )
    for data in attempts:
        try:
            with limit(20):
                return _made(kind).fit(*data)
        except Exception:  # noqa: BLE001 — whatever an estimator says, the next set is tried
            continue
    return None


def write(corpus):
    left_out = []
    for name, kind in all_estimators():
        model = _fitted(kind)
        if model is None:
            left_out.append(name)
        else:
            _save(corpus, "sklearn", name, model)
    for name, model in _composed():
        _save(corpus, "sklearn-composed", name, model)
    print(f"left out estimators that fit no toy set: {', '.join(left_out)}")


def _save(corpus, klass, name, model):
    protocols = range(6) if klass != "sklearn" or len(corpus.samples) % 3 == 0 else (2, 4, 5)
    for protocol in protocols:
        try:
            corpus.add(f"{klass}-pickle", f"{name}-p{protocol}.pkl", pickle.dumps(model, protocol), "benign")
        except Exception as refused:  # noqa: BLE001 — some hold what cannot be pickled
            print(f"left out {name}: {refused}")
            return
    for how, compress in COMPRESSIONS.items():
        out = io.BytesIO()
        joblib.dump(model, out, compress=compress)
        corpus.add(f"{klass}-joblib", f"{name}-{how}.joblib", out.getvalue(), "benign", "joblib")


def _composed():
    features, classes = datasets.make_classification(60, 4, random_state=0, n_redundant=0)
    scaled = pipeline.make_pipeline(preprocessing.StandardScaler(), svm.SVC(probability=True))
    yield "pipeline-svc", scaled.fit(features, classes)
    imputed = pipeline.Pipeline(
        [("impute", impute.SimpleImputer()), ("poly", preprocessing.PolynomialFeatures(2)), ("model", linear_model.Ridge())]
    )
    yield "pipeline-ridge", imputed.fit(features, classes)
    columns = compose.ColumnTransformer(
        [("num", preprocessing.StandardScaler(), [0, 1]), ("cat", preprocessing.OneHotEncoder(handle_unknown="ignore"), [2])],
        remainder="passthrough",
    )
    yield "column-transformer", pipeline.make_pipeline(columns, ensemble.RandomForestClassifier(10)).fit(features, classes)
    words = ["a cat sat", "the dog ran", "a bird", "fish swim"] * 15
    text = pipeline.make_pipeline(feature_extraction.text.TfidfVectorizer(), linear_model.LogisticRegression())
    yield "text", text.fit(words, classes)
    yield "grid-search", model_selection.GridSearchCV(svm.SVC(), {"C": [1, 10], "kernel": ["linear", "rbf"]}, cv=2).fit(features, classes)
    yield "log-transform", preprocessing.FunctionTransformer(np.log1p).fit(abs(features))
    yield "unfitted", scaled.__class__([("a", preprocessing.MinMaxScaler())])
    yield "voting", ensemble.VotingClassifier(
        [("a", linear_model.LogisticRegression()), ("b", tree.DecisionTreeClassifier())], voting="soft"
    ).fit(features, classes)
    yield "stacking", ensemble.StackingClassifier(
        [("a", linear_model.LogisticRegression()), ("b", tree.DecisionTreeClassifier())], cv=2
    ).fit(features, classes)
    yield "forest-large", ensemble.RandomForestRegressor(60, random_state=0).fit(features, classes)
    yield "bundle", {
        "model": base.clone(scaled).fit(features, classes),
        "features": ["a", "b", "c", "d"],
        "version": "1.2",
        "metrics": {"auc": np.float64(0.9)},
    }
    yield "dataset", datasets.load_iris()
    yield "scorer", __import__("sklearn.metrics", fromlist=["x"]).make_scorer(__import__("sklearn.metrics", fromlist=["x"]).f1_score)
