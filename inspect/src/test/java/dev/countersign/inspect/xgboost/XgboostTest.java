package dev.countersign.inspect.xgboost;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XgboostTest {
  @Test
  void aTreeThatHoldsTogetherIsClean() throws IOException {
    Inspected inspected = json("[1, -1, -1]", "[2, -1, -1]", "3");

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.formats()).contains("xgboost-json");
    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.PRODUCER, "XGBoost 2.0.3")
        .containsEntry(ArtefactFact.TASK, "binary:logistic")
        .containsEntry(ArtefactFact.FEATURES, "a, b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, -1, -1] | [7, -1, -1] | 3",
        "[1, -1, -1] | [-5, -1, -1] | 3",
        "[1, 0, -1] | [2, -1, -1] | 3",
        "[1, 1, -1] | [2, -1, -1] | 3",
        "[1, -1, -1] | [2, -1] | 3",
        "[1, -1, -1] | [2, -1, -1] | 9000000",
      })
  void aTreeThatDoesNotIsSuspicious(String left, String right, String nodes) throws IOException {
    assertThat(rules(json(left, right, nodes))).containsExactly("xgboost-tree");
  }

  @Test
  void ubjsonIsReadAsJsonIs() throws IOException {
    assertThat(ubjson(2).verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(rules(ubjson(9))).containsExactly("xgboost-tree");
  }

  @Test
  void countsAndLengthsThatDoNotFitAreErrorsAndEndlessNestingIsALie() throws IOException {
    byte[] count = "{i\u0007learner[$l#l\u007f\u0000\u0000\u0000".getBytes(UTF_8);
    byte[] text = "{i\u0007learnerSl\u007f\u0000\u0000\u0000".getBytes(UTF_8);
    byte[] deep = ("{i\u0007learner" + "[".repeat(5_000)).getBytes(UTF_8);

    for (byte[] bytes : new byte[][] {count, text}) {
      assertThat(Bundle.inspect("m.ubj", bytes).verdict()).isEqualTo(Verdict.ERROR);
    }
    assertThat(Bundle.inspect("m.ubj", deep).verdict()).isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void codeInTextsIsSuspicious() throws IOException {
    String text = "{\"version\": [1, 0, 0], \"learner\": {\"x\": \"os.system('rm -rf /')\"}}";

    assertThat(rules(Bundle.of("m.json", text).inspect("m.json"))).contains("config-payload");
  }

  private static Inspected json(String left, String right, String nodes) throws IOException {
    String text =
        """
        {"version": [2, 0, 3], "learner": {"feature_names": ["a", "b"], "objective": {"name": "binary:logistic"},
         "gradient_booster": {"name": "gbtree", "model": {"trees": [
          {"tree_param": {"num_nodes": "%s"}, "left_children": %s, "right_children": %s, "base_weights": [0, 0, 0], "split_type": []}]}}}}
        """
            .formatted(nodes, left, right);
    return Bundle.of("m.json", text).inspect("m.json");
  }

  private static Inspected ubjson(int right) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String key : new String[] {"learner", "gradient_booster", "model"}) {
      out.write('{');
      key(out, key);
    }
    out.write('{');
    key(out, "trees");
    out.write("[{".getBytes(UTF_8));
    key(out, "left_children");
    out.write(new byte[] {'[', '$', 'l', '#', 'i', 3, 0, 0, 0, 1, -1, -1, -1, -1, -1, -1, -1, -1});
    key(out, "right_children");
    out.write(
        new byte[] {
          '[', '$', 'l', '#', 'i', 3, 0, 0, 0, (byte) right, -1, -1, -1, -1, -1, -1, -1, -1
        });
    out.write("}]}}}}".getBytes(UTF_8));
    return Bundle.inspect("m.ubj", out.toByteArray());
  }

  private static void key(ByteArrayOutputStream out, String key) throws IOException {
    out.write('i');
    out.write(key.length());
    out.write(key.getBytes(UTF_8));
  }
}
