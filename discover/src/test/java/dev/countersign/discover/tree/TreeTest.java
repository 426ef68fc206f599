package dev.countersign.discover.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {
  @TempDir Path root;

  @Test
  void installedBuiltAndHiddenFoldersAreLeftOut() throws IOException {
    file("node_modules/a.py");
    file(".venv/b.py");
    file("x/site-packages/c.py");
    file("target/d.py");
    file(".git/e.py");
    file(".vscode/mcp.json");
    file("src/f.py");

    assertThat(paths(Tree.of(root))).containsExactly(".vscode/mcp.json", "src/f.py");
  }

  @Test
  void whatGitIgnoresIsLeftOutUnlessItIsDataOrAModel() throws IOException {
    Files.writeString(
        root.resolve(".gitignore"), "secret.py\nlocal/\n/data\n*.tmp\n*.onnx\n!keep\n[x].py\n");
    file("secret.py");
    file("local/a.py");
    file("data/b.csv");
    file("c.tmp");
    file("d.onnx");
    file("x.py");

    assertThat(paths(Tree.of(root))).containsExactly(".gitignore", "d.onnx", "data/b.csv", "x.py");
  }

  @Test
  void boundsAreTold() throws IOException {
    file("a/b/c/d.py");
    for (int i = 0; i < 20; i++) {
      file("f" + i);
    }

    assertThat(Tree.of(root, 2, 1000).limits()).singleElement().asString().contains("2 levels");
    assertThat(Tree.of(root, 9, 10).limits()).singleElement().asString().contains("10 files");
    assertThat(Tree.of(root).limits()).isEmpty();
  }

  @Test
  void aFolderBehindALinkIsTheFolderThatIsMeant() throws IOException {
    file("real/a.py");
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("real"));

    assertThat(paths(Tree.of(link))).containsExactly("a.py");
  }

  private static List<String> paths(Tree tree) {
    return tree.sources().stream().map(Source::path).toList();
  }

  private void file(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "x");
  }
}
