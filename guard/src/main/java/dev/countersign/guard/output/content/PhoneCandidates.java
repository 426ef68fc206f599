package dev.countersign.guard.output.content;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Asks whether something in one text is a telephone number. A library takes long to tell: behind
 * the first {@value #MOST} candidates of a text the rule decides that holds without one, so that
 * nobody keeps the gate busy. Not for use by several threads.
 */
final class PhoneCandidates {
  /** How many of a text the library is asked about. */
  static final int MOST = 100;

  private int asked;

  boolean isPhoneNumber(String text) {
    if (asked == MOST || Library.PLANS.isEmpty()) {
      return international(text);
    }
    asked++;
    return Library.PLANS.get().isPhoneNumber(text);
  }

  /** Without a library only numbers with their country's code are known: ITU-T E.164. */
  private static boolean international(String text) {
    return text.startsWith("+") && Chars.at(text, 1) >= '1' && Chars.at(text, 1) <= '9';
  }

  /** Loaded when the first number is to be decided about. */
  private static final class Library {
    private static final Optional<PhoneNumbers> PLANS =
        ServiceLoader.load(PhoneNumbers.class, PhoneCandidates.class.getClassLoader()).findFirst();

    private Library() {}
  }
}
