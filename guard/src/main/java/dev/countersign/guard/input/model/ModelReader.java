package dev.countersign.guard.input.model;

import dev.countersign.guard.profile.UnusableProfile;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the settings of a profile. Whoever signed it, nothing in it is believed before it was
 * compared: sizes are those of the arrays, and arrays have to fit each other.
 */
final class ModelReader {
  static final int VERSION = 1;

  private final ObjectNode json;

  ModelReader(ObjectNode settings) {
    this.json = settings;
  }

  InputModel model() throws UnusableProfile {
    if (json.path("version").asInt(0) != VERSION) {
      throw unusable(
          "it has version %s, and this version of Countersign reads %d"
              .formatted(json.path("version").asString("?"), VERSION));
    }
    try {
      return new InputModel(
          encoding(), projection(), mahalanobis(), neighbours(), combination(), calibration());
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw unusable(String.valueOf(wrong.getMessage()));
    }
  }

  private static UnusableProfile unusable(String what) {
    return new UnusableProfile(
        "The settings of the input gate cannot be used: "
            + what
            + ". Fit the profile again (countersign guard fit).");
  }

  private Encoding encoding() {
    List<String> classes = new ArrayList<>();
    for (JsonNode one : json.path("classes")) {
      classes.add(one.asString(""));
    }
    List<Column> columns = new ArrayList<>();
    for (JsonNode one : json.path("columns")) {
      columns.add(column(one));
    }
    return new Encoding(columns, classes);
  }

  private static Column column(JsonNode column) {
    String name = column.path("name").asString("");
    boolean missing = column.path("missing").asBoolean(false);
    if (!column.has("values")) {
      return new Column.Numeric(
          name,
          number(column, "lower"),
          number(column, "upper"),
          number(column, "mean"),
          number(column, "scale"),
          missing);
    }
    List<String> values = new ArrayList<>();
    column.path("values").forEach(value -> values.add(value.asString("")));
    List<Double> shares = new ArrayList<>();
    column.path("shares").forEach(share -> shares.add(share.asDouble(0)));
    return new Column.Categorical(
        name, values, shares, whole(column, "own"), number(column, "weight"), missing);
  }

  private Projection projection() {
    JsonNode part = json.path("projection");
    return new Projection(floats(part, "mean"), floats(part, "basis"), whole(part, "components"));
  }

  private Mahalanobis mahalanobis() {
    JsonNode part = json.path("mahalanobis");
    return new Mahalanobis(
        floats(part, "whitening"),
        floats(part, "centres"),
        number(part, "rest"),
        whole(part, "outside"));
  }

  private Neighbours neighbours() {
    JsonNode part = json.path("neighbours");
    List<Integer> ends = new ArrayList<>();
    part.path("ends").forEach(end -> ends.add(end.asInt(-1)));
    return new Neighbours(
        floats(part, "points"),
        floats(part, "outside"),
        ends.stream().mapToInt(Integer::intValue).toArray(),
        whole(part, "nearest"));
  }

  private Combination combination() {
    JsonNode part = json.path("combination");
    return new Combination(
        new Tail(floats(part, "mahalanobis")),
        new Tail(floats(part, "neighbours")),
        number(part, "weight"));
  }

  private Calibration calibration() {
    JsonNode part = json.path("calibration");
    return new Calibration(
        floats(part, "scores"),
        whole(part, "violations"),
        number(part, "reject"),
        number(part, "flag"),
        part.path("by-prediction").asBoolean(false));
  }

  private static float[] floats(JsonNode part, String name) {
    return Floats.of(name, part.path(name).asString(""));
  }

  private static double number(JsonNode part, String name) {
    if (!part.path(name).isNumber()) {
      throw new IllegalArgumentException("\"" + name + "\" is no number");
    }
    return part.path(name).asDouble();
  }

  private static int whole(JsonNode part, String name) {
    if (!part.path(name).isInt()) {
      throw new IllegalArgumentException("\"" + name + "\" is no whole number");
    }
    return part.path(name).asInt();
  }
}
