package dev.countersign.guard.input;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.guard.FailMode;
import dev.countersign.guard.profile.UnusableProfile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A profile whose numbers do not fit each other makes no gate, whoever signed it. */
class HostileSettingsTest {
  @Test
  void sizesThatLie() {
    refused(json -> part(json, "projection").put("components", 4), "basis");
    refused(json -> part(json, "projection").put("components", Integer.MAX_VALUE), "components");
    refused(json -> part(json, "projection").put("components", -1), "components");
    refused(json -> part(json, "neighbours").put("nearest", 1_000_000), "nearest");
    refused(json -> part(json, "mahalanobis").put("outside", Integer.MAX_VALUE), "outside");
    refused(json -> part(json, "calibration").put("violations", Integer.MAX_VALUE), "violations");
  }

  @Test
  void arraysOfAnotherLength() {
    refused(json -> part(json, "projection").put("mean", floats(1, 2)), "");
    refused(json -> part(json, "mahalanobis").put("whitening", floats(1, 2, 3)), "whitening");
    refused(json -> part(json, "mahalanobis").put("centres", floats(1)), "centres");
    refused(json -> part(json, "neighbours").put("points", floats(1)), "points");
    refused(json -> part(json, "neighbours").put("outside", ""), "rows");
    refused(json -> part(json, "combination").put("mahalanobis", floats(1)), "knots");
  }

  @Test
  void numbersThatAreNone() {
    refused(json -> part(json, "projection").put("mean", floats(0, 0, Float.NaN, 0, 0)), "mean");
    refused(
        json -> part(json, "calibration").put("scores", floats(1, Float.POSITIVE_INFINITY)),
        "scores");
    refused(json -> part(json, "calibration").put("scores", floats(2, 1)), "scores");
    refused(json -> part(json, "mahalanobis").put("rest", 0), "rest");
    refused(json -> part(json, "combination").put("weight", 2), "weight");
    refused(json -> part(json, "calibration").put("reject", 0.5), "reject");
    refused(json -> part(json, "projection").put("mean", "no base64!"), "");
    refused(json -> part(json, "projection").put("mean", "AAA="), "mean");
  }

  @Test
  void columnsThatAreNone() {
    refused(json -> json.putArray("columns"), "columns");
    refused(json -> ((ObjectNode) json.path("columns").get(0)).put("scale", 0), "scale");
    refused(json -> ((ObjectNode) json.path("columns").get(0)).put("lower", 1e9), "range");
    refused(json -> ((ObjectNode) json.path("columns").get(1)).put("name", "age"), "names");
    refused(json -> ((ObjectNode) json.path("columns").get(1)).put("own", 4), "own");
  }

  @Test
  void anotherVersionOrNothing() {
    refused(json -> json.put("version", 2), "version 2");
    refused(json -> json.removeAll(), "version ?");
    refused(json -> json.remove("calibration"), "");
  }

  private static ObjectNode part(ObjectNode json, String name) {
    return (ObjectNode) json.path(name);
  }

  private static void refused(Consumer<ObjectNode> change, String named) {
    ObjectNode settings = SmallModel.model().write();
    change.accept(settings);
    assertThatThrownBy(() -> InputGate.withoutModel(SmallModel.profile(settings), FailMode.CLOSED))
        .isInstanceOf(UnusableProfile.class)
        .hasMessageStartingWith("The settings of the input gate cannot be used: ")
        .hasMessageContaining(named)
        .hasMessageEndingWith("Fit the profile again (countersign guard fit).");
  }

  private static String floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
