package dev.countersign.provenance.diff;

import dev.countersign.provenance.Description;
import dev.countersign.provenance.Source;
import java.util.Comparator;
import java.util.stream.Stream;

/** Which source a file is from. */
public final class Sources {
  /** What files are from that no source claims. */
  public static final String UNKNOWN = "no named source";

  private Sources() {}

  /** The source whose beginning of names is the longest that fits; the first where several do. */
  public static String of(String name, Description first, Description then) {
    return Stream.concat(first.sources().stream(), then.sources().stream())
        .filter(source -> name.startsWith(source.under()))
        .max(Comparator.comparingInt(source -> source.under().length()))
        .map(Source::name)
        .orElse(UNKNOWN);
  }
}
