package dev.countersign.provenance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * How files above 1 GiB are cut, so that parts of one file can be hashed at the same time. Whether
 * a file is cut follows from its size alone, so that everybody gets the same digest.
 */
public final class Shards {
  /** Bytes of every shard but the last, and of the largest file that is not cut: 2^30. */
  public static final long SIZE = 1L << 30;

  /** The most shards of a file. */
  public static final int MAX = 1 << 16;

  /** The largest file that a manifest can hold: 64 TiB. */
  public static final long LARGEST_FILE = MAX * SIZE;

  private static final byte[] HEADER = "countersign.dev/shards/v1\n".getBytes(US_ASCII);

  private Shards() {}

  /**
   * Into how many shards a file is cut; 0 if it is hashed whole.
   *
   * @param bytes at most {@link #LARGEST_FILE}
   */
  public static int count(long bytes) {
    return bytes <= SIZE ? 0 : Math.toIntExact((bytes - 1) / SIZE + 1);
  }

  /** The bytes of a file's shard, counted from 0. */
  public static long length(long bytes, int shard) {
    return Math.min(SIZE, bytes - shard * SIZE);
  }

  /**
   * The digest that stands for a file, from those of its shards: see docs/dataset-provenance.md.
   */
  public static String digest(List<String> shards) {
    MessageDigest sha256 = Sha256.digester();
    sha256.update(HEADER);
    for (String shard : shards) {
      sha256.update(HexFormat.of().parseHex(shard));
    }
    return Sha256.hex(sha256.digest());
  }
}
