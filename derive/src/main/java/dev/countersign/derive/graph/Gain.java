package dev.countersign.derive.graph;

import dev.countersign.model.Element;
import java.util.Optional;

/** What an actor gains from a wrong decision: a sentence, a stated nothing, or unknown. */
public final class Gain {
  private Gain() {}

  /** The gain, where one is stated. */
  public static Optional<String> of(Element actor) {
    return actor.text("gains").filter(gain -> !gain.equals("none"));
  }

  /** Whether it is stated that there is no gain: {@code gains: none}. */
  public static boolean none(Element actor) {
    return actor.text("gains").filter("none"::equals).isPresent();
  }
}
