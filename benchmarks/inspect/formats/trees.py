"""XGBoost (JSON and UBJSON), LightGBM text, CatBoost: data that a reader of C++ indexes with."""

import json
import struct

from .wire import Table, flatbuffer, ubjson

LOOSE = "malicious|suspicious|error"


def tree(nodes=3, children=(1, -1, -1), right=(2, -1, -1), stated=None):
    return {
        "base_weights": [0.0] * nodes,
        "categories": [],
        "default_left": [1] * nodes,
        "id": 0,
        "left_children": list(children),
        "right_children": list(right),
        "parents": [2147483647, 0, 0],
        "loss_changes": [1.0] * nodes,
        "split_conditions": [0.5] * nodes,
        "split_indices": [0] * nodes,
        "split_type": [0] * nodes,
        "sum_hessian": [1.0] * nodes,
        "tree_param": {
            "num_deleted": "0",
            "num_feature": "4",
            "num_nodes": str(nodes if stated is None else stated),
            "size_leaf_vector": "1",
        },
    }


def xgboost(*trees, objective="binary:logistic", attributes=None, booster="gbtree"):
    body = {
        "model": {
            "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": str(len(trees))},
            "tree_info": [0] * len(trees),
            "trees": list(trees),
        },
        "name": booster,
    }
    return {
        "learner": {
            "attributes": attributes or {},
            "feature_names": ["a", "b", "c", "d"],
            "feature_types": [],
            "gradient_booster": body,
            "learner_model_param": {"base_score": "5E-1", "num_class": "0", "num_feature": "4", "num_target": "1"},
            "objective": {"name": objective, "reg_loss_param": {"scale_pos_weight": "1"}},
        },
        "version": [2, 0, 3],
    }


LIGHTGBM = """tree
version=v4
num_class=1
num_tree_per_iteration=1
label_index=0
max_feature_idx=3
objective=binary sigmoid:1
feature_names=a b c d
feature_infos=[0:1] [0:1] [0:1] [0:1]
tree_sizes=300

Tree=0
num_leaves=2
num_cat=0
split_feature=0
split_gain=1
threshold=0.5
decision_type=2
left_child=-1
right_child=-2
leaf_value=0.1 -0.1
leaf_weight=1 1
leaf_count=10 10
internal_value=0
internal_weight=0
internal_count=20
is_linear=0
shrinkage=0.1


end of trees

feature_importances:
a=1

parameters:
[boosting: gbdt]
[objective: binary]
[metric: auc]
[num_iterations: 1]
end of parameters

pandas_categorical:null
"""

LIGHTGBM = LIGHTGBM.replace("tree_sizes=300", f"tree_sizes={LIGHTGBM.index('end of trees') - LIGHTGBM.index('Tree=0')}")


def write(corpus, random):
    _xgboost(corpus)
    _lightgbm(corpus)
    _catboost(corpus)


def _xgboost(corpus):
    lies = {
        "nodes-more": xgboost(tree(stated=1_000_000)),
        "nodes-negative": xgboost(tree(stated=-1)),
        "child-beyond": xgboost(tree(children=(99, -1, -1))),
        "child-huge": xgboost(tree(children=(2**31 - 1, -1, -1))),
        "child-cycle": xgboost(tree(children=(0, -1, -1))),
        "arrays-differ": xgboost(tree(children=(1, -1, -1), right=(2,))),
    }
    for name, value in lies.items():
        corpus.add("xgboost-lies", f"{name}.json", json.dumps(value).encode(), "malicious", "xgboost", LOOSE)
        corpus.add("xgboost-lies", f"{name}.ubj", ubjson(value), "malicious", "xgboost", LOOSE)
    corpus.add("xgboost-lies", "string-huge.ubj", b"{L" + struct.pack(">q", 2**62) + b"abc", "malicious", "xgboost", LOOSE)
    corpus.add(
        "xgboost-lies",
        "array-huge.ubj",
        b"{L" + struct.pack(">q", 1) + b"a[$d#L" + struct.pack(">q", 2**60),
        "malicious",
        "xgboost",
        LOOSE,
    )
    corpus.add("xgboost-lies", "deep.ubj", b"{L" + struct.pack(">q", 7) + b"learner" + b"[" * 50_000, "malicious", "xgboost", LOOSE)
    corpus.add("xgboost-lies", "deep.json", b'{"learner":' + b"[" * 50_000, "malicious", "xgboost", LOOSE)
    corpus.add("xgboost-pickle", "harm.xgb", b"\x80\x04cposix\nsystem\n(Vecho countersign-marker\ntR.", "malicious", "xgboost")
    for objective in ("binary:logistic", "multi:softprob", "reg:squarederror", "rank:ndcg", "survival:cox", "count:poisson"):
        value = xgboost(
            tree(), tree(), objective=objective, attributes={"best_iteration": "1", "scikit_learn": '{"_estimator_type": "classifier"}'}
        )
        corpus.add("harmless-xgboost", f"{objective}.json", json.dumps(value).encode(), "benign", "xgboost")
        corpus.add("harmless-xgboost", f"{objective}.ubj", ubjson(value), "benign", "xgboost")
    corpus.add("harmless-xgboost", "many.json", json.dumps(xgboost(*[tree()] * 500)).encode(), "benign", "xgboost")


def _lightgbm(corpus):
    for name, old, new in (
        ("leaves-huge", "num_leaves=2", "num_leaves=99999999999"),
        ("leaves-more", "num_leaves=2", "num_leaves=5000"),
        ("child-beyond", "left_child=-1", "left_child=9999"),
        ("sizes-huge", "tree_sizes=", "tree_sizes=99999999999"),
        ("negative", "num_leaves=2", "num_leaves=-7"),
    ):
        corpus.add("lightgbm-lies", f"{name}.txt", LIGHTGBM.replace(old, new).encode(), "latent", "lightgbm", LOOSE + "|clean")
    corpus.add("lightgbm-lies", "pickle.lgb", b"cposix\nsystem\n(Vecho countersign-marker\ntR.", "malicious", "lightgbm")
    for name, old, new in (
        ("plain", "", ""),
        ("categories", "pandas_categorical:null", 'pandas_categorical:[["a", "b"]]'),
        ("parameters", "[metric: auc]", "[metric: auc]\n[machine_list_filename: ]\n[data: /data/train.csv]\n[output_model: model.txt]"),
    ):
        corpus.add(
            "harmless-lightgbm", f"{name}.txt", LIGHTGBM.replace(old, new).encode() if old else LIGHTGBM.encode(), "benign", "lightgbm"
        )


def _catboost(corpus):
    core = flatbuffer(
        Table(
            {
                0: "FlabuffersModel_v1",
                1: [1, 2, 3],
                2: [Table({0: "catboost_version_info", 1: "1.2"}), Table({0: "params", 1: '{"loss_function": "Logloss"}'})],
            }
        ),
        b"",
    )
    whole = b"CBM1" + struct.pack("<I", len(core)) + core
    corpus.add("harmless-catboost", "plain.cbm", whole, "benign", "catboost", "clean|suspicious|error")
    for name, size in (("size-huge", 2**32 - 1), ("size-beyond", len(core) + 1000), ("size-zero", 0)):
        corpus.add("catboost-lies", f"{name}.cbm", b"CBM1" + struct.pack("<I", size) + core, "malicious", "catboost", LOOSE)
    corpus.add("catboost-lies", "truncated.cbm", whole[:20], "malicious", "catboost", LOOSE)
    corpus.add(
        "catboost-lies",
        "pickle-behind.cbm",
        whole + b"cposix\nsystem\n(Vecho countersign-marker\ntR.",
        "latent",
        "catboost",
        "malicious|suspicious|clean|error",
    )
