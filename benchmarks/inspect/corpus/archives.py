"""Archives written by hand, so that every field can lie: zip (APPNOTE 6.3), 7z (copy coder), LZ4 and Zstandard frames, tar."""

import io
import struct
import tarfile
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One member of a zip; each field that is set lies in the header named."""

    name: str
    data: bytes
    method: int = 0
    stated_method: int | None = None
    crc: int | None = None
    flags: int = 0
    local_flags: int | None = None
    local_name: str | None = None
    local_data: bytes | None = None
    size: int | None = None
    local_size: int | None = None
    extra: bytes = b""
    in_directory: bool = True
    descriptor: bool = False
    zip64: bool = False


def zipped(entries, prefix=b"", comment=b"", shift=0, padding=b"", tail=b"", count=None):
    """A zip; `prefix` before it, `shift` added to every offset, `padding` before the directory, `tail` behind it all."""
    out, directory, listed = bytearray(prefix), bytearray(), 0
    for entry in entries:
        offset = len(out) + shift
        out += _local(entry)
        if entry.in_directory:
            directory += _central(entry, offset)
            listed += 1
    out += padding
    start = len(out) + shift
    stated = listed if count is None else count
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, stated, stated, len(directory), start, len(comment)) + comment
    return bytes(out + directory + end + tail)


def _packed(entry):
    if entry.method == 8:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(entry.data) + packer.flush()
    return entry.data


def _fields(entry, flags, size):
    packed = _packed(entry)
    crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
    method = entry.method if entry.stated_method is None else entry.stated_method
    return (
        struct.pack("<HHHHHIII", 20, flags, method, 0, 0x5821, crc, len(packed), len(entry.data))
        if size is None
        else struct.pack("<HHHHHIII", 20, flags, method, 0, 0x5821, crc, size, size)
    )


def _local(entry):
    flags = (entry.flags if entry.local_flags is None else entry.local_flags) | (8 if entry.descriptor else 0)
    name = (entry.local_name if entry.local_name is not None else entry.name).encode()
    data = entry.local_data if entry.local_data is not None else _packed(entry)
    fields = _fields(entry, flags, 0 if entry.descriptor else entry.local_size)
    header = b"PK\3\4" + fields + struct.pack("<HH", len(name), len(entry.extra)) + name + entry.extra
    after = struct.pack("<4sIII", b"PK\7\x08", zlib.crc32(entry.data), len(data), len(entry.data)) if entry.descriptor else b""
    return header + data + after


def _central(entry, offset):
    extra, size, stated = entry.extra, entry.size, offset
    if entry.zip64:
        extra += struct.pack("<HHQQQ", 1, 24, len(entry.data), len(_packed(entry)), offset)
        size, stated = 0xFFFFFFFF, 0xFFFFFFFF
    name = entry.name.encode()
    fields = _fields(entry, entry.flags | (8 if entry.descriptor else 0), size)
    return b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHHHII", len(name), len(extra), 0, 0, 0, 0, stated) + name + extra


def seven_zip(files, substreams=True):
    """A 7z archive with the copy coder, one folder for each file, plain header (7zFormat.txt); the sums stand in SubStreamsInfo as 7-Zip writes it, or in the folders."""
    packed = b"".join(files.values())
    sizes = [len(d) for d in files.values()]
    streams = b"\x06" + _number(0) + _number(len(files)) + b"\x09" + b"".join(map(_number, sizes)) + b"\x00"
    folders = b"\x07\x0b" + _number(len(files)) + b"\x00" + b"\x01\x01\x00" * len(files) + b"\x0c" + b"".join(map(_number, sizes))
    digests = b"\x0a\x01" + b"".join(struct.pack("<I", zlib.crc32(d)) for d in files.values()) + b"\x00"
    digests = b"\x00\x08" + digests if substreams else digests
    names = b"\x00" + b"".join((n + "\0").encode("utf-16-le") for n in files)
    listing = b"\x05" + _number(len(files)) + b"\x11" + _number(len(names)) + names + b"\x00"
    header = b"\x01\x04" + streams + folders + digests + b"\x00" + listing + b"\x00"
    start = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + struct.pack("<I", zlib.crc32(start)) + start + packed + header


def _number(n):
    """7z's variable-length number."""
    if n < 0x80:
        return bytes([n])
    return (
        bytes([0x80 | n >> 8, n & 255])
        if n < 0x4000
        else b"\xe0" + struct.pack("<I", n)[:3]
        if n < 0x200000
        else b"\xf0" + struct.pack("<I", n)
    )


def lz4(data):
    """An LZ4 frame of stored blocks (LZ4 frame format 1.6)."""
    descriptor = b"\x60\x70"
    blocks = b"".join(struct.pack("<I", len(data[i : i + 65536]) | 0x80000000) + data[i : i + 65536] for i in range(0, len(data), 65536))
    return b"\x04\x22\x4d\x18" + descriptor + bytes([_xxh32(descriptor) >> 8 & 255]) + blocks + b"\0\0\0\0"


def _xxh32(data):
    """xxHash32 of fewer than 16 bytes with seed 0."""
    h = 374761393 + len(data)
    while len(data) >= 4:
        h = (h + struct.unpack("<I", data[:4])[0] * 3266489917) & 0xFFFFFFFF
        h, data = (((h << 17 | h >> 15) & 0xFFFFFFFF) * 668265263) & 0xFFFFFFFF, data[4:]
    for byte in data:
        h = (h + byte * 374761393) & 0xFFFFFFFF
        h = (((h << 11 | h >> 21) & 0xFFFFFFFF) * 2654435761) & 0xFFFFFFFF
    h = ((h ^ h >> 15) * 2246822519) & 0xFFFFFFFF
    h = ((h ^ h >> 13) * 3266489917) & 0xFFFFFFFF
    return h ^ h >> 16


def zstandard(data):
    """A Zstandard frame of raw blocks (RFC 8878)."""
    pieces = [data[i : i + 65536] for i in range(0, len(data), 65536)] or [b""]
    blocks = b"".join(struct.pack("<I", len(p) << 3 | (i == len(pieces) - 1))[:3] + p for i, p in enumerate(pieces))
    return b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", len(data)) + blocks


def tarred(files, mode="w", links=()):
    """A tar with fixed times; `links` are pairs of a name and where it points."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=tarfile.USTAR_FORMAT) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for name, target in links:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            archive.addfile(member)
    return out.getvalue()
