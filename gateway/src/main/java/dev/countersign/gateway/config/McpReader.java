package dev.countersign.gateway.config;

import dev.countersign.gateway.config.McpConfig.Command;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is said of a server of tools. */
final class McpReader {
  private static final Pattern PATH = Pattern.compile("(/[a-z0-9][a-z0-9-]*){1,8}");
  private static final List<String> TRUSTS = Stream.of(Trust.values()).map(Trust::word).toList();
  private static final List<String> SERVER_MAY = List.of("roots", "sampling", "elicitation");
  private static final int MOST_SESSIONS = 100_000;

  private final Values values;
  private final Problems problems;

  McpReader(Values values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  McpConfig read(String name, MapReader upstream) {
    Optional<YamlNode> node = upstream.node("mcp");
    MapReader map =
        MapReader.of(
            node.orElseGet(() -> new Mapping(List.of(), upstream.map().span())),
            "what is said of a server of tools",
            problems);
    String path =
        values
            .read(
                map,
                "path",
                "a path of a-z, 0-9 and -",
                "Write it as /mcp/files.",
                text -> Optional.of(text).filter(one -> PATH.matcher(one).matches()))
            .orElse("/mcp/" + name);
    McpConfig config =
        new McpConfig(
            path,
            command(map),
            map.word("elsewhere", TRUSTS).flatMap(Trust::of).orElse(Trust.PUBLIC),
            map.texts("hosts"),
            serverMay(map),
            map.texts("origins"),
            values.count(map, "sessions", 100, MOST_SESSIONS),
            values.time(map, "idle", Duration.ofMinutes(30)),
            values.time(map, "ask-time", Duration.ofMinutes(2)),
            values.path(map, "bearer"),
            map.flag("pass-authorization").orElse(false));
    if (config.passAuthorization()) {
      map.node("bearer")
          .ifPresent(bearer ->
              problems.expected(
                  bearer,
                  "no bearer beside pass-authorization",
                  "Say whose authorization the server is shown."));
    }
    map.done();
    return config;
  }

  private List<String> serverMay(MapReader map) {
    List<Scalar> words = map.scalars("server-may");
    for (Scalar word : words) {
      if (!SERVER_MAY.contains(word.text())) {
        problems.unknownWord(word, SERVER_MAY, "Choose one of these.");
      }
    }
    return words.stream().map(Scalar::text).toList();
  }

  private Optional<Command> command(MapReader map) {
    List<String> words = map.texts("command");
    Optional<YamlNode> environment = map.node("environment");
    Optional<Path> folder = values.path(map, "folder");
    if (words.isEmpty()) {
      environment.ifPresent(
          node -> problems.expected(node, "no environment without a command", "Name the command."));
      return Optional.empty();
    }
    return Optional.of(
        new Command(
            words,
            environment.map(this::environment).orElse(Map.of()),
            folder.orElseGet(values::folder)));
  }

  private Map<String, String> environment(YamlNode node) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Entry entry : MapReader.of(node, "variables by name", problems).map().entries()) {
      if (entry.value() instanceof Scalar value && !entry.key().text().contains("=")) {
        environment.put(entry.key().text(), value.text());
      } else {
        problems.expected(entry.value(), "text", "Write it as NAME: value.");
      }
    }
    return environment;
  }
}
