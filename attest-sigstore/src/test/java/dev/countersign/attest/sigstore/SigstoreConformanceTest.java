package dev.countersign.attest.sigstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.SigstoreService.Outcome;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The bundles of github.com/sigstore/sigstore-conformance, where somebody has them: {@code
 * -Dcountersign.sigstore-suite=DIR} (its {@code test/assets/bundle-verify}) and {@code
 * -Dcountersign.sigstore-root=FILE} (the trusted root of the public instance). Bundles that hold a
 * bare signature and no statement are not for us: they have to be refused, good or not.
 */
@EnabledIfSystemProperty(named = "countersign.sigstore-suite", matches = ".+")
class SigstoreConformanceTest {
  private static final String SUBJECT =
      "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/"
          + "workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main";
  private static final String ISSUER = "https://token.actions.githubusercontent.com";

  @TestFactory
  Stream<DynamicTest> everyBundleIsJudgedAsTheSuiteSays() throws IOException {
    Path suite = Path.of(System.getProperty("countersign.sigstore-suite"));
    List<Path> folders;
    try (Stream<Path> all = Files.list(suite)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    return folders.stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> judge(folder)));
  }

  private static void judge(Path folder) throws IOException {
    byte[] json = Files.readAllBytes(folder.resolve("bundle.sigstore.json"));
    boolean good =
        !folder.getFileName().toString().endsWith("_fail")
            && new String(json, java.nio.charset.StandardCharsets.UTF_8).contains("dsseEnvelope")
            && !Files.exists(folder.resolve("key.pub"));
    assertThat(verify(folder, json)).as("verifies").isEqualTo(good);
  }

  private static boolean verify(Path folder, byte[] json) throws IOException {
    try {
      Outcome outcome =
          new Sigstore().verify(Bundle.parse(json), Optional.of(root(folder)), Instant.now());
      return outcome instanceof Outcome.Good by
          && by.issuer().equals(text(folder, "issuer", ISSUER))
          && by.subject().equals(text(folder, "identity", SUBJECT));
    } catch (MalformedBundle e) {
      return false;
    }
  }

  private static byte[] root(Path folder) throws IOException {
    Path own = folder.resolve("trusted_root.json");
    return Files.readAllBytes(
        Files.exists(own) ? own : Path.of(System.getProperty("countersign.sigstore-root")));
  }

  private static String text(Path folder, String name, String usual) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file).strip() : usual;
  }
}
