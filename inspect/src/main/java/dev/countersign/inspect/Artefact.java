package dev.countersign.inspect;

import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.StreamedBytes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A file, or a member of an archive, that is looked into. For one thread.
 *
 * <p>Its name is what an attacker chose: make it safe before it is shown, and never open it.
 */
public final class Artefact {
  private static final int HEAD = 4096;
  private static final int TAIL = 66_000;

  private final String name;
  private final String fileName;
  private final String ending;
  private final Bytes bytes;
  private final Siblings siblings;
  private byte @org.jspecify.annotations.Nullable [] head;
  private byte @org.jspecify.annotations.Nullable [] tail;

  /**
   * An artefact.
   *
   * @param name its path in what holds it, with {@code /}
   * @param siblings what stands beside it
   */
  public Artefact(String name, Bytes bytes, Siblings siblings) {
    this.name = name;
    this.fileName = name.substring(name.lastIndexOf('/') + 1);
    int dot = fileName.lastIndexOf('.');
    this.ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    this.bytes = bytes;
    this.siblings = siblings;
  }

  /** An artefact with nothing beside it. */
  public static Artefact of(String name, Bytes bytes) {
    return new Artefact(name, bytes, Siblings.NONE);
  }

  /** Its path in what holds it, with {@code /}. */
  public String name() {
    return name;
  }

  /** The last part of its name. */
  public String fileName() {
    return fileName;
  }

  /** What follows the last dot of its name, in lower case; empty where there is none. */
  public String ending() {
    return ending;
  }

  /** What is in it. */
  public Bytes bytes() {
    return bytes;
  }

  /** How many bytes it has. */
  public long length() {
    return bytes.length();
  }

  /** Its first bytes, at most 4,096; do not change them. */
  public byte[] head() throws IOException {
    byte[] known = head;
    if (known == null) {
      known = bytes.copy(0, HEAD);
      head = known;
    }
    return known;
  }

  /**
   * Its last bytes, at most 66,000: enough for the end of any zip; do not change them. None where
   * much must be expanded to get at them.
   */
  public byte[] tail() throws IOException {
    byte[] known = tail;
    if (known == null) {
      boolean far = bytes instanceof StreamedBytes && bytes.length() > StreamedBytes.KEPT;
      known = far ? new byte[0] : bytes.copy(Math.max(0, bytes.length() - TAIL), TAIL);
      tail = known;
    }
    return known;
  }

  /** Its last bytes, at most that many: cheaper than {@link #tail} where few are enough. */
  public byte[] last(int most) throws IOException {
    byte[] known = tail;
    if (known != null && known.length >= most) {
      return Arrays.copyOfRange(known, known.length - most, known.length);
    }
    boolean far = bytes instanceof StreamedBytes && bytes.length() > StreamedBytes.KEPT;
    return far ? new byte[0] : bytes.copy(Math.max(0, bytes.length() - most), most);
  }

  /** Whether it begins with these bytes, each 0 to 255. */
  public boolean startsWith(int... first) throws IOException {
    return hasAt(0, first);
  }

  /** Whether these bytes, each 0 to 255, stand at a place of its first 4,096. */
  public boolean hasAt(int place, int... expected) throws IOException {
    byte[] start = head();
    if (start.length < place + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((start[place + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether it begins with this text of ASCII. */
  public boolean startsWith(String ascii) throws IOException {
    byte[] start = head();
    if (start.length < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (start[i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * What stands beside it, by a path relative to its own folder.
   *
   * @return empty where there is none, or where the path would leave what holds both
   */
  public Optional<Artefact> sibling(String path) throws IOException {
    return siblings.beside(name, path);
  }
}
