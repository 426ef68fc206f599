package dev.countersign.inspect.rds;

import dev.countersign.inspect.text.WordList;
import java.util.HashSet;
import java.util.Set;

/**
 * Functions that run programs or code, or reach files and other hosts; the list is {@code
 * functions.txt}.
 */
final class RFunctions {
  private static final Set<String> ALWAYS = new HashSet<>();
  private static final Set<String> IN_PROMISES = new HashSet<>();

  static {
    for (String line : WordList.lines(RFunctions.class, "functions.txt")) {
      (line.endsWith("!") ? IN_PROMISES : ALWAYS).add(line.replace("!", ""));
    }
  }

  private RFunctions() {}

  static boolean dangerous(String function, RPlace place) {
    String name = function.substring(function.lastIndexOf(':') + 1);
    boolean promised = place == RPlace.PROMISE || place == RPlace.FRAME_PROMISE;
    return ALWAYS.contains(name) && !(name.equals("run") && !function.contains("::"))
        || promised && IN_PROMISES.contains(name);
  }
}
