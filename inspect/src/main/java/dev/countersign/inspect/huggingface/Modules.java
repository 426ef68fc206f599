package dev.countersign.inspect.huggingface;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.python.Behaviours;
import dev.countersign.inspect.text.WordList;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Names of modules and classes in configurations, and the code beside them. */
final class Modules {
  private static final Set<String> LIBRARIES =
      Set.copyOf(WordList.lines(Modules.class, "libraries.txt"));

  private Modules() {}

  /**
   * Whether a module is one that configurations name: of a library that is known to be asked so.
   */
  static boolean known(String module) {
    int dot = module.indexOf('.');
    return LIBRARIES.contains(dot < 0 ? module : module.substring(0, dot));
  }

  /** Whether a module, or something in it, runs commands or code. */
  static boolean dangerous(String module, String name) {
    return Knowledge.usual().ofModule(module).dangerous()
        || Knowledge.usual().of(module, name).dangerous()
        || Behaviours.of(module + "." + name).isPresent();
  }

  /**
   * Tells of code that a configuration names, as {@code modeling_x.Model} or {@code
   * user/repo--m.Model}.
   */
  static void code(String key, JsonNode value, Artefact artefact, Examination examination)
      throws Broken, IOException {
    if (value.isArray()) {
      for (JsonNode one : value) {
        code(key, one, artefact, examination);
      }
    } else if (value.isString() && !value.asString().isBlank()) {
      reference(key, value.asString(), artefact, examination);
    }
  }

  private static void reference(
      String key, String reference, Artefact artefact, Examination examination)
      throws Broken, IOException {
    int repository = reference.indexOf("--");
    if (repository >= 0) {
      examination.report(HuggingFaceRules.REMOTE_CODE, key + ": " + reference);
      return;
    }
    int dot = reference.lastIndexOf('.');
    String module = dot < 0 ? reference : reference.substring(0, dot);
    boolean leaves = module.startsWith(".") || module.contains("/") || module.contains("\\");
    if (leaves || dangerous(module, reference.substring(dot + 1))) {
      examination.reportCall(HuggingFaceRules.MODULE, 0, key + ": " + reference, reference);
      return;
    }
    examination.report(HuggingFaceRules.CODE, key + ": " + reference);
    Optional<Artefact> source = artefact.sibling(module.replace('.', '/') + ".py");
    if (source.isPresent()) {
      examination.member(source.get());
    }
  }

  /** Tells of a module that a library imports by its name. */
  static void imported(String where, String module, String name, Examination examination) {
    String whole = name.isEmpty() ? module : module + "." + name;
    if (dangerous(module, name)) {
      examination.reportCall(HuggingFaceRules.MODULE, 0, where + ": " + whole, whole);
    } else if (!known(module)) {
      examination.reportCall(HuggingFaceRules.UNKNOWN_MODULE, 0, where + ": " + whole, whole);
    }
  }
}
