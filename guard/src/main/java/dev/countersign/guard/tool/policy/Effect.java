package dev.countersign.guard.tool.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a call does: the words of {@code countersign.yaml}. */
public enum Effect {
  /** Returns data of the organisation or the user. */
  READ(false, false),
  /** Returns content from outside: the address itself can carry data away. */
  FETCH(false, true),
  /** Changes data. */
  WRITE(true, false),
  /** Removes data. */
  DELETE(true, false),
  /** Sends messages or data to others. */
  SEND(true, true),
  /** Moves money or orders something. */
  SPEND(true, false),
  /** Runs code or commands. */
  EXECUTE(true, true),
  /** Changes settings, rights or instructions. */
  CONFIGURE(true, false),
  /** Moves something in the physical world. */
  ACTUATE(true, false);

  private final boolean changes;
  private final boolean outbound;

  Effect(boolean changes, boolean outbound) {
    this.changes = changes;
    this.outbound = outbound;
  }

  /** Whether anything is different after a call. */
  public boolean changes() {
    return changes;
  }

  /** Whether data can leave through it. */
  public boolean outbound() {
    return outbound;
  }

  /** The word in policies: {@code send}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The effect of that word. */
  public static Optional<Effect> of(String word) {
    return Stream.of(values()).filter(effect -> effect.word().equals(word)).findFirst();
  }
}
