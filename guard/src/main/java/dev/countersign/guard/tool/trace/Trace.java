package dev.countersign.guard.tool.trace;

import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.label.Trust;
import java.util.List;
import java.util.Optional;

/**
 * Where a value comes from.
 *
 * @param how it was followed back
 * @param user whether the user said it, or endorsed it
 * @param trust who could have chosen it; of a value that was not found the lowest trust of all that
 *     the model has seen
 * @param sources what it was found in, the deciding one first; empty where it was not found
 */
public record Trace(How how, boolean user, Trust trust, List<Source> sources) {
  /** How a value was followed back. */
  public enum How {
    /** It says nothing: empty, yes or no, the number 1. */
    TRIVIAL,
    /** It stands there, but for case, spaces and the writing of numbers. */
    FOUND,
    /** It is made of parts that stand there. */
    COMPOSED,
    /** It was computed from what stands there. */
    COMPUTED,
    /** It stands nowhere: the model made it. */
    NOT_FOUND
  }

  public Trace {
    sources = List.copyOf(sources);
  }

  /** The deciding source. */
  public Optional<Source> source() {
    return sources.stream().findFirst();
  }

  /** Whether it satisfies an argument that needs this trust. */
  public boolean reaches(Trust needed) {
    return user || how == How.TRIVIAL || !trust.below(needed);
  }

  /** Of two parts of one value the worse. */
  Trace and(Trace other) {
    if (how == How.TRIVIAL) {
      return other;
    }
    if (other.how == How.TRIVIAL) {
      return this;
    }
    boolean worse = user || !other.user && other.trust.below(trust);
    return worse ? other : this;
  }
}
