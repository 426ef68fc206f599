package dev.countersign.attest.oms;

import static dev.countersign.attest.oms.ModelOnDisk.verifier;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.hash.ChangedFile;
import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who may write into the folder of a model changes it while it is verified and loaded. */
@Timeout(60)
class SwappedFileTest {
  private static final int MIB = 1 << 20;
  private static final int BYTES = 3 * MIB;
  private static final byte[] GOOD = filled((byte) 7);
  private static final byte[] EVIL = filled((byte) 66);

  @TempDir Path temp;
  private ModelOnDisk onDisk;

  @BeforeEach
  void signedModel() throws Exception {
    onDisk = new ModelOnDisk(temp, "m").with("weights", GOOD).signed();
  }

  /** What can be done to the file of the weights. */
  enum Swap {
    RENAMED_OVER {
      @Override
      void go(Path file) throws IOException {
        Path evil = Files.write(file.resolveSibling("../evil"), EVIL);
        Files.move(evil, file, ATOMIC_MOVE, REPLACE_EXISTING);
      }
    },
    MODIFIED_IN_PLACE {
      @Override
      void go(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
          open.write(EVIL);
        }
      }
    },
    ONE_BIT {
      @Override
      void go(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
          open.write(6);
        }
      }
    },
    TRUNCATED {
      @Override
      void go(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
          open.setLength(10);
        }
      }
    },
    EMPTIED {
      @Override
      void go(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    DELETED {
      @Override
      void go(Path file) throws IOException {
        Files.delete(file);
      }
    },
    A_LINK_TO_EVIL {
      @Override
      void go(Path file) throws IOException {
        Path evil = Files.write(file.resolveSibling("../evil"), EVIL);
        Files.delete(file);
        Files.createSymbolicLink(file, evil);
      }
    },
    A_LINK_TO_THE_SAME_BYTES {
      @Override
      void go(Path file) throws IOException {
        Path moved = Files.move(file, file.resolveSibling("../moved"));
        Files.createSymbolicLink(file, moved);
      }
    },
    A_FOLDER {
      @Override
      void go(Path file) throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
      }
    },
    A_PIPE_THAT_NOBODY_WRITES_INTO {
      @Override
      void go(Path file) throws IOException {
        Files.delete(file);
        try {
          new ProcessBuilder("mkfifo", file.toString()).start().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    };

    abstract void go(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void afterOpeningWhatIsInMemoryStaysRight(Swap swap) throws Exception {
    try (VerifiedModel model = open(VerifiedModel.USUAL_MEMORY)) {
      swap.go(onDisk.file("weights"));
      assertThat(model.bytes("weights")).isEqualTo(GOOD);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterOpeningNoChangedByteIsGivenFromTheDisk(Swap swap) throws Exception {
    try (VerifiedModel model = open(0)) {
      swap.go(onDisk.file("weights"));
      assertThatThrownBy(() -> model.bytes("weights"))
          .isInstanceOf(ChangedModel.class)
          .hasMessage("weights has changed since the model was verified");
      assertThatThrownBy(() -> model.copyTo(temp.resolve("copy"))).isInstanceOf(ChangedModel.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void betweenListingAndHashingASwapIsNotVerified(Swap swap) throws Exception {
    KeepingHashing keeping = new KeepingHashing(0);
    Hashing swapping =
        (files, how) -> {
          swap.go(onDisk.file("weights"));
          return keeping.hash(files, how);
        };
    assertNotVerified(swapping);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "A_PIPE_THAT_NOBODY_WRITES_INTO")
  void aPlainVerificationDoesNotFallForItEither(Swap swap) throws Exception {
    Hashing swapping =
        (files, how) -> {
          swap.go(onDisk.file("weights"));
          return FileHasher.of(HashAlgorithm.SHA256).hash(files);
        };
    assertNotVerified(swapping);
  }

  @Test
  void whatIsAppendedAfterOpeningIsNotGiven() throws Exception {
    try (VerifiedModel model = open(0)) {
      Files.write(onDisk.file("weights"), EVIL, APPEND);
      assertThat(model.bytes("weights")).isEqualTo(GOOD);
    }
    assertThat(onDisk.refused().detail()).contains("1 changed");
  }

  @Test
  void whatIsAppendedWhileItIsHashedIsFound() {
    KeepingHashing keeping = new KeepingHashing(0);
    Hashing appending =
        (files, how) -> {
          Files.write(onDisk.file("weights"), EVIL, APPEND);
          return keeping.hash(files, how);
        };
    assertThatThrownBy(() -> verifier().verify(onDisk.folder(), onDisk.bundle(), appending))
        .isInstanceOf(ChangedFile.class);
  }

  @Test
  void aSwapInTheMiddleOfAStreamEndsItBeforeAWrongByte() throws Exception {
    try (VerifiedModel model = open(0);
        InputStream in = model.open("weights")) {
      byte[] first = in.readNBytes(MIB / 2);
      Swap.RENAMED_OVER.go(onDisk.file("weights"));
      byte[] rest = new byte[BYTES];
      int given = 0;
      try {
        for (int read = 0; read >= 0; read = in.read(rest, given, 4096)) {
          given += read;
        }
        throw new AssertionError("the end was reached");
      } catch (ChangedModel expected) {
        assertThat(expected).hasMessageContaining("weights");
      }
      assertThat(first).isEqualTo(Arrays.copyOf(GOOD, MIB / 2));
      assertThat(given).isEqualTo(MIB / 2);
      assertThat(Arrays.copyOf(rest, given)).isEqualTo(first);
    }
  }

  @Test
  void aFolderThatBecomesALinkGivesNothingElse() throws Exception {
    onDisk.without("weights").with("sub/weights", GOOD).signed();
    try (VerifiedModel model = open(0)) {
      Path evil = Files.createDirectory(temp.resolve("evil"));
      Files.write(evil.resolve("weights"), EVIL);
      Files.move(onDisk.file("sub"), temp.resolve("moved"));
      Files.createSymbolicLink(onDisk.file("sub"), evil);
      assertThatThrownBy(() -> model.bytes("sub/weights")).isInstanceOf(ChangedModel.class);
    }
  }

  @Test
  void whoeverSwapsWithoutPauseNeverGetsAByteIn() throws Exception {
    Path good = Files.write(temp.resolve("good"), GOOD);
    Path evil = Files.write(temp.resolve("evil"), EVIL);
    AtomicBoolean stop = new AtomicBoolean();
    Thread mallory = new Thread(() -> swap(stop, good, evil));
    mallory.start();
    int opened = 0;
    try {
      for (int i = 0; i < 150; i++) {
        opened += openAndRead(i % 2 == 0 ? 0 : BYTES) ? 1 : 0;
      }
    } finally {
      stop.set(true);
      mallory.join();
    }
    assertThat(opened).isBetween(0, 150);
    Files.write(onDisk.file("weights"), GOOD);
    assertThat(openAndRead(0)).isTrue();
  }

  /** Whether it could be read as a whole; if so, it is what was signed. */
  private boolean openAndRead(long memory) throws Exception {
    try (VerifiedModel model = open(memory)) {
      assertThat(model.bytes("weights")).isEqualTo(GOOD);
      return true;
    } catch (ModelRefused | IOException refused) {
      return false;
    }
  }

  private void swap(AtomicBoolean stop, Path good, Path evil) {
    Path weights = onDisk.file("weights");
    Path next = temp.resolve("next");
    while (!stop.get()) {
      for (Path content : new Path[] {evil, good}) {
        try {
          Files.createLink(next, content);
          Files.move(next, weights, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private void assertNotVerified(Hashing hashing) throws Exception {
    try {
      assertThat(verifier().verify(onDisk.folder(), onDisk.bundle(), hashing))
          .isInstanceOf(Refused.class)
          .isNotInstanceOf(Verified.class);
    } catch (IOException failed) {
      assertThat(failed).hasMessageContaining("weights");
    }
  }

  private VerifiedModel open(long memory) throws Exception {
    return VerifiedModel.open(onDisk.folder(), onDisk.bundle(), verifier(), memory);
  }

  private static byte[] filled(byte value) {
    byte[] content = new byte[BYTES];
    Arrays.fill(content, value);
    return content;
  }
}
