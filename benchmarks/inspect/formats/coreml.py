"""CoreML: .mlmodel (Model.proto) and .mlpackage folders."""

import json

from .wire import message

LOOSE = "malicious|suspicious|error"


def feature(name):
    return message((1, name), (3, message((5, message((1, [1, 3]), (2, 65600))))))


def model(kind, body, metadata=()):
    """A Model: specification version, description, and one of the kinds by its field number."""
    properties = message((1, "demo"), (3, "A"), *((100, message((1, k), (2, v))) for k, v in metadata))
    return message((1, 5), (2, message((1, feature("x")), (10, feature("y")), (100, properties))), (kind, body))


def layer(name, number, parameters=b""):
    return message((1, name), (2, "x"), (3, "y"), (number, parameters))


def network(*layers):
    return message(*((1, item) for item in layers))


GOOD = model(500, network(layer("dense", 140, message((1, 3), (2, 3))), layer("relu", 130, message((10, b"")))))


def write(corpus, random):
    add = lambda klass, name, data, label, expected=None: corpus.add(klass, f"{name}.mlmodel", data, label, "coreml", expected)
    custom = layer(
        "c", 500, message((10, "com.acme.RunCode"), (30, message((1, "command"), (2, message((20, "echo countersign-marker"))))))
    )
    add("coreml-custom", "custom-layer", model(500, network(custom)), "unknown", "suspicious|malicious")
    add("coreml-custom", "custom-model", model(555, message((10, "com.acme.CustomModel"))), "unknown", "suspicious|malicious")
    add(
        "coreml-custom",
        "custom-in-pipeline",
        model(202, message((1, message((1, model(500, network(custom))))))),
        "unknown",
        "suspicious|malicious|clean",
    )
    for name, path in (("parent", "../../outside"), ("absolute", "/etc/passwd")):
        add("coreml-linked", name, model(556, message((1, message((1, message((3, path))), (2, message((3, path))))))), "malicious", LOOSE)
    add("coreml-lies", "truncated", GOOD[:-9], "malicious", LOOSE)
    add("coreml-lies", "length-huge", GOOD[:2] + b"\x12\xff\xff\xff\xff\x7f" + GOOD[8:], "malicious", LOOSE)
    add("harmless-coreml", "network", GOOD, "benign")
    add("harmless-coreml", "regressor", model(300, message((1, message((1, 0.5))), (2, 1.0))), "benign")
    add("harmless-coreml", "classifier", model(400, message((100, message((1, "a"))))), "benign")
    add("harmless-coreml", "trees", model(302, message((1, message((1, message((1, 0))))))), "benign")
    add(
        "harmless-coreml",
        "metadata",
        model(
            500,
            network(layer("relu", 130)),
            [("com.github.apple.coremltools.version", "7.0"), ("com.github.apple.coremltools.source", "torch==2.0")],
        ),
        "benign",
    )
    for number in (100, 120, 130, 140, 150, 160, 210, 220, 230):
        add("harmless-coreml", f"layer-{number}", model(500, network(layer("l", number))), "benign")
    _packages(corpus)


def _packages(corpus):
    def package(path):
        items = {
            "1": {"path": path, "author": "com.apple.CoreML", "name": "model.mlmodel"},
            "2": {"path": "com.apple.CoreML/weights", "author": "com.apple.CoreML", "name": "weights"},
        }
        return json.dumps({"fileFormatVersion": "1.0.0", "itemInfoEntries": items, "rootModelIdentifier": "1"}).encode()

    files = {"Data/com.apple.CoreML/model.mlmodel": GOOD, "Data/com.apple.CoreML/weights/weight.bin": bytes(64)}
    corpus.add_folder(
        "harmless-coreml", "plain.mlpackage", {"Manifest.json": package("com.apple.CoreML/model.mlmodel"), **files}, "benign", "coreml"
    )
    for name, path in (("parent", "../../../outside.mlmodel"), ("absolute", "/etc/passwd")):
        corpus.add_folder("coreml-package", f"{name}.mlpackage", {"Manifest.json": package(path), **files}, "malicious", "coreml", LOOSE)
