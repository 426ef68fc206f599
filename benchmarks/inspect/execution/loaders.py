"""How a program would load each format."""

import contextlib
import io
import pickle


def run_of_pickles(load):
    """Loads stream after stream until the file ends or breaks."""

    def loader(path):
        with open(path, "rb") as file:
            while file.peek(1):
                load(file)

    return loader


def with_numpy(path):
    import numpy

    with open(path, "rb") as file:
        while file.peek(1):
            loaded = numpy.load(file, allow_pickle=True)
            for name in getattr(loaded, "files", ()):
                loaded[name]
            if hasattr(loaded, "files"):
                return


def with_joblib(path):
    import joblib

    joblib.load(path)


def with_torch(path):
    import torch

    torch.load(path, map_location="cpu")


def with_archives(path):
    """Unpacks to any depth and loads every member, as a program does that knows where the model is."""
    _unpacked(open(path, "rb").read(), 10)


def _unpacked(data, depth):
    import bz2
    import gzip
    import lzma
    import tarfile
    import zipfile

    if depth and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                with contextlib.suppress(Exception):
                    _unpacked(archive.read(member), depth - 1)
        return
    for unpack in (gzip.decompress, bz2.decompress, lzma.decompress):
        try:
            inner = unpack(data)
        except (OSError, EOFError, lzma.LZMAError, ValueError):
            continue
        return _unpacked(inner, depth - 1)
    try:
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                with contextlib.suppress(Exception):
                    _unpacked(archive.extractfile(member).read(), depth - 1)
        return
    except tarfile.TarError:
        pass
    file = io.BytesIO(data)
    while file.tell() < len(data):
        _Lenient(file).load()


class _Lenient(pickle.Unpickler):
    """Reads the pickles of torch's archives, where a storage is asked for by its id."""

    def persistent_load(self, pid):
        import torch

        return torch.FloatStorage(4)


def unbuffered(path):
    """From memory the C unpickler reads piece by piece, and not ahead."""
    with open(path, "rb") as file:
        pickle.load(io.BytesIO(file.read()))


LOADERS = {
    "pickle": {"C": run_of_pickles(pickle.load), "C-unbuffered": unbuffered, "Python": run_of_pickles(pickle._load)},
    "npy": {"numpy": with_numpy},
    "npz": {"numpy": with_numpy},
    "joblib": {"joblib": with_joblib},
    "compressed": {"joblib": with_joblib, "archive": with_archives},
    "torch": {"torch": with_torch, "archive": with_archives},
    "torchscript": {"archive": with_archives},
    "zip": {"archive": with_archives},
    "archive": {"archive": with_archives},
}
