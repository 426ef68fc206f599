package dev.countersign.assess.signoff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members of a JSON object, each of a known type or refused. */
final class Members {
  private final JsonNode node;
  private final String where;

  /**
   * Of an object.
   *
   * @param where names it in messages
   * @throws MalformedSignOff if it is none
   */
  Members(JsonNode node, String where) throws MalformedSignOff {
    if (!node.isObject()) {
      throw new MalformedSignOff(where + " is no object.");
    }
    this.node = node;
    this.where = where;
  }

  ObjectNode object(String name) throws MalformedSignOff {
    if (member(name).orElse(null) instanceof ObjectNode object) {
      return object;
    }
    throw expected(name, "an object");
  }

  String text(String name) throws MalformedSignOff {
    return optionalText(name).orElseThrow(() -> expected(name, "text"));
  }

  Optional<String> optionalText(String name) throws MalformedSignOff {
    Optional<JsonNode> found = member(name);
    if (found.filter(value -> !value.isString()).isPresent()) {
      throw expected(name, "text");
    }
    return found.map(JsonNode::stringValue);
  }

  /** A word of a closed list. */
  <T> T word(String name, Function<String, Optional<T>> of) throws MalformedSignOff {
    String word = text(name);
    return of.apply(word).orElseThrow(() -> expected(name, "a word that is known"));
  }

  Instant time(String name) throws MalformedSignOff {
    return parsed(name, Instant::parse, "a time such as 2026-11-27T05:00:00Z");
  }

  LocalDate day(String name) throws MalformedSignOff {
    return parsed(name, LocalDate::parse, "a day such as 2026-11-27");
  }

  String digest(String name) throws MalformedSignOff {
    String text = text(name);
    if (!text.matches("sha256:[0-9a-f]{64}")) {
      throw expected(name, "sha256: and 64 hexadecimal digits");
    }
    return text;
  }

  /** The items of a list. */
  List<JsonNode> list(String name, int most) throws MalformedSignOff {
    Optional<JsonNode> found = member(name).filter(JsonNode::isArray);
    if (found.isEmpty() || found.get().size() > most) {
      throw expected(name, "a list of at most " + most);
    }
    List<JsonNode> items = new ArrayList<>();
    found.get().forEach(items::add);
    return items;
  }

  List<String> texts(String name, int most) throws MalformedSignOff {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      if (!item.isString()) {
        throw expected(name, "a list of texts");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  boolean has(String name) {
    return node.has(name);
  }

  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  MalformedSignOff expected(String name, String what) {
    return new MalformedSignOff(name + " of " + where + " is not " + what + ".");
  }

  private <T> T parsed(String name, Function<String, T> parse, String what)
      throws MalformedSignOff {
    try {
      return parse.apply(text(name));
    } catch (DateTimeException wrong) {
      throw expected(name, what);
    }
  }

  private Optional<JsonNode> member(String name) {
    return Optional.ofNullable(node.get(name));
  }
}
