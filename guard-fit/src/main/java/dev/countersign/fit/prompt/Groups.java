package dev.countersign.fit.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups texts that share a passage: the same article stands in several of them with different
 * questions, and must not be trained on and measured with. Passages that very many texts share are
 * the wording of a question, and group nothing.
 */
final class Groups {
  private static final int PASSAGE = 10;
  private static final int MOST_SHARED = 40;

  private final int[] parents;

  private Groups(int count) {
    parents = new int[count];
    for (int i = 0; i < count; i++) {
      parents[i] = i;
    }
  }

  /** The same texts with their groups. */
  static List<Text> of(List<Text> texts) {
    Map<Long, List<Integer>> holders = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      for (long passage : passages(texts.get(i).text())) {
        List<Integer> holding = holders.computeIfAbsent(passage, none -> new ArrayList<>(1));
        if (holding.isEmpty() || holding.get(holding.size() - 1) != i) {
          holding.add(i);
        }
      }
    }
    Groups groups = new Groups(texts.size());
    for (List<Integer> holding : holders.values()) {
      if (holding.size() <= MOST_SHARED) {
        holding.forEach(one -> groups.join(holding.get(0), one));
      }
    }
    List<Text> grouped = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      grouped.add(new Text(text.text(), text.attack(), text.source(), groups.root(i)));
    }
    return grouped;
  }

  /** Every third passage of ten words, by hash. */
  private static List<Long> passages(String text) {
    String[] words = text.split("\\s+");
    List<Long> passages = new ArrayList<>();
    for (int from = 0; from + PASSAGE <= words.length; from++) {
      long hash = 7;
      for (int i = from; i < from + PASSAGE; i++) {
        hash = hash * 0x9E3779B97F4A7C15L + words[i].hashCode();
      }
      if (Long.remainderUnsigned(hash ^ hash >>> 29, 3) == 0) {
        passages.add(hash);
      }
    }
    return passages;
  }

  private int root(int i) {
    int root = i;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }
}
