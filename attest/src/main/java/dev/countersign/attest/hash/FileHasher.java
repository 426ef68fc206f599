package dev.countersign.attest.hash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Hashes files in parallel: over files and, with {@link #shards}, over ranges of each file, on as
 * many threads as there are processors. Takes little memory whatever the files' size, and ends soon
 * after the calling thread is interrupted. Immutable.
 *
 * <p>A symbolic link as the last part of a path is refused unless {@link #followingLinks}.
 */
public final class FileHasher {
  private final HashAlgorithm algorithm;
  private final OptionalLong shardSize;
  private final int threads;
  private final boolean links;
  private final HashProgress progress;

  private FileHasher(
      HashAlgorithm algorithm,
      OptionalLong shardSize,
      int threads,
      boolean links,
      HashProgress progress) {
    this.algorithm = algorithm;
    this.shardSize = shardSize;
    this.threads = threads;
    this.links = links;
    this.progress = progress;
  }

  /** Hashes whole files. */
  public static FileHasher of(HashAlgorithm algorithm) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new FileHasher(algorithm, OptionalLong.empty(), processors, false, HashProgress.SILENT);
  }

  /**
   * The same in ranges of that many bytes; the last of each file may be shorter.
   *
   * @param bytes at least 1
   */
  public FileHasher shards(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("shards of " + bytes + " bytes");
    }
    return new FileHasher(algorithm, OptionalLong.of(bytes), threads, links, progress);
  }

  /** The same on that many threads, at least 1. */
  public FileHasher threads(int number) {
    return new FileHasher(algorithm, shardSize, Math.max(1, number), links, progress);
  }

  /** The same, reading through symbolic links. */
  public FileHasher followingLinks() {
    return new FileHasher(algorithm, shardSize, threads, true, progress);
  }

  /** The same, telling how it goes. */
  public FileHasher reporting(HashProgress to) {
    return new FileHasher(algorithm, shardSize, threads, links, to);
  }

  /**
   * Hashes files below a folder.
   *
   * @param names relative to the root, with {@code /}; nothing is checked about them
   * @return in the order of the names
   * @throws IOException for the first file that cannot be read or that changes meanwhile
   * @throws InterruptedException if the thread is interrupted; everything has ended then
   */
  public List<HashedFile> hash(Path root, List<String> names)
      throws IOException, InterruptedException {
    List<FileToHash> files = new ArrayList<>(names.size());
    for (String name : names) {
      Path path = root.resolve(name);
      files.add(new FileToHash(name, path, Files.size(path)));
    }
    return hash(files);
  }

  /** Hashes these files; as the other. */
  public List<HashedFile> hash(List<FileToHash> files) throws IOException, InterruptedException {
    progress.expecting(files.stream().mapToLong(FileToHash::bytes).sum());
    HashingPlan plan = HashingPlan.of(files, shardSize);
    LinkOption[] options = links ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    HashingRun run = new HashingRun(plan, algorithm, options, progress);
    run.go(Math.min(threads, plan.size()));
    return plan.results(run.digests());
  }
}
