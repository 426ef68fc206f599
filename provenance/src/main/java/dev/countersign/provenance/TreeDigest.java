package dev.countersign.provenance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The one digest of a dataset: SHA-256 over names, sizes and digests of all its files, in the order
 * of their names. It depends on the set of files alone, not on who hashed which. The format is
 * specified in docs/dataset-provenance.md, so that anybody can compute it:
 *
 * <pre>
 * SHA-256( "countersign.dev/tree/v1\n" ‖ entry ‖ entry ‖ … )
 * entry = length of the name in bytes (4, big-endian) ‖ name (UTF-8)
 *       ‖ size of the file (8, big-endian) ‖ digest of the file (32)
 * </pre>
 */
public final class TreeDigest {
  private static final byte[] HEADER = "countersign.dev/tree/v1\n".getBytes(US_ASCII);
  private static final int LARGEST_ENTRY = Integer.BYTES + EntryName.MAX_BYTES + Long.BYTES + 32;

  private TreeDigest() {}

  /** The digest of entries that are sorted by {@link EntryName#ORDER} and have different names. */
  static String of(List<Entry> sorted) {
    MessageDigest sha256 = Sha256.digester();
    sha256.update(HEADER);
    ByteBuffer buffer = ByteBuffer.allocate(16 * LARGEST_ENTRY);
    for (Entry entry : sorted) {
      if (buffer.remaining() < LARGEST_ENTRY) {
        sha256.update(buffer.flip());
        buffer.clear();
      }
      put(entry, buffer);
    }
    sha256.update(buffer.flip());
    return Sha256.hex(sha256.digest());
  }

  private static void put(Entry entry, ByteBuffer buffer) {
    byte[] name = entry.name().getBytes(UTF_8);
    buffer
        .putInt(name.length)
        .put(name)
        .putLong(entry.bytes())
        .put(HexFormat.of().parseHex(entry.digest()));
  }
}
