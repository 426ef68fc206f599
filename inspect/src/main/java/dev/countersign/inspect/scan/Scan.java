package dev.countersign.inspect.scan;

import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Looks into files and folders, on as many threads as there are processors, and tells of each file
 * in the order of their names, whatever the number of threads.
 */
public final class Scan {
  /** Files that a thread takes at once: few enough that two threads end together. */
  private static final int BATCH = 32;

  /** Bytes after which a batch is full: handing one over costs less than looking into so many. */
  private static final long LARGE_BATCH = 1L << 20;

  private static final int BATCHES_AHEAD = 64;

  private final Inspector inspector;
  private final int threads;
  private final Consumer<String> limits;

  private Scan(Inspector inspector, int threads, Consumer<String> limits) {
    this.inspector = inspector;
    this.threads = threads;
    this.limits = limits;
  }

  /**
   * By an inspector.
   *
   * @param limits is told what is not looked at, one sentence each
   */
  public static Scan by(Inspector inspector, Consumer<String> limits) {
    return new Scan(inspector, Runtime.getRuntime().availableProcessors(), limits);
  }

  /** The same on that many threads, at least 1. */
  public Scan threads(int number) {
    return new Scan(inspector, Math.max(1, number), limits);
  }

  /**
   * Looks into a file, or into every file below a folder.
   *
   * @param each is told of every file, by its path as the user would type it, on the calling thread
   * @throws IOException if the path itself cannot be read; of a file in a folder that cannot, a
   *     limit tells
   * @throws InterruptedException if the thread is interrupted; everything has ended then
   */
  public void of(Path path, Consumer<Inspected> each) throws IOException, InterruptedException {
    if (!Files.isDirectory(path)) {
      Path folder = path.toAbsolutePath().normalize().getParent();
      Path root = folder == null ? path.toAbsolutePath().getRoot() : folder;
      each.accept(inspector.inspect(root, path.getFileName()).at(shown(path)));
      return;
    }
    List<List<ArtefactFile>> batches = batches(ArtefactFiles.below(path, limits));
    if (threads == 1 || batches.size() == 1) {
      for (List<ArtefactFile> batch : batches) {
        batch(path, batch).forEach(done -> told(done, each));
      }
      return;
    }
    together(path, batches, each);
  }

  private static List<List<ArtefactFile>> batches(List<ArtefactFile> files) {
    List<List<ArtefactFile>> batches = new ArrayList<>();
    int from = 0;
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      bytes += files.get(i).size();
      if (i + 1 - from == BATCH || bytes >= LARGE_BATCH || i + 1 == files.size()) {
        batches.add(files.subList(from, i + 1));
        from = i + 1;
        bytes = 0;
      }
    }
    return batches;
  }

  private void together(Path root, List<List<ArtefactFile>> batches, Consumer<Inspected> each)
      throws InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Deque<Future<List<Done>>> running = new ArrayDeque<>();
      for (List<ArtefactFile> batch : batches) {
        running.add(pool.submit(() -> batch(root, batch)));
        if (running.size() == BATCHES_AHEAD) {
          finished(running.remove()).forEach(done -> told(done, each));
        }
      }
      while (!running.isEmpty()) {
        finished(running.remove()).forEach(done -> told(done, each));
      }
    }
  }

  private static List<Done> finished(Future<List<Done>> batch) throws InterruptedException {
    try {
      return batch.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private List<Done> batch(Path root, List<ArtefactFile> files) {
    List<Done> done = new ArrayList<>(files.size());
    for (ArtefactFile file : files) {
      String shown = shown(root.resolve(file.path()));
      try {
        done.add(new Read(inspector.inspect(root, file.path()).at(shown)));
      } catch (IOException failed) {
        done.add(
            new Failed(shown + " cannot be read (" + failed.getClass().getSimpleName() + ")."));
      }
    }
    return done;
  }

  private void told(Done done, Consumer<Inspected> each) {
    switch (done) {
      case Read(var inspected) -> each.accept(inspected);
      case Failed(var why) -> limits.accept(why);
    }
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The worst verdict of several; clean where there is none. */
  public static Verdict worst(List<Inspected> all) {
    return all.stream().map(Inspected::verdict).reduce(Verdict.CLEAN, Verdict::and);
  }

  private sealed interface Done {}

  private record Read(Inspected inspected) implements Done {}

  private record Failed(String why) implements Done {}
}
