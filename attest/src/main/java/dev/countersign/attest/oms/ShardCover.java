package dev.countersign.attest.oms;

import dev.countersign.attest.hash.FileRange;
import dev.countersign.attest.oms.OmsManifest.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The signed ranges of each file, which have to cover it without gap or overlap. */
final class ShardCover {
  private ShardCover() {}

  static void check(OmsManifest manifest) throws MalformedOms {
    if (manifest.serialization().shardSize().isPresent()) {
      byFile(manifest);
    }
  }

  /** Expected ranges by file; of a whole file one range of which only the digest counts. */
  static Map<String, List<FileRange>> byFile(OmsManifest manifest) throws MalformedOms {
    Map<String, List<FileRange>> files = new TreeMap<>(CodePointOrder.BY_CODE_POINT);
    boolean shards = manifest.serialization().shardSize().isPresent();
    for (Resource resource : manifest.resources()) {
      if (shards) {
        ResourceName.Shard shard =
            ResourceName.shard(resource.name())
                .orElseThrow(
                    () -> new MalformedOms("The name of a shard does not end in its range."));
        files
            .computeIfAbsent(shard.file(), name -> new ArrayList<>())
            .add(new FileRange(shard.start(), shard.end(), resource.digest()));
      } else {
        files.put(resource.name(), List.of(new FileRange(0, 0, resource.digest())));
      }
    }
    if (shards) {
      long size = manifest.serialization().shardSize().getAsLong();
      for (List<FileRange> ranges : files.values()) {
        requireCover(ranges, size);
      }
    }
    return files;
  }

  private static void requireCover(List<FileRange> ranges, long size) throws MalformedOms {
    ranges.sort(Comparator.comparingLong(FileRange::start));
    long at = 0;
    for (int i = 0; i < ranges.size(); i++) {
      FileRange range = ranges.get(i);
      boolean last = i == ranges.size() - 1;
      boolean fits = last ? range.bytes() >= 1 && range.bytes() <= size : range.bytes() == size;
      if (range.start() != at || !fits) {
        throw new MalformedOms("The shards of a file overlap, leave a gap or have a wrong size.");
      }
      at = range.end();
    }
  }
}
