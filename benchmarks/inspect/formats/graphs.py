"""ONNX, TensorFlow (SavedModel, frozen graph, MetaGraph), TFLite, CoreML, OpenVINO, PaddlePaddle, TensorRT."""

import struct

from . import paddle, tensorflow, onnx_files, xml_files, coreml

FAMILIES = (onnx_files, tensorflow, coreml, xml_files, paddle)


def write(corpus, random):
    for family in FAMILIES:
        family.write(corpus, random)
    _plans(corpus)


def _plans(corpus):
    """TensorRT engines are code for a GPU; what they may not hold is a program for this machine."""
    plan = b"ftrt" + struct.pack("<6I", 0, 1, 8, 6, 1, 4096) + bytes(range(256)) * 16
    corpus.add("harmless-tensorrt", "plain.engine", plan, "benign", "tensorrt", "clean|suspicious")
    corpus.add("harmless-tensorrt", "plain.plan", plan, "benign", "tensorrt", "clean|suspicious")
    elf = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHI", 3, 62, 1) + bytes(200)
    for name, inner in (
        ("elf", elf),
        ("plugin", elf + b"\0getPluginCreators\0libnvinfer_plugin.so\0"),
        ("pickle", b"cposix\nsystem\n(Vecho countersign-marker\ntR."),
    ):
        corpus.add(
            "tensorrt", f"{name}.engine", plan + inner, "latent", "tensorrt", "malicious|suspicious|clean" if name == "pickle" else None
        )
