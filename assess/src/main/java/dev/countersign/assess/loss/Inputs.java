package dev.countersign.assess.loss;

import dev.countersign.assess.Answer;
import dev.countersign.derive.graph.Arrival;
import dev.countersign.model.Place;
import java.util.ArrayList;
import java.util.List;

/** What goes into the loss of a threat, in sentences: first what the file says, then the priors. */
final class Inputs {
  private static final String OURS = " (our prior)";

  private Inputs() {}

  static List<String> of(Scenario scenario) {
    List<String> inputs = new ArrayList<>();
    inputs.add(amount(scenario.stake()));
    scenario.stake().volume().ifPresent(volume -> inputs.add(volume(scenario.stake(), volume)));
    inputs.add(often(scenario));
    inputs.add(works(scenario));
    inputs.add(extent(scenario));
    inputs.add(passes(scenario));
    inputs.add(remains(scenario));
    inputs.add(answered(scenario.assessed().answer().state()));
    return inputs;
  }

  private static String amount(Stake stake) {
    String low = stake.money().low().toPlainString();
    String high = stake.money().high().toPlainString();
    String range = low.equals(high) ? high : low + " to " + high;
    return "%s: %s %s for %s%s."
        .formatted(
            stake.decision().id(),
            range,
            stake.currency(),
            switch (stake.per()) {
              case DECISION -> "each wrong decision";
              case INCIDENT -> "each incident";
              case DAY -> "each day that it goes wrong";
            },
            given(stake, "if-wrong.financial"));
  }

  private static String volume(Stake stake, String volume) {
    return "%s is made %s%s.".formatted(stake.decision().id(), volume, given(stake, "volume"));
  }

  private static String given(Stake stake, String key) {
    Place place = stake.decision().placeOf(key);
    return " (" + place.file() + ":" + place.line() + ")";
  }

  private static String often(Scenario scenario) {
    String times = scenario.tries().interval() + " times a year";
    return scenario
        .starter()
        .map(actor ->
            actor.id()
                + " ("
                + Arrival.trustOf(actor).word()
                + ") or the like tries it "
                + times
                + gain(scenario.acts())
                + OURS
                + ".")
        .orElse("It comes about by itself " + times + OURS + ".");
  }

  private static String gain(Prior acts) {
    return switch (acts) {
      case ACTS_FOR_GAIN -> ", since a gain is stated";
      case ACTS_FOR_NOTHING -> ", of which " + acts.interval() + " remain, as there is no gain";
      default -> ", of which " + acts.interval() + " remain, as no gain is stated";
    };
  }

  private static String works(Scenario scenario) {
    String share = scenario.works().interval();
    return switch (scenario.works()) {
      case WORKS_LOW -> share + " of attempts work: it takes little effort" + OURS + ".";
      case WORKS_MEDIUM ->
          share + " of attempts work: it takes scripts and many tries" + OURS + ".";
      case WORKS_HIGH -> share + " of attempts work: it takes research and patience" + OURS + ".";
      default -> "It needs nobody who makes it work.";
    };
  }

  private static String extent(Scenario scenario) {
    String days = scenario.reach().lasting().interval() + " days";
    String much = scenario.reach().extent().interval();
    boolean each = scenario.stake().per() == Stake.Per.DECISION;
    return switch (scenario.reach()) {
          case INPUTS ->
              "An incident runs for "
                  + days
                  + (each ? " and turns " + much + " decisions a day" : "");
          case MODEL ->
              "An incident runs for "
                  + days
                  + (each ? " and spoils " + much + " of decisions" : "");
          case OUTAGE ->
              "An outage lasts " + days + "; " + much + " of it is as bad as being wrong";
        }
        + OURS
        + ".";
  }

  private static String passes(Scenario scenario) {
    String share = scenario.passes().interval();
    return switch (scenario.passes()) {
      case PASSES_AUTOMATIC -> "No person stops any of it: automatic.";
      case PASSES_UNSTATED -> share + " of it is not stopped by people: not stated" + OURS + ".";
      default ->
          "%s of it is not stopped by people: %s%s."
              .formatted(share, scenario.stake().decision().word("automation").orElse(""), OURS);
    };
  }

  private static String remains(Scenario scenario) {
    String share = scenario.remains().interval();
    return switch (scenario.remains()) {
      case REMAINS_ALL -> "All of the amount remains: it cannot be undone.";
      case REMAINS_PARTLY ->
          share + " of the amount remains: it can be undone in part" + OURS + ".";
      case REMAINS_LITTLE -> share + " of the amount remains: it can be undone" + OURS + ".";
      default ->
          share + " of the amount remains: whether it can be undone is not stated" + OURS + ".";
    };
  }

  private static String answered(Answer.State state) {
    return state == Answer.State.CONTROLLED
        ? "A proven control stops " + Prior.STOPPED.interval() + " of incidents" + OURS + "."
        : "No proven control counts: " + state.word() + ".";
  }
}
