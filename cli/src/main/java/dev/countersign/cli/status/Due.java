package dev.countersign.cli.status;

import dev.countersign.assess.Checked;
import dev.countersign.assess.calendar.Deadline;
import dev.countersign.assess.calendar.Deadlines;
import java.util.Comparator;
import java.util.List;

/** A deadline of one of several systems. */
record Due(String system, Deadline deadline) {
  /** Those of all systems, the earliest first. */
  static List<Due> of(List<Checked> systems) {
    return systems.stream()
        .flatMap(system -> Deadlines.of(system).stream().map(it -> new Due(system.id(), it)))
        .sorted(
            Comparator.comparing((Due due) -> due.deadline().day())
                .thenComparing(Due::system)
                .thenComparing(due -> due.deadline().sort())
                .thenComparing(due -> due.deadline().subject()))
        .toList();
  }
}
