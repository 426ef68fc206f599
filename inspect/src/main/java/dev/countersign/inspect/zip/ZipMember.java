package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A member as the central directory tells of it, which is what loaders believe. Compared by
 * identity.
 */
public final class ZipMember {
  private static final int UNIX = 3;
  private static final int KIND = 0170000;
  private static final int SYMLINK = 0120000;

  private final String name;
  private final ZipHeader central;
  private final Optional<ZipHeader> local;
  private final long entry;
  private final long header;
  private final long data;
  private final int madeBy;
  private final long attributes;
  private int descriptor = -1;

  ZipMember(
      String name,
      ZipHeader central,
      Optional<ZipHeader> local,
      long entry,
      long header,
      long data,
      int madeBy,
      long attributes) {
    this.name = name;
    this.central = central;
    this.local = local;
    this.entry = entry;
    this.header = header;
    this.data = data;
    this.madeBy = madeBy;
    this.attributes = attributes;
  }

  /** A member that only a local header tells of. */
  static ZipMember hidden(ZipHeader header, long at, long data, long end) throws IOException {
    ZipHeader cut = header.compressedTo(end - data);
    return new ZipMember(header.name(), cut, Optional.of(header), at, at, data, 0, 0);
  }

  /** The same as its local header tells of it. */
  ZipMember byLocalHeader() throws IOException {
    ZipHeader there = local.orElse(central);
    boolean open = there.describedAfter() && there.compressed() == 0;
    ZipHeader header = open ? there.compressedTo(central.compressed()) : there;
    return new ZipMember(there.name(), header, local, entry, this.header, data, madeBy, attributes);
  }

  /** Its name as text, as Python's zipfile reads it; what an attacker chose. */
  public String name() {
    return name;
  }

  /** The last part of its name. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** What follows the last dot of its name, in lower case; empty where there is none. */
  public String ending() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Its name as it stands in the central directory. */
  public Bytes rawName() {
    return central.rawName();
  }

  /** How it is compressed: 0 stored, 8 deflated, and so on (APPNOTE.TXT 4.4.5). */
  public int method() {
    return central.method();
  }

  /** Whether it is stored as it is. */
  public boolean stored() {
    return method() == 0;
  }

  /** The general purpose bits (APPNOTE.TXT 4.4.4). */
  public int flags() {
    return central.flags();
  }

  /** CRC-32 of the content as announced, from 0. */
  public long crc() {
    return central.crc();
  }

  /** How many bytes it takes in the archive, as announced; negative where it is 2^63 or more. */
  public long compressed() {
    return central.compressed();
  }

  /** How many bytes it has, as announced; negative where it is 2^63 or more. */
  public long size() {
    return central.size();
  }

  /** The place of its local header in the file, from 0. */
  public long header() {
    return header;
  }

  /** The place of its content in the file, from 0; -1 where no local header stands. */
  public long data() {
    return data;
  }

  /** The place of its entry of the central directory in the file, from 0. */
  public long entry() {
    return entry;
  }

  /** Whether it is a folder. */
  public boolean folder() {
    return name.endsWith("/");
  }

  /** Whether it unpacks as a symbolic link. */
  public boolean link() {
    return madeBy == UNIX && ((attributes >>> 16) & KIND) == SYMLINK;
  }

  /** Whether it says that it is encrypted, in the central directory. */
  public boolean encrypted() {
    return (flags() & 0x41) != 0;
  }

  /** How long the data descriptor behind its content is; 0 where none fits it. */
  int descriptor(Bytes archive) throws IOException {
    if (descriptor < 0) {
      descriptor = ZipHeaders.descriptor(archive, this);
    }
    return descriptor;
  }

  ZipHeader central() {
    return central;
  }

  Optional<ZipHeader> local() {
    return local;
  }

  @Override
  public String toString() {
    return name;
  }
}
