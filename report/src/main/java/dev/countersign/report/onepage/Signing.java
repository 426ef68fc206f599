package dev.countersign.report.onepage;

import dev.countersign.assess.signoff.SignOff;
import java.util.List;

/** The two signature blocks with what they are worth today. */
final class Signing {
  /** How many changes are told: the block has half the width of the page. */
  private static final int MOST = 3;

  private final Budget budget;

  Signing(Budget budget) {
    this.budget = budget;
  }

  Page.Signature of(SignOff signOff) {
    Phrase named =
        signOff.named().map(name -> Phrase.of(clip(name))).orElse(Phrase.of("nobody is named"));
    return switch (signOff.state()) {
      case SignOff.State.Unsigned _ -> block(signOff, named, "unsigned", Phrase.of("Not signed."));
      case SignOff.State.Signed signed ->
          block(
              signOff,
              named,
              "signed",
              Phrase.of(
                  "Signed by "
                      + clip(signed.by())
                      + " on "
                      + Numbers.day(signed.on())
                      + "; it holds for the system as it is."));
      case SignOff.State.Void gone -> block(signOff, named, "void", voided(gone));
    };
  }

  private static Page.Signature block(SignOff signOff, Phrase named, String state, Phrase says) {
    return new Page.Signature(signOff.title(), named, state, says);
  }

  private Phrase voided(SignOff.State.Void gone) {
    return Phrase.of(
        "Void: signed by "
            + clip(gone.by())
            + " on "
            + Numbers.day(gone.on())
            + extent(gone)
            + because(gone.reasons()));
  }

  /** How much of what was signed is left. */
  private static String extent(SignOff.State.Void gone) {
    String fresh = gone.fresh() == 0 ? "" : Numbers.count(gone.fresh(), "answer") + " new";
    if (gone.gone() == 0) {
      return "; since then " + fresh + ", not signed.";
    }
    String left =
        gone.stands() == 0 ? "none stands" : Numbers.small(gone.stands()) + " still stand";
    return ", but the system has changed since: "
        + Numbers.count(gone.gone(), "answer")
        + " void, "
        + (fresh.isEmpty() ? "" : fresh + ", ")
        + left
        + ".";
  }

  private String because(List<SignOff.Reason> reasons) {
    List<String> shown =
        reasons.stream()
            .limit(Math.min(MOST, budget.vectors()))
            .map(reason -> clip(reason.cause().text()))
            .toList();
    int left = reasons.size() - shown.size();
    String more =
        left == 0 ? "" : " " + Nouns.capitalised(Numbers.count(left, "further change")) + ".";
    return shown.isEmpty() ? "" : " " + Numbers.days(String.join(" ", shown)) + more;
  }

  private String clip(String text) {
    return Clip.to(budget.text(), text);
  }
}
