package dev.countersign.provenance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.Recording;
import dev.countersign.provenance.record.RecordingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatCacheTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException, InterruptedException {
    assumeThat(FileStamp.of(folder)).isPresent();
    Files.createDirectory(root());
    Files.writeString(root().resolve("a"), "one");
    Files.writeString(root().resolve("b"), "two");
    // Longer than files have to be settled.
    Thread.sleep(2100);
  }

  @Test
  void onlyWhatChangedIsReadAgain() throws IOException, RecordingFailed {
    Recording first = recordAndSave();
    assertThat(first.reused()).isZero();
    Files.writeString(root().resolve("b"), "TWO");
    Recording second = recordAndSave();
    assertThat(second.reused()).isEqualTo(1);
    assertThat(second.manifest()).isEqualTo(Recorder.of(root()).record("d").manifest());
    assertThat(recordAndSave().reused()).as("b has only just changed").isEqualTo(1);
  }

  @Test
  void ofDataThatOnlyGrowsNothingButTheNewIsRead() throws IOException, RecordingFailed {
    Manifest recorded = recordAndSave().manifest();
    Files.writeString(root().resolve("c"), "three");
    Recorder recorder = Recorder.of(root()).knowing(StatCache.open(cache(), root()));
    DatasetVerification grown = DatasetVerifier.verify(recorded, recorder, root());
    assertThat(grown.reused()).isEqualTo(2);
    assertThat(grown.holdsBut(List.of(Difference.Grade.MORE))).isTrue();
    assertThat(DatasetVerifier.verify(recorded, Recorder.of(root()), root()).reused())
        .as("unless somebody asks for it, everything is read")
        .isZero();
  }

  @Test
  void aCacheThatOthersCouldWriteIsNotRead() throws IOException, RecordingFailed {
    recordAndSave();
    assertThat(Files.getPosixFilePermissions(cache()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rw-rw----"));
    assertThat(recordAndSave().reused()).isZero();
  }

  @Test
  void aCacheOfAnotherFolderOrCutOffIsNotRead() throws IOException, RecordingFailed {
    recordAndSave();
    byte[] bytes = Files.readAllBytes(cache());
    Files.write(cache(), Arrays.copyOf(bytes, bytes.length - 3));
    assertThat(recordAndSave().reused()).isZero();
    Files.move(root(), folder.resolve("elsewhere"));
    StatCache moved = StatCache.open(cache(), folder.resolve("elsewhere"));
    assertThat(Recorder.of(folder.resolve("elsewhere")).knowing(moved).record("d").reused())
        .isZero();
  }

  private Recording recordAndSave() throws RecordingFailed {
    StatCache known = StatCache.open(cache(), root());
    return Recorder.of(root()).knowing(known).record("d");
  }

  private Path root() {
    return folder.resolve("data");
  }

  private Path cache() {
    return folder.resolve("cache/d.stat");
  }
}
