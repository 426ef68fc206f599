package dev.countersign.assess.maturity;

/** Looks at the repository around a threat model. */
final class TraceTests {
  private TraceTests() {}

  static Seen ci(Practice practice) {
    Traces traces = practice.traces();
    if (!traces.ci().isEmpty()) {
      return Seen.met("Called in " + Names.of(traces.ci()) + ".");
    }
    return Seen.missing(
        traces.hooks().isEmpty()
            ? "No CI configuration of the repository calls Countersign."
            : Names.of(traces.hooks())
                + " calls it before a commit, which anybody can skip; CI does not.",
        "Let a job that every change has to pass run:",
        "countersign check");
  }

  static Seen owned(Practice practice) {
    Traces traces = practice.traces();
    return traces.owners().isPresent()
        ? Seen.met("Owned by " + traces.owners().get() + ".")
        : Seen.missing(
            "No line of a CODEOWNERS file gives it an owner.",
            "Add to CODEOWNERS, and let the host require their review:",
            "countersign.yaml @ml-lead @security-lead");
  }
}
