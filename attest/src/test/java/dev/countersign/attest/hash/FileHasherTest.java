package dev.countersign.attest.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHasherTest {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path root;

  @Test
  void theDigestsAreThoseOfTheStandards() throws Exception {
    write("abc", "abc".getBytes(UTF_8));
    assertThat(digest(HashAlgorithm.SHA256))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(digest(HashAlgorithm.BLAKE2B))
        .isEqualTo(
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    assertThat(digest(HashAlgorithm.BLAKE3))
        .isEqualTo("6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85");
  }

  @Test
  void resultsStandInTheOrderOfTheNames() throws Exception {
    for (int i = 0; i < 50; i++) {
      write("f" + i, new byte[i]);
    }
    List<String> names = List.of("f49", "f0", "f7");
    assertThat(FileHasher.of(HashAlgorithm.SHA256).hash(root, names))
        .extracting(HashedFile::name)
        .isEqualTo(names);
  }

  @Test
  void shardsCoverAFileAndAnEmptyFileHasNone() throws Exception {
    byte[] content = random(2_500);
    write("weights", content);
    write("empty", new byte[0]);
    List<HashedFile> hashed =
        FileHasher.of(HashAlgorithm.SHA256).shards(1_000).hash(root, List.of("weights", "empty"));
    assertThat(hashed.get(0).ranges())
        .containsExactly(
            range(content, 0, 1_000), range(content, 1_000, 2_000), range(content, 2_000, 2_500));
    assertThat(hashed.get(1).ranges()).isEmpty();
  }

  @Test
  void aFileOfOneShardExactlyHasOneShard() throws Exception {
    write("weights", random(1_000));
    assertThat(FileHasher.of(HashAlgorithm.SHA256).shards(1_000).hash(root, List.of("weights")))
        .singleElement()
        .satisfies(file -> assertThat(file.ranges()).hasSize(1));
  }

  @Test
  void anEmptyFileHasTheDigestOfNothing() throws Exception {
    write("empty", new byte[0]);
    assertThat(FileHasher.of(HashAlgorithm.SHA256).hash(root, List.of("empty")).get(0).digest())
        .isEqualTo(EMPTY);
  }

  @Test
  void aLinkIsNotFollowedUnlessAsked() throws Exception {
    write("real", new byte[3]);
    Files.createSymbolicLink(root.resolve("link"), Path.of("real"));
    FileHasher hasher = FileHasher.of(HashAlgorithm.SHA256);
    assertThatThrownBy(() -> hasher.hash(root, List.of("link"))).isInstanceOf(IOException.class);
    assertThat(hasher.followingLinks().hash(root, List.of("link"))).hasSize(1);
  }

  @Test
  void aFileThatGrewOrShrankMeanwhileIsRefused() throws IOException {
    write("log", new byte[10]);
    for (long listed : new long[] {9, 11}) {
      List<FileToHash> files = List.of(new FileToHash("log", root.resolve("log"), listed));
      assertThatThrownBy(() -> FileHasher.of(HashAlgorithm.SHA256).hash(files))
          .isInstanceOf(ChangedFile.class)
          .hasMessageContaining("log");
    }
  }

  @Test
  void rangesThatAreMappedAndRangesThatAreReadHaveTheSameDigests() throws Exception {
    byte[] content = random((17 << 20) + 12_345);
    write("large", content);
    for (int shard : new int[] {(8 << 20) - 1, 8 << 20, (8 << 20) + 1, 17 << 20, content.length}) {
      List<FileRange> ranges =
          FileHasher.of(HashAlgorithm.SHA256)
              .shards(shard)
              .hash(root, List.of("large"))
              .get(0)
              .ranges();
      List<FileRange> expected = new ArrayList<>();
      for (int at = 0; at < content.length; at += shard) {
        expected.add(range(content, at, Math.min(content.length, at + shard)));
      }
      assertThat(ranges).isEqualTo(expected);
    }
    assertThat(FileHasher.of(HashAlgorithm.BLAKE3).hash(root, List.of("large")).get(0).digest())
        .isEqualTo(HexFormat.of().formatHex(HashAlgorithm.BLAKE3.digest().digest(content)));
  }

  @Test
  void aLargeFileThatIsCutOffWhileItIsHashedIsRefused() throws Exception {
    for (int i = 0; i < 5; i++) {
      write("large", random(24 << 20));
      FileHasher hasher = FileHasher.of(HashAlgorithm.SHA256).reporting(bytes -> cutOff());
      assertThatThrownBy(() -> hasher.hash(root, List.of("large")))
          .isInstanceOf(ChangedFile.class)
          .hasMessageContaining("large");
    }
  }

  @Test
  void progressAddsUpToTheBytes() throws Exception {
    write("large", random(9 << 20));
    write("small", random(5));
    LongAdder told = new LongAdder();
    FileHasher.of(HashAlgorithm.SHA256).reporting(told::add).hash(root, List.of("large", "small"));
    assertThat(told.sum()).isEqualTo((9 << 20) + 5);
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    write("large", random(64 << 20));
    Thread caller = Thread.currentThread();
    AtomicBoolean asked = new AtomicBoolean();
    FileHasher hasher =
        FileHasher.of(HashAlgorithm.SHA256)
            .reporting(bytes -> {
              // Once: another interrupt could come when the caller is in the test again.
              if (asked.compareAndSet(false, true)) {
                caller.interrupt();
              }
            });
    assertThatThrownBy(() -> hasher.hash(root, List.of("large", "large", "large")))
        .isInstanceOf(InterruptedException.class);
    for (Thread worker : Thread.getAllStackTraces().keySet()) {
      if (worker.getName().equals("countersign-hash")) {
        worker.join(10_000);
        assertThat(worker.isAlive()).isFalse();
      }
    }
  }

  private void cutOff() {
    try (RandomAccessFile file = new RandomAccessFile(root.resolve("large").toFile(), "rw")) {
      file.setLength(100);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String digest(HashAlgorithm algorithm) throws Exception {
    return FileHasher.of(algorithm).hash(root, List.of("abc")).get(0).digest();
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(root.resolve(name), content);
  }

  private static byte[] random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }

  private static FileRange range(byte[] content, int start, int end) {
    byte[] part = Arrays.copyOfRange(content, start, end);
    return new FileRange(
        start, end, HexFormat.of().formatHex(HashAlgorithm.SHA256.digest().digest(part)));
  }
}
