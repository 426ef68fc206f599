package dev.countersign.inspect.engine;

import dev.countersign.inspect.bytes.Broken;

/**
 * What one artefact and everything in it may cost. A nested bomb of 42 kB announces 4 PB in a
 * million members: it is stopped here, and named. For one thread.
 */
public final class Budget {
  /** How deep archives nest before it is taken for a bomb. */
  public static final int DEEPEST = 12;

  /** How many members are looked into, however large it is. */
  public static final int MOST_MEMBERS = 1_000_000;

  /** How many bytes are expanded in all, however large it is: 64 GiB. */
  public static final long MOST_EXPANDED = 64L << 30;

  /** The largest member that is expanded into memory: 32 MiB. */
  public static final int MOST_IN_MEMORY = 32 << 20;

  private static final long FREE_EXPANDED = 128L << 20;
  private static final long EXPANDED_FOR_EACH = 128;
  private static final long FREE_MEMBERS = 10_000;
  private static final long BYTES_FOR_A_MEMBER = 16;
  private static final long FREE_ANNOUNCED = 1L << 30;

  /** More than a deflated byte can hold: only archives in archives announce more. */
  private static final long ANNOUNCED_FOR_EACH = 1_100;

  private final long mostExpanded;
  private final long mostAnnounced;
  private final long mostMembers;
  private long expanded;
  private long announced;
  private int members;

  /** What the largest artefact may cost. */
  public Budget() {
    this(Long.MAX_VALUE >> 12);
  }

  /**
   * What an artefact may cost.
   *
   * @param size in bytes; time and memory are bounded in proportion to it
   */
  public Budget(long size) {
    this.mostExpanded = Math.min(MOST_EXPANDED, FREE_EXPANDED + EXPANDED_FOR_EACH * size);
    this.mostAnnounced = FREE_ANNOUNCED + ANNOUNCED_FOR_EACH * size;
    this.mostMembers = Math.min(MOST_MEMBERS, FREE_MEMBERS + size / BYTES_FOR_A_MEMBER);
  }

  /**
   * Takes note that bytes were expanded.
   *
   * @throws Exhausted once more were than its size allows
   */
  public void expand(long bytes) throws Exhausted {
    expanded += bytes;
    if (expanded > mostExpanded) {
      throw new Exhausted("more than %,d bytes came out of it".formatted(mostExpanded));
    }
  }

  /**
   * Takes note that an archive announces bytes of compressed content, whether or not they are ever
   * expanded. Negative counts as 2^63.
   *
   * @throws Exhausted once more were announced than its size can hold
   */
  public void announce(long bytes) throws Exhausted {
    announced = bytes < 0 || announced + bytes < 0 ? Long.MAX_VALUE : announced + bytes;
    if (announced > mostAnnounced) {
      throw new Exhausted("it announces more than %,d bytes".formatted(announced - 1));
    }
  }

  /**
   * Takes note of one member more.
   *
   * @throws Exhausted once there were more than its size allows
   */
  public void member() throws Exhausted {
    if (++members > mostMembers) {
      throw new Exhausted("more than %,d members are in it".formatted(mostMembers));
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
