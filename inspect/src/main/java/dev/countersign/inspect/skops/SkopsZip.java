package dev.countersign.inspect.skops;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.pickle.knowledge.Known;
import dev.countersign.inspect.text.LenientJson;
import dev.countersign.inspect.zip.ZipArchive;
import dev.countersign.inspect.zip.ZipDialect;
import dev.countersign.inspect.zip.ZipMember;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Models of skops: a zip with {@code schema.json}, whose nodes each name a class and a loader. */
public final class SkopsZip implements ZipDialect {
  private static final String SCHEMA = "schema.json";
  private static final Set<String> PLAIN =
      Set.of(
          "dict",
          "list",
          "tuple",
          "set",
          "frozenset",
          "str",
          "int",
          "float",
          "bool",
          "complex",
          "bytes",
          "bytearray",
          "NoneType",
          "type",
          "slice",
          "range",
          "ellipsis",
          "object",
          "function",
          "builtin_function_or_method",
          "method");
  private static final Set<String> LIBRARIES =
      Set.of(
          "sklearn",
          "numpy",
          "scipy",
          "xgboost",
          "lightgbm",
          "catboost",
          "quantile_forest",
          "imblearn");
  private static final Set<String> CALLS =
      Set.of("FunctionNode", "PartialNode", "ReduceNode", "MethodNode", "OperatorFuncNode");

  @Override
  public String id() {
    return "skops";
  }

  @Override
  public String title() {
    return "skops";
  }

  @Override
  public Set<String> endings() {
    return Set.of("skops");
  }

  @Override
  public boolean recognises(ZipArchive archive, Artefact artefact) {
    return archive.has(SCHEMA) && artefact.ending().equals("skops")
        || archive.has(SCHEMA)
            && archive.members().stream()
                .allMatch(one -> one.name().endsWith(".npy") || one.name().equals(SCHEMA));
  }

  @Override
  public void inspect(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    ZipMember schema = archive.member(SCHEMA).orElseThrow(() -> new Broken(0, "no " + SCHEMA));
    archive.take(schema);
    JsonNode root = LenientJson.read(archive.open(schema), examination);
    examination.fact(ArtefactFact.ARCHITECTURE, root.path("__class__").asString(""));
    examination.fact(ArtefactFact.PRODUCER, "skops " + root.path("_skops_version").asString(""));
    examination.fact(ArtefactFact.FRAMEWORK, "scikit-learn");
    Deque<JsonNode> left = new ArrayDeque<>();
    left.push(root);
    while (!left.isEmpty()) {
      JsonNode node = left.pop();
      if (node.has("__loader__") || node.has("__class__")) {
        node(node, examination);
      }
      node.values().forEach(left::push);
    }
  }

  private static void node(JsonNode node, Examination examination) {
    String module = node.path("__module__").asString("");
    String type = node.path("__class__").asString("");
    String loader = node.path("__loader__").asString("");
    switch (loader) {
      case "OperatorFuncNode" -> {
        if (!module.equals("operator") && !module.equals("_operator")) {
          examination.reportCall(SkopsRules.OPERATOR, 0, module + "." + type, module + "." + type);
        } else if (type.equals("methodcaller") || type.equals("attrgetter")) {
          examination.report(
              climbs(node) ? SkopsRules.GADGET : SkopsRules.METHOD, "operator." + type);
        }
      }
      case "MethodNode" -> method(node, examination);
      case "FunctionNode" -> function(node.path("content"), examination);
      default -> {}
    }
    name(module, type, loader, examination);
  }

  /** Whether a text among the attributes names what leads to the interpreter. */
  private static boolean climbs(JsonNode node) {
    return node.path("attrs").findValues("content").stream()
        .anyMatch(text -> text.isString() && text.asString().contains("__"));
  }

  private static void method(JsonNode node, Examination examination) {
    String function = node.path("content").path("func").asString("");
    boolean gadget =
        function.startsWith("__")
            || function.matches("system|popen|eval|exec|load|loads|run|call|import_module");
    examination.report(gadget ? SkopsRules.GADGET : SkopsRules.METHOD, function);
  }

  private static void function(JsonNode content, Examination examination) {
    String module = content.path("module_path").asString("");
    if (!module.isEmpty()) {
      name(module, content.path("function").asString(""), "FunctionNode", examination);
    }
  }

  private static void name(String module, String type, String loader, Examination examination) {
    if (module.isEmpty() && type.isEmpty() || module.equals("builtins") && PLAIN.contains(type)) {
      return;
    }
    String whole = module + "." + type;
    Known known = Knowledge.usual().of(module, type);
    boolean ofOperator =
        loader.equals("OperatorFuncNode")
            && (module.equals("operator") || module.equals("_operator"));
    if (known.dangerous() && !ofOperator && !partial(module, type, loader)) {
      examination.reportCall(SkopsRules.DANGEROUS, 0, loader + " " + whole, whole);
    } else if (!known.safe()
        && !ofOperator
        && !partial(module, type, loader)
        && !ofLibrary(module, loader)) {
      examination.reportCall(SkopsRules.UNKNOWN, 0, loader + " " + whole, whole);
    }
  }

  /** A partial function is judged by the function in it. */
  private static boolean partial(String module, String type, String loader) {
    return loader.equals("PartialNode") && module.equals("functools") && type.equals("partial");
  }

  /** skops itself trusts estimators and ufuncs of these. */
  private static boolean ofLibrary(String module, String loader) {
    int dot = module.indexOf('.');
    String first = dot < 0 ? module : module.substring(0, dot);
    return LIBRARIES.contains(first)
        && (!CALLS.contains(loader)
            || loader.equals("ReduceNode")
            || first.equals("numpy")
            || first.equals("scipy"));
  }
}
