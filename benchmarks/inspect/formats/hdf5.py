"""HDF5 as Keras wrote it before .keras: the model's configuration is an attribute; and links that lead out of the file. Needs h5py."""

import io
import json

import h5py
import numpy

from .keras_files import CODE, HARMFUL, USUAL

LAMBDA = {
    "class_name": "Lambda",
    "config": {"name": "l", "function": [CODE, None, None], "function_type": "lambda", "module": "__main__", "arguments": {}},
}


def file(config=None, fill=None, training=None):
    out = io.BytesIO()
    with h5py.File(out, "w") as f:
        if config is not None:
            f.attrs["model_config"] = config if isinstance(config, (str, bytes)) else json.dumps(config)
        if training is not None:
            f.attrs["training_config"] = json.dumps(training)
        f.attrs["keras_version"], f.attrs["backend"] = "2.13.1", "tensorflow"
        group = f.create_group("model_weights/dense/dense")
        group["kernel:0"] = numpy.zeros((4, 4), "f4")
        if fill:
            fill(f)
    return out.getvalue()


def sequential(*layers):
    return {"class_name": "Sequential", "config": {"name": "s", "layers": list(layers)}}


def old(name, config):
    return {"class_name": name, "config": {"name": name.lower(), **config}}


def write(corpus, random):
    loose = "malicious|suspicious"
    harmful = {
        "lambda": sequential(old("Dense", {}), LAMBDA),
        "lambda-functional": {"class_name": "Functional", "config": {"layers": [LAMBDA]}},
        "lambda-nested": sequential(sequential(LAMBDA)),
        "lambda-wrapped": sequential(old("TimeDistributed", {"layer": LAMBDA})),
        "lambda-model": {"class_name": "Model", "config": {"layers": [LAMBDA]}},
        "new-lambda": HARMFUL["lambda"],
        "module-os": HARMFUL["module-os"],
        "torch-wrapper": HARMFUL["torch-wrapper"],
    }
    for name, config in harmful.items():
        for ending in ("h5", "hdf5", "keras"):
            corpus.add("h5-config", f"{name}.{ending}", file(config), "malicious", "h5", loose)
    corpus.add("h5-config", "bytes.h5", file(json.dumps(harmful["lambda"]).encode()), "malicious", "h5", loose)
    corpus.add("h5-config", "training-lambda.h5", file(sequential(old("Dense", {})), training={"loss": LAMBDA}), "malicious", "h5", loose)
    corpus.add("h5-custom", "custom.h5", file(sequential(old("AcmeLayer", {}))), "unknown", "h5", "suspicious|malicious")
    _links(corpus)
    for name, config in USUAL:
        corpus.add("harmless-h5", f"{name}.h5", file(sequential(old(name, config))), "benign", "h5")
    corpus.add("harmless-h5", "weights.h5", file(), "benign", "h5")
    corpus.add(
        "harmless-h5",
        "training.h5",
        file(sequential(old("Dense", {})), training={"loss": "mse", "optimizer_config": {"class_name": "Adam", "config": {}}}),
        "benign",
        "h5",
    )
    corpus.add(
        "harmless-h5",
        "data.h5",
        file(fill=lambda f: f.create_dataset("images", data=numpy.zeros((20, 8, 8), "u1"), compression="gzip", chunks=(5, 8, 8))),
        "benign",
        "h5",
    )
    corpus.add("harmless-h5", "soft-link.h5", file(fill=lambda f: f.__setitem__("alias", h5py.SoftLink("/model_weights"))), "benign", "h5")
    corpus.add("harmless-h5", "many.h5", file(sequential(*[old("Dense", {"units": i}) for i in range(300)])), "benign", "h5")
    corpus.add(
        "harmless-h5",
        "text.h5",
        file(fill=lambda f: f.create_dataset("names", data=["a", "Lambda os.system"], dtype=h5py.string_dtype())),
        "benign",
        "h5",
    )


def _links(corpus):
    def virtual(f):
        layout = h5py.VirtualLayout((4,), "f4")
        layout[:] = h5py.VirtualSource("/etc/hostname", "x", (4,))
        f.create_virtual_dataset("v", layout)

    for name, fill in {
        "external-link": lambda f: f.__setitem__("x", h5py.ExternalLink("/etc/hostname", "/y")),
        "external-parent": lambda f: f.__setitem__("x", h5py.ExternalLink("../../other.h5", "/y")),
        "external-storage": lambda f: f.create_dataset("x", (16,), "u1", external=[("/etc/hostname", 0, 16)]),
        "virtual": virtual,
    }.items():
        corpus.add("h5-links", f"{name}.h5", file(sequential(old("Dense", {})), fill), "malicious", "h5", "malicious|suspicious")
