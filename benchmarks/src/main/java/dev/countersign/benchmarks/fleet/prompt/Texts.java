package dev.countersign.benchmarks.fleet.prompt;

import dev.countersign.benchmarks.fleet.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Benign texts of public data: prompts of T0 (which share their tasks' wordings), benign ones of
 * deepset's set, and those of Arena-Hard.
 *
 * @param all of them, in random order
 */
record Texts(List<String> all) {
  private static final int LONGEST = 1_200;

  Texts {
    all = List.copyOf(all);
  }

  static Texts load(Path data, long seed) throws IOException {
    List<String> texts = new ArrayList<>();
    Path folder = data.resolve("prompts");
    add(folder.resolve("t0-benign-12k.jsonl"), "prompt", texts);
    add(folder.resolve("deepset-train.jsonl"), "text", texts);
    add(folder.resolve("arena-hard-v0.1.jsonl"), "prompt", texts);
    int[] order = Seeds.shuffled(texts.size(), Seeds.of(seed, "texts"));
    return new Texts(Arrays.stream(order).mapToObj(texts::get).toList());
  }

  private static void add(Path file, String member, List<String> texts) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line : lines.lines().toList()) {
        JsonNode one = JsonMapper.shared().readTree(line);
        String text = one.path(member).asString("").strip();
        if (!text.isEmpty() && one.path("label").asInt(0) == 0) {
          texts.add(text.substring(0, Math.min(LONGEST, text.length())));
        }
      }
    } catch (JacksonException wrong) {
      throw new IOException(file + ": " + wrong.getOriginalMessage(), wrong);
    }
  }

  /** The first or the second half: no text is in both. */
  Texts half(boolean first) {
    int middle = all.size() / 2;
    return new Texts(first ? all.subList(0, middle) : all.subList(middle, all.size()));
  }

  String draw(RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
