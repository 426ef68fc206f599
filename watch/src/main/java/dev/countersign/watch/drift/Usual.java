package dev.countersign.watch.drift;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What rows of a model are usually like.
 *
 * @param scale that they are summed up with
 * @param all of them, summed up
 * @param sources those of each source that had enough, by the hash of its name
 * @param between how much batches of all sources differ
 * @param within how much batches of one source differ
 */
record Usual(Scale scale, float[] all, Map<Long, float[]> sources, Unit between, Unit within) {
  /** Sources that are learnt one by one, those with most rows. */
  static final int MOST_SOURCES = 64;

  /** Whether anything was learnt. */
  boolean isLearnt() {
    return all.length == Profile.SIZE && all[Profile.ROWS] > 0;
  }

  /** What is usual of one source. */
  Optional<float[]> source(long hash) {
    return Optional.ofNullable(sources.get(hash));
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("scale", scale.json());
    json.set("all", Scale.array(all));
    json.set("between", between.json());
    json.set("within", within.json());
    ObjectNode each = json.putObject("sources");
    sources.forEach((hash, profile) -> each.set(Long.toHexString(hash), Scale.array(profile)));
    return json;
  }

  static Usual of(ObjectNode json) {
    Map<Long, float[]> sources = new HashMap<>();
    for (Map.Entry<String, JsonNode> one : json.path("sources").properties()) {
      float[] profile = Scale.numbers(one.getValue(), Profile.SIZE, 0, false);
      if (profile.length == Profile.SIZE && sources.size() < MOST_SOURCES) {
        hash(one.getKey()).ifPresent(hash -> sources.put(hash, profile));
      }
    }
    return new Usual(
        Scale.of(json.path("scale")),
        Scale.numbers(json.path("all"), Profile.SIZE, 0, false),
        sources,
        Unit.of(json.path("between")),
        Unit.of(json.path("within")));
  }

  private static Optional<Long> hash(String text) {
    try {
      return Optional.of(Long.parseUnsignedLong(text, 16));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
