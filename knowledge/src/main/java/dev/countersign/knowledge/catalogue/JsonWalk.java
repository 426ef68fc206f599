package dev.countersign.knowledge.catalogue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Walks through a JSON document once, value by value, and refuses what is not expected. */
final class JsonWalk implements AutoCloseable {
  private final JsonParser parser;

  JsonWalk(InputStream in) {
    parser = new JsonFactory().createParser(ObjectReadContext.empty(), in);
    parser.nextToken();
  }

  /** Walks through an object; {@code field} gets each name and has to take its value. */
  void object(Consumer<String> field) {
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      field.accept(name);
    }
  }

  /** Walks through a list; {@code item} has to take each value. */
  <T> List<T> list(Supplier<T> item) {
    expect(JsonToken.START_ARRAY);
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.get());
    }
    return items;
  }

  /** Takes a text. */
  String text() {
    expect(JsonToken.VALUE_STRING);
    return parser.getString();
  }

  /** Takes a number. */
  int number() {
    expect(JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  /** Takes a list of texts. */
  List<String> texts() {
    return list(this::text);
  }

  /** Takes {@code true}, which is only written where it holds. */
  boolean truth() {
    expect(JsonToken.VALUE_TRUE);
    return true;
  }

  /** Takes a text that is one of the words of an enumeration. */
  <E> E word(E[] values, Function<E, String> word) {
    return value(text(), values, word);
  }

  /** The value of an enumeration that has this word. */
  <E> E value(String text, E[] values, Function<E, String> word) {
    for (E value : values) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    throw problem("unknown word '" + text + "'");
  }

  /** An error at the current place. */
  StreamReadException problem(String message) {
    return new StreamReadException(parser, message, parser.currentTokenLocation());
  }

  @Override
  public void close() {
    parser.close();
  }

  private void expect(JsonToken token) {
    if (parser.currentToken() != token) {
      throw problem("expected " + token + " and found " + parser.currentToken());
    }
  }
}
