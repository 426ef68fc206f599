package dev.countersign.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.config.McpConfig;
import dev.countersign.gateway.config.UpstreamConfig;
import dev.countersign.gateway.metrics.Metrics;
import dev.countersign.gateway.proxy.Flow;
import dev.countersign.gateway.upstream.Prepared;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamClient;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.guard.tool.ToolGate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The servers of tools behind the gateway: ways to them, and what they were seen to offer. */
final class Servers {
  private static final int MOST_TOKEN = 16 << 10;
  private static final int MOST_TOLD = 1_000;

  private final UpstreamClient client;
  private final Limits limits;
  private final Metrics metrics;
  private final Consumer<String> notes;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** What belongs to one reading of the configuration. */
  private record Known(Upstream upstream, Pins pins, Optional<Launcher> launcher) {}

  Servers(UpstreamClient client, Limits limits, Metrics metrics, Consumer<String> notes) {
    this.client = client;
    this.limits = limits;
    this.metrics = metrics;
    this.notes = notes;
  }

  Limits limits() {
    return limits;
  }

  /** Who may use a session: the client as far as it is known, and the authorization it passes. */
  static String owner(Flow flow, McpConfig config) {
    String name = flow.exchange.client.orElse("");
    return config.passAuthorization() ? name + "\n" + authorization(flow) : name;
  }

  private static String authorization(Flow flow) {
    return Objects.requireNonNullElse(flow.request.getHeaders().get("Authorization"), "");
  }

  /** A way to a server, for a new session. */
  Link link(Flow flow, Upstream upstream) throws UpstreamFailed {
    UpstreamConfig config = upstream.config();
    McpConfig mcp = config.mcp().orElseThrow();
    Optional<Launcher> launcher = known(upstream).launcher();
    if (launcher.isPresent()) {
      ServerProcess process = launcher.get().start(limits.answer());
      return new StdioLink(process, config.timeout()).start();
    }
    HttpServer.Target target =
        new HttpServer.Target(
            config.url(),
            shown(flow, mcp),
            mcp.passAuthorization(),
            config.timeout(),
            mcp.idle(),
            limits.answer());
    return new HttpLink(new HttpServer(client, target));
  }

  /** The client's Authorization is for the gateway: it goes on only where that was asked for. */
  private static HttpServer.Authorization shown(Flow flow, McpConfig mcp) {
    if (mcp.passAuthorization()) {
      Optional<String> own = Optional.of(authorization(flow)).filter(one -> !one.isEmpty());
      return () -> own;
    }
    return mcp.bearer().isPresent() ? () -> token(mcp.bearer().get()) : Optional::empty;
  }

  private static Optional<String> token(Path file) throws UpstreamFailed {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of("Bearer " + new String(in.readNBytes(MOST_TOKEN), UTF_8).strip());
    } catch (IOException unreadable) {
      throw new UpstreamFailed(
          502, "credentials", "The gateway's credentials for the server cannot be read.");
    }
  }

  Pins pins(Upstream upstream) {
    return known(upstream).pins();
  }

  private Known known(Upstream upstream) {
    return known.compute(
        upstream.config().name(),
        (name, before) ->
            before != null && before.upstream() == upstream ? before : knownAnew(upstream, before));
  }

  private Known knownAnew(Upstream upstream, @Nullable Known before) {
    Map<String, String> pinned =
        upstream.prepared() instanceof Prepared.Ready ready
            ? ready.gates().tools().map(one -> one.gate()).map(ToolGate::pins).orElse(Map.of())
            : Map.of();
    boolean same =
        before != null && before.upstream().config().mcp().equals(upstream.config().mcp());
    Optional<Launcher> launcher =
        same && before != null
            ? before.launcher()
            : upstream
                .config()
                .mcp()
                .flatMap(McpConfig::command)
                .map(command -> new Launcher(upstream.config().name(), command, notes));
    return new Known(upstream, new Pins(pinned), launcher);
  }

  /** Tells the operator of a tool that is not offered; once for each definition. */
  void leftOut(Upstream upstream, Definition tool, String why) {
    String name = upstream.config().name();
    metrics.count(
        "countersign_mcp_tools_left_out_total",
        "Tools that were not offered.",
        "upstream",
        name,
        "reason",
        why);
    if (told.size() < MOST_TOLD && told.add(name + " " + tool.digest() + " " + why)) {
      notes.accept(
          "%s: the tool %s is not offered (%s). Its definition has the SHA-256 %s."
              .formatted(name, Shown.of(tool.name()), why, tool.digest()));
    }
  }

  /** What was last seen, by server and tool. */
  ObjectNode tools() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(known)
        .forEach((name, one) -> {
          ObjectNode tools = all.putObject(name);
          one.pins().seen().forEach(tools::put);
        });
    return all;
  }
}
