package dev.countersign.guard.output;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.markup.AddressCheck;
import dev.countersign.guard.output.markup.Use;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.value.ValueCheck;

/** Checks that need the whole text. */
final class WholeValue {
  private WholeValue() {}

  static void check(String text, Destination destination, DestinationPolicy policy, Findings out) {
    if (destination == Destination.URL) {
      url(text, policy, out);
    } else {
      ValueCheck.check(text, destination, policy, out);
    }
  }

  private static void url(String text, DestinationPolicy policy, Findings out) {
    String bare = text.strip();
    boolean odd =
        bare.isEmpty()
            || bare.chars()
                .anyMatch(c ->
                    c <= ' ' || c == 127 || c == '\\' || c == '<' || c == '>' || c == '"'
                        || c == '`');
    String lower = bare.toLowerCase(java.util.Locale.ROOT);
    if (odd || lower.contains("%0d") || lower.contains("%0a") || lower.contains("%00")) {
      out.active(
          "url.form",
          0,
          text.length(),
          Decision.REJECT,
          "an address with a sign that no address has, or an encoded line end",
          "programs do not agree on what it is");
    }
    new AddressCheck(policy, out).check(bare, 0, text.length(), Use.OPENED);
  }
}
