"""Archives by themselves: paths that leave, links, bombs, programs, files that are not what they are called."""

import bz2
import gzip
import lzma
import struct
import zlib

from corpus import archives
from corpus.archives import Entry

LOOSE = "malicious|suspicious|error"
ELF = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHI", 2, 62, 1) + bytes(300)
EXE = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(300)


def write(corpus, random):
    _paths(corpus)
    _bombs(corpus)
    _programs(corpus)
    _harmless(corpus)


def _paths(corpus):
    for name, path in {
        "parent": "../outside.txt",
        "parents": "../../../../tmp/outside.txt",
        "absolute": "/tmp/outside.txt",
        "windows": "C:\\outside.txt",
        "backslash": "..\\..\\outside.txt",
        "inner": "a/../../outside.txt",
        "nul": "a.txt\0/../../x",
    }.items():
        corpus.add("archive-paths", f"{name}.zip", archives.zipped([Entry("a.txt", b"a"), Entry(path, b"m")]), "malicious", "zip", LOOSE)
        if name != "nul":
            corpus.add("archive-paths", f"{name}.tar", archives.tarred({"a.txt": b"a", path: b"m"}), "malicious", "tar", LOOSE)
            corpus.add(
                "archive-paths",
                f"{name}.tar.gz",
                gzip.compress(archives.tarred({"a.txt": b"a", path: b"m"}), mtime=0),
                "malicious",
                "tar",
                LOOSE,
            )
            corpus.add("archive-paths", f"{name}.7z", archives.seven_zip({"a.txt": b"a", path: b"m"}), "malicious", "7z", LOOSE)
    for name, target in (("link-parent", "../../outside"), ("link-absolute", "/etc/passwd")):
        corpus.add("archive-links", f"{name}.tar", archives.tarred({"a.txt": b"a"}, links=[("l", target)]), "malicious", "tar", LOOSE)
        corpus.add(
            "archive-links",
            f"{name}-then-write.tar",
            archives.tarred({"a.txt": b"a"}, links=[("l", target)]).rstrip(b"\0") + bytes(512) + archives.tarred({"l/x": b"m"}),
            "malicious",
            "tar",
            LOOSE,
        )


def overlapping(members, size):
    """Many members that share one compressed piece: the file is small, what comes out is members times size."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(size)) + packer.flush()
    crc = zlib.crc32(bytes(size))
    local = b"PK\3\4" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x5821, crc, len(packed), size, 1, 0) + b"0" + packed
    listed = b""
    for n in range(members):
        name = f"{n:04d}".encode()
        listed += (
            b"PK\1\2"
            + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0x5821, crc, len(packed), size, len(name), 0, 0, 0, 0, 0, 0)
            + name
        )
    return local + listed + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, members, members, len(listed), len(local), 0)


def _bombs(corpus):
    zeros = bytes(50_000_000)
    corpus.add("bombs", "overlapping.zip", overlapping(2000, 20_000_000), "malicious", "zip", LOOSE)
    corpus.add("bombs", "flat.zip", archives.zipped([Entry("zeros.pkl", zeros, 8)]), "latent", "zip", LOOSE + "|clean")
    nested = archives.zipped([Entry("0.bin", zeros, 8)])
    for depth in range(5):
        nested = archives.zipped([Entry(f"{n:x}.zip", nested, 8) for n in range(16)])
    corpus.add("bombs", "nested.zip", nested, "malicious", "zip", LOOSE)
    for name, pack in (("gz", lambda d: gzip.compress(d, mtime=0)), ("bz2", bz2.compress), ("xz", lzma.compress)):
        twice = pack(pack(zeros))
        corpus.add("bombs", f"twice.{name}", twice, "latent", "compressed", LOOSE + "|clean")
    members = b"".join([gzip.compress(bytes(10_000_000), mtime=0)] * 300)
    corpus.add("bombs", "members.pkl.gz", members, "malicious", "compressed", LOOSE)
    deep = b"hello"
    for _ in range(200):
        deep = gzip.compress(deep, mtime=0)
    corpus.add("bombs", "deep.gz", deep, "malicious", "compressed", LOOSE)
    corpus.add("bombs", "size-lie.zip", archives.zipped([Entry("a", bytes(10), size=0xFFFFFFF0)]), "malicious", "zip", LOOSE)


def _programs(corpus):
    for name, data in (("elf", ELF), ("exe", EXE)):
        corpus.add("programs", f"{name}.zip", archives.zipped([Entry("model/lib", data)]), "latent", "zip", LOOSE)
        corpus.add(
            "programs",
            f"{name}.pt",
            archives.zipped(
                [Entry("archive/data.pkl", b"\x80\x02}q\0."), Entry("archive/extra.so", data), Entry("archive/version", b"3\n")]
            ),
            "latent",
            "torch",
            LOOSE,
        )
        corpus.add("programs-wrong-name", f"{name}.safetensors", data, "malicious", "safetensors", LOOSE)
        corpus.add("programs-wrong-name", f"{name}.onnx", data, "malicious", "onnx", LOOSE)
    corpus.add(
        "programs",
        "script.zip",
        archives.zipped([Entry("install.sh", b"#!/bin/sh\necho countersign-marker\n"), Entry("model.bin", bytes(100))]),
        "latent",
        "zip",
        LOOSE + "|clean",
    )


def _harmless(corpus):
    text = {"README.md": b"# Model\n" * 20, "config.json": b'{"a": 1}', "weights/w0.bin": bytes(range(256)) * 50}
    entries = [Entry(n, d, 8) for n, d in text.items()]
    for name, data, format in (
        ("plain.zip", archives.zipped(entries), "zip"),
        ("stored.zip", archives.zipped([Entry(n, d) for n, d in text.items()]), "zip"),
        ("plain.tar", archives.tarred(text), "tar"),
        ("plain.tar.gz", gzip.compress(archives.tarred(text), mtime=0), "tar"),
        ("plain.tar.xz", lzma.compress(archives.tarred(text)), "tar"),
        ("plain.tar.bz2", bz2.compress(archives.tarred(text)), "tar"),
        ("plain.7z", archives.seven_zip(text), "7z"),
        ("plain.tar.zst", archives.zstandard(archives.tarred(text)), "tar"),
        ("link.tar", archives.tarred(text, links=[("latest", "weights/w0.bin")]), "tar"),
        ("comment.zip", archives.zipped(entries, comment=b"made by hand"), "zip"),
        ("dots.zip", archives.zipped([Entry("a..b/c...txt", b"x"), Entry("./d.txt", b"y")]), "zip"),
        ("directories.zip", archives.zipped([Entry("d/", b""), Entry("d/e.txt", b"x")]), "zip"),
        ("nested.zip", archives.zipped([Entry("inner.zip", archives.zipped(entries))]), "zip"),
        ("text.gz", gzip.compress(b"a,b\n1,2\n" * 1000, mtime=0), "compressed"),
        ("zeros-1MB.gz", gzip.compress(bytes(1_000_000), mtime=0), "compressed"),
        ("empty.zip", archives.zipped([]), "zip"),
        ("many.zip", archives.zipped([Entry(f"f{i}.txt", b"x") for i in range(2000)]), "zip"),
    ):
        corpus.add("harmless-archives", name, data, "benign", format)
