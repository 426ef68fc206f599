package dev.countersign.provenance.verify;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Shards;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file of a {@link StatCache}. Whatever is wrong with it, it is as if it were not there. */
final class StatCacheFile {
  private static final String MAGIC = "countersign stat cache 1";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(OWNER_ONLY);
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private StatCacheFile() {}

  /** A file as it was when it was read. */
  record Known(FileStamp stamp, Entry entry) {}

  static Map<String, Known> read(Path file, String root) {
    try {
      if (!isPrivate(file)) {
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
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder, PRIVATE_FOLDER);
    Path draft = Files.createTempFile(folder, ".stat", "", PRIVATE_FILE);
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
        out.writeUTF(MAGIC);
        out.writeUTF(root);
        out.writeInt(known.size());
        for (Known one : known) {
          write(one, out);
        }
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A plain file of this user, and nobody else may do anything with it. */
  private static boolean isPrivate(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path probe =
        Files.createTempFile(file.toAbsolutePath().resolveSibling(""), ".own", "", PRIVATE_FILE);
    try {
      return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
          && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
    } finally {
      Files.deleteIfExists(probe);
    }
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
