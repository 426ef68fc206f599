package dev.countersign.cli.gateway;

import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.trust.GivenTrust;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.demo.DemoUpstream;
import dev.countersign.gateway.gates.StandardGates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway that was started from the command line. */
public final class Serving implements AutoCloseable {
  private final Gateway gateway;
  private final Optional<DemoUpstream> demo;

  private Serving(Gateway gateway, Optional<DemoUpstream> demo) {
    this.gateway = gateway;
    this.demo = demo;
  }

  /**
   * Starts the gateway.
   *
   * @throws Refused if the configuration is wrong, or a port is taken
   */
  public static Serving of(@Nullable Path config, Console console) {
    if (config == null) {
      throw new Refused("no configuration. Name one: --config FILE.");
    }
    return start(config, Optional.empty(), console);
  }

  /**
   * Starts a server to try the gateway on, and the gateway.
   *
   * @param config of the gateway; without one it stands before that server
   * @throws Refused if the configuration is wrong, or a port is taken
   */
  public static Serving demo(@Nullable Path config, int port, Console console) {
    DemoUpstream demo;
    try {
      demo = DemoUpstream.start(port);
    } catch (IllegalStateException taken) {
      throw new Refused("the demo's " + taken.getMessage() + ". Choose another one: --demo-port.");
    }
    try {
      Path file = config == null ? demoConfig(demo.port(), demo.grpcPort()) : config;
      return start(file, Optional.of(demo), console);
    } catch (Refused refused) {
      demo.close();
      throw refused;
    }
  }

  private static Serving start(Path config, Optional<DemoUpstream> demo, Console console) {
    try {
      Gateway gateway =
          Gateway.start(
              config,
              Serving::trust,
              new StandardGates(),
              note -> note.lines().map(Safe::line).forEach(line -> console.complain(line + "\n")));
      console.print(
          "The gateway listens on port %d%s, for operators on port %d.\n"
              .formatted(gateway.port(), grpc(gateway), gateway.adminPort()));
      return new Serving(gateway, demo);
    } catch (Unusable wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    }
  }

  private static String grpc(Gateway gateway) {
    return gateway.grpcPort().isPresent()
        ? ", for gRPC on port " + gateway.grpcPort().getAsInt()
        : "";
  }

  private static Path demoConfig(int port, int grpcPort) {
    try {
      Path file = Files.createTempDirectory("countersign-demo").resolve("gateway.yaml");
      Files.writeString(
          file,
          """
          countersign-gateway: 1
          system: demo
          listen: { grpc-port: 8081 }
          upstreams:
            demo:
              protocol: oip-v2
              url: http://127.0.0.1:%1$d
              grpc: grpc://127.0.0.1:%2$d
            echo:
              protocol: openai
              url: http://127.0.0.1:%1$d
          """
              .formatted(port, grpcPort));
      return file;
    } catch (IOException failed) {
      throw new Refused(
          "the demo's configuration cannot be written (" + Failure.why(failed) + ").");
    }
  }

  private static TrustPolicy trust(Path file) throws Unusable {
    try {
      return file.toString().endsWith(".pem") ? GivenTrust.key(file) : GivenTrust.file(file);
    } catch (Refused refused) {
      throw new Unusable(String.valueOf(refused.getMessage()));
    }
  }

  /** Where clients connect. */
  public int port() {
    return gateway.port();
  }

  /** Waits for SIGTERM, SIGINT or an interrupt. */
  public void untilToldToStop() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "countersign-drain"));
    gateway.join();
  }

  @Override
  public void close() {
    gateway.close();
    demo.ifPresent(DemoUpstream::close);
  }
}
