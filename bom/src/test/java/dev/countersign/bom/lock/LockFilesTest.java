package dev.countersign.bom.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format of lock files gives package URLs, digests and needs. */
class LockFilesTest {
  private static final String A = "a".repeat(64);

  @TempDir Path folder;

  @BeforeEach
  void aRepository() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
  }

  @Test
  void requirements() {
    write(
        "requirements.txt",
        """
        # comment
        Torch[extra]==2.3.0 ; python_version > "3.8" \\
            --hash=sha256:%s
        numpy>=1.20
        requests == 2.31.0
        """
            .formatted(A));
    assertThat(purls()).containsExactly("pkg:pypi/requests@2.31.0", "pkg:pypi/torch@2.3.0");
    assertThat(library("pkg:pypi/torch@2.3.0").digest()).contains(new Library.Digest("SHA-256", A));
  }

  @Test
  void uvWithoutTheProjectItself() {
    write(
        "uv.lock",
        """
        version = 1
        [[package]]
        name = "mine"
        version = "0.1.0"
        source = { virtual = "." }
        [[package]]
        name = "torch"
        version = "2.3.0"
        source = { registry = "https://pypi.org/simple" }
        dependencies = [{ name = "numpy" }]
        sdist = { url = "x", hash = "sha256:%s" }
        [[package]]
        name = "numpy"
        version = "1.26.0"
        """
            .formatted(A));
    assertThat(purls()).containsExactly("pkg:pypi/numpy@1.26.0", "pkg:pypi/torch@2.3.0");
    assertThat(library("pkg:pypi/torch@2.3.0").needs()).containsExactly("pkg:pypi/numpy@1.26.0");
  }

  @Test
  void poetry() {
    write(
        "poetry.lock",
        """
        [[package]]
        name = "torch"
        version = "2.3.0"
        files = [{ file = "a.whl", hash = "sha256:%s" }, { file = "b.whl", hash = "sha256:%s" }]
        [package.dependencies]
        numpy = ">=1"
        [[package]]
        name = "numpy"
        version = "1.26.0"
        files = []
        """
            .formatted(A, "b".repeat(64)));
    Library torch = library("pkg:pypi/torch@2.3.0");
    assertThat(torch.needs()).containsExactly("pkg:pypi/numpy@1.26.0");
    assertThat(torch.digest()).as("nobody knows which of two archives is used").isEmpty();
  }

  @Test
  void pipenvOnlyWhatShips() {
    write(
        "Pipfile.lock",
        """
        {"default":{"flask":{"version":"==3.0.0","hashes":["sha256:%s"]}},
         "develop":{"pytest":{"version":"==8.0.0"}}}
        """
            .formatted(A));
    assertThat(purls()).containsExactly("pkg:pypi/flask@3.0.0");
  }

  @Test
  void npmResolvesLikeNode() {
    write(
        "package-lock.json",
        """
        {"lockfileVersion":3,"packages":{
         "":{"name":"mine","version":"1.0.0"},
         "node_modules/a":{"version":"1.0.0","license":"MIT","dependencies":{"b":"^1"}},
         "node_modules/b":{"version":"2.0.0"},
         "node_modules/a/node_modules/b":{"version":"1.5.0"},
         "node_modules/@x/y":{"version":"3.0.0"},
         "node_modules/t":{"version":"1.0.0","dev":true}}}
        """);
    assertThat(purls())
        .containsExactly(
            "pkg:npm/%40x/y@3.0.0", "pkg:npm/a@1.0.0", "pkg:npm/b@1.5.0", "pkg:npm/b@2.0.0");
    assertThat(library("pkg:npm/a@1.0.0").needs()).containsExactly("pkg:npm/b@1.5.0");
    assertThat(library("pkg:npm/a@1.0.0").licence()).contains("MIT");
  }

  @Test
  void yarnOfBothForms() {
    write(
        "yarn.lock",
        """
        # yarn lockfile v1

        "@babel/core@^7.0.0", "@babel/core@^7.1.0":
          version "7.24.0"
          resolved "https://registry.yarnpkg.com/x"
          dependencies:
            left-pad "^1.0.0"

        left-pad@^1.0.0:
          version "1.3.0"
        """);
    assertThat(purls()).containsExactly("pkg:npm/%40babel/core@7.24.0", "pkg:npm/left-pad@1.3.0");
    write(
        "yarn.lock",
        """
        __metadata:
          version: 8

        "left-pad@npm:^1.0.0":
          version: 1.3.0
          resolution: "left-pad@npm:1.3.0"

        "mine@workspace:.":
          version: 0.0.0-use.local
          resolution: "mine@workspace:."
        """);
    assertThat(purls()).containsExactly("pkg:npm/left-pad@1.3.0");
  }

  @Test
  void pnpm() {
    write(
        "pnpm-lock.yaml",
        """
        lockfileVersion: '9.0'
        packages:
          '@x/y@1.0.0':
            resolution: {integrity: sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==}
          b@2.0.0:
            resolution: {integrity: bad}
        snapshots:
          '@x/y@1.0.0':
            dependencies:
              b: 2.0.0
        """);
    Library library = library("pkg:npm/%40x/y@1.0.0");
    assertThat(library.needs()).containsExactly("pkg:npm/b@2.0.0");
    assertThat(library.digest().orElseThrow().algorithm()).isEqualTo("SHA-512");
  }

  @Test
  void cargoGoGradleMavenAndNuget() {
    write(
        "Cargo.lock",
        """
        [[package]]
        name = "mine"
        version = "0.1.0"
        [[package]]
        name = "serde"
        version = "1.0.0"
        source = "registry+https://github.com/rust-lang/crates.io-index"
        checksum = "%s"
        """
            .formatted(A));
    write(
        "go.mod",
        """
        module example.com/mine
        go 1.22
        require (
          github.com/pkg/errors v0.9.1
          golang.org/x/net v0.20.0 // indirect
        )
        exclude github.com/bad/one v1.0.0
        """);
    write("go.sum", "github.com/old/one v1.0.0 h1:abc=\n");
    write(
        "gradle.lockfile",
        "org.x:a:1.0=runtimeClasspath\norg.x:t:2.0=testRuntimeClasspath\nempty=\n");
    write(
        "pom.xml",
        """
        <project><version>1</version><properties><v>3.0</v></properties><dependencies>
         <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version></dependency>
         <dependency><groupId>g</groupId><artifactId>t</artifactId><version>1</version><scope>test</scope></dependency>
        </dependencies></project>
        """);
    write(
        "packages.lock.json",
        """
        {"version":1,"dependencies":{"net8.0":{
         "Newtonsoft.Json":{"type":"Direct","resolved":"13.0.3","dependencies":{}},
         "own":{"type":"Project"}}}}
        """);
    assertThat(purls())
        .containsExactly(
            "pkg:cargo/serde@1.0.0",
            "pkg:golang/github.com/pkg/errors@v0.9.1",
            "pkg:golang/golang.org/x/net@v0.20.0",
            "pkg:maven/g/a@3.0",
            "pkg:maven/org.x/a@1.0",
            "pkg:nuget/Newtonsoft.Json@13.0.3");
  }

  @Test
  void whatIsBrokenIsNamedAndTheRestIsRead() {
    write("uv.lock", "[[[");
    write("package-lock.json", "[".repeat(100_000));
    write(
        "pom.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><project>&e;</project>");
    write("pnpm-lock.yaml", "a: &a [*a]");
    write("requirements.txt", "numpy==1.0\n");
    LockFiles found = LockFiles.of(folder);
    assertThat(found.libraries()).extracting(Library::purl).containsExactly("pkg:pypi/numpy@1.0");
    assertThat(found.notes())
        .contains(
            "package-lock.json was passed over: it is no JSON.",
            "uv.lock was passed over: it is no TOML.");
  }

  @Test
  void theNearestFolderAboveCountsWhereThereIsNoneBelow() throws IOException {
    write("requirements.txt", "numpy==1.0\n");
    Path below = Files.createDirectories(folder.resolve("services/fraud"));
    assertThat(LockFiles.of(below).libraries()).hasSize(1);
    Files.writeString(below.resolve("requirements.txt"), "torch==2.0\nflask==3.0\n");
    assertThat(LockFiles.of(below).libraries()).hasSize(2);
  }

  private Library library(String purl) {
    return LockFiles.of(folder).libraries().stream()
        .filter(library -> library.purl().equals(purl))
        .findFirst()
        .orElseThrow();
  }

  private List<String> purls() {
    return LockFiles.of(folder).libraries().stream().map(Library::purl).toList();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
