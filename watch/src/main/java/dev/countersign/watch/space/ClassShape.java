package dev.countersign.watch.space;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where those usual rows lie for which the model decides one way.
 *
 * <p>Arrays are taken as they are and never written to.
 *
 * @param label what the model decides, as {@link dev.countersign.watch.event.Rows#label} says
 * @param middle in each direction of the head
 * @param precision one over the deviation there
 * @param embedding the mean of the random Fourier features
 */
public record ClassShape(int label, float[] middle, float[] precision, float[] embedding) {
  float distance(float[] head) {
    float sum = 0;
    for (int i = 0; i < middle.length; i++) {
      float off = (head[i] - middle[i]) * precision[i];
      sum += Numbers.ln(1 + Math.min(1e12f, off * off));
    }
    return sum / middle.length;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("label", label);
    json.set("middle", Numbers.json(middle));
    json.set("precision", Numbers.json(precision));
    json.set("embedding", Numbers.json(embedding));
    return json;
  }

  static ClassShape read(JsonNode json, int head) {
    return new ClassShape(
        json.path("label").asInt(-1),
        Numbers.read(json.path("middle"), "middle", head),
        Numbers.read(json.path("precision"), "precision", head),
        Numbers.read(json.path("embedding"), "embedding", Waves.COUNT));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassShape shape
        && label == shape.label
        && Arrays.equals(middle, shape.middle)
        && Arrays.equals(precision, shape.precision)
        && Arrays.equals(embedding, shape.embedding);
  }

  @Override
  public int hashCode() {
    return 31 * label + Arrays.hashCode(embedding);
  }
}
