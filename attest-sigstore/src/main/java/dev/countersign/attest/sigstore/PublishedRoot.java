package dev.countersign.attest.sigstore;

import dev.sigstore.tuf.SigstoreTufClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The trusted root as an instance publishes it by TUF, verified from the root in the library. */
final class PublishedRoot {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private PublishedRoot() {}

  static byte[] fetch(boolean staging) throws IOException {
    return Online.within(LIMIT, "get the trusted root of Sigstore", () -> update(staging));
  }

  /** What TUF remembers against being shown something older lies where the library keeps it. */
  private static byte[] update(boolean staging) throws Exception {
    Path store = store(staging);
    client(staging).tufCacheLocation(store).build().forceUpdate();
    return Files.readAllBytes(store.resolve("targets").resolve("trusted_root.json"));
  }

  static SigstoreTufClient.Builder client(boolean staging) {
    SigstoreTufClient.Builder builder = SigstoreTufClient.builder();
    return staging ? builder.useStagingInstance() : builder.usePublicGoodInstance();
  }

  private static Path store(boolean staging) {
    Path home = Path.of(System.getProperty("user.home"), ".sigstore-java");
    return (staging ? home.resolve("staging") : home).resolve("root");
  }
}
