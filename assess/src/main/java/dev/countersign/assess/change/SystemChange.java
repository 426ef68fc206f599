package dev.countersign.assess.change;

import java.util.List;
import java.util.Optional;

/**
 * What changed between two versions of a system. Order, comments, formatting and the way a value is
 * written are no change.
 *
 * @param system id; that of the later version
 * @param formerly the id in the earlier version, where it was another
 * @param before what the earlier version is called: a revision, a file
 * @param after what the later one is called
 * @param was what the earlier version comes to
 * @param is what the later version comes to
 * @param renamed elements that say the same under another id, by the later id
 * @param elements by id
 * @param threats by what happened, then by rank
 * @param resolutions answers that the file gives otherwise, also to threats that do not derive, by
 *     threat
 * @param controls claims and proofs that changed, by id
 * @param assumptions by id
 * @param questions new ones first, then by id
 * @param wording texts that decide nothing and read otherwise; they alone make no change
 */
public record SystemChange(
    String system,
    Optional<String> formerly,
    String before,
    String after,
    Standing was,
    Standing is,
    List<Renaming> renamed,
    List<ElementChange> elements,
    List<ThreatChange> threats,
    List<ResolutionChange> resolutions,
    List<ControlChange> controls,
    List<AssumptionChange> assumptions,
    List<QuestionChange> questions,
    List<FactChange> wording) {
  public SystemChange {
    renamed = List.copyOf(renamed);
    elements = List.copyOf(elements);
    threats = List.copyOf(threats);
    resolutions = List.copyOf(resolutions);
    controls = List.copyOf(controls);
    assumptions = List.copyOf(assumptions);
    questions = List.copyOf(questions);
    wording = List.copyOf(wording);
  }

  /**
   * Compares two versions. What a change of facts brought about is found by deriving anew without
   * it, as far as that is affordable; {@link Cause#grounds()} says which.
   */
  public static SystemChange between(Version before, Version after) {
    return new Comparison(before, after).run();
  }

  /** Whether there is nothing to tell: both versions mean the same and stand the same. */
  public boolean isEmpty() {
    return formerly.isEmpty()
        && renamed.isEmpty()
        && elements.isEmpty()
        && threats.isEmpty()
        && resolutions.isEmpty()
        && controls.isEmpty()
        && assumptions.isEmpty()
        && questions.isEmpty();
  }

  /** The threats to which that happened, by rank. */
  public List<ThreatChange> threats(ThreatChange.Sort sort) {
    return threats.stream().filter(threat -> threat.sort() == sort).toList();
  }
}
