"""XML formats: PMML 4 and OpenVINO IR, with what XML itself can carry."""

LOOSE = "malicious|suspicious|error"
HEADS = {
    "external-entity": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "external-network": '<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
    "parameter-entity": '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>',
    "external-subset": '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">',
    "public-subset": '<!DOCTYPE r PUBLIC "-//A//B" "http://127.0.0.1:9/x.dtd">',
    "laughs": "<!DOCTYPE r [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12)) + "]>",
    "quadratic": "<!DOCTYPE r [<!ENTITY x '" + "a" * 20_000 + "'>]>",
    "stylesheet": '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>',
}
USES = {"external-entity": "&x;", "external-network": "&x;", "laughs": "&a11;", "quadratic": "&x;" * 20_000}
TREE = '<TreeModel functionName="classification"><MiningSchema><MiningField name="x"/></MiningSchema><Node id="1" score="a"><True/><Node id="2" score="b"><SimplePredicate field="x" operator="lessOrEqual" value="0.5"/></Node></Node></TreeModel>'
REGRESSION = '<RegressionModel functionName="regression"><MiningSchema><MiningField name="x"/></MiningSchema><RegressionTable intercept="1"><NumericPredictor name="x" coefficient="2"/></RegressionTable></RegressionModel>'

SEGMENTS = "".join(f'<Segment id="{i}"><True/>{TREE}</Segment>' for i in range(50))
ENSEMBLE = (
    f'<MiningModel functionName="regression"><MiningSchema/><Segmentation multipleModelMethod="sum">{SEGMENTS}</Segmentation></MiningModel>'
)


def pmml(body=REGRESSION, head="", note="", version="4.4", more=""):
    namespace = f"http://www.dmg.org/PMML-{version.replace('.', '_')}"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<PMML version="{version}" xmlns="{namespace}" xmlns:xi="http://www.w3.org/2001/XInclude"><Header copyright="A" description="{note}"><Application name="demo"/>'
        f'<Timestamp>2024-01-01{more}</Timestamp></Header><DataDictionary numberOfFields="1"><DataField name="x" optype="continuous" dataType="double"/></DataDictionary>{body}</PMML>'
    ).encode()


def openvino(layers, head="", more=""):
    listed = "".join(
        f'<layer id="{i}" name="l{i}" type="{kind}" version="{version}">{data}<output><port id="0" precision="FP32"><dim>1</dim></port></output></layer>'
        for i, (kind, version, data) in enumerate(layers)
    )
    return f'<?xml version="1.0"?>{head}<net name="demo" version="11"><layers>{listed}</layers><edges/><rt_info><MO_version value="2023.0"/>{more}</rt_info></net>'.encode()


CONSTANT = ("Const", "opset1", '<data element_type="f32" shape="4" offset="0" size="16"/>')
USUAL = [
    ("Parameter", "opset1", '<data shape="1,4" element_type="f32"/>'),
    CONSTANT,
    ("MatMul", "opset1", ""),
    ("ReLU", "opset1", ""),
    ("Result", "opset1", ""),
]


def write(corpus, random):
    for name, head in HEADS.items():
        corpus.add("pmml-xml", f"{name}.pmml", pmml(head=head, more=USES.get(name, "")), "malicious", "pmml", LOOSE)
        corpus.add("openvino-xml", f"{name}.xml", openvino(USUAL, head, USES.get(name, "")), "malicious", "openvino", LOOSE)
    corpus.add("pmml-xml", "xinclude.pmml", pmml(more='<xi:include href="file:///etc/passwd" parse="text"/>'), "malicious", "pmml", LOOSE)
    corpus.add(
        "pmml-xml",
        "utf-16.pmml",
        pmml(head=HEADS["external-entity"], more="&x;").decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "malicious",
        "pmml",
        LOOSE,
    )
    corpus.add("pmml-xml", "deep.pmml", pmml("<Extension>" * 20_000 + "</Extension>" * 20_000), "malicious", "pmml", LOOSE)
    for name, extension in (
        ("script", '<Extension name="script" value="java.lang.Runtime.getRuntime().exec(\'echo countersign-marker\')"/>'),
        ("javascript", "<Extension><script type='text/javascript'>eval('1')</script></Extension>"),
    ):
        corpus.add("pmml-script", f"{name}.pmml", pmml(more="", body=extension + REGRESSION), "latent", "pmml", "malicious|suspicious")
    for name, body in (("regression", REGRESSION), ("tree", TREE), ("ensemble", ENSEMBLE)):
        for version in ("4.2", "4.3", "4.4"):
            corpus.add(
                "harmless-pmml",
                f"{name}-{version}.pmml",
                pmml(body, version=version, note="fit by lm(); system of two equations"),
                "benign",
                "pmml",
            )
    corpus.add("harmless-pmml", "extension.pmml", pmml('<Extension name="spark-version" value="3.4"/>' + REGRESSION), "benign", "pmml")
    corpus.add(
        "harmless-pmml",
        "apply.pmml",
        pmml(
            '<TransformationDictionary><DerivedField name="z" optype="continuous" dataType="double"><Apply function="log"><FieldRef field="x"/></Apply></DerivedField></TransformationDictionary>'
            + REGRESSION
        ),
        "benign",
        "pmml",
    )
    _openvino(corpus)


def _openvino(corpus):
    weights = bytes(16)
    for name, data in (
        ("beyond", '<data element_type="f32" shape="4" offset="1000" size="16"/>'),
        ("huge", '<data element_type="f32" shape="4" offset="0" size="99999999999999"/>'),
        ("negative", '<data element_type="f32" shape="4" offset="-16" size="16"/>'),
    ):
        folder = {"model.xml": openvino([("Const", "opset1", data)]), "model.bin": weights}
        corpus.add_folder("openvino-lies", name, folder, "malicious", "openvino", LOOSE)
    for kind, version in (("AcmeLayer", "extension"), ("RunCode", "custom_opset"), ("Acme", "acme")):
        corpus.add("openvino-custom", f"{kind}.xml", openvino([*USUAL, (kind, version, "")]), "unknown", "openvino", "suspicious|malicious")
    corpus.add(
        "openvino-custom",
        "library.xml",
        openvino(USUAL, more='<extension library="../libcustom.so" path="/tmp/libevil.so"/>'),
        "latent",
        "openvino",
        "malicious|suspicious|clean",
    )
    for name, kinds in (
        ("usual", []),
        ("convolution", ["Convolution", "GroupConvolution", "MaxPool", "Add"]),
        ("transformer", ["MVN", "Softmax", "Gather", "Transpose", "Reshape", "ShapeOf", "StridedSlice"]),
        ("quantised", ["FakeQuantize", "Convert", "Subtract", "Multiply"]),
        ("recurrent", ["LSTMSequence", "TensorIterator", "If", "Loop"]),
        ("language", ["ScaledDotProductAttention", "ReadValue", "Assign", "RoPE"][:3]),
    ):
        for opset in ("opset1", "opset8", "opset13"):
            folder = {"model.xml": openvino([*USUAL, *((k, opset, "") for k in kinds)]), "model.bin": weights}
            corpus.add_folder("harmless-openvino", f"{name}-{opset}", folder, "benign", "openvino")
