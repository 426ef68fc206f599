"""Values of the standard library, pickled by the standard pickler."""

import array
import collections
import datetime
import decimal
import enum
import fractions
import ipaddress
import pathlib
import pickle
import random
import types
import uuid
import zoneinfo
from http import HTTPStatus

VALUES = {
    "date": datetime.date(2024, 2, 29),
    "datetime": datetime.datetime(2024, 2, 29, 12, 30, 1, 5),
    "datetime-utc": datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc),
    "datetime-offset": datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone(datetime.timedelta(hours=2), "X")),
    "datetime-zone": datetime.datetime(2024, 2, 29, tzinfo=zoneinfo.ZoneInfo("UTC")),
    "timedelta": datetime.timedelta(3, 4, 5),
    "time": datetime.time(1, 2, 3),
    "decimal": decimal.Decimal("3.14"),
    "decimal-context": decimal.Context(prec=10),
    "fraction": fractions.Fraction(22, 7),
    "uuid": uuid.UUID(int=12345),
    "path": pathlib.PurePosixPath("/data/train.csv"),
    "posix-path": pathlib.PosixPath("weights/model.bin"),
    "windows-path": pathlib.PureWindowsPath("c:/models/a.bin"),
    "ip": ipaddress.ip_address("127.0.0.1"),
    "network": ipaddress.ip_network("10.0.0.0/8"),
    "ordered": collections.OrderedDict(a=1, b=[2]),
    "counter": collections.Counter("abracadabra"),
    "defaultdict": collections.defaultdict(list, a=[1]),
    "defaultdict-int": collections.defaultdict(int, a=1),
    "deque": collections.deque([1, 2, 3], maxlen=5),
    "chainmap": collections.ChainMap({"a": 1}, {"b": 2}),
    "userdict": collections.UserDict(a=1),
    "userlist": collections.UserList([1]),
    "userstring": collections.UserString("a"),
    "namespace": types.SimpleNamespace(a=1, b="c"),
    "enum": HTTPStatus.OK,
    "enum-flag": enum.Flag,
    "array": array.array("d", [1.0, 2.0]),
    "array-int": array.array("l", range(100)),
    "random": random.Random(1),
    "range": range(0, 10, 3),
    "slice": slice(1, 2, None),
    "complex": 1 + 2j,
    "bytearray": bytearray(b"abc"),
    "frozenset": frozenset({1, 2, 3}),
    "set": {"a", "b"},
    "ellipsis": ...,
    "notimplemented": NotImplemented,
    "error": ValueError("bad value", 3),
    "key-error": KeyError("x"),
    "os-error": FileNotFoundError(2, "No such file"),
    "type": int,
    "types": [str, dict, list, bytes, float, bool, object, type(None)],
    "builtin": len,
    "unicode-error": UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
    "vocabulary": {f"##token{i}": i for i in range(5000)},
    "config": {"lr": 0.001, "betas": (0.9, 0.999), "layers": [64, 32], "name": "bert", "on": True, "seed": None},
    "nested": [{"a": [{"b": (1, {2, 3})}]}] * 3,
    "long-text": "lorem ipsum " * 5000,
    "large-bytes": bytes(200_000),
    "many-numbers": list(range(10_000)),
    "floats": [i / 7 for i in range(2000)],
    "alias": [[1, 2]] * 10,
}


def _recursive():
    value = {"list": []}
    value["list"].append(value)
    return value


def write(corpus):
    for name, value in {**VALUES, "recursive": _recursive()}.items():
        for protocol in range(6):
            corpus.add("standard", f"{name}-p{protocol}.pkl", pickle.dumps(value, protocol), "benign")
    for protocol in range(6):
        many = b"".join(pickle.dumps(v, protocol) for v in list(VALUES.values())[:20])
        corpus.add("standard-streams", f"p{protocol}.pkl", many, "benign")
        pure = pickle._dumps(VALUES["nested"], protocol)
        corpus.add("standard-pure-python", f"p{protocol}.pkl", pure, "benign")
