package dev.countersign.assess.change;

import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.derive.FactRef;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people edited between two versions of a system, each edit one sentence, whatever follows
 * from it. Renamed elements are told from others; order, comments, descriptions and the way a value
 * is written are no edits.
 */
public final class SystemEdits {
  private static final String SUPPLIER = "supplier of ";

  private final Renames renames;
  private final SystemModel old;
  private final Map<String, Cause> bySubject = new LinkedHashMap<>();
  private final List<Cause> all = new ArrayList<>();

  private SystemEdits(SystemModel before, SystemModel after) {
    renames = Renames.between(before, after);
    old = renames.of(before);
    Sentences sentences = new Sentences(old, after);
    for (Edit edit : ElementDiff.of(old, after).edits()) {
      Cause cause = sentences.cause(edit, Grounds.STATED, List.of());
      all.add(cause);
      bySubject.merge(cause.subject(), cause, SystemEdits::both);
    }
  }

  /** Compares two versions. */
  public static SystemEdits between(SystemModel before, SystemModel after) {
    return new SystemEdits(before, after);
  }

  /** Of a thing that became another kind of thing under its id, both sentences. */
  private static Cause both(Cause gone, Cause come) {
    return new Cause(gone.sort(), gone.subject(), gone.text() + " " + come.text(), gone.grounds());
  }

  /** The earlier version as it would be under the later ids. */
  public SystemModel before() {
    return old;
  }

  /**
   * An id, a pair such as {@code control@element} or the name of an implied actor, as it would be
   * in the later version.
   */
  public String later(String name) {
    int at = name.indexOf('@') + 1;
    String element = name.substring(at);
    return name.substring(0, at)
        + (element.startsWith(SUPPLIER)
            ? SUPPLIER + renames.later(element.substring(SUPPLIER.length()))
            : renames.later(element));
  }

  /** How a fact was edited, if it was. */
  public Optional<Cause> of(FactRef fact) {
    return Optional.ofNullable(bySubject.get(fact.toString()));
  }

  /** How an element came or went, if it did, by its later id. */
  public Optional<Cause> of(String element) {
    return Optional.ofNullable(bySubject.get(element));
  }

  /** Every edit, by element. */
  public List<Cause> all() {
    return List.copyOf(all);
  }
}
