package dev.countersign.assess.signoff;

import dev.countersign.attest.json.StrictJson;
import dev.countersign.derive.Severity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that is signed: a threat with its answer, a question that is left open, or an
 * assumption; with all that it stands on.
 *
 * @param kind what it is
 * @param id as reports name it; identifies nothing by itself, since a group of threats can come to
 *     be named after another of its members
 * @param rank of a threat
 * @param dependencies sorted, no two of the same kind and name
 */
public record Item(Kind kind, String id, Optional<Severity> rank, List<Dependency> dependencies) {
  /** What is signed. */
  public enum Kind {
    THREAT,
    QUESTION,
    ASSUMPTION;

    /** The word in statements. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word. */
    public static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** Sorts the dependencies. */
  public Item {
    dependencies = dependencies.stream().sorted().toList();
  }

  /**
   * {@code sha256:…} of the canonical JSON (RFC 8785) of kind and dependencies, as docs/sign-off.md
   * specifies. The same on any machine; changes exactly when something that it stands on changes.
   */
  public String digest() {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("kind", kind.word());
    content.set("dependencies", dependencyList());
    return "sha256:" + HexFormat.of().formatHex(sha256(StrictJson.canonical(content)));
  }

  /** The dependencies as they stand in a statement. */
  ArrayNode dependencyList() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Dependency dependency : dependencies) {
      ObjectNode node = list.addObject();
      node.put("kind", dependency.kind().word());
      node.put("name", dependency.name());
      ArrayNode values = node.putArray(dependency.ids() ? "ids" : "values");
      dependency.values().forEach(values::add);
    }
    return list;
  }

  /** The same under other ids of elements. */
  Item renamed(UnaryOperator<String> later) {
    return new Item(
        kind,
        later.apply(id),
        rank,
        dependencies.stream().map(dependency -> dependency.renamed(later)).toList());
  }

  /** What it is about: two versions of one thing have at least one of these in common. */
  Set<String> subjects() {
    return switch (kind) {
      case THREAT -> {
        String family = id.substring(0, Math.max(0, id.indexOf('@')));
        yield names(Dependency.Kind.ELEMENT)
            .map(element -> family + "@" + element)
            .collect(Collectors.toCollection(TreeSet::new));
      }
      case QUESTION, ASSUMPTION -> Set.of(id);
    };
  }

  /** Every element that it stands on. */
  Set<String> elements() {
    Set<String> elements = new TreeSet<>();
    for (Dependency dependency : dependencies) {
      dependency.element().ifPresent(elements::add);
      if (dependency.ids()) {
        dependency.values().forEach(id -> elements.add(id.substring(id.indexOf('@') + 1)));
      }
    }
    return elements;
  }

  /** The one dependency of that kind and name. */
  Optional<Dependency> dependency(Dependency.Kind of, String name) {
    return dependencies.stream()
        .filter(dependency -> dependency.kind() == of && dependency.name().equals(name))
        .findFirst();
  }

  private Stream<String> names(Dependency.Kind of) {
    return dependencies.stream().filter(d -> d.kind() == of).map(Dependency::name);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
