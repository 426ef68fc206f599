package dev.countersign.provenance.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Shards;
import dev.countersign.provenance.Table;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  @TempDir private Path root;

  @BeforeEach
  void files() throws IOException {
    write("b/two.txt", "two");
    write("a.csv", "x,y\n1,a\n2,b\n");
    write(".hidden", "h");
    write("日本/ü.txt", "");
    write(".git/config", "not data");
  }

  @Test
  void everyFileIsThereInTheOrderOfNames() throws RecordingFailed {
    Manifest manifest = Recorder.of(root).record("d").manifest();
    assertThat(manifest.entries())
        .extracting(Entry::name)
        .containsExactly(".hidden", "a.csv", "b/two.txt", "日本/ü.txt");
    assertThat(manifest.entry("b/two.txt"))
        .contains(Entry.of("b/two.txt", 3, Sha256.of("two".getBytes(UTF_8))));
    assertThat(manifest.rows()).hasValue(2);
  }

  @Test
  void tablesHaveTheSameDigestWithAndWithoutRows() throws RecordingFailed {
    Manifest with = Recorder.of(root).record("d").manifest();
    Manifest without = Recorder.of(root).withoutTables().record("d").manifest();
    assertThat(with.digest()).isEqualTo(without.digest());
    assertThat(without.rows()).isEmpty();
  }

  @Test
  void aSelectionIsOfFilesFoldersAndGlobs() throws RecordingFailed {
    Selection selection = Selection.of(List.of("./b/", "*.csv"));
    assertThat(Recorder.of(root).selecting(selection).record("d").manifest().entries())
        .extracting(Entry::name)
        .containsExactly("a.csv", "b/two.txt");
    assertThatThrownBy(() -> Selection.of(List.of("a["))).hasMessageContaining("\"a[\" is no glob");
  }

  @Test
  void aSingleFileIsADataset() throws RecordingFailed {
    Manifest manifest = Recorder.of(root.resolve("a.csv")).record("d").manifest();
    assertThat(manifest.entries()).extracting(Entry::name).containsExactly("a.csv");
  }

  @Test
  void linksAreReportedAndNotFollowed() throws IOException, RecordingFailed {
    Files.createSymbolicLink(root.resolve("b/loop"), root);
    Files.createSymbolicLink(root.resolve("link.csv"), root.resolve("a.csv"));
    Recording recording = Recorder.of(root).record("d");
    assertThat(recording.links()).containsExactly("b/loop", "link.csv");
    assertThat(recording.manifest().entries()).hasSize(4);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> Recorder.of(root.resolve("nothing")).record("d"))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("nothing cannot be read: it is not there");
  }

  @Test
  void filesOfSeveralBuffersAreReadWhole() throws IOException, RecordingFailed {
    byte[] bytes = new byte[(256 << 10) * 3 + 17];
    for (int size : new int[] {(256 << 10) - 1, 256 << 10, (256 << 10) + 1, bytes.length}) {
      byte[] part = Arrays.copyOf(bytes, size);
      Files.write(root.resolve("big.bin"), part);
      assertThat(Recorder.of(root).record("d").manifest().entry("big.bin"))
          .contains(Entry.of("big.bin", size, Sha256.of(part)));
    }
  }

  @Test
  void aFileAboveOneShardHasTheSameShardsHoweverItIsRead() throws IOException, RecordingFailed {
    Path sparse = root.resolve("sparse.csv");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(Shards.SIZE + 5);
    }
    Recorder recorder = Recorder.of(sparse);
    Entry parallel = recorder.withoutTables().record("d").manifest().entries().getFirst();
    Entry streamed = recorder.record("d").manifest().entries().getFirst();
    assertThat(parallel.shards()).hasSize(2).last().isEqualTo(Sha256.of(new byte[5]));
    assertThat(streamed.sameContent(parallel)).isTrue();
    assertThat(streamed.table()).containsInstanceOf(Table.Unreadable.class);
    assertThat(FilePrefix.read(sparse, "sparse.csv", Shards.SIZE).shards()).isEmpty();
  }

  @Test
  void tenThousandFilesOfOneFolderAreAllThere() throws IOException, RecordingFailed {
    Path many = Files.createDirectory(root.resolve("many"));
    for (int i = 0; i < 10_000; i++) {
      Files.writeString(many.resolve("f" + i), "content " + i);
    }
    Manifest manifest = Recorder.of(many).record("d").manifest();
    assertThat(manifest.entries()).hasSize(10_000);
    assertThat(manifest.entry("f77"))
        .map(Entry::digest)
        .contains(Sha256.of("content 77".getBytes(UTF_8)));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
