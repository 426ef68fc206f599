package dev.countersign.assess.signoff;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One thing that an answer stands on. When it says something else than it did when the answer was
 * signed, the signature is void and this names the reason.
 *
 * @param kind what it is
 * @param name which one; see {@link Kind} for its form
 * @param values what it says, in an order that means nothing unless it is a path; empty where
 *     nothing is said, as of a fact that nobody stated
 * @param ids whether the values are ids of elements, or pairs that end in one, and so follow when
 *     an element is renamed
 */
public record Dependency(Kind kind, String name, List<String> values, boolean ids)
    implements Comparable<Dependency> {
  private static final Comparator<Dependency> ORDER =
      Comparator.comparing(Dependency::kind).thenComparing(Dependency::name);

  /** What an answer can stand on, causes before what follows from them. */
  public enum Kind {
    /** An element that the threat, question or assumption is about; its name is the id. */
    ELEMENT(true),
    /** A fact, named {@code key@element}. */
    FACT(true),
    /** The bytes of a model or dataset; its name is the id of the element. */
    ARTEFACT(true),
    /** A part of the rule of a family, named {@code family part}. */
    RULE(false),
    /** The answer itself, an argument each, and whether it holds. */
    ANSWER(false),
    /** A claimed control, named {@code control@element}: whether it is proven. */
    CONTROL(true),
    /** What proves a control, named {@code control@element kind argument}. */
    EVIDENCE(true),
    /** A rule of the policy that an acceptance needs. */
    POLICY(false),
    /** The way in, from the one who starts it. */
    PATH(false),
    /** The band of its rank. */
    RANK(false),
    /**
     * The decisions that it reaches and, of an accepted risk, what they say: {@code key@decision}.
     */
    DECISION(true);

    private final boolean named;

    Kind(boolean named) {
      this.named = named;
    }

    /** The word in statements. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word. */
    public static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** Sorts the values, except of a path, whose order is what it says. */
  public Dependency {
    values = kind == Kind.PATH ? List.copyOf(values) : values.stream().sorted().distinct().toList();
  }

  /** Something that is said in words. */
  static Dependency of(Kind kind, String name, String... values) {
    return new Dependency(kind, name, List.of(values), false);
  }

  /** Something that names elements. */
  static Dependency ids(Kind kind, String name, List<String> ids) {
    return new Dependency(kind, name, ids, true);
  }

  /** The same under other ids of elements. */
  Dependency renamed(UnaryOperator<String> later) {
    return new Dependency(
        kind,
        kind.named ? renamedName(later) : name,
        ids ? values.stream().map(later).toList() : values,
        ids);
  }

  /** Of the name of evidence, the first word names the control. */
  private String renamedName(UnaryOperator<String> later) {
    return later.apply(owner()) + name.substring(owner().length());
  }

  private String owner() {
    int space = kind == Kind.EVIDENCE ? name.indexOf(' ') : -1;
    return space < 0 ? name : name.substring(0, space);
  }

  /** What tells it from others of an answer: kind and name. */
  String key() {
    return kind.word() + " " + name;
  }

  /** The element that it is about, if it is about one. */
  Optional<String> element() {
    return kind.named
        ? Optional.of(owner().substring(owner().indexOf('@') + 1)).filter(id -> !id.isEmpty())
        : Optional.empty();
  }

  @Override
  public int compareTo(Dependency other) {
    return ORDER.compare(this, other);
  }
}
