package dev.countersign.attest.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {
  private static final int BYTES = 1 << 20;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    assumeTrue(Mapping.installed().isPresent(), "needs Java 22");
    byte[] content = new byte[BYTES];
    Arrays.fill(content, (byte) 7);
    file = Files.write(folder.resolve("weights"), content);
  }

  @Test
  void aWindowIsHashedAsItIs() throws Exception {
    MessageDigest digest = HashAlgorithm.SHA256.digest();
    update(digest, 4096, 10_000);
    byte[] expected = new byte[10_000];
    Arrays.fill(expected, (byte) 7);
    assertThat(digest.digest()).isEqualTo(HashAlgorithm.SHA256.digest().digest(expected));
  }

  /** The operating system says so by a signal, which must not end the process. */
  @Test
  void aFileThatIsCutOffInTheMiddleOfAWindowHasChanged() throws Exception {
    for (int i = 0; i < 200; i++) {
      Files.write(file, new byte[BYTES]);
      assertThatThrownBy(() -> update(new CuttingOff(), 0, BYTES)).isInstanceOf(ChangedFile.class);
    }
  }

  private void update(MessageDigest digest, long start, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      Mapping.installed()
          .orElseThrow()
          .update(digest, channel, new FileToHash("weights", file, BYTES), start, bytes);
    }
  }

  /** Shortens the file as soon as it is mapped. */
  private final class CuttingOff extends MessageDigest {
    CuttingOff() {
      super("none");
    }

    @Override
    protected void engineUpdate(ByteBuffer input) {
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
        open.setLength(10);
        super.engineUpdate(input);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected void engineUpdate(byte input) {}

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {}

    @Override
    protected byte[] engineDigest() {
      return new byte[0];
    }

    @Override
    protected void engineReset() {}
  }
}
