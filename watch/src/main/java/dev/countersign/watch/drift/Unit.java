package dev.countersign.watch.drift;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much batches of 64 rows usually differ, whose rows are correlated.
 *
 * @param outputs by how many times more the mean output of a batch varies than if its rows were
 *     independent of each other (the design effect, Kish 1965); at least 1
 * @param batch the spread of a batch's mean output, in ranges; above 0
 * @param inputs the variance of a batch's mean of each function of features; 0 for one that never
 *     varies
 */
record Unit(double outputs, double batch, float[] inputs) {
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outputs", outputs).put("batch", batch);
    json.set("inputs", Scale.array(inputs));
    return json;
  }

  static Unit of(JsonNode json) {
    float[] inputs = Scale.numbers(json.path("inputs"), Profile.INPUTS, 0, false);
    return new Unit(
        Math.max(1, json.path("outputs").asDouble(1)),
        Math.max(0.01, json.path("batch").asDouble(1)),
        Arrays.copyOf(inputs, Profile.INPUTS));
  }
}
