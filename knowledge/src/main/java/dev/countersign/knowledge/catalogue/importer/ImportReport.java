package dev.countersign.knowledge.catalogue.importer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an import did.
 *
 * @param outcomes one for each catalogue, sorted by its id
 */
public record ImportReport(List<Outcome> outcomes) {
  public ImportReport {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * What became of one catalogue.
   *
   * @param catalogue its id
   * @param edition its edition
   * @param entries how many entries it has now
   * @param change what became of its file
   */
  public record Outcome(String catalogue, String edition, int entries, Change change) {}

  /** What became of the file of a catalogue. */
  public enum Change {
    /** It is new or has other content now. */
    WRITTEN,
    /** The import gave the same bytes. */
    SAME,
    /** The folder has none of its files, so the data stay as they were. */
    KEPT
  }

  /** A line for each catalogue. */
  @Override
  public String toString() {
    return outcomes.stream().map(ImportReport::line).collect(Collectors.joining());
  }

  private static String line(Outcome outcome) {
    String what =
        switch (outcome.change()) {
          case WRITTEN -> "written";
          case SAME -> "the same as before";
          case KEPT -> "kept: none of its files is in the folder";
        };
    String name = outcome.catalogue() + " " + outcome.edition();
    return name + ": " + outcome.entries() + " entries, " + what + "\n";
  }
}
