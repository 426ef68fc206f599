package dev.countersign.assess;

import dev.countersign.model.Resolution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a threat stands: what the file answers and whether that answer holds today.
 *
 * @param state what it comes to
 * @param resolution the answer in the file, if there is one
 * @param why one sentence where the state is not simply what the file says (expired, unproven,
 *     incomplete, not allowed by policy)
 * @param controls states of the controls that the answer names
 */
public record Answer(
    State state,
    Optional<Resolution> resolution,
    Optional<String> why,
    List<ControlState> controls) {
  public Answer {
    controls = List.copyOf(controls);
  }

  /** What an answer comes to. */
  public enum State {
    /** No answer, or none that holds. */
    OPEN,
    /** Every named control is proven. */
    CONTROLLED,
    /** Controls are named, but at least one is not proven. */
    UNPROVEN,
    /** A control is coming and its day has not passed. */
    PLANNED,
    /** A body accepted it and the day has not passed. */
    ACCEPTED;

    /** The word in JSON and reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
