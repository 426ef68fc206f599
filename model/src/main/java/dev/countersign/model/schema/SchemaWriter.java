package dev.countersign.model.schema;

import dev.countersign.model.ElementKind;
import dev.countersign.model.language.Form;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyTree;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KindOfElement;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes the JSON Schema of a whole file. */
public final class SchemaWriter {
  private static final List<String> OBJECT_OR_NOTHING = List.of("object", "null");

  /** Texts that are ids or pairs, which the type of a key does not say. */
  private static final Map<Form, Map<String, String>> PATTERNS =
      Map.of(
          Form.SYSTEM, Map.of("id", TypeSchema.ID),
          Form.PLANNED, Map.of("control", TypeSchema.PAIR));

  private SchemaWriter() {}

  /** The schema as text. */
  public static String write() {
    return Json.document(SchemaWriter::root);
  }

  private static void root(Json out) {
    out.text("$schema", "https://json-schema.org/draft/2020-12/schema")
        .text("$id", "https://countersign.dev/schema/countersign-1.schema.json")
        .text("title", "Countersign 1")
        .text("description", "The threat model of a system that contains machine-learned models.")
        .text("type", "object")
        .object("properties", SchemaWriter::sections)
        .flag("additionalProperties", false)
        // A file that is included has neither.
        .object(
            "dependentRequired",
            both ->
                both.texts("countersign", List.of("system"))
                    .texts("system", List.of("countersign")))
        .object("$defs", SchemaWriter::definitions);
  }

  private static void sections(Json out) {
    out.object("countersign", SchemaWriter::version);
    out.object("include", SchemaWriter::include);
    out.object("system", system -> form(system, Form.SYSTEM, "What the system is for."));
    for (ElementKind kind : ElementKind.values()) {
      out.object(kind.section(), section -> elements(section, kind));
    }
    out.object("controls", SchemaWriter::controls);
    out.object("resolutions", SchemaWriter::resolutions);
    out.object("assumptions", SchemaWriter::assumptions);
  }

  private static void version(Json out) {
    out.text("description", "The version of the language; not in included files.");
    out.array(
        "enum",
        values -> {
          values.writeNumber(1);
          values.writeString("1");
        });
  }

  private static void include(Json out) {
    out.text("description", "Files with shared parts, relative to this file.");
    TypeSchema.oneOrMany(out, TypeSchema::text);
  }

  private static void elements(Json out, ElementKind kind) {
    out.text("description", Vocabulary.of(kind).meaning() + " By id.")
        .texts("type", OBJECT_OR_NOTHING)
        .object(
            "propertyNames",
            names ->
                names.object("not", not -> not.texts("enum", List.of("anyone", "none", "null"))));
    byPattern(out, TypeSchema.ID, one -> one.text("$ref", "#/$defs/" + kind.word()));
  }

  private static void controls(Json out) {
    out.text("description", "Controls that are in place, as control@element, with their evidence.")
        .texts("type", OBJECT_OR_NOTHING);
    byPattern(out, TypeSchema.PAIR, one -> one.text("$ref", "#/$defs/control"));
  }

  private static void resolutions(Json out) {
    out.text("description", "The answer to each threat, by threat id (family@element).")
        .texts("type", OBJECT_OR_NOTHING);
    byPattern(out, TypeSchema.PAIR, one -> one.text("$ref", "#/$defs/resolution"));
  }

  private static void assumptions(Json out) {
    out.text("description", "What is taken as true without proof, by id.")
        .texts("type", OBJECT_OR_NOTHING);
    byPattern(out, TypeSchema.ID, one -> one.text("$ref", "#/$defs/assumption"));
  }

  private static void definitions(Json out) {
    out.object("trust", TypeSchema::trust);
    out.object("reference", SchemaWriter::reference);
    out.object("references", TypeSchema::references);
    for (ElementKind kind : ElementKind.values()) {
      out.object(kind.word(), element -> element(element, Vocabulary.of(kind)));
    }
    out.object("control", SchemaWriter::control);
    out.object("argument", SchemaWriter::argument);
    out.object("resolution", SchemaWriter::resolution);
    out.object(
        "assumption", one -> form(one, Form.ASSUMPTION, "Something taken as true without proof."));
  }

  private static void reference(Json out) {
    out.text("description", "The id of an element.")
        .texts("type", TypeSchema.SCALAR)
        .text("pattern", TypeSchema.ID);
  }

  private static void element(Json out, KindOfElement kind) {
    KeyTree tree = KeyTree.of(kind.keys());
    out.text("description", kind.meaning());
    List<Consumer<Json>> forms = new ArrayList<>();
    forms.add(map -> keys(map.text("type", "object"), tree, Map.of()));
    kind.shorthand()
        .flatMap(kind::key)
        .ifPresent(key -> forms.add(bare -> TypeSchema.write(bare, key.type())));
    if (tree.required().isEmpty()) {
      forms.add(nothing -> nothing.text("type", "null"));
    }
    if (forms.size() == 1) {
      forms.getFirst().accept(out);
    } else {
      out.objects("anyOf", forms);
    }
  }

  private static void control(Json out) {
    out.text("description", "The evidence offered, by kind: a path, or a map of arguments.")
        .texts("type", OBJECT_OR_NOTHING);
    byPattern(out, TypeSchema.ID, one -> one.text("$ref", "#/$defs/argument"));
  }

  private static void argument(Json out) {
    Consumer<Json> itself = inner -> inner.text("$ref", "#/$defs/argument");
    out.text("description", "A path, a list, or a map of named arguments.")
        .texts("type", List.of("string", "number", "boolean", "array", "object"))
        .object("items", itself)
        .object("additionalProperties", itself);
  }

  private static void resolution(Json out) {
    out.text("description", "Exactly one of four answers.")
        .text("type", "object")
        .number("minProperties", 1)
        .number("maxProperties", 1)
        .object("properties", SchemaWriter::answers)
        .flag("additionalProperties", false);
  }

  private static void answers(Json out) {
    out.object("control", SchemaWriter::answeringControls);
    out.object("planned", one -> form(one, Form.PLANNED, "A control is coming."));
    out.object("accepted", one -> form(one, Form.ACCEPTED, "A named body lives with the risk."));
    out.object(
        "designed-out", one -> form(one, Form.DESIGNED_OUT, "The threat no longer derives."));
  }

  private static void answeringControls(Json out) {
    out.text("description", "Controls listed under 'controls' that answer the threat.");
    TypeSchema.oneOrMany(out, one -> one.text("type", "string").text("pattern", TypeSchema.PAIR));
  }

  private static void form(Json out, Form form, String description) {
    out.text("description", description).text("type", "object");
    keys(out, KeyTree.of(form.keys()), PATTERNS.getOrDefault(form, Map.of()));
  }

  private static void keys(Json out, KeyTree tree, Map<String, String> patterns) {
    out.object("properties", properties -> properties(properties, tree, patterns));
    List<String> required = tree.required().stream().map(Key::name).toList();
    if (!required.isEmpty()) {
      out.texts("required", required);
    }
    out.flag("additionalProperties", false);
  }

  private static void properties(Json out, KeyTree tree, Map<String, String> patterns) {
    for (String name : tree.names()) {
      switch (tree.get(name).orElseThrow()) {
        case KeyTree.Leaf(Key key) when patterns.containsKey(name) ->
            out.object(name, one -> pattern(one, key, patterns.getOrDefault(name, "")));
        case KeyTree.Leaf(Key key) -> out.object(name, one -> key(one, key));
        case KeyTree.Branch(KeyTree inner) ->
            out.object(name, one -> keys(one.text("type", "object"), inner, Map.of()));
      }
    }
  }

  private static void key(Json out, Key key) {
    TypeSchema.write(out.text("description", key.meaning() + kinds(key.type())), key.type());
  }

  /** What a reference may name, which the schema itself cannot check. */
  private static String kinds(KeyType type) {
    Set<ElementKind> kinds =
        switch (type) {
          case KeyType.Reference(var one) -> one;
          case KeyType.References(var many) -> many;
          default -> Set.of();
        };
    return kinds.isEmpty() || kinds.size() == ElementKind.values().length
        ? ""
        : kinds.stream()
            .sorted()
            .map(ElementKind::section)
            .collect(Collectors.joining(", ", " Names ids of: ", "."));
  }

  private static void pattern(Json out, Key key, String pattern) {
    out.text("description", key.meaning())
        .texts("type", TypeSchema.SCALAR)
        .text("pattern", pattern);
  }

  private static void byPattern(Json out, String pattern, Consumer<Json> value) {
    out.object("patternProperties", one -> one.object(pattern, value))
        .flag("additionalProperties", false);
  }
}
