package dev.countersign.watch.log;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds in the body of a request to a language model, in OpenAI's form, what came from outside: the
 * messages of users and the results of tools; of requests for embeddings and for responses the
 * input; of completions the prompt. Not what the application says itself (roles {@code system},
 * {@code developer} and {@code assistant}).
 */
final class ChatText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> OWN = List.of("system", "developer", "assistant");

  private final JsonParser parser;
  private final StringBuilder found = new StringBuilder();
  private boolean known;

  private ChatText(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The text of a body, one paragraph a message: of a body that was cut those that are whole, of
   * one that is of another form the body itself.
   */
  static String of(String body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      ChatText text = new ChatText(parser);
      text.read();
      return text.known ? text.found.toString() : body;
    }
  }

  private void read() {
    try {
      members();
    } catch (JacksonException cutOrWrong) {
      // What was found up to here is all there is.
    }
  }

  private void members() {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("messages") || name.equals("input") || name.equals("prompt")) {
        known = true;
        said();
      } else {
        parser.skipChildren();
      }
    }
  }

  /** A text, an array of texts, or an array of messages. */
  private void said() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      add(parser.getString());
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (isMember(parser.nextToken())) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          message();
        } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
          add(parser.getString());
        } else {
          parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
  }

  private static boolean isMember(JsonToken token) {
    return token != null && token != JsonToken.END_ARRAY;
  }

  private void message() {
    String role = "user";
    List<String> parts = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("role")) {
        role = String.valueOf(parser.getString());
        parser.skipChildren();
      } else if (name.equals("content") || name.equals("output")) {
        content(parts);
      } else {
        parser.skipChildren();
      }
    }
    if (!OWN.contains(role)) {
      parts.forEach(this::add);
    }
  }

  /** A text, or an array of parts of which some have a text. */
  private void content(List<String> parts) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      parts.add(parser.getString());
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (isMember(parser.nextToken())) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          part(parts);
        } else {
          parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
  }

  private void part(List<String> parts) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("text")) {
        parts.add(parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }

  private void add(String text) {
    if (!found.isEmpty()) {
      found.append("\n\n");
    }
    found.append(text);
  }
}
