package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.server.TrustSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway loads that nobody asked to speak gRPC. */
class LoadedClassesTest {
  @TempDir Path folder;

  @Test
  void withoutAPortOfGrpcNoClassOfItIsLoaded() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            """
            countersign-gateway: 1
            listen: { port: 0 }
            admin: { port: 0 }
            upstreams:
              scorer: { protocol: oip-v2, url: 'http://127.0.0.1:1' }
            """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Starts.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(log).isZero();
    List<String> loaded = log.lines().filter(line -> line.contains("[class,load]")).toList();
    assertThat(loaded).anyMatch(line -> line.contains(".RunningGateway "));
    assertThat(loaded).noneMatch(line -> line.contains(" io.grpc."));
  }

  /** Starts a gateway and stops it. */
  static final class Starts {
    private Starts() {}

    public static void main(String... args) throws Exception {
      Gateway.start(Path.of(args[0]), TrustSource::key, new FakeGates(), note -> {}).close();
    }
  }
}
