package dev.countersign.inspect.pickle.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the names of one module. The names stay the text that they were read as: a file
 * of thousands is read to look up three of them.
 */
final class Names {
  private final List<Listed> lists = new ArrayList<>(2);
  private @Nullable Known whole;

  void add(Known known, String names) {
    lists.add(new Listed(known, " " + names + " "));
  }

  void whole(Known known) {
    whole = known;
  }

  /** What is known of the module as a whole; null where nothing is. */
  @Nullable Known whole() {
    return whole;
  }

  /** What is known of a name; null where it is not listed. */
  @Nullable Known of(String name) {
    if (name.indexOf(' ') >= 0) {
      return null;
    }
    String word = " " + name + " ";
    for (Listed listed : lists) {
      if (listed.names.contains(word)) {
        return listed.known;
      }
    }
    return null;
  }

  private record Listed(Known known, String names) {}
}
