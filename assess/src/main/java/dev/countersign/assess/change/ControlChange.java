package dev.countersign.assess.change;

import dev.countersign.assess.ControlState;
import java.util.Optional;

/**
 * A claimed control that came, went, offers other evidence, or is proven now and was not, or the
 * other way round.
 *
 * @param id {@code control@element}; that of the later version
 * @param before as it stood
 * @param after as it stands
 */
public record ControlChange(
    String id, Optional<ControlState> before, Optional<ControlState> after) {
  /** Whether it counts now and did not before. */
  public boolean becameProven() {
    return !before.map(ControlState::proven).orElse(false)
        && after.map(ControlState::proven).orElse(false);
  }

  /** Whether it counted before and does not now. */
  public boolean lostProof() {
    return before.map(ControlState::proven).orElse(false)
        && !after.map(ControlState::proven).orElse(false);
  }
}
