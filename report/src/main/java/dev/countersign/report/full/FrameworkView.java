package dev.countersign.report.full;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.obligation.Obligation;
import dev.countersign.assess.obligation.Obligations;
import dev.countersign.derive.Question;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A law or framework with what it asks.
 *
 * @param framework which
 * @param obligations by id
 */
public record FrameworkView(Obligation.Framework framework, List<ObligationView> obligations) {
  /** Nothing in the system falls under those, as far as it is known. */
  public static final List<Obligation.State> BEYOND =
      List.of(Obligation.State.NOT_APPLICABLE, Obligation.State.NOT_SHOWN);

  public FrameworkView {
    obligations = List.copyOf(obligations);
  }

  /**
   * One entry of it.
   *
   * @param obligation as judged
   * @param reference what it is called and says
   * @param threats those under it
   * @param instead where its own practice is not in place: the threats that others answer
   * @param answeredBy ids of the controls that answer those instead
   */
  public record ObligationView(
      Obligation obligation,
      Reference reference,
      List<Line> threats,
      List<Line> instead,
      List<String> answeredBy) {
    private static final int NAMED = 6;

    public ObligationView {
      threats = List.copyOf(threats);
      instead = List.copyOf(instead);
      answeredBy = List.copyOf(answeredBy);
    }

    /** Ids of the open questions that could bring a threat under it, the first few. */
    public String questions() {
      List<Question> open = obligation.questions();
      String named = open.stream().limit(NAMED).map(Question::id).collect(Collectors.joining(", "));
      return open.size() > NAMED ? named + " and " + (open.size() - NAMED) + " more" : named;
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

  /** Those that something in this system is about, or may be. */
  public List<ObligationView> applicable() {
    return obligations.stream().filter(it -> !BEYOND.contains(it.obligation().state())).toList();
  }

  /** Those in a state in which nothing is to be said about each. */
  public List<ObligationView> others(Obligation.State state) {
    return obligations.stream().filter(it -> it.obligation().state() == state).toList();
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
    List<AssessedThreat> instead =
        obligation.state() == Obligation.State.OTHERWISE ? obligation.meant() : List.of();
    return new ObligationView(
        obligation,
        page.reference(obligation.id()),
        page.lines(obligation.threats()),
        page.lines(instead),
        instead.stream()
            .flatMap(threat -> threat.answer().controls().stream())
            .map(control -> control.claim().id())
            .distinct()
            .sorted()
            .toList());
  }
}
