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
    Map<String, List<String>> shown = new LinkedHashMap<>();
    ids.stream().limit(most).forEach(id -> put(shown, id));
    Map<String, List<String>> left = new LinkedHashMap<>();
    ids.stream().skip(most).forEach(id -> put(left, id));
    List<Phrase> groups = new ArrayList<>();
    boolean nested = false;
    for (Map.Entry<String, List<String>> group : shown.entrySet()) {
      // "the datasets a and b, and the model c": an "and" within all but the last wants a comma.
      nested |= !groups.isEmpty() && groups.getLast().text().contains(" and ");
      groups.add(group(group, left.getOrDefault(group.getKey(), List.of()).size()));
      left.remove(group.getKey());
    }
    int others = left.values().stream().mapToInt(List::size).sum();
    if (others > 0) {
      nested |= groups.getLast().text().contains(" and ");
      groups.add(Phrase.of(Numbers.count(others, "other element")));
    }
    return nested ? Phrase.listed(groups) : Phrase.and(groups);
  }

  private void put(Map<String, List<String>> byNoun, String id) {
    byNoun.computeIfAbsent(noun(id), _ -> new ArrayList<>()).add(id);
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

  /** {@code the datasets a, b and two other datasets}. */
  private static Phrase group(Map.Entry<String, List<String>> shown, int others) {
    String noun = shown.getKey();
    List<Phrase> names = new ArrayList<>(shown.getValue().stream().map(Phrase::id).toList());
    String which = names.size() == 1 ? noun : plural(noun);
    if (others > 0) {
      names.add(Phrase.of(Numbers.small(others) + " other " + (others == 1 ? noun : plural(noun))));
    }
    return Phrase.of("the " + which + " ").then(Phrase.and(names));
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
