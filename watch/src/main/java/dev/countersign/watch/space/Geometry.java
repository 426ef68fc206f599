package dev.countersign.watch.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where usual rows lie, beyond the middle and spread of each feature: which values features have,
 * what they have to do with one another, where each decision lies, and how rare it is to lie
 * elsewhere.
 *
 * @param grains of each feature
 * @param projection to directions
 * @param waves of the head
 * @param shapes the first one of all rows, then of each decision that is common enough
 * @param points among which usual rows lie, as places in the head
 * @param apart how far a usual row is from the nearest of {@value #NEIGHBOURS} others: the median
 *     logarithm of one plus the square of that distance in the head; above 0
 * @param differing in how many {@link Parts} a usual row differs from the most alike of as many
 *     others: the median, at least 1
 * @param discriminator what tells usual rows from such as were made up; none of rows of more than
 *     {@link Discriminator#MOST_FEATURES} features
 * @param surprises of the numbers that {@link #measure} gives, in its order, then of novelty, doubt
 *     and the discriminator; empty while they are being learnt
 */
public record Geometry(
    List<Grain> grains,
    Projection projection,
    Waves waves,
    List<ClassShape> shapes,
    List<float[]> points,
    float apart,
    float differing,
    Optional<Discriminator> discriminator,
    List<Surprise> surprises) {
  /** Among how many others {@link #apart} looks for the nearest. */
  public static final int NEIGHBOURS = 24;

  /** How many numbers {@link #measure} gives. */
  public static final int MEASURES = 4;

  /** The place of the surprise of novelty itself among surprises: of the largest of the others. */
  static final int NOVELTY = MEASURES;

  /** The place of the surprise of a decision's closeness among surprises. */
  static final int DOUBT = MEASURES + 1;

  /** The place of the surprise of what the discriminator says among surprises. */
  static final int MADE_UP = MEASURES + 2;

  /** How many surprises there are. */
  public static final int SURPRISES = MEASURES + 3;

  private static final int MOST_SHAPES = 64;
  private static final int MOST_POINTS = 64;

  public Geometry {
    grains = List.copyOf(grains);
    shapes = List.copyOf(shapes);
    points = List.copyOf(points);
    surprises = List.copyOf(surprises);
    if (shapes.isEmpty()
        || shapes.size() > MOST_SHAPES
        || points.isEmpty()
        || points.size() > MOST_POINTS
        || waves.head() != projection.head()
        || !(apart > 0)
        || !(differing >= 1)
        || points.stream().anyMatch(point -> point.length != projection.head())
        || (!surprises.isEmpty() && surprises.size() != SURPRISES)) {
      throw new IllegalArgumentException("the parts of \"geometry\" do not fit together");
    }
  }

  /** The same, with how rare its numbers are. */
  public Geometry with(List<Surprise> learnt) {
    return new Geometry(
        grains, projection, waves, shapes, points, apart, differing, discriminator, learnt);
  }

  void place(Place into) {
    measure(into);
    if (surprises.isEmpty()) {
      return;
    }
    float most = 0;
    for (int i = 0; i < MEASURES; i++) {
      most = Math.max(most, surprises.get(i).decades(into.measures[i]));
    }
    into.loudest = most;
    into.relation = surprises.get(0).decades(into.measures[0]);
    into.typical = apart;
    into.differing = differing;
    into.novelty = surprises.get(NOVELTY).decades(most);
    into.doubt = surprises.get(DOUBT).decades(-into.margin);
    into.madeUp = surprises.get(MADE_UP).decades(into.suspicion);
  }

  /**
   * The numbers of a row whose rarity makes it novel: its distance in all directions, that in the
   * head from where its decision usually lies, that to the next usual point, and how many features
   * but one have odd values: a single one may be written in another way by a client for ever.
   */
  private void measure(Place into) {
    into.odd = odd(into.raw);
    for (int i = 0; i < into.bent.length; i++) {
      into.bent[i] = Numbers.bent(into.standard[i]);
    }
    if (discriminator.isPresent()) {
      into.suspicion = discriminator.get().score(into.bent, into.hidden, into.deeper);
    }
    projection.project(into.bent, into.projected);
    waves.features(into.projected, into.waves);
    into.shape = shape(into.label);
    into.measures[0] = projection.distance(into.bent, into.projected);
    into.measures[1] = into.shape.distance(into.projected);
    into.measures[2] = nearest(into.projected);
    into.measures[3] = Math.max(0, into.odd - 1f / into.raw.length);
  }

  private float odd(float[] raw) {
    int odd = 0;
    for (int i = 0; i < raw.length; i++) {
      if (grains.get(i).odd(raw[i])) {
        odd++;
      }
    }
    return (float) odd / raw.length;
  }

  private ClassShape shape(int label) {
    for (int i = 1; i < shapes.size(); i++) {
      if (shapes.get(i).label() == label) {
        return shapes.get(i);
      }
    }
    return shapes.get(0);
  }

  private float nearest(float[] head) {
    float least = Float.MAX_VALUE;
    for (int i = 0; i < points.size(); i++) {
      float[] point = points.get(i);
      float sum = 0;
      for (int j = 0; j < point.length; j++) {
        sum += (head[j] - point[j]) * (head[j] - point[j]);
      }
      least = Math.min(least, sum);
    }
    return Numbers.ln(1 + Math.min(1e12f, least));
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode each = json.putArray("grains");
    grains.forEach(grain -> each.add(grain.json()));
    json.set("projection", projection.json());
    json.set("frequencies", waves.json());
    ArrayNode classes = json.putArray("classes");
    shapes.forEach(shape -> classes.add(shape.json()));
    ArrayNode places = json.putArray("points");
    points.forEach(point -> places.add(Numbers.json(point)));
    json.put("apart", apart).put("differing", differing);
    discriminator.ifPresent(one -> json.set("discriminator", one.json()));
    ArrayNode rare = json.putArray("surprises");
    surprises.forEach(surprise -> rare.add(Numbers.json(surprise.knots())));
    return json;
  }

  static Geometry read(JsonNode json, int width) {
    Projection projection = Projection.read(json.path("projection"), width);
    int head = projection.head();
    List<Grain> grains = new ArrayList<>();
    json.path("grains").forEach(one -> grains.add(Grain.read(one)));
    if (grains.size() != width) {
      throw new IllegalArgumentException("\"grains\" has to hold one for each feature");
    }
    List<ClassShape> shapes = new ArrayList<>();
    json.path("classes").forEach(one -> shapes.add(ClassShape.read(one, head)));
    List<float[]> points = new ArrayList<>();
    json.path("points").forEach(one -> points.add(Numbers.read(one, "points", head)));
    List<Surprise> surprises = new ArrayList<>();
    json.path("surprises")
        .forEach(one -> surprises.add(new Surprise(Numbers.read(one, "surprises"))));
    return new Geometry(
        grains,
        projection,
        new Waves(Numbers.read(json.path("frequencies"), "frequencies")),
        shapes,
        points,
        Numbers.number(json, "apart"),
        Numbers.number(json, "differing"),
        json.has("discriminator")
            ? Optional.of(Discriminator.read(json.path("discriminator"), width))
            : Optional.empty(),
        surprises);
  }
}
