package dev.countersign.cli.report;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.cli.console.Refused;
import dev.countersign.model.yaml.Problems;
import java.util.List;

/** The threat that a diagram shows. */
public final class Highlight {
  private Highlight() {}

  /**
   * Refuses a threat that no system has.
   *
   * @throws Refused with the nearest id
   */
  public static void refuseUnknown(String threat, List<Checked> systems) {
    if (systems.stream().noneMatch(system -> isIn(threat, system))) {
      throw new Refused(
          "no system here has a threat '"
              + threat
              + "'. "
              + new Problems()
                  .suggest(threat, systems.stream().flatMap(s -> ids(s).stream()).toList())
                  .map(near -> "Did you mean " + near + "?")
                  .orElse("countersign check --all lists them."));
    }
  }

  /** Whether a system has the threat, by its own id or by that of a member. */
  public static boolean isIn(String threat, Checked system) {
    return ids(system).contains(threat);
  }

  private static List<String> ids(Checked system) {
    return system.assessment().threats().stream()
        .map(AssessedThreat::threat)
        .flatMap(threat -> threat.ids().stream())
        .toList();
  }
}
