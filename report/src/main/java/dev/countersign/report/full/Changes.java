package dev.countersign.report.full;

import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.ThreatChange;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.report.change.ChangeWords;
import dev.countersign.report.words.SignedWords;
import dev.countersign.report.words.Words;
import java.util.List;
import java.util.Optional;

/** What changed since the version compared with, and who signed. */
public final class Changes {
  private final Page page;

  Changes(Page page) {
    this.page = page;
  }

  /** What changed, if there is a version to compare with. */
  public Optional<SystemChange> since() {
    return page.report().since();
  }

  /** What changed besides elements and threats. */
  public List<OtherChanges.Other> others() {
    return since().map(OtherChanges::of).orElse(List.of());
  }

  /** What became of a threat, in words: what happened, and how it stands. */
  public String what(ThreatChange change) {
    String word =
        switch (change.sort()) {
          case NEW -> "new";
          case REOPENED -> "re-opened";
          case RERANKED -> "re-ranked";
          case ANSWERED -> "answered otherwise";
          case GONE -> "gone";
        };
    return word + ": " + ChangeWords.standing(change);
  }

  /** Why, each one sentence; what only repeats the change itself is left out. */
  public List<String> why(ThreatChange change) {
    return ChangeWords.causes(change);
  }

  /** The signatures, one for each role. */
  public List<SignOff> signOffs() {
    return page.assessment().signOffs().roles();
  }

  /** The state of a signature, in a word. */
  public String word(SignOff signOff) {
    return switch (signOff.state()) {
      case SignOff.State.Unsigned _ -> "UNSIGNED";
      case SignOff.State.Signed _ -> "signed";
      case SignOff.State.Void _ -> "VOID";
    };
  }

  /** The class that colours the state. */
  public String tone(SignOff signOff) {
    return switch (signOff.state()) {
      case SignOff.State.Unsigned _ -> "warn";
      case SignOff.State.Signed _ -> "good";
      case SignOff.State.Void _ -> "bad";
    };
  }

  /** The state of a signature, in a sentence. */
  public String says(SignOff signOff) {
    return switch (signOff.state()) {
      case SignOff.State.Unsigned _ -> "Nobody has signed this version.";
      case SignOff.State.Signed(var by, var on) ->
          "Signed by " + by + " on " + on + "; it holds for the system as it is.";
      case SignOff.State.Void gone ->
          "Signed by %s on %s. Since then %s, and %s."
              .formatted(
                  gone.by(), gone.on(), Words.and(SignedWords.lost(gone)), SignedWords.left(gone));
    };
  }

  /** What changed since a signature and which answers are void because of it. */
  public List<SignOff.Reason> reasons(SignOff signOff) {
    return signOff.state() instanceof SignOff.State.Void gone ? gone.reasons() : List.of();
  }
}
