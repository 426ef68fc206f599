package dev.countersign.inspect.xgboost;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.config.ConfigDialect;
import tools.jackson.databind.JsonNode;

/** Models of XGBoost in JSON. */
public final class XgboostJson implements ConfigDialect {
  @Override
  public String id() {
    return "xgboost-json";
  }

  @Override
  public String title() {
    return "XGBoost JSON";
  }

  @Override
  public boolean recognises(Artefact artefact, JsonNode root) {
    return XgboostModel.is(root);
  }

  @Override
  public void inspect(Artefact artefact, JsonNode root, Examination examination) {
    XgboostModel.inspect(root, examination);
  }
}
