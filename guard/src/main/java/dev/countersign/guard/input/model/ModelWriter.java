package dev.countersign.guard.input.model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what {@link ModelReader} reads. */
final class ModelWriter {
  private final InputModel model;

  ModelWriter(InputModel model) {
    this.model = model;
  }

  ObjectNode settings() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", ModelReader.VERSION);
    ArrayNode classes = json.putArray("classes");
    model.encoding().classes().forEach(classes::add);
    ArrayNode columns = json.putArray("columns");
    model.encoding().columns().forEach(column -> write(column, columns.addObject()));
    projection(json.putObject("projection"));
    mahalanobis(json.putObject("mahalanobis"));
    neighbours(json.putObject("neighbours"));
    combination(json.putObject("combination"));
    calibration(json.putObject("calibration"));
    return json;
  }

  private static void write(Column column, ObjectNode json) {
    json.put("name", column.name());
    if (column.missing()) {
      json.put("missing", true);
    }
    if (column instanceof Column.Numeric number) {
      json.put("lower", number.lower());
      json.put("upper", number.upper());
      json.put("mean", number.mean());
      json.put("scale", number.scale());
    } else if (column instanceof Column.Categorical category) {
      json.put("own", category.own());
      json.put("weight", category.weight());
      ArrayNode values = json.putArray("values");
      category.values().forEach(values::add);
      ArrayNode shares = json.putArray("shares");
      category.shares().forEach(shares::add);
    }
  }

  private void projection(ObjectNode json) {
    Projection projection = model.projection();
    json.put("components", projection.components());
    json.put("mean", Floats.text(projection.mean()));
    json.put("basis", Floats.text(projection.basis()));
  }

  private void mahalanobis(ObjectNode json) {
    Mahalanobis mahalanobis = model.mahalanobis();
    json.put("whitening", Floats.text(mahalanobis.whitening()));
    json.put("centres", Floats.text(mahalanobis.centres()));
    json.put("rest", mahalanobis.rest());
    json.put("outside", mahalanobis.outside());
  }

  private void neighbours(ObjectNode json) {
    Neighbours neighbours = model.neighbours();
    json.put("points", Floats.text(neighbours.points()));
    json.put("outside", Floats.text(neighbours.outside()));
    ArrayNode ends = json.putArray("ends");
    for (int end : neighbours.ends()) {
      ends.add(end);
    }
    json.put("nearest", neighbours.nearest());
  }

  private void combination(ObjectNode json) {
    Combination combination = model.combination();
    json.put("mahalanobis", Floats.text(combination.mahalanobis().knots()));
    json.put("neighbours", Floats.text(combination.neighbours().knots()));
    json.put("weight", combination.weight());
  }

  private void calibration(ObjectNode json) {
    Calibration calibration = model.calibration();
    json.put("scores", Floats.text(calibration.scores()));
    json.put("violations", calibration.violations());
    json.put("reject", calibration.reject());
    json.put("flag", calibration.flag());
    json.put("by-prediction", calibration.byPrediction());
  }
}
