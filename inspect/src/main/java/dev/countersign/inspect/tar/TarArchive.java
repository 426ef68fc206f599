package dev.countersign.inspect.tar;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A tar, read from header to header as Python's tarfile and GNU tar do: ustar, pax and GNU. Content
 * is a part of the file, without a copy. No size is believed beyond the end of the file.
 */
final class TarArchive {
  private static final int MOST = 250_000;
  private static final int LONGEST_EXTENDED = 1 << 20;

  private final Bytes bytes;
  private final List<TarMember> members = new ArrayList<>();
  private Optional<Broken> broken = Optional.empty();
  private long at;

  private TarArchive(Bytes bytes, long at) {
    this.bytes = bytes;
    this.at = at;
  }

  /**
   * Reads headers from a place to the first block of zeros.
   *
   * @throws Broken if no header stands there
   */
  static TarArchive read(Bytes bytes, long from) throws Broken, IOException {
    TarArchive archive = new TarArchive(bytes, from);
    archive.walk();
    if (archive.members.isEmpty() && archive.broken.isPresent()) {
      throw archive.broken.get();
    }
    return archive;
  }

  /** In their order, also those of one name. */
  List<TarMember> members() {
    return Collections.unmodifiableList(members);
  }

  /** Why it could not be read to its end, where that is so. */
  Optional<Broken> broken() {
    return broken;
  }

  /** The place after the last member: the blocks of zeros, if it ends as it should. */
  long end() {
    return at;
  }

  private void walk() throws IOException {
    try {
      while (at < bytes.length() && members.size() < MOST) {
        if (!next()) {
          return;
        }
      }
      if (members.size() == MOST) {
        throw new Broken(at, "more than %,d members".formatted(MOST));
      }
    } catch (Broken cut) {
      broken = Optional.of(cut);
    }
  }

  /** One member with the headers that extend its own; whether there was one. */
  private boolean next() throws Broken, IOException {
    long first = at;
    TarExtension extension = TarExtension.NONE;
    while (true) {
      byte[] raw = bytes.copy(at, TarBlock.SIZE);
      if (TarBlock.zero(raw)) {
        return false;
      }
      Optional<TarBlock> header = TarBlock.header(raw);
      if (header.isEmpty()) {
        throw new Broken(at, "no header of tar");
      }
      TarBlock block = header.get();
      if (!TarExtension.extending(block.type())) {
        members.add(member(first, block, extension));
        return true;
      }
      extension = extension.and(block.type(), extended(block));
    }
  }

  private byte[] extended(TarBlock block) throws Broken, IOException {
    long size = block.size();
    if (size < 0 || size > LONGEST_EXTENDED || at + TarBlock.SIZE + size > bytes.length()) {
      throw new Broken(at, "an extended header of %,d bytes".formatted(size));
    }
    byte[] content = bytes.copy(at + TarBlock.SIZE, (int) size);
    at += TarBlock.SIZE + rounded(size);
    return content;
  }

  private TarMember member(long first, TarBlock block, TarExtension extension) throws Broken {
    String name = extension.name().orElse(block.name());
    String link = extension.link().orElse(block.link());
    long size = extension.size().orElse(block.size());
    boolean holds = holds(block.type());
    long left = bytes.length() - at - TarBlock.SIZE;
    if (holds && (size < 0 || size > left)) {
      Bytes rest = bytes.slice(at + TarBlock.SIZE, left);
      members.add(new TarMember(name, block.type(), link, first, block.size(), rest));
      long place = at;
      at = bytes.length();
      throw new Broken(
          place, "%s announces %,d bytes, and %,d are left".formatted(name, size, left));
    }
    Bytes content = bytes.slice(at + TarBlock.SIZE, holds ? size : 0);
    at += TarBlock.SIZE + (holds ? rounded(size) : 0);
    return new TarMember(name, block.type(), link, first, block.size(), content);
  }

  /** Links, devices and folders have no content, whatever size they tell; unknown kinds do. */
  private static boolean holds(char type) {
    return type < '1' || type > '6';
  }

  private static long rounded(long size) {
    return (size + TarBlock.SIZE - 1) / TarBlock.SIZE * TarBlock.SIZE;
  }
}
