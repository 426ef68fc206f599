package dev.countersign.guard.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.countersign.guard.output.content.PhoneNumbers;
import java.util.List;

/**
 * Telephone numbers that a numbering plan has, by <a
 * href="https://github.com/google/libphonenumber">libphonenumber</a>. International ones are those
 * of all countries, in any groups. National ones are those of {@link #TRUNK} and {@link
 * #BRACKETED}, and only in the groups in which they are written there, since nearly any ten digits
 * are somebody's number somewhere. Thread-safe.
 */
public final class PlannedNumbers implements PhoneNumbers {
  /** Countries whose numbers are known by the zero in front. */
  static final List<String> TRUNK =
      List.of("GB", "DE", "FR", "IT", "NL", "BE", "CH", "AT", "SE", "AU", "JP", "IN", "ZA");

  /**
   * Countries that put the area in brackets without a zero, or write three groups with signs
   * between.
   */
  static final List<String> BRACKETED = List.of("US", "BR");

  private static final String UNKNOWN = "ZZ";
  private static final int FEWEST = 9;
  private static final int MOST = 12;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  /** For {@link java.util.ServiceLoader}. */
  public PlannedNumbers() {}

  @Override
  public boolean isPhoneNumber(String text) {
    if (text.startsWith("+")) {
      return valid(text);
    }
    if (text.startsWith("00")) {
      return valid('+' + text.substring(2));
    }
    int first = text.startsWith("(") ? 1 : 0;
    boolean zero = text.startsWith("0", first);
    return national(text, first)
        && (zero ? TRUNK : BRACKETED).stream().anyMatch(one -> is(text, one));
  }

  /** Whether it is an international number that a country has. */
  private boolean valid(String text) {
    try {
      return plans.isValidNumber(plans.parse(text, UNKNOWN));
    } catch (NumberParseException none) {
      return false;
    }
  }

  private boolean is(String text, String country) {
    try {
      PhoneNumber number = plans.parse(text, country);
      return plans.isValidNumberForRegion(number, country)
          && groups(text).equals(groups(plans.format(number, PhoneNumberFormat.NATIONAL)));
    } catch (NumberParseException none) {
      return false;
    }
  }

  /**
   * Whether it has the form of any national number, before plans are asked, which takes long: two
   * digits first, which decimals have not, 9 to 12 in all, and groups, since ten digits in a row
   * are an order as likely as a number.
   */
  private static boolean national(String text, int first) {
    int digits = (int) text.chars().filter(PlannedNumbers::digit).count();
    return digits >= FEWEST
        && digits <= MOST
        && digits < text.length()
        && digit(text.charAt(first))
        && digit(text.charAt(first + 1));
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Its digits, with one blank between groups. */
  private static String groups(String text) {
    StringBuilder groups = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = groups.isEmpty();
      if (digit(c)) {
        groups.append(c);
      } else if (!first && groups.charAt(groups.length() - 1) != ' ') {
        groups.append(' ');
      }
    }
    return groups.toString();
  }
}
