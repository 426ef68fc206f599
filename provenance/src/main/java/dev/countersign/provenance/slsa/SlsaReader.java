package dev.countersign.provenance.slsa;

import dev.countersign.attest.Statement;
import dev.countersign.provenance.MalformedMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads SLSA provenance v1 of any builder. Fields that the specification requires have to be there
 * and of the right type; those that it does not know are ignored, as it asks of consumers.
 */
public final class SlsaReader {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private SlsaReader() {}

  /**
   * What the statement says was made of what.
   *
   * @throws MalformedMetadata if it is no SLSA provenance v1
   */
  public static TrainingProvenance read(Statement statement) throws MalformedMetadata {
    if (!statement.predicateType().equals(TrainingProvenance.PREDICATE_TYPE)) {
      throw new MalformedMetadata(
          "the predicate type is %s and not %s"
              .formatted(statement.predicateType(), TrainingProvenance.PREDICATE_TYPE));
    }
    Fields predicate = new Fields(statement.predicate(), "predicate");
    Fields definition = predicate.required("buildDefinition");
    Fields details = predicate.required("runDetails");
    Optional<Fields> metadata = details.optional("metadata");
    return new TrainingProvenance(
        statement.subjects(),
        definition.requiredText("buildType"),
        definition.required("externalParameters").object(),
        dependencies(definition),
        details.required("builder").requiredText("id"),
        metadata.isPresent() ? metadata.get().text("invocationId") : Optional.empty(),
        time(metadata, "startedOn"),
        time(metadata, "finishedOn"));
  }

  private static Optional<Instant> time(Optional<Fields> metadata, String key)
      throws MalformedMetadata {
    return metadata.isPresent() ? metadata.get().time(key) : Optional.empty();
  }

  private static List<Dependency> dependencies(Fields definition) throws MalformedMetadata {
    JsonNode items = definition.list("resolvedDependencies", TrainingProvenance.MOST_DEPENDENCIES);
    List<Dependency> dependencies = new ArrayList<>();
    for (JsonNode item : items) {
      String way = "predicate.buildDefinition.resolvedDependencies[" + dependencies.size() + "]";
      if (!(item instanceof ObjectNode object)) {
        throw new MalformedMetadata(way + " is no object");
      }
      dependencies.add(dependency(new Fields(object, way)));
    }
    return dependencies;
  }

  private static Dependency dependency(Fields item) throws MalformedMetadata {
    SortedMap<String, String> digests = item.texts("digest", true);
    String sha256 = digests.get("sha256");
    if (sha256 != null && !SHA256.matcher(sha256).matches()) {
      throw new MalformedMetadata(
          item.way() + ".digest.sha256 is not 64 lower-case hexadecimal digits");
    }
    return new Dependency(
        item.text("name"), item.text("uri"), digests, item.texts("annotations", false));
  }
}
