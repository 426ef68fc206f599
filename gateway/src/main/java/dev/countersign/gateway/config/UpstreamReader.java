package dev.countersign.gateway.config;

import dev.countersign.guard.FailMode;
import dev.countersign.guard.Gate;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is said of one server of models. */
final class UpstreamReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final List<String> FAIL_MODES =
      Stream.of(FailMode.values()).map(FailMode::word).toList();

  private final Values values;
  private final Problems problems;
  private final boolean grpcPort;

  /**
   * Reads with these.
   *
   * @param grpcPort whether clients can speak gRPC at all
   */
  UpstreamReader(Values values, Problems problems, boolean grpcPort) {
    this.values = values;
    this.problems = problems;
    this.grpcPort = grpcPort;
  }

  Optional<UpstreamConfig> read(Entry entry) {
    String name = name(entry.key());
    MapReader map = MapReader.of(entry.value(), "a server of models", problems);
    map.required("protocol", "what it speaks: " + String.join(", ", Protocol.words()));
    Optional<Protocol> protocol = map.word("protocol", Protocol.words()).map(Protocol::of);
    boolean tools = protocol.filter(Protocol.MCP::equals).isPresent();
    Optional<McpConfig> mcp =
        tools ? Optional.of(new McpReader(values, problems).read(name, map)) : Optional.empty();
    Optional<URI> grpc = grpc(map, protocol);
    Optional<URI> url =
        mcp.flatMap(McpConfig::command).isPresent()
            ? Optional.of(URI.create("stdio:" + name))
            : url(map, grpc);
    List<String> serves = tools ? List.of() : map.texts("serves");
    Optional<ModelConfig> model = map.node("model").map(this::model);
    Map<Gate, GateConfig> gates =
        map.node("gates").map(node -> gates(node, tools)).orElse(Map.of());
    Duration timeout = values.time(map, "timeout", Duration.ofSeconds(60));
    Duration gateTime = values.time(map, "gate-time", Duration.ofSeconds(2));
    FailMode fail = map.word("fail", FAIL_MODES).flatMap(FailMode::of).orElse(FailMode.CLOSED);
    List<AllowedPath> allow = tools ? List.of() : allow(map);
    map.done();
    return protocol.flatMap(speaks ->
        url.map(at ->
            new UpstreamConfig(
                name, speaks, at, grpc, serves, model, gates, timeout, gateTime, fail, allow,
                mcp)));
  }

  private String name(Scalar key) {
    if (!NAME.matcher(key.text()).matches()) {
      problems.expected(key, "a name of a-z, 0-9 and -", "Write it as card-fraud.");
    }
    return key.text();
  }

  private Optional<URI> grpc(MapReader map, Optional<Protocol> protocol) {
    Optional<YamlNode> written = map.node("grpc");
    if (written.isPresent() && protocol.filter(Protocol.OIP_V2::equals).isEmpty()) {
      problems.expected(written.get(), "protocol: oip-v2 beside it", "Remove this address.");
    } else if (written.isPresent() && !grpcPort) {
      problems.expected(
          written.get(),
          "a port where clients speak gRPC, too",
          "Say it at the top: listen: { grpc-port: 8081 }.");
    }
    return values.grpc(map, "grpc");
  }

  private ModelConfig model(YamlNode node) {
    MapReader map = MapReader.of(node, "the bytes that are served", problems);
    Optional<Path> path = values.path(map, "path");
    Optional<String> sha256 =
        values.read(
            map,
            "sha256",
            "a SHA-256 of 64 hexadecimal digits in lower case",
            "Take it from sha256sum.",
            text -> Optional.of(text).filter(digest -> SHA256.matcher(digest).matches()));
    Optional<Path> signature = values.path(map, "signature");
    if (signature.isPresent() && path.isEmpty()) {
      problems.missingKey(node.span(), "path", "the file or folder that the signature is of");
    }
    map.done();
    return new ModelConfig(path, sha256, signature);
  }

  /** A server that speaks gRPC need not speak HTTP, too. */
  private Optional<URI> url(MapReader map, Optional<URI> grpc) {
    if (grpc.isPresent() && map.node("url").isEmpty()) {
      return grpc;
    }
    map.required("url", "where it is, for example http://127.0.0.1:8000");
    return values.url(map, "url");
  }

  private Map<Gate, GateConfig> gates(YamlNode node, boolean tools) {
    MapReader map = MapReader.of(node, "gates by name: input, prompt, output, tool", problems);
    Map<Gate, GateConfig> gates = new EnumMap<>(Gate.class);
    for (Gate gate : tools ? List.of(Gate.PROMPT, Gate.TOOL) : List.of(Gate.values())) {
      map.node(key(gate)).ifPresent(value -> gates.put(gate, gate(gate, value, tools)));
    }
    map.done();
    return gates;
  }

  private GateConfig gate(Gate gate, YamlNode node, boolean tools) {
    MapReader map = MapReader.of(node, "a gate: { profile: FILE }", problems);
    String key = gate == Gate.OUTPUT || gate == Gate.TOOL ? "policy" : "profile";
    Optional<Path> profile = values.path(map, key);
    Map<String, String> options = new LinkedHashMap<>();
    for (GateOptions option : GateOptions.of(gate, tools)) {
      option.read(map, problems).ifPresent(value -> options.put(option.key(), value));
    }
    if (gate == Gate.PROMPT) {
      values
          .path(map, GateConfig.CLASSIFIER)
          .ifPresent(file -> options.put(GateConfig.CLASSIFIER, file.toString()));
    }
    if (profile.isEmpty() && !GateOptions.hasStandard(gate)) {
      map.required(key, "the signed file that the gate decides by");
    }
    map.done();
    return new GateConfig(gate, profile, options);
  }

  private List<AllowedPath> allow(MapReader map) {
    List<AllowedPath> allowed = new ArrayList<>();
    for (Scalar one : map.scalars("allow")) {
      Optional<AllowedPath> path = AllowedPath.parse(one.text());
      path.ifPresent(allowed::add);
      if (path.isEmpty()) {
        problems.expected(
            one, "a method and a path", "Write it as GET /v1/files or GET /v1/files/*.");
      }
    }
    return allowed;
  }

  private static String key(Gate gate) {
    return gate.word().substring(0, gate.word().length() - "-gate".length());
  }
}
