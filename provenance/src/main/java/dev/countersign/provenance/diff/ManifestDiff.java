package dev.countersign.provenance.diff;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.Manifest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changed from one manifest to another. Rows are compared by their number: which rows changed,
 * manifests do not say.
 *
 * @param changes one for each file that is not the same in both, by name
 * @param same how many files are the same in both
 */
public record ManifestDiff(List<Change> changes, long same) {
  private static final Comparator<Change> BY_NAME =
      Comparator.comparing(Change::name, EntryName.ORDER);

  public ManifestDiff {
    changes = List.copyOf(changes);
  }

  /** Compares; takes time in proportion to the number of files. */
  public static ManifestDiff of(Manifest before, Manifest after) {
    Map<String, Entry> old =
        before.entries().stream().collect(Collectors.toMap(Entry::name, Function.identity()));
    List<Change> changes = new ArrayList<>();
    List<Entry> added = new ArrayList<>();
    long same = 0;
    for (Entry entry : after.entries()) {
      Entry known = old.remove(entry.name());
      if (known == null) {
        added.add(entry);
      } else if (known.sameContent(entry)) {
        same++;
      } else {
        changes.add(new Change.Changed(known, entry));
      }
    }
    List<Entry> removed =
        before.entries().stream().filter(entry -> old.containsKey(entry.name())).toList();
    moved(removed, added, changes);
    changes.sort(BY_NAME);
    return new ManifestDiff(changes, same);
  }

  /** A file that is gone and a new one with its bytes are one that moved; empty files are alike. */
  private static void moved(List<Entry> removed, List<Entry> added, List<Change> changes) {
    Map<String, Deque<Entry>> gone = new HashMap<>();
    removed.forEach(
        entry -> gone.computeIfAbsent(entry.digest(), _ -> new ArrayDeque<>()).add(entry));
    for (Entry entry : added) {
      Deque<Entry> alike = gone.getOrDefault(entry.digest(), new ArrayDeque<>());
      boolean move = entry.bytes() > 0 && !alike.isEmpty() && alike.getFirst().sameContent(entry);
      changes.add(move ? new Change.Moved(alike.removeFirst(), entry) : new Change.Added(entry));
    }
    gone.values().forEach(left -> left.forEach(entry -> changes.add(new Change.Removed(entry))));
  }

  /** The changes by source, given which source a file of some name is from. */
  public Map<String, List<Change>> by(Function<String, String> source) {
    Map<String, List<Change>> grouped = new TreeMap<>();
    changes.forEach(change ->
        grouped.computeIfAbsent(source.apply(change.name()), _ -> new ArrayList<>()).add(change));
    return grouped;
  }
}
