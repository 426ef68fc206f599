package dev.countersign.attest.oms;

import static dev.countersign.attest.oms.ModelOnDisk.POLICY;
import static dev.countersign.attest.oms.ModelOnDisk.signer;
import static dev.countersign.attest.oms.ModelOnDisk.verifier;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.hash.HashAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedModelTest {
  private static final int MIB = 1 << 20;
  private static final byte[] LARGE = random(5 * MIB / 2);

  @TempDir Path temp;

  @Test
  void aServiceNeedsThreeLines() throws Exception {
    ModelOnDisk onDisk = ModelOnDisk.small(temp);
    signer().sign(onDisk.folder(), onDisk.file("model.sig"));
    try (VerifiedModel model = VerifiedModel.open(onDisk.folder(), POLICY)) {
      assertThat(model.bytes("config.json")).isEqualTo("{}".getBytes(UTF_8));
      assertThat(model.names()).containsExactly("config.json", "weights/a.bin");
      assertThat(model.verification().files()).isEqualTo(2);
    }
  }

  /** Nothing is kept in memory, all is, and what fits is. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1000, VerifiedModel.USUAL_MEMORY})
  void givesTheSameBytesFromMemoryAndFromTheDisk(long memory) throws Exception {
    ModelOnDisk onDisk = model();
    try (VerifiedModel model = open(onDisk, memory)) {
      for (String name : model.names()) {
        byte[] expected = Files.readAllBytes(onDisk.file(name));
        assertThat(model.bytes(name)).isEqualTo(expected);
        try (InputStream in = model.open(name)) {
          assertThat(in.readAllBytes()).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void worksWithEachHashAndWithShardsThatFitNoBlock(HashAlgorithm algorithm) throws Exception {
    ModelOnDisk onDisk = model();
    for (long shard : new long[] {Long.MAX_VALUE, 1_000_000, MIB, 3 * MIB, 777_777}) {
      onDisk.sign(signer().hash(algorithm).shards(shard));
      try (VerifiedModel model = open(onDisk, 0)) {
        assertThat(model.bytes("large")).isEqualTo(LARGE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, VerifiedModel.USUAL_MEMORY})
  void channelsGoWhereTheyAreSent(long memory) throws Exception {
    try (VerifiedModel model = open(model(), memory);
        SeekableByteChannel channel = model.channel("large")) {
      assertThat(channel.size()).isEqualTo(LARGE.length);
      for (int at : new int[] {MIB - 3, 0, 2 * MIB - 1, LARGE.length - 6}) {
        ByteBuffer six = ByteBuffer.allocate(6);
        channel.position(at);
        while (six.hasRemaining()) {
          assertThat(channel.read(six)).isPositive();
        }
        assertThat(six.array()).isEqualTo(Arrays.copyOfRange(LARGE, at, at + 6));
        assertThat(channel.position()).isEqualTo(at + 6);
      }
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      assertThat(channel.position(1L << 40).read(ByteBuffer.allocate(1))).isEqualTo(-1);
      assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
    }
  }

  @Test
  void whoChangesWhatWasGivenChangesNothingForOthers() throws Exception {
    try (VerifiedModel model = open(model(), VerifiedModel.USUAL_MEMORY)) {
      Arrays.fill(model.bytes("large"), (byte) 0);
      assertThat(model.bytes("large")).isEqualTo(LARGE);
    }
  }

  @Test
  void isNotOpenedIfItIsNotWhatWasSigned() throws Exception {
    ModelOnDisk onDisk = model().with("small", "other");
    assertThatThrownBy(() -> open(onDisk, 0))
        .isInstanceOfSatisfying(
            ModelRefused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
              assertThat(refused.refusal().differences())
                  .extracting(Difference::name)
                  .containsExactly("small");
              assertThat(refused).hasMessageContaining("1 changed");
            });
  }

  @Test
  void whatWasNotSignedIsNeverGiven() throws Exception {
    ModelOnDisk onDisk = model().with("plugin.py", "evil");
    try (VerifiedModel model =
        VerifiedModel.open(
            onDisk.folder(), onDisk.bundle(), verifier().ignoringUnsignedFiles(), 0)) {
      for (String name : List.of("plugin.py", "../m.sig", "/etc/passwd", "", "small/../small")) {
        assertThatThrownBy(() -> model.bytes(name)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> model.open(name)).isInstanceOf(NoSuchFileException.class);
      }
    }
  }

  @Test
  void onceClosedItGivesNothingNorDoItsChannels() throws Exception {
    VerifiedModel model = open(model(), VerifiedModel.USUAL_MEMORY);
    InputStream stream = model.open("large");
    SeekableByteChannel channel = model.channel("large");
    assertThat(stream.read()).isEqualTo(LARGE[0] & 0xff);
    model.close();
    model.close();
    assertThatThrownBy(() -> model.bytes("small")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(stream::read).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
        .isInstanceOf(ClosedChannelException.class);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aChannelClosesByItself() throws Exception {
    try (VerifiedModel model = open(model(), 0)) {
      SeekableByteChannel channel = model.channel("large");
      channel.close();
      assertThatThrownBy(channel::size).isInstanceOf(ClosedChannelException.class);
      assertThat(model.bytes("small")).hasSize(5);
    }
  }

  @Test
  void copiesForALoaderThatWantsAPath() throws Exception {
    ModelOnDisk onDisk = model().with("not-signed", "x");
    Path copy = temp.resolve("copy");
    try (VerifiedModel model =
        VerifiedModel.open(
            onDisk.folder(), onDisk.bundle(), verifier().ignoringUnsignedFiles(), 100)) {
      model.copyTo(copy);
      assertThatThrownBy(() -> model.copyTo(copy)).isInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(copy.resolve("large")).hasBinaryContent(LARGE);
    assertThat(copy.resolve("in/a/folder")).hasContent("deep");
    assertThat(copy.resolve("not-signed")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rwx------");
  }

  @Test
  void aModelOfOneFileHasItsName() throws Exception {
    Path file = Files.write(temp.resolve("model.onnx"), LARGE);
    signer().sign(file, BundleFile.of(file));
    try (VerifiedModel model = VerifiedModel.open(file, POLICY)) {
      assertThat(model.names()).containsExactly("model.onnx");
      assertThat(model.bytes("model.onnx")).isEqualTo(LARGE);
    }
  }

  @Test
  void anInterruptEndsOpening() throws Exception {
    ModelOnDisk onDisk = model();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> open(onDisk, 0))
        .isInstanceOfAny(InterruptedException.class, IOException.class);
    assertThat(Thread.interrupted()).isIn(true, false);
  }

  private ModelOnDisk model() throws Exception {
    return new ModelOnDisk(temp, "m")
        .with("large", LARGE)
        .with("exact", random(MIB))
        .with("small", "12345")
        .with("in/a/folder", "deep")
        .with("empty", "")
        .signed();
  }

  private static VerifiedModel open(ModelOnDisk model, long memory) throws Exception {
    return VerifiedModel.open(model.folder(), model.bundle(), verifier(), memory);
  }

  private static byte[] random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }
}
