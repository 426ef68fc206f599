package dev.countersign.gateway.proxy;

import dev.countersign.gateway.config.Protocol;
import dev.countersign.gateway.upstream.Upstream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says where a request goes. What it does not know goes nowhere: a path that was forgotten would be
 * a way around the gates.
 */
public final class Router {
  private static final String OIP_MODELS = "/v2/models/";

  private static final Map<String, Operation> OPENAI =
      Map.of(
          "POST /v1/chat/completions", Operation.CHAT,
          "POST /v1/responses", Operation.RESPONSES,
          "POST /v1/embeddings", Operation.EMBEDDINGS,
          "GET /v1/models", Operation.MODELS);

  private static final Map<String, Operation> OIP =
      Map.of(
          "GET /v2/health/live", Operation.LIVE,
          "GET /v2/health/ready", Operation.READY,
          "GET /v2", Operation.METADATA);

  private static final Set<String> METHODS_OF_TOOLS = Set.of("GET", "POST", "DELETE");

  private final List<Upstream> upstreams;

  /** Between these. */
  public Router(List<Upstream> upstreams) {
    // Those that name what they serve come before those that serve the rest.
    this.upstreams =
        upstreams.stream()
            .sorted(Comparator.comparing(one -> one.config().serves().isEmpty()))
            .toList();
  }

  /** All of them. */
  public List<Upstream> upstreams() {
    return upstreams;
  }

  /** Those that are asked by gRPC. */
  public List<Upstream> overGrpc() {
    return upstreams.stream().filter(one -> one.config().grpc().isPresent()).toList();
  }

  /** The one that serves a model by gRPC. */
  public Optional<Upstream> overGrpc(String model) {
    return upstreams.stream()
        .filter(one -> one.config().grpc().isPresent() && one.config().serves(model))
        .findFirst();
  }

  /**
   * Where it goes.
   *
   * @param path without its query, as it was sent
   */
  Optional<Target> route(String method, String path) {
    if (!isPlain(path)) {
      return Optional.empty();
    }
    String asked = method + " " + path;
    Optional<Target> target =
        OPENAI.containsKey(asked)
            ? target(OPENAI.get(asked), Protocol.OPENAI)
            : OIP.containsKey(asked)
                ? target(OIP.get(asked), Protocol.OIP_V2)
                : oipModel(method, path);
    return target.or(() -> tools(method, path)).or(() -> allowed(method, path));
  }

  /**
   * One spelling for each path: no escapes, no empty segments, no dots as segments. A loop, because
   * every request comes by here.
   */
  private static boolean isPlain(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    boolean begins = true;
    for (int i = 1; i < path.length(); i++) {
      char next = path.charAt(i);
      if (!isWord(next) && (begins || (next != '.' && next != '/'))) {
        return false;
      }
      begins = next == '/';
    }
    return !begins;
  }

  private static boolean isWord(char one) {
    return (one >= 'a' && one <= 'z')
        || (one >= 'A' && one <= 'Z')
        || (one >= '0' && one <= '9')
        || "_~:@-".indexOf(one) >= 0;
  }

  private Optional<Target> tools(String method, String path) {
    if (!METHODS_OF_TOOLS.contains(method)) {
      return Optional.empty();
    }
    Operation operation = method.equals("GET") ? Operation.LISTEN : Operation.MCP;
    return upstreams.stream()
        .filter(one -> one.config().mcp().filter(mcp -> mcp.path().equals(path)).isPresent())
        .findFirst()
        .map(one -> new Target(operation, Protocol.MCP, "", List.of(one)));
  }

  private Optional<Target> target(Operation operation, Protocol protocol) {
    List<Upstream> speaking =
        upstreams.stream()
            .filter(one -> one.config().protocol() == protocol && one.config().isOverHttp())
            .toList();
    return speaking.isEmpty()
        ? Optional.empty()
        : Optional.of(new Target(operation, protocol, "", speaking));
  }

  /** {@code /v2/models/NAME[/versions/VERSION][/infer|/ready]}. */
  private Optional<Target> oipModel(String method, String path) {
    if (!path.startsWith(OIP_MODELS)) {
      return Optional.empty();
    }
    String[] parts = path.substring(OIP_MODELS.length()).split("/", 5);
    boolean versioned = parts.length > 2 && parts[1].equals("versions");
    String[] rest = Arrays.copyOfRange(parts, versioned ? 3 : 1, parts.length);
    boolean infer = rest.length == 1 && rest[0].equals("infer");
    boolean known = infer || rest.length == 0 || (rest.length == 1 && rest[0].equals("ready"));
    if (!known || !method.equals(infer ? "POST" : "GET")) {
      return Optional.empty();
    }
    String model = parts[0];
    return upstreams.stream()
        .filter(one -> one.config().protocol() == Protocol.OIP_V2 && one.config().isOverHttp())
        .filter(one -> one.config().serves(model))
        .findFirst()
        .map(one ->
            new Target(
                infer ? Operation.INFER : Operation.METADATA,
                Protocol.OIP_V2,
                model,
                List.of(one)));
  }

  private Optional<Target> allowed(String method, String path) {
    return upstreams.stream()
        .filter(one -> one.config().isOverHttp())
        .filter(one -> one.config().allow().stream().anyMatch(it -> it.admits(method, path)))
        .findFirst()
        .map(one -> new Target(Operation.OTHER, one.config().protocol(), "", List.of(one)));
  }
}
