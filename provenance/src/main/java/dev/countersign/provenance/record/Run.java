package dev.countersign.provenance.record;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Shards;
import dev.countersign.provenance.pointer.DvcFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicLong;

/** Reads files once: folders are listed and files hashed by the same threads, in batches. */
final class Run {
  /** Files of a folder that a thread takes at once. */
  private static final int BATCH = 128;

  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Recorder order;
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final Queue<String> links = new ConcurrentLinkedQueue<>();
  private final Queue<String> pointers = new ConcurrentLinkedQueue<>();
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong reused = new AtomicLong();
  private volatile Optional<RecordingFailed> failure = Optional.empty();
  private final ThreadLocal<FileReading> reading;

  Run(Recorder order) {
    this.order = order;
    reading = ThreadLocal.withInitial(() -> new FileReading(order.tables(), order.progress()));
  }

  Collection<Entry> entries() {
    return entries;
  }

  Collection<String> links() {
    return links;
  }

  Collection<String> pointers() {
    return pointers;
  }

  AtomicLong reused() {
    return reused;
  }

  void read() throws RecordingFailed {
    try (ForkJoinPool pool = new ForkJoinPool(THREADS)) {
      pool.submit(start()).get();
    } catch (InterruptedException interrupted) {
      failure = Optional.of(new RecordingFailed("it was interrupted", interrupted));
      Thread.currentThread().interrupt();
    } catch (ExecutionException | CancellationException bug) {
      throw new IllegalStateException("reading files failed", bug);
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private RecursiveAction start() throws RecordingFailed {
    try {
      Path root = order.root().toRealPath();
      Path name = root.getFileName();
      return Files.isDirectory(root) || name == null
          ? new Folder(root, "")
          : new Batch(List.of(root), "");
    } catch (IOException unreadable) {
      throw failed(order.root().toString(), unreadable);
    }
  }

  /** Lists a folder and hands out what is in it. */
  private final class Folder extends RecursiveAction {
    private static final long serialVersionUID = 1;

    private final transient Path folder;
    private final String prefix;

    Folder(Path folder, String prefix) {
      this.folder = folder;
      this.prefix = prefix;
    }

    @Override
    protected void compute() {
      List<ForkJoinTask<?>> batches = new ArrayList<>();
      List<Path> batch = new ArrayList<>(BATCH);
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
        for (Path path : paths) {
          batch.add(path);
          if (batch.size() == BATCH) {
            batches.add(new Batch(batch, prefix).fork());
            batch = new ArrayList<>(BATCH);
          }
        }
      } catch (IOException unreadable) {
        fail(failed(prefix.isEmpty() ? folder.toString() : prefix, unreadable));
      } catch (DirectoryIteratorException unreadable) {
        fail(
            failed(
                prefix.isEmpty() ? folder.toString() : prefix,
                new IOException("the folder cannot be listed to its end", unreadable)));
      }
      new Batch(batch, prefix).compute();
      batches.forEach(ForkJoinTask::join);
    }
  }

  /** Looks at some paths of a folder and reads those that are files. */
  private final class Batch extends RecursiveAction {
    private static final long serialVersionUID = 1;

    private final transient List<Path> paths;
    private final String prefix;

    Batch(List<Path> paths, String prefix) {
      this.paths = paths;
      this.prefix = prefix;
    }

    @Override
    protected void compute() {
      List<ForkJoinTask<?>> folders = new ArrayList<>();
      for (Path path : paths) {
        if (failure.isPresent()) {
          return;
        }
        try {
          look(path, prefix + PathName.of(path), folders);
        } catch (RecordingFailed failed) {
          fail(failed);
        }
      }
      folders.forEach(ForkJoinTask::join);
    }
  }

  private void look(Path path, String name, List<ForkJoinTask<?>> folders) throws RecordingFailed {
    BasicFileAttributes found = attributes(path, name);
    if (found.isDirectory()) {
      if (Selection.enters(name)) {
        folders.add(new Folder(path, name + "/").fork());
      }
    } else if (order.selection().includes(name)) {
      take(path, name, found);
    }
  }

  private void take(Path path, String name, BasicFileAttributes found) throws RecordingFailed {
    if (found.isSymbolicLink()) {
      links.add(name);
      return;
    }
    if (!found.isRegularFile()) {
      throw new RecordingFailed(
          name + " is neither a file nor a folder. A dataset is made of files; leave it out.");
    }
    if (found.size() > Shards.LARGEST_FILE) {
      throw new RecordingFailed(name + " is larger than 64 TiB. Split it.");
    }
    if (seen.incrementAndGet() > Manifest.MAX_ENTRIES) {
      throw new RecordingFailed(
          "there are more than %,d files. Record parts and merge them, or pack small files."
              .formatted(Manifest.MAX_ENTRIES));
    }
    Optional<Entry> known = order.known().unchanged(name, path);
    reused.addAndGet(known.isPresent() ? 1 : 0);
    entries.add(known.isPresent() ? known.get() : read(path, name, found.size()));
  }

  private Entry read(Path path, String name, long size) throws RecordingFailed {
    FileReading reader = reading.get();
    Entry entry = reader.read(path, name, size);
    if (reader.pointer() || DvcFile.isOne(path)) {
      pointers.add(name);
    }
    return entry;
  }

  private static BasicFileAttributes attributes(Path path, String name) throws RecordingFailed {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      throw failed(name, gone);
    }
  }

  /** The first failure counts. */
  private synchronized void fail(RecordingFailed failed) {
    failure = failure.or(() -> Optional.of(failed));
  }

  static RecordingFailed failed(String name, IOException why) {
    return new RecordingFailed(name + " cannot be read: " + Reason.of(why), why);
  }
}
