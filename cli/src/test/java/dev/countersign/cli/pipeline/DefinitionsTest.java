package dev.countersign.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that code hosts and pre-commit read. */
class DefinitionsTest {
  private static final Pattern USES = Pattern.compile("uses: *(\\S+)");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "action.yml",
        ".pre-commit-hooks.yaml",
        "integrations/gitlab/countersign.gitlab-ci.yml"
      })
  void isYaml(String file) throws IOException {
    assertThat(yaml(read(file))).isNotNull();
  }

  @Test
  void everythingToPasteIsYaml() throws IOException {
    List<String> blocks =
        BLOCK.matcher(read("docs/integrations.md")).results().map(m -> m.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
    assertThat(blocks).allSatisfy(block -> assertThat(yaml(block)).isNotNull());
  }

  @Test
  void everyActionIsPinnedByCommit() throws IOException {
    List<String> used =
        Stream.of(read("action.yml"), read("docs/integrations.md"))
            .flatMap(text -> USES.matcher(text).results().map((MatchResult m) -> m.group(1)))
            .filter(name -> !name.endsWith("/countersign@COMMIT"))
            .toList();
    assertThat(used)
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(name -> name.matches(".+@[0-9a-f]{40}"));
  }

  @Test
  void noScriptHasAnExpressionPastedIntoIt() throws IOException {
    for (Map<?, ?> step : steps()) {
      assertThat(step.containsKey("run") ? inside(step, "run").toString() : "")
          .doesNotContain("${{");
    }
  }

  @Test
  void everyScriptThatIsNamedIsThereAndCanBeRun() throws IOException {
    String all =
        read("action.yml")
            + read("integrations/gitlab/countersign.gitlab-ci.yml")
            + read("integrations/gitlab/check.sh");
    List<String> scripts =
        Pattern.compile("integrations/[a-z/]+\\.sh")
            .matcher(all)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(scripts).isNotEmpty();
    assertThat(scripts).allMatch(script -> Files.isExecutable(Script.ROOT.resolve(script)));
  }

  @Test
  void theHookLooksAtModelsAndPolicies() throws IOException {
    Map<?, ?> hook = (Map<?, ?>) ((List<?>) yaml(read(".pre-commit-hooks.yaml"))).getFirst();
    Pattern files = Pattern.compile(inside(hook, "files").toString());
    assertThat(Stream.of("countersign.yaml", "a/b.countersign.yaml", "x/countersign-policy.yaml"))
        .allMatch(file -> files.matcher(file).find());
    assertThat(Stream.of("countersign.yaml.txt", "mycountersign.yaml", "a/other.yaml"))
        .noneMatch(file -> files.matcher(file).find());
  }

  private static List<Map<?, ?>> steps() throws IOException {
    Map<?, ?> runs = (Map<?, ?>) inside(yaml(read("action.yml")), "runs");
    return ((List<?>) inside(runs, "steps"))
        .stream().<Map<?, ?>>map(step -> (Map<?, ?>) step).toList();
  }

  private static Object inside(Object map, String key) {
    return Optional.<Object>ofNullable(((Map<?, ?>) map).get(key)).orElseThrow();
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static String read(String file) throws IOException {
    return Files.readString(Script.ROOT.resolve(file));
  }
}
