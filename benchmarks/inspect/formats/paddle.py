"""PaddlePaddle: programs (framework.proto), parameters, and the pickles it calls .pdparams."""

from .wire import message

PICKLE = b"\x80\x02cposix\nsystem\n(Vecho countersign-marker\ntR."


def operator(kind, attributes=()):
    return message(
        *((4, message((1, k), (2, 2), (5, v))) for k, v in attributes),
        (3, kind),
        (1, message((1, "X"), (2, "x"))),
        (2, message((1, "Out"), (2, "y"))),
    )


def program(*operators):
    block = message((1, 0), (2, (1 << 64) - 1), (3, message((1, "x"), (2, message((1, 7))))), *((4, o) for o in operators))
    return message((1, block), (4, message((1, 0))))


def write(corpus, random):
    for kind, attributes in (
        ("py_func", [("forward_callable_id", "0")]),
        ("py_layer", []),
        ("run_program", []),
        ("load", [("file_path", "/etc/passwd")]),
        ("save", [("file_path", "../../countersign-marker.txt")]),
        ("load_combine", [("file_path", "../x")]),
        ("save_combine", [("file_path", "/tmp/x")]),
    ):
        label = "malicious" if kind == "py_func" or attributes and "path" in attributes[0][0] else "latent"
        expected = "malicious|suspicious" + ("" if kind not in ("py_layer", "run_program") else "|clean")
        corpus.add(
            "paddle-operators",
            f"{kind}.pdmodel",
            program(operator("feed"), operator("matmul_v2"), operator(kind, attributes), operator("fetch")),
            label,
            "paddle",
            expected,
        )
    for ending in ("pdparams", "pdopt", "pdiparams"):
        corpus.add("paddle-pickle", f"harm.{ending}", PICKLE, "malicious", "paddle")
    corpus.add("paddle-custom", "custom.pdmodel", program(operator("acme_custom_relu")), "unknown", "paddle", "suspicious|malicious|clean")
    for kinds in (
        ["feed", "matmul_v2", "elementwise_add", "relu", "softmax", "fetch"],
        ["conv2d", "batch_norm", "pool2d", "flatten_contiguous_range", "scale"],
        ["lookup_table_v2", "layer_norm", "transpose2", "reshape2", "dropout"],
    ):
        corpus.add("harmless-paddle", f"{kinds[0]}.pdmodel", program(*map(operator, kinds)), "benign", "paddle")
    corpus.add("harmless-paddle", "data.pdparams", b"\x80\x02}q\x00X\x01\x00\x00\x00aq\x01K\x01s.", "benign", "paddle")
