package dev.countersign.model.schema;

import dev.countersign.model.TrustLevel;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The schema of what a key may hold. */
final class TypeSchema {
  static final String ID = "^[a-z0-9][a-z0-9._-]{0,63}$";
  static final String PAIR = "^[a-z0-9][a-z0-9._-]{0,63}@[a-z0-9][a-z0-9._-]{0,63}$";

  /** What YAML may make of a bare value: {@code 12} and {@code true} are text too where text is. */
  static final List<String> SCALAR = List.of("string", "number", "boolean");

  private static final String NUMBER = "[0-9]{1,18}(\\.[0-9]{1,18})?";

  private TypeSchema() {}

  static void write(Json out, KeyType type) {
    switch (type) {
      case KeyType.OneOf(var words) -> out.objects("oneOf", words(words));
      case KeyType.AnyOf(var words) -> anyOf(out, words);
      case KeyType.Trust() -> out.text("$ref", "#/$defs/trust");
      case KeyType.YesNo() -> out.array("enum", TypeSchema::flags);
      case KeyType.FreeText() -> text(out);
      case KeyType.Reference _ -> out.text("$ref", "#/$defs/reference");
      case KeyType.References _ -> out.text("$ref", "#/$defs/references");
      case KeyType.Date() ->
          out.text("type", "string")
              .text("format", "date")
              .text("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      case KeyType.Frequency() ->
          out.text("type", "string")
              .text("pattern", "^\\s*" + NUMBER + "\\s*/\\s*(s|min|h|day|week|month|year)\\s*$");
      case KeyType.Amount() ->
          out.text("type", "string")
              .text("pattern", "^" + NUMBER + "(\\.\\." + NUMBER + ")?\\s+[A-Z]{3}\\s*$");
      case KeyType.Number() -> number(out);
      case KeyType.Files() -> oneOrMany(out, TypeSchema::text);
    }
  }

  /** Text that is not blank. */
  static void text(Json out) {
    out.texts("type", SCALAR).text("pattern", "\\S");
  }

  /** One value, or a list of such values. */
  static void oneOrMany(Json out, Consumer<Json> one) {
    out.objects("anyOf", List.of(one, list(one)));
  }

  static void trust(Json out) {
    List<Consumer<Json>> levels = new ArrayList<>();
    for (TrustLevel level : TrustLevel.values()) {
      levels.add(word(level.word(), level.meaning()));
    }
    out.text("description", "A trust level, lowest first.").objects("oneOf", levels);
  }

  static void references(Json out) {
    Consumer<Json> one = item -> item.text("$ref", "#/$defs/reference");
    out.text("description", "Ids of elements, one id, or 'none'.");
    oneOrMany(out, one);
  }

  private static void anyOf(Json out, List<Vocable> words) {
    Consumer<Json> one = item -> item.objects("oneOf", words(words));
    Consumer<Json> none = word("none", "known to be none of them");
    out.objects(
        "anyOf",
        List.of(one, list(one), none, many -> list(none).accept(many.number("maxItems", 1))));
  }

  private static Consumer<Json> list(Consumer<Json> one) {
    return many -> many.text("type", "array").object("items", one);
  }

  private static void number(Json out) {
    out.objects(
        "anyOf",
        List.of(
            whole -> whole.text("type", "integer").number("minimum", 0),
            quoted -> quoted.text("type", "string").text("pattern", "^[0-9]{1,18}$")));
  }

  private static void flags(JsonGenerator out) {
    out.writeString("yes");
    out.writeString("no");
    out.writeBoolean(true);
    out.writeBoolean(false);
    out.writeString("true");
    out.writeString("false");
  }

  private static List<Consumer<Json>> words(List<Vocable> words) {
    List<Consumer<Json>> written = new ArrayList<>();
    for (Vocable vocable : words) {
      written.add(word(vocable.word(), vocable.meaning()));
    }
    return written;
  }

  private static Consumer<Json> word(String word, String meaning) {
    return out -> out.text("const", word).text("description", meaning);
  }
}
