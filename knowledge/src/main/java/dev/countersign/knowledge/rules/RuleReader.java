package dev.countersign.knowledge.rules;

import dev.countersign.knowledge.Effort;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Harm;
import dev.countersign.knowledge.Precedent;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one {@code rule.yaml} and compiles what is CEL in it. */
final class RuleReader {
  /** Cases shown with a family: the ones that say most. */
  private static final int PRECEDENTS = 6;

  private final String pack;
  private final Citations citations;
  private final Set<String> controls;
  private final Problems problems;

  RuleReader(String pack, Citations citations, Set<String> controls, Problems problems) {
    this.pack = pack;
    this.citations = citations;
    this.controls = controls;
    this.problems = problems;
  }

  /** The rule in that file; what is wrong goes to the problems. */
  Optional<CompiledRule> read(Path file) {
    return YamlFile.read(file, problems).flatMap(node -> read(node, folderName(file)));
  }

  private static String folderName(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? "" : String.valueOf(folder.getFileName());
  }

  private Optional<CompiledRule> read(YamlNode node, String folder) {
    MapReader map = MapReader.of(node, "a rule", problems);
    Optional<ElementKind> on = word(map, "on", ElementKind.values(), ElementKind::word);
    Optional<Stage> stage = word(map, "stage", Stage.values(), Stage::word);
    Optional<Effort> effort = word(map, "effort", Effort.values(), RuleReader::lower);
    Optional<Harm> harm = word(map, "harm", Harm.values(), RuleReader::lower);
    String id = map.required("family", "the id of the family").text("family").orElse("");
    String title = map.required("title", "two to six words").text("title").orElse("");
    String explain = map.required("explain", "what the attack is").text("explain").orElse("");
    if (!id.equals(folder)) {
      map.scalar("family")
          .ifPresent(at -> problem("wrong-folder", at, "the folder is '" + folder + "'"));
    }
    if (on.isEmpty() || stage.isEmpty() || effort.isEmpty() || harm.isEmpty()) {
      return Optional.empty();
    }
    ExpressionCompiler compiler = new ExpressionCompiler(on.get());
    Optional<CompiledExpression> when =
        map.required("when", "the trigger").scalar("when").flatMap(at -> condition(compiler, at));
    Optional<CompiledExpression> members = map.scalar("members").flatMap(at -> value(compiler, at));
    List<CompiledRule.Reason> because = list(map, "because", item -> reason(compiler, item));
    List<CompiledRule.Technique> techniques =
        list(map, "techniques", item -> technique(compiler, item));
    Optional<CompiledRule.PathOf> path = path(map);
    List<String> references = cited(map, "references");
    List<String> answers = answers(map);
    map.done();
    if (when.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    Family family =
        new Family(
            id,
            pack,
            title,
            explain.strip(),
            stage.get(),
            on.get(),
            pack.equals("classic"),
            effort.get(),
            harm.get(),
            when.get().source().strip(),
            techniques.stream().map(CompiledRule.Technique::id).toList(),
            references,
            answers,
            precedents(techniques));
    return Optional.of(
        new CompiledRule(family, path.get(), when.get(), members, because, techniques));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private <T> Optional<T> word(MapReader map, String key, T[] values, Function<T, String> word) {
    List<String> words = Arrays.stream(values).map(word).toList();
    return map.required(key, String.join(", ", words))
        .word(key, words)
        .map(found -> values[words.indexOf(found)]);
  }

  private <T> List<T> list(MapReader map, String key, Function<YamlNode, Optional<T>> read) {
    List<YamlNode> items =
        map.required(key, "a list").node(key).orElse(null) instanceof YamlNode.Sequence(var all, _)
            ? all
            : List.of();
    List<T> found = new ArrayList<>();
    items.forEach(item -> read.apply(item).ifPresent(found::add));
    return found;
  }

  private Optional<CompiledRule.Reason> reason(ExpressionCompiler compiler, YamlNode item) {
    if (item instanceof YamlNode.Scalar scalar) {
      return sentence(compiler, scalar)
          .map(sentence -> new CompiledRule.Reason(Optional.empty(), sentence));
    }
    MapReader map = MapReader.of(item, "a reason with 'if' and 'say'", problems);
    Optional<CompiledExpression> condition =
        map.required("if", "a condition").scalar("if").flatMap(at -> condition(compiler, at));
    Optional<Template> sentence =
        map.required("say", "a sentence").scalar("say").flatMap(at -> sentence(compiler, at));
    map.done();
    return sentence.map(template -> new CompiledRule.Reason(condition, template));
  }

  private Optional<CompiledRule.Technique> technique(ExpressionCompiler compiler, YamlNode item) {
    if (item instanceof YamlNode.Scalar scalar) {
      return known(scalar).map(id -> new CompiledRule.Technique(id, Optional.empty()));
    }
    MapReader map = MapReader.of(item, "a technique with 'id' and 'if'", problems);
    Optional<String> id = map.required("id", "a technique").scalar("id").flatMap(this::known);
    Optional<CompiledExpression> condition =
        map.required("if", "a condition").scalar("if").flatMap(at -> condition(compiler, at));
    map.done();
    return id.map(technique -> new CompiledRule.Technique(technique, condition));
  }

  private Optional<CompiledRule.PathOf> path(MapReader map) {
    Optional<YamlNode.Scalar> at =
        map.required("path", "'influence' or 'observation' and sides").scalar("path");
    List<String> words = List.of(at.map(YamlNode.Scalar::text).orElse("").split(" ", -1));
    boolean observation = words.getFirst().equals("observation");
    List<String> known =
        observation ? RuleLanguage.OBSERVATION_PORTS : RuleLanguage.INFLUENCE_PORTS;
    List<String> ports = words.subList(1, words.size());
    if ((!observation && !words.getFirst().equals("influence")) || !known.containsAll(ports)) {
      at.ifPresent(scalar ->
          problem(
              "bad-path",
              scalar,
              "expected 'influence' or 'observation', then any of " + String.join(", ", known)));
      return Optional.empty();
    }
    return Optional.of(
        new CompiledRule.PathOf(observation, ports.isEmpty() ? List.of("whole") : ports));
  }

  private List<String> cited(MapReader map, String key) {
    return map.scalars(key).stream().flatMap(scalar -> known(scalar).stream()).toList();
  }

  private Optional<String> known(YamlNode.Scalar id) {
    if (!citations.exists(id.text())) {
      problem("unknown-citation", id, "no pinned catalogue has '" + id.text() + "'");
      return Optional.empty();
    }
    return Optional.of(id.text());
  }

  private List<String> answers(MapReader map) {
    List<YamlNode.Scalar> ids = map.required("controls", "control ids").scalars("controls");
    ids.stream()
        .filter(id -> !controls.contains(id.text()))
        .forEach(id -> problems.unknownWord(id, controls, "remove it"));
    return ids.stream().map(YamlNode.Scalar::text).toList();
  }

  /** Cases of the technique that tells most: those of the others would be about other attacks. */
  private List<Precedent> precedents(List<CompiledRule.Technique> techniques) {
    return techniques.stream()
        .limit(1)
        .flatMap(technique -> citations.precedentsOf(technique.id()).stream())
        .distinct()
        .sorted(Comparator.comparing((Precedent p) -> !p.incident()).thenComparing(Precedent::id))
        .limit(PRECEDENTS)
        .toList();
  }

  private interface Compilation<T> {
    T run() throws ExpressionCompiler.Invalid;
  }

  private Optional<CompiledExpression> condition(ExpressionCompiler compiler, YamlNode.Scalar at) {
    return compile(at, () -> compiler.condition(at.text()));
  }

  private Optional<CompiledExpression> value(ExpressionCompiler compiler, YamlNode.Scalar at) {
    return compile(at, () -> compiler.value(at.text()));
  }

  private Optional<Template> sentence(ExpressionCompiler compiler, YamlNode.Scalar at) {
    return compile(at, () -> compiler.template(at.text()));
  }

  private <T> Optional<T> compile(YamlNode.Scalar at, Compilation<T> compilation) {
    try {
      return Optional.of(compilation.run());
    } catch (ExpressionCompiler.Invalid e) {
      problem("bad-expression", at, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void problem(String id, YamlNode.Scalar at, String message) {
    problems.add(id, at.span(), message, "", "Mend the rule.");
  }
}
