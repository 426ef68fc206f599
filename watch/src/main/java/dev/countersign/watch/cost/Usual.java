package dev.countersign.watch.cost;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model usually costs. Everything is 0, or empty, where nothing was learnt.
 *
 * @param spend what nine of ten clients spend at most in an hour in which they ask at all
 * @param fleet what all spend together in an hour, the median
 * @param latency what nine of ten requests take at most, in milliseconds
 * @param costliest what the costliest request did
 * @param failed the share of requests that come to nothing
 * @param answers tokens of answers by length of the request
 * @param effort milliseconds by length of the request
 */
record Usual(
    double spend,
    double fleet,
    double latency,
    double costliest,
    double failed,
    ByInput answers,
    ByInput effort) {
  /** So many times the costliest usual request is extraordinary. */
  private static final double TIMES = 10;

  /** Less is nothing that a single request is told of for: tokens, or milliseconds. */
  private static final double LEAST_PRICE = 1000;

  static Usual of(ObjectNode settings) {
    return new Usual(
        number(settings, "spend"),
        number(settings, "fleet"),
        number(settings, "latency"),
        number(settings, "costliest"),
        Math.min(1, number(settings, "failed")),
        ByInput.of(settings.path("answers")),
        ByInput.of(settings.path("effort")));
  }

  private static double number(ObjectNode settings, String name) {
    double number = settings.path(name).asDouble(0);
    return number > 0 && Double.isFinite(number) ? number : 0;
  }

  /** Whether anything was learnt. */
  boolean isLearnt() {
    return spend > 0;
  }

  /**
   * From which price on a single request is something in itself. A server that starts, or waits for
   * its disk, makes one request slow; only more of them, or one such as a sponge example, are worth
   * telling of.
   */
  double extraordinary() {
    return Math.max(LEAST_PRICE, TIMES * costliest);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("spend", spend).put("fleet", fleet).put("latency", latency);
    json.put("costliest", costliest).put("failed", failed);
    json.set("answers", answers.json());
    json.set("effort", effort.json());
    return json;
  }
}
