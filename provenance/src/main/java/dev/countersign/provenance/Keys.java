package dev.countersign.provenance;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of JSON that knows where it stands and which keys it may have. Everything that is wrong
 * is a {@link MalformedManifest} with the place.
 */
final class Keys {
  private final ObjectNode json;
  private final String at;

  private Keys(ObjectNode json, String at) {
    this.json = json;
    this.at = at;
  }

  /** The object with nothing in it but these keys. */
  static Keys of(JsonNode json, String at, Set<String> allowed) throws MalformedManifest {
    if (!(json instanceof ObjectNode object)) {
      throw new MalformedManifest(at + " is no object");
    }
    for (String key : object.propertyNames()) {
      if (!allowed.contains(key)) {
        throw new MalformedManifest(at + " has the unknown key \"" + key + "\"");
      }
    }
    return new Keys(object, at);
  }

  boolean has(String key) {
    return json.has(key);
  }

  String text(String key) throws MalformedManifest {
    return optional(key).orElseThrow(() -> new MalformedManifest(at + " has no \"" + key + "\""));
  }

  Optional<String> optional(String key) throws MalformedManifest {
    return json.has(key) ? Optional.of(string(json.get(key), place(key))) : Optional.empty();
  }

  /** A text that is a value of some other type, which throws when it is none. */
  <T> T parsed(String key, Function<String, T> parse) throws MalformedManifest {
    try {
      return parse.apply(text(key));
    } catch (DateTimeException none) {
      throw new MalformedManifest(place(key) + " is \"" + text(key) + "\", no date", none);
    }
  }

  long number(String key) throws MalformedManifest {
    JsonNode value = json.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new MalformedManifest(place(key) + " is no whole number of 0 or more");
    }
    return value.longValue();
  }

  List<String> texts(String key) throws MalformedManifest {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items(key)) {
      texts.add(string(item, place(key)));
    }
    return texts;
  }

  SortedMap<String, String> map(String key) throws MalformedManifest {
    SortedMap<String, String> map = new TreeMap<>();
    if (json.has(key)) {
      if (!(json.get(key) instanceof ObjectNode object)) {
        throw new MalformedManifest(place(key) + " is no object");
      }
      for (var property : object.properties()) {
        map.put(property.getKey(), string(property.getValue(), place(key)));
      }
    }
    return map;
  }

  /** The object under a key. */
  Keys object(String key, Set<String> allowed) throws MalformedManifest {
    return of(json.path(key), place(key), allowed);
  }

  /** The objects of a list, none if the key is not there. */
  List<Keys> objects(String key, Set<String> allowed) throws MalformedManifest {
    List<Keys> objects = new ArrayList<>();
    for (JsonNode item : items(key)) {
      objects.add(of(item, place(key) + "[" + objects.size() + "]", allowed));
    }
    return objects;
  }

  /** What stands under a key. */
  JsonNode node(String key) {
    return json.path(key);
  }

  private Iterable<JsonNode> items(String key) throws MalformedManifest {
    if (!json.has(key)) {
      return List.of();
    }
    if (!json.get(key).isArray()) {
      throw new MalformedManifest(place(key) + " is no list");
    }
    return json.get(key);
  }

  private String place(String key) {
    return at + "." + key;
  }

  private static String string(JsonNode value, String at) throws MalformedManifest {
    if (!value.isString()) {
      throw new MalformedManifest(at + " is no text");
    }
    return value.stringValue();
  }
}
