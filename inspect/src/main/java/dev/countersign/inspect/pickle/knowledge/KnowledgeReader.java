package dev.countersign.inspect.pickle.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what comes with this version. A line that it does not understand is a bug, and fails. */
final class KnowledgeReader {
  private static final String INDEX = "index.txt";

  private final Map<String, Names> modules = new HashMap<>();
  private String library = "";

  private KnowledgeReader() {}

  /** Resources by the packages that they tell of. */
  static Map<String, List<String>> index() {
    Map<String, List<String>> resources = new HashMap<>();
    for (String line : lines(text(INDEX))) {
      if (!blank(line)) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length; i++) {
          add(resources, words[i], words[0]);
        }
      }
    }
    return resources;
  }

  /** What resources say, by module. */
  static Map<String, Names> read(List<String> resources) {
    KnowledgeReader reader = new KnowledgeReader();
    for (String resource : resources) {
      reader.all(lines(text(resource)));
    }
    return reader.modules;
  }

  private static void add(Map<String, List<String>> resources, String root, String resource) {
    List<String> known = resources.get(root);
    if (known == null) {
      known = new ArrayList<>(4);
      resources.put(root, known);
    }
    known.add(resource);
  }

  /** What lines say, by module. */
  static Map<String, Names> parse(List<String> lines) {
    KnowledgeReader reader = new KnowledgeReader();
    reader.all(lines);
    return reader.modules;
  }

  private void all(List<String> lines) {
    for (String line : lines) {
      if (!blank(line)) {
        one(line);
      }
    }
  }

  private void one(String line) {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    if (line.startsWith("library ")) {
      library = line.substring(first + 1);
    } else if (second > 0 && line.startsWith("safe ")) {
      safe(line.substring(first + 1, second), line.substring(second + 1));
    } else if (second > 0 && line.startsWith("danger ")) {
      danger(line.substring(first + 1, second), line.substring(second + 1));
    } else {
      throw new IllegalStateException("not understood: " + line);
    }
  }

  private void safe(String manner, String moduleAndNames) {
    Known known = new Known(Standing.SAFE, Manner.valueOf(manner), library, "");
    int space = moduleAndNames.indexOf(' ');
    String named = moduleAndNames.substring(space + 1);
    Names names = names(moduleAndNames.substring(0, space));
    if (named.equals("*")) {
      names.whole(known);
    } else {
      names.add(known, named);
    }
  }

  private void danger(String module, String namesAndReason) {
    int colon = namesAndReason.indexOf(": ");
    String reason = namesAndReason.substring(colon + 2);
    Known known = new Known(Standing.DANGEROUS, Manner.VALUE, library, reason);
    String named = namesAndReason.substring(0, colon);
    if (named.equals("*")) {
      names(module).whole(known);
    } else {
      names(module).add(known, named);
    }
  }

  private Names names(String module) {
    Names names = modules.get(module);
    if (names == null) {
      names = new Names();
      modules.put(module, names);
    }
    return names;
  }

  private static boolean blank(String line) {
    return line.isEmpty() || line.charAt(0) == '#';
  }

  /** Without streams and lambdas, which cost more than the reading: this runs at every start. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(512);
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.add(text.substring(from, end));
      from = end + 1;
    }
    return lines;
  }

  private static String text(String resource) {
    try (InputStream in = KnowledgeReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
