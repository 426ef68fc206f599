package dev.countersign.inspect.zip;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the central directory and the header before the content tell different things. */
final class ZipHeaders {
  /** Bits that change how the content is read: encryption, patches, strong encryption, masking. */
  private static final int READ_OTHERWISE = 0x1 | 0x20 | 0x40 | 0x2000;

  private static final int NEWEST_VERSION = 63;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int LONGEST_DESCRIPTOR = 24;
  private static final int LONGEST_NAME = 0xFFFF;

  private ZipHeaders() {}

  static void tell(ZipArchive archive, ZipMember member, Examination examination)
      throws IOException {
    if (member.local().isEmpty()) {
      return;
    }
    ZipHeader local = member.local().get();
    List<String> differences = differences(member, local);
    if (!differences.isEmpty()) {
      examination.report(
          ZipRules.HEADERS,
          member.header(),
          "%s: the central directory says %s"
              .formatted(member.name(), String.join("; ", differences)));
    } else if (member.central().describedAfter() && member.descriptor(archive.bytes()) == 0) {
      describedOtherwise(archive, member, examination);
    }
    if (member.central().version() > NEWEST_VERSION) {
      examination.report(
          ZipRules.VERSION,
          member.entry(),
          "%s needs version %d".formatted(member.name(), member.central().version()));
    }
  }

  /** Whether the local header leads to other content than the central directory does. */
  static boolean otherContent(ZipMember member) {
    return member.local().isPresent()
        && (member.local().get().method() != member.method()
            || !local(
                member.local().get(), member.local().get().compressed(), member.compressed()));
  }

  private static List<String> differences(ZipMember member, ZipHeader local) throws IOException {
    ZipHeader central = member.central();
    List<String> differences = new ArrayList<>();
    if (!Arrays.equals(
        central.rawName().copy(0, LONGEST_NAME), local.rawName().copy(0, LONGEST_NAME))) {
      differences.add("the name %s, the local header %s".formatted(member.name(), local.name()));
    }
    if (central.method() != local.method()) {
      differences.add("method %d, the local header %d".formatted(central.method(), local.method()));
    }
    if (((central.flags() ^ local.flags()) & READ_OTHERWISE) != 0) {
      differences.add(
          "flags 0x%04X, the local header 0x%04X".formatted(central.flags(), local.flags()));
    }
    if (!local(local, local.compressed(), central.compressed())) {
      differences.add(
          "%,d compressed bytes, the local header %,d"
              .formatted(central.compressed(), local.compressed()));
    }
    if (!local(local, local.size(), central.size())) {
      differences.add("%,d bytes, the local header %,d".formatted(central.size(), local.size()));
    }
    if (!local(local, local.crc(), central.crc())) {
      differences.add("CRC %08X, the local header %08X".formatted(central.crc(), local.crc()));
    }
    return differences;
  }

  /** Where the numbers stand behind the content, the local header may leave them open. */
  private static boolean local(ZipHeader header, long there, long expected) {
    return there == expected
        || header.describedAfter() && (there == 0 || there == ZipHeader.ABSENT);
  }

  private static void describedOtherwise(
      ZipArchive archive, ZipMember member, Examination examination) throws IOException {
    long after = member.data() + member.compressed();
    Cursor cursor = new Cursor(archive.bytes());
    cursor.seek(after);
    try {
      if (cursor.i32() == DESCRIPTOR) {
        examination.report(
            ZipRules.HEADERS,
            after,
            "%s: the central directory says CRC %08X and %,d bytes, what stands behind the content"
                    .formatted(member.name(), member.crc(), member.size())
                + " something else");
      }
    } catch (Broken none) {
      return;
    }
  }

  /**
   * How long the data descriptor behind the content is (APPNOTE.TXT 4.3.9); 0 where none stands
   * there that tells what the central directory tells.
   */
  static int descriptor(Bytes bytes, ZipMember member) throws IOException {
    boolean announced =
        member.central().describedAfter()
            || member.local().filter(ZipHeader::describedAfter).isPresent();
    if (!announced || member.data() < 0 || member.compressed() < 0) {
      return 0;
    }
    Bytes after = Bytes.of(bytes.copy(member.data() + member.compressed(), LONGEST_DESCRIPTOR));
    for (int signature : new int[] {4, 0}) {
      for (int width : new int[] {4, 8}) {
        if (describes(after, signature, width, member)) {
          return signature + 4 + 2 * width;
        }
      }
    }
    return 0;
  }

  private static boolean describes(Bytes bytes, int signature, int width, ZipMember member)
      throws IOException {
    Cursor cursor = new Cursor(bytes);
    try {
      return (signature == 0 || cursor.i32() == DESCRIPTOR)
          && cursor.u32() == member.crc()
          && (width == 4 ? cursor.u32() : cursor.i64()) == member.compressed()
          && (width == 4 ? cursor.u32() : cursor.i64()) == member.size();
    } catch (Broken tooShort) {
      return false;
    }
  }
}
