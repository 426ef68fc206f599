package dev.countersign.guard.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.oms.OmsVerification;
import dev.countersign.attest.oms.OmsVerifier;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.guard.prompt.ngram.NgramClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ships is what was signed, and what the cards and the statement of its training are about.
 */
class ShippedModelTest {
  private static final Path MODEL = Path.of("model");
  private static final String FILE = "prompt-gate.weights";

  @TempDir Path folder;

  @Test
  void theWeightsInTheJarAreThoseThatWereSigned() throws Exception {
    Path weights = Files.write(folder.resolve(FILE), NgramClassifier.shippedFile());
    assertThat(verify(weights)).isInstanceOf(OmsVerification.Verified.class);
  }

  @Test
  void otherWeightsAreNot() throws Exception {
    byte[] other = NgramClassifier.shippedFile();
    other[other.length - 1] ^= 1;
    assertThat(verify(Files.write(folder.resolve(FILE), other)))
        .isNotInstanceOf(OmsVerification.Verified.class);
  }

  @Test
  void theCardNamesThem() throws Exception {
    assertThat(Files.readString(MODEL.resolve("README.md")))
        .contains(NgramClassifier.shipped().digest());
  }

  private static OmsVerification verify(Path weights) throws Exception {
    return OmsVerifier.of(TrustPolicy.keyFile(MODEL.resolve("prompt-gate.pub.pem")))
        .verify(weights, MODEL.resolve("prompt-gate.sig"));
  }
}
