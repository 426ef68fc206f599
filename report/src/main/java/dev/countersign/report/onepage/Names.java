package dev.countersign.report.onepage;

import dev.countersign.model.ElementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Elements and people as they are named in sentences. */
final class Names {
  private static final String SUPPLIER = "supplier of ";
  private static final String ANYONE = "anyone";
  private final Subject subject;

  Names(Subject subject) {
    this.subject = subject;
  }

  /** Whether an attack can start with whom the id names: an actor, declared or implied. */
  boolean isSomebody(String id) {
    return id.startsWith(SUPPLIER)
        || subject.kind(id).filter(kind -> kind == ElementKind.ACTOR).isPresent();
  }

  /** {@code cardholders and merchants}; of a long list the first few. */
  Phrase people(List<String> ids, int most) {
    List<String> named = ids.stream().filter(id -> !id.equals(ANYONE)).toList();
    if (named.isEmpty()) {
      return Phrase.of("anyone at all");
    }
    boolean others = named.size() > most;
    List<Phrase> people = new ArrayList<>();
    named.stream().limit(most).map(this::person).forEach(people::add);
    if (ids.contains(ANYONE)) {
      people.add(Phrase.of("anyone else"));
    } else if (others) {
      people.add(Phrase.of("others"));
    }
    return Phrase.and(people);
  }

  /** {@code the dataset a and the models b and c}; of a long list the first few. */
  Phrase things(List<String> ids, int most) {
    Map<String, List<String>> byNoun = new LinkedHashMap<>();
    for (String id : ids.subList(0, Math.min(most, ids.size()))) {
      byNoun.computeIfAbsent(noun(id), _ -> new ArrayList<>()).add(id);
    }
    List<Phrase> groups = new ArrayList<>();
    byNoun.forEach((noun, group) -> groups.add(group(noun, group)));
    if (ids.size() > most) {
      groups.add(Phrase.of(Numbers.count(ids.size() - most, "other element")));
    }
    return Phrase.and(groups);
  }

  /** {@code a, b and c}, all in the letters of the file. */
  static Phrase ids(List<String> ids) {
    return Phrase.and(ids.stream().map(Phrase::id).toList());
  }

  private Phrase person(String id) {
    if (id.startsWith(SUPPLIER)) {
      return Phrase.of("the supplier of ").then(Phrase.id(id.substring(SUPPLIER.length())));
    }
    return Nouns.isNoun(id) ? Phrase.of(Nouns.plural(id)) : Phrase.id(id);
  }

  private static Phrase group(String noun, List<String> ids) {
    return Phrase.of("the " + (ids.size() == 1 ? noun : plural(noun)) + " ").then(ids(ids));
  }

  private String noun(String id) {
    return subject.kind(id).map(Names::noun).orElse("element");
  }

  /** The word for one element of a kind. */
  static String noun(ElementKind kind) {
    return kind == ElementKind.MCP_SERVER ? "MCP server" : kind.word().replace('-', ' ');
  }

  /** The word for several. */
  static String plural(String noun) {
    return switch (noun) {
      case "corpus" -> "corpora";
      case "memory" -> "memories";
      default -> noun + "s";
    };
  }
}
