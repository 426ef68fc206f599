package dev.countersign.assess.policy;

import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Severity;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Reads {@code countersign-policy.yaml}: either a policy or everything that is wrong with it. */
public final class PolicyReader {
  private static final String VERSION_KEY = "countersign-policy";
  private static final String VERSION = "1";

  private final Problems problems = new Problems();

  private PolicyReader() {}

  /**
   * What reading gave.
   *
   * @param policy present exactly when {@code problems} is empty
   * @param problems sorted by place
   */
  public record Result(Optional<Policy> policy, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
      if (policy.isPresent() != problems.isEmpty()) {
        throw new IllegalArgumentException("either a policy or problems");
      }
    }
  }

  /** Reads a file. */
  public static Result read(Path file) {
    PolicyReader reader = new PolicyReader();
    return reader.result(
        YamlFile.read(file, reader.problems).map(root -> reader.policy(root, file)));
  }

  /** Reads text that is shown to people under {@code name}. */
  public static Result parse(String name, String text) {
    PolicyReader reader = new PolicyReader();
    return reader.result(
        YamlFile.parse(name, text, reader.problems)
            .map(root -> reader.policy(root, Path.of(name))));
  }

  private Result result(Optional<Policy> policy) {
    return problems.isEmpty()
        ? new Result(policy, List.of())
        : new Result(Optional.empty(), problems.sorted());
  }

  private Policy policy(YamlNode root, Path file) {
    MapReader map = MapReader.of(root, "a policy", problems);
    version(map);
    Policy policy =
        new Policy(
            Optional.of(YamlFile.shownName(file)),
            section(map, "gate", "the gate, such as { fail-on: high }")
                .map(this::gate)
                .orElse(Policy.DEFAULT.gate()),
            section(map, "planned", "what a plan is worth, such as { longest: 120d }")
                .map(this::planned)
                .orElse(Policy.DEFAULT.planned()),
            section(map, "acceptance", "what may be accepted, such as { longest: 365d }")
                .map(this::acceptance)
                .orElse(Policy.DEFAULT.acceptance()),
            section(map, "evidence", "what evidence is worth, such as { longest: 400d }")
                .map(this::evidence)
                .orElse(Policy.DEFAULT.evidence()),
            items(map, "required-controls", RequiredControlReader::read),
            items(map, "exemptions", ExemptionReader::read),
            map.scalars("packs").stream()
                .map(path -> new ExtraPack(path.text(), path.place()))
                .toList(),
            section(map, "questions", "how much may be unknown, such as { max-open: 10 }")
                .map(this::maxOpen)
                .orElse(OptionalInt.empty()),
            section(map, "sign-off", "who has to sign, such as { required: [ml-lead] }")
                .map(this::signing)
                .orElse(SigningRule.NONE),
            section(map, "artefacts", "what models may be made of, such as { forbidden: [pickle] }")
                .map(artefacts -> new ArtefactPolicyReader(problems).read(artefacts))
                .orElse(ArtefactPolicy.USUAL),
            section(map, "guards", "what is asked of gates, such as { heartbeat: 1d }")
                .map(gates -> new GuardPolicyReader(problems).read(gates))
                .orElse(GuardPolicy.USUAL));
    map.done();
    return policy;
  }

  private void version(MapReader map) {
    map.required(VERSION_KEY, "the version of the policy language, which is " + VERSION)
        .scalar(VERSION_KEY)
        .filter(version -> !version.text().equals(VERSION))
        .ifPresent(version ->
            problems.expected(
                version, VERSION, "Write 1, or update Countersign if the file is newer."));
  }

  private Optional<MapReader> section(MapReader map, String key, String what) {
    return map.node(key).map(node -> MapReader.of(node, what, problems));
  }

  private Gate gate(MapReader map) {
    Optional<String> word = map.word("fail-on", Gate.words());
    map.done();
    return word.flatMap(Gate::parse).orElse(Policy.DEFAULT.gate());
  }

  private Planning planned(MapReader map) {
    Planning planning =
        new Planning(
            longest(map).orElse(Policy.DEFAULT.planned().longest()),
            map.word("fail-on", Gate.severityWords()).flatMap(Gate::severity));
    map.done();
    return planning;
  }

  private Acceptance acceptance(MapReader map) {
    Acceptance acceptance =
        new Acceptance(
            longest(map).orElse(Policy.DEFAULT.acceptance().longest()),
            section(map, "bodies", "the bodies that may accept a risk").map(this::bodies));
    map.done();
    return acceptance;
  }

  private SortedMap<String, Severity> bodies(MapReader map) {
    SortedMap<String, Severity> bodies = new TreeMap<>();
    for (Entry entry : map.map().entries()) {
      MapReader body = MapReader.of(entry.value(), "a body, such as { up-to: high }", problems);
      if (entry.value() instanceof Mapping) {
        body.required("up-to", "the highest rank that the body may accept");
      }
      body.word("up-to", Gate.severityWords())
          .flatMap(Gate::severity)
          .ifPresent(upTo -> bodies.put(entry.key().text(), upTo));
      body.done();
    }
    return bodies;
  }

  private Span evidence(MapReader map) {
    Span span = longest(map).orElse(Policy.DEFAULT.evidence());
    map.done();
    return span;
  }

  private OptionalInt maxOpen(MapReader map) {
    Optional<Scalar> most = map.scalar("max-open");
    map.done();
    return most.map(this::count).orElse(OptionalInt.empty());
  }

  private SigningRule signing(MapReader map) {
    SortedSet<Role> required = new TreeSet<>();
    for (Scalar word : map.scalars("required")) {
      Optional<Role> role = Role.of(word.text()).filter(SigningRule.PEOPLE::contains);
      role.ifPresent(required::add);
      if (role.isEmpty()) {
        problems.unknownWord(
            word, SigningRule.PEOPLE.stream().map(Role::word).toList(), "Choose one of these.");
      }
    }
    SigningRule rule =
        new SigningRule(
            required, map.word("risk-body-above", Gate.severityWords()).flatMap(Gate::severity));
    map.done();
    return rule;
  }

  private OptionalInt count(Scalar scalar) {
    if (scalar.text().matches("[0-9]{1,6}")) {
      return OptionalInt.of(Integer.parseInt(scalar.text()));
    }
    problems.expected(scalar, "a whole number", "Write the most that may be open, for example 10.");
    return OptionalInt.empty();
  }

  private Optional<Span> longest(MapReader map) {
    Optional<Scalar> written = map.scalar("longest");
    Optional<Span> span = written.map(Scalar::text).flatMap(Span::parse);
    if (span.isEmpty()) {
      written.ifPresent(
          scalar -> problems.expected(scalar, "a length of time", "Write 120d, 8w, 6m or 1y."));
    }
    return span;
  }

  private <T> List<T> items(
      MapReader map, String key, BiFunction<YamlNode, Problems, Optional<T>> reader) {
    return switch (map.node(key).orElse(new Sequence(List.of(), map.map().span()))) {
      case Sequence list ->
          list.items().stream().flatMap(item -> reader.apply(item, problems).stream()).toList();
      case YamlNode other -> {
        problems.expected(other, "a list", "Start each entry with '- '.");
        yield List.of();
      }
    };
  }
}
