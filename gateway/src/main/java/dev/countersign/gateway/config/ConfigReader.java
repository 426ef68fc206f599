package dev.countersign.gateway.config;

import dev.countersign.model.Problem;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code gateway.yaml}: either what it says or everything that is wrong with it. */
public final class ConfigReader {
  private static final String VERSION_KEY = "countersign-gateway";
  private static final String VERSION = "1";
  private static final int MOST_UPSTREAMS = 1000;
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST = 1_000_000;
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final Path file;
  private final Problems problems = new Problems();
  private final Values values;
  private Optional<YamlNode> grpcPort = Optional.empty();

  private ConfigReader(Path file) {
    this.file = file;
    this.values = new Values(file.toAbsolutePath().normalize().resolveSibling(""), problems);
  }

  /**
   * What reading gave.
   *
   * @param config present exactly when {@code problems} is empty
   * @param problems sorted by place
   */
  public record Result(Optional<GatewayConfig> config, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
      if (config.isPresent() != problems.isEmpty()) {
        throw new IllegalArgumentException("either a configuration or problems");
      }
    }
  }

  /** Reads a file. What it names is not looked at yet. */
  public static Result read(Path file) {
    ConfigReader reader = new ConfigReader(file);
    return reader.result(YamlFile.read(file, reader.problems).map(reader::config));
  }

  private Result result(Optional<GatewayConfig> config) {
    return problems.isEmpty()
        ? new Result(config, List.of())
        : new Result(Optional.empty(), problems.sorted());
  }

  private GatewayConfig config(YamlNode root) {
    MapReader map = MapReader.of(root, "the configuration of a gateway", problems);
    map.required(VERSION_KEY, "the version of this file's language, which is " + VERSION)
        .scalar(VERSION_KEY)
        .filter(version -> !version.text().equals(VERSION))
        .ifPresent(version ->
            problems.expected(
                version, VERSION, "Write 1, or update Countersign if the file is newer."));
    GatewayConfig config =
        new GatewayConfig(
            file,
            map.text("system").orElse(""),
            values.path(map, "threat-model"),
            section(map, "listen", "where clients connect", this::listen)
                .orElse(
                    new Listen(new Address("127.0.0.1", 8080), Optional.empty(), Optional.empty())),
            section(map, "admin", "where operators connect", one -> address(one, 9090))
                .orElse(new Address("127.0.0.1", 9090)),
            values.path(map, "trust"),
            section(map, "limits", "how much a client may use", this::limits).orElse(Limits.USUAL),
            section(map, "log", "where requests are written down", one -> log(one, map)),
            telemetry(map),
            section(map, "heartbeats", "where gates say that they run", this::heartbeats)
                .flatMap(one -> one),
            upstreams(map));
    map.done();
    return config;
  }

  private <T> Optional<T> section(
      MapReader map, String key, String what, Function<MapReader, T> reader) {
    return map.node(key)
        .map(node -> {
          MapReader inner = MapReader.of(node, what, problems);
          T value = reader.apply(inner);
          inner.done();
          return value;
        });
  }

  private Listen listen(MapReader map) {
    Address address = address(map, 8080);
    Optional<Integer> port = values.count(map, "grpc-port", HIGHEST_PORT);
    grpcPort = map.node("grpc-port");
    return new Listen(
        address,
        port,
        section(map, "tls", "a key and its certificate", this::tls).flatMap(one -> one));
  }

  private Address address(MapReader map, int port) {
    return new Address(
        map.text("address").orElse("127.0.0.1"), values.count(map, "port", port, HIGHEST_PORT));
  }

  private Optional<Listen.Tls> tls(MapReader map) {
    map.required("key", "the file of the private key, in PEM")
        .required("certificate", "the file of its certificate, in PEM");
    Optional<Path> key = values.path(map, "key");
    Optional<Path> certificate = values.path(map, "certificate");
    Optional<Path> clients = values.path(map, "clients");
    return key.flatMap(k -> certificate.map(c -> new Listen.Tls(k, c, clients)));
  }

  private Limits limits(MapReader map) {
    Limits usual = Limits.USUAL;
    return new Limits(
        values.bytes(map, "body", usual.body()),
        values.bytes(map, "answer", usual.answer()),
        values.bytes(map, "headers", usual.headers()),
        values.count(map, "requests", usual.requests(), MOST),
        values.count(map, "connections", usual.connections(), MOST),
        values.time(map, "header-time", usual.headerTime()),
        values.time(map, "body-time", usual.bodyTime()),
        values.time(map, "idle-time", usual.idleTime()));
  }

  private LogConfig log(MapReader map, MapReader root) {
    Optional<Path> file = values.path(map, "file");
    Optional<Scalar> otlp = map.scalar("otlp");
    boolean sent = values.yes(map, "otlp");
    if (file.isEmpty() && !sent) {
      map.required("file", "where, in JSON lines; or otlp: true");
    }
    if (sent && root.node("telemetry").isEmpty()) {
      otlp.ifPresent(written ->
          problems.expected(
              written,
              "a collector that it goes to",
              "Say where it is with telemetry: { endpoint: http://localhost:4318 }."));
    }
    LogConfig.Content content =
        map.word("content", LogConfig.Content.words())
            .map(LogConfig.Content::of)
            .orElse(LogConfig.Content.NONE);
    boolean features =
        map.word("features", List.of("none", "values")).filter("values"::equals).isPresent();
    long rotate = values.size(map, "rotate").orElse(100L << 20);
    int keep = values.count(map, "keep", 5, 1000);
    Optional<String> client =
        values.read(
            map,
            "client-header",
            "the name of a header",
            "Write it as x-client-id.",
            text -> Optional.of(text).filter(name -> HEADER.matcher(name).matches()));
    return new LogConfig(
        file, sent, content, features, rotate, keep, client, values.path(map, "key"));
  }

  private Optional<TelemetryConfig> telemetry(MapReader root) {
    return section(
            root,
            "telemetry",
            "where OpenTelemetry's records go",
            map -> {
              map.required("endpoint", "the address of a collector that takes OTLP over HTTP");
              Optional<Path> headers = values.path(map, "headers");
              Optional<Path> authorities = values.path(map, "authorities");
              double traces = values.share(map, "traces", 1);
              return values
                  .url(map, "endpoint")
                  .map(at -> new TelemetryConfig(at, headers, authorities, traces));
            })
        .flatMap(one -> one);
  }

  private Optional<HeartbeatConfig> heartbeats(MapReader map) {
    map.required("folder", "where the heartbeats go")
        .required("key", "the gateway's own private key, in PEM");
    Optional<Path> folder = values.path(map, "folder");
    Optional<Path> key = values.path(map, "key");
    Duration interval = values.time(map, "interval", Duration.ofMinutes(5));
    return folder.flatMap(f -> key.map(k -> new HeartbeatConfig(f, k, interval)));
  }

  private List<UpstreamConfig> upstreams(MapReader map) {
    map.required("upstreams", "the servers of models, by name");
    List<Entry> entries =
        map.node("upstreams")
            .map(node -> MapReader.of(node, "servers of models, by name", problems).map().entries())
            .orElse(List.of());
    List<UpstreamConfig> read = new ArrayList<>();
    for (Entry entry : entries.subList(0, Math.min(entries.size(), MOST_UPSTREAMS))) {
      new UpstreamReader(values, problems, grpcPort.isPresent())
          .read(entry)
          .ifPresent(one -> {
            requireAlone(one, entry.key(), read);
            read.add(one);
          });
    }
    if (grpcPort.isPresent() && read.stream().allMatch(one -> one.grpc().isEmpty())) {
      problems.expected(
          grpcPort.get(),
          "an upstream that is asked by gRPC, too",
          "Say where: upstreams: { NAME: { grpc: grpc://host:port } }.");
    }
    return read;
  }

  /** The second of two that serve the same would never be asked. */
  private void requireAlone(UpstreamConfig one, Scalar key, List<UpstreamConfig> before) {
    before.stream()
        .filter(one::overlaps)
        .findFirst()
        .ifPresent(other ->
            problems.expected(
                key,
                "models that %s does not serve".formatted(other.name()),
                "Say which models each of the two serves: serves: [NAME, …]."));
  }
}
