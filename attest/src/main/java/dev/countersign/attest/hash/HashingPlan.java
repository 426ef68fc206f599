package dev.countersign.attest.hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What is to be hashed, cut into ranges. Held in arrays: there may be some hundred thousand files.
 */
final class HashingPlan {
  /** Ranges from here on are begun first, the longest first, so that threads end together. */
  private static final long LARGE = 8L << 20;

  private final List<FileToHash> files;
  private final int[] firstRange;
  private final int[] fileOf;
  private final long[] start;
  private final long[] end;

  private HashingPlan(List<FileToHash> files, OptionalLong shardSize) {
    this.files = List.copyOf(files);
    firstRange = new int[files.size() + 1];
    for (int i = 0; i < files.size(); i++) {
      firstRange[i + 1] =
          Math.addExact(firstRange[i], ranges(this.files.get(i).bytes(), shardSize));
    }
    int ranges = firstRange[files.size()];
    fileOf = new int[ranges];
    start = new long[ranges];
    end = new long[ranges];
    for (int i = 0; i < files.size(); i++) {
      cut(i, shardSize.orElse(Long.MAX_VALUE));
    }
  }

  static HashingPlan of(List<FileToHash> files, OptionalLong shardSize) {
    return new HashingPlan(files, shardSize);
  }

  int size() {
    return fileOf.length;
  }

  FileToHash file(int range) {
    return files.get(fileOf[range]);
  }

  long start(int range) {
    return start[range];
  }

  long end(int range) {
    return end[range];
  }

  /** In which order to hash the ranges; small files stay as they lie on the disk. */
  int[] order() {
    Comparator<Integer> longestFirst =
        Comparator.comparingLong(range -> length(range) >= LARGE ? -length(range) : 0);
    int[] order = IntStream.range(0, size()).toArray();
    if (Arrays.stream(order).noneMatch(range -> length(range) >= LARGE)) {
      return order;
    }
    return Arrays.stream(order).boxed().sorted(longestFirst).mapToInt(Integer::intValue).toArray();
  }

  List<HashedFile> results(byte[][] digests) {
    List<HashedFile> results = new ArrayList<>(files.size());
    for (int i = 0; i < files.size(); i++) {
      FileToHash file = files.get(i);
      List<FileRange> ranges = new ArrayList<>(1);
      for (int range = firstRange[i]; range < firstRange[i + 1]; range++) {
        ranges.add(FileRange.of(start[range], end[range], digests[range]));
      }
      results.add(new HashedFile(file.name(), file.bytes(), ranges));
    }
    return results;
  }

  private long length(int range) {
    return end[range] - start[range];
  }

  private void cut(int file, long size) {
    long bytes = files.get(file).bytes();
    long from = 0;
    for (int range = firstRange[file]; range < firstRange[file + 1]; range++) {
      fileOf[range] = file;
      start[range] = from;
      from = bytes - from > size ? from + size : bytes;
      end[range] = from;
    }
  }

  private static int ranges(long bytes, OptionalLong shardSize) {
    if (shardSize.isEmpty()) {
      return 1;
    }
    return Math.toIntExact(bytes / shardSize.getAsLong())
        + (bytes % shardSize.getAsLong() == 0 ? 0 : 1);
  }
}
