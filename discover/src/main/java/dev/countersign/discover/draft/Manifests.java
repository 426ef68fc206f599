package dev.countersign.discover.draft;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.Optional;

/** What the manifests of a unit say of how its libraries get in. */
final class Manifests {
  private Manifests() {}

  /** A lock file with hashes pins; a manifest without one that leaves versions open floats. */
  static void dependencies(Bench bench, String unit, Piece component) {
    Optional<Finding> lock =
        bench
            .about(What.TRAIT)
            .filter(trait -> trait.name().equals("dependencies") && inUnit(bench, trait, unit))
            .findFirst();
    Optional<Finding> open =
        bench
            .about(What.LIBRARY)
            .filter(library -> library.is(Detail.VALUE, "floating") && inUnit(bench, library, unit))
            .findFirst();
    lock.ifPresentOrElse(
        found -> component.add("dependencies", "pinned", found.where()),
        () -> open.ifPresent(found -> component.add("dependencies", "floating", found.where())));
  }

  private static boolean inUnit(Bench bench, Finding finding, String unit) {
    return bench.unit(finding).equals(unit);
  }
}
