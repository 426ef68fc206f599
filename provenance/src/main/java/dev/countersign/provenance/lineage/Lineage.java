package dev.countersign.provenance.lineage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What something was made of, back to raw data: data, steps, training runs and models with links
 * between them, each followed by digest and never by name.
 *
 * @param items the thing itself first
 * @param links each from what went in to what came out
 */
public record Lineage(List<Item> items, List<Link> links) {
  /** The most items that are followed. */
  public static final int MOST = 2_000;

  public Lineage {
    items = List.copyOf(items);
    links = List.copyOf(links);
  }

  /**
   * Follows a statement.
   *
   * @param library where statements about inputs are looked for
   * @param judge what the word of a statement is worth
   */
  public static Lineage of(
      StatementFile start, Library library, Function<StatementFile, Standing> judge) {
    return new Tracer(library, judge).trace(start);
  }

  /** The item with that id. */
  public Item item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
  }

  /** What went into an item directly, in order. */
  public Stream<Item> into(Item item) {
    return links.stream()
        .filter(link -> link.to().equals(item.id()))
        .map(link -> item(link.from()));
  }

  /** Whether every statement along the way was found and admitted. */
  public boolean holds() {
    return items.size() < MOST
        && items.stream()
            .map(item -> item.standing().state())
            .allMatch(state -> state == Standing.State.ADMITTED || state == Standing.State.IMPLIED);
  }

  /** What an item is. */
  public enum Kind {
    DATASET,
    STEP,
    RUN,
    MODEL,
    CODE;

    /** The word for people. */
    public String word() {
      return switch (this) {
        case DATASET -> "dataset";
        case STEP -> "step";
        case RUN -> "training run";
        case MODEL -> "model";
        case CODE -> "code";
      };
    }
  }

  /**
   * One item.
   *
   * @param id unique in this lineage
   * @param name as its statement or, without one, whoever used it calls it
   * @param digest with its algorithm: {@code sha256:…}
   * @param facts what a reader should see, a phrase each
   * @param standing what the word for it is worth
   */
  public record Item(
      String id,
      Kind kind,
      String name,
      Optional<String> digest,
      List<String> facts,
      Standing standing) {
    public Item {
      facts = List.copyOf(facts);
    }
  }

  /** One went into the other. */
  public record Link(String from, String to) {}
}
