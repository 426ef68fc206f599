package dev.countersign.report.full;

import dev.countersign.assess.obligation.Obligation;
import dev.countersign.assess.obligation.Obligations;
import java.util.Arrays;
import java.util.List;

/**
 * A law or framework with what it asks.
 *
 * @param framework which
 * @param obligations by id
 */
public record FrameworkView(Obligation.Framework framework, List<ObligationView> obligations) {
  public FrameworkView {
    obligations = List.copyOf(obligations);
  }

  /**
   * One entry of it.
   *
   * @param obligation as judged
   * @param reference what it is called and says
   * @param threats those under it
   */
  public record ObligationView(Obligation obligation, Reference reference, List<Line> threats) {
    public ObligationView {
      threats = List.copyOf(threats);
    }

    /** The class that colours the state. */
    public String tone() {
      return Tone.of(obligation.state());
    }

    /** The class that colours how a practice stands. */
    public String tone(Obligation.Practice practice) {
      return Tone.of(practice.state());
    }
  }

  /** How many are in that state. */
  public long count(Obligation.State state) {
    return obligations.stream().filter(it -> it.obligation().state() == state).count();
  }

  /** Those that something in this system is about. */
  public List<ObligationView> applicable() {
    return obligations.stream()
        .filter(it -> it.obligation().state() != Obligation.State.NOT_APPLICABLE)
        .toList();
  }

  /** Those that nothing in this system is about. */
  public List<ObligationView> others() {
    return obligations.stream()
        .filter(it -> it.obligation().state() == Obligation.State.NOT_APPLICABLE)
        .toList();
  }

  static List<FrameworkView> all(Page page) {
    List<Obligation> all = Obligations.of(page.checked());
    return Arrays.stream(Obligation.Framework.values())
        .map(framework ->
            new FrameworkView(
                framework,
                all.stream()
                    .filter(it -> it.framework() == framework)
                    .map(it -> view(it, page))
                    .toList()))
        .toList();
  }

  private static ObligationView view(Obligation obligation, Page page) {
    return new ObligationView(
        obligation, page.reference(obligation.id()), page.lines(obligation.threats()));
  }
}
