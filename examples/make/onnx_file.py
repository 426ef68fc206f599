"""Writes small ONNX files without any library: just enough protobuf for one graph.

Field numbers are those of onnx.proto (ONNX 1.13, IR version 8). Repeated numbers are written unpacked,
as the reference implementation does, so the files look like those of any other exporter.
"""

import struct

FLOAT, INT, STRING, TENSOR, FLOATS, INTS, STRINGS = 1, 2, 3, 4, 6, 7, 8
IR_VERSION, OPSET, ML_OPSET = 8, 17, 3


def varint(number):
    number &= (1 << 64) - 1
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def integer(field, number):
    return varint(field << 3) + varint(number)


def real(field, number):
    return varint(field << 3 | 5) + struct.pack("<f", number)


def block(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content


def attribute(name, value):
    """An AttributeProto; the type follows from the Python type."""
    head = block(1, name)
    if isinstance(value, list):
        if isinstance(value[0], float):
            return head + b"".join(real(7, v) for v in value) + integer(20, FLOATS)
        if isinstance(value[0], int):
            return head + b"".join(integer(8, v) for v in value) + integer(20, INTS)
        return head + b"".join(block(9, v) for v in value) + integer(20, STRINGS)
    if isinstance(value, float):
        return head + real(2, value) + integer(20, FLOAT)
    if isinstance(value, int):
        return head + integer(3, value) + integer(20, INT)
    return head + block(4, value) + integer(20, STRING)


def node(operator, inputs, outputs, domain="", **attributes):
    parts = [block(1, i) for i in inputs] + [block(2, o) for o in outputs]
    parts += [block(3, operator.lower()), block(4, operator)]
    parts += [block(5, attribute(name, value)) for name, value in attributes.items()]
    return b"".join(parts) + (block(7, domain) if domain else b"")


def tensor(name, shape, numbers):
    """A float TensorProto, little endian."""
    dims = b"".join(integer(1, d) for d in shape)
    raw = b"".join(struct.pack("<f", n) for n in numbers)
    return dims + integer(2, FLOAT) + block(8, name) + block(9, raw)


def value(name, columns):
    """A ValueInfoProto: float[n, columns]."""
    shape = block(1, block(2, "n")) + block(1, integer(1, columns))
    return block(1, name) + block(2, block(1, integer(1, FLOAT) + block(2, shape)))


def model(name, about, nodes, inputs, outputs, initialisers=()):
    graph = b"".join(block(1, n) for n in nodes) + block(2, name)
    graph += b"".join(block(5, i) for i in initialisers) + block(10, about)
    graph += b"".join(block(11, i) for i in inputs) + b"".join(block(12, o) for o in outputs)
    opsets = block(8, block(1, "") + integer(2, OPSET)) + block(8, block(1, "ai.onnx.ml") + integer(2, ML_OPSET))
    return integer(1, IR_VERSION) + block(2, "countersign-examples") + block(7, graph) + opsets
