package dev.countersign.provenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.follow.Following;
import dev.countersign.provenance.follow.Pointing;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import dev.countersign.provenance.record.Selection;
import dev.countersign.provenance.verify.Difference.Grade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data was recorded, and by now a pointer stands where it was; or the other way round. */
class PointerVerificationTest {
  private static final String ROWS = "a,b\n1,2\n3,4\n";
  private static final String OTHER = "a,b\n6,6\n3,4\n";

  @TempDir private Path folder;
  private Pointing repository = new Pointing(Path.of(""));
  private Manifest recorded = Manifest.of("d", List.of());

  @BeforeEach
  void record() throws IOException, RecordingFailed {
    repository = Pointing.at(folder);
    repository.write("data/x.csv", ROWS);
    recorded = Recorder.of(folder).record("d").manifest();
  }

  @Test
  void aPointerOfGitLfsIsFollowedToTheBytes() throws IOException, RecordingFailed {
    repository.lfsPointer("data/x.csv", ROWS);
    repository.lfsObject(ROWS);
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void aPointerOfGitLfsAloneIsNoPassButAgrees() throws IOException, RecordingFailed {
    repository.lfsPointer("data/x.csv", ROWS);
    DatasetVerification verification = verify();
    assertThat(verification.told()).hasExactlyElementsOfTypes(Difference.Claimed.class);
    assertThat(verification.holds()).isFalse();
    assertThat(verification.holdsBut(List.of(Grade.MORE))).isFalse();
    assertThat(verification.holdsBut(List.of(Grade.CLAIMED))).isTrue();
  }

  @Test
  void aPointerOfGitLfsToOtherDataIsAChange() throws IOException, RecordingFailed {
    repository.lfsPointer("data/x.csv", OTHER);
    assertThat(verify().told())
        .hasExactlyElementsOfTypes(Difference.Repointed.class)
        .allMatch(
            told -> ((Difference.Repointed) told).how().contains("its pointer names sha256:"));
    repository.lfsPointer("data/x.csv", ROWS + "5,6\n");
    assertThat(verify().told())
        .allMatch(told -> ((Difference.Repointed) told).how().contains("its pointer names 16"));
  }

  @Test
  void aForgedObjectIsAChange() throws IOException, RecordingFailed {
    repository.lfsPointer("data/x.csv", ROWS);
    Files.writeString(repository.lfsObject(ROWS), OTHER);
    assertThat(verify().told()).hasExactlyElementsOfTypes(Difference.Changed.class);
  }

  @Test
  void anMd5AloneCannotBeCompared() throws IOException, RecordingFailed {
    toDvc(ROWS);
    DatasetVerification verification = verify();
    assertThat(verification.told()).hasExactlyElementsOfTypes(Difference.Unknown.class);
    assertThat(verification.holdsBut(List.of(Grade.CLAIMED, Grade.MORE))).isFalse();
  }

  @Test
  void aPointerOfDvcToDataOfAnotherSizeIsAChange() throws IOException, RecordingFailed {
    toDvc(ROWS + "5,6\n");
    assertThat(verify().told()).hasExactlyElementsOfTypes(Difference.Repointed.class);
  }

  @Test
  void whatIsInTheCacheOfDvcIsHashed() throws IOException, RecordingFailed {
    toDvc(ROWS);
    repository.dvcCache(ROWS, "");
    assertThat(verify("data").holds()).isTrue();
    toDvc(OTHER);
    repository.dvcCache(OTHER, "");
    assertThat(verify("data").told()).hasExactlyElementsOfTypes(Difference.Changed.class);
  }

  @Test
  void thePointerIsFoundThoughOnlyTheDataWasAskedFor() throws IOException, RecordingFailed {
    toDvc(ROWS);
    assertThat(verify("data/x.csv").told()).hasExactlyElementsOfTypes(Difference.Unknown.class);
    repository.dvcCache(ROWS, "");
    assertThat(verify("data/x.csv").holds()).isTrue();
  }

  @Test
  void theRightBytesUnderAPointerToOthersAreAContradiction() throws IOException, RecordingFailed {
    repository.dvcPointer("data/x.csv", OTHER);
    assertThat(verify("data").told())
        .hasExactlyElementsOfTypes(Difference.Repointed.class)
        .allMatch(told -> ((Difference.Repointed) told).how().contains("where its pointer says"));
  }

  @Test
  void dataThatWasRecordedByItsPointerVerifiesOnceItIsThere() throws IOException, RecordingFailed {
    repository.lfsPointer("data/x.csv", ROWS);
    Recorder recorder = Recorder.of(folder);
    recorded = Manifest.of("d", Following.follow(recorder.record("d"), recorder, folder).entries());
    repository.write("data/x.csv", ROWS);
    assertThat(verify().holds()).isTrue();
    repository.write("data/x.csv", OTHER);
    assertThat(verify().told()).hasExactlyElementsOfTypes(Difference.Changed.class);
  }

  private void toDvc(String data) throws IOException {
    Files.deleteIfExists(folder.resolve("data/x.csv"));
    repository.dvcPointer("data/x.csv", data);
  }

  private DatasetVerification verify(String... selected) throws RecordingFailed {
    Recorder recorder = Recorder.of(folder).selecting(Selection.of(List.of(selected)));
    return DatasetVerifier.verify(recorded, recorder, folder);
  }
}
