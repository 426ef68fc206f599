package dev.countersign.assess.signoff;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.signoff.StaleCause.Sort;
import dev.countersign.model.ControlClaim;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Says how an answer, its proof or what lets it stand changed. */
final class AnswerCauses {
  private static final String UNSTATED = "not stated";
  private static final String EXPIRES = "expires";

  private final Basis basis;
  private final Item item;

  AnswerCauses(Basis basis, Item item) {
    this.basis = basis;
    this.item = item;
  }

  List<StaleCause> of(Difference difference) {
    return switch (difference.kind()) {
      case ANSWER -> answer(difference).stream().toList();
      case CONTROL -> control(difference).stream().toList();
      case EVIDENCE -> evidence(difference).stream().toList();
      case POLICY -> policy(difference).stream().toList();
      default -> List.of();
    };
  }

  private Optional<StaleCause> answer(Difference difference) {
    String name = difference.name();
    return switch (name) {
      case AnswerParts.STATE -> state(difference);
      case AnswerParts.KIND ->
          Optional.of(
              cause(
                  Sort.ANSWER,
                  "Its answer is %s now; it was %s."
                      .formatted(said(difference.now()), said(difference.was()))));
      case AnswerParts.DECIDES -> Optional.of(cause(Sort.RULE, decides(difference)));
      // Arguments of another kind of answer came and went with it.
      default ->
          difference.before().isPresent() && difference.after().isPresent()
              ? Optional.of(
                  cause(
                      Sort.ANSWER,
                      "In its answer, %s went from %s to %s."
                          .formatted(
                              name.substring(name.indexOf('.') + 1),
                              said(difference.was()),
                              said(difference.now()))))
              : Optional.empty();
    };
  }

  private static String decides(Difference difference) {
    List<String> come = difference.come();
    return come.isEmpty()
        ? "It no longer decides about " + String.join(", ", difference.gone()) + "."
        : "It decides about " + String.join(", ", come) + " now as well.";
  }

  /** An answer that says the same and no longer holds has passed a day, or lost its proof. */
  private Optional<StaleCause> state(Difference difference) {
    if (item.kind() == Item.Kind.ASSUMPTION) {
      return difference.now().contains("expired")
          ? Optional.of(cause(Sort.EXPIRED, "The assumption has passed its last day."))
          : Optional.empty();
    }
    Optional<Answer> answer = threat().map(AssessedThreat::answer);
    boolean lapsed = answer.filter(it -> it.state() == Answer.State.OPEN).isPresent();
    return lapsed
        ? answer.flatMap(Answer::why).map(why -> cause(lapse(why), why))
        : Optional.empty();
  }

  private Sort lapse(String why) {
    LocalDate day =
        item.dependency(Dependency.Kind.ANSWER, "accepted.until")
            .or(() -> item.dependency(Dependency.Kind.ANSWER, "planned.by"))
            .flatMap(found -> found.values().stream().findFirst())
            .flatMap(AnswerCauses::day)
            .orElse(LocalDate.MAX);
    return day.isBefore(basis.asOf()) ? Sort.EXPIRED : Sort.ANSWER;
  }

  private Optional<AssessedThreat> threat() {
    return basis.threats().stream()
        .filter(assessed -> assessed.threat().id().equals(item.id()))
        .findFirst();
  }

  private Optional<StaleCause> control(Difference difference) {
    String id = difference.name();
    if (difference.before().isEmpty() || difference.after().isEmpty()) {
      // The answer names other controls, and says so itself.
      return Optional.empty();
    }
    if (difference.now().contains(ControlParts.PROVEN)) {
      return Optional.of(new StaleCause(Sort.CONTROL, id, id + " is proven now."));
    }
    Optional<ControlState> state = Optional.ofNullable(basis.controls().get(id));
    String doubt = state.flatMap(ControlState::doubt).map(why -> " " + why).orElse("");
    Sort sort = state.filter(this::hasExpired).isPresent() ? Sort.EXPIRED : Sort.CONTROL;
    return Optional.of(
        new StaleCause(
            sort,
            id,
            difference.now().contains(ControlParts.UNCLAIMED)
                ? id + " is no longer claimed."
                : id + " is no longer proven." + doubt));
  }

  private boolean hasExpired(ControlState state) {
    return state.claim().evidence().values().stream()
        .flatMap(evidence -> Optional.ofNullable(evidence.arguments().get(EXPIRES)).stream())
        .map(ControlClaim.Argument::text)
        .flatMap(text -> day(text).stream())
        .anyMatch(day -> day.isBefore(basis.asOf()));
  }

  /**
   * {@code control@element kind argument}; of a control that came, went or lost its proof, none.
   */
  private Optional<StaleCause> evidence(Difference difference) {
    String[] words = difference.name().split(" ", 3);
    boolean proven =
        item.dependency(Dependency.Kind.CONTROL, words[0])
            .filter(control -> control.values().contains(ControlParts.PROVEN))
            .isPresent();
    boolean come = difference.before().isEmpty();
    if (!proven || words.length < 3 || (come && !words[2].equals(ControlParts.BYTES))) {
      return Optional.empty();
    }
    return Optional.of(
        new StaleCause(
            Sort.EVIDENCE,
            words[0],
            words[2].equals(ControlParts.BYTES)
                ? "The " + words[1] + " that proves " + words[0] + " is another one."
                : "%s of the %s for %s went from %s to %s."
                    .formatted(
                        words[2],
                        words[1],
                        words[0],
                        said(difference.was()),
                        said(difference.now()))));
  }

  private static Optional<StaleCause> policy(Difference difference) {
    return difference.before().isEmpty() || difference.after().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StaleCause(
                Sort.POLICY,
                difference.name(),
                "The policy lets %s accept %s; it was %s when that was signed."
                    .formatted(difference.name(), upTo(difference.now()), upTo(difference.was()))));
  }

  private static String upTo(List<String> most) {
    String word = String.join("", most);
    return word.equals("anything") || word.equals("nothing") ? word : "up to " + word;
  }

  private StaleCause cause(Sort sort, String text) {
    return new StaleCause(sort, item.id(), text);
  }

  private static String said(List<String> values) {
    return values.isEmpty() ? UNSTATED : quoted(String.join(", ", values));
  }

  /** Sentences that people wrote stand in quotes within ours. */
  private static String quoted(String text) {
    return text.endsWith(".") ? "“" + text + "”" : text;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
