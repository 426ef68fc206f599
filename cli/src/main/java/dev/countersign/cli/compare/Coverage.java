package dev.countersign.cli.compare;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Where;
import dev.countersign.discover.component.Component;
import dev.countersign.discover.component.Kind;
import dev.countersign.discover.lexicon.ModelNames;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which components a system speaks of: by the files of its elements, or by a name in an id or in
 * the text of a fact. In doubt it does, since a warning about what is modelled under another name
 * would teach people to look away.
 */
final class Coverage {
  private static final int SHORTEST = 3;
  private static final int LENGTH_OF_DAY = 8;

  private final SystemModel system;
  private final FileCoverage files;
  private final List<String> mentions;
  private final Set<String> words;
  private final Set<String> suppliersOfNamed;

  private Coverage(SystemModel system, FileCoverage files, Set<String> suppliersOfNamed) {
    this.system = system;
    this.files = files;
    this.mentions = texts(system).map(Spelling::of).filter(it -> !it.isEmpty()).toList();
    this.words =
        texts(system)
            .flatMap(text -> Stream.of(text.split("[^\\p{Alnum}._-]+", -1)))
            .map(Spelling::of)
            .collect(Collectors.toSet());
    this.suppliersOfNamed = suppliersOfNamed;
  }

  /**
   * The coverage by a system.
   *
   * @param root the folder that the places of components are relative to
   * @param components all that is there
   */
  static Coverage of(SystemModel system, Path root, List<Component> components) {
    Set<String> suppliers =
        components.stream()
            .filter(it -> it.kind() == Kind.HOSTED_MODEL && !it.aside())
            .flatMap(it -> it.detail(Detail.SUPPLIER).stream())
            .collect(Collectors.toSet());
    return new Coverage(system, FileCoverage.of(system, root), suppliers);
  }

  boolean covers(Component component) {
    return switch (component.kind()) {
      case MODEL_FILE, DATASET, PROMPT -> isFile(component) || mentionsFile(component);
      case HOSTED_MODEL -> names(component.name()) || unnamedOf(component);
      case HOSTED_SERVICE -> service(component.name());
      case HUB_MODEL -> names(afterSlash(component.name()));
      case TOOL -> mentions(component.name());
      case MCP_SERVER -> mcp(component);
      case VECTOR_STORE ->
          mentions(component.name()) || has(ElementKind.STORE, "type", "vector-store");
      case MEMORY -> system.elements(ElementKind.MEMORY).findAny().isPresent();
      case TRAINING -> trains();
      // What runs, serves and supports the above is modelled by it.
      case SERVER, AGENT, CODING_AGENT, PLATFORM, NOTEBOOK, LIBRARY -> true;
    };
  }

  private boolean isFile(Component component) {
    Stream<String> places =
        component.places().stream().filter(where -> where.line() == 0).map(Where::file);
    return Stream.concat(component.detail(Detail.FILES).stream(), places).anyMatch(files::covers);
  }

  /**
   * Also a dataset or a constant that is no file; an artefact that is named at run time is unknown.
   */
  private boolean mentionsFile(Component component) {
    boolean unknown =
        component.kind() == Kind.MODEL_FILE && component.detail(Detail.FILES).isEmpty();
    String name = component.name().split(" in ", 2)[0];
    String bare = afterSlash(name);
    int dot = bare.lastIndexOf('.');
    return unknown || mentions(dot > 0 ? bare.substring(0, dot) : bare);
  }

  /** A model of the same host that no element tells the name of stands for it. */
  private boolean unnamedOf(Component component) {
    String supplier = component.detail(Detail.SUPPLIER).orElse("");
    return hosted().anyMatch(model -> isOf(model, supplier) && !named(model));
  }

  /** Where models of the host are found by name, they are told of and not the host. */
  private boolean service(String supplier) {
    return suppliersOfNamed.contains(supplier)
        || mentions(supplier)
        || hosted().anyMatch(model -> isOf(model, supplier));
  }

  private Stream<Element> hosted() {
    return system
        .elements(ElementKind.MODEL)
        .filter(model ->
            model
                .word("origin")
                .map(origin -> origin.equals("hosted"))
                .orElse(FileCoverage.patterns(model).isEmpty()));
  }

  private static boolean isOf(Element model, String supplier) {
    String said = Spelling.of(model.text("supplier").orElse(""));
    String meant = Spelling.of(supplier);
    return said.isEmpty() || said.contains(meant) || meant.contains(said);
  }

  private static boolean named(Element model) {
    return ModelNames.hosted(model.id()).isPresent();
  }

  private boolean mcp(Component server) {
    return mentions(server.name())
        || server
            .detail(Detail.PRODUCT)
            .filter(product -> mentions(afterSlash(product)))
            .isPresent();
  }

  private boolean trains() {
    return system
        .elements(ElementKind.MODEL)
        .anyMatch(model ->
            model
                .word("origin")
                .map(origin -> origin.endsWith("trained-here") || origin.endsWith("tuned-here"))
                .orElse(true));
  }

  private boolean has(ElementKind kind, String key, String word) {
    return system
        .elements(kind)
        .anyMatch(element -> element.word(key).filter(word::equals).isPresent());
  }

  /** Whether a word of the system is this name: {@code gpt-4o-mini} is not {@code gpt-4o}. */
  private boolean names(String model) {
    String spelt = Spelling.of(model);
    return words.contains(spelt) || words.contains(withoutDay(spelt));
  }

  /** A day behind the name is a version of it. */
  private static String withoutDay(String spelt) {
    int end = spelt.length();
    while (end > 0 && Character.isDigit(spelt.charAt(end - 1))) {
      end--;
    }
    int digits = spelt.length() - end;
    return digits >= LENGTH_OF_DAY ? spelt.substring(0, spelt.length() - LENGTH_OF_DAY) : spelt;
  }

  private boolean mentions(String name) {
    String spelt = Spelling.of(name);
    return spelt.length() >= SHORTEST
        ? mentions.stream()
            .anyMatch(
                mention -> mention.contains(spelt) || isLong(mention) && spelt.contains(mention))
        : mentions.contains(spelt);
  }

  private static boolean isLong(String mention) {
    return mention.length() >= 2 * SHORTEST;
  }

  private static Stream<String> texts(SystemModel system) {
    return system.elements().values().stream()
        .flatMap(element ->
            Stream.concat(
                Stream.of(element.id()),
                element.facts().values().stream().map(fact -> fact.value().written())));
  }

  private static String afterSlash(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
