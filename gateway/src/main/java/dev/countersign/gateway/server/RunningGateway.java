package dev.countersign.gateway.server;

import dev.countersign.attest.SigningFailed;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.config.GatewayConfig;
import dev.countersign.gateway.config.HeartbeatConfig;
import dev.countersign.gateway.config.Listen;
import dev.countersign.gateway.config.LogConfig;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.grpc.GrpcPort;
import dev.countersign.gateway.log.InferenceLog;
import dev.countersign.gateway.mcp.McpFlow;
import dev.countersign.gateway.metrics.Metrics;
import dev.countersign.gateway.proxy.Budget;
import dev.countersign.gateway.proxy.ClientNames;
import dev.countersign.gateway.proxy.ProxyHandler;
import dev.countersign.gateway.proxy.Router;
import dev.countersign.gateway.proxy.Shared;
import dev.countersign.gateway.telemetry.OtlpTelemetry;
import dev.countersign.gateway.telemetry.Telemetry;
import dev.countersign.gateway.upstream.Preparation;
import dev.countersign.gateway.upstream.Prepared;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The gateway: two ports, the upstreams, and what is done every now and then. */
public final class RunningGateway implements Gateway {
  private static final long LOOK_SECONDS = 2;
  private static final long SWEEP_SECONDS = 30;
  private static final long DRAIN_SECONDS = 5;

  /** The part of the heap that all bodies together may hold. */
  private static final int BODIES = 4;

  private final Path file;
  private final Reading reading;
  private final GateMaker maker;
  private final Consumer<String> notes;
  private final Metrics metrics = new Metrics();
  private final UpstreamClient client = new UpstreamClient();
  private final FileWatch watch = new FileWatch();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("countersign-gateway-timer").factory());
  private final Telemetry telemetry;
  private final InferenceLog log;
  private final McpFlow mcp;
  private final Server clients;
  private final Server admin;
  private final Shared shared;
  private final ClientNames names;
  private @Nullable GrpcPort grpc;
  private volatile Live live;
  private volatile boolean serving = true;

  private RunningGateway(Path file, TrustSource trust, GateMaker maker, Consumer<String> notes)
      throws Unusable {
    this.file = file;
    this.reading = new Reading(trust);
    this.maker = maker;
    this.notes = notes;
    this.live = read();
    GatewayConfig config = live.config();
    this.telemetry = telemetry(config, notes);
    this.log = log(config, telemetry);
    Budget budget = new Budget(config.limits(), Runtime.getRuntime().maxMemory() / BODIES);
    metrics.gauge("countersign_requests_active", "Requests that are worked on.", budget::active);
    this.shared =
        new Shared(config.system(), config.limits(), budget, client, metrics, log, telemetry);
    this.names = new ClientNames(config.log().flatMap(LogConfig::client));
    this.mcp = new McpFlow(client, config.limits(), metrics, notes);
    this.clients =
        Ports.clients(
            config.listen(),
            config.limits(),
            new ProxyHandler(shared, () -> live.router(), names, () -> serving, mcp));
    this.admin =
        Ports.admin(
            config.admin(),
            config.limits(),
            new AdminHandler(
                metrics, () -> live.router().upstreams(), () -> serving, this::reload, mcp::tools));
  }

  /**
   * As {@link Gateway#start}.
   *
   * @throws Unusable if the configuration is wrong or a port is taken
   */
  public static Gateway start(Path file, TrustSource trust, GateMaker maker, Consumer<String> notes)
      throws Unusable {
    RunningGateway gateway = new RunningGateway(file, trust, maker, notes);
    try {
      gateway.start();
      return gateway;
    } catch (Unusable failed) {
      gateway.close();
      throw failed;
    }
  }

  private static Telemetry telemetry(GatewayConfig config, Consumer<String> notes) throws Unusable {
    return config.telemetry().isPresent()
        ? OtlpTelemetry.open(config.telemetry().get(), config.system(), notes)
        : Telemetry.NONE;
  }

  private static InferenceLog log(GatewayConfig config, Telemetry telemetry) throws Unusable {
    try {
      return InferenceLog.open(config.log(), telemetry::log);
    } catch (IOException failed) {
      telemetry.close();
      throw new Unusable("The log or its key cannot be used: " + failed.getMessage());
    }
  }

  private void start() throws Unusable {
    client.start();
    start(clients, "listen");
    start(admin, "admin");
    Listen listen = live.config().listen();
    if (listen.grpcPort().isPresent()) {
      grpc = GrpcPorts.open(listen, shared, () -> live.router(), names, () -> serving);
    }
    gauges();
    watch.changed(live.config());
    Live first = live;
    Thread.ofVirtual()
        .name("countersign-prepare")
        .start(() -> {
          prepare(first);
          first.config().heartbeats().ifPresent(this::beat);
        });
    every(LOOK_SECONDS, this::look);
    every(SWEEP_SECONDS, mcp::sweep);
    live.config()
        .heartbeats()
        .ifPresent(beats -> every(beats.interval().toSeconds(), () -> beat(beats)));
  }

  private void every(long seconds, Runnable task) {
    long period = Math.max(1, seconds);
    var _ = timer.scheduleWithFixedDelay(task, period, period, TimeUnit.SECONDS);
  }

  private static void start(Server server, String what) throws Unusable {
    try {
      server.start();
    } catch (Exception failed) {
      throw new Unusable(
          "The port of %s cannot be used (%s). Choose another one."
              .formatted(what, failed.getMessage()));
    }
  }

  private void gauges() {
    metrics.gauge("countersign_log_dropped", "Events not written.", log::dropped);
    metrics.gauge(
        "countersign_log_not_taken", "Events that the collector did not take.", telemetry::failed);
    metrics.gauge("countersign_log_written", "Events written.", log::written);
    metrics.gauge(
        "countersign_upstreams_ready",
        "Upstreams that are ready.",
        () -> live.router().upstreams().stream().filter(Upstream::isReady).count());
  }

  private Live read() throws Unusable {
    GatewayConfig config = reading.config(file);
    Router router = new Router(config.upstreams().stream().map(Upstream::new).toList());
    return new Live(
        config,
        router,
        new Preparation(
            reading.trust(config), config.threatModel(), maker, Reading.signer(config)));
  }

  /** What stopped the first upstream that is refused. */
  private Optional<String> prepare(Live what) {
    Optional<String> wrong = Optional.empty();
    for (Upstream upstream : what.router().upstreams()) {
      try {
        upstream.prepared(what.preparation().prepare(upstream.config()));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        upstream.prepared(new Prepared.Refused("The gateway was stopped."));
      } catch (RuntimeException bug) {
        upstream.prepared(new Prepared.Refused("The gateway failed to set it up: " + bug));
      }
      if (upstream.prepared() instanceof Prepared.Refused refused) {
        notes.accept("Not served: " + refused.why());
        wrong = wrong.or(() -> Optional.of(refused.why()));
      }
    }
    return wrong;
  }

  private void look() {
    if (watch.changed(live.config())) {
      reload()
          .ifPresentOrElse(
              wrong -> notes.accept("Not reloaded, everything stays as it was:\n" + wrong),
              () -> notes.accept("Reloaded."));
    }
  }

  @Override
  public synchronized Optional<String> reload() {
    Optional<String> wrong = tryReload();
    metrics.count(
        "countersign_reloads_total",
        "Reloads by how they went.",
        "result",
        wrong.isPresent() ? "refused" : "done");
    return wrong;
  }

  private Optional<String> tryReload() {
    try {
      Live next = read();
      Optional<String> fixed = fixed(live.config(), next.config());
      Optional<String> wrong = fixed.or(() -> prepare(next));
      if (wrong.isEmpty()) {
        live = next;
        watch.changed(next.config());
      }
      return wrong;
    } catch (Unusable wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  /** What cannot change while it runs. */
  private static Optional<String> fixed(GatewayConfig now, GatewayConfig next) {
    boolean same =
        now.listen().equals(next.listen())
            && now.admin().equals(next.admin())
            && now.limits().equals(next.limits())
            && now.log().equals(next.log())
            && now.telemetry().equals(next.telemetry())
            && now.heartbeats().equals(next.heartbeats())
            && now.system().equals(next.system());
    return same
        ? Optional.empty()
        : Optional.of(
            "listen, admin, limits, log, telemetry, heartbeats and system cannot change while the"
                + " gateway runs. Start it again.");
  }

  private void beat(HeartbeatConfig beats) {
    for (Upstream upstream : live.router().upstreams()) {
      if (upstream.prepared() instanceof Prepared.Ready ready) {
        ready
            .heartbeats()
            .forEach((gate, heartbeat) -> {
              String name = upstream.config().name() + "." + gate.word() + ".heartbeat.json";
              try {
                Files.createDirectories(beats.folder());
                heartbeat.write(beats.folder().resolve(name));
              } catch (IOException | SigningFailed failed) {
                notes.accept("The heartbeat " + name + " was not written: " + failed.getMessage());
              }
            });
      }
    }
  }

  @Override
  public int port() {
    return ((ServerConnector) clients.getConnectors()[0]).getLocalPort();
  }

  @Override
  public OptionalInt grpcPort() {
    return grpc == null ? OptionalInt.empty() : OptionalInt.of(grpc.port());
  }

  @Override
  public int adminPort() {
    return ((ServerConnector) admin.getConnectors()[0]).getLocalPort();
  }

  @Override
  public boolean isReady() {
    return serving && live.router().upstreams().stream().allMatch(Upstream::isReady);
  }

  @Override
  public void join() throws InterruptedException {
    clients.join();
  }

  @Override
  public void close() {
    serving = false;
    timer.shutdown();
    try {
      timer.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    mcp.drain();
    GrpcPort calls = grpc;
    if (calls != null) {
      calls.drain();
    }
    stop(clients);
    if (calls != null) {
      calls.close();
    }
    stop(admin);
    mcp.close();
    client.close();
    try {
      log.close();
    } catch (IOException failed) {
      notes.accept("The end of the log was not written: " + failed.getMessage());
    }
    telemetry.close();
  }

  private void stop(Server server) {
    try {
      server.stop();
    } catch (Exception failed) {
      notes.accept("Requests were cut off when it stopped: " + failed.getMessage());
    }
  }
}
