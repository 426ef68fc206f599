package dev.countersign.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.rules.CompiledExpression;
import dev.countersign.knowledge.rules.CompiledRule;
import dev.countersign.knowledge.rules.Template;
import dev.countersign.model.ElementKind;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A key that feeds no rule, no edge and no rank asks people for something that nobody reads. */
class EveryKeyIsUsedTest {
  /** Keys for people who read the report; the next issue shows them there. */
  private static final Set<String> NOTES = Set.of("supplier", "files", "labels.from", "affects");

  @Test
  void every_key_feeds_a_rule_an_edge_or_the_rank() throws IOException {
    String rules = expressions();
    String engine = sources();
    List<String> unused = new ArrayList<>();
    for (ElementKind kind : ElementKind.values()) {
      for (Key key : Vocabulary.of(kind).keys()) {
        boolean inRules =
            Pattern.compile("\\." + Pattern.quote(key.field()) + "\\b").matcher(rules).find();
        boolean inEngine = engine.contains('"' + key.name() + '"');
        if (!inRules && !inEngine && !NOTES.contains(key.name())) {
          unused.add(kind.section() + "." + key.name());
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  private static String expressions() {
    return Knowledge.bundled().rules().stream()
        .flatMap(EveryKeyIsUsedTest::of)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> of(CompiledRule rule) {
    Stream<CompiledExpression> sentences =
        rule.because().stream()
            .flatMap(reason ->
                Stream.concat(
                    reason.condition().stream(),
                    reason.sentence().parts().stream()
                        .filter(Template.Part.Value.class::isInstance)
                        .map(part -> ((Template.Part.Value) part).expression())));
    Stream<CompiledExpression> techniques =
        rule.techniques().stream().flatMap(technique -> technique.condition().stream());
    return Stream.of(Stream.of(rule.when()), rule.members().stream(), sentences, techniques)
        .flatMap(expressions -> expressions)
        .map(CompiledExpression::source);
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
