"""What is a folder or an archive of one: Hugging Face, MLflow, TorchServe, skops, NeMo."""

import json

from corpus import archives
from corpus.archives import Entry
from corpus.containers import npy

from . import huggingface, mlflow

PICKLE = b"\x80\x04cposix\nsystem\n(Vecho countersign-marker\ntR."
HARMLESS_PICKLE = b"\x80\x04}\x94\x8c\x01a\x94K\x01s."
HANDLER = b"from ts.torch_handler.base_handler import BaseHandler\n\n\nclass Handler(BaseHandler):\n    def preprocess(self, data):\n        return [d.get('body') for d in data]\n"
BAD_HANDLER = b"import os\nimport subprocess\n\nos.system('echo countersign-marker')\nsubprocess.run(['echo', 'countersign-marker'])\n\n\ndef handle(data, context):\n    return eval(data[0]['body'])\n"


def write(corpus, random):
    huggingface.write(corpus, random)
    mlflow.write(corpus, random)
    _torchserve(corpus)
    _skops(corpus)
    _nemo(corpus)


def mar(manifest=None, **files):
    listed = {
        "createdOn": "01/01/2024 00:00:00",
        "runtime": "python",
        "model": {"modelName": "demo", "serializedFile": "model.pt", "handler": "handler.py", "modelVersion": "1.0"},
        "archiverVersion": "0.9.0",
    }
    listed["model"].update(manifest or {})
    members = {"MAR-INF/MANIFEST.json": json.dumps(listed).encode(), "model.pt": HARMLESS_PICKLE, "handler.py": HANDLER, **files}
    return archives.zipped([Entry(n, d, 8) for n, d in members.items() if d is not None])


def _torchserve(corpus):
    add = lambda klass, name, data, label, expected=None: corpus.add(klass, f"{name}.mar", data, label, "mar", expected)
    add("mar-handler", "system", mar(**{"handler.py": BAD_HANDLER}), "malicious", "malicious|suspicious")
    add(
        "mar-handler",
        "hidden",
        mar(**{"handler.py": b"import base64\nexec(base64.b64decode('cHJpbnQoMSk='))\n" + HANDLER}),
        "malicious",
        "malicious|suspicious",
    )
    add(
        "mar-handler",
        "extra-file",
        mar(**{"utils.py": b"__import__('os').popen('echo countersign-marker')\n"}),
        "malicious",
        "malicious|suspicious",
    )
    add(
        "mar-handler",
        "socket",
        mar(**{"handler.py": b"import socket\nsocket.create_connection(('127.0.0.1', 9))\n" + HANDLER}),
        "malicious",
        "malicious|suspicious",
    )
    add("mar-handler", "plain-script", mar(), "latent", "clean|suspicious|malicious")
    add("mar-pickle", "model", mar(**{"model.pt": PICKLE}), "malicious")
    add("mar-pickle", "extra", mar(**{"index.pkl": PICKLE}), "malicious")
    add("mar-paths", "traversal", mar(**{"../../outside.py": HANDLER}), "malicious", "malicious|suspicious")
    add("mar-paths", "handler-outside", mar({"handler": "../../outside.py"}), "malicious", "malicious|suspicious")
    add("mar-paths", "handler-absolute", mar({"handler": "/tmp/outside.py:handle"}), "malicious", "malicious|suspicious")
    add("mar-paths", "serialised-outside", mar({"serializedFile": "../../model.pt"}), "malicious", "malicious|suspicious")
    add(
        "mar-requirements",
        "other-index",
        mar({"requirementsFile": "requirements.txt"}, **{"requirements.txt": b"--extra-index-url http://127.0.0.1:9/simple\ntorch\n"}),
        "latent",
        "malicious|suspicious",
    )
    add(
        "mar-requirements",
        "from-git",
        mar({"requirementsFile": "requirements.txt"}, **{"requirements.txt": b"git+https://example.invalid/a/b.git\n"}),
        "latent",
        "malicious|suspicious|clean",
    )
    for handler in ("image_classifier", "text_classifier", "object_detector", "image_segmenter"):
        add("harmless-mar", handler, mar({"handler": handler}, **{"handler.py": None, "index_to_name.json": b'{"0": "cat"}'}), "benign")
    add(
        "harmless-mar",
        "requirements",
        mar(
            {"handler": "image_classifier", "requirementsFile": "requirements.txt"},
            **{"handler.py": None, "requirements.txt": b"torch==2.1.0\nnumpy>=1.24\n"},
        ),
        "benign",
    )


def sk(module, name, loader="ObjectNode", **more):
    return {"__class__": name, "__module__": module, "__loader__": loader, "__id__": 1, **more}


def skops(schema, **files):
    whole = {**schema, "protocol": 2, "_skops_version": "0.10"}
    return archives.zipped([Entry("schema.json", json.dumps(whole).encode(), 8), *(Entry(n, d) for n, d in files.items())])


def _attributes(**values):
    return {
        "content": {
            "__class__": "dict",
            "__module__": "builtins",
            "__loader__": "DictNode",
            "content": values,
            "key_types": {"__class__": "list", "__module__": "builtins", "__loader__": "ListNode", "content": []},
        }
    }


def _skops(corpus):
    text = {"__class__": "str", "__module__": "builtins", "__loader__": "JsonNode", "content": '"echo countersign-marker"', "is_json": True}
    harmful = {
        "function": sk("os", "system", "FunctionNode", content={"module_path": "os", "function": "system"}),
        "partial": sk(
            "functools",
            "partial",
            "PartialNode",
            content={
                "func": sk("os", "system", "FunctionNode", content={"module_path": "os", "function": "system"}),
                "args": {"__class__": "tuple", "__module__": "builtins", "__loader__": "TupleNode", "content": [text]},
            },
        ),
        "operator": sk(
            "operator",
            "methodcaller",
            "OperatorFuncNode",
            attrs={"__class__": "tuple", "__module__": "builtins", "__loader__": "TupleNode", "content": [text]},
        ),
        "method": sk("builtins", "str", "MethodNode", content={"func": "__class__", "obj": sk("subprocess", "Popen")}),
        "object": sk("subprocess", "Popen", **_attributes(args=text)),
        "reduce": sk(
            "builtins",
            "eval",
            "ReduceNode",
            args={"__class__": "tuple", "__module__": "builtins", "__loader__": "TupleNode", "content": [text]},
        ),
        "type": sk("posix", "system", "TypeNode"),
        "module-differs": {
            **sk("sklearn.linear_model", "LogisticRegression"),
            "content": {"module_path": "os", "function": "system"},
            "__loader__": "FunctionNode",
        },
        "nested": sk(
            "sklearn.preprocessing",
            "FunctionTransformer",
            **_attributes(func=sk("os", "system", "FunctionNode", content={"module_path": "os", "function": "system"})),
        ),
    }
    for name, schema in harmful.items():
        corpus.add("skops-types", f"{name}.skops", skops(schema), "malicious", "skops", "malicious|suspicious")
    corpus.add(
        "skops-members",
        "pickle.skops",
        skops(sk("sklearn.linear_model._logistic", "LogisticRegression"), **{"model.pkl": PICKLE}),
        "malicious",
        "skops",
        "malicious|suspicious",
    )
    corpus.add(
        "skops-members",
        "object-array.skops",
        skops(
            sk("numpy", "ndarray", "NdArrayNode", type="numpy", file="1.npy"),
            **{"1.npy": npy(PICKLE)},
        ),
        "malicious",
        "skops",
        "malicious|suspicious",
    )
    corpus.add(
        "skops-unknown",
        "unknown.skops",
        skops(sk("acme.models", "Model", **_attributes(a=text))),
        "unknown",
        "skops",
        "suspicious|malicious",
    )
    number = {"__class__": "int", "__module__": "builtins", "__loader__": "JsonNode", "content": "1", "is_json": True}
    array = sk("numpy", "ndarray", "NdArrayNode", type="numpy", file="1.npy")
    numbers = npy(bytes(8), "'<f8'")
    for module, name in (
        ("sklearn.linear_model._logistic", "LogisticRegression"),
        ("sklearn.pipeline", "Pipeline"),
        ("sklearn.preprocessing._data", "StandardScaler"),
        ("sklearn.ensemble._forest", "RandomForestClassifier"),
        ("sklearn.svm._classes", "SVC"),
    ):
        corpus.add(
            "harmless-skops",
            f"{name}.skops",
            skops(sk(module, name, **_attributes(n=number, coef_=array)), **{"1.npy": numbers}),
            "benign",
            "skops",
        )


def _nemo(corpus):
    """Archives of NVIDIA NeMo: a tar of model_config.yaml and weights; Hydra instantiates what `_target_` names (CVE-2025-23304)."""

    def nemo(config, **files):
        return archives.tarred({"./model_config.yaml": config.encode(), "./model_weights.ckpt": HARMLESS_PICKLE, **files})

    good = "target: nemo.collections.asr.models.EncDecCTCModel\npreprocessor:\n  _target_: nemo.collections.asr.modules.AudioToMelSpectrogramPreprocessor\n  features: 80\noptim:\n  name: adamw\n  lr: 0.001\n"
    for name, target in (("system", "os.system"), ("subprocess", "subprocess.run"), ("eval", "builtins.eval"), ("runpy", "runpy.run_path")):
        corpus.add(
            "nemo-target",
            f"{name}.nemo",
            nemo(good + f"hook:\n  _target_: {target}\n  command: echo countersign-marker\n"),
            "malicious",
            "nemo",
            "malicious|suspicious",
        )
    corpus.add("nemo-pickle", "weights.nemo", nemo(good, **{"./model_weights.ckpt": PICKLE}), "malicious", "nemo")
    corpus.add("harmless-nemo", "plain.nemo", nemo(good), "benign", "nemo")
    corpus.add(
        "harmless-nemo", "tokeniser.nemo", nemo(good, **{"./vocab.txt": b"a\nb\n", "./tokenizer.model": bytes(100)}), "benign", "nemo"
    )
