package dev.countersign.inspect.huggingface;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code tokenizer.json}: how text is cut. It holds no code, and patterns that can take long. */
final class Tokenizer {
  private static final Pattern NESTED = Pattern.compile("\\([^()]*[+*]\\)[+*]");

  private Tokenizer() {}

  static void inspect(JsonNode root, Examination examination) {
    JsonNode model = root.path("model");
    examination.fact(ArtefactFact.TOKENIZER, model.path("type").asString(""));
    int words = model.path("vocab").size();
    if (words > 0) {
      examination.fact(ArtefactFact.VOCABULARY, Integer.toString(words));
    }
    patterns(root.path("normalizer"), examination, 0);
    patterns(root.path("pre_tokenizer"), examination, 0);
    patterns(root.path("decoder"), examination, 0);
  }

  private static void patterns(JsonNode node, Examination examination, int depth) {
    String pattern = node.path("Regex").asString("");
    if (NESTED.matcher(pattern).find()) {
      examination.report(HuggingFaceRules.PATTERN, pattern);
    }
    if (depth < 20) {
      node.values().forEach(child -> patterns(child, examination, depth + 1));
    }
  }
}
