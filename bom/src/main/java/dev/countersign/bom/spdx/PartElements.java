package dev.countersign.bom.spdx;

import dev.countersign.bom.Ancestor;
import dev.countersign.bom.DataCard;
import dev.countersign.bom.ModelCard;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartFile;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.licence.Licence;
import dev.countersign.model.SafeText;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts as packages, their files as files in them. */
final class PartElements {
  private static final Set<String> PERSONAL = Set.of("personal", "special-category");

  private final Graph graph;

  PartElements(Graph graph) {
    this.graph = graph;
  }

  void add(Part part) {
    ObjectNode element = graph.element(type(part.kind()), part.ref(), part.name());
    element.put("software_primaryPurpose", purpose(part.kind()));
    Graph.put(element, "description", part.description());
    Graph.put(element, "software_packageVersion", part.version());
    part.purl().ifPresent(purl -> element.put("software_packageUrl", purl));
    part.supplier().ifPresent(who -> element.put("suppliedBy", organisation(who)));
    hashes(part, element);
    references(part, element);
    part.licence().ifPresent(text -> licence(part, text));
    files(part);
    ancestors(part);
    List<String> said = new ArrayList<>();
    part.properties().forEach((key, value) -> said.add(key + ": " + value));
    part.card().ifPresent(card -> model(part, card, element));
    part.data().ifPresent(data -> data(part, data, element, said));
    Comments.put(element, said);
  }

  private static String type(PartKind kind) {
    return switch (kind) {
      case MODEL -> "ai_AIPackage";
      case DATASET, CORPUS -> "dataset_DatasetPackage";
      default -> "software_Package";
    };
  }

  private static String purpose(PartKind kind) {
    return switch (kind) {
      case MODEL -> "model";
      case DATASET, CORPUS, MEMORY -> "data";
      case PROMPT, AGENT_CONFIGURATION -> "configuration";
      case LIBRARY -> "library";
      case FILE -> "file";
    };
  }

  private String organisation(String who) {
    graph.element("Organization", "agent:" + who, who);
    return graph.id("agent:" + who);
  }

  private static void hashes(Part part, ObjectNode element) {
    part.digest()
        .ifPresent(it ->
            hash(element, it.algorithm().toLowerCase(Locale.ROOT).replace("-", ""), it.hex()));
    if (part.digest().isEmpty() && part.files().size() == 1) {
      part.files().getFirst().sha256().ifPresent(hex -> hash(element, "sha256", hex));
    }
  }

  private static void hash(ObjectNode element, String algorithm, String hex) {
    element
        .putArray("verifiedUsing")
        .addObject()
        .put("type", "Hash")
        .put("algorithm", algorithm)
        .put("hashValue", hex);
  }

  private static void references(Part part, ObjectNode element) {
    if (part.references().isEmpty()) {
      return;
    }
    ArrayNode references = element.putArray("externalRef");
    for (Part.Reference reference : part.references()) {
      ObjectNode external = references.addObject();
      external.put("type", "ExternalRef");
      external.put(
          "externalRefType", reference.type().equals("website") ? "altWebPage" : "documentation");
      external.putArray("locator").add(SafeText.of(reference.url()));
    }
  }

  private void licence(Part part, String text) {
    String ref = "licence:" + text;
    switch (Licence.of(text)) {
      case Licence.Listed(var id) -> expression(ref, id);
      case Licence.Expression(var expression) -> expression(ref, expression);
      case Licence.Named(var name) ->
          graph
              .element("simplelicensing_SimpleLicensingText", ref)
              .put("simplelicensing_licenseText", SafeText.of(name));
    }
    graph.relate(part.ref(), "hasDeclaredLicense", List.of(ref));
  }

  private void expression(String ref, String expression) {
    graph
        .element("simplelicensing_LicenseExpression", ref)
        .put("simplelicensing_licenseExpression", expression);
  }

  private void files(Part part) {
    List<String> refs = new ArrayList<>();
    for (PartFile file : part.files()) {
      String ref = part.ref() + "#" + file.path();
      ObjectNode element = graph.element("software_File", ref, file.path());
      file.sha256().ifPresent(hex -> hash(element, "sha256", hex));
      Comments.put(element, List.of("bytes: " + file.bytes()));
      refs.add(ref);
    }
    graph.relate(part.ref(), "contains", refs);
  }

  private void ancestors(Part part) {
    List<String> refs = new ArrayList<>();
    for (Ancestor ancestor : part.ancestors()) {
      String ref = ancestor.ref().orElse("ancestor:" + ancestor.name());
      if (ancestor.ref().isEmpty()) {
        ObjectNode element = graph.element("ai_AIPackage", ref, ancestor.name());
        element.put("software_primaryPurpose", "model");
        ancestor.purl().ifPresent(purl -> element.put("software_packageUrl", purl));
      }
      refs.add(ref);
    }
    graph.relate(part.ref(), "descendantOf", refs);
  }

  private void model(Part part, ModelCard card, ObjectNode element) {
    Graph.put(
        element,
        "ai_typeOfModel",
        Stream.concat(card.family().stream(), card.architecture().stream()).distinct().toList());
    List<String> about = new ArrayList<>();
    card.task().ifPresent(task -> about.add("Task: " + task + "."));
    sentence("Inputs", card.inputs()).ifPresent(about::add);
    sentence("Outputs", card.outputs()).ifPresent(about::add);
    about.addAll(card.uses());
    text(element, "ai_informationAboutApplication", about);
    sentence("Datasets", card.otherDatasets())
        .ifPresent(said -> element.put("ai_informationAboutTraining", SafeText.of(said)));
    List<String> limits = new ArrayList<>(card.limitations());
    limits.addAll(card.considerations());
    text(element, "ai_limitation", limits);
    dictionary(element, "ai_hyperparameter", card.training());
    metrics(card, element);
    card.trained()
        .ifPresent(at -> element.put("builtTime", at.truncatedTo(ChronoUnit.SECONDS).toString()));
    graph.relate(part.ref(), "trainedOn", card.datasets());
  }

  private static void metrics(ModelCard card, ObjectNode element) {
    if (card.metrics().isEmpty()) {
      return;
    }
    ArrayNode metrics = element.putArray("ai_metric");
    for (ModelCard.Metric metric : card.metrics()) {
      entry(metrics, metric.type() + metric.on().map(on -> " on " + on).orElse(""), metric.value());
    }
  }

  private static void dictionary(ObjectNode element, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      ArrayNode entries = element.putArray(key);
      values.forEach((name, value) -> entry(entries, name, value));
    }
  }

  private static void entry(ArrayNode entries, String key, String value) {
    entries
        .addObject()
        .put("type", "DictionaryEntry")
        .put("key", SafeText.of(key))
        .put("value", SafeText.of(value));
  }

  private static Optional<String> sentence(String about, List<String> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(about + ": " + String.join(", ", items) + ".");
  }

  private static void text(ObjectNode element, String key, List<String> sentences) {
    if (!sentences.isEmpty()) {
      element.put(key, SafeText.of(String.join(" ", sentences)));
    }
  }

  private static void data(Part part, DataCard data, ObjectNode element, List<String> said) {
    if (part.kind() == PartKind.DATASET || part.kind() == PartKind.CORPUS) {
      element.putArray("dataset_datasetType").add(DatasetTypes.of(part));
      element.put("dataset_datasetSize", part.bytes());
      data.collection()
          .ifPresent(how -> element.put("dataset_dataCollectionProcess", SafeText.of(how)));
      Graph.put(element, "dataset_dataPreprocessing", data.preparation());
      data.sensitivity()
          .flatMap(PartElements::level)
          .ifPresent(level -> element.put("dataset_confidentialityLevel", level));
      data.sensitivity()
          .ifPresent(word ->
              element.put(
                  "dataset_hasSensitivePersonalInformation",
                  PERSONAL.contains(word) ? "yes" : "noAssertion"));
    }
    data.sensitivity().ifPresent(word -> said.add("sensitivity: " + word));
    data.owners().forEach(who -> said.add("owner: " + who));
    data.custodians().forEach(who -> said.add("custodian: " + who));
    data.stewards().forEach(who -> said.add("steward: " + who));
    data.sources().forEach(source -> said.add("source: " + source));
    data.labels().ifPresent(how -> said.add("labels: " + how));
    data.period().ifPresent(days -> said.add("period: " + days));
    data.rows().ifPresent(rows -> said.add("rows: " + rows));
    data.treeDigest().ifPresent(digest -> said.add("tree-digest: sha256:" + digest));
  }

  /** By the Traffic Light Protocol, as far as a word of the language says the same. */
  private static Optional<String> level(String sensitivity) {
    return switch (sensitivity) {
      case "public" -> Optional.of("clear");
      case "internal" -> Optional.of("amber");
      case "confidential", "secret" -> Optional.of("red");
      default -> Optional.empty();
    };
  }
}
