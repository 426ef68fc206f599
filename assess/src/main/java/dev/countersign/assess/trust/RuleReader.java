package dev.countersign.assess.trust;

import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one entry of {@code rules}. Days are whole days in UTC, the last one included. */
final class RuleReader {
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
  private static final List<String> ROLES = Stream.of(Role.values()).map(Role::word).toList();

  private final Collection<String> identities;
  private final Problems problems;

  private RuleReader(Collection<String> identities, Problems problems) {
    this.identities = identities;
    this.problems = problems;
  }

  /**
   * Reads a rule.
   *
   * @param identities ids of those that there are
   */
  static Optional<Rule> read(YamlNode node, Collection<String> identities, Problems problems) {
    return new RuleReader(identities, problems).rule(node);
  }

  private Optional<Rule> rule(YamlNode node) {
    MapReader map =
        MapReader.of(node, "a rule, such as { identity: ada, roles: [ml-lead] }", problems);
    if (!(node instanceof Mapping)) {
      return Optional.empty();
    }
    map.required("identity", "the id of an identity above")
        .required("roles", "in which roles it may speak: " + String.join(", ", ROLES));
    Optional<String> identity = map.scalar("identity").filter(this::isKnown).map(Scalar::text);
    Set<Role> roles = roles(map);
    Set<String> predicates = some(map, "predicates", this::isUri);
    Set<String> systems = some(map, "systems", value -> true);
    Optional<LocalDate> from = map.date("from");
    Optional<LocalDate> until = map.date("until");
    orderly(map, from, until);
    map.done();
    return identity
        .filter(id -> !roles.isEmpty())
        .map(id ->
            new Rule(
                id,
                roles,
                predicates,
                systems,
                from.map(RuleReader::start),
                until.map(day -> start(day.plusDays(1))),
                node.place().file() + ":" + node.place().line()));
  }

  private boolean isKnown(Scalar identity) {
    if (identities.contains(identity.text())) {
      return true;
    }
    problems.add(
        "unknown-identity",
        identity.span(),
        "there is no identity " + Problems.quote(identity.text()),
        identities.isEmpty() ? "" : "one of " + String.join(", ", identities),
        problems
            .suggest(identity.text(), identities)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Add it under identities, with its key."));
    return false;
  }

  private Set<Role> roles(MapReader map) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Optional<YamlNode> written = map.node("roles");
    List<Scalar> words = written.isPresent() ? map.scalars("roles") : List.of();
    for (Scalar word : words) {
      Optional<Role> role = Role.of(word.text());
      role.ifPresent(roles::add);
      if (role.isEmpty()) {
        problems.unknownWord(word, ROLES, "Choose one of these.");
      }
    }
    written.filter(list -> words.isEmpty()).ifPresent(list -> empty(list, "roles"));
    return roles;
  }

  /** Left out means any; an empty list would look like none and mean any, so it is refused. */
  private Set<String> some(MapReader map, String key, Predicate<Scalar> fits) {
    Optional<YamlNode> written = map.node(key);
    List<Scalar> values = written.isPresent() ? map.scalars(key) : List.of();
    written.filter(list -> values.isEmpty()).ifPresent(list -> empty(list, key));
    Set<String> found = new HashSet<>();
    values.stream().filter(fits).map(Scalar::text).forEach(found::add);
    return found;
  }

  private void empty(YamlNode list, String key) {
    problems.expected(list, "at least one of " + key, "Name one, or remove the rule.");
  }

  private boolean isUri(Scalar value) {
    if (URI.matcher(value.text()).matches()) {
      return true;
    }
    problems.expected(
        value,
        "the URI of a type of predicate",
        "Write it to the letter, such as https://slsa.dev/provenance/v1.");
    return false;
  }

  private void orderly(MapReader map, Optional<LocalDate> from, Optional<LocalDate> until) {
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      map.node("until")
          .ifPresent(node ->
              problems.add(
                  "bad-span",
                  node.span(),
                  "the rule ends before it begins",
                  "a day from " + from.get() + " on",
                  "Exchange from and until, or correct one."));
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
