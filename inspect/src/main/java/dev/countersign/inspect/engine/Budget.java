package dev.countersign.inspect.engine;

import dev.countersign.inspect.bytes.Broken;

/**
 * What one artefact and everything in it may cost. A nested bomb of 42 kB announces 4 PB in a
 * million members: it is stopped here, and named. For one thread.
 */
public final class Budget {
  /** How deep archives nest before it is taken for a bomb. */
  public static final int DEEPEST = 12;

  /** How many members are looked into. */
  public static final int MOST_MEMBERS = 200_000;

  /** How many bytes are expanded in all: 8 GiB. */
  public static final long MOST_EXPANDED = 8L << 30;

  /** The largest member that is expanded into memory: 32 MiB. */
  public static final int MOST_IN_MEMORY = 32 << 20;

  private long expanded;
  private int members;

  /**
   * Takes note that bytes were expanded.
   *
   * @throws Exhausted once more than {@link #MOST_EXPANDED} were
   */
  public void expand(long bytes) throws Exhausted {
    expanded += bytes;
    if (expanded > MOST_EXPANDED) {
      throw new Exhausted("more than %,d bytes came out of it".formatted(MOST_EXPANDED));
    }
  }

  /**
   * Takes note of one member more.
   *
   * @throws Exhausted once there were more than {@link #MOST_MEMBERS}
   */
  public void member() throws Exhausted {
    if (++members > MOST_MEMBERS) {
      throw new Exhausted("more than %,d members are in it".formatted(MOST_MEMBERS));
    }
  }

  /** How many bytes were expanded so far. */
  public long expanded() {
    return expanded;
  }

  /** Nothing is left to spend: the artefact expands without end. */
  public static final class Exhausted extends Broken {
    private static final long serialVersionUID = 1;

    Exhausted(String message) {
      super(0, message);
    }
  }
}
