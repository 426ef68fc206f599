package dev.countersign.watch.campaign;

import dev.countersign.watch.sketch.BloomFilter;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a calibration log taught: passages that everybody sends, and how often gates flag.
 *
 * @param isLearnt whether there was one
 * @param passages keys of the former
 * @param flagged the share of judged requests that a gate flags; 0 where nothing was learnt
 */
record Usual(boolean isLearnt, BloomFilter passages, double flagged) {
  private static final int SMALLEST_POWER = 6;
  private static final int MOST_TEXT = (1 << BloomFilter.LARGEST) / 6 + 4;

  static Usual of(ObjectNode settings) {
    double flagged = settings.path("flagged").asDouble(0);
    return new Usual(
        settings.has("usual"),
        filter(settings.path("usual").asString("")),
        flagged >= 0 && flagged <= 1 ? flagged : 0);
  }

  private static BloomFilter filter(String text) {
    if (text.isEmpty() || text.length() > MOST_TEXT) {
      return new BloomFilter(SMALLEST_POWER);
    }
    try {
      return BloomFilter.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException none) {
      return new BloomFilter(SMALLEST_POWER);
    }
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("usual", Base64.getEncoder().encodeToString(passages.bytes()))
        .put("flagged", flagged);
  }
}
