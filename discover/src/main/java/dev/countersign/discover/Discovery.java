package dev.countersign.discover;

import dev.countersign.discover.tree.Source;
import dev.countersign.discover.tree.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Looks through a tree of files for machine learning. */
public final class Discovery {
  private static final int MOST = 200_000;

  /** Files that are looked into by all processors before the bound is looked at. */
  private static final int BATCH = 2_000;

  private static final String MODEL = "countersign.yaml";

  private final Detectors detectors = new Detectors();
  private final Remembered remembered;
  private final IntConsumer progress;
  private final AtomicInteger looked = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();

  private Discovery(Remembered remembered, IntConsumer progress) {
    this.remembered = remembered;
    this.progress = progress;
  }

  /** Looks through the folder and everything below it. */
  public static Inventory of(Path folder) {
    return of(folder, _ -> {});
  }

  /** The same, telling how many files have been looked at. */
  public static Inventory of(Path folder, IntConsumer progress) {
    return of(folder, Remembered.NOTHING, progress);
  }

  /**
   * Looks through the folder and everything below it. Nothing is executed or fetched, and no
   * symbolic link is followed.
   *
   * @param remembered what is known of files that have not changed
   * @param progress is told how many files have been looked at, by several threads
   */
  public static Inventory of(Path folder, Remembered remembered, IntConsumer progress) {
    return new Discovery(remembered, progress).look(Tree.of(folder));
  }

  private Inventory look(Tree tree) {
    List<Source> sources = sources(tree);
    Map<Source, Seen> seen = new LinkedHashMap<>();
    List<Finding> found = new ArrayList<>();
    List<String> limits = new ArrayList<>(tree.limits());
    Crowds crowds = new Crowds();
    for (int from = 0; from < sources.size() && found.size() <= MOST; from += BATCH) {
      List<Source> batch = sources.subList(from, Math.min(sources.size(), from + BATCH));
      List<Seen> batchSeen = batch.parallelStream().map(this::look).toList();
      for (int i = 0; i < batch.size(); i++) {
        seen.put(batch.get(i), batchSeen.get(i));
        found.addAll(crowds.thin(batchSeen.get(i).findings()));
        limits.addAll(batchSeen.get(i).limits());
      }
    }
    if (found.size() > MOST) {
      limits.add(
          "Only the first %d files were looked into: they gave enough.".formatted(looked.get()));
    }
    remembered.keep(seen);
    List<Finding> counted = new ArrayList<>(crowds.counted(found));
    counted.sort(Comparator.comparing(Finding::where));
    return new Inventory(tree.name(), counted, seen.size(), unchanged.get(), limits);
  }

  private Seen look(Source source) {
    Seen seen =
        remembered
            .of(source)
            .map(known -> {
              unchanged.incrementAndGet();
              return known;
            })
            .orElseGet(() -> detectors.look(source.fresh()));
    progress.accept(looked.incrementAndGet());
    return seen;
  }

  /** A threat model tells what somebody said, not what is there. */
  private static List<Source> sources(Tree tree) {
    return tree.sources().stream()
        .filter(source -> !source.name().equals(MODEL) && !source.name().endsWith("." + MODEL))
        .toList();
  }
}
