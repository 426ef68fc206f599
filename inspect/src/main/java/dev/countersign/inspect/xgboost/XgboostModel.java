package dev.countersign.inspect.xgboost;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A model as the tree of values that JSON and UBJSON share ("Introduction to Model IO" of XGBoost).
 */
final class XgboostModel {
  private static final String[] ARRAYS = {
    "right_children",
    "parents",
    "split_indices",
    "split_conditions",
    "base_weights",
    "loss_changes",
    "sum_hessian",
    "default_left",
    "split_type"
  };

  private XgboostModel() {}

  static boolean is(JsonNode root) {
    return root.path("learner").isObject()
        && (root.has("version") || root.path("learner").has("gradient_booster"));
  }

  static void inspect(JsonNode root, Examination examination) {
    JsonNode learner = root.path("learner");
    JsonNode booster = learner.path("gradient_booster");
    facts(root, learner, booster, examination);
    int place = 0;
    for (JsonNode tree : trees(booster)) {
      Optional<String> wrong = wrong(tree);
      if (wrong.isPresent()) {
        examination.report(XgboostRules.TREE, "tree " + place + ": " + wrong.get());
      }
      place++;
    }
  }

  private static JsonNode trees(JsonNode booster) {
    JsonNode plain = booster.path("model").path("trees");
    return plain.isArray() ? plain : booster.path("gbtree").path("model").path("trees");
  }

  private static Optional<String> wrong(JsonNode tree) {
    JsonNode left = tree.path("left_children");
    JsonNode right = tree.path("right_children");
    if (!left.isArray() || !right.isArray()) {
      return Optional.empty();
    }
    int nodes = left.size();
    for (String key : ARRAYS) {
      JsonNode array = tree.path(key);
      if (array.isArray() && !fits(key, array.size(), nodes)) {
        return Optional.of("%,d left_children and %,d %s".formatted(nodes, array.size(), key));
      }
    }
    String announced = tree.path("tree_param").path("num_nodes").asString("");
    if (!announced.isEmpty() && !announced.equals(Integer.toString(nodes))) {
      return Optional.of("num_nodes is %s, and there are %,d".formatted(announced, nodes));
    }
    return shape(left, right, nodes);
  }

  /**
   * Weights of trees with several targets are as many times as long; old versions have no types.
   */
  private static boolean fits(String key, int size, int nodes) {
    return size == nodes
        || key.equals("base_weights") && nodes > 0 && size % nodes == 0
        || key.equals("split_type") && size == 0;
  }

  private static Optional<String> shape(JsonNode left, JsonNode right, int nodes) {
    boolean[] child = new boolean[nodes];
    for (int i = 0; i < nodes; i++) {
      for (JsonNode side : List.of(left.get(i), right.get(i))) {
        long to = side.isNumber() ? side.asLong(-2) : -2;
        if (to < -1 || to >= nodes) {
          return Optional.of("node %,d leads to %s of %,d".formatted(i, side, nodes));
        }
        if (to == 0 || to > 0 && child[(int) to]) {
          return Optional.of(
              "node %,d leads to %,d, which is above it or has another parent".formatted(i, to));
        }
        if (to > 0) {
          child[(int) to] = true;
        }
      }
    }
    return Optional.empty();
  }

  private static void facts(
      JsonNode root, JsonNode learner, JsonNode booster, Examination examination) {
    List<String> version = texts(root.path("version"));
    examination.fact(
        ArtefactFact.PRODUCER, version.isEmpty() ? "" : "XGBoost " + String.join(".", version));
    examination.fact(ArtefactFact.FRAMEWORK, "XGBoost");
    examination.fact(ArtefactFact.ARCHITECTURE, booster.path("name").asString(""));
    examination.fact(ArtefactFact.TASK, learner.path("objective").path("name").asString(""));
    examination.fact(
        ArtefactFact.FEATURES, String.join(", ", texts(learner.path("feature_names"))));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.values().forEach(one -> texts.add(one.asString("")));
    return texts.subList(0, Math.min(texts.size(), 200));
  }
}
