package dev.countersign.inspect.openvino;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.xml.XmlHandler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Looks through one graph. For one graph. */
final class OpenvinoLook implements XmlHandler {
  /** Sets of operators that OpenVINO and its plugins ship (the attribute version of a layer). */
  private static final Pattern SHIPPED =
      Pattern.compile(
          "|opset\\d{1,2}|experimental|util|ie_internal(?:_opset)?|type_relaxed_opset"
              + "|(?:cpu|gpu|npu|gna)(?:_plugin)?_opset|ov_internal|snippets_opset|internal");

  /**
   * Operators of openvino_tokenizers, the extension that OpenVINO's own models of language need.
   */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "StringTensorPack",
          "StringTensorUnpack",
          "RaggedTensorPack",
          "RaggedToDense",
          "RaggedToSparse",
          "RaggedToRagged",
          "CaseFold",
          "NormalizeUnicode",
          "CharsMapNormalization",
          "RegexNormalization",
          "RegexSplit",
          "WordpieceTokenizer",
          "WordpieceTokenizerWithSubwords",
          "BPETokenizer",
          "BytesToChars",
          "CharsToBytes",
          "FuzeRagged",
          "EqualStr",
          "VocabDecoder",
          "VocabEncoder",
          "TrieTokenizer",
          "UnigramTokenizer",
          "UTF8Validate",
          "CombineSegments",
          "Truncate",
          "SpecialTokensSplit",
          "SentencepieceTokenizer",
          "SentencepieceDetokenizer",
          "SentencepieceStreamDetokenizer",
          "StringToHashBucket",
          "ByteFallback");

  private static final Pattern LIBRARY =
      Pattern.compile("(?i).*\\.(?:so(?:\\.\\d+)*|dll|dylib|pyd|py|cl)");

  private static final Set<String> LIBRARY_NAMES =
      Set.of("library", "plugin", "extension", "kernel", "impl_lib", "so", "dll");

  private final Examination examination;
  private final OptionalLong weights;
  private final Map<String, Long> types = new HashMap<>();
  private final StringJoiner inputs = new StringJoiner("; ");
  private final Set<String> told = new HashSet<>();
  private String layer = "";
  private boolean constants;

  OpenvinoLook(Examination examination, OptionalLong weights) {
    this.examination = examination;
    this.weights = weights;
  }

  @Override
  public void begins(String name, Map<String, String> attributes, long at) {
    switch (name) {
      case "net", "Net" -> {
        examination.fact(ArtefactFact.NAME, attributes.getOrDefault("name", ""));
        examination.fact(
            ArtefactFact.FORMAT_VERSION, "IR " + attributes.getOrDefault("version", "unknown"));
      }
      case "layer" -> layer(attributes, at);
      case "data" -> data(attributes, at);
      case "weights", "biases", "custom" -> range(attributes, at);
      default -> {}
    }
    attributes.forEach((key, value) -> value(name, key, value, at));
  }

  private void layer(Map<String, String> attributes, long at) {
    layer = attributes.getOrDefault("type", "");
    String version = attributes.getOrDefault("version", "");
    types.merge(layer, 1L, Long::sum);
    if (layer.toLowerCase(Locale.ROOT).startsWith("python") || layer.equalsIgnoreCase("PyOp")) {
      examination.reportCall(
          OpenvinoRules.PYTHON, at, layer + " " + attributes.getOrDefault("name", ""), layer);
    } else if (version.equals("extension") && EXTENSIONS.contains(layer)) {
      told.add(layer);
    } else if (!SHIPPED.matcher(version).matches() && told.add(version + layer)) {
      examination.reportCall(
          OpenvinoRules.CUSTOM, at, version + "::" + layer, version + "::" + layer);
    }
  }

  private void data(Map<String, String> attributes, long at) {
    if (layer.equals("Const")) {
      constants = true;
      range(attributes, at);
    } else if (layer.equals("Parameter")) {
      inputs.add(
          "%s[%s]"
              .formatted(
                  attributes.getOrDefault("element_type", "?"),
                  attributes.getOrDefault("shape", "")));
    }
  }

  private void range(Map<String, String> attributes, long at) {
    long offset = number(attributes.getOrDefault("offset", "0"));
    long size = number(attributes.getOrDefault("size", "0"));
    boolean outside = weights.isPresent() && offset > weights.getAsLong() - size;
    if (offset < 0 || size < 0 || outside) {
      examination.report(
          OpenvinoRules.RANGE,
          at,
          "%s bytes at %s of %s"
              .formatted(
                  attributes.getOrDefault("size", "0"),
                  attributes.getOrDefault("offset", "0"),
                  weights.isPresent() ? weights.getAsLong() : "a file that is missing"));
    }
  }

  private void value(String element, String key, String value, long at) {
    if (LIBRARY_NAMES.contains(key.toLowerCase(Locale.ROOT)) && LIBRARY.matcher(value).matches()) {
      examination.reportCall(OpenvinoRules.LIBRARY, at, key + "=" + value, value);
    } else if (value.length() > 8) {
      Payloads.in(value)
          .ifPresent(payload ->
              examination.report(
                  OpenvinoRules.TEXT,
                  at,
                  "%s in %s %s: %s".formatted(payload.kind(), element, key, payload.excerpt())));
    }
  }

  @Override
  public void text(String text, long at) {}

  @Override
  public void ends(String name) {
    if (name.equals("layer")) {
      layer = "";
    }
  }

  void tell() {
    examination.fact(ArtefactFact.FRAMEWORK, "OpenVINO");
    examination.fact(ArtefactFact.INPUTS, inputs.toString());
    examination.fact(
        ArtefactFact.TENSORS, constants ? Long.toString(types.getOrDefault("Const", 0L)) : "");
    if (weights.isEmpty() && constants) {
      examination.report(OpenvinoRules.MISSING, "");
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException none) {
      return -1;
    }
  }
}
