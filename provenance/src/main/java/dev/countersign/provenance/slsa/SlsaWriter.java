package dev.countersign.provenance.slsa;

import dev.countersign.attest.Statement;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes SLSA provenance v1. */
public final class SlsaWriter {
  private SlsaWriter() {}

  /** The statement that says so, not yet signed. */
  public static Statement write(TrainingProvenance training) {
    ObjectNode predicate = JsonNodeFactory.instance.objectNode();
    ObjectNode definition = predicate.putObject("buildDefinition");
    definition.put("buildType", training.buildType());
    definition.set("externalParameters", training.parameters().deepCopy());
    ArrayNode dependencies = definition.putArray("resolvedDependencies");
    training.dependencies().forEach(dependency -> dependency(dependencies.addObject(), dependency));
    runDetails(predicate.putObject("runDetails"), training);
    return new Statement(training.subjects(), TrainingProvenance.PREDICATE_TYPE, predicate);
  }

  private static void dependency(ObjectNode item, Dependency dependency) {
    dependency.name().ifPresent(name -> item.put("name", name));
    dependency.uri().ifPresent(uri -> item.put("uri", uri));
    if (!dependency.digests().isEmpty()) {
      dependency.digests().forEach(item.withObject("digest")::put);
    }
    if (!dependency.annotations().isEmpty()) {
      dependency.annotations().forEach(item.withObject("annotations")::put);
    }
  }

  private static void runDetails(ObjectNode details, TrainingProvenance training) {
    details.putObject("builder").put("id", training.builder());
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    training.invocation().ifPresent(id -> metadata.put("invocationId", id));
    training
        .started()
        .ifPresent(at -> metadata.put("startedOn", at.truncatedTo(ChronoUnit.SECONDS).toString()));
    training
        .finished()
        .ifPresent(at -> metadata.put("finishedOn", at.truncatedTo(ChronoUnit.SECONDS).toString()));
    if (!metadata.isEmpty()) {
      details.set("metadata", metadata);
    }
  }
}
