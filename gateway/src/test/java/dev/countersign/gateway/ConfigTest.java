package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.gateway.config.ConfigReader;
import dev.countersign.gateway.config.GatewayConfig;
import dev.countersign.gateway.config.LogConfig;
import dev.countersign.gateway.config.McpConfig;
import dev.countersign.gateway.config.Protocol;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.Gate;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What gateway.yaml may say, and what is told to whoever says it wrong. */
class ConfigTest {
  private static final Path SCHEMA = Path.of("../docs/schema/gateway-1.schema.json");
  private static final String ALL =
      """
      countersign-gateway: 1
      system: card-fraud
      threat-model: countersign.yaml
      listen:
        address: 0.0.0.0
        port: 8443
        grpc-port: 9443
        tls: { key: key.pem, certificate: crt.pem, clients: ca.pem }
      admin: { port: 9000 }
      trust: trust.pem
      limits: { body: 1 MiB, header-time: 500 ms, requests: 10 }
      telemetry: { endpoint: "https://collector:4318", headers: headers, authorities: ca.pem, traces: 0.1 }
      log: { file: log.jsonl, otlp: true, content: hash, features: values, rotate: 1 GiB, keep: 2, client-header: x-client, key: log.key }
      heartbeats: { folder: beats, key: beat.pem, interval: 1 min }
      upstreams:
        scorer:
          protocol: oip-v2
          url: http://127.0.0.1:8000/base
          grpc: grpcs://127.0.0.1:8001
          serves: [a, b]
          model: { path: model.onnx, sha256: 0000000000000000000000000000000000000000000000000000000000000000 }
          gates:
            input: { profile: input.json, action: flag }
            output: { policy: output.json, destination: text }
          timeout: 5 s
          gate-time: 50 ms
          fail: open
          allow: [GET /v2/repository/*]
        files:
          protocol: mcp
          gates: { tool: { policy: tools.json, ask: elicit }, prompt: {} }
          mcp:
            path: /tools/files
            command: [npx, -y, server]
            environment: { HOME: /nowhere, PORT: 1 }
            folder: work
            elsewhere: customer
            hosts: [CN=agent]
            server-may: [roots, elicitation]
            origins: [https://app.example]
            sessions: 7
            idle: 10 min
            ask-time: 1 min
            pass-authorization: yes
        bank:
          protocol: mcp
          url: https://bank.example/mcp
          mcp: { bearer: token }
      """;

  @TempDir Path folder;

  private ConfigReader.Result read(String text) throws Exception {
    return ConfigReader.read(Files.writeString(folder.resolve("gateway.yaml"), text));
  }

  @Test
  void everythingThatCanBeSaidIsRead() throws Exception {
    GatewayConfig config = read(ALL).config().orElseThrow();
    assertThat(config.listen().tls()).isPresent();
    assertThat(config.listen().grpcPort()).hasValue(9443);
    assertThat(config.limits().body()).isEqualTo(1 << 20);
    assertThat(config.limits().headerTime()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.log().orElseThrow().content()).isEqualTo(LogConfig.Content.HASH);
    assertThat(config.log().orElseThrow().features()).isTrue();
    var upstream = config.upstreams().getFirst();
    assertThat(upstream.protocol()).isEqualTo(Protocol.OIP_V2);
    assertThat(upstream.grpc()).hasValue(URI.create("grpcs://127.0.0.1:8001"));
    assertThat(upstream.fail()).isEqualTo(FailMode.OPEN);
    assertThat(upstream.gates().keySet()).containsExactlyInAnyOrder(Gate.INPUT, Gate.OUTPUT);
    assertThat(upstream.allow().getFirst().admits("GET", "/v2/repository/index")).isTrue();
    assertThat(upstream.model().orElseThrow().path()).hasValue(folder.resolve("model.onnx"));
  }

  @Test
  void everythingThatCanBeSaidOfToolsIsRead() throws Exception {
    var upstreams = read(ALL).config().orElseThrow().upstreams();
    McpConfig files = upstreams.get(1).mcp().orElseThrow();
    assertThat(files.command().orElseThrow())
        .isEqualTo(
            new McpConfig.Command(
                List.of("npx", "-y", "server"),
                Map.of("HOME", "/nowhere", "PORT", "1"),
                folder.resolve("work")));
    assertThat(files.path()).isEqualTo("/tools/files");
    assertThat(files.elsewhere()).isEqualTo(Trust.CUSTOMER);
    assertThat(files.serverMay()).containsExactly("roots", "elicitation");
    assertThat(files.passAuthorization()).isTrue();
    McpConfig bank = upstreams.get(2).mcp().orElseThrow();
    assertThat(bank.path()).isEqualTo("/mcp/bank");
    assertThat(bank.elsewhere()).isEqualTo(Trust.PUBLIC);
    assertThat(bank.serverMay()).isEmpty();
    assertThat(bank.bearer()).hasValue(folder.resolve("token"));
  }

  @Test
  void theSchemaTakesWhatTheReaderTakes() throws Exception {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    assertThat(schema.validate(json(ALL), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(json(ALL.replace("oip-v2", "oip-v3")), InputFormat.JSON))
        .isNotEmpty();
  }

  private static String json(String yaml) {
    return json(YamlFile.parse("gateway.yaml", yaml, new Problems()).orElseThrow()).toString();
  }

  private static JsonNode json(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar when scalar.text().matches("[0-9]{1,9}") ->
          JsonNodeFactory.instance.numberNode(Integer.parseInt(scalar.text()));
      case YamlNode.Scalar scalar when scalar.text().matches("[01]\\.[0-9]") ->
          JsonNodeFactory.instance.numberNode(Double.parseDouble(scalar.text()));
      case YamlNode.Scalar scalar when scalar.text().equals("true") ->
          JsonNodeFactory.instance.booleanNode(true);
      case YamlNode.Scalar scalar -> JsonNodeFactory.instance.stringNode(scalar.text());
      case YamlNode.Sequence list -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case YamlNode.Mapping map -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
        yield object;
      }
    };
  }

  @Test
  void twoServersOfTheSameModelAreOneTooMany() throws Exception {
    String two = "  %s: { protocol: openai, url: \"http://127.0.0.1:1\"%s }\n";
    String start = "countersign-gateway: 1\nupstreams:\n";
    assertThat(read(start + two.formatted("a", "") + two.formatted("b", ", serves: x")).problems())
        .isEmpty();
    for (String serves : List.of("", ", serves: [x, y]")) {
      assertThat(read(start + two.formatted("a", serves) + two.formatted("b", serves)).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(4));
    }
  }

  @Test
  void aLogGoesSomewhere() throws Exception {
    String log = "log: { content: none }";
    assertThat(read(ALL.replaceAll("log: \\{.*}", log)).problems())
        .anySatisfy(
            problem -> assertThat(problem.expected().orElseThrow()).contains("or otlp: true"));
  }

  @ParameterizedTest
  @CsvSource({
    "protocol: oip-v2, protocol: oip-v3, unknown-word, Did you mean 'oip-v2'?",
    "gate-time, gate-tine, unknown-key, Did you mean 'gate-time'?",
    "port: 8443, port: 84430, bad-value, Write the number.",
    "body: 1 MiB, body: 1 MB, bad-value, Write it as 8 MiB.",
    "timeout: 5 s, timeout: soon, bad-value, 'Write it as 500 ms, 30 s or 5 min.'",
    "url: http://127.0.0.1:8000/base, url: file:///etc, bad-value, Write it as http://host:port.",
    "grpc: grpcs://127.0.0.1:8001, grpc: http://127.0.0.1, bad-value, 'Write it as grpc://host:port, or grpcs://host:port for TLS.'",
    "grpc: grpcs://127.0.0.1:8001, grpc: grpc://127.0.0.1, bad-value, 'Write it as grpc://host:port, or grpcs://host:port for TLS.'",
    "grpc: grpcs://127.0.0.1:8001, # none, bad-value, 'Say where: upstreams: { NAME: { grpc: grpc://host:port } }.'",
    "grpc-port: 9443, # none, bad-value, 'Say it at the top: listen: { grpc-port: 8081 }.'",
    "protocol: oip-v2, protocol: openai, bad-value, Remove this address.",
    "profile: input.json, profil: input.json, unknown-key, Did you mean 'profile'?",
    "traces: 0.1, traces: 1.5, bad-value, Write a tenth as 0.1.",
    "features: values, features: value, unknown-word, Did you mean 'values'?",
    "otlp: true, otlp: yes, bad-value, Write true.",
    "telemetry:, telemetri:, bad-value, 'Say where it is with telemetry: { endpoint: http://localhost:4318 }.'",
    "server-may: [roots, server-may: [rots, unknown-word, Did you mean 'roots'?",
    "path: /tools/files, path: /tools/../files, bad-value, Write it as /mcp/files.",
    "elsewhere: customer, elsewhere: nobody, unknown-word, Choose one of these.",
    "url: https://bank.example/mcp, serves: x, missing-key, Add it.",
    "prompt: {} }, input: { profile: x } }, unknown-key, 'Choose one of these, or remove it.'",
    "mcp: { bearer: token }, 'mcp: { bearer: token, pass-authorization: yes }', bad-value, Say whose authorization the server is shown.",
    "GET /v2/repository/*, GET repository, bad-value, Write it as GET /v1/files or GET /v1/files/*.",
  })
  void whatIsWrongIsToldWithItsPlaceAndTheNextStep(
      String right, String wrong, String id, String next) throws Exception {
    List<Problem> problems = read(ALL.replace(right, wrong)).problems();
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.id()).isEqualTo(id);
          assertThat(problem.next()).isEqualTo(next);
          assertThat(problem.place().line()).isGreaterThan(1);
        });
  }
}
