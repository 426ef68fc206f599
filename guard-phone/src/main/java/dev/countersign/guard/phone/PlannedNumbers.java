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

  /** Where the zero in front is part of the number. */
  private static final String ITALY = "IT";

  private static final String UNKNOWN = "ZZ";
  private static final int FEWEST = 9;
  private static final int MOST = 12;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final List<Country> trunk = TRUNK.stream().map(this::country).toList();
  private final List<Country> bracketed = BRACKETED.stream().map(this::country).toList();

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
    if (!national(text, first)) {
      return false;
    }
    String digits = digits(text);
    String groups = groups(text);
    for (Country country : text.startsWith("0", first) ? trunk : bracketed) {
      if (is(country.number(digits), country, groups)) {
        return true;
      }
    }
    return false;
  }

  private Country country(String region) {
    return new Country(region, plans.getCountryCodeForRegion(region));
  }

  /** A country of which national numbers are known. */
  private record Country(String region, int code) {
    /**
     * The number that digits are when they are dialled there. To let the library read the text for
     * each country takes several times as long.
     */
    PhoneNumber number(String digits) {
      PhoneNumber number = new PhoneNumber().setCountryCode(code);
      if (region.equals(ITALY) && digits.startsWith("0")) {
        number.setItalianLeadingZero(true);
      }
      return number.setNationalNumber(Long.parseLong(digits));
    }
  }

  /** Whether it is an international number that a country has. */
  private boolean valid(String text) {
    try {
      return plans.isValidNumber(plans.parse(text, UNKNOWN));
    } catch (NumberParseException none) {
      return false;
    }
  }

  private boolean is(PhoneNumber number, Country country, String groups) {
    return plans.isValidNumberForRegion(number, country.region())
        && groups.equals(groups(plans.format(number, PhoneNumberFormat.NATIONAL)));
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

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.chars().filter(PlannedNumbers::digit).forEach(c -> digits.append((char) c));
    return digits.toString();
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
