package dev.countersign.inspect.policy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an organisation lets its models be made of.
 *
 * @param forbidden formats that may not be used, by id
 * @param only formats that may be used and no others, by id; empty for all
 * @param allowed what may be called or imported besides what is known to be safe, by whole name, as
 *     {@code acme.models.Scorer}; with {@code .*} at its end everything directly in a module
 */
public record ArtefactPolicy(
    SortedSet<String> forbidden, SortedSet<String> only, SortedSet<String> allowed) {
  /** Every format is allowed, and nothing besides what is known to be safe. */
  public static final ArtefactPolicy USUAL =
      new ArtefactPolicy(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

  public ArtefactPolicy {
    forbidden = Collections.unmodifiableSortedSet(new TreeSet<>(forbidden));
    only = Collections.unmodifiableSortedSet(new TreeSet<>(only));
    allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
  }

  /** Whether a format may be used. */
  public boolean admits(String format) {
    return !forbidden.contains(format) && (only.isEmpty() || only.contains(format));
  }

  /** Whether something may be called or imported, by its whole name. */
  public boolean allows(String call) {
    int dot = call.lastIndexOf('.');
    return allowed.contains(call) || dot > 0 && allowed.contains(call.substring(0, dot) + ".*");
  }
}
