"""Keras: .keras archives (config.json in a zip) and, where h5py is, HDF5 files."""

import base64
import io
import json
import marshal

from corpus import archives
from corpus.archives import Entry

CMD = "echo countersign-marker"
CODE = base64.b64encode(marshal.dumps(compile("lambda x: x", "m", "eval"))).decode()
LAMBDA = {
    "module": "keras.layers",
    "class_name": "Lambda",
    "config": {"name": "l", "function": {"class_name": "__lambda__", "config": {"code": CODE, "defaults": None, "closure": None}}},
    "registered_name": None,
}


def layer(name, config=None, module="keras.layers", registered=None, **more):
    return {
        "module": module,
        "class_name": name,
        "config": {"name": name.lower(), **(config or {})},
        "registered_name": registered,
        "build_config": {"input_shape": [None, 4]},
        **more,
    }


def sequential(*layers, **more):
    inner = [layer("InputLayer", {"batch_shape": [None, 4], "dtype": "float32"}), *layers]
    compiled = {
        "optimizer": {"module": "keras.optimizers", "class_name": "Adam", "config": {"learning_rate": 0.001}, "registered_name": None},
        "loss": "mse",
        "metrics": ["accuracy"],
    }
    return {
        "module": "keras",
        "class_name": "Sequential",
        "config": {"name": "sequential", "layers": inner},
        "registered_name": None,
        "compile_config": compiled,
        **more,
    }


def functional(*layers):
    inner = [{**item, "name": item["config"]["name"], "inbound_nodes": []} for item in layers]
    return {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "config": {"name": "model", "layers": inner, "input_layers": [], "output_layers": []},
        "registered_name": "Functional",
    }


def _weights():
    """An HDF5 file of weights where h5py is; without it the archive has none."""
    try:
        import h5py
    except ImportError:
        return {}
    out = io.BytesIO()
    with h5py.File(out, "w") as file:
        file["layers/dense/vars/0"] = [0.5, 1.5]
    return {"model.weights.h5": out.getvalue()}


WEIGHTS = _weights()


def archive(config, more=(), metadata=None):
    listing = {"keras_version": "3.3.3", "date_saved": "2024-01-01@00:00:00", **(metadata or {})}
    return archives.zipped(
        [
            Entry("metadata.json", json.dumps(listing).encode()),
            Entry("config.json", config if isinstance(config, bytes) else json.dumps(config).encode()),
            *(Entry(n, d) for n, d in {**WEIGHTS, **dict(more)}.items()),
        ]
    )


def function(module, name):
    return {"module": module, "class_name": "function", "config": name, "registered_name": name}


HARMFUL = {
    "lambda": sequential(LAMBDA),
    "lambda-in-functional": functional(layer("Dense"), LAMBDA),
    "lambda-nested": sequential({**sequential(LAMBDA)}),
    "lambda-in-wrapper": sequential(layer("TimeDistributed", {"layer": LAMBDA})),
    "lambda-in-bidirectional": sequential(layer("Bidirectional", {"layer": {"class_name": "Wrapper", "config": {"layer": LAMBDA}}})),
    "lambda-old-module": sequential({**LAMBDA, "module": "keras.src.layers.core.lambda_layer"}),
    "lambda-tf-module": sequential({**LAMBDA, "module": "tensorflow.python.keras.layers"}),
    "lambda-as-loss": {**sequential(layer("Dense")), "compile_config": {"loss": {"class_name": "__lambda__", "config": {"code": CODE}}}},
    "lambda-as-activation": sequential(layer("Dense", {"activation": {"class_name": "__lambda__", "config": {"code": CODE}}})),
    "lambda-as-initialiser": sequential(layer("Dense", {"kernel_initializer": {"class_name": "__lambda__", "config": {"code": CODE}}})),
    "lambda-list": sequential(
        {"class_name": "Lambda", "config": {"function_type": "lambda", "function": [CODE, None, None], "module": "__main__"}}
    ),
    "module-os": sequential(layer("Dense", {"activation": function("os", "system")})),
    "module-subprocess": sequential(
        {"module": "subprocess", "class_name": "Popen", "config": {"args": ["echo", "m"]}, "registered_name": None}
    ),
    "module-builtins": sequential(layer("Dense", {"activation": function("builtins", "eval")})),
    "module-builtins-exec": sequential(layer("Dense", {"kernel_initializer": function("builtins", "exec")})),
    "function-config": {"module": "os", "class_name": "system", "config": CMD, "registered_name": None},
    "run-code": sequential(
        layer(
            "Lambda",
            {
                "function": {"module": "runpy", "class_name": "function", "config": "run_path", "registered_name": None},
                "arguments": {"path": "m"},
            },
        )
    ),
    "get-file": sequential(
        layer("Lambda", {"function": function("keras.utils", "get_file"), "arguments": {"fname": "m", "origin": "http://127.0.0.1:9/x"}})
    ),
    "unsafe-switch": sequential(layer("Lambda", {"function": function("keras.config", "enable_unsafe_deserialization")}), LAMBDA),
    "unsafe-switch-src": sequential(
        layer("Dense", {"activation": function("keras.src.saving.serialization_lib", "enable_unsafe_deserialization")})
    ),
    "torch-wrapper": sequential(
        layer(
            "TorchModuleWrapper",
            {"module": base64.b64encode(b"cposix\nsystem\n(Vecho countersign-marker\ntR.").decode()},
            "keras.src.utils.torch_utils",
        )
    ),
    "vocabulary-file": sequential(layer("StringLookup", {"vocabulary": "/etc/passwd"})),
    "vocabulary-url": sequential(layer("TextVectorization", {"vocabulary": "http://127.0.0.1:9/x"})),
    "integer-vocabulary": sequential(layer("IntegerLookup", {"vocabulary": "../../../../etc/passwd"})),
    "pickle-module": sequential(layer("Dense", {"activation": function("pickle", "loads")})),
    "import-module": sequential({"module": "importlib", "class_name": "import_module", "config": {"name": "os"}, "registered_name": None}),
    "build-config": sequential(layer("Dense", build_config={"class_name": "__lambda__", "config": {"code": CODE}})),
}
USUAL = [
    ("Dense", {"units": 4, "activation": "relu"}),
    ("Dropout", {"rate": 0.1}),
    ("Conv2D", {"filters": 8, "kernel_size": [3, 3]}),
    ("BatchNormalization", {"momentum": 0.99}),
    ("Flatten", {}),
    ("MaxPooling2D", {"pool_size": [2, 2]}),
    ("LSTM", {"units": 8}),
    ("GRU", {"units": 8}),
    ("Embedding", {"input_dim": 100, "output_dim": 8}),
    ("MultiHeadAttention", {"num_heads": 2}),
    ("LayerNormalization", {}),
    ("GlobalAveragePooling2D", {}),
    ("Rescaling", {"scale": 0.004}),
    ("Normalization", {"mean": [0.1]}),
    ("StringLookup", {"vocabulary": ["a", "b"]}),
    ("TextVectorization", {"vocabulary": None, "split": "whitespace"}),
    ("Bidirectional", {"layer": layer("LSTM", {"units": 4})}),
    ("Softmax", {}),
    ("Add", {}),
    ("Reshape", {"target_shape": [2, 2]}),
]


def write(corpus, random):
    _archives(corpus)
    _members(corpus)
    _folder_files(corpus)
    try:
        from . import hdf5
    except ImportError as missing:
        print(f"left out HDF5: {missing}")
        return
    hdf5.write(corpus, random)


def _archives(corpus):
    for name, config in HARMFUL.items():
        loose = "malicious|suspicious"
        corpus.add("keras-config", f"{name}.keras", archive(config), "malicious", "keras", loose)
    for name, registered in (("registered", "my_package>MyLayer"), ("registered-other", "acme>Attention")):
        corpus.add(
            "keras-custom",
            f"{name}.keras",
            archive(sequential(layer("MyLayer", module=None, registered=registered))),
            "unknown",
            "keras",
            "suspicious|malicious",
        )
    corpus.add(
        "keras-custom",
        "module.keras",
        archive(sequential(layer("Net", module="acme.layers", registered="Net"))),
        "unknown",
        "keras",
        "suspicious|malicious",
    )
    corpus.add(
        "keras-custom",
        "lambda-by-name.keras",
        archive(sequential(layer("Lambda", {"function": "my_function"}))),
        "unknown",
        "keras",
        "suspicious|malicious",
    )
    for name, config in USUAL:
        corpus.add("harmless-keras", f"{name}.keras", archive(sequential(layer(name, config))), "benign", "keras")
    corpus.add("harmless-keras", "functional.keras", archive(functional(*(layer(n, c) for n, c in USUAL))), "benign", "keras")
    corpus.add(
        "harmless-keras",
        "source-modules.keras",
        archive(
            sequential(layer("Dense", module="keras.src.layers.core.dense"), layer("ReLU", module="keras.src.layers.activations.relu"))
        ),
        "benign",
        "keras",
    )
    corpus.add(
        "harmless-keras",
        "activation-function.keras",
        archive(sequential(layer("Dense", {"activation": function("keras.activations", "gelu")}))),
        "benign",
        "keras",
    )
    corpus.add("harmless-keras", "words.keras", archive(sequential(layer("Dense", {"name": "lambda_eval_os_system"}))), "benign", "keras")


def _members(corpus):
    good = sequential(layer("Dense"))
    for name, more, label in (
        ("traversal", {"../../outside.txt": b"m"}, "malicious"),
        ("absolute", {"/tmp/outside.txt": b"m"}, "malicious"),
        ("pickle", {"assets/x.pkl": b"cposix\nsystem\n(Vecho countersign-marker\ntR."}, "malicious"),
        ("script", {"assets/run.py": b"print('countersign-marker')"}, "latent"),
        ("library", {"lib.so": b"\x7fELF\2\1\1" + bytes(60)}, "latent"),
    ):
        corpus.add(
            "keras-members",
            f"{name}.keras",
            archive(good, more),
            label,
            "keras",
            "malicious|suspicious" + ("|clean" if name == "script" else ""),
        )
    corpus.add(
        "keras-members",
        "two-configs.keras",
        archives.zipped(
            [
                Entry("config.json", json.dumps(good).encode()),
                Entry("config.json", json.dumps(HARMFUL["lambda"]).encode()),
                Entry("metadata.json", b"{}"),
            ]
        ),
        "malicious",
        "keras",
        "malicious|suspicious",
    )
    corpus.add(
        "keras-members",
        "duplicate-key.keras",
        archive(json.dumps(good)[:-1].encode() + b', "class_name": "Lambda", "config": ' + json.dumps(LAMBDA["config"]).encode() + b"}"),
        "malicious",
        "keras",
        "malicious|suspicious",
    )
    corpus.add(
        "keras-members",
        "deep.keras",
        archive(b'{"config":' * 20_000 + b"1" + b"}" * 20_000),
        "malicious",
        "keras",
        "malicious|suspicious|error",
    )
    corpus.add("keras-members", "not-json.keras", archive(b"hello"), "malicious", "keras", "malicious|suspicious|error")
    corpus.add("harmless-keras", "assets.keras", archive(good, {"assets/vocabulary.txt": b"a\nb\n"}), "benign", "keras")


def _folder_files(corpus):
    corpus.add("keras-json", "lambda.json", json.dumps(HARMFUL["lambda"]).encode(), "malicious", "keras", "malicious|suspicious")
    corpus.add("harmless-keras-json", "plain.json", json.dumps(sequential(layer("Dense"))).encode(), "benign", "keras")
