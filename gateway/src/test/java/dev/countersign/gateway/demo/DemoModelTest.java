package dev.countersign.gateway.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The demo's models. */
class DemoModelTest {
  private static final Path FILE = Path.of("../examples/card-fraud/models/fraud.onnx");

  @Test
  void theModelOfTheExampleIsTheOneInItsFile() throws Exception {
    String file = new String(Files.readAllBytes(FILE), ISO_8859_1);
    for (DemoModel.Stump tree : DemoModel.FRAUD.trees()) {
      assertThat(file)
          .contains(bytes(tree.threshold()))
          .contains(bytes(tree.low()))
          .contains(bytes(tree.high()));
    }
  }

  /** As ONNX holds a number. */
  private static String bytes(float number) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return new String(bytes.putFloat(number).array(), ISO_8859_1);
  }

  @Test
  void aLargePaymentFarAwayAfterManyOthersIsFraud() {
    String rows = "[30.03,7,1,8.8,1, 210.5,3,0,120,5, 1,2]";
    assertThat(DemoModel.FRAUD.scores(JsonMapper.shared().readTree(rows)))
        .hasSize(2)
        .satisfiesExactly(
            honest -> assertThat(honest).isLessThan(0.05),
            fraud -> assertThat(fraud).isGreaterThan(0.99));
  }

  @Test
  void theOtherModelIsARegression() {
    assertThat(DemoModel.DEMO.scores(JsonMapper.shared().readTree("[1,2,3,4]")).getFirst())
        .isCloseTo(1 / (1 + Math.exp(-1.1)), within(1e-12));
  }
}
