package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DataClass;
import dev.countersign.guard.output.policy.DestinationPolicy;
import java.util.Map;
import java.util.Optional;

/** Numbers that have letters: IBAN, and identities of some states. */
final class Lettered {
  /** SWIFT, IBAN Registry: how long the number of a country is. */
  private static final Map<String, Integer> IBAN = lengths();

  private Lettered() {}

  private static Map<String, Integer> lengths() {
    String registry =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29"
            + "ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30"
            + "KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23"
            + "PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24"
            + "TR26UA29VA22VG24XK20YE30";
    Map<String, Integer> lengths = new java.util.HashMap<>();
    for (int i = 0; i < registry.length(); i += 4) {
      lengths.put(registry.substring(i, i + 2), Integer.valueOf(registry.substring(i + 2, i + 4)));
    }
    return Map.copyOf(lengths);
  }

  /** Looks at a run of letters and digits, and what follows it in groups. */
  static void at(String text, int start, int end, int to, DestinationPolicy policy, Findings out) {
    if (!Chars.digit(text.charAt(start)) && iban(text, start, to, policy, out)) {
      return;
    }
    int length = end - start;
    Optional<String> name =
        NationalIds.tokenLength(length) ? id(text.substring(start, end)) : Optional.empty();
    if (name.isEmpty() && length <= 10) {
      name = whole(text, start, to, 9);
    }
    if (name.isEmpty() && length < 16 && !Chars.digit(text.charAt(start))) {
      name = whole(text, start, to, 16);
    }
    Decision decision = policy.of(DataClass.NATIONAL_ID);
    name.ifPresent(what ->
        out.content(
            "personal.national-id",
            start,
            Math.max(end, Math.min(to, start + 9)),
            decision,
            what,
            "it is a person's, and its form and check are right"));
  }

  /** What the next characters are, over gaps, if the word ends behind them. */
  private static Optional<String> whole(String text, int start, int to, int length) {
    int end = joinedEnd(text, start, to, length);
    boolean ends =
        end > start
            && NationalIds.endsToken(text.charAt(end - 1))
            && !Chars.alnum(Chars.at(text, end));
    return ends ? id(joined(text, start, end)) : Optional.empty();
  }

  private static Optional<String> id(String token) {
    return NationalIds.ofToken(token);
  }

  /**
   * Where the given number of letters and digits ends, over single blanks, dots and dashes; -1 if
   * there are fewer.
   */
  private static int joinedEnd(String text, int start, int to, int length) {
    int i = start;
    int left = length;
    while (i < to && left > 0) {
      char c = text.charAt(i);
      if (Chars.alnum(c)) {
        left--;
      } else if (c != ' ' && c != '-' && c != '.' || !Chars.alnum(Chars.at(text, i + 1))) {
        break;
      }
      i++;
    }
    return left > 0 ? -1 : i;
  }

  private static String joined(String text, int start, int end) {
    StringBuilder joined = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (Chars.alnum(text.charAt(i))) {
        joined.append(text.charAt(i));
      }
    }
    return joined.toString();
  }

  private static boolean iban(
      String text, int start, int to, DestinationPolicy policy, Findings out) {
    boolean shaped =
        start + 15 <= to
            && Chars.letter(text.charAt(start + 1))
            && Chars.digit(text.charAt(start + 2));
    if (!shaped) {
      return false;
    }
    String country = text.substring(start, start + 2).toUpperCase(java.util.Locale.ROOT);
    int length = IBAN.getOrDefault(country, 0);
    int end = joinedEnd(text, start, to, length);
    if (length == 0 || end < 0 || !Checksums.iban(joined(text, start, end))) {
      return false;
    }
    out.content(
        "personal.iban",
        start,
        end,
        policy.of(DataClass.BANK_ACCOUNT),
        "the number of a bank account (IBAN)",
        "it is a person's or a firm's, and its check digits are right");
    return true;
  }
}
