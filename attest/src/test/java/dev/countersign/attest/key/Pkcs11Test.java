package dev.countersign.attest.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With SoftHSM and OpenSC where they are installed; the reading of URIs everywhere. */
class Pkcs11Test {
  private static final String PIN = "1234-test";
  private static final String ENV = "env:TEST_PIN";
  private static final Path TOOL = Path.of("/usr/bin/pkcs11-tool");

  @TempDir static Path folder;

  @Test
  void readsRfc7512() throws UnusableKey {
    Pkcs11Uri uri =
        Pkcs11Uri.parse(
            "pkcs11:token=The%20token;object=model%3Bkey+1;slot-id=7;type=private"
                + "?module-path=/usr/lib/x.so&pin-source=file:/run/the%20pin");
    assertThat(uri)
        .isEqualTo(
            new Pkcs11Uri(
                Path.of("/usr/lib/x.so"),
                Optional.of(7L),
                Optional.of("The token"),
                "model;key+1",
                Optional.of(Path.of("/run/the pin"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pkcs11:",
        "file:x",
        "pkcs11:object=a",
        "pkcs11:object=?module-path=/x",
        "pkcs11:token=a?module-path=/x",
        "pkcs11:object=a;object=b?module-path=/x",
        "pkcs11:object=a;id=%01?module-path=/x",
        "pkcs11:object=a;type=cert?module-path=/x",
        "pkcs11:object=a;slot-id=x?module-path=/x",
        "pkcs11:object=%zz?module-path=/x",
        "pkcs11:object=a?module-path=/x&pin-value=1234",
        "pkcs11:object=a?module-path=/x&pin-source=file:/%25zz%zz"
      })
  void refusesWhatItDoesNotUnderstand(String text) {
    assertThatThrownBy(() -> Pkcs11Uri.parse(text)).isInstanceOf(UnusableKey.class);
  }

  /** In a process of its own, since the module reads where its tokens are from the environment. */
  @Test
  void signsWithAToken() throws Exception {
    Optional<Path> module = softHsm();
    assumeTrue(
        module.isPresent() && Files.isExecutable(TOOL), "SoftHSM and OpenSC are not installed");
    Path configuration = Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"), "directories.tokendir = " + configuration + "\n");
    Files.writeString(folder.resolve("pin"), PIN + "\n");
    tool(module.get(), "--init-token", "--slot-index", "0", "--label", "release", "--so-pin", ENV);
    tool(module.get(), "--init-pin", "--so-pin", ENV, "--pin", ENV, "--slot-index", "0");
    String said =
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Pkcs11Session.class.getName(),
            module.get().toString(),
            folder.resolve("pin").toString());
    assertThat(said.lines().toList())
        .containsExactly("a wrong PIN fails", "signed and admitted", "another label is not there");
  }

  private static void tool(Path module, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(TOOL.toString(), "--module", module.toString()));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private static String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    builder.environment().put("TEST_PIN", PIN);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** Where distributions put it. */
  private static Optional<Path> softHsm() throws IOException {
    for (String root : List.of("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib")) {
      Optional<Path> found = below(Path.of(root));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> below(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (Stream<Path> two = Files.list(root)) {
      return Stream.concat(Stream.of(root), two)
          .map(path -> path.resolve("softhsm/libsofthsm2.so"))
          .filter(Files::isRegularFile)
          .findFirst();
    }
  }
}
