package dev.countersign.inspect.requirements;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static dev.countersign.inspect.bundle.Bundle.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsFormatTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--index-url http://pypi.org/simple",
        "--extra-index-url https://pypi.x.example/simple",
        "-f https://x.example/wheels",
        "--trusted-host x.example",
        "git+https://x.example/a.git",
        "torch @ http://download.pytorch.org/whl/t.whl",
        "../../other",
      })
  void placesThatNobodyKnowsAreSuspicious(String line) throws IOException {
    assertThat(verdict("requirements.txt", line)).isEqualTo(Verdict.SUSPICIOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch==2.3.0\nnumpy>=1.26  # http://x.example",
        "--extra-index-url https://download.pytorch.org/whl/cu121",
        "git+https://github.com/huggingface/transformers.git@abc",
        "-r other.txt\n-e .",
      })
  void commonRequirementsAreClean(String text) throws IOException {
    assertThat(verdict("requirements.txt", text)).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void environmentsOfCondaAreReadToo() throws IOException {
    String text =
        "channels: [defaults]\ndependencies: [python=3.10, {pip: [mlflow, 'x @ https://x.example/x.whl']}]";

    assertThat(rules(Bundle.of("conda.yaml", text).inspect("conda.yaml")))
        .contains("requirements-address");
  }
}
