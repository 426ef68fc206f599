package dev.countersign.inspect.config;

import dev.countersign.inspect.Artefact;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether a configuration belongs to a model, and not to a build. */
final class OfModel {
  private static final Pattern NAMED =
      Pattern.compile(
          ".*(config|tokenizer|model|adapter|manifest|metadata|params|hyper|args|processor).*");

  private OfModel() {}

  static boolean is(Artefact artefact, JsonNode root) {
    boolean build =
        root.has("jobs")
            || root.has("stages")
            || root.has("steps")
            || root.has("scripts")
            || root.has("services")
            || root.has("apiVersion")
            || artefact.name().contains(".github");
    return !build
        && (Dialects.any(artefact, root)
            || NAMED.matcher(artefact.fileName().toLowerCase(Locale.ROOT)).matches());
  }
}
