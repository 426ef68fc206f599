"""torch: state dictionaries, whole modules, optimisers, checkpoints, tensors and TorchScript, in the new and the old format."""

import inspect
import io
import pickle

import torch
from torch import nn

ARGUMENTS = {
    "in_features": 4,
    "out_features": 3,
    "in1_features": 2,
    "in2_features": 2,
    "num_features": 4,
    "num_channels": 4,
    "in_channels": 2,
    "out_channels": 2,
    "kernel_size": 3,
    "num_embeddings": 10,
    "embedding_dim": 4,
    "input_size": 4,
    "hidden_size": 3,
    "d_model": 4,
    "nhead": 2,
    "embed_dim": 4,
    "num_heads": 2,
    "num_groups": 2,
    "normalized_shape": 4,
    "padding": 1,
    "value": 0.5,
    "output_size": 2,
    "upscale_factor": 2,
    "downscale_factor": 2,
    "dim": 1,
    "unflattened_size": (2, 2),
    "threshold": 0.1,
    "min_val": -1.0,
    "max_val": 1.0,
    "cutoffs": [2, 4],
    "n_classes": 8,
    "num_parameters": 1,
    "size": 2,
    "groups": 2,
    "output_ratio": 0.5,
    "num_layers": 1,
}


def _made(kind):
    if kind is nn.Transformer:
        return kind(4, 2, 1, 1, 8)
    needed = [
        n
        for n, p in inspect.signature(kind.__init__).parameters.items()
        if p.default is inspect.Parameter.empty and p.kind is p.POSITIONAL_OR_KEYWORD and n != "self"
    ]
    return kind(**{n: ARGUMENTS[n] for n in needed})


def modules():
    for name in dir(nn):
        kind = getattr(nn, name)
        if inspect.isclass(kind) and issubclass(kind, nn.Module) and "Lazy" not in name:
            try:
                yield name, _made(kind)
            except Exception:  # noqa: BLE001 — abstract ones and those that want more
                continue
    yield "mlp", nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.1), nn.Linear(8, 2))
    yield "cnn", nn.Sequential(nn.Conv2d(1, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2))
    yield "list", nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2)])
    yield "dict", nn.ModuleDict({"a": nn.Linear(2, 2)})
    yield "encoder", nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8), 2)


def _saved(value, new):
    out = io.BytesIO()
    torch.save(value, out, _use_new_zipfile_serialization=new)
    return out.getvalue()


def _both(corpus, klass, name, value):
    for how, new in (("zip", True), ("old", False)):
        corpus.add(f"torch-{klass}-{how}", f"{name}.{'pt' if new else 'pth'}", _saved(value, new), "benign", "torch")


def write(corpus):
    for name, module in modules():
        _both(corpus, "module", name, module)
        if module.state_dict():
            _both(corpus, "state", name, module.state_dict())
        corpus.add("torch-pickle", f"{name}.pkl", pickle.dumps(module, 4), "benign")
    for name, value in _tensors():
        _both(corpus, "tensor", name, value)
        corpus.add("torch-pickle", f"tensor-{name}.pkl", pickle.dumps(value), "benign")
    _training(corpus)
    _scripts(corpus)


def _tensors():
    for kind in (
        "float32",
        "float64",
        "float16",
        "bfloat16",
        "int8",
        "uint8",
        "int16",
        "int32",
        "int64",
        "bool",
        "complex64",
        "complex128",
    ):
        yield kind, torch.zeros(3, dtype=getattr(torch, kind))
    yield "gradient", torch.ones(2, requires_grad=True)
    yield "parameter", nn.Parameter(torch.ones(2))
    yield "view", torch.arange(10)[2:5]
    yield "transposed", torch.ones(2, 3).t()
    yield "sparse", torch.eye(3).to_sparse()
    yield "csr", torch.eye(3).to_sparse_csr()
    yield "quantised", torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8)
    yield "size", torch.Size([2, 3])
    yield "device", torch.device("cpu")
    yield "dtype", torch.float16
    yield "shared", [torch.ones(3)] * 3
    yield "nested", {"a": [torch.ones(1), (torch.zeros(2), "x")], "n": 1}
    yield "large", torch.zeros(200_000)
    yield "generator-state", torch.get_rng_state()
    yield "meta", torch.ones(2, device="meta")
    yield "packed", nn.utils.rnn.pack_sequence([torch.ones(2), torch.ones(1)])


def _training(corpus):
    model = nn.Linear(4, 2)
    for name in ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "NAdam", "RAdam", "LBFGS", "ASGD", "Adamax", "Rprop"):
        optimiser = getattr(torch.optim, name)(model.parameters(), lr=0.1)

        def closure():
            optimiser.zero_grad()
            loss = model(torch.ones(3, 4)).sum()
            loss.backward()
            return loss

        optimiser.step(closure)
        _both(corpus, "optimiser-state", name, optimiser.state_dict())
        _both(corpus, "optimiser", name, optimiser)
        checkpoint = {
            "epoch": 3,
            "model_state_dict": model.state_dict(),
            "optimizer_state_dict": optimiser.state_dict(),
            "loss": 0.25,
            "args": {"lr": 0.1},
            "rng": torch.get_rng_state(),
        }
        _both(corpus, "checkpoint", name, checkpoint)
    lightning = {
        "epoch": 1,
        "global_step": 10,
        "pytorch-lightning_version": "1.8.0",
        "state_dict": model.state_dict(),
        "callbacks": {},
        "optimizer_states": [],
        "lr_schedulers": [],
        "hparams_name": "kwargs",
    }
    _both(corpus, "checkpoint", "lightning", lightning)
    data = torch.utils.data.TensorDataset(torch.ones(4, 2), torch.zeros(4))
    _both(corpus, "dataset", "tensors", data)


def _scripts(corpus):
    for name, module in (
        ("mlp", nn.Sequential(nn.Linear(4, 2), nn.ReLU())),
        ("cnn", nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2))),
        ("lstm", nn.LSTM(4, 3)),
        ("embedding", nn.Embedding(10, 4)),
    ):
        out = io.BytesIO()
        torch.jit.save(torch.jit.script(module.eval()), out)
        corpus.add("torchscript", f"scripted-{name}.pt", out.getvalue(), "benign", "torchscript")
    example = torch.ones(1, 4)
    for name, module in (
        ("mlp", nn.Sequential(nn.Linear(4, 2), nn.Tanh())),
        ("norm", nn.LayerNorm(4)),
        ("dropout", nn.Dropout(0.5).eval()),
    ):
        out = io.BytesIO()
        torch.jit.save(torch.jit.trace(module, example), out)
        corpus.add("torchscript", f"traced-{name}.pt", out.getvalue(), "benign", "torchscript")
