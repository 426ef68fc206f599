"""MLflow model folders."""

PICKLE = b"\x80\x04cposix\nsystem\n(Vecho countersign-marker\ntR."
MLMODEL = """artifact_path: model
flavors:
  python_function:
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: {loader}
    model_path: model.pkl
    predict_fn: predict
    python_version: 3.10.12
{more}  sklearn:
    code: null
    pickled_model: model.pkl
    serialization_format: cloudpickle
    sklearn_version: 1.3.0
mlflow_version: 2.9.2
model_uuid: 0123456789abcdef
run_id: abc
"""
CONDA = (
    b"channels:\n- conda-forge\ndependencies:\n- python=3.10\n- pip\n- pip:\n  - mlflow==2.9.2\n  - scikit-learn==1.3.0\nname: mlflow-env\n"
)
HARMLESS = b"\x80\x04}\x94\x8c\x01a\x94K\x01s."


def folder(loader="mlflow.sklearn", more="", model=HARMLESS, **files):
    return {
        "MLmodel": MLMODEL.format(loader=loader, more=more).encode(),
        "conda.yaml": CONDA,
        "python_env.yaml": b"python: 3.10.12\ndependencies:\n- -r requirements.txt\n",
        "requirements.txt": b"mlflow==2.9.2\nscikit-learn==1.3.0\n",
        "model.pkl": model,
        **files,
    }


def write(corpus, random):
    loose = "malicious|suspicious"
    add = lambda name, files, label="malicious", expected=loose: corpus.add_folder("mlflow", name, files, label, "mlflow", expected)
    add("pickle", folder(model=PICKLE), expected=None)
    add("python-model", folder("mlflow.pyfunc.model", model=HARMLESS, **{"python_model.pkl": PICKLE}), expected=None)
    add("artefact", folder(**{"artifacts/tokeniser.pkl": PICKLE}), expected=None)
    add("loader-module", folder("loader_evil", **{"code/loader_evil.py": b"import os\nos.system('echo countersign-marker')\n"}))
    add("code-harm", folder(more="    code: code\n", **{"code/utils.py": b"__import__('os').system('echo countersign-marker')\n"}))
    add(
        "code-plain", folder(more="    code: code\n", **{"code/utils.py": b"def scale(x):\n    return x * 2\n"}), "latent", loose + "|clean"
    )
    add("loader-os", folder("os"), "latent")
    add("path-outside", folder(more="    data: ../../outside\n"), "latent", loose + "|clean")
    add("pip-index", folder(**{"requirements.txt": b"--extra-index-url http://127.0.0.1:9/simple\nevil==1\n"}), "latent", loose)
    add(
        "pip-git",
        folder(**{"conda.yaml": CONDA.replace(b"mlflow==2.9.2", b"git+https://example.invalid/a/b.git")}),
        "latent",
        loose + "|clean",
    )
    add("yaml-object", {**folder(), "MLmodel": b"!!python/object/apply:os.system ['echo countersign-marker']\n"})
    add(
        "models-from-code",
        folder(
            "mlflow.pyfunc.model",
            more="    model_code_path: model.py\n",
            **{"model.py": b"import os\nos.system('echo countersign-marker')\n"}
        ),
    )
    for loader in (
        "mlflow.sklearn",
        "mlflow.pytorch",
        "mlflow.xgboost",
        "mlflow.lightgbm",
        "mlflow.tensorflow",
        "mlflow.onnx",
        "mlflow.spacy",
        "mlflow.statsmodels",
        "mlflow.prophet",
        "mlflow.catboost",
    ):
        corpus.add_folder("harmless-mlflow", loader, folder(loader), "benign", "mlflow")
    corpus.add_folder(
        "harmless-mlflow", "signature", folder(**{"input_example.json": b'{"columns": ["a"], "data": [[1.0]]}'}), "benign", "mlflow"
    )
