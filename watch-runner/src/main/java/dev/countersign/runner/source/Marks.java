package dev.countersign.runner.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Up to where the files of a log were read. */
final class Marks {
  private final Map<String, List<Mark>> families = new HashMap<>();

  void resume(List<Mark> from) {
    from.forEach(mark -> of(mark.family()).add(mark));
  }

  private List<Mark> of(String family) {
    return families.computeIfAbsent(family, any -> new ArrayList<>());
  }

  /** Whether any part of a log was read. */
  boolean knows(String family) {
    return families.containsKey(family);
  }

  /** The mark of a file that begins as this one does: of several the one that knows most of it. */
  Optional<Mark> find(String family, LogFile file) {
    return families.getOrDefault(family, List.of()).stream()
        .filter(mark -> mark.headLength() <= file.headLength())
        .filter(mark -> mark.headHash() == file.headHash(mark.headLength()))
        .max(Comparator.comparingInt(Mark::headLength));
  }

  /** A key that no mark of this log has. */
  String newKey(String family) {
    return family + "#" + of(family).size();
  }

  void put(Mark mark) {
    List<Mark> all = of(mark.family());
    all.removeIf(old -> old.key().equals(mark.key()));
    all.add(mark);
  }
}
