"""safetensors, GGUF and the GGML files before it."""

import itertools
import json
import struct

from . import templates

LOOSE = "malicious|suspicious|error"
"""For headers that lie: a file that no reader should trust may be called an error, too."""


def write(corpus, random):
    _safetensors(corpus)
    _gguf(corpus)
    _gguf_templates(corpus)
    _ggml(corpus)


def safetensors(header, data=bytes(64), length=None):
    """The length of the header, the header as JSON (or as it is), the data."""
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(raw) if length is None else length) + raw + data


def tensor(start, end, shape=(4,), dtype="F32"):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": [start, end]}


TWO = {"a": tensor(0, 16), "b": tensor(16, 64, (12,))}


def _safetensors(corpus):
    add = lambda name, data, label="malicious", expected=LOOSE: corpus.add(
        "safetensors" if label != "benign" else "harmless-safetensors",
        f"{name}.safetensors",
        data,
        label,
        "safetensors",
        expected if label != "benign" else None,
    )
    lies = {
        "overlap": safetensors({"a": tensor(0, 16), "b": tensor(8, 64, (14,))}),
        "same-place": safetensors({"a": tensor(0, 64, (16,)), "b": tensor(0, 64, (16,))}),
        "out-of-range": safetensors({"a": tensor(0, 1600, (400,))}),
        "far-out-of-range": safetensors({"a": tensor(2**62, 2**62 + 16)}),
        "negative": safetensors({"a": tensor(-16, 0)}),
        "backwards": safetensors({"a": tensor(16, 0)}),
        "hole": safetensors({"a": tensor(0, 16), "b": tensor(32, 64, (8,))}),
        "late-start": safetensors({"a": tensor(16, 64, (12,))}),
        "shape-lie": safetensors({"a": tensor(0, 64, (1000,))}),
        "shape-overflow": safetensors({"a": tensor(0, 64, (2**33, 2**33))}),
        "negative-shape": safetensors({"a": tensor(0, 64, (-4, -4))}),
        "unknown-dtype": safetensors({"a": tensor(0, 64, (16,), "X99")}),
        "length-huge": safetensors(TWO, length=2**63),
        "length-max": safetensors(TWO, length=2**64 - 1),
        "length-beyond": safetensors(TWO, length=10**6),
        "length-over-limit": safetensors(TWO, length=200_000_000),
        "length-short": safetensors(TWO, length=20),
        "no-json": safetensors(b"not json at all"),
        "list": safetensors(b"[1, 2]"),
        "duplicate-keys": safetensors(
            b'{"a":{"dtype":"F32","shape":[16],"data_offsets":[0,64]},"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}'
        ),
        "metadata-not-text": safetensors({"__metadata__": {"a": {"b": 1}}, **TWO}),
        "offsets-strings": safetensors({"a": {"dtype": "F32", "shape": [4], "data_offsets": ["0", "16"]}}),
        "offsets-three": safetensors({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16, 32]}}),
        "offsets-floats": safetensors(b'{"a":{"dtype":"F32","shape":[16],"data_offsets":[0.0,6.4e1]}}'),
        "trailing": safetensors(TWO, bytes(64) + b"cposix\nsystem\n(Vecho countersign-marker\ntR."),
        "deep-json": safetensors(b"[" * 50_000 + b"]" * 50_000),
        "only-length": struct.pack("<Q", 100),
        "not-utf8": safetensors(b'{"\xff\xfe":1}'),
        "leading-space": safetensors(b"  " + json.dumps(TWO).encode()),
    }
    for name, data in lies.items():
        refused = name in ("unknown-dtype", "leading-space")
        add(name, data, "latent" if refused else "malicious", LOOSE + "|clean" * refused)
    add("pickle-inside", b"\x80\x04\x95\x00\x00\x00\x00\x00\x00\x00\x00cposix\nsystem\n(Vecho countersign-marker\ntR.", expected=None)
    for dtype, size in (
        ("F64", 8),
        ("F32", 4),
        ("F16", 2),
        ("BF16", 2),
        ("I64", 8),
        ("I32", 4),
        ("I16", 2),
        ("I8", 1),
        ("U8", 1),
        ("BOOL", 1),
        ("F8_E4M3", 1),
        ("F8_E5M2", 1),
        ("U16", 2),
        ("U32", 4),
        ("U64", 8),
    ):
        add(f"dtype-{dtype}", safetensors({"w": tensor(0, 16 * size, (4, 4), dtype)}, bytes(16 * size)), "benign")
    add("two", safetensors(TWO), "benign")
    add("empty", safetensors({}, b""), "benign")
    add("padded", safetensors(json.dumps(TWO).encode() + b" " * 13), "benign")
    add(
        "metadata",
        safetensors({"__metadata__": {"format": "pt", "note": "see https://example.org, run eval() of the metrics"}, **TWO}),
        "benign",
    )
    add("scalar", safetensors({"s": tensor(0, 4, ())}, bytes(4)), "benign")
    add("zero-size", safetensors({"z": tensor(0, 0, (0, 4)), **{k: v for k, v in TWO.items()}}), "benign")
    add("unordered", safetensors({"b": TWO["b"], "a": TWO["a"]}), "benign")
    layers = {
        f"model.layers.{i}.self_attn.{p}_proj.weight": tensor(16 * n, 16 * n + 16)
        for n, (i, p) in enumerate(itertools.product(range(80), "qkvo"))
    }
    add("many-layers", safetensors({"__metadata__": {"format": "pt"}, **layers}, bytes(16 * len(layers))), "benign")
    kohya = {
        "ss_network_module": "networks.lora",
        "ss_tag_frequency": json.dumps({"a": {"cat": 3}}),
        "ss_training_comment": "import os",
        "modelspec.author": "A",
    }
    add("lora-metadata", safetensors({"__metadata__": kohya, **TWO}), "benign")


def text(s):
    raw = s if isinstance(s, bytes) else s.encode()
    return struct.pack("<Q", len(raw)) + raw


def pair(key, value):
    """A key and a typed value of GGUF."""
    if isinstance(value, bytes):
        return text(key) + value
    if isinstance(value, bool):
        return text(key) + struct.pack("<IB", 7, value)
    if isinstance(value, int):
        return text(key) + struct.pack("<II", 4, value)
    if isinstance(value, float):
        return text(key) + struct.pack("<If", 6, value)
    if isinstance(value, str):
        return text(key) + struct.pack("<I", 8) + text(value)
    kind = 8 if isinstance(value[0], str) else 4 if isinstance(value[0], int) else 6
    body = b"".join(text(v) if kind == 8 else struct.pack("<I" if kind == 4 else "<f", v) for v in value)
    return text(key) + struct.pack("<IIQ", 9, kind, len(value)) + body


def gguf(pairs=(), tensors=(("w", (32,), 0, 0),), data=bytes(128), version=3, counts=None, big=False):
    """A GGUF file; tensors as (name, dimensions, type, offset), counts of (tensors, pairs) that may lie."""
    body = b"".join(pair(k, v) for k, v in dict(pairs).items())
    listing = b"".join(
        text(n) + struct.pack("<I", len(d)) + struct.pack(f"<{len(d)}Q", *(x & (2**64 - 1) for x in d)) + struct.pack("<IQ", kind, offset)
        for n, d, kind, offset in tensors
    )
    n_tensors, n_pairs = counts or (len(tensors), len(dict(pairs)))
    head = b"GGUF" + struct.pack("<IQQ", version, n_tensors, n_pairs) + body + listing
    return head + bytes(-len(head) % 32) + data


BASE = {
    "general.architecture": "llama",
    "general.name": "demo",
    "general.file_type": 1,
    "llama.context_length": 4096,
    "llama.block_count": 2,
    "llama.attention.layer_norm_rms_epsilon": 1e-5,
    "tokenizer.ggml.model": "gpt2",
    "tokenizer.ggml.tokens": [f"token{i}" for i in range(200)],
    "tokenizer.ggml.token_type": [1] * 200,
    "tokenizer.ggml.bos_token_id": 1,
    "tokenizer.ggml.add_bos_token": True,
}


def _gguf(corpus):
    add = lambda name, data: corpus.add("gguf", f"{name}.gguf", data, "malicious", "gguf", LOOSE)
    add("string-huge", gguf({"a": struct.pack("<IQ", 8, 2**63)}))
    add("string-beyond", gguf({"a": struct.pack("<IQ", 8, 10**9) + b"abc"}))
    add("array-huge", gguf({"a": struct.pack("<IIQ", 9, 8, 2**60)}))
    add("array-overflow", gguf({"a": struct.pack("<IIQ", 9, 10, 2**61 + 1)}))
    add("array-nested", gguf({"a": struct.pack("<I", 9) + struct.pack("<IQ", 9, 1) * 5000 + struct.pack("<IQ", 4, 0)}))
    add("type-unknown", gguf({"a": struct.pack("<I", 99) + bytes(8)}))
    add("pairs-huge", gguf(BASE, counts=(1, 2**63)))
    add("tensors-huge", gguf(BASE, counts=(2**62, len(BASE))))
    add("tensors-negative", gguf(BASE, counts=(2**64 - 1, len(BASE))))
    add("offset-out-of-range", gguf(BASE, [("w", (32,), 0, 10**9)]))
    add("offset-overflow", gguf(BASE, [("w", (32,), 0, 2**64 - 32)]))
    add("overlap", gguf(BASE, [("a", (32,), 0, 0), ("b", (32,), 0, 64)], bytes(256)))
    add("dimension-overflow", gguf(BASE, [("w", (2**33, 2**33), 0, 0)]))
    add("dimension-negative", gguf(BASE, [("w", (-4,), 0, 0)]))
    add("dimensions-many", gguf(BASE, [("w", (1,) * 200, 0, 0)]))
    add("tensor-type-unknown", gguf(BASE, [("w", (32,), 999, 0)]))
    add("tensor-name-long", gguf(BASE, [("w" * 100_000, (32,), 0, 0)]))
    add("alignment-zero", gguf({**BASE, "general.alignment": 0}))
    add("alignment-odd", gguf({**BASE, "general.alignment": 3}))
    add("duplicate-tensors", gguf(BASE, [("a", (16,), 0, 0), ("a", (16,), 0, 64)]))
    add("truncated", gguf(BASE)[:200])
    add("version-unknown", gguf(BASE, version=77))
    duplicate = pair("tokenizer.chat_template", templates.CHATML) + pair("tokenizer.chat_template", templates.BAD["cycler-globals"])
    corpus.add("gguf", "duplicate-keys.gguf", b"GGUF" + struct.pack("<IQQ", 3, 0, 2) + duplicate, "malicious", "gguf", LOOSE)
    for version in (2, 3):
        corpus.add("harmless-gguf", f"plain-v{version}.gguf", gguf(BASE, version=version), "benign", "gguf")
    for name, more in (
        ("no-pairs", {}),
        ("adapter", {"general.type": "adapter", "adapter.type": "lora", "adapter.lora.alpha": 16.0}),
        ("merges", {"tokenizer.ggml.merges": [f"a b{i}" for i in range(300)]}),
        ("scores", {"tokenizer.ggml.scores": [0.5] * 50}),
        ("alignment", {"general.alignment": 64}),
        ("urls", {"general.source.url": "https://huggingface.co/a/b", "general.license": "apache-2.0"}),
    ):
        corpus.add("harmless-gguf", f"{name}.gguf", gguf({**BASE, **more} if more else {}, data=bytes(256)), "benign", "gguf")
    for kind, size in ((0, 128), (1, 64), (2, 18), (8, 34), (24, 32), (27, 256), (30, 64)):
        corpus.add("harmless-gguf", f"tensor-type-{kind}.gguf", gguf(BASE, [("w", (32,), kind, 0)], bytes(size)), "benign", "gguf")


def _gguf_templates(corpus):
    for name, template in templates.BAD.items():
        corpus.add("gguf-template", f"{name}.gguf", gguf({**BASE, "tokenizer.chat_template": template}), "malicious", "gguf")
    named = {
        **BASE,
        "tokenizer.chat_template": templates.CHATML,
        "tokenizer.chat_templates": ["tool_use"],
        "tokenizer.chat_template.tool_use": templates.BAD["lipsum-globals"],
    }
    corpus.add("gguf-template", "second-template.gguf", gguf(named), "malicious", "gguf")
    for name, template in templates.REFUSED.items():
        corpus.add("gguf-template", f"{name}.gguf", gguf({**BASE, "tokenizer.chat_template": template}), "latent", "gguf")
    for name, template in templates.GOOD.items():
        corpus.add("harmless-gguf-template", f"{name}.gguf", gguf({**BASE, "tokenizer.chat_template": template}), "benign", "gguf")


def _ggml(corpus):
    plain = struct.pack("<7i", 32000, 4096, 256, 32, 32, 128, 1)
    for name, magic in (("ggml", b"lmgg"), ("ggmf", b"fmgg\1\0\0\0"), ("ggjt", b"tjgg\3\0\0\0"), ("ggla", b"algg\1\0\0\0")):
        words = b"".join(struct.pack("<i", 2) + b"ab" + struct.pack("<f", 0.5) for _ in range(20))
        corpus.add("harmless-ggml", f"{name}.bin", magic + struct.pack("<i", 20) + plain[4:] + words, "benign", "ggml", "clean|suspicious")
