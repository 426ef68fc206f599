package dev.countersign.cli.key;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.NewFile;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.revision.WorkTree;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The two files of a new key. What exists is never written over.
 *
 * @param privateKey {@code NAME.key.pem}
 * @param publicKey {@code NAME.pub.pem}
 */
public record NewKeyFiles(Path privateKey, Path publicKey) {
  private static final String OWNER_ONLY = "rw-------";
  private static final String OWNER_FOLDER = "rwx------";
  private static final String READABLE = "rw-r--r--";

  /** The files of a key of that name. */
  public static NewKeyFiles named(Path name) {
    return new NewKeyFiles(
        name.resolveSibling(name.getFileName() + ".key.pem"),
        name.resolveSibling(name.getFileName() + ".pub.pem"));
  }

  /**
   * Says no before anything is made.
   *
   * @throws Refused if a file is there, or its folder is something else
   */
  public void refuseIfThere() {
    for (Path file : new Path[] {privateKey, publicKey}) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new Refused(file + " is there already. A key is never written over: --out NAME");
      }
    }
    if (Files.exists(folder()) && !Files.isDirectory(folder())) {
      throw new Refused(folder() + " is no folder. Name another place.");
    }
  }

  /** Whether the private key would lie where git would take it along. */
  public boolean inGitWorkTree() {
    return WorkTree.around(privateKey).filter(tree -> !tree.ignores(privateKey)).isPresent();
  }

  /**
   * Writes both, the private key so that only its owner can read it, from its first byte on. A
   * folder that is missing is made, and only its owner can look into it.
   *
   * @return whether the file system keeps others from reading it
   * @throws Refused if one is there or cannot be written; then neither is left
   */
  public boolean write(byte[] privatePem, byte[] publicPem) {
    makeFolder();
    boolean posix = keepsModes();
    create(privateKey, privatePem, OWNER_ONLY, posix);
    try {
      create(publicKey, publicPem, READABLE, posix);
    } catch (Refused refused) {
      delete(privateKey);
      throw refused;
    }
    return posix;
  }

  private void makeFolder() {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            folder(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_FOLDER)));
      } else {
        Files.createDirectories(folder());
      }
    } catch (IOException failed) {
      throw refused(folder(), failed);
    }
  }

  private Path folder() {
    return privateKey.toAbsolutePath().normalize().resolveSibling("");
  }

  private boolean keepsModes() {
    try {
      return Files.getFileStore(folder()).supportsFileAttributeView("posix");
    } catch (IOException failed) {
      throw refused(privateKey, failed);
    }
  }

  private static void create(Path file, byte[] pem, String mode, boolean posix) {
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
            }
            : new FileAttribute<?>[0];
    try {
      NewFile.create(file, pem, attributes);
    } catch (FileAlreadyExistsException there) {
      throw new Refused(file + " is there already. A key is never written over: --out NAME");
    } catch (IOException failed) {
      throw refused(file, failed);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw refused(file, failed);
    }
  }

  private static Refused refused(Path file, IOException failed) {
    return new Refused(
        file
            + " cannot be written ("
            + Failure.why(failed)
            + "). Choose a place that you may write to.");
  }
}
