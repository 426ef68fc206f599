package dev.countersign.derive;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.Place;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes systems that the grammar allows, with facts given and left out at random. */
final class RandomSystem {
  private static final Place PLACE = new Place("countersign.yaml", 1, 1);

  private final Random random;
  private final Map<ElementKind, List<String>> ids = new HashMap<>();

  private RandomSystem(long seed) {
    random = new Random(seed);
    for (ElementKind kind : ElementKind.values()) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        names.add(kind.word() + "-" + i);
      }
      ids.put(kind, names);
    }
  }

  /** A system; the same seed gives the same. */
  static SystemModel of(long seed) {
    return new RandomSystem(seed).system();
  }

  /** The same system with one more fact, chosen by the seed. */
  static SystemModel answering(SystemModel system, FactRef fact, long seed) {
    RandomSystem values = new RandomSystem(seed);
    for (ElementKind kind : ElementKind.values()) {
      values.ids.put(kind, system.elements(kind).map(Element::id).toList());
    }
    Map<String, Element> elements = new HashMap<>(system.elements());
    Element element = system.element(fact.element()).orElseThrow();
    Key key = Vocabulary.of(element.kind()).key(fact.key()).orElseThrow();
    Map<String, Fact> facts = new HashMap<>(element.facts());
    facts.put(key.name(), new Fact(values.value(key.type()), PLACE));
    elements.put(element.id(), new Element(element.kind(), element.id(), PLACE, facts));
    return of(elements);
  }

  /** The same system, its elements handed over in another order. */
  static SystemModel shuffled(SystemModel system, long seed) {
    List<Map.Entry<String, Element>> entries = new ArrayList<>(system.elements().entrySet());
    Collections.shuffle(entries, new Random(seed));
    Map<String, Element> elements = new LinkedHashMap<>();
    entries.forEach(entry -> elements.put(entry.getKey(), entry.getValue()));
    return of(elements);
  }

  static SystemModel of(Map<String, Element> elements) {
    SystemInfo info =
        new SystemInfo(
            "random", PLACE, "Is made up.", Optional.empty(), Optional.empty(), Optional.empty());
    return new SystemModel(
        "countersign.yaml", info, elements, Map.of(), Map.of(), Map.of(), List.of());
  }

  private SystemModel system() {
    Map<String, Element> elements = new HashMap<>();
    ids.forEach((kind, names) -> names.forEach(id -> elements.put(id, element(kind, id))));
    Fact anyone = new Fact(new FactValue.Level(TrustLevel.PUBLIC), PLACE);
    elements.put(
        "anyone", new Element(ElementKind.ACTOR, "anyone", PLACE, Map.of("trust", anyone)));
    return of(elements);
  }

  private Element element(ElementKind kind, String id) {
    Map<String, Fact> facts = new HashMap<>();
    for (Key key : Vocabulary.of(kind).keys()) {
      if (key.required() || random.nextInt(3) > 0) {
        facts.put(key.name(), new Fact(value(key.type()), PLACE));
      }
    }
    return new Element(kind, id, PLACE, facts);
  }

  private FactValue value(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> new FactValue.Word(pick(words).word());
      case KeyType.AnyOf(var words) ->
          new FactValue.Words(some(words.stream().map(KeyType.Vocable::word).toList()));
      case KeyType.Trust trust -> new FactValue.Level(pick(List.of(TrustLevel.values())));
      case KeyType.YesNo yesNo -> new FactValue.Flag(random.nextBoolean());
      case KeyType.FreeText text -> new FactValue.Text("something");
      case KeyType.Reference(var kinds) -> new FactValue.Refs(one(all(kinds)));
      case KeyType.References(var kinds) -> new FactValue.Refs(some(all(kinds)));
      case KeyType.Date date -> new FactValue.Day(LocalDate.of(2027, 1, 1));
      case KeyType.Frequency rate -> new FactValue.Rate(random.nextInt(100_000), "some");
      case KeyType.Amount money ->
          new FactValue.Money(BigDecimal.ONE, BigDecimal.valueOf(1 + random.nextInt(1000)), "EUR");
      case KeyType.Number number -> new FactValue.Count(random.nextInt(100));
      case KeyType.Files files -> new FactValue.Paths(List.of("some.file"));
    };
  }

  private List<String> all(Set<ElementKind> kinds) {
    return kinds.stream()
        .sorted()
        .flatMap(kind -> ids.getOrDefault(kind, List.of()).stream())
        .toList();
  }

  private List<String> one(List<String> from) {
    return from.isEmpty() ? List.of() : List.of(pick(from));
  }

  private List<String> some(List<String> from) {
    return from.stream().filter(_ -> random.nextInt(3) == 0).toList();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
