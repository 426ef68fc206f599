package dev.countersign.discover;

import dev.countersign.discover.tree.Source;
import dev.countersign.discover.tree.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.IntConsumer;

/** Looks through a tree of files for machine learning. */
public final class Discovery {
  private static final int MOST = 50_000;
  private static final String MODEL = "countersign.yaml";

  private final List<Detector> detectors =
      ServiceLoader.load(Detector.class, Discovery.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Discovery() {}

  /** Looks through the folder and everything below it. */
  public static Inventory of(Path folder) {
    return of(folder, _ -> {});
  }

  /**
   * Looks through the folder and everything below it. Nothing is executed, written or fetched, and
   * no symbolic link is followed.
   *
   * @param progress is told how many files have been looked at
   */
  public static Inventory of(Path folder, IntConsumer progress) {
    Tree tree = Tree.of(folder);
    return new Discovery().look(tree, progress);
  }

  private Inventory look(Tree tree, IntConsumer progress) {
    List<Finding> found = new ArrayList<>();
    List<String> limits = new ArrayList<>(tree.limits());
    Crowds crowds = new Crowds();
    int looked = 0;
    for (Source source : sources(tree)) {
      progress.accept(++looked);
      found.addAll(crowds.thin(look(source, limits)));
      if (found.size() > MOST) {
        limits.add("Only the first %d files were looked into: they gave enough.".formatted(looked));
        break;
      }
    }
    List<Finding> counted = new ArrayList<>(crowds.counted(found));
    counted.sort(Comparator.comparing(Finding::where));
    return new Inventory(tree.name(), counted, looked, limits);
  }

  /** A threat model tells what somebody said, not what is there. */
  private static List<Source> sources(Tree tree) {
    return tree.sources().stream()
        .filter(source -> !source.name().equals(MODEL) && !source.name().endsWith("." + MODEL))
        .toList();
  }

  private List<Finding> look(Source source, List<String> limits) {
    Findings findings = new Findings(source);
    for (Detector detector : detectors) {
      try {
        if (detector.wants(source)) {
          detector.detect(source, findings);
        }
      } catch (RuntimeException mistake) {
        // One strange file must not cost the whole draft; the reader is told.
        limits.add(
            "%s was not understood (%s)."
                .formatted(source.path(), detector.getClass().getSimpleName()));
      }
    }
    return findings.list();
  }
}
