"""SavedModel, frozen graphs, MetaGraphs (tensorflow/core/protobuf) and TFLite (schema.fbs)."""

import json
import struct

from .wire import Table, flatbuffer, message

LOOSE = "malicious|suspicious|error"

HARMFUL = {
    "ReadFile": {"filename": "/etc/passwd"},
    "WriteFile": {"filename": "countersign-marker.txt"},
    "PyFunc": {"token": "pyfunc_0"},
    "PyFuncStateless": {"token": "pyfunc_0"},
    "EagerPyFunc": {"token": "pyfunc_1"},
}
DOUBTFUL = (
    "MatchingFiles",
    "WholeFileReaderV2",
    "FixedLengthRecordReaderV2",
    "TextLineDataset",
    "LMDBReader",
    "SqlDataset",
    "ImmutableConst",
    "DebugIdentityV2",
    "PrintV2",
    "RpcCall",
    "DecodeProtoV2",
    "LoadDataset",
    "SaveDataset",
    "TFRecordReaderV2",
    "MergeV2Checkpoints-no",
    "Save",
)
USUAL = (
    "MatMul",
    "BiasAdd",
    "Relu",
    "Softmax",
    "Conv2D",
    "VarHandleOp",
    "ReadVariableOp",
    "AssignVariableOp",
    "Placeholder",
    "Const",
    "Identity",
    "NoOp",
    "StatefulPartitionedCall",
    "PartitionedCall",
    "RestoreV2",
    "SaveV2",
    "MergeV2Checkpoints",
    "ShardedFilename",
    "StringJoin",
    "Pack",
    "StaticRegexFullMatch",
    "Select",
    "FusedBatchNormV3",
    "MaxPool",
    "ResourceGather",
    "HashTableV2",
    "LookupTableFindV2",
    "While",
    "StatelessWhile",
    "If",
    "TensorListFromTensor",
    "DecodeJpeg",
    "ParseExampleV2",
    "RandomUniform",
    "Assert",
    "StringSplitV2",
    "RegexReplace",
    "Einsum",
    "CudnnRNNV3",
    "DisableCopyOnRead",
)


def text_attribute(value):
    """An AttrValue that is a string, or a constant tensor of one string."""
    return message((2, value))


def constant(value):
    return message((8, message((1, 7), (2, message()), (8, value))))


def node(name, op, inputs=(), attributes=()):
    return message((1, name), (2, op), *((3, i) for i in inputs), *((5, message((1, k), (2, v))) for k, v in attributes))


def graph(nodes, library=()):
    functions = message(*((1, message((1, message((1, name))), *((3, n) for n in body))) for name, body in library))
    return message(*((1, n) for n in nodes), (2, functions), (4, message((1, 1))))


def metagraph(body, more=()):
    return message((1, message((4, "serve"), (5, "2.15.0"))), (2, body), *more)


def saved_model(body, more=()):
    return message((1, 1), (2, metagraph(body, more)))


PLAIN = [node("x", "Placeholder"), node("w", "VarHandleOp"), node("y", "MatMul", ("x", "w"))]


def write(corpus, random):
    for op, attributes in HARMFUL.items():
        _placed(corpus, op, attributes, "malicious")
    for op in (o for o in DOUBTFUL if not o.endswith("-no")):
        corpus.add_folder("savedmodel-file-operators", op, _folder(saved_model(graph(PLAIN + [node("n", op)]))), "latent", "savedmodel")
    _assets(corpus)
    _harmless(corpus)
    _tflite(corpus)


def _folder(data, more=()):
    return {
        "saved_model.pb": data,
        "variables/variables.index": bytes(48),
        "variables/variables.data-00000-of-00001": bytes(64),
        **dict(more),
    }


def _placed(corpus, op, attributes, label):
    """The operator in the graph, in a function of its library, in a frozen graph and in a MetaGraph."""
    bad = [
        node("name", "Const", (), [("value", constant(next(iter(attributes.values()))))]),
        node("n", op, ("name",), [(k, text_attribute(v)) for k, v in attributes.items() if k == "token"]),
    ]
    expected = "malicious|suspicious"
    corpus.add_folder("savedmodel-operators", op, _folder(saved_model(graph(PLAIN + bad))), label, "savedmodel", expected)
    corpus.add_folder(
        "savedmodel-operators",
        f"{op}-in-function",
        _folder(saved_model(graph(PLAIN, [("__inference_f_1", PLAIN), ("__inference_g_2", bad)]))),
        label,
        "savedmodel",
        expected,
    )
    second = message((1, 1), (2, metagraph(graph(PLAIN))), (2, metagraph(graph(bad))))
    corpus.add_folder("savedmodel-operators", f"{op}-in-second-graph", _folder(second), label, "savedmodel", expected)
    corpus.add("frozen-graph-operators", f"{op}.pb", graph(PLAIN + bad), label, "graphdef", expected)
    corpus.add("metagraph-operators", f"{op}.meta", metagraph(graph(PLAIN + bad)), label, "metagraph", expected)
    corpus.add("savedmodel-operators", f"{op}-alone.pb", saved_model(graph(PLAIN + bad)), label, "savedmodel", expected)


def _assets(corpus):
    for name, path in (("parent", "../../outside.txt"), ("absolute", "/etc/passwd")):
        asset = message((6, message((1, message((1, "t:0"))), (2, path))))
        corpus.add_folder(
            "savedmodel-assets", name, _folder(message((1, 1), (2, metagraph(graph(PLAIN)) + asset))), "malicious", "savedmodel", LOOSE
        )
    layer = {
        "class_name": "Sequential",
        "config": {
            "layers": [{"class_name": "Lambda", "config": {"function": {"class_name": "__lambda__", "config": {"code": "4wEAAAA="}}}}]
        },
    }
    metadata = message((1, message((2, 0), (3, "root"), (4, "_tf_keras_sequential"), (5, json.dumps(layer)))))
    corpus.add_folder(
        "savedmodel-keras-lambda",
        "lambda",
        _folder(saved_model(graph(PLAIN)), {"keras_metadata.pb": metadata}),
        "malicious",
        "savedmodel",
        "malicious|suspicious",
    )
    corpus.add_folder(
        "savedmodel-extra",
        "custom-library",
        _folder(saved_model(graph(PLAIN)), {"assets.extra/tf_custom_ops.so": b"\x7fELF\2\1\1" + bytes(100)}),
        "latent",
        "savedmodel",
    )
    corpus.add_folder(
        "savedmodel-extra",
        "pickle-in-assets",
        _folder(saved_model(graph(PLAIN)), {"assets/vocab.pkl": b"cposix\nsystem\n(Vecho countersign-marker\ntR."}),
        "malicious",
        "savedmodel",
    )
    corpus.add_folder("savedmodel-lies", "truncated", _folder(saved_model(graph(PLAIN))[:-7]), "malicious", "savedmodel", LOOSE)
    corpus.add_folder(
        "savedmodel-lies", "length-huge", _folder(b"\x08\x01\x12\xff\xff\xff\xff\xff\x7f" + bytes(10)), "malicious", "savedmodel", LOOSE
    )


def _harmless(corpus):
    corpus.add_folder(
        "harmless-savedmodel",
        "usual",
        _folder(saved_model(graph([node(f"n{i}", op) for i, op in enumerate(USUAL)], [("__inference_f_1", PLAIN)]))),
        "benign",
        "savedmodel",
    )
    for op in USUAL:
        corpus.add_folder("harmless-savedmodel", op, _folder(saved_model(graph(PLAIN + [node("n", op)]))), "benign", "savedmodel")
    vocabulary = message((7, message((1, message((1, "t:0"))), (2, "vocab.txt"))))
    corpus.add_folder(
        "harmless-savedmodel",
        "vocabulary",
        _folder(
            message((1, 1), (2, metagraph(graph(PLAIN + [node("n", "InitializeTableFromTextFileV2")])) + vocabulary)),
            {"assets/vocab.txt": b"a\nb\n", "fingerprint.pb": bytes(20)},
        ),
        "benign",
        "savedmodel",
    )
    layer = {"class_name": "Sequential", "config": {"layers": [{"class_name": "Dense", "config": {"units": 4}}]}}
    metadata = message((1, message((2, 0), (3, "root"), (4, "_tf_keras_sequential"), (5, json.dumps(layer)))))
    corpus.add_folder(
        "harmless-savedmodel", "keras", _folder(saved_model(graph(PLAIN)), {"keras_metadata.pb": metadata}), "benign", "savedmodel"
    )
    corpus.add("harmless-frozen-graph", "usual.pb", graph([node(f"n{i}", op) for i, op in enumerate(USUAL)]), "benign", "graphdef")
    corpus.add(
        "harmless-metagraph", "usual.meta", metagraph(graph([node(f"n{i}", op) for i, op in enumerate(USUAL)])), "benign", "metagraph"
    )
    words = graph(PLAIN + [node("w", "Const", (), [("value", constant("os.system and PyFunc and eval( are words"))])])
    corpus.add("harmless-frozen-graph", "words.pb", words, "benign", "graphdef")


def tflite(operators, buffers=(b"", bytes(16)), metadata=(), description="MLIR Converted."):
    """A model with one subgraph; operators as a builtin code or a custom name."""
    codes = [Table({0: (32,), 1: op}) if isinstance(op, str) else Table({0: (min(op, 127),), 3: op}) for op in operators]
    tensors = [Table({0: [1, 4], 2: 1, 3: f"t{i}"}) for i in range(3)]
    calls = [Table({0: i, 1: [0, 1], 2: [2]}) for i in range(len(operators))]
    subgraph = Table({0: tensors, 1: [0], 2: [2], 3: calls, 4: "main"})
    root = Table(
        {
            0: 3,
            1: codes,
            2: [subgraph],
            3: description,
            4: [b if isinstance(b, Table) else Table({0: b}) if b else Table() for b in buffers],
        }
    )
    if metadata:
        root[6] = [Table({0: name, 1: 1}) for name in metadata]
    return flatbuffer(root, b"TFL3")


def _tflite(corpus):
    for name in ("FlexReadFile", "FlexWriteFile", "FlexPyFunc", "FlexEagerPyFunc"):
        corpus.add("tflite-flex", f"{name}.tflite", tflite([name]), "malicious", "tflite", "malicious|suspicious")
    for name in ("MyCustomOp", "EvilOp", "RunShell"):
        corpus.add("tflite-custom", f"{name}.tflite", tflite([name]), "unknown", "tflite", "suspicious|malicious")
    good = tflite([9, 3])
    for name, data in {
        "root-out-of-range": struct.pack("<I", 0x7FFFFFF0) + good[4:],
        "truncated": good[: len(good) // 2],
        "vtable-out-of-range": good[:8] + bytes(0) + b"\xff" * 8 + good[16:],
        "empty": b"\x08\0\0\0TFL3",
    }.items():
        corpus.add("tflite-lies", f"{name}.tflite", data, "malicious", "tflite", LOOSE)
    far = tflite([9], [Table({1: 2**31 - 1, 2: 2**31 - 1})])
    corpus.add("tflite-lies", "buffer-offset.tflite", far, "latent", "tflite", LOOSE + "|clean")
    for code in (0, 3, 4, 9, 14, 17, 22, 25, 34, 36, 39, 40, 53, 114, 126):
        corpus.add("harmless-tflite", f"builtin-{code}.tflite", tflite([code]), "benign", "tflite")
    corpus.add("harmless-tflite", "many.tflite", tflite([3, 4, 9, 14, 17, 22, 25] * 30), "benign", "tflite")
    for name in (
        "TFLite_Detection_PostProcess",
        "FlexErf",
        "FlexTensorListReserve",
        "Mfcc",
        "AudioSpectrogram",
        "edgetpu-custom-op",
        "FlexConv3D",
        "Convolution2DTransposeBias",
        "MaxPoolingWithArgmax2D",
        "TFSentencepieceTokenizeOp",
        "aeq.hash_ops.Irfft2D",
    ):
        corpus.add(
            "harmless-tflite",
            f"{name}.tflite",
            tflite([9, name]),
            "benign",
            "tflite",
            "clean|suspicious" if name[0].islower() or name.startswith("TFS") else None,
        )
    corpus.add("harmless-tflite", "metadata.tflite", tflite([9], metadata=("min_runtime_version", "TFLITE_METADATA")), "benign", "tflite")
