package dev.countersign.runner.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Files, and folders of files, one after the other, and, if asked, as they grow and are rotated.
 *
 * <p>Which part of a log a file is, is told by its first bytes and not by its name, for rotation
 * renames files while they are read. Two files of one log that begin with the same 4,096 bytes are
 * taken for one. Parquet is known by its last bytes.
 */
public final class FilesSource implements LogSource {
  private static final long POLL_MILLIS = 200;
  private static final long STILL_WRITTEN = 60_000;

  /** What tells, without reading, whether a file changed. */
  private record Look(long size, long changed, String key) {
    static Look at(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(now.size(), now.lastModifiedTime().toMillis(), String.valueOf(now.fileKey()));
    }
  }

  private final List<Path> named;
  private final boolean follow;
  private final Consumer<String> report;
  private final Marks marks = new Marks();
  private final Deque<Family> waiting = new ArrayDeque<>();
  private final Map<Path, Look> looked = new HashMap<>();
  private final Set<Path> told = new HashSet<>();
  private Optional<OpenFile> open = Optional.empty();
  private boolean listed;
  private boolean found;
  private long unreadable;

  /**
   * Over files and folders.
   *
   * @param follow whether to wait for more at the end
   * @param report takes a sentence about each part that cannot be read, or was lost
   */
  public FilesSource(List<Path> named, boolean follow, Consumer<String> report) {
    this.named = List.copyOf(named);
    this.follow = follow;
    this.report = report;
  }

  @Override
  public void resume(List<Mark> from) {
    marks.resume(from);
  }

  @Override
  public long unreadable() {
    return unreadable;
  }

  @Override
  public Took next(Block into) throws IOException {
    while (true) {
      if (open.isPresent()) {
        if (read(open.get(), into)) {
          return Took.READ;
        }
        closeFile();
      } else if (!waiting.isEmpty()) {
        open(waiting.remove());
      } else if (listed && !follow) {
        return Took.ENDED;
      } else if (listed && !found) {
        listed = false;
        return nothingNew();
      } else {
        list();
      }
    }
  }

  private static Took nothingNew() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return Took.NOTHING_NEW;
  }

  private boolean read(OpenFile file, Block into) {
    found = true;
    try {
      return file.next(into);
    } catch (IOException | RuntimeException failed) {
      failed(file.path(), failed);
      return false;
    }
  }

  private void failed(Path file, Exception why) {
    if (told.add(file)) {
      unreadable++;
      report.accept(
          why instanceof NoSuchFileException
              ? "%s cannot be read: it is not there.".formatted(file)
              : "%s cannot be read to its end (%s). What could be read was taken."
                  .formatted(file, Optional.ofNullable(why.getMessage()).orElse(why.toString())));
    }
  }

  private void list() {
    listed = true;
    found = false;
    for (Path one : named) {
      try {
        waiting.addAll(Files.isDirectory(one) ? Family.in(one) : parts(Family.of(one)));
      } catch (IOException gone) {
        missing(one, gone);
      }
    }
  }

  private void missing(Path one, IOException why) {
    if (!follow || !(why instanceof NoSuchFileException)) {
      failed(one, why);
    }
  }

  /** A file, and what rotation made of it since it was read last. */
  private List<Family> parts(Family file) throws IOException {
    if (!marks.knows(file.path())) {
      return List.of(file);
    }
    List<Family> all = file.all();
    for (int i = 0; i < all.size(); i++) {
      if (isKnown(all.get(i))) {
        return all.subList(i, all.size());
      }
    }
    report.accept(
        "%s was rotated, and the part that was read last is gone: lines may be missing. Keep more parts."
            .formatted(file.file()));
    return all;
  }

  private boolean isKnown(Family part) {
    try {
      if (Look.at(part.file()).equals(looked.get(part.file()))) {
        return true;
      }
      try (LogFile file = LogFile.open(part.file())) {
        return marks.find(part.path(), file).isPresent();
      }
    } catch (IOException goneOrMalformed) {
      return false;
    }
  }

  private void open(Family part) {
    try {
      Look look = Look.at(part.file());
      if (!look.equals(looked.put(part.file(), look))) {
        open = OpenFile.open(part, marks, follow);
      }
    } catch (LogFile.Unfinished unfinished) {
      unfinished(part.file(), unfinished);
    } catch (IOException failed) {
      missing(part.file(), failed);
    }
  }

  /** What is being written now is looked at again. */
  private void unfinished(Path file, LogFile.Unfinished why) {
    Look look = looked.get(file);
    if (follow && look != null && System.currentTimeMillis() - look.changed() < STILL_WRITTEN) {
      looked.remove(file);
    } else {
      failed(file, why);
    }
  }

  private void closeFile() {
    open.ifPresent(OpenFile::close);
    open = Optional.empty();
  }

  @Override
  public void close() {
    closeFile();
  }
}
