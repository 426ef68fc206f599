package dev.countersign.inspect.gguf;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.TensorTally;
import dev.countersign.inspect.text.WordList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers what a file says of its model. For one file. */
final class GgufFacts {
  private static final long USUAL_ALIGNMENT = 32;
  private static final int LONGEST = 500;

  private static final Map<String, ArtefactFact> TEXTS =
      Map.ofEntries(
          Map.entry("general.name", ArtefactFact.NAME),
          Map.entry("general.architecture", ArtefactFact.ARCHITECTURE),
          Map.entry("general.author", ArtefactFact.AUTHOR),
          Map.entry("general.organization", ArtefactFact.AUTHOR),
          Map.entry("general.version", ArtefactFact.VERSION),
          Map.entry("general.license", ArtefactFact.LICENCE),
          Map.entry("general.source.url", ArtefactFact.BASE_MODEL),
          Map.entry("tokenizer.ggml.model", ArtefactFact.TOKENIZER));

  private static final Map<String, String> FILE_TYPES =
      WordList.lines(GgufFacts.class, "file-types.txt").stream()
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(words -> words[0], words -> words[1]));

  private final Examination examination;
  private final Map<String, String> seen = new TreeMap<>();
  private final TensorTally tally = new TensorTally();
  private long alignment = USUAL_ALIGNMENT;

  GgufFacts(Examination examination) {
    this.examination = examination;
  }

  void text(String key, String value) {
    if (value.length() <= LONGEST) {
      seen.put(key, value);
    }
  }

  void number(String key, long value, int type) {
    if (key.equals("general.alignment") && type == 4) {
      alignment = value;
    }
    seen.put(key, Long.toString(value));
  }

  void array(String key, long count) {
    if (key.equals("tokenizer.ggml.tokens")) {
      examination.fact(ArtefactFact.VOCABULARY, Long.toString(count));
    }
  }

  void item(String key, String value) {
    if (key.equals("general.datasets") && value.length() <= LONGEST) {
      seen.merge(key, value, (before, next) -> before + ", " + next);
    }
  }

  void tensor(String type, long numbers) {
    tally.add(type, numbers);
  }

  long alignment() {
    return alignment;
  }

  void tell() {
    TEXTS.forEach((key, fact) -> examination.fact(fact, seen.getOrDefault(key, "")));
    examination.fact(ArtefactFact.DATASETS, seen.getOrDefault("general.datasets", ""));
    examination.fact(ArtefactFact.BASE_MODEL, bases());
    Optional.ofNullable(seen.get("general.file_type"))
        .ifPresent(type ->
            examination.fact(
                ArtefactFact.QUANTISATION, FILE_TYPES.getOrDefault(type, "file type " + type)));
    examination.fact(
        ArtefactFact.CONTEXT_LENGTH,
        seen.getOrDefault(seen.getOrDefault("general.architecture", "") + ".context_length", ""));
    if (!tally.isEmpty()) {
      tally.tell(examination);
    }
  }

  private String bases() {
    return seen.entrySet().stream()
        .filter(entry -> entry.getKey().matches("general\\.base_model\\.\\d+\\.(repo_url|name)"))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(", "));
  }
}
