"""What torch.load reads: zips with every trick of headers and names, the older run of pickles, the oldest tar, TorchScript."""

import struct

from . import archives, asm
from .archives import Entry
from .asm import Raw, call, glob, push, tuple_of
from .gadgets import CMD, INNER

MAGIC, VERSION = 0x1950A86A20F9469CFC6C, 1001
BYTES = struct.pack("<4f", 1, 2, 3, 4)


def storage(key="0", kind="torch:FloatStorage", count=4):
    """A storage by its persistent id, as torch.save writes it."""
    return Raw(tuple_of("storage", glob(kind), key, "cpu", count) + asm.BINPERSID)


def tensor(key="0", rebuild="torch._utils:_rebuild_tensor_v2"):
    return call(rebuild, storage(key), 0, (2, 2), (2, 1), False, call("collections:OrderedDict"), protocol=2)


def state(*more):
    """A state dictionary; `more` are opcodes of further values."""
    items = b"".join(
        push(k, 2) + v for k, v in (("layer.weight", tensor("0")), ("layer.bias", tensor("1")), *((f"x{i}", m) for i, m in enumerate(more)))
    )
    return Raw(call("collections:OrderedDict", protocol=2) + asm.MARK + items + asm.SETITEMS)


GOOD = asm.whole(state(), 2)
HARM = call("posix:system", CMD, protocol=2)
BAD = asm.whole(state(HARM), 2)


def members(data, top="archive", **lies):
    """The members of a torch zip, the pickle with lies in its headers."""
    return [
        Entry(f"{top}/data.pkl", data, **lies),
        Entry(f"{top}/data/0", BYTES),
        Entry(f"{top}/data/1", BYTES),
        Entry(f"{top}/version", b"3\n"),
    ]


def write(corpus, random):
    _zips(corpus)
    _headers(corpus)
    _names(corpus)
    _legacy(corpus)
    _script(corpus)


def _add(corpus, klass, name, data, label="malicious", expected=None):
    for ending in ("pt", "bin") if label == "malicious" else ("pth", "ckpt"):
        corpus.add(klass, f"{name}.{ending}", data, label, "torch", expected, "posix.system" if label == "malicious" else "")


def _zips(corpus):
    _add(corpus, "torch-zip", "plain", archives.zipped(members(BAD)))
    _add(corpus, "harmless-torch-zip", "plain", archives.zipped(members(GOOD)), "benign")
    for name, extra in (
        ("setitem", state(Raw(push({}) + asm.MARK + push("a") + HARM + asm.SETITEMS))),
        ("popped", Raw(HARM + asm.POP + state())),
        ("load-from-bytes", state(call("torch.storage:_load_from_bytes", INNER))),
        ("build", Raw(state() + push({}) + HARM + asm.POP + asm.BUILD)),
    ):
        corpus.add("torch-zip", f"{name}.pt", archives.zipped(members(asm.whole(extra, 2))), "malicious", "torch")
    held = asm.whole(state(Raw(tuple_of("storage", glob("posix:system"), "0", "cpu", 4) + asm.BINPERSID)), 2)
    corpus.add("torch-zip-storage-type", "held.pt", archives.zipped(members(held)), "latent", "torch")
    for name, more in (
        ("parameter", call("torch._utils:_rebuild_parameter", tensor(), True, call("collections:OrderedDict"), protocol=2)),
        ("size", call("torch:Size", [2, 2], protocol=2)),
        ("device", call("torch:device", "cpu", protocol=2)),
        ("dtype", glob("torch:float32")),
        ("v1", call("torch._utils:_rebuild_tensor", storage(), 0, (2, 2), (2, 1), protocol=2)),
    ):
        corpus.add("harmless-torch-zip", f"{name}.pt", archives.zipped(members(asm.whole(state(more), 2))), "benign", "torch")


REFUSED = ("flag-0x20", "flag-0x40", "flag-encrypted", "method-unknown")
"""What neither torch 1.13 nor Python's zipfile opens."""


def _headers(corpus):
    """Lies in headers. torch checks neither sums nor sizes that it does not need; its reader goes by the central directory."""
    lies = {
        "crc-zero": {"crc": 0},
        "crc-wrong": {"crc": 0x12345678},
        "flag-encrypted-local": {"local_flags": 1},
        "flag-encrypted": {"flags": 1},
        "flag-0x20": {"flags": 0x20},
        "flag-0x40": {"flags": 0x40},
        "flag-0x2000": {"flags": 0x2000},
        "flag-utf8": {"flags": 0x800},
        "local-name": {"local_name": "archive/data.txt"},
        "local-name-longer": {"local_name": "archive/some_other_and_longer_name.pkl"},
        "local-size-zero": {"local_size": 0},
        "local-size-huge": {"local_size": 0x7FFFFFFF},
        "method-deflate": {"method": 8},
        "method-unknown": {"stated_method": 99},
        "descriptor": {"descriptor": True},
        "zip64": {"zip64": True},
        "extra-field": {"extra": b"FB" + struct.pack("<H", 8) + bytes(8)},
        "extra-broken": {"extra": b"FB\xff\xff"},
    }
    for name, lie in lies.items():
        if name in REFUSED:
            corpus.add(
                "torch-zip-refused", f"{name}.pt", archives.zipped(members(BAD, **lie)), "latent", "torch", "malicious|suspicious|error"
            )
            continue
        _add(corpus, "torch-zip-headers", name, archives.zipped(members(BAD, **lie)))
        if name in ("flag-utf8", "method-deflate", "descriptor", "zip64", "extra-field"):
            _add(corpus, "harmless-torch-zip-headers", name, archives.zipped(members(GOOD, **lie)), "benign")
    for name, shape in {
        "prefix": {"prefix": b"#!/bin/sh\nexit 0\n"},
        "prefix-pickle": {"prefix": b"\x80\x02N."},
        "padding-before-directory": {"padding": bytes(1000)},
        "comment": {"comment": b"hello"},
        "trailing": {"tail": bytes(200)},
        "count-too-small": {"count": 1},
        "count-too-large": {"count": 9},
    }.items():
        _add(corpus, "torch-zip-shape", name, archives.zipped(members(BAD), **shape))
    ended_twice = archives.zipped(members(BAD), comment=b"PK\5\6" + bytes(18))
    corpus.add("torch-zip-refused", "end-in-comment.pt", ended_twice, "latent", "torch", "malicious|suspicious|error")


def _names(corpus):
    both = [Entry("archive/data.pkl", GOOD), Entry("archive/data.pkl", BAD)]
    rest = members(GOOD)[1:]
    _add(corpus, "torch-zip-duplicates", "bad-last", archives.zipped(both + rest))
    _add(corpus, "torch-zip-duplicates", "bad-first", archives.zipped(both[::-1] + rest))
    _add(corpus, "torch-zip-duplicates", "other-folder", archives.zipped(members(GOOD) + [Entry("other/data.pkl", BAD)]))
    _add(corpus, "torch-zip-duplicates", "other-folder-first", archives.zipped([Entry("other/data.pkl", BAD)] + members(GOOD)))
    _add(corpus, "torch-zip-duplicates", "case", archives.zipped(members(GOOD) + [Entry("archive/DATA.PKL", BAD)]))
    _add(corpus, "torch-zip-duplicates", "backslash", archives.zipped(members(GOOD) + [Entry("archive\\data.pkl", BAD)]))
    for top in ("model", "a/b", "checkpoint.ckpt", ".", "ä"):
        _add(corpus, "torch-zip-names", f"top-{top.encode().hex()}", archives.zipped(members(BAD, top)))
        _add(corpus, "harmless-torch-zip-names", f"top-{top.encode().hex()}", archives.zipped(members(GOOD, top)), "benign")
    hidden = [Entry("archive/data.pkl", BAD, in_directory=False)]
    corpus.add(
        "torch-zip-hidden", "not-in-directory.pt", archives.zipped(hidden + members(GOOD)), "latent", "torch", "malicious|suspicious"
    )
    shown = [Entry("archive/data.pkl", GOOD, local_data=GOOD)]
    corpus.add(
        "torch-zip-hidden",
        "gap-before-directory.pt",
        archives.zipped(shown + rest, padding=BAD),
        "latent",
        "torch",
        "malicious|suspicious|clean",
    )
    second = archives.zipped(members(BAD))
    _add(corpus, "torch-zip-two", "two-zips", archives.zipped(members(GOOD)) + _moved(members(BAD), len(archives.zipped(members(GOOD)))))
    _add(corpus, "torch-zip-two", "zip-in-data", archives.zipped(members(GOOD) + [Entry("archive/extra/inner.pt", second)]))
    _add(corpus, "torch-zip-names", "constants", archives.zipped(members(GOOD) + [Entry("archive/constants.pkl", BAD)]))
    _add(corpus, "torch-zip-names", "code-debug", archives.zipped(members(GOOD) + [Entry("archive/code/__torch__.py.debug_pkl", BAD)]))
    _add(
        corpus,
        "torch-zip-names",
        "package",
        archives.zipped(members(GOOD) + [Entry("archive/.data/extern_modules", b"os\n"), Entry("archive/model/model.pkl", BAD)]),
    )


def _moved(entries, by):
    """A zip whose offsets count from the file that stands before it."""
    return archives.zipped(entries, shift=by)


def legacy(magic=None, version=None, info=None, body=None, keys=None):
    """The five pickles and the storages of torch.save before 1.6."""
    parts = [
        magic or push(MAGIC, 2),
        version or push(VERSION, 2),
        info or push({"protocol_version": 1001, "little_endian": True, "type_sizes": {"short": 2}}, 2),
    ]
    old = Raw(tuple_of("storage", glob("torch:FloatStorage"), "0", "cpu", 4, None) + asm.BINPERSID)
    rebuilt = call("torch._utils:_rebuild_tensor_v2", old, 0, (2, 2), (2, 1), False, call("collections:OrderedDict"), protocol=2)
    parts += [body or Raw(push({"w": rebuilt}, 2)), keys or push(["0"], 2)]
    return b"".join(asm.whole(p, 2) for p in parts) + struct.pack("<q", 4) + BYTES


def _legacy(corpus):
    _add(corpus, "harmless-torch-legacy", "plain", legacy(), "benign")
    for part in ("magic", "version", "info", "body", "keys"):
        plain = {
            "magic": push(MAGIC, 2),
            "version": push(VERSION, 2),
            "info": push({"protocol_version": 1001, "little_endian": True}, 2),
            "body": push({"w": 1}, 2),
            "keys": push(["0"], 2),
        }[part]
        _add(corpus, "torch-legacy", f"harm-in-{part}", legacy(**{part: Raw(HARM + asm.POP + plain)}))
    replaced = asm.whole(HARM, 2) + legacy()
    _add(corpus, "torch-legacy", "before-magic", replaced)
    corpus.add(
        "torch-legacy-unread",
        "tampered-magic.pt",
        legacy(magic=push(MAGIC + 1, 2), body=Raw(HARM + asm.POP + push({}, 2))),
        "latent",
        "torch",
    )
    corpus.add("torch-legacy-unread", "behind-the-storages.pt", legacy() + asm.whole(HARM, 2), "latent", "torch")
    listing = {
        "sys_info": asm.whole(push({"little_endian": True}, 2), 2),
        "pickle": GOOD,
        "storages": asm.whole(push(0, 2), 2),
        "tensors": asm.whole(push(0, 2), 2),
    }
    _add(corpus, "harmless-torch-tar", "plain", archives.tarred(listing), "benign")
    for part in ("pickle", "storages", "tensors", "sys_info"):
        _add(corpus, "torch-tar", f"harm-in-{part}", archives.tarred({**listing, part: asm.whole(Raw(HARM + asm.POP + push(0, 2)), 2)}))


CODE_PLAIN = """class Net(Module):
  __parameters__ = ["weight", ]
  __buffers__ = []
  weight : Tensor
  training : bool
  def forward(self: __torch__.Net,
    x: Tensor) -> Tensor:
    return torch.add(torch.matmul(x, self.weight), 1)
"""
CODE_SAVE = CODE_PLAIN.replace("    return", '    torch.save(x, "countersign-marker.txt")\n    return')
CODE_FROM_FILE = CODE_PLAIN.replace("    return", '    y = torch.from_file("/etc/hostname", False, 4)\n    return')


def _script(corpus):
    """TorchScript: data.pkl names classes of the archive's own code."""
    module = Raw(glob("__torch__:Net") + asm.EMPTY_TUPLE + asm.NEWOBJ + push({"weight": tensor(), "training": False}, 2) + asm.BUILD)
    data = asm.whole(module, 2)
    rest = [Entry("net/constants.pkl", asm.whole(asm.EMPTY_TUPLE, 2)), Entry("net/data/0", BYTES), Entry("net/version", b"3\n")]

    def script(pickle, code):
        return archives.zipped([Entry("net/data.pkl", pickle), Entry("net/code/__torch__.py", code.encode()), *rest])

    _add(corpus, "harmless-torchscript", "plain", script(data, CODE_PLAIN), "benign")
    _add(corpus, "torchscript", "harm-in-data", script(asm.whole(Raw(HARM + asm.POP + module), 2), CODE_PLAIN))
    for name, code in (("save", CODE_SAVE), ("from-file", CODE_FROM_FILE)):
        corpus.add("torchscript-file-operators", f"{name}.pt", script(data, code), "latent", "torchscript", "malicious|suspicious")
    constants = asm.whole(tuple_of(HARM), 2)
    _add(
        corpus,
        "torchscript",
        "harm-in-constants",
        archives.zipped(
            [
                Entry("net/data.pkl", data),
                Entry("net/code/__torch__.py", CODE_PLAIN.encode()),
                Entry("net/constants.pkl", constants),
                *rest[1:],
            ]
        ),
    )
