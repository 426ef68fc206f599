package dev.countersign.watch.space;

import dev.countersign.watch.event.Rows;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is usual of a model's rows: middle and spread of each feature and, where it was learnt, the
 * {@link Geometry} beyond that. Immutable.
 *
 * <p>Arrays are taken as they are and never written to.
 */
public final class FeatureSpace {
  private static final int MOST_FEATURES = 65_536;

  private final float[] middle;
  private final float[] spread;
  private final Optional<Geometry> geometry;

  /**
   * A space of so many features, of which nothing more is known.
   *
   * @param middle of each feature
   * @param spread of each feature, above 0
   */
  public FeatureSpace(float[] middle, float[] spread) {
    this(middle, spread, Optional.empty());
  }

  private FeatureSpace(float[] middle, float[] spread, Optional<Geometry> geometry) {
    this.middle = middle;
    this.spread = spread;
    this.geometry = geometry;
  }

  /** The same, with more of where usual rows lie. */
  public FeatureSpace with(Geometry more) {
    return new FeatureSpace(middle, spread, Optional.of(more));
  }

  /** How many features a row of it has. */
  public int width() {
    return middle.length;
  }

  /** What is known beyond the middle and spread of each feature. */
  public Optional<Geometry> geometry() {
    return geometry;
  }

  /** Something to place rows with; one thread at a time may use it. */
  public Place newPlace() {
    return geometry
        .map(Geometry::projection)
        .map(projection -> new Place(width(), projection.count(), projection.head()))
        .orElseGet(() -> new Place(width(), 0, 0));
  }

  /** Places a row of {@code rows}, which has as many features as this space. */
  public void place(Rows rows, int row, Place into) {
    rows.copyRow(row, into.raw);
    Parts.take(into.raw, into.hashes, into.parts);
    standardise(into.raw, into.standard);
    into.label = rows.label(row);
    into.margin = rows.margin(row);
    if (geometry.isPresent()) {
      geometry.get().place(into);
    }
  }

  /** In two loops, of which the compiler makes vectors of the dear one. */
  private void standardise(float[] raw, float[] into) {
    for (int i = 0; i < middle.length; i++) {
      into[i] = (raw[i] - middle[i]) / spread[i];
    }
    for (int i = 0; i < middle.length; i++) {
      if (Float.isNaN(into[i])) {
        into[i] = 0;
      }
    }
  }

  /** As JSON. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("middle", Numbers.json(middle));
    json.set("spread", Numbers.json(spread));
    geometry.ifPresent(more -> json.set("geometry", more.json()));
    return json;
  }

  /**
   * From JSON as {@link #json} makes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static FeatureSpace read(JsonNode json) {
    float[] middle = Numbers.read(json.path("middle"), "middle");
    float[] spread = Numbers.read(json.path("spread"), "spread", middle.length);
    if (middle.length == 0 || middle.length > MOST_FEATURES) {
      throw new IllegalArgumentException(
          "\"middle\" has to hold 1 to %,d numbers".formatted(MOST_FEATURES));
    }
    for (float one : spread) {
      if (!(one > 0)) {
        throw new IllegalArgumentException("\"spread\" has to be above 0");
      }
    }
    FeatureSpace plain = new FeatureSpace(middle, spread);
    return json.has("geometry")
        ? plain.with(Geometry.read(json.path("geometry"), middle.length))
        : plain;
  }
}
