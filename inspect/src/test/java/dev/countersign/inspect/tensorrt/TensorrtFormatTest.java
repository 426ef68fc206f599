package dev.countersign.inspect.tensorrt;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TensorrtFormatTest {
  private static byte[] engine(String... parts) {
    return ("ftrt\0\0\0\0" + String.join("\0\0", parts)).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void anEngineIsSaidToBeOpaque() throws Exception {
    var found = Bundle.inspect("model.engine", engine("conv_1", "relu_1"));
    assertThat(found.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(rules(found)).containsExactly("tensorrt-opaque");
  }

  @Test
  void aLibraryInAnEngineIsFoundWhereverItStands() throws Exception {
    String filler = "x".repeat((1 << 20) - 11);
    assertThat(rules(Bundle.inspect("model.plan", engine(filler, "\u007fELF\u0002\u0001\u0001"))))
        .contains("tensorrt-library");
  }

  @Test
  void codeAsTextIsFound() throws Exception {
    assertThat(Bundle.inspect("model.trt", engine("import os; os.system('id')")).verdict())
        .isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void whatIsNoEngineIsAnError() throws Exception {
    assertThat(Bundle.verdict("model.engine", "binarydata")).isEqualTo(Verdict.ERROR);
  }
}
