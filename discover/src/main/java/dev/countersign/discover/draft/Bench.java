package dev.countersign.discover.draft;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.Inventory;
import dev.countersign.discover.What;
import dev.countersign.discover.Where;
import dev.countersign.model.ElementKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the drafters share: the findings that count, the ids, the pieces made so far. */
final class Bench {
  /** More elements of a kind than this are no draft but a dump. */
  static final int MOST = 15;

  private final List<Finding> findings;
  private final Units units;
  private final String project;
  private final IdBook ids = new IdBook();
  private final Map<ElementKind, Map<String, Piece>> pieces = new EnumMap<>(ElementKind.class);
  private final Map<String, Set<Piece>> trainedBy = new TreeMap<>();
  private final Map<ElementKind, Integer> overflow = new EnumMap<>(ElementKind.class);
  private final Map<ElementKind, List<String>> leftOut = new EnumMap<>(ElementKind.class);

  Bench(Inventory inventory, boolean withAside, String project) {
    this.findings =
        inventory.findings().stream().filter(finding -> withAside || !finding.aside()).toList();
    this.units = new Units(about(What.UNIT).toList());
    this.project = project;
  }

  /** The name of the whole. */
  String project() {
    return project;
  }

  /** The findings about one thing that count, by place. */
  Stream<Finding> about(What what) {
    return findings.stream().filter(finding -> finding.what() == what);
  }

  /** The findings about libraries of a kind, imported or asked for. */
  Stream<Finding> libraries(What what, String kind) {
    return about(what).filter(finding -> finding.is(Detail.KIND, kind));
  }

  /** The unit that a finding lies in, as its folder. */
  String unit(Finding finding) {
    return units.of(finding);
  }

  /** A name for a unit: its folder, or the project where that says nothing. */
  String nameOf(String unit) {
    String name = unit.substring(unit.lastIndexOf('/') + 1);
    return name.isEmpty() || Paths.isGeneric(name) ? project : name;
  }

  /**
   * The files that train models. Code that fits something beside them, such as a scaler, makes no
   * model: where some files make or write one, those are meant.
   */
  Set<String> trainingFiles() {
    Set<String> fitting = files(What.TRAINING);
    Set<String> making = new TreeSet<>(files(What.ESTIMATOR));
    about(What.TRAINING)
        .filter(found -> !found.name().equals("fit"))
        .forEach(found -> making.add(found.where().file()));
    making.retainAll(fitting);
    Set<String> saving = new TreeSet<>(files(What.SAVES_MODEL));
    saving.retainAll(fitting);
    return !making.isEmpty() ? making : !saving.isEmpty() ? saving : fitting;
  }

  /** Remembers that a file trains a model. */
  void trains(String file, Piece model) {
    trainedBy.computeIfAbsent(file, _ -> new LinkedHashSet<>()).add(model);
  }

  /** The models that a file trains. */
  Set<Piece> trainedBy(String file) {
    return trainedBy.getOrDefault(file, Set.of());
  }

  /** The files with findings about one thing. */
  Set<String> files(What what) {
    Set<String> files = new TreeSet<>();
    about(what).forEach(finding -> files.add(finding.where().file()));
    return files;
  }

  /** The findings about one thing by file. */
  Map<String, List<Finding>> byFile(What what) {
    Map<String, List<Finding>> byFile = new TreeMap<>();
    about(what)
        .forEach(f -> byFile.computeIfAbsent(f.where().file(), _ -> new ArrayList<>()).add(f));
    return byFile;
  }

  /**
   * The piece that is known under a key, or a new one; empty where there are enough of the kind.
   *
   * @param key what makes it the same thing, whatever it is called
   * @param name what its id is made of
   */
  Optional<Piece> piece(ElementKind kind, String key, String name, Where where) {
    Map<String, Piece> known = pieces.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    Piece before = known.get(key);
    if (before == null && known.size() >= MOST) {
      overflow.merge(kind, 1, Integer::sum);
      return Optional.empty();
    }
    return Optional.of(
        before != null
            ? before
            : known.computeIfAbsent(key, _ -> new Piece(kind, ids.give(name, kind), where)));
  }

  /** The piece that is known under a key. */
  Optional<Piece> known(ElementKind kind, String key) {
    return Optional.ofNullable(pieces.getOrDefault(kind, Map.of()).get(key));
  }

  /** All pieces of a kind. */
  List<Piece> all(ElementKind kind) {
    return List.copyOf(pieces.getOrDefault(kind, Map.of()).values());
  }

  /** Tells the reader what was found and not drafted. */
  void leave(ElementKind kind, String sentence) {
    leftOut.computeIfAbsent(kind, _ -> new ArrayList<>()).add(sentence);
  }

  Map<ElementKind, List<DraftElement>> elements() {
    Map<ElementKind, List<DraftElement>> elements = new EnumMap<>(ElementKind.class);
    pieces.forEach(
        (kind, known) -> elements.put(kind, known.values().stream().map(Piece::element).toList()));
    return elements;
  }

  Map<ElementKind, List<String>> leftOut() {
    overflow.forEach(
        (kind, count) -> leave(kind, "%d more were found and are not drafted.".formatted(count)));
    return leftOut;
  }
}
