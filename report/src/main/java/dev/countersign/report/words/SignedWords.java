package dev.countersign.report.words;

import dev.countersign.assess.signoff.SignOff;
import java.util.ArrayList;
import java.util.List;

/** What is left of signatures, in words. */
public final class SignedWords {
  private SignedWords() {}

  /** What is no longer covered: {@code 2 answers are void}, {@code 1 answer is new}. */
  public static List<String> lost(SignOff.State.Void gone) {
    List<String> parts = new ArrayList<>();
    if (gone.gone() > 0) {
      parts.add(are(gone.gone(), "void"));
    }
    if (gone.fresh() > 0) {
      parts.add(are(gone.fresh(), "new"));
    }
    return parts;
  }

  /** What still is: {@code 20 answers stand}. */
  public static String left(SignOff.State.Void gone) {
    return gone.stands() == 0
        ? "none stands"
        : Words.count(gone.stands(), "answer") + (gone.stands() == 1 ? " stands" : " stand");
  }

  private static String are(int number, String what) {
    return Words.count(number, "answer") + (number == 1 ? " is " : " are ") + what;
  }
}
