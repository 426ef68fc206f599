package dev.countersign.discover.lexicon;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The libraries that mean something here: {@code libraries.yaml}. */
public final class Libraries {
  private static final Map<Ecosystem, Libraries> ALL = all();

  private final Ecosystem ecosystem;
  private final Map<String, Library> byName = new HashMap<>();
  private final Map<String, Library> byModule = new HashMap<>();

  private Libraries(Ecosystem ecosystem, Map<String, Resource.Line> lines) {
    this.ecosystem = ecosystem;
    lines.forEach(this::add);
  }

  /** Those of one ecosystem. */
  public static Libraries of(Ecosystem ecosystem) {
    return ALL.getOrDefault(ecosystem, new Libraries(ecosystem, Map.of()));
  }

  /** The library of that name in its registry; of a JVM library {@code group:artifact}. */
  public Optional<Library> named(String name) {
    String key = normal(name);
    Optional<Library> whole = Optional.ofNullable(byName.get(key));
    return whole.or(() -> group(key)).or(() -> module(isByPrefix() ? key : ""));
  }

  /** The library whose module this is, or lies in; the longest name that fits. */
  public Optional<Library> module(String module) {
    String at = module;
    while (!at.isEmpty()) {
      Library known = byModule.get(at);
      if (known != null) {
        return Optional.of(known);
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf(separator()), 0)));
    }
    return Optional.empty();
  }

  private Optional<Library> group(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? Optional.empty() : Optional.ofNullable(byName.get(name.substring(0, colon)));
  }

  /** Packages of one family have names that begin alike: {@code Microsoft.SemanticKernel.Core}. */
  private boolean isByPrefix() {
    return ecosystem == Ecosystem.GO || ecosystem == Ecosystem.NUGET;
  }

  private char separator() {
    return ecosystem == Ecosystem.NPM || ecosystem == Ecosystem.GO ? '/' : '.';
  }

  private void add(String name, Resource.Line line) {
    Library library = new Library(name, line.text("kind"), line.text("product"));
    byName.put(normal(name), library);
    List<String> modules = line.texts("modules");
    if (modules.isEmpty()) {
      byModule.putIfAbsent(moduleOf(name), library);
    }
    modules.forEach(module -> byModule.putIfAbsent(module, library));
  }

  private String moduleOf(String name) {
    return switch (ecosystem) {
      case PYTHON, CARGO -> name.replace('-', '_');
      case JVM -> name.indexOf(':') < 0 ? name : name.substring(0, name.indexOf(':'));
      case NPM, GO, NUGET -> name;
    };
  }

  /** PyPI takes names for the same that differ in case or in {@code - _ .} only (PEP 503). */
  private String normal(String name) {
    return ecosystem == Ecosystem.PYTHON
        ? name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-')
        : name;
  }

  private static Map<Ecosystem, Libraries> all() {
    Resource file = Resource.of("libraries.yaml");
    Map<Ecosystem, Libraries> all = new EnumMap<>(Ecosystem.class);
    for (Ecosystem ecosystem : Ecosystem.values()) {
      all.put(ecosystem, new Libraries(ecosystem, file.lines(ecosystem.section())));
    }
    return all;
  }
}
