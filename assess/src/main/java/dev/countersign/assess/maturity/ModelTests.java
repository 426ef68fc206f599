package dev.countersign.assess.maturity;

import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what a threat model says of itself. */
final class ModelTests {
  private static final int REVIEW = 90;
  private static final int YEAR = 366;

  private ModelTests() {}

  static Seen described(Practice practice) {
    List<String> missing = new ArrayList<>();
    if (practice.elements(ElementKind.ACTOR, ModelTests::isDeclared).isEmpty()) {
      missing.add("actors");
    }
    if (practice.elements(ElementKind.MODEL, _ -> true).isEmpty()) {
      missing.add("models");
    }
    if (practice.elements(ElementKind.DECISION, _ -> true).isEmpty()
        && practice.elements(ElementKind.OUTPUT, _ -> true).isEmpty()) {
      missing.add("decisions");
    }
    return missing.isEmpty()
        ? Seen.met("It declares " + Names.count(declared(practice), "element") + ".")
        : Seen.missing(
            "It declares no " + String.join(" and no ", missing) + ".",
            "Declare what there is; 'countersign explain SECTION' says how.",
            missing.stream().map(section -> section + ": …").toArray(String[]::new));
  }

  private static long declared(Practice practice) {
    return practice.system().elements().values().stream().filter(ModelTests::isDeclared).count();
  }

  /** The actor anyone is built in. */
  private static boolean isDeclared(Element element) {
    return !element.id().equals("anyone");
  }

  static Seen leads(Practice practice) {
    SystemInfo info = practice.system().info();
    if (info.mlLead().isPresent() && info.mlLead().equals(info.securityLead())) {
      return Seen.missing("Both leads are the same.", "Name two people under system.");
    }
    List<String> missing = new ArrayList<>();
    if (info.mlLead().isEmpty()) {
      missing.add("ml-lead");
    }
    if (info.securityLead().isEmpty()) {
      missing.add("security-lead");
    }
    return missing.isEmpty()
        ? Seen.met("Both are named.")
        : Seen.missing(
            "It names no " + String.join(" and no ", missing) + ".",
            "Add under system:",
            missing.stream().map(lead -> lead + ": …").toArray(String[]::new));
  }

  static Seen current(Practice practice) {
    LocalDate today = practice.assessment().asOf();
    Optional<LocalDate> day = practice.system().info().nextCheckpoint();
    String add = "next-checkpoint: " + today.plusDays(REVIEW);
    if (day.isEmpty()) {
      return Seen.missing("No day is set.", "Agree on a day and add under system:", add);
    }
    return day.get().isBefore(today)
        ? Seen.missing(
            "It was to be reviewed by " + day.get() + ".",
            "Go through it with both leads, then set the next day:",
            add)
        : Seen.met("It is reviewed by " + day.get() + ".");
  }

  static Seen yearly(Practice practice) {
    LocalDate latest = practice.assessment().asOf().plusDays(YEAR);
    Optional<LocalDate> day = practice.system().info().nextCheckpoint();
    if (day.filter(it -> !it.isAfter(latest)).isPresent()) {
      return Seen.met("It is reviewed by " + day.get() + ".");
    }
    return Seen.missing(
        day.map(it -> "The next review is as late as " + it + ".").orElse("No day is set."),
        "Set under system at the latest:",
        "next-checkpoint: " + latest);
  }

  static Seen questions(Practice practice) {
    int open = practice.assessment().questions().size();
    return open == 0
        ? Seen.met("No question is open.")
        : Seen.missing(
            Names.count(open, "question") + (open == 1 ? " is" : " are") + " open.",
            "Let it ask those that decide most: " + practice.command("--ask "));
  }

  static Seen signed(Practice practice) {
    SignOffs signOffs = practice.assessment().signOffs();
    List<SignOff> without =
        signOffs.roles().stream()
            .filter(signOff -> signOff.required() || SignOffs.LEADS.contains(signOff.role()))
            .filter(signOff -> !(signOff.state() instanceof SignOff.State.Signed))
            .toList();
    if (!without.isEmpty()) {
      return Seen.missing(
          "Missing: "
              + String.join(", ", without.stream().map(ModelTests::unsigned).toList())
              + ".",
          "Have it signed: " + command(without.getFirst(), practice));
    }
    return signOffs.same().isEmpty()
        ? Seen.met("Both have signed.")
        : Seen.missing(
            String.join(", ", signOffs.same()) + " signed in more than one role.",
            "Have one of the roles signed by another person.");
  }

  private static String unsigned(SignOff signOff) {
    return signOff.state() instanceof SignOff.State.Void
        ? signOff.title() + " (void since the system changed)"
        : signOff.title();
  }

  private static String command(SignOff signOff, Practice practice) {
    return "countersign signoff --role "
        + signOff.role().word()
        + " "
        + ShellName.of(practice.system().file());
  }

  static Seen priced(Practice practice) {
    Losses losses = practice.assessment().losses();
    List<String> decisions = Names.ids(practice.elements(ElementKind.DECISION, _ -> true));
    if (decisions.isEmpty()) {
      return Seen.missing(
          "No decision is declared.", "Declare what follows from the output, and what it costs.");
    }
    return losses.missing().isEmpty()
        ? Seen.met("Every decision gives its amounts.")
        : Seen.missing(
            "No amounts or no volume: " + Names.of(losses.missing()) + ".",
            "Ask the business what one wrong decision costs, and add:",
            losses.missing().getFirst()
                + ": { volume: …/day, if-wrong: { financial: … EUR, per: decision } }");
  }
}
