"""JAX: flax's MessagePack and Orbax's folders."""

import json

from .wire import msgpack

LOOSE = "malicious|suspicious|error"
PICKLE = b"\x80\x04cposix\nsystem\n(Vecho countersign-marker\ntR."


def array(dtype="float32", shape=(2, 2), data=bytes(16)):
    """flax's extension 1: shape, dtype's name and the bytes."""
    return (1, msgpack([list(shape), dtype, data]))


def write(corpus, random):
    lies = {
        "map-huge": b"\xdf\xff\xff\xff\xff",
        "array-huge": b"\xdd\xff\xff\xff\xff\x01",
        "bytes-huge": b"\xc6\xff\xff\xff\xffabc",
        "text-huge": b"\xdb\x7f\xff\xff\xffabc",
        "extension-huge": b"\xc9\xff\xff\xff\xff\x01",
        "deep": b"\x91" * 100_000 + b"\x01",
        "deep-maps": b"\x81\xa1a" * 50_000 + b"\x01",
        "truncated": msgpack({"params": {"w": array()}})[:-5],
        "reserved": b"\x81\xa1a\xc1",
        "shape-lie": msgpack({"params": {"w": array(shape=(1000, 1000))}}),
        "shape-overflow": msgpack({"params": {"w": array(shape=(2**40, 2**40))}}),
        "object-dtype": msgpack({"params": {"w": array("object")}}),
        "dtype-unknown": msgpack({"params": {"w": array("x99")}}),
        "trailing": msgpack({"params": {"w": array()}}) + PICKLE,
    }
    for name, data in lies.items():
        doubtful = name in ("dtype-unknown", "trailing")
        corpus.add("flax-lies", f"{name}.msgpack", data, "latent" if doubtful else "malicious", "flax", LOOSE + "|clean" * doubtful)
    corpus.add("flax-extension", "unknown.msgpack", msgpack({"params": {"w": (42, PICKLE)}}), "latent", "flax", LOOSE)
    corpus.add("flax-pickle", "harm.msgpack", PICKLE, "malicious", "flax")
    layers = {f"layer_{i}": {"kernel": array(), "bias": array(shape=(4,))} for i in range(40)}
    good = {
        "plain": {"params": layers},
        "bfloat16": {"params": {"w": array("bfloat16", (2, 4))}},
        "optimiser": {"params": layers, "opt_state": {"0": {"count": array("int32", (), bytes(4)), "mu": layers}}, "step": 5},
        "complex": {"c": (2, msgpack([1.0, 2.0]))},
        "scalar": {"s": (3, msgpack([[], "float32", bytes(4)]))},
        "chunks": {"__msgpack_chunked_array__": True, "shape": {"0": 4}, "chunks": {"0": array(shape=(4,))}},
        "text": {"name": "os.system eval(", "n": None, "b": True, "f": 0.5},
        "bytes": {"tokeniser": bytes(range(256))},
    }
    for name, value in good.items():
        corpus.add("harmless-flax", f"{name}.msgpack", msgpack(value), "benign", "flax")
    _orbax(corpus)


def _orbax(corpus):
    tree = {
        "tree_metadata": {
            "('params', 'w')": {
                "key_metadata": [{"key": "params", "key_type": 2}],
                "value_metadata": {"value_type": "jax.Array", "skip_deserialize": False},
            }
        },
        "use_zarr3": False,
    }
    plain = {
        "_METADATA": json.dumps(tree).encode(),
        "_CHECKPOINT_METADATA": b'{"item_handlers": "orbax.checkpoint.handlers.StandardCheckpointHandler"}',
        "d/abc": bytes(64),
        "manifest.ocdbt": b"\x0c\xdb\x3a\x2a" + bytes(40),
    }
    zarr = {
        "zarr_format": 2,
        "shape": [2, 2],
        "chunks": [2, 2],
        "dtype": "<f4",
        "compressor": {"id": "zstd", "level": 1},
        "fill_value": None,
        "filters": None,
        "order": "C",
    }
    corpus.add_folder("harmless-orbax", "ocdbt", plain, "benign", "orbax")
    corpus.add_folder(
        "harmless-orbax", "zarr", {**plain, "params.w/.zarray": json.dumps(zarr).encode(), "params.w/0.0": bytes(16)}, "benign", "orbax"
    )
    corpus.add_folder("harmless-orbax", "aggregate", {**plain, "checkpoint": msgpack({"params": {"w": array()}})}, "benign", "orbax")
    corpus.add_folder("orbax-pickle", "checkpoint", {**plain, "checkpoint": PICKLE}, "malicious", "orbax")
    pickled = {**zarr, "dtype": "|O", "filters": [{"id": "pickle", "protocol": 5}]}
    corpus.add_folder(
        "orbax-pickle",
        "zarr-codec",
        {**plain, "params.w/.zarray": json.dumps(pickled).encode(), "params.w/0.0": PICKLE},
        "malicious",
        "orbax",
    )
    handler = {"item_handlers": {"state": "os.system"}}
    corpus.add_folder(
        "orbax-handler", "handler", {**plain, "_CHECKPOINT_METADATA": json.dumps(handler).encode()}, "latent", "orbax", LOOSE + "|clean"
    )
