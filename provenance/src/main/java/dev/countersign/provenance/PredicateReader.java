package dev.countersign.provenance;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the predicate of a dataset, the inverse of {@link PredicateWriter}. */
final class PredicateReader {
  private static final Set<String> PREDICATE =
      Set.of(
          "manifest",
          "manifestFile",
          "recorded",
          "selection",
          "unseen",
          "sources",
          "collection",
          "writers",
          "labels",
          "licence",
          "sensitivity",
          "timeRange",
          "transformations");
  private static final Set<String> STEP = Set.of("name", "tool", "parameters", "code", "inputs");
  private static final Set<String> DIGEST = Set.of("sha256");

  private PredicateReader() {}

  static DatasetStatement read(Statement statement) throws MalformedManifest {
    if (!statement.predicateType().equals(DatasetStatement.TYPE)) {
      throw new MalformedManifest(
          "it is a statement of type %s, not of %s"
              .formatted(statement.predicateType(), DatasetStatement.TYPE));
    }
    if (statement.subjects().size() != 1) {
      throw new MalformedManifest("it has more than one subject; a dataset is one");
    }
    Keys predicate = Keys.of(statement.predicate(), "predicate", PREDICATE);
    try {
      return dataset(statement.subjects().getFirst(), predicate);
    } catch (IllegalArgumentException contradiction) {
      throw new MalformedManifest(String.valueOf(contradiction.getMessage()), contradiction);
    }
  }

  private static DatasetStatement dataset(Subject subject, Keys predicate)
      throws MalformedManifest {
    String name =
        subject.name().orElseThrow(() -> new MalformedManifest("the subject has no name"));
    String digest =
        subject.sha256().orElseThrow(() -> new MalformedManifest("the subject has no sha256"));
    return new DatasetStatement(name, digest, place(predicate), description(predicate));
  }

  private static ManifestPlace place(Keys predicate) throws MalformedManifest {
    if (predicate.has("manifest") == predicate.has("manifestFile")) {
      throw new MalformedManifest("predicate has to have either manifest or manifestFile");
    }
    if (predicate.has("manifest")) {
      return new ManifestPlace.Inline(ManifestJson.read(predicate.node("manifest")));
    }
    Keys file = predicate.object("manifestFile", Set.of("name", "sha256", "files", "bytes"));
    return new ManifestPlace.Beside(
        file.text("name"), file.text("sha256"), file.number("files"), file.number("bytes"));
  }

  private static Description description(Keys predicate) throws MalformedManifest {
    return new Description(
        sources(predicate),
        predicate.optional("collection"),
        predicate.texts("writers"),
        labels(predicate),
        predicate.optional("licence"),
        predicate.optional("sensitivity"),
        timeRange(predicate),
        transformations(predicate),
        predicate.has("recorded")
            ? Optional.of(predicate.parsed("recorded", Instant::parse))
            : Optional.empty(),
        predicate.texts("selection"),
        predicate.texts("unseen"));
  }

  private static List<Source> sources(Keys predicate) throws MalformedManifest {
    List<Source> sources = new ArrayList<>();
    for (Keys source : predicate.objects("sources", Set.of("name", "uri", "under"))) {
      sources.add(
          new Source(
              source.text("name"), source.optional("uri"), source.optional("under").orElse("")));
    }
    return sources;
  }

  private static Optional<Labels> labels(Keys predicate) throws MalformedManifest {
    if (!predicate.has("labels")) {
      return Optional.empty();
    }
    Keys labels = predicate.object("labels", Set.of("how", "by"));
    return Optional.of(new Labels(labels.text("how"), labels.texts("by")));
  }

  private static Optional<TimeRange> timeRange(Keys predicate) throws MalformedManifest {
    if (!predicate.has("timeRange")) {
      return Optional.empty();
    }
    Keys range = predicate.object("timeRange", Set.of("from", "until"));
    return Optional.of(
        new TimeRange(
            range.parsed("from", LocalDate::parse), range.parsed("until", LocalDate::parse)));
  }

  private static List<Transformation> transformations(Keys predicate) throws MalformedManifest {
    List<Transformation> steps = new ArrayList<>();
    for (Keys step : predicate.objects("transformations", STEP)) {
      steps.add(
          new Transformation(
              step.text("name"),
              step.optional("tool"),
              step.map("parameters"),
              step.has("code")
                  ? Optional.of(step.object("code", DIGEST).text("sha256"))
                  : Optional.empty(),
              inputs(step)));
    }
    return steps;
  }

  private static List<Input> inputs(Keys step) throws MalformedManifest {
    List<Input> inputs = new ArrayList<>();
    for (Keys input : step.objects("inputs", Set.of("name", "digest"))) {
      inputs.add(new Input(input.text("name"), input.object("digest", DIGEST).text("sha256")));
    }
    return inputs;
  }
}
