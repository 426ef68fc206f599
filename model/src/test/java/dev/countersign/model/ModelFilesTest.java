package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where threat models are looked for. */
class ModelFilesTest {
  @TempDir Path folder;

  @Test
  void aFileIsItself() {
    Path file = TestFiles.write(folder, "any-name.yaml", "");

    assertThat(ModelFiles.find(file).files()).containsExactly(file);
  }

  @Test
  void whatIsNotThereIsHandedOnSoThatReadingItSaysSo() {
    Path gone = folder.resolve("gone");

    assertThat(ModelFiles.find(gone).files()).containsExactly(gone);
  }

  @Test
  void aFolderGivesEveryThreatModelBelowItSorted() {
    for (String name :
        List.of(
            "z/countersign.yaml",
            "countersign.yaml",
            "a/b/chat.countersign.yaml",
            "a/countersign.yml",
            "a/mycountersign.yaml",
            "a/other.yaml")) {
      TestFiles.write(folder, name, "");
    }

    assertThat(found())
        .containsExactly("a/b/chat.countersign.yaml", "countersign.yaml", "z/countersign.yaml");
    assertThat(ModelFiles.find(folder).limit()).isEmpty();
  }

  @Test
  void hiddenFoldersThoseOfBuildToolsAndLinksAreLeftOut() throws IOException {
    for (String skipped : List.of(".git", ".venv", ".hidden", "node_modules", "target", "build")) {
      TestFiles.write(folder, "in/" + skipped + "/countersign.yaml", "");
    }
    Path elsewhere = TestFiles.write(folder, "real/countersign.yaml", "");
    Files.createSymbolicLink(folder.resolve("in/linked"), elsewhere.getParent());
    Files.createSymbolicLink(folder.resolve("in/countersign.yaml"), elsewhere);

    assertThat(found()).containsExactly("real/countersign.yaml");
  }

  @Test
  void aLinkThatIsNamedIsFollowed() throws IOException {
    Path model = folder.resolve("real/countersign.yaml");
    Files.createDirectories(model.getParent());
    Files.writeString(model, "");
    Path link = Files.createSymbolicLink(folder.resolve("link"), model.getParent());

    assertThat(ModelFiles.find(link).files()).containsExactly(link.resolve("countersign.yaml"));
  }

  @Test
  void aFolderThatIsNamedIsSearchedWhateverItsName() {
    Path hidden = TestFiles.write(folder, ".hidden/countersign.yaml", "").resolveSibling("");

    assertThat(ModelFiles.find(hidden).files()).hasSize(1);
  }

  @Test
  void theSearchSaysWhereItStopped() {
    TestFiles.write(folder, "a/b/c/countersign.yaml", "");
    TestFiles.write(folder, "a/countersign.yaml", "");

    assertThat(ModelFiles.find(folder, 2, 100).files()).hasSize(1);
    assertThat(ModelFiles.find(folder, 2, 100).limit())
        .contains("Folders more than 2 levels deep were not searched.");
    assertThat(ModelFiles.find(folder, 12, 2).limit())
        .contains("The search stopped after 2 files and folders.");
  }

  private List<String> found() {
    return ModelFiles.find(folder).files().stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }
}
