package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"p256", "p384", "p521", "ed25519"})
  void aNewKeyIsDescribedByBothOfItsFiles(String kind) {
    Run made = Run.of("keys", "new", "--no-passphrase", "--kind", kind, "--out", at("ada"));

    assertThat(made.code()).as(made.err()).isZero();
    String fingerprint = fingerprint(made);
    assertThat(fingerprint(Run.of("keys", "show", at("ada.key.pem")))).isEqualTo(fingerprint);
    assertThat(fingerprint(Run.of("keys", "show", at("ada.pub.pem")))).isEqualTo(fingerprint);
  }

  @Test
  void onlyTheOwnerCanReadThePrivateKey() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Run.of("keys", "new", "--no-passphrase", "--out", at("ada"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("ada.key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void thePassphraseEncryptsTheKeyAndIsNeededToReadIt() {
    Map<String, String> secret = Map.of("COUNTERSIGN_PASSPHRASE", "correct horse");
    Run made = Run.in(secret, false, StandardCharsets.UTF_8, "keys", "new", "--out", at("ada"));

    assertThat(made.out()).contains("ada.key.pem, encrypted, readable by you alone");
    assertThat(file("ada.key.pem")).content().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertThat(Run.of("keys", "show", at("ada.key.pem")).err())
        .contains("is encrypted, and there is no terminal to ask for its passphrase");
    Map<String, String> wrong = Map.of("COUNTERSIGN_PASSPHRASE", "battery staple");
    Run refused = Run.in(wrong, false, StandardCharsets.UTF_8, "keys", "show", at("ada.key.pem"));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("The passphrase is wrong");
  }

  @Test
  void aKeyIsNeverWrittenOver() throws IOException {
    Files.writeString(file("ada.pub.pem"), "mine");

    Run refused = Run.of("keys", "new", "--no-passphrase", "--out", at("ada"));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("ada.pub.pem is there already");
    assertThat(file("ada.key.pem")).doesNotExist();
    assertThat(file("ada.pub.pem")).hasContent("mine");
  }

  @Test
  void aPrivateKeyStaysOutOfGitWorkTreesUnlessSomebodyInsists() throws IOException {
    Files.createDirectory(file(".git"));

    Run refused = Run.of("keys", "new", "--no-passphrase", "--out", at("ada"));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("would lie in a git work tree");
    assertThat(
            Run.of("keys", "new", "--no-passphrase", "--allow-in-repository", "--out", at("ada"))
                .code())
        .isZero();
  }

  @Test
  void aPrivateKeyMayBeWhereGitPassesItOver() throws IOException {
    Files.createDirectory(file(".git"));
    Files.createDirectories(file("keys/own"));
    Files.writeString(file(".gitignore"), "*.key.pem\n!/keys/own/ada.key.pem\n");

    assertThat(made("keys/ada")).isZero();
    assertThat(made("keys/own/ada")).isEqualTo(2);
    Files.writeString(file("keys/.gitignore"), "own/\n");
    assertThat(made("keys/own/ada")).isZero();
  }

  @Test
  void aLinkIntoAWorkTreeIsInTheWorkTree() throws IOException {
    Files.createDirectories(file("repository/.git"));
    Files.createSymbolicLink(file("link"), file("repository"));

    assertThat(made("link/ada")).isEqualTo(2);
  }

  private int made(String name) {
    return Run.of("keys", "new", "--no-passphrase", "--out", at(name)).code();
  }

  @Test
  void whatIsNoKeyIsRefusedInASentence() throws IOException {
    Files.writeString(
        file("note.txt"), "-----BEGIN PRIVATE KEY-----\nno\n-----END PRIVATE KEY-----\n");

    Run refused = Run.of("keys", "show", at("note.txt"));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("note.txt: It is no private key that can be read.");
  }

  private static String fingerprint(Run run) {
    return run.out().lines().filter(line -> line.contains("fingerprint")).findFirst().orElseThrow();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private String at(String name) {
    return file(name).toString();
  }
}
