package dev.countersign.watch.sketch;

/** Hashes that are the same in every process. None of them is a secret, or hides what it is of. */
public final class Hashes {
  /** Of nothing yet, for {@link #next}. */
  public static final long BEGIN = 0xCBF29CE484222325L;

  private static final long FNV_PRIME = 0x100000001B3L;

  private Hashes() {}

  /** Spreads 64 bits: the finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  public static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** One step of FNV-1a (Fowler, Noll and Vo): not spread yet. */
  public static long next(long hash, int part) {
    return (hash ^ part) * FNV_PRIME;
  }

  /** Of a text: FNV-1a over its characters, spread. */
  public static long of(String text) {
    long hash = BEGIN;
    for (int i = 0; i < text.length(); i++) {
      hash = next(hash, text.charAt(i));
    }
    return mix(hash);
  }
}
