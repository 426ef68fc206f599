package dev.countersign.provenance.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import dev.countersign.provenance.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {
  private static final String ROWS = "a,b\n1,2\n3,4\n";

  @TempDir private Path folder;
  private Pointing repository = new Pointing(Path.of(""));

  @BeforeEach
  void repository() throws IOException {
    repository = Pointing.at(folder);
  }

  @Test
  void thePointerOfGitLfsIsFollowedToTheObjectAndItsRowsAreCounted() throws Exception {
    repository.lfsPointer("data/x.csv", ROWS);
    repository.lfsObject(ROWS);
    Followed followed = follow();
    assertThat(followed.files()).hasExactlyElementsOfTypes(Found.Behind.class);
    assertThat(Manifest.of("d", followed.entries()).rows()).hasValue(2);
    assertThat(followed.entries().getFirst().digest()).isEqualTo(Sha256.of(ROWS.getBytes(UTF_8)));
  }

  @Test
  void withoutTheObjectThereIsOnlyTheWordOfThePointer() throws Exception {
    repository.lfsPointer("data/x.csv", ROWS);
    assertThat(follow().all(Found.Claimed.class))
        .extracting(Found.Claimed::entry)
        .containsExactly(Entry.of("data/x.csv", ROWS.length(), Sha256.of(ROWS.getBytes(UTF_8))));
  }

  @Test
  void anObjectThatIsNotWhatItsPointerSaysIsSaid() throws Exception {
    repository.lfsPointer("data/x.csv", ROWS);
    Files.writeString(repository.lfsObject(ROWS), "a,b\n6,6\n3,4\n");
    assertThat(follow().all(Found.Behind.class).getFirst().broken())
        .hasValueSatisfying(how -> assertThat(how).contains("SHA-256", "where its pointer says"));
  }

  @Test
  void aTextThatOnlyBeginsAsPointersDoIsData() throws Exception {
    repository.write("data/notes.txt", "version 2 of the notes\n");
    assertThat(follow().files()).hasExactlyElementsOfTypes(Found.Data.class);
  }

  @Test
  void whatDvcCheckedOutIsReadOnceAndComparedByMd5() throws Exception {
    repository.dvcPointer("data/x.csv", ROWS);
    repository.write("data/x.csv", ROWS);
    List<Found> files = follow().files();
    assertThat(files).extracting(Found::name).containsExactly("data/x.csv");
    assertThat(files)
        .hasOnlyElementsOfType(Found.Behind.class)
        .allSatisfy(found -> assertThat(((Found.Behind) found).broken()).isEmpty());
    repository.write("data/x.csv", "a,b\n1,2\n3,5\n");
    assertThat(follow().all(Found.Behind.class).getFirst().broken().orElse("")).contains("MD5");
  }

  @Test
  void whatDvcKeepsInItsCacheIsReadThere() throws Exception {
    repository.dvcPointer("data/x.csv", ROWS);
    repository.dvcCache(ROWS, "");
    Followed followed = follow(Selection.of(List.of("data")));
    assertThat(Manifest.of("d", followed.entries()).rows()).hasValue(2);
    assertThat(followed.entries()).extracting(Entry::name).containsExactly("data/x.csv");
  }

  @Test
  void aLinkIntoTheCacheOfDvcIsTheDataThatItsPointerNames() throws Exception {
    repository.dvcPointer("data/x.csv", ROWS);
    repository.dvcCache(ROWS, "");
    String md5 = Pointing.md5(ROWS);
    Files.createSymbolicLink(
        folder.resolve("data/x.csv"),
        folder.resolve(".dvc/cache/files/md5/" + md5.substring(0, 2) + "/" + md5.substring(2)));
    Followed followed = follow(Selection.of(List.of("data")));
    assertThat(followed.files()).hasExactlyElementsOfTypes(Found.Behind.class);
    assertThat(followed.links()).isEmpty();
  }

  @Test
  void theFolderOfDvcIsFollowedByItsListingInTheCache() throws Exception {
    String listing = listing("one.csv", "ü \"two\".csv");
    repository.dvcFolder("data/raw", listing);
    repository.dvcCache(listing, ".dir");
    repository.dvcCache(ROWS, "");
    Followed followed = follow(Selection.of(List.of("data")));
    assertThat(followed.entries())
        .extracting(Entry::name)
        .containsExactly("data/raw/one.csv", "data/raw/ü \"two\".csv");
  }

  @Test
  void theFolderOfDvcIsRecognisedAsItIsCheckedOut() throws Exception {
    repository.dvcFolder("data/raw", listing("one.csv", "ü \"two\".csv"));
    repository.write("data/raw/one.csv", ROWS);
    repository.write("data/raw/ü \"two\".csv", ROWS);
    assertThat(follow().files())
        .hasOnlyElementsOfType(Found.Behind.class)
        .extracting(Found::name)
        .containsExactly("data/raw/one.csv", "data/raw/ü \"two\".csv");
    repository.write("data/raw/three.csv", ROWS);
    assertThat(follow().all(Found.Absent.class))
        .extracting(Found::name)
        .containsExactly("data/raw");
  }

  @Test
  void pointersThatWereNotAskedForAreFoundWhereAFileIsMissing() throws Exception {
    repository.dvcPointer("data/x.csv", ROWS);
    repository.dvcCache(ROWS, "");
    repository.dvcFolder("raw", listing("one.csv"));
    repository.write(
        "dvc.lock",
        "schema: '2.0'\nstages:\n  split:\n    cmd: split\n    outs:\n    - path: out/z.csv\n"
            + "      md5: 0123456789abcdef0123456789abcdef\n      size: 9\n");
    Recorder recorder = Recorder.of(folder).selecting(Selection.of(List.of("none")));
    Followed followed =
        Following.follow(
            recorder.record("d"),
            recorder,
            folder,
            List.of("data/x.csv", "raw/one.csv", "out/z.csv", "gone.csv"));
    assertThat(followed.files())
        .extracting(Found::name)
        .containsExactly("data/x.csv", "out/z.csv", "raw/one.csv");
    assertThat(followed.files())
        .hasExactlyElementsOfTypes(Found.Behind.class, Found.Absent.class, Found.Absent.class);
    assertThat(((Found.Absent) followed.files().get(1)).claim().bytes())
        .isEqualTo(OptionalLong.of(9));
  }

  @Test
  void aPointerThatLeadsElsewhereIsRefused() throws IOException {
    repository.write("data/x.dvc", "outs:\n- path: ../../etc/passwd\n");
    assertThatThrownBy(this::follow)
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("outside of the repository")
        .hasMessageContaining("Repair it, or leave it out");
    repository.write("data/x.dvc", "outs:\n- path: ../other/y.csv\n");
    Recorder below = Recorder.of(folder.resolve("data"));
    assertThatThrownBy(() -> Following.follow(below.record("d"), below, folder))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("--root DIR");
  }

  private Followed follow() throws RecordingFailed {
    return follow(Selection.ALL);
  }

  private Followed follow(Selection selection) throws RecordingFailed {
    Recorder recorder = Recorder.of(folder).selecting(selection);
    return Following.follow(recorder.record("d"), recorder, folder);
  }

  /** As DVC writes it, of files that all have the same rows. */
  private static String listing(String... names) {
    StringBuilder json = new StringBuilder();
    for (String name : names) {
      String escaped = name.replace("\"", "\\\"").replace("ü", "\\u00fc");
      json.append(json.isEmpty() ? "" : ", ")
          .append("{\"md5\": \"%s\", \"relpath\": \"%s\"}".formatted(Pointing.md5(ROWS), escaped));
    }
    return "[" + json + "]";
  }
}
