package dev.countersign.model.edit;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.Place;
import dev.countersign.model.Problem;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemDigest;
import dev.countersign.model.SystemModel;
import dev.countersign.model.language.Vocabulary;
import dev.countersign.model.read.SystemReader;
import dev.countersign.model.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A system with changes that are not written yet. Immutable: each change gives another, and going
 * back is keeping the old one.
 *
 * <p>A change is made in the file in which the thing stands, included files among them. Afterwards
 * all files are read again as if they had been saved, and the system must be the same but for what
 * was changed; otherwise the change is refused and says why.
 */
public final class ModelEdit {
  private static final String BUILT_IN = "anyone";

  private final SystemModel model;
  private final Map<String, SourceFile> files;

  private ModelEdit(SystemModel model, Map<String, SourceFile> files) {
    this.model = model;
    this.files = files;
  }

  /** What came of a change. */
  public sealed interface Result {}

  /** The system with the change. */
  public record Done(ModelEdit edit) implements Result {}

  /**
   * Nothing was changed.
   *
   * @param why what stands in the way, one sentence
   * @param next what to do about it, one sentence
   */
  public record Refused(String why, String next) implements Result {}

  /** Starts with a system as it was read. */
  public static ModelEdit of(SystemModel model) {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    for (String name : model.sources()) {
      SourceFile.read(name).ifPresent(file -> files.put(name, file));
    }
    return new ModelEdit(model, files);
  }

  /** The system as it is with the changes. */
  public SystemModel model() {
    return model;
  }

  /** The files that have to be written, in the order of reading. */
  public List<SourceFile> changes() {
    return files.values().stream().filter(SourceFile::changed).toList();
  }

  /** Whether an element can be given facts: it is declared in a file, not built in. */
  public boolean takes(String element) {
    return model.element(element).isPresent() && !element.equals(BUILT_IN);
  }

  /**
   * Gives an element a fact, or another value for it.
   *
   * @param key as in the grammar, nested keys with a dot
   */
  public Result fact(String element, String key, YamlValue value) {
    Optional<Element> known = model.element(element).filter(found -> takes(element));
    if (known.isEmpty()) {
      return new Refused("No file declares " + element + ".", "Declare it first.");
    }
    ElementKind kind = known.get().kind();
    List<String> path = new ArrayList<>(List.of(kind.section(), element));
    path.addAll(List.of(key.split("\\.")));
    return change(
        known.get().place().file(),
        path,
        value,
        Vocabulary.of(kind).shorthand(),
        system -> without(system, element, key));
  }

  /** Adds an element of a kind to the main file. */
  public Result element(ElementKind kind, String id, YamlValue value) {
    if (model.element(id).isPresent()) {
      return new Refused("There is already an element " + id + ".", "Choose another id.");
    }
    return change(
        model.file(),
        List.of(kind.section(), id),
        value,
        Optional.empty(),
        system -> without(system, id));
  }

  /** Answers a threat, or answers it otherwise. */
  public Result resolution(String threat, YamlValue value) {
    Resolution known = model.resolutions().get(threat);
    String file = known == null ? fileOfAnswers() : known.place().file();
    return change(
        file,
        List.of("resolutions", threat),
        value,
        Optional.empty(),
        system -> unanswered(system, threat));
  }

  private String fileOfAnswers() {
    return model.resolutions().values().stream()
        .map(Resolution::place)
        .max(Comparator.naturalOrder())
        .map(Place::file)
        .orElse(model.file());
  }

  private Result change(
      String name,
      List<String> path,
      YamlValue value,
      Optional<String> shorthand,
      UnaryOperator<SystemModel> rest) {
    SourceFile file = files.get(name);
    if (file == null) {
      return new Refused(name + " cannot be read as UTF-8.", "Save it as UTF-8.");
    }
    return switch (YamlEdit.set(file.text(), path, value, shorthand)) {
      case YamlEdit.Refused no -> new Refused(name + ": " + no.why(), no.next());
      case YamlEdit.Done done -> read(file.with(done.text()), rest);
    };
  }

  private Result read(SourceFile changed, UnaryOperator<SystemModel> rest) {
    Map<String, SourceFile> all = new LinkedHashMap<>(files);
    all.put(changed.name(), changed);
    Map<Path, String> unsaved = new LinkedHashMap<>();
    all.values().forEach(file -> unsaved.put(file.file(), file.text()));
    Problems problems = new Problems();
    Optional<SystemModel> after = SystemReader.read(Path.of(model.file()), unsaved, problems);
    if (after.isEmpty()) {
      return refused(problems.sorted().getFirst());
    }
    return SystemDigest.of(rest.apply(after.get())).equals(SystemDigest.of(rest.apply(model)))
        ? new Done(new ModelEdit(after.get(), all))
        : new Refused(
            changed.name() + ": this would change more than was asked for.", "Change it by hand.");
  }

  private static Refused refused(Problem problem) {
    String expected = problem.expected().map(it -> " Expected: " + it + ".").orElse("");
    return new Refused(problem.message() + "." + expected, problem.next());
  }

  private static SystemModel without(SystemModel system, String element, String key) {
    Map<String, Element> elements = new TreeMap<>(system.elements());
    elements.computeIfPresent(element, (id, found) -> without(found, key));
    return with(system, elements, system.resolutions());
  }

  private static Element without(Element element, String key) {
    Map<String, Fact> facts = new TreeMap<>(element.facts());
    facts.remove(key);
    return new Element(element.kind(), element.id(), element.place(), facts);
  }

  private static SystemModel without(SystemModel system, String element) {
    Map<String, Element> elements = new TreeMap<>(system.elements());
    elements.remove(element);
    return with(system, elements, system.resolutions());
  }

  private static SystemModel unanswered(SystemModel system, String threat) {
    Map<String, Resolution> resolutions = new TreeMap<>(system.resolutions());
    resolutions.remove(threat);
    return with(system, system.elements(), resolutions);
  }

  private static SystemModel with(
      SystemModel system, Map<String, Element> elements, Map<String, Resolution> resolutions) {
    return new SystemModel(
        system.file(),
        system.info(),
        elements,
        system.controls(),
        resolutions,
        system.assumptions(),
        system.sources());
  }
}
