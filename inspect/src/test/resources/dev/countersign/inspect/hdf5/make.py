"""Writes the files beside it: python3 make.py, with h5py."""

import base64
import json
import marshal

import h5py
import numpy


def lambda_model(function):
    code = base64.b64encode(marshal.dumps(function.__code__)).decode()
    layer = {"class_name": "Lambda", "config": {"name": "l", "function": [code, None, None]}}
    return json.dumps({"class_name": "Sequential", "config": {"name": "m", "layers": [layer]}})


DENSE = json.dumps({"class_name": "Sequential", "config": {"name": "m", "layers": [
    {"class_name": "Dense", "config": {"name": "d", "units": 3}}]}})

for version in ("earliest", "latest"):
    with h5py.File(f"dense-{version}.h5", "w", libver=version) as file:
        file.attrs["model_config"] = DENSE
        file.attrs["keras_version"] = numpy.bytes_("2.12.0")
        file.create_dataset("weights/kernel", data=numpy.zeros(2), chunks=(2,), compression="gzip")
    with h5py.File(f"lambda-{version}.h5", "w", libver=version) as file:
        file.attrs["model_config"] = lambda_model(lambda x: __import__("os").system("id"))
    with h5py.File(f"external-link-{version}.h5", "w", libver=version) as file:
        file["x"] = h5py.ExternalLink("../secrets.h5", "/x")
    with h5py.File(f"external-numbers-{version}.h5", "w", libver=version) as file:
        file.create_dataset("x", (4,), dtype="u1", external=[("/etc/hostname", 0, 4)])

with h5py.File("harmless-lambda.h5", "w") as file:
    file.attrs["model_config"] = lambda_model(lambda x: x * 2)
with h5py.File("many-attributes.h5", "w", libver="latest") as file:
    for i in range(40):
        file.attrs[f"a{i}"] = i
    file.attrs["model_config"] = lambda_model(lambda x: __import__("os").system("id"))
with h5py.File("many-links.h5", "w", libver="latest") as file:
    for i in range(150):
        file[f"n{i}"] = h5py.SoftLink("/")
    file["x"] = h5py.ExternalLink("/etc/secrets.h5", "/x")
with h5py.File("virtual.h5", "w", libver="latest") as file:
    layout = h5py.VirtualLayout(shape=(4,), dtype="u1")
    layout[:] = h5py.VirtualSource("/srv/other.h5", "d", shape=(4,))
    file.create_virtual_dataset("x", layout)
with h5py.File("user-block.h5", "w", userblock_size=512) as file:
    file.attrs["model_config"] = DENSE
with h5py.File("pickled-attribute.h5", "w") as file:
    file.attrs["x"] = numpy.bytes_(b"cos\nsystem\n(S'id'\ntR.")
