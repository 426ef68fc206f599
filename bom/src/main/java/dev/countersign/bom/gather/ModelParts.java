package dev.countersign.bom.gather;

import dev.countersign.bom.Ancestor;
import dev.countersign.bom.ModelCard;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartFile;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.card.Hub;
import dev.countersign.bom.card.HubFolder;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The models. Of a fact that several places state, the threat model counts first, then the artefact
 * itself, then the card beside it.
 */
final class ModelParts {
  private static final int SHORT = 12;
  private static final int MOST_ARGUMENTS = 200;

  private final Order order;
  private final ElementFiles files;
  private final Statements statements;
  private final ArtefactFacts artefacts;

  ModelParts(Order order, ElementFiles files, Statements statements) {
    this.order = order;
    this.files = files;
    this.statements = statements;
    this.artefacts = new ArtefactFacts(files);
  }

  List<Part> all() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Element model : order.system().elements(ElementKind.MODEL).toList()) {
      parts.add(part(model));
    }
    return parts;
  }

  private Part part(Element model) throws IOException {
    List<Path> paths = files.paths(model);
    List<PartFile> hashed = files.hashed(paths);
    Map<String, String> facts = artefacts.of(paths);
    List<HubFolder> hubs = ElementFiles.foldersOf(paths).stream().map(HubFolder::of).toList();
    Optional<TrainingProvenance> run = statements.training(hashed);
    Part.Builder part =
        Part.of(PartKind.MODEL, model.id(), model.id())
            .files(hashed)
            .purl(onHub(model))
            .supplier(model.text("supplier"))
            .supplier(fact(facts, "author"))
            .version(fact(facts, "version"))
            .version(digest(hashed).map(sha256 -> "sha256:" + sha256.substring(0, SHORT)))
            .licence(fact(facts, "licence"))
            .licence(first(hubs, HubFolder::licence))
            .description(first(hubs, HubFolder::summary))
            .card(card(model, facts, hubs, run));
    ancestors(model, facts, hubs, part);
    properties(model, facts, hubs, part);
    run.ifPresent(known -> part.property("trained-by", Optional.of(known.builder())));
    paths(paths, hubs, part);
    return part.build();
  }

  /** A draft calls a model by the last part of the name that code calls it by. */
  private Optional<String> onHub(Element model) {
    return order.hubModels().stream()
        .filter(name -> slug(name.substring(name.lastIndexOf('/') + 1)).equals(model.id()))
        .flatMap(name -> Hub.purl(name).stream())
        .findFirst();
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private void paths(List<Path> paths, List<HubFolder> hubs, Part.Builder part) throws IOException {
    List<Path> folders = ElementFiles.foldersOf(paths);
    for (int i = 0; i < hubs.size(); i++) {
      if (hubs.get(i).hasCard()) {
        part.reference("model-card", files.name(folders.get(i).resolve("README.md").toRealPath()));
      }
    }
  }

  private ModelCard card(
      Element model,
      Map<String, String> facts,
      List<HubFolder> hubs,
      Optional<TrainingProvenance> run) {
    return new ModelCard(
        model.word("task").or(() -> fact(facts, "task")).or(() -> first(hubs, HubFolder::task)),
        first(hubs, HubFolder::family).or(() -> fact(facts, "architecture")),
        first(hubs, HubFolder::architecture).or(() -> fact(facts, "architecture")),
        Optional.empty(),
        model.refs("trained-on"),
        otherDatasets(facts, hubs),
        split(facts, "inputs"),
        outputs(model, facts),
        hubs.stream().flatMap(hub -> hub.metrics().stream()).toList(),
        hubs.stream().flatMap(hub -> hub.uses().stream()).toList(),
        hubs.stream().flatMap(hub -> hub.limitations().stream()).toList(),
        hubs.stream().flatMap(hub -> hub.considerations().stream()).toList(),
        training(facts, run),
        run.flatMap(known -> known.finished().or(known::started)));
  }

  private static List<String> otherDatasets(Map<String, String> facts, List<HubFolder> hubs) {
    Stream<String> inside =
        fact(facts, "datasets").stream().flatMap(it -> Stream.of(it.split(", ")));
    return Stream.concat(inside, hubs.stream().flatMap(hub -> hub.datasets().stream()))
        .distinct()
        .toList();
  }

  /** What the artefact says goes out, or else what the threat model says queries get to see. */
  private static List<String> outputs(Element model, Map<String, String> facts) {
    List<String> outputs = split(facts, "outputs");
    return outputs.isEmpty() ? model.words("exposes") : outputs;
  }

  private static SortedMap<String, String> training(
      Map<String, String> facts, Optional<TrainingProvenance> run) {
    SortedMap<String, String> training = new TreeMap<>();
    for (String argument : split(facts, "training-arguments")) {
      int at = argument.indexOf('=');
      if (at > 0) {
        training.put(argument.substring(0, at), argument.substring(at + 1));
      }
    }
    run.ifPresent(known ->
        known.parameters().properties().stream()
            .limit(MOST_ARGUMENTS)
            .filter(it -> it.getValue().isValueNode())
            .forEach(it -> training.put(it.getKey(), it.getValue().asString())));
    return training;
  }

  private void ancestors(
      Element model, Map<String, String> facts, List<HubFolder> hubs, Part.Builder part) {
    model
        .refs("base")
        .forEach(id ->
            part.ancestor(new Ancestor(id, Optional.of(id), Optional.empty(), "countersign.yaml")));
    fact(facts, "base-model").stream()
        .flatMap(names -> Stream.of(names.split(", ")))
        .map(Hub::name)
        .forEach(name -> part.ancestor(found(name, "artefact")));
    hubs.forEach(hub -> hub.bases().forEach((name, file) -> part.ancestor(found(name, file))));
  }

  private static Ancestor found(String name, String saidBy) {
    return new Ancestor(name, Optional.empty(), Hub.purl(name), saidBy);
  }

  private static void properties(
      Element model, Map<String, String> facts, List<HubFolder> hubs, Part.Builder part) {
    part.property("origin", model.word("origin"));
    part.property("format", model.word("format"));
    part.property("loader", model.word("loader"));
    part.property("retrained", model.word("retrained"));
    for (String key : ArtefactFacts.PROPERTIES) {
      part.property(key, fact(facts, key));
    }
    hubs.forEach(
        hub -> hub.facts().forEach((key, value) -> part.property(key, Optional.of(value))));
  }

  private static Optional<String> digest(List<PartFile> files) {
    return files.size() == 1 ? files.getFirst().sha256() : Optional.empty();
  }

  private static Optional<String> fact(Map<String, String> facts, String key) {
    return Optional.ofNullable(facts.get(key));
  }

  private static List<String> split(Map<String, String> facts, String key) {
    return fact(facts, key).stream().flatMap(it -> Stream.of(it.split("; "))).toList();
  }

  private static Optional<String> first(
      List<HubFolder> hubs, Function<HubFolder, Optional<String>> what) {
    return hubs.stream().flatMap(hub -> what.apply(hub).stream()).findFirst();
  }
}
