package dev.countersign.discover.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.discover.Discovery;
import dev.countersign.discover.Finding;
import dev.countersign.discover.Inventory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unchanged files are not read again, and no cache is believed more than that. */
class CacheTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path root;
  @TempDir Path parent;
  private Path caches;

  @BeforeEach
  void aTree() throws IOException {
    caches = parent.resolve("countersign/discover");
    old("a.py", "import openai\nopenai.create(model=\"gpt-4o\")\n");
    old("b.py", "x = 1\n");
    old("models/m.onnx", "x");
  }

  @Test
  void theSecondRunReadsNothingAndFindsTheSame() {
    Inventory first = look();
    Inventory second = look();

    assertThat(first.unchanged()).isZero();
    assertThat(second.unchanged()).isEqualTo(3);
    assertThat(second.findings()).isEqualTo(first.findings()).isNotEmpty();
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    look();
    Files.writeString(root.resolve("b.py"), "import anthropic\n");

    Inventory second = look();

    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.findings()).extracting(Finding::name).contains("anthropic");
  }

  @Test
  void aFileOfTheSameSizeAndTimeThatTookItsPlaceIsReadAgain() throws IOException {
    look();
    Path other =
        Files.writeString(root.resolve("new"), "import openai\nopenai.create(model=\"gpt-4x\")\n");
    Files.setLastModifiedTime(other, FileTime.from(LONG_AGO));
    Files.move(other, root.resolve("a.py"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(look().unchanged()).isEqualTo(2);
  }

  @Test
  void aFileThatChangedJustNowIsNotTrustedToStayAsItWas() throws IOException {
    Files.writeString(root.resolve("c.py"), "import cohere\n");
    look();

    assertThat(look().unchanged()).isEqualTo(3);
  }

  @Test
  void whatIsGoneIsForgotten() throws IOException {
    look();
    Files.delete(root.resolve("a.py"));

    Inventory second = look();

    assertThat(second.findings()).extracting(Finding::name).doesNotContain("gpt-4o");
    assertThat(look().findings()).isEqualTo(second.findings());
  }

  @Test
  void onlyTheOwnerMayUseTheCache() throws IOException {
    look();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(caches)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aCacheThatOthersMayWriteIsNotUsed() throws IOException {
    look();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(look().unchanged()).isZero();
  }

  @Test
  void aLinkInPlaceOfTheCacheIsNotUsed() throws IOException {
    look();
    Path elsewhere = parent.resolve("elsewhere");
    Path file = file();
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);

    assertThat(look().unchanged()).isZero();
  }

  @Test
  void aBrokenCacheIsIgnoredAndMadeAgain() throws IOException {
    Inventory first = look();
    byte[] good = Files.readAllBytes(file());
    Random random = new Random(20261127);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      if (i % 3 == 0) {
        bad = Arrays.copyOf(bad, random.nextInt(bad.length));
      } else {
        bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(file(), bad);

      Inventory again = look();

      assertThat(again.findings()).isEqualTo(first.findings());
    }
    assertThat(look().unchanged()).isEqualTo(3);
  }

  @Test
  void theCacheOfAnotherTreeIsNotUsed() throws IOException {
    look();
    Path other = Files.createDirectory(parent.resolve("other"));
    Path file = Files.writeString(other.resolve("a.py"), "import openai\n");
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    Discovery.of(other, Cache.open(caches, other), _ -> {});
    Path mine = file();
    List<Path> both = files();
    Path its = both.get(0).equals(mine) ? both.get(1) : both.get(0);
    Files.copy(its, mine, StandardCopyOption.REPLACE_EXISTING);

    assertThat(look().unchanged()).isZero();
  }

  @Test
  void whereNothingCanBeWrittenEverythingIsRead() throws IOException {
    Path blocked = Files.writeString(parent.resolve("plain"), "x").resolve("below");

    Inventory inventory = Discovery.of(root, Cache.open(blocked, root), _ -> {});

    assertThat(inventory.findings()).isEqualTo(look().findings());
  }

  private Inventory look() {
    return Discovery.of(root, Cache.open(caches, root), _ -> {});
  }

  /** The cache of the tree. */
  private Path file() throws IOException {
    String name =
        Digests.of(root.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    return caches.resolve(name + CacheFile.ENDING);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(caches)) {
      return files.sorted().toList();
    }
  }

  private void old(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }
}
