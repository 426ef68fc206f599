package dev.countersign.assess.signoff;

import dev.countersign.attest.trust.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the sign-offs of a system stand: a file each, beside the system's file, so that two people
 * who sign on two branches never meet in one file.
 */
public final class SignOffFiles {
  /** How files with one signed statement end. */
  public static final String ENDING = ".sigstore.json";

  /** The largest file that is read: 16 MiB. */
  static final int MAX_BYTES = 16 << 20;

  /** How many files are read for one system. */
  static final int MAX_FILES = 1_000;

  private static final int DIGITS = 12;

  private SignOffFiles() {}

  /**
   * The folder of the sign-offs of a system.
   *
   * @param folder that of the system's file
   * @param system its id; an id is always a plain name
   */
  public static Path folder(Path folder, String system) {
    return folder.resolve(".countersign").resolve("sign-off").resolve(system);
  }

  /**
   * The name of the file of a statement.
   *
   * @param digest of the signed payload, lower-case hexadecimal
   */
  public static String name(Role role, LocalDate day, String digest) {
    return role.word() + "." + day + "." + digest.substring(0, DIGITS) + ENDING;
  }

  /**
   * The files in a folder, by name. Drafts of a run that was killed do not end so. Links are not
   * followed: they could lead anywhere.
   *
   * @throws IOException if the folder cannot be read
   */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = new ArrayList<>();
      files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .limit(MAX_FILES + 1L)
          .forEach(found::add);
      found.sort(null);
      return found;
    }
  }

  /**
   * The bytes of a file, at most one more than may be.
   *
   * @throws IOException if it cannot be read, or is no regular file
   */
  static byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("no regular file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }
}
