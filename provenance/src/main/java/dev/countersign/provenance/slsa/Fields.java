package dev.countersign.provenance.slsa;

import dev.countersign.provenance.MalformedMetadata;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object of a predicate, with the way to it for messages. */
record Fields(ObjectNode object, String way) {
  private static final int LONGEST = 16 * 1024;
  private static final int MOST_KEYS = 64;

  Fields required(String key) throws MalformedMetadata {
    return optional(key).orElseThrow(() -> missing(key));
  }

  Optional<Fields> optional(String key) throws MalformedMetadata {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (value instanceof ObjectNode inner) {
      return Optional.of(new Fields(inner, path(key)));
    }
    throw new MalformedMetadata(path(key) + " is no object");
  }

  /** The items of a list, which is empty where the key is absent. */
  JsonNode list(String key, int most) throws MalformedMetadata {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!value.isArray()) {
      throw new MalformedMetadata(path(key) + " is no list");
    }
    if (value.size() > most) {
      throw new MalformedMetadata("%s has more than %,d items".formatted(path(key), most));
    }
    return value;
  }

  String requiredText(String key) throws MalformedMetadata {
    return text(key).filter(text -> !text.isBlank()).orElseThrow(() -> missing(key));
  }

  Optional<String> text(String key) throws MalformedMetadata {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || value.asString().length() > LONGEST) {
      throw new MalformedMetadata(path(key) + " is no text of at most 16 KiB");
    }
    return Optional.of(value.asString());
  }

  /** An RFC 3339 time. */
  Optional<Instant> time(String key) throws MalformedMetadata {
    Optional<String> text = text(key);
    try {
      return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException wrong) {
      throw new MalformedMetadata(path(key) + " is no time such as 2026-11-27T10:00:00Z");
    }
  }

  /** A small map of texts. */
  SortedMap<String, String> texts(String key, boolean strict) throws MalformedMetadata {
    SortedMap<String, String> texts = new TreeMap<>();
    Optional<Fields> map = optional(key);
    if (map.isPresent()) {
      map.get().texts(texts, strict);
    }
    return texts;
  }

  private void texts(SortedMap<String, String> texts, boolean strict) throws MalformedMetadata {
    if (object.size() > MOST_KEYS) {
      throw new MalformedMetadata(way + " has more than " + MOST_KEYS + " keys");
    }
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      boolean text = property.getValue().isString();
      if (text) {
        texts.put(property.getKey(), property.getValue().asString());
      } else if (strict) {
        throw new MalformedMetadata(path(property.getKey()) + " is no text");
      }
    }
  }

  private MalformedMetadata missing(String key) {
    return new MalformedMetadata(path(key) + " is missing");
  }

  private String path(String key) {
    return way.isEmpty() ? key : way + "." + key;
  }
}
