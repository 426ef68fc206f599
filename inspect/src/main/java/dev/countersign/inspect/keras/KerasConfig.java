package dev.countersign.inspect.keras;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Walks through the configuration of a model and says what Keras would do with it. */
public final class KerasConfig {
  private static final Set<String> VOCABULARIES =
      Set.of("StringLookup", "IntegerLookup", "IndexLookup", "TextVectorization", "FeatureSpace");
  private static final Set<String> CODE_KEYS = Set.of("function", "output_shape", "mask", "code");

  private final Examination examination;

  private KerasConfig(Examination examination) {
    this.examination = examination;
  }

  /** Whether a JSON value is the configuration of a model or layer. */
  public static boolean is(JsonNode root) {
    return root.path("class_name").isString() && root.has("config");
  }

  /** Walks through all of it. */
  public static void inspect(JsonNode root, Examination examination) throws Broken, IOException {
    new KerasConfig(examination).node("", root);
    text(root, "class_name").ifPresent(name -> examination.fact(ArtefactFact.ARCHITECTURE, name));
    text(root.path("config"), "name").ifPresent(name -> examination.fact(ArtefactFact.NAME, name));
    text(root, "keras_version")
        .ifPresent(version -> examination.fact(ArtefactFact.PRODUCER, "Keras " + version));
    examination.fact(ArtefactFact.INPUTS, String.join("; ", inputs(root)));
    examination.fact(ArtefactFact.FRAMEWORK, "Keras");
  }

  private void node(String where, JsonNode node) throws Broken, IOException {
    if (node.isArray()) {
      for (JsonNode item : node) {
        node(where, item);
      }
    } else if (node.isObject()) {
      String here = here(where, node);
      object(here, node);
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        node(here, entry.getValue());
      }
    }
  }

  private void object(String where, JsonNode node) throws Broken, IOException {
    Optional<String> type = text(node, "class_name");
    Optional<String> module = text(node, "module").or(() -> text(node, "fn_module"));
    module.ifPresent(name -> module(where, name, type.orElse(""), node));
    if (type.isPresent()) {
      type(where, type.get(), node);
    }
    strings(where, node);
  }

  private void module(String where, String module, String type, JsonNode node) {
    String name =
        type.equals("function")
            ? text(node, "config").or(() -> text(node, "name")).orElse("")
            : type;
    String whole = module + "." + name;
    if (KerasNames.ofKeras(module) && KerasNames.gadget(name)) {
      ofKeras(where, module, type, name);
    } else if (module.equals("builtins")
        ? oddBuiltin(type, name)
        : KerasNames.dangerous(module, name)) {
      examination.reportCall(KerasRules.MODULE, 0, where + ": " + whole, whole);
    } else if (KerasNames.ofKeras(module)) {
      ofKeras(where, module, type, name);
    } else if (!module.equals("builtins")) {
      examination.reportCall(KerasRules.UNKNOWN_MODULE, 0, where + ": " + whole, whole);
    }
  }

  private void ofKeras(String where, String module, String type, String name) {
    if (KerasNames.gadget(name)) {
      examination.reportCall(
          KerasRules.GADGET, 0, where + ": " + module + "." + name, module + "." + name);
    } else if (type.equals("function") && !KerasNames.forModels(module)) {
      examination.reportCall(
          KerasRules.FUNCTION, 0, where + ": " + module + "." + name, module + "." + name);
    }
  }

  /**
   * Of the builtins, Keras writes functions, tuples and slices; any class of a layer there is made
   * up.
   */
  private static boolean oddBuiltin(String type, String name) {
    return KerasNames.dangerous("builtins", name)
        || !type.isEmpty()
            && !Set.of(
                    "function",
                    "slice",
                    "tuple",
                    "ellipsis",
                    "dict",
                    "list",
                    "range",
                    "set",
                    "complex",
                    "bytes",
                    "type",
                    "float",
                    "int",
                    "str",
                    "bool",
                    "__tuple__",
                    "object",
                    "Ellipsis")
                .contains(type);
  }

  private void type(String where, String type, JsonNode node) throws Broken, IOException {
    JsonNode config = node.path("config");
    String last = type.substring(Math.max(type.lastIndexOf('>'), type.lastIndexOf('.')) + 1);
    switch (last) {
      case "Lambda" -> lambda(where, config);
      case "__lambda__" -> LambdaCode.judge(where, config.path("code").asString(""), examination);
      case "TorchModuleWrapper" -> examination.report(KerasRules.TORCH, where);
      case "TFSMLayer", "KerasLayer" -> savedModel(where, config);
      case "TFOpLambda", "TensorFlowOpLayer", "ClassMethod", "InstanceMethod" ->
          operation(where, config);
      default -> {}
    }
    if (VOCABULARIES.contains(last)) {
      file(where, config.path("vocabulary"));
      file(where, config.path("idf_weights"));
    }
    custom(where, node);
  }

  private void lambda(String where, JsonNode config) throws Broken, IOException {
    for (String key : CODE_KEYS) {
      JsonNode code = config.path(key);
      boolean compiled =
          code.isArray() && code.path(0).isString() && !key.equals("output_shape")
              || code.isArray()
                  && code.path(0).isString()
                  && text(config, "output_shape_type").filter("lambda"::equals).isPresent();
      if (compiled) {
        LambdaCode.judge(where, code.path(0).asString(), examination);
      } else if (code.isString() && key.equals("function")) {
        named(where, code.asString(), config);
      }
    }
  }

  private void named(String where, String function, JsonNode config) throws Broken, IOException {
    boolean code =
        function.length() > 60
            || function.matches("(?s).*[ (=\\n].*")
            || text(config, "function_type").filter("lambda"::equals).isPresent();
    if (code) {
      LambdaCode.judge(where, function, examination);
    } else if (KerasNames.dangerous("builtins", function) || DangerousFunction.is(function)) {
      examination.reportCall(KerasRules.MODULE, 0, where + ": " + function, function);
    } else {
      examination.report(KerasRules.LAMBDA_NAMED, where + ": " + function);
    }
  }

  private void savedModel(String where, JsonNode config) {
    String path = text(config, "filepath").or(() -> text(config, "handle")).orElse("");
    boolean out = !path.isEmpty() && OutwardPath.leaves(path) && !OutwardPath.address(path);
    examination.report(out ? KerasRules.READS : KerasRules.SAVED_MODEL, where + ": " + path);
  }

  private void operation(String where, JsonNode config) {
    for (String key :
        new String[] {"function", "op", "node_def", "cls_ref", "method_name", "cls_symbol"}) {
      JsonNode value = config.path(key);
      String name = value.isObject() ? value.path("op").asString("") : value.asString("");
      String op =
          name.contains("op: \"") ? name.replaceFirst("(?s).*op: \"([^\"]*)\".*", "$1") : name;
      if (KerasNames.operation(op)) {
        examination.reportCall(KerasRules.OPERATION, 0, where + ": " + op, op);
      }
    }
  }

  private void file(String where, JsonNode path) {
    if (!path.isString() || path.asString().isBlank()) {
      return;
    }
    String file = path.asString();
    boolean out = OutwardPath.leaves(file) || OutwardPath.address(file);
    examination.report(out ? KerasRules.READS : KerasRules.READS_BESIDE, where + ": " + file);
  }

  /**
   * A class that whoever loads the model has to hand over: neither of a module of Keras nor of its
   * own.
   */
  private void custom(String where, JsonNode node) {
    String type = text(node, "class_name").orElse("");
    String registered = text(node, "registered_name").orElse("");
    boolean ofKeras = text(node, "module").isPresent() || KerasNames.has(type);
    boolean named = registered.contains(">") || registered.contains(".");
    boolean registeredByKeras =
        KerasNames.ofKeras(registered.replaceFirst(">.*", "").toLowerCase(Locale.ROOT));
    if (!ofKeras
        || named
            && !registeredByKeras
            && text(node, "module").filter(KerasNames::ofKeras).isEmpty()) {
      examination.report(
          KerasRules.CUSTOM, where + ": " + (registered.isEmpty() ? type : registered));
    }
  }

  /** Gadgets that are named anywhere, with an address beside them. */
  private void strings(String where, JsonNode node) {
    boolean address = false;
    String gadget = "";
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      for (JsonNode value :
          entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
        String text = value.isString() ? value.asString() : "";
        address |= OutwardPath.address(text);
        gadget =
            text.matches("([\\w.]*\\.)?(get_file|enable_unsafe_deserialization)(\\(.*)?")
                ? text
                : gadget;
      }
    }
    if (gadget.contains("enable_unsafe") || address && !gadget.isEmpty()) {
      examination.reportCall(KerasRules.GADGET, 0, where + ": " + gadget, gadget);
    }
  }

  private static String here(String where, JsonNode node) {
    Optional<String> name =
        text(node, "name")
            .or(() -> text(node.path("config"), "name"))
            .or(() -> text(node, "class_name"));
    return name.map(one -> where.isEmpty() ? one : where.length() < 300 ? where + "/" + one : where)
        .orElse(where);
  }

  private static List<String> inputs(JsonNode root) {
    List<String> inputs = new ArrayList<>();
    for (JsonNode layer : root.path("config").path("layers")) {
      JsonNode config = layer.path("config");
      JsonNode shape =
          config.has("batch_shape") ? config.path("batch_shape") : config.path("batch_input_shape");
      if (shape.isArray() && inputs.size() < 20) {
        inputs.add(
            "%s: %s%s"
                .formatted(
                    config.path("name").asString("input"),
                    config.path("dtype").asString("float32"),
                    shape));
      }
    }
    return inputs;
  }

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }
}
