package dev.countersign.discover.cache;

import dev.countersign.discover.cache.Cache.Entry;
import dev.countersign.model.PrivateFile;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The file of a {@link Cache}: a heading that names the format, the detectors and the tree, then an
 * entry a file, then a checksum against accidents. Whatever is wrong with it, it is as if it were
 * not there.
 */
final class CacheFile {
  static final String ENDING = ".findings";

  private static final String MAGIC = "countersign discover cache 1";
  private static final int MOST_ENTRIES = 1_000_000;
  private static final long LARGEST = 256L << 20;

  private CacheFile() {}

  static Map<String, Entry> read(Path file, String root) {
    try {
      Optional<String> detectors = Digests.ofDetectors();
      if (detectors.isEmpty() || !PrivateFile.isOurs(file) || Files.size(file) > LARGEST) {
        return Map.of();
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - Long.BYTES;
      CRC32 sum = new CRC32();
      sum.update(bytes, 0, Math.max(0, end));
      DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(bytes, 0, Math.max(0, end)));
      DataInputStream sumIn =
          new DataInputStream(new ByteArrayInputStream(bytes, Math.max(0, end), Long.BYTES));
      boolean ours =
          in.readUTF().equals(MAGIC)
              && in.readUTF().equals(detectors.get())
              && in.readUTF().equals(root)
              && sumIn.readLong() == sum.getValue();
      return ours ? entries(in) : Map.of();
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException unusable) {
      return Map.of();
    }
  }

  static void write(Path file, String root, Map<String, Entry> entries) throws IOException {
    Optional<String> detectors = Digests.ofDetectors();
    if (detectors.isEmpty() || entries.size() > MOST_ENTRIES) {
      return;
    }
    PrivateFile.replace(
        file,
        stream -> {
          CRC32 sum = new CRC32();
          DataOutputStream out = new DataOutputStream(new CheckedOutputStream(stream, sum));
          out.writeUTF(MAGIC);
          out.writeUTF(detectors.get());
          out.writeUTF(root);
          out.writeInt(entries.size());
          for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            EntryForm.write(entry.getKey(), entry.getValue(), out);
          }
          out.writeLong(sum.getValue());
        });
    Pruning.prune(file.toAbsolutePath().resolveSibling(""));
  }

  private static Map<String, Entry> entries(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_ENTRIES) {
      return Map.of();
    }
    // No room is made for a number that the file states.
    Map<String, Entry> entries = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String path = in.readUTF();
      entries.put(path, EntryForm.read(path, in));
    }
    return entries;
  }
}
