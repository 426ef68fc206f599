package dev.countersign.provenance;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the predicate of a dataset. Keys that say nothing are left out. */
final class PredicateWriter {
  private final ObjectNode predicate = JsonMapper.shared().createObjectNode();

  private PredicateWriter() {}

  static ObjectNode write(ManifestPlace manifest, Description description) {
    PredicateWriter writer = new PredicateWriter();
    writer.place(manifest);
    writer.describe(description);
    return writer.predicate;
  }

  private void place(ManifestPlace manifest) {
    switch (manifest) {
      case ManifestPlace.Inline(Manifest inline) ->
          predicate.set("manifest", JsonMapper.shared().readTree(ManifestJson.write(inline)));
      case ManifestPlace.Beside beside ->
          predicate
              .putObject("manifestFile")
              .put("name", beside.file())
              .put("sha256", beside.sha256())
              .put("files", beside.files())
              .put("bytes", beside.bytes());
    }
  }

  private void describe(Description description) {
    description.recorded().ifPresent(at -> predicate.put("recorded", at.toString()));
    texts(predicate, "selection", description.selection());
    texts(predicate, "unseen", description.unseen());
    if (!description.sources().isEmpty()) {
      ArrayNode sources = predicate.putArray("sources");
      description.sources().forEach(source -> source(source, sources.addObject()));
    }
    text(predicate, "collection", description.collection());
    texts(predicate, "writers", description.writers());
    description.labels().ifPresent(this::labels);
    text(predicate, "licence", description.licence());
    text(predicate, "sensitivity", description.sensitivity());
    description.timeRange().ifPresent(this::timeRange);
    if (!description.transformations().isEmpty()) {
      ArrayNode steps = predicate.putArray("transformations");
      description.transformations().forEach(step -> step(step, steps.addObject()));
    }
  }

  private static void source(Source source, ObjectNode json) {
    json.put("name", source.name());
    text(json, "uri", source.uri());
    text(json, "under", Optional.of(source.under()).filter(under -> !under.isEmpty()));
  }

  private void labels(Labels labels) {
    ObjectNode json = predicate.putObject("labels").put("how", labels.how());
    texts(json, "by", labels.by());
  }

  private void timeRange(TimeRange range) {
    predicate
        .putObject("timeRange")
        .put("from", range.from().toString())
        .put("until", range.until().toString());
  }

  private static void step(Transformation step, ObjectNode json) {
    json.put("name", step.name());
    text(json, "tool", step.tool());
    if (!step.parameters().isEmpty()) {
      step.parameters().forEach(json.withObject("/parameters")::put);
    }
    step.code().ifPresent(sha256 -> json.putObject("code").put("sha256", sha256));
    if (!step.inputs().isEmpty()) {
      ArrayNode inputs = json.putArray("inputs");
      step.inputs().forEach(input -> input(input, inputs.addObject()));
    }
  }

  private static void input(Input input, ObjectNode json) {
    json.put("name", input.name()).putObject("digest").put("sha256", input.digest());
  }

  private static void text(ObjectNode json, String key, Optional<String> value) {
    value.ifPresent(text -> json.put(key, text));
  }

  private static void texts(ObjectNode json, String key, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(key);
      values.forEach(array::add);
    }
  }
}
