"""ONNX models: custom domains, external data, functions, sizes that lie (onnx.proto)."""

import struct

from .wire import message

LOOSE = "malicious|suspicious|error"


def node(op, inputs=("x",), outputs=("y",), domain="", attributes=()):
    return message(
        *((1, i) for i in inputs),
        *((2, o) for o in outputs),
        (3, op.lower()),
        (4, op),
        *((5, a) for a in attributes),
        *(((7, domain),) if domain else ()),
    )


def attribute(name, value):
    """An attribute: text, a graph as (graph,), or an int."""
    if isinstance(value, tuple):
        return message((1, name), (6, value[0]), (20, 5))
    return message((1, name), (3, value), (20, 2)) if isinstance(value, int) else message((1, name), (4, value), (20, 3))


def tensor(name="w", dims=(2, 2), kind=1, raw=struct.pack("<4f", 1, 2, 3, 4), external=()):
    stored = [(14, 1), *((13, message((1, k), (2, v))) for k, v in external)] if external else [(9, raw)]
    return message(*((1, d) for d in dims), (2, kind), (8, name), *stored)


def value(name, dims=(1, 2)):
    shape = message(*((1, message((1, d))) for d in dims))
    return message((1, name), (2, message((1, message((1, 1), (2, shape))))))


def graph(nodes=None, tensors=None, name="g", more=()):
    return message(
        *((1, n) for n in nodes or [node("MatMul", ("x", "w"))]),
        (2, name),
        *((5, t) for t in ([tensor()] if tensors is None else tensors)),
        (11, value("x")),
        (12, value("y")),
        *more,
    )


def model(body=None, domains=(("", 17),), functions=(), metadata=(), more=()):
    return message(
        (1, 8),
        (2, "pytorch"),
        (3, "2.0"),
        (7, body if body is not None else graph()),
        *((8, message((1, d), (2, v))) for d, v in domains),
        *((14, message((1, k), (2, v))) for k, v in metadata),
        *((25, f) for f in functions),
        *more,
    )


def function(name, domain, nodes):
    return message((1, name), (4, "x"), (5, "y"), *((7, n) for n in nodes), (9, message((1, ""), (2, 17))), (10, domain))


PATHS = {
    "parent": "../outside.bin",
    "parents": "../../../../etc/passwd",
    "absolute": "/etc/passwd",
    "inner-parent": "data/../../outside.bin",
    "windows": "C:\\Windows\\win.ini",
    "backslash": "..\\..\\outside.bin",
    "url": "file:///etc/passwd",
    "network": "\\\\host\\share\\x",
    "http": "http://127.0.0.1:9/x",
    "dot-dot-end": "data/..",
    "nul": "weights.bin\0/../../etc/passwd",
    "home": "~/.ssh/id_rsa",
    "proc": "/proc/self/environ",
}

STAYING = ("dot-dot-end", "home", "http")
"""Odd, but inside the model's folder to every runtime."""


def write(corpus, random):
    _external(corpus)
    _operators(corpus)
    _lies(corpus)
    _harmless(corpus)


def _external(corpus):
    for name, path in PATHS.items():
        body = graph(tensors=[tensor(external=(("location", path), ("offset", "0"), ("length", "16")))])
        if name in STAYING:
            corpus.add("onnx-external-odd", f"{name}.onnx", model(body), "latent", "onnx", LOOSE + "|clean")
            continue
        corpus.add("onnx-external", f"{name}.onnx", model(body), "malicious", "onnx")
    outside = tensor(external=(("location", "../../etc/passwd"),))
    inner = graph([node("Constant", (), ("y",), attributes=[message((1, "value"), (5, outside), (20, 4))])])
    places = {
        "constant": graph([node("Constant", (), ("y",), attributes=[message((1, "value"), (5, outside), (20, 4))])], []),
        "subgraph": graph([node("If", attributes=[attribute("then_branch", (inner,)), attribute("else_branch", (graph(),))])]),
        "deep-subgraph": graph(
            [node("Loop", attributes=[attribute("body", (graph([node("If", attributes=[attribute("then_branch", (inner,))])]),))])]
        ),
        "tensors-list": graph([node("X", attributes=[message((1, "values"), (10, outside), (20, 9))])]),
        "sparse": graph(more=[(15, message((1, outside), (2, tensor("i", (4,), 7, bytes(32)))))]),
    }
    for name, body in places.items():
        corpus.add("onnx-external", f"in-{name}.onnx", model(body), "malicious", "onnx")
    corpus.add(
        "onnx-external",
        "in-function.onnx",
        model(
            functions=[function("F", "local", [node("Constant", (), ("y",), attributes=[message((1, "value"), (5, outside), (20, 4))])])]
        ),
        "malicious",
        "onnx",
    )
    corpus.add("onnx-external", "in-training.onnx", model(more=[(20, message((1, graph(tensors=[outside]))))]), "malicious", "onnx")
    for name, keys in {
        "offset-huge": (("location", "w.bin"), ("offset", str(2**63)), ("length", "16")),
        "length-huge": (("location", "w.bin"), ("length", str(2**62))),
        "negative": (("location", "w.bin"), ("offset", "-5")),
        "no-location": (("offset", "0"),),
        "two-locations": (("location", "w.bin"), ("location", "../x.bin")),
    }.items():
        corpus.add("onnx-external", f"{name}.onnx", model(graph(tensors=[tensor(external=keys)])), "malicious", "onnx", LOOSE)


def _operators(corpus):
    """Operators that run Python, the shell or a library; and custom domains that only their owner knows."""
    for domain, op, attributes in (
        ("ai.onnx.contrib", "PyOp", []),
        ("ai.onnx.contrib", "PyCustomOpDef", []),
        ("com.microsoft", "PyOp", [attribute("module", "os"), attribute("class_name", "system")]),
        ("pyop", "PyOp", [attribute("module", "subprocess"), attribute("compute", "getoutput")]),
        ("org.pytorch.aten", "PythonOp", [attribute("pyinterpreter", "d")]),
        ("com.microsoft", "PythonOp", [attribute("func_name", "os.system")]),
    ):
        body = graph([node(op, domain=domain, attributes=attributes)])
        corpus.add(
            "onnx-python-operators",
            f"{domain}-{op}.onnx",
            model(body, (("", 17), (domain, 1))),
            "malicious",
            "onnx",
            "malicious|suspicious",
        )
    for domain in ("com.example.custom", "my_ops", "acme", "custom", "test.domain"):
        corpus.add(
            "onnx-custom-domain",
            f"{domain}.onnx",
            model(graph([node("Special", domain=domain)]), (("", 17), (domain, 1))),
            "unknown",
            "onnx",
            "suspicious|malicious",
        )
    hidden = graph([node("If", attributes=[attribute("then_branch", (graph([node("Run", domain="acme.os")]),))])])
    corpus.add(
        "onnx-custom-domain", "in-subgraph.onnx", model(hidden, (("", 17), ("acme.os", 1))), "unknown", "onnx", "suspicious|malicious"
    )
    corpus.add("onnx-custom-domain", "not-an-operator.onnx", model(graph([node("SystemCall")])), "unknown", "onnx", "suspicious|malicious")
    recursive = function("F", "local", [node("F", domain="local")])
    corpus.add(
        "onnx-functions",
        "recursive.onnx",
        model(graph([node("F", domain="local")]), (("", 17), ("local", 1)), [recursive]),
        "malicious",
        "onnx",
        LOOSE,
    )
    corpus.add(
        "onnx-functions",
        "custom-inside.onnx",
        model(graph([node("F", domain="local")]), (("", 17), ("local", 1)), [function("F", "local", [node("Run", domain="acme.os")])]),
        "unknown",
        "onnx",
        "suspicious|malicious",
    )


def _lies(corpus):
    deep = graph()
    for _ in range(400):
        deep = graph([node("If", attributes=[attribute("then_branch", (deep,))])], [])
    lies = {
        "size-too-small": model(graph(tensors=[tensor(dims=(1000, 1000))])),
        "size-too-large": model(graph(tensors=[tensor(dims=(1,), raw=bytes(4096))])),
        "dimension-overflow": model(graph(tensors=[tensor(dims=(2**33, 2**33))])),
        "dimension-negative": model(graph(tensors=[tensor(dims=(-2, -2))])),
        "type-unknown": model(graph(tensors=[tensor(kind=99)])),
        "deep": model(deep),
        "length-beyond": model()[:40] + b"\x3a\xff\xff\xff\xff\x07",
        "truncated": model()[:-20],
    }
    for name, data in lies.items():
        refused = name == "type-unknown"
        corpus.add("onnx-lies", f"{name}.onnx", data, "latent" if refused else "malicious", "onnx", LOOSE + "|clean" * refused)


def _harmless(corpus):
    ops = (
        "Conv",
        "Relu",
        "MatMul",
        "Add",
        "Softmax",
        "LayerNormalization",
        "Gemm",
        "Reshape",
        "Transpose",
        "LSTM",
        "Resize",
        "NonMaxSuppression",
        "Gather",
        "Concat",
        "Slice",
        "Einsum",
        "QLinearConv",
        "DequantizeLinear",
        "Loop",
        "StringNormalizer",
        "TfIdfVectorizer",
        "Clip",
        "Attention",
        "RMSNormalization",
    )
    for op in ops:
        corpus.add("harmless-onnx", f"{op}.onnx", model(graph([node(op)]), (("", 23),)), "benign", "onnx")
    for domain, op in (
        ("com.microsoft", "FusedConv"),
        ("com.microsoft", "Attention"),
        ("com.microsoft", "MatMulNBits"),
        ("com.microsoft", "GroupQueryAttention"),
        ("com.microsoft", "SkipLayerNormalization"),
        ("com.microsoft", "QLinearAdd"),
        ("com.microsoft.nchwc", "Conv"),
        ("ai.onnx.ml", "TreeEnsembleClassifier"),
        ("ai.onnx.ml", "ZipMap"),
        ("ai.onnx.ml", "LinearRegressor"),
        ("ai.onnx.ml", "Scaler"),
        ("ai.onnx.preview.training", "Adam"),
        ("ai.onnx.training", "Gradient"),
        ("com.microsoft", "BiasGelu"),
        ("com.microsoft", "RotaryEmbedding"),
        ("ai.onnx", "Relu"),
    ):
        corpus.add(
            "harmless-onnx", f"{domain}-{op}.onnx", model(graph([node(op, domain=domain)]), (("", 17), (domain, 1))), "benign", "onnx"
        )
    for path in (
        "model.onnx.data",
        "weights/w0.bin",
        "./model.data",
        "model_0-of-2.data",
        "onnx__MatMul_123",
        "a..b.data",
        "encoder.layer.0.weight",
    ):
        body = graph(tensors=[tensor(external=(("location", path), ("offset", "4096"), ("length", "16"), ("checksum", "ab" * 20)))])
        corpus.add("harmless-onnx-external", f"{path}.onnx", model(body), "benign", "onnx", "clean|error|suspicious")
        folder = {"model.onnx": model(body), path.removeprefix("./"): bytes(8192)}
        corpus.add_folder("harmless-onnx-external", f"{path}-with-data", folder, "benign", "onnx")
    local = function("Gelu", "pkg.onnxscript.torch_lib", [node("Erf"), node("Mul", ("y", "y"))])
    corpus.add(
        "harmless-onnx",
        "function.onnx",
        model(graph([node("Gelu", domain="pkg.onnxscript.torch_lib")]), (("", 18), ("pkg.onnxscript.torch_lib", 1)), [local]),
        "benign",
        "onnx",
    )
    corpus.add(
        "harmless-onnx",
        "metadata.onnx",
        model(
            metadata=(
                ("names", "{0: 'person', 1: 'car'}"),
                ("stride", "32"),
                ("author", "A"),
                ("license", "AGPL-3.0 https://example.org/license"),
                ("imgsz", "[640, 640]"),
            )
        ),
        "benign",
        "onnx",
    )
    branches = graph([node("If", attributes=[attribute("then_branch", (graph(),)), attribute("else_branch", (graph(),))])])
    corpus.add("harmless-onnx", "branches.onnx", model(branches), "benign", "onnx")
    many = graph([node("Add", ("x", f"w{i}"), (f"x{i}",)) for i in range(3000)], [tensor(f"w{i}") for i in range(3000)])
    corpus.add("harmless-onnx", "many.onnx", model(many), "benign", "onnx")
    chosen = graph([node("Cast", attributes=[attribute("to", 1)]), node("Conv", attributes=[attribute("auto_pad", "SAME_UPPER")])])
    corpus.add("harmless-onnx", "attributes.onnx", model(chosen), "benign", "onnx")
    for kind, size in ((1, 4), (2, 1), (3, 1), (5, 2), (6, 4), (7, 8), (9, 1), (10, 2), (11, 8), (16, 2), (17, 1)):
        corpus.add("harmless-onnx", f"tensor-{kind}.onnx", model(graph(tensors=[tensor(kind=kind, raw=bytes(4 * size))])), "benign", "onnx")
