package dev.countersign.model;

import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KindOfElement;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Makes valid systems out of the grammar, the same for the same seed. A system is a tree of maps,
 * lists, texts and {@link Bare} values; {@link YamlText} writes it down.
 */
final class RandomSystem {
  private static final List<String> TEXTS =
      List.of(
          "Model Risk Committee", "a: b # c", "it's \"quoted\"", "Prüfung 支払い 😀", "true", "12");
  private static final List<String> RATES = List.of("50/s", "2.5/min", "10/h", "1200000/day");
  private static final List<String> AMOUNTS = List.of("40 EUR", "20..90 EUR", "0.01..2.50 USD");
  private static final int PER_KIND = 2;

  private final Random random;
  private final Map<String, Object> system = new LinkedHashMap<>();

  private RandomSystem(long seed) {
    random = new Random(seed);
  }

  /** A value that stands without quotes. */
  record Bare(String text) {}

  static Map<String, Object> of(long seed) {
    RandomSystem random = new RandomSystem(seed);
    random.fill();
    return random.system;
  }

  private void fill() {
    system.put("countersign", new Bare("1"));
    system.put("system", map("id", new Bare("demo"), "purpose", text()));
    for (ElementKind kind : ElementKind.values()) {
      Map<String, Object> section = new LinkedHashMap<>();
      for (int i = 0; i < PER_KIND; i++) {
        section.put(kind.word() + "-" + i, element(Vocabulary.of(kind)));
      }
      system.put(kind.section(), section);
    }
    system.put("controls", controls());
    system.put("resolutions", resolutions());
    system.put("assumptions", assumptions());
  }

  private Object element(KindOfElement kind) {
    Map<String, Object> element = new LinkedHashMap<>();
    for (Key key : kind.keys()) {
      if (key.required() || random.nextInt(3) == 0) {
        put(element, key.name(), value(key.type()));
      }
    }
    String shorthand = kind.shorthand().orElse("");
    boolean bare = element.keySet().equals(Set.of(shorthand)) && random.nextBoolean();
    return bare ? element.getOrDefault(shorthand, element) : element;
  }

  @SuppressWarnings("unchecked") // every inner map was put there by this method
  private static void put(Map<String, Object> element, String name, Object value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      element.put(name, value);
    } else {
      Object inner = element.computeIfAbsent(name.substring(0, dot), n -> new LinkedHashMap<>());
      put((Map<String, Object>) inner, name.substring(dot + 1), value);
    }
  }

  private Object value(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> new Bare(any(words).word());
      case KeyType.AnyOf(var words) -> many(() -> new Bare(any(words).word()));
      case KeyType.Trust() -> new Bare(any(List.of(TrustLevel.values())).word());
      case KeyType.YesNo() -> new Bare(any(List.of("yes", "no", "true", "false")));
      case KeyType.FreeText() -> text();
      case KeyType.Reference(var kinds) -> reference(kinds);
      case KeyType.References(var kinds) -> many(() -> reference(kinds));
      case KeyType.Date() -> date();
      case KeyType.Frequency() -> new Bare(any(RATES));
      case KeyType.Amount() -> new Bare(any(AMOUNTS));
      case KeyType.Number() -> new Bare(Integer.toString(random.nextInt(100)));
      case KeyType.Files() -> random.nextBoolean() ? "data/*.csv" : List.of("a.csv", "b/**");
    };
  }

  /** One value, a list, an empty list, or {@code none}. */
  private Object many(Supplier<Object> one) {
    return switch (random.nextInt(5)) {
      case 0 -> one.get();
      case 1 -> List.of();
      case 2 -> new Bare("none");
      default -> new ArrayList<>(new LinkedHashSet<>(List.of(one.get(), one.get())));
    };
  }

  private Bare reference(Set<ElementKind> kinds) {
    ElementKind kind = any(List.copyOf(new TreeSet<>(kinds)));
    boolean anyone = kind == ElementKind.ACTOR && random.nextInt(5) == 0;
    return new Bare(anyone ? "anyone" : kind.word() + "-" + random.nextInt(PER_KIND));
  }

  private Map<String, Object> controls() {
    return map(
        "model-signing@model-" + random.nextInt(PER_KIND),
        map("signature", text()),
        "rate-limiting@component-0",
        map("document", map("file", text(), "expires", date())));
  }

  private Map<String, Object> resolutions() {
    Object planned = map("control", "a@model-1", "owner", text(), "by", date(), "ticket", text());
    return map(
        "evasion@model-0",
        map("control", new Bare("rate-limiting@component-0")),
        "model-extraction@model-1",
        map("planned", planned),
        "membership-inference@model-0",
        map("accepted", map("by", text(), "until", date())),
        "data-poisoning@dataset-0",
        map("designed-out", map("change", text())));
  }

  private Map<String, Object> assumptions() {
    Object about = many(() -> reference(Set.of(ElementKind.values())));
    return map("it-holds", map("states", text(), "until", date(), "about", about));
  }

  /** Keys and values in turn; unlike {@code Map.of}, always in this order. */
  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
    }
    return map;
  }

  private String text() {
    return any(TEXTS);
  }

  private Bare date() {
    return new Bare("2027-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
