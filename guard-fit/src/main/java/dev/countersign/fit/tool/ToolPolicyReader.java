package dev.countersign.fit.tool;

import dev.countersign.guard.tool.policy.ToolPolicy;
import dev.countersign.guard.tool.policy.ToolPolicy.Undescribed;
import dev.countersign.guard.tool.policy.ToolPolicy.Unpointed;
import dev.countersign.guard.tool.policy.ToolRule;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code tool-policy.yaml}; docs/guard-tool.md describes it. */
public final class ToolPolicyReader {
  static final String KEY = "tool-policy";
  private static final List<String> VERSIONS = List.of("1");
  private static final Pattern PIN = Pattern.compile("[0-9a-f]{64}");
  private static final List<String> UNPOINTED = List.of("ask", "deny");
  private static final List<String> UNDESCRIBED = List.of("guess", "deny");

  private final Problems problems;

  ToolPolicyReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * What reading gave.
   *
   * @param policy present exactly when {@code problems} is empty
   * @param problems sorted by place
   */
  public record Result(Optional<ToolPolicy> policy, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a file. */
  public static Result read(Path file) {
    Problems problems = new Problems();
    return result(YamlFile.read(file, problems), problems);
  }

  /** Reads text that is shown to people under {@code name}. */
  public static Result parse(String name, String text) {
    Problems problems = new Problems();
    return result(YamlFile.parse(name, text, problems), problems);
  }

  private static Result result(Optional<YamlNode> root, Problems problems) {
    Optional<ToolPolicy> policy = root.flatMap(new ToolPolicyReader(problems)::read);
    return new Result(policy, problems.sorted());
  }

  /** The policy of a file; empty where something is wrong with it, which is reported. */
  Optional<ToolPolicy> read(YamlNode root) {
    MapReader map = MapReader.of(root, "a tool policy", problems);
    map.required(KEY, "the version of this format, 1").word(KEY, VERSIONS);
    MapReader defaults =
        map.node("defaults")
            .map(node -> MapReader.of(node, "what holds for all tools", problems))
            .orElseGet(() -> empty(root));
    Undescribed undescribed =
        defaults
            .word("undescribed", UNDESCRIBED)
            .map(word -> Undescribed.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Undescribed.GUESS);
    boolean asked = defaults.flag("asked").orElse(true);
    boolean endorsable = defaults.flag("endorsable").orElse(true);
    Unpointed unpointed =
        defaults
            .word("unpointed", UNPOINTED)
            .map(word -> Unpointed.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Unpointed.ASK);
    defaults.done();
    Map<String, ToolRule> tools = new HashMap<>();
    map.node("tools").ifPresent(node -> tools(node, endorsable, tools));
    Map<String, String> pins = map.node("pins").map(this::pins).orElse(Map.of());
    map.done();
    return problems.isEmpty()
        ? Optional.of(new ToolPolicy(undescribed, asked, unpointed, tools, pins))
        : Optional.empty();
  }

  private Map<String, String> pins(YamlNode node) {
    Map<String, String> pins = new HashMap<>();
    for (Entry entry : MapReader.of(node, "digests of tools by name", problems).map().entries()) {
      String digest = entry.value() instanceof Scalar scalar ? scalar.text() : "";
      if (!PIN.matcher(digest).matches()) {
        problems.expected(
            entry.value(),
            "a SHA-256 of 64 hexadecimal digits in lower case",
            "Take it from GET /admin/tools of the gateway.");
      }
      pins.put(entry.key().text(), digest);
    }
    return pins;
  }

  private MapReader empty(YamlNode root) {
    return MapReader.of(new Mapping(List.of(), root.span()), "", problems);
  }

  private void tools(YamlNode node, boolean endorsable, Map<String, ToolRule> tools) {
    for (Entry entry : MapReader.of(node, "tools by name", problems).map().entries()) {
      String name = entry.key().text();
      tools.put(name, new ToolReader(name, endorsable, problems).read(entry.value()));
    }
  }
}
