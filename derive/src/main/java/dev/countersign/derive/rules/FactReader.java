package dev.countersign.derive.rules;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Answers {@code fact(element, "field")} and keeps a list of what was read. A fact that nobody gave
 * is answered with CEL's own "unknown", which then carries the name of the fact to the result.
 */
final class FactReader {
  private static final Map<ElementKind, Map<String, Key>> FIELDS = fields();

  private final SystemModel system;
  private final Functions functions;
  private final Relations relations;
  private final Map<FactRef, CelAttribute> attributes = new HashMap<>();
  private final Map<CelAttribute, FactRef> facts = new HashMap<>();
  private final SortedSet<FactRef> reads = new TreeSet<>();

  FactReader(SystemModel system, Functions functions) {
    this.system = system;
    this.functions = functions;
    relations = new Relations(system);
  }

  private static Map<ElementKind, Map<String, Key>> fields() {
    Map<ElementKind, Map<String, Key>> fields = new EnumMap<>(ElementKind.class);
    for (ElementKind kind : ElementKind.values()) {
      Map<String, Key> byField = new HashMap<>();
      Vocabulary.of(kind).keys().forEach(key -> byField.put(key.field(), key));
      fields.put(kind, byField);
    }
    return fields;
  }

  /** Forgets what was read so far. */
  void begin() {
    reads.clear();
  }

  /** Counts facts that were read in some other way, such as along a path. */
  void note(Collection<FactRef> facts) {
    reads.addAll(facts);
  }

  /** What has been read since {@link #begin}, sorted. */
  List<FactRef> reads() {
    return List.copyOf(reads);
  }

  /** The value of a field in terms of CEL. */
  Object fact(Element element, String field) {
    if (field.equals("id")) {
      return element.id();
    }
    if (field.equals("kind")) {
      return element.kind().word();
    }
    Key key = FIELDS.getOrDefault(element.kind(), Map.of()).get(field);
    return key == null ? relation(element, field) : given(element, key);
  }

  private Object relation(Element element, String relation) {
    Optional<Object> found = relations.of(element, relation);
    if (found.isPresent()) {
      return found.get() instanceof List<?> list ? subjects(list) : found.get();
    }
    boolean hangsOnFact =
        element.kind() == ElementKind.COMPONENT
            && (relation.equals("generative") || relation.equals("agent"));
    // A rule may try the fields of several kinds on a reference to several kinds.
    return hangsOnFact
        ? unknown(List.of(new FactRef(element.id(), Relations.missing(relation))))
        : NullValue.NULL_VALUE;
  }

  private List<Subject> subjects(List<?> elements) {
    List<Subject> subjects = new ArrayList<>(elements.size());
    for (Object element : elements) {
      subjects.add(functions.subject((Element) element));
    }
    return subjects;
  }

  private Object given(Element element, Key key) {
    FactRef fact = new FactRef(element.id(), key.name());
    Optional<FactValue> value = element.value(key.name());
    if (value.isPresent()) {
      reads.add(fact);
      return value(value.get(), key.type());
    }
    return key.question().isEmpty() ? nothing(key.type()) : unknown(List.of(fact));
  }

  /** Nobody is asked for these, so that leaving them out says "no such thing". */
  private static Object nothing(KeyType type) {
    if (type instanceof KeyType.AnyOf || type instanceof KeyType.References) {
      return List.of();
    }
    boolean text = type instanceof KeyType.OneOf || type instanceof KeyType.FreeText;
    return text ? "" : NullValue.NULL_VALUE;
  }

  // Not a switch over types: each of those is linked at its first use, at every start.
  private Object value(FactValue value, KeyType type) {
    if (value instanceof FactValue.Word word) {
      return word.word();
    }
    if (value instanceof FactValue.Words words) {
      return words.words();
    }
    if (value instanceof FactValue.Refs refs) {
      return references(refs.ids(), type);
    }
    if (value instanceof FactValue.Level level) {
      return (long) level.level().ordinal();
    }
    if (value instanceof FactValue.Flag flag) {
      return flag.yes();
    }
    return scalar(value);
  }

  private static Object scalar(FactValue value) {
    return switch (value) {
      case FactValue.Rate(var perDay, var _) -> perDay;
      case FactValue.Money(var _, var high, var _) -> high.doubleValue();
      case FactValue.Count(var count) -> count;
      case FactValue.Text(var text) -> text;
      case FactValue.Day(var date) -> date.toString();
      case FactValue.Paths(var patterns) -> patterns;
      default -> NullValue.NULL_VALUE;
    };
  }

  private Object references(List<String> ids, KeyType type) {
    List<Subject> elements = new ArrayList<>(ids.size());
    for (String id : ids) {
      system.element(id).ifPresent(element -> elements.add(functions.subject(element)));
    }
    boolean single = type instanceof KeyType.Reference;
    return !single ? elements : elements.isEmpty() ? NullValue.NULL_VALUE : elements.getFirst();
  }

  /** CEL's "unknown", with the names of the facts that would make it known. */
  CelUnknownSet unknown(Collection<FactRef> missing) {
    ImmutableSet.Builder<CelAttribute> names = ImmutableSet.builder();
    missing.forEach(fact -> names.add(attributes.computeIfAbsent(fact, this::name)));
    return CelUnknownSet.create(names.build());
  }

  private CelAttribute name(FactRef fact) {
    CelAttribute attribute = CelAttribute.create("fact" + facts.size());
    facts.put(attribute, fact);
    return attribute;
  }

  /** The facts that an "unknown" carries, sorted. */
  List<FactRef> missing(CelUnknownSet unknown) {
    return unknown.attributes().stream()
        .flatMap(attribute -> Optional.ofNullable(facts.get(attribute)).stream())
        .sorted()
        .toList();
  }
}
