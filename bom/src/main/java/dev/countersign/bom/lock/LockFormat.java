package dev.countersign.bom.lock;

/**
 * Reads one format of lock files. Found by {@link java.util.ServiceLoader}: a new one is a class
 * and a line in {@code META-INF/services}.
 *
 * <p>A format only reads; what it does not understand it passes over or refuses with {@link
 * Unreadable}. Stateless.
 */
public interface LockFormat {
  /** Whether it reads files of this name, without the folder. */
  boolean reads(String name);

  /**
   * Adds every library that the file fixes.
   *
   * @throws Unreadable if the file is not of this format
   */
  void read(LockText file, Locked locked) throws Unreadable;
}
