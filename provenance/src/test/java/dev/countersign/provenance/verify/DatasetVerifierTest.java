package dev.countersign.provenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import dev.countersign.provenance.verify.Difference.Grade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetVerifierTest {
  @TempDir private Path root;
  private Manifest recorded = Manifest.of("d", List.of());

  @BeforeEach
  void record() throws IOException, RecordingFailed {
    Files.writeString(root.resolve("a.csv"), "x\n1\n");
    Files.writeString(root.resolve("b.csv"), "x\n2\n");
    recorded = Recorder.of(root).record("d").manifest();
  }

  @Test
  void unchangedFilesHold() throws RecordingFailed {
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void newFilesAndAppendedRowsAreGrowth() throws IOException, RecordingFailed {
    Files.writeString(root.resolve("c.csv"), "x\n3\n");
    Files.writeString(root.resolve("a.csv"), "2\n", StandardOpenOption.APPEND);
    DatasetVerification grown = verify();
    assertThat(grown.holds()).isFalse();
    assertThat(grown.holdsBut(List.of(Grade.MORE))).isTrue();
    assertThat(grown.told())
        .hasExactlyElementsOfTypes(Difference.Appended.class, Difference.Added.class);
  }

  @Test
  void aLongerFileWithAnotherBeginningIsAChange() throws IOException, RecordingFailed {
    Files.writeString(root.resolve("a.csv"), "x\n9\n2\n");
    assertThat(changed()).hasExactlyElementsOfTypes(Difference.Changed.class);
  }

  @Test
  void aShorterFileIsAChange() throws IOException, RecordingFailed {
    Files.writeString(root.resolve("a.csv"), "x\n");
    assertThat(changed()).hasExactlyElementsOfTypes(Difference.Changed.class);
  }

  @Test
  void swappedNamesAreTwoChanges() throws IOException, RecordingFailed {
    Files.move(root.resolve("a.csv"), root.resolve("t"));
    Files.move(root.resolve("b.csv"), root.resolve("a.csv"));
    Files.move(root.resolve("t"), root.resolve("b.csv"));
    assertThat(changed()).hasOnlyElementsOfType(Difference.Changed.class).hasSize(2);
  }

  @Test
  void aMovedFileIsGoneAndNew() throws IOException, RecordingFailed {
    Files.move(root.resolve("a.csv"), root.resolve("z.csv"));
    assertThat(changed())
        .hasExactlyElementsOfTypes(Difference.Removed.class, Difference.Added.class);
  }

  @Test
  void aLinkInPlaceOfAFileIsNotTheFile() throws IOException, RecordingFailed {
    Path away =
        Files.move(root.resolve("a.csv"), root.resolveSibling("away-" + root.getFileName()));
    Files.createSymbolicLink(root.resolve("a.csv"), away);
    assertThat(changed()).hasExactlyElementsOfTypes(Difference.Removed.class);
    Files.delete(away);
  }

  private DatasetVerification verify() throws RecordingFailed {
    return DatasetVerifier.verify(recorded, Recorder.of(root), root);
  }

  private List<Difference> changed() throws RecordingFailed {
    DatasetVerification verification = verify();
    assertThat(verification.count(Grade.CHANGED)).isPositive();
    return verification.told();
  }
}
