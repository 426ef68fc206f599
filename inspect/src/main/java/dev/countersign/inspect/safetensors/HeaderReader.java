package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.BytesStream;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a header as a stream: its largest is too large for a tree. For one header. */
final class HeaderReader {
  private static final int PREFIX = 8;
  private static final int DEEPEST = 32;
  private static final int MOST_DIMENSIONS = 64;
  private static final int MOST_METADATA = 32 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(40)
                  .maxNameLength(1 << 16)
                  .maxStringLength(MOST_METADATA)
                  .build())
          .build();

  private final Bytes json;
  private final Examination examination;
  private final List<Tensor> tensors = new ArrayList<>();
  private final Map<String, String> metadata = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  HeaderReader(Bytes json, Examination examination) {
    this.json = json;
    this.examination = examination;
  }

  Header read() throws Broken, IOException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), new BytesStream(json))) {
      whole(parser);
    } catch (StreamConstraintsException tooMuch) {
      examination.report(SafetensorsRules.HEADER, PREFIX, tooMuch.getOriginalMessage());
    } catch (JacksonException wrong) {
      long at = Math.max(0, wrong.getLocation() == null ? 0 : wrong.getLocation().getByteOffset());
      throw new Lie(PREFIX + at, "the header is no JSON: " + wrong.getOriginalMessage());
    }
    return new Header(tensors, metadata);
  }

  private void whole(JsonParser parser) throws Broken {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Lie(PREFIX, "the header is no object");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!names.add(name)) {
        examination.report(SafetensorsRules.DUPLICATE, at(parser), name);
      }
      parser.nextToken();
      if (name.equals("__metadata__")) {
        metadata(parser);
      } else {
        tensor(name, parser);
      }
    }
    if (parser.nextToken() != null) {
      examination.report(SafetensorsRules.HEADER, at(parser), "something follows the object");
    }
  }

  private void metadata(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      examination.report(SafetensorsRules.METADATA_TYPE, at(parser), "__metadata__");
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        if (metadata.put(key, parser.getString()) != null) {
          examination.report(SafetensorsRules.DUPLICATE, at(parser), "__metadata__ " + key);
        }
      } else {
        examination.report(SafetensorsRules.METADATA_TYPE, at(parser), key);
        parser.skipChildren();
      }
    }
  }

  private void tensor(String name, JsonParser parser) {
    long offset = at(parser);
    String type = "";
    List<Long> shape = List.of();
    List<Long> range = List.of();
    Set<String> keys = new HashSet<>();
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        if (!keys.add(key)) {
          examination.report(SafetensorsRules.DUPLICATE, at(parser), name + " " + key);
        }
        parser.nextToken();
        switch (key) {
          case "dtype" -> type = text(parser);
          case "shape" -> shape = numbers(parser);
          case "data_offsets" -> range = numbers(parser);
          default -> parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
    if (type.isEmpty() || range.size() != 2 || !keys.contains("shape")) {
      examination.report(SafetensorsRules.HEADER, offset, name + " is no description of a tensor");
      return;
    }
    tensors.add(new Tensor(name, offset, type, shape, range.get(0), range.get(1)));
  }

  private static String text(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    return "";
  }

  /** Whole numbers of an array; a number that does not fit, or is none, becomes -1. */
  private static List<Long> numbers(JsonParser parser) {
    List<Long> numbers = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return numbers;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      parser.skipChildren();
      if (numbers.size() < MOST_DIMENSIONS) {
        numbers.add(
            token == JsonToken.VALUE_NUMBER_INT && fits(parser) ? parser.getLongValue() : -1);
      }
    }
    return numbers;
  }

  private static boolean fits(JsonParser parser) {
    return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  private static long at(JsonParser parser) {
    return PREFIX + Math.max(0, parser.currentTokenLocation().getByteOffset());
  }
}
