package dev.countersign.guard.prompt.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The file of the weights. */
class WeightsTest {
  private final byte[] shipped = NgramClassifier.shippedFile();

  @Test
  void whatIsReadIsWrittenAgainByteForByte() throws IOException {
    assertThat(Weights.read(shipped).toBytes()).isEqualTo(shipped);
  }

  @Test
  void theShippedFileIsSmall() {
    assertThat(shipped.length).isLessThan(1 << 20);
  }

  @Test
  void anythingElseIsRefused() {
    byte[] other = shipped.clone();
    other[0] ^= 1;
    assertThatThrownBy(() -> Weights.read(other)).isInstanceOf(IOException.class);
    byte[] longer = Arrays.copyOf(shipped, shipped.length + 1);
    assertThatThrownBy(() -> Weights.read(longer)).isInstanceOf(IOException.class);
    for (int length : new int[] {0, 7, 30, 100, shipped.length - 1}) {
      byte[] shorter = Arrays.copyOf(shipped, length);
      assertThatThrownBy(() -> Weights.read(shorter))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCountThatTheFileOnlyClaimsAllocatesNothing() {
    byte[] other = shipped.clone();
    Arrays.fill(other, 28, 32, (byte) 0x7F);
    assertThatThrownBy(() -> Weights.read(other)).isInstanceOf(IOException.class);
  }
}
