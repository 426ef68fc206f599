package dev.countersign.inspect.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of Python 2 and what they are called in Python 3, as {@code pickle.load} translates them
 * for protocols below 3 ({@code Lib/_compat_pickle.py}).
 */
final class Python2 {
  private final Map<String, String> modules = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private Python2() {}

  /**
   * The name in Python 3.
   *
   * @return module and name, separated by a space; empty where they are the same
   */
  static String modern(String module, String name) {
    String whole = Table.OF.names.get(module.concat(" ").concat(name));
    if (whole != null) {
      return whole;
    }
    String renamed = Table.OF.modules.get(module);
    return renamed == null ? "" : renamed + " " + name;
  }

  private static final class Table {
    static final Python2 OF = read();
  }

  private static Python2 read() {
    try (InputStream in = Python2.class.getResourceAsStream("python2.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing: python2.txt");
      }
      Python2 table = new Python2();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(table::line);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    if (line.startsWith("#")) {
      return;
    }
    String[] words = line.split(" ");
    if (words.length == 2) {
      modules.put(words[0], words[1]);
    } else {
      names.put(words[0] + " " + words[1], words[2] + " " + words[3]);
    }
  }
}
