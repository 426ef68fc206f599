package dev.countersign.inspect.zip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes of a zip that belong to no member of its central directory. */
final class Region {
  private static final int STEP = 1 << 16;
  private static final int MOST_HIDDEN = 1_000;
  private static final int LONGEST_NAME = 1_024;
  private static final int LOCAL = 1;
  private static final int CENTRAL = 2;
  private static final int DESCRIPTOR = 4;

  private Region() {}

  /** Whether there is nothing but zeros, as writers put in to align. */
  static boolean blank(Bytes bytes, long from, long to) throws IOException {
    for (long at = from; at < to; at += STEP) {
      for (byte one : bytes.copy(at, (int) Math.min(STEP, to - at))) {
        if (one != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Members whose local headers stand there, one after the other. */
  static List<ZipMember> members(Bytes bytes, long from, long to) throws IOException {
    List<ZipMember> members = new ArrayList<>();
    long at = from;
    while (members.size() < MOST_HIDDEN) {
      at = next(bytes, at, to, LOCAL);
      if (at < 0) {
        break;
      }
      Optional<ZipMember> member = member(bytes, at, to);
      member.ifPresent(members::add);
      at = member.map(one -> one.data() + one.compressed()).orElse(at + 4);
    }
    return members;
  }

  private static Optional<ZipMember> member(Bytes bytes, long at, long to) throws IOException {
    Cursor cursor = new Cursor(bytes.slice(0, to));
    cursor.seek(at);
    try {
      ZipHeader header = ZipHeader.local(cursor);
      if (header.rawName().length() == 0
          || header.rawName().length() > LONGEST_NAME
          || header.method() > 99) {
        return Optional.empty();
      }
      return Optional.of(
          ZipMember.hidden(header, at, cursor.position(), end(bytes, header, cursor, to)));
    } catch (Broken none) {
      return Optional.empty();
    }
  }

  /** Where its content ends: as announced, or before the next thing of a zip. */
  private static long end(Bytes bytes, ZipHeader header, Cursor cursor, long to)
      throws IOException {
    long data = cursor.position();
    if (header.compressed() > 0 && header.compressed() <= to - data) {
      return data + header.compressed();
    }
    long next = next(bytes, data, to, DESCRIPTOR | LOCAL | CENTRAL);
    return next < 0 ? to : next;
  }

  /** The next place of one of these signatures; -1 where there is none. */
  private static long next(Bytes bytes, long from, long to, int wanted) throws IOException {
    for (long at = from; at + 4 <= to; at += STEP) {
      byte[] step = bytes.copy(at, (int) Math.min(STEP + 3L, to - at));
      for (int i = 0; i + 4 <= step.length; i++) {
        if (step[i] == 'P'
            && step[i + 1] == 'K'
            && (kind(step[i + 2], step[i + 3]) & wanted) != 0) {
          return at + i;
        }
      }
    }
    return -1;
  }

  private static int kind(byte third, byte fourth) {
    return switch (third << 8 | fourth) {
      case 0x0304 -> LOCAL;
      case 0x0102 -> CENTRAL;
      case 0x0708 -> DESCRIPTOR;
      default -> 0;
    };
  }
}
