package dev.countersign.knowledge.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.countersign.model.ElementKind;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.Vocabulary;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CEL types of rules: one structure a kind of element, with a field for every key of the
 * grammar and every {@link Relation}. A rule that misspells a field or compares a text with a
 * number does not compile.
 */
final class RuleTypes implements CelTypeProvider {
  private static final Map<ElementKind, StructType> STRUCTS = new EnumMap<>(ElementKind.class);

  static {
    for (ElementKind kind : ElementKind.values()) {
      STRUCTS.put(kind, struct(kind));
    }
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(STRUCTS.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return types().stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** The structure of a kind, for example {@code Dataset}. */
  static StructType of(ElementKind kind) {
    StructType struct = STRUCTS.get(kind);
    if (struct == null) {
      throw new IllegalStateException("types are still being made: " + kind);
    }
    return struct;
  }

  private static StructType struct(ElementKind kind) {
    Set<String> fields = fields(kind).keySet();
    return StructType.create(
        typeName(kind),
        ImmutableSet.copyOf(fields.stream().sorted(Comparator.naturalOrder()).toList()),
        field -> Optional.ofNullable(fields(kind).get(field)).map(LazyType::type));
  }

  /** Fields refer to structures that refer back, so a field's type is made when it is asked for. */
  private interface LazyType {
    CelType type();
  }

  private static Map<String, LazyType> fields(ElementKind kind) {
    Map<String, LazyType> fields = new HashMap<>();
    fields.put("id", () -> SimpleType.STRING);
    fields.put("kind", () -> SimpleType.STRING);
    for (Key key : Vocabulary.of(kind).keys()) {
      fields.put(key.field(), () -> type(key.type()));
    }
    for (Relation relation : Relation.ALL) {
      if (relation.of() == kind) {
        fields.put(relation.name(), () -> type(relation.result()));
      }
    }
    return fields;
  }

  private static CelType type(Relation.Result result) {
    return switch (result) {
      case Relation.Result.Truth() -> SimpleType.BOOL;
      case Relation.Result.Elements(var kind) -> ListType.create(of(kind));
    };
  }

  private static CelType type(KeyType type) {
    return switch (type) {
      case KeyType.OneOf word -> SimpleType.STRING;
      case KeyType.FreeText text -> SimpleType.STRING;
      case KeyType.Date date -> SimpleType.STRING;
      case KeyType.AnyOf words -> ListType.create(SimpleType.STRING);
      case KeyType.Files files -> ListType.create(SimpleType.STRING);
      case KeyType.Trust trust -> SimpleType.INT;
      case KeyType.Number number -> SimpleType.INT;
      case KeyType.YesNo flag -> SimpleType.BOOL;
      case KeyType.Frequency rate -> SimpleType.DOUBLE;
      case KeyType.Amount money -> SimpleType.DOUBLE;
      case KeyType.Reference(var kinds) -> element(kinds);
      case KeyType.References(var kinds) -> ListType.create(element(kinds));
    };
  }

  private static CelType element(Set<ElementKind> kinds) {
    return kinds.size() == 1 ? of(kinds.iterator().next()) : SimpleType.DYN;
  }

  private static String typeName(ElementKind kind) {
    StringBuilder name = new StringBuilder();
    for (String part : kind.word().split("-", -1)) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return name.toString();
  }
}
