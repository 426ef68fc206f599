package dev.countersign.benchmarks.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of clients as the inference log has them: hashes that tell nothing. */
public final class Ids {
  private static final int LENGTH = 32;

  private Ids() {}

  /** The client with a number in a log of a seed. */
  public static String client(long seed, String log, String number) {
    try {
      byte[] name = (seed + "/" + log + "/" + number).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
