package dev.countersign.inspect.pickle.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what comes with this version. A line that it does not understand is a bug, and fails. */
final class KnowledgeReader {
  private static final String INDEX = "index.txt";

  private final Map<String, Map<String, Known>> names = new HashMap<>();
  private final Map<String, Known> modules = new HashMap<>();
  private String library = "";

  private KnowledgeReader() {}

  static Knowledge read() {
    KnowledgeReader reader = new KnowledgeReader();
    for (String resource : lines(INDEX)) {
      if (!blank(resource)) {
        reader.all(lines(resource));
      }
    }
    return new Knowledge(reader.names, reader.modules);
  }

  static Knowledge parse(List<String> lines) {
    KnowledgeReader reader = new KnowledgeReader();
    reader.all(lines);
    return new Knowledge(reader.names, reader.modules);
  }

  private void all(List<String> lines) {
    for (String line : lines) {
      if (!blank(line)) {
        one(line);
      }
    }
  }

  private void one(String line) {
    int space = line.indexOf(' ');
    String rest = line.substring(space + 1);
    switch (line.substring(0, Math.max(0, space))) {
      case "library" -> library = rest;
      case "safe" -> safe(rest.split(" "));
      case "danger" -> danger(rest.split(" ", 3));
      default -> throw new IllegalStateException("not understood: " + line);
    }
  }

  private void safe(String[] words) {
    Known known = new Known(Standing.SAFE, Manner.valueOf(words[0]), library, "");
    Map<String, Known> inModule = names.computeIfAbsent(words[1], _ -> new HashMap<>());
    for (int i = 2; i < words.length; i++) {
      inModule.put(words[i], known);
    }
  }

  private void danger(String[] words) {
    Known known = new Known(Standing.DANGEROUS, Manner.VALUE, library, words[2]);
    if (words[1].equals("*")) {
      modules.put(words[0], known);
    } else {
      names.computeIfAbsent(words[0], _ -> new HashMap<>()).put(words[1], known);
    }
  }

  private static boolean blank(String line) {
    return line.isBlank() || line.charAt(0) == '#';
  }

  private static List<String> lines(String resource) {
    try (InputStream in = KnowledgeReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
