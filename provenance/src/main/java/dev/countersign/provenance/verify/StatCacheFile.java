package dev.countersign.provenance.verify;

import dev.countersign.model.PrivateFile;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Shards;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of a {@link StatCache}. Whatever is wrong with it, it is as if it were not there. */
final class StatCacheFile {
  private static final String MAGIC = "countersign stat cache 1";

  private StatCacheFile() {}

  /** A file as it was when it was read. */
  record Known(FileStamp stamp, Entry entry) {}

  static Map<String, Known> read(Path file, String root) {
    try {
      if (!PrivateFile.isOurs(file)) {
        return Map.of();
      }
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        return in.readUTF().equals(MAGIC) && in.readUTF().equals(root) ? known(in) : Map.of();
      }
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException unusable) {
      return Map.of();
    }
  }

  static void write(Path file, String root, Collection<Known> known) throws IOException {
    PrivateFile.replace(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.writeUTF(MAGIC);
          out.writeUTF(root);
          out.writeInt(known.size());
          for (Known one : known) {
            write(one, out);
          }
        });
  }

  private static Map<String, Known> known(DataInputStream in) throws IOException {
    Map<String, Known> known = new HashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count && i < Manifest.MAX_ENTRIES; i++) {
      Known one = one(in);
      known.put(one.entry().name(), one);
    }
    return known;
  }

  private static Known one(DataInputStream in) throws IOException {
    String name = in.readUTF();
    FileStamp stamp =
        new FileStamp(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    String digest = in.readUTF();
    List<String> shards = new ArrayList<>();
    for (int left = Math.min(in.readInt(), Shards.MAX); left > 0; left--) {
      shards.add(in.readUTF());
    }
    return new Known(stamp, new Entry(name, stamp.bytes(), digest, shards, Optional.empty()));
  }

  private static void write(Known known, DataOutputStream out) throws IOException {
    FileStamp stamp = known.stamp();
    out.writeUTF(known.entry().name());
    out.writeLong(stamp.device());
    out.writeLong(stamp.inode());
    out.writeLong(stamp.bytes());
    out.writeLong(stamp.modified());
    out.writeLong(stamp.changed());
    out.writeUTF(known.entry().digest());
    out.writeInt(known.entry().shards().size());
    for (String shard : known.entry().shards()) {
      out.writeUTF(shard);
    }
  }
}
