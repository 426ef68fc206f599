package dev.countersign.model.read;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody meant who wrote a quantity in another form: {@code 10k €} for 10000 EUR. */
final class Guess {
  /** A number, perhaps with thousands set apart, then k or m for a thousand or a million. */
  private static final String NUMBER =
      "([0-9]{1,3}(?:[,_' ][0-9]{3})+|[0-9]{1,12}(?:\\.[0-9]{1,4})?) ?([kKmM]?)";

  private static final Pattern MONEY =
      Pattern.compile("([A-Za-z]{3}|[€$£])? ?" + NUMBER + " ?([A-Za-z]{3}|[€$£])?");
  private static final Pattern RATE =
      Pattern.compile(NUMBER + " ?(?:/|per |a |an )? ?(?:1 ?)?([a-zA-Z]{1,7})");

  /** Longer texts are no quantities. */
  private static final int LONGEST = 40;

  private Guess() {}

  /** The amount in the form of the language, if one can be made out. */
  static Optional<String> money(String text) {
    return match(MONEY, text).flatMap(found -> money(number(found, 2), found));
  }

  private static Optional<String> money(String number, Matcher found) {
    String before = Optional.ofNullable(found.group(1)).orElse("");
    String after = Optional.ofNullable(found.group(4)).orElse("");
    // Without a currency this one stands for any.
    String currency = before.isEmpty() && after.isEmpty() ? "EUR" : currency(before + after);
    return Optional.of(number + " " + currency)
        .filter(guess -> Quantities.money(guess).isPresent());
  }

  private static String currency(String written) {
    return switch (written) {
      case "€" -> "EUR";
      case "$" -> "USD";
      case "£" -> "GBP";
      default -> written.toUpperCase(Locale.ROOT);
    };
  }

  /** The rate in the form of the language, if one can be made out. */
  static Optional<String> rate(String text) {
    return match(RATE, text)
        .map(found -> number(found, 1) + "/" + unit(found.group(3)))
        .filter(guess -> Quantities.rate(guess).isPresent());
  }

  private static String unit(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "sec", "second", "seconds", "rps", "qps" -> "s";
      case "m", "minute", "minutes", "rpm" -> "min";
      case "hr", "hour", "hours" -> "h";
      case "d", "days", "daily" -> "day";
      case "w", "weeks", "weekly" -> "week";
      case "mo", "months", "monthly" -> "month";
      case "y", "yr", "years", "yearly" -> "year";
      default -> written;
    };
  }

  private static Optional<Matcher> match(Pattern form, String text) {
    return Optional.of(text.strip())
        .filter(bare -> bare.length() <= LONGEST)
        .map(form::matcher)
        .filter(Matcher::matches);
  }

  private static String number(Matcher found, int group) {
    BigDecimal number = new BigDecimal(found.group(group).replaceAll("[,_' ]", ""));
    int zeros =
        switch (found.group(group + 1)) {
          case "k", "K" -> 3;
          case "m", "M" -> 6;
          default -> 0;
        };
    return number.scaleByPowerOfTen(zeros).stripTrailingZeros().toPlainString();
  }
}
