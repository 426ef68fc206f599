package dev.countersign.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/**
 * The answer that the file gives to one threat. Required arguments that are missing are empty here;
 * the assessment reports them, since a threat without a whole answer is open.
 */
public sealed interface Resolution {
  /** The threat id that is answered, {@code family@element}. */
  String threat();

  /** Where the answer stands. */
  Place place();

  /** The word that stands for its kind in YAML and JSON. */
  default String kind() {
    return switch (this) {
      case ByControl _ -> "control";
      case Planned _ -> "planned";
      case Accepted _ -> "accepted";
      case DesignedOut _ -> "designed-out";
    };
  }

  /**
   * What the answer says as written, by argument; what is not said is not there. The controls of
   * {@link ByControl} are a list and stand there.
   */
  default SequencedMap<String, String> arguments() {
    SequencedMap<String, String> said = new LinkedHashMap<>();
    BiConsumer<String, Optional<?>> put =
        (name, value) -> value.ifPresent(given -> said.put(name, given.toString()));
    switch (this) {
      case ByControl _ -> {}
      case Planned planned -> {
        put.accept("control", planned.control());
        put.accept("owner", planned.owner());
        put.accept("by", planned.by());
        put.accept("ticket", planned.ticket());
      }
      case Accepted accepted -> {
        put.accept("by", accepted.by());
        put.accept("until", accepted.until());
        put.accept("reason", accepted.reason());
        put.accept("record", accepted.record());
      }
      case DesignedOut out -> {
        put.accept("change", out.change());
        put.accept("reference", out.reference());
      }
    }
    return Collections.unmodifiableSequencedMap(said);
  }

  /** Controls are in place now: {@code control: [model-signing@fraud-gbt]}. */
  record ByControl(String threat, Place place, List<String> controls) implements Resolution {
    public ByControl {
      controls = List.copyOf(controls);
    }
  }

  /** A control is coming: who builds it, by when, under which ticket. */
  record Planned(
      String threat,
      Place place,
      Optional<String> control,
      Optional<String> owner,
      Optional<LocalDate> by,
      Optional<String> ticket)
      implements Resolution {}

  /** A named body lives with the risk until a day. */
  record Accepted(
      String threat,
      Place place,
      Optional<String> by,
      Optional<LocalDate> until,
      Optional<String> reason,
      Optional<String> record)
      implements Resolution {}

  /** The design changed so that the threat no longer derives; believed only while that is so. */
  record DesignedOut(
      String threat, Place place, Optional<String> change, Optional<String> reference)
      implements Resolution {}
}
