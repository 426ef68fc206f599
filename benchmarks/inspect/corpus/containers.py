"""Pickles in other files: NumPy, joblib, archives of archives, compressed, under the wrong name."""

import bz2
import gzip
import itertools
import json
import lzma
import random
import struct
import zlib

from . import archives, asm
from .archives import Entry
from .asm import Raw, call, glob, push, tuple_of
from .gadgets import CMD
from .settings import WEIGHTS
from .streams import HARMFUL, HARMLESS

BAD, GOOD = HARMFUL["proto4"], HARMLESS["ordered"]


def write(corpus, random):
    _numpy(corpus)
    _joblib(corpus)
    _compressed(corpus)
    _zip_contents(corpus)
    _nested(corpus)
    _names(corpus)
    _layers(corpus)
    _polyglots(corpus)


def both(corpus, klass, name, wrap, format, harmful=BAD, harmless=GOOD, target="builtins.exec"):
    """The same container around a harmful and a harmless content."""
    corpus.add(f"{klass}", name, wrap(harmful), "malicious", format, target=target)
    corpus.add(f"harmless-{klass}", name, wrap(harmless), "benign", format)


def npy(content, descr="'|O'", shape="(1,)", version=1, padding=True):
    """A .npy of NEP 1; for objects the content is a pickle."""
    header = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}".encode()
    width = 2 if version == 1 else 4
    space = -(len(header) + 1 + 8 + width) % 64 if padding else 0
    header += b" " * space + b"\n"
    return b"\x93NUMPY" + bytes([version, 0]) + len(header).to_bytes(width, "little") + header + content


def array(content=b".", dtype="O", module="numpy.core.multiarray"):
    """What a pickler writes for an array of one object; the data comes from a list."""
    rebuilt = call(f"{module}:_reconstruct", glob("numpy:ndarray"), (0,), b"b")
    kind = Raw(
        call("numpy:dtype", dtype, False, True)
        + tuple_of(3, "|" if dtype == "O" else "<", None, None, None, -1, -1, 63 if dtype == "O" else 0)
        + asm.BUILD
    )
    return Raw(rebuilt + tuple_of(1, (1,), kind, False, content) + asm.BUILD)


def _numpy(corpus):
    for version in (1, 2, 3):
        both(
            corpus,
            "npy",
            f"object-v{version}.npy",
            lambda c: npy(c, version=version),
            "npy",
            harmless=asm.whole(array(Raw(push([WEIGHTS]))), 4),
        )
    both(
        corpus,
        "npy",
        "structured.npy",
        lambda c: npy(c, "[('a', '<f8'), ('b', '|O')]"),
        "npy",
        harmless=asm.whole(array(Raw(push([1]))), 4),
    )
    both(corpus, "npy", "unpadded.npy", lambda c: npy(c, padding=False), "npy", harmless=asm.whole(array(Raw(push([1]))), 4))
    corpus.add(
        "npy-trailing",
        "numbers-then-pickle.npy",
        npy(struct.pack("<d", 1.5), "'<f8'") + BAD,
        "latent",
        "npy",
        "clean|suspicious|malicious|error",
    )
    corpus.add("npy", "second-array.npy", npy(struct.pack("<d", 1.5), "'<f8'") + npy(BAD), "malicious", "npy")
    for dtype, size in (
        ("<f8", 8),
        ("<f4", 4),
        ("|i1", 1),
        ("|b1", 1),
        ("<c16", 16),
        ("<M8[ns]", 8),
        ("<U5", 20),
        ("|S7", 7),
        ("<f2", 2),
        (">i8", 8),
    ):
        data = bytes(range(size)) * 3
        corpus.add("harmless-npy", f"numbers-{dtype[1:]}.npy", npy(data, f"'{dtype}'", "(3,)"), "benign", "npy")
    for name, method in (("stored", 0), ("deflated", 8)):
        numbers = Entry("x.npy", npy(bytes(24), "'<f8'", "(3,)"), method)
        both(
            corpus,
            "npz",
            f"{name}.npz",
            lambda c: archives.zipped([numbers, Entry("y.npy", npy(c), method)]),
            "npz",
            harmless=asm.whole(array(Raw(push([1]))), 4),
        )
        corpus.add("harmless-npz", f"numbers-{name}.npz", archives.zipped([numbers]), "benign", "npz")
    both(corpus, "npz", "pickle-member.npz", lambda c: archives.zipped([Entry("x.npy", npy(bytes(8), "'<f8'")), Entry("z", c)]), "zip")


def joblib_array(data, dtype="f8", shape=(3,)):
    """An array in joblib's manner: the wrapper's BUILD, and then the array's own bytes amid the opcodes."""
    kind = (
        call("numpy:dtype", dtype, False, True)
        + tuple_of(3, "<" if dtype != "O" else "|", None, None, None, -1, -1, 0 if dtype != "O" else 63)
        + asm.BUILD
    )
    state = {"subclass": glob("numpy:ndarray"), "shape": shape, "order": "C", "dtype": Raw(kind), "allow_mmap": False}
    return Raw(glob("joblib.numpy_pickle:NumpyArrayWrapper") + asm.EMPTY_TUPLE + asm.NEWOBJ + push(state) + asm.BUILD + data)


def _joblib(corpus):
    numbers = struct.pack("<3d", 0.5, 1.5, 2.5)
    opcodes_in_numbers = b"...cRtb." * 3
    harm = call("posix:system", CMD)
    for name, data in (("numbers", numbers), ("like-opcodes", opcodes_in_numbers), ("stops", b"." * 24), ("zeros", bytes(24))):
        after = Raw(tuple_of(joblib_array(data), harm))
        before = Raw(tuple_of(harm, joblib_array(data)))
        corpus.add("joblib-array", f"{name}-then-harm.joblib", asm.whole(after, 3), "malicious", "joblib", target="posix.system")
        corpus.add("joblib-array", f"harm-then-{name}.joblib", asm.whole(before, 3), "malicious", "joblib", target="posix.system")
        corpus.add("harmless-joblib-array", f"{name}.joblib", asm.whole(joblib_array(data), 3), "benign", "joblib")
        twice = asm.whole(Raw(tuple_of(joblib_array(data), joblib_array(data), WEIGHTS)), 4, framed=False)
        corpus.add("harmless-joblib-array", f"{name}-twice.joblib", twice, "benign", "joblib")
    for bad, content in HARMFUL.items():
        stream = asm.whole(joblib_array(content, "O", (1,)), 3)
        corpus.add("joblib-object-array", f"{bad}.joblib", stream, "malicious", "joblib")
    inner = asm.whole(array(Raw(push([1]))), 2)
    corpus.add("harmless-joblib-array", "objects.joblib", asm.whole(joblib_array(inner, "O", (1,)), 3), "benign", "joblib")


COMPRESSIONS = {
    "gz": lambda d: gzip.compress(d, mtime=0),
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "lzma": lambda d: lzma.compress(d, lzma.FORMAT_ALONE),
    "z": zlib.compress,
    "zlib1": lambda d: zlib.compress(d, 1),
    "lz4": archives.lz4,
    "zst": archives.zstandard,
}


def _compressed(corpus):
    """As joblib and pandas open them, by their first bytes and not by their name."""
    for name, compress in COMPRESSIONS.items():
        for ending in ("joblib", f"pkl.{name}", "pkl"):
            both(corpus, "compressed", f"{name}.{ending}", compress, "compressed")
        both(corpus, "compressed-twice", f"{name}.pkl", lambda d: gzip.compress(compress(d), mtime=0), "compressed")
    members = lambda d: gzip.compress(GOOD, mtime=0) + gzip.compress(d, mtime=0)
    both(corpus, "compressed", "two-members.pkl.gz", members, "compressed")
    noise = random.Random(7).randbytes(300_000)
    corpus.add("compressed-broken", "cut.pkl.gz", gzip.compress(BAD + noise, mtime=0)[:-9], "malicious", "compressed")
    corpus.add("compressed-broken", "wrong-crc.pkl.gz", gzip.compress(BAD + noise * 5, mtime=0)[:-8] + bytes(8), "malicious", "compressed")
    corpus.add("compressed-broken", "cut.pkl.z", zlib.compress(BAD + noise)[:-3], "malicious", "compressed")


def _zip_contents(corpus):
    for ending in ("zip", "bin", "pkl", "dat"):
        both(corpus, "zip", f"plain.{ending}", lambda c: archives.zipped([Entry("readme.txt", b"hello"), Entry("model.pkl", c, 8)]), "zip")
    for name in ("model.pkl", "data", "a/b/c", "weights.txt", "image.png", "x.py.pkl", ".hidden", "archive/data.pkl"):
        both(corpus, "zip-names", f"{name}.zip", lambda c: archives.zipped([Entry(name, c)]), "zip")
    both(
        corpus,
        "zip-names",
        "proto0-in-text.zip",
        lambda c: archives.zipped([Entry("notes.txt", c)]),
        "zip",
        HARMFUL["proto0"],
        HARMLESS["proto0"],
        "posix.system",
    )


def _nested(corpus):
    """Archives in archives, up to eight deep."""
    for depth in (2, 3, 5, 8):

        def deep(content, depth=depth):
            for n in range(depth):
                content = archives.zipped([Entry(f"level{n}.zip" if n else "m.pkl", content, 8)])
            return content

        both(corpus, "nested-zip", f"depth-{depth}.zip", deep, "zip")
    usual = {n: pack for n, pack in _ARCHIVES.items() if n != "7z-plain"}
    both(corpus, "archives-7z-plain", "plain.7z", lambda c: _ARCHIVES["7z-plain"]("m.pkl", c), "archive")
    for (outer, pack), (inner, fill) in itertools.product(usual.items(), usual.items()):
        both(
            corpus,
            "nested-mixed",
            f"{outer}-of-{inner}.{outer.replace('-', '.')}",
            lambda c: pack(f"inner.{inner.replace('-', '.')}", fill("m.pkl", c)),
            "archive",
        )
    for outer, pack in usual.items():
        both(corpus, "archives", f"{outer}.{outer.replace('-', '.')}", lambda c: pack("m.pkl", c), "archive")
        both(corpus, "archives-wrong-name", f"{outer}.pkl", lambda c: pack("m.pkl", c), "archive")


_ARCHIVES = {
    "zip": lambda n, d: archives.zipped([Entry(n, d, 8)]),
    "tar": lambda n, d: archives.tarred({n: d}),
    "tar-gz": lambda n, d: gzip.compress(archives.tarred({n: d}), mtime=0),
    "tar-bz2": lambda n, d: bz2.compress(archives.tarred({n: d})),
    "tar-xz": lambda n, d: lzma.compress(archives.tarred({n: d})),
    "7z": lambda n, d: archives.seven_zip({n: d}),
    "7z-plain": lambda n, d: archives.seven_zip({n: d}, substreams=False),
    "tar-zst": lambda n, d: archives.zstandard(archives.tarred({n: d})),
}


def _names(corpus):
    """Under names that say something else; loaders look at the bytes, or at nothing."""
    for ending in (
        "txt",
        "json",
        "h5",
        "onnx",
        "safetensors",
        "gguf",
        "npy",
        "zip",
        "tflite",
        "png",
        "csv",
        "md",
        "model",
        "weights",
        "params",
        "pkl~",
        "PKL",
    ):
        for bad in ("proto0", "proto4"):
            corpus.add("wrong-name", f"{bad}.{ending}", HARMFUL[bad], "malicious")
    corpus.add("wrong-name", "no_ending", HARMFUL["proto2"], "malicious")
    corpus.add("wrong-name", "data", HARMFUL["proto0"], "malicious")


def _layers(corpus):
    """An image as `docker save` writes it: layers that are tars, with the file in one of them."""
    for layer in ("layer.tar", "layer.tar.gz"):

        def image(content):
            inner = archives.tarred({"etc/hostname": b"x", "opt/model/model.pkl": content})
            inner = gzip.compress(inner, mtime=0) if layer.endswith("gz") else inner
            manifest = json.dumps([{"Config": "c.json", "RepoTags": ["m:1"], "Layers": [f"abc/{layer}"]}]).encode()
            return archives.tarred({"manifest.json": manifest, "c.json": b"{}", f"abc/{layer}": inner, "abc/VERSION": b"1.0"})

        both(corpus, "image-layers", f"{layer}.tar", image, "archive")

    def oci(content):
        blob = gzip.compress(archives.tarred({"model.pkl": content}), mtime=0)
        return archives.tarred({"oci-layout": b'{"imageLayoutVersion": "1.0.0"}', "blobs/sha256/" + "ab" * 32: blob, "index.json": b"{}"})

    both(corpus, "image-layers", "oci.tar", oci, "archive")


def _polyglots(corpus):
    """Files that are two things at once; who takes either reading is harmed by one."""
    zip_of_good = archives.zipped([Entry("readme.txt", b"hello")])
    corpus.add("polyglot", "pickle-then-zip.pkl", BAD + zip_of_good, "malicious")
    corpus.add("polyglot", "pickle-then-zip.zip", BAD + zip_of_good, "malicious")
    corpus.add("polyglot", "zip-of-pickle-behind-pickle.pkl", GOOD + archives.zipped([Entry("m.pkl", BAD)]), "malicious", "zip")
    corpus.add(
        "polyglot", "png-then-zip.png", b"\x89PNG\r\n\x1a\n" + bytes(30) + archives.zipped([Entry("m.pkl", BAD)]), "malicious", "zip"
    )
    corpus.add("polyglot", "pickle-then-tar.tar", BAD.ljust(512, b"\0") + archives.tarred({"a": b"b"}), "malicious")
    corpus.add(
        "polyglot",
        "zip-comment.zip",
        archives.zipped([Entry("a.txt", b"a")], comment=HARMFUL["proto0"]),
        "latent",
        "zip",
        "clean|suspicious|malicious",
    )
