package dev.countersign.provenance.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A repository whose data is kept by Git LFS or DVC. */
public record Pointing(Path repository) {
  /** Makes {@code .git}, so that it is one. */
  public static Pointing at(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    return new Pointing(folder);
  }

  /** Writes a file. */
  public Path write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  /** Puts the pointer of Git LFS to some data where the data would be. */
  public void lfsPointer(String name, String data) throws IOException {
    write(
        name,
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n"
            .formatted(Sha256.of(data.getBytes(UTF_8)), data.getBytes(UTF_8).length));
  }

  /** Puts the data where Git LFS keeps it. */
  public Path lfsObject(String data) throws IOException {
    String oid = Sha256.of(data.getBytes(UTF_8));
    return write(
        ".git/lfs/objects/%s/%s/%s".formatted(oid.substring(0, 2), oid.substring(2, 4), oid), data);
  }

  /** Puts a file of DVC beside where the data would be. */
  public void dvcPointer(String name, String data) throws IOException {
    write(
        name + ".dvc",
        "outs:\n- md5: %s\n  size: %d\n  hash: md5\n  path: %s\n"
            .formatted(
                md5(data), data.getBytes(UTF_8).length, name.substring(name.lastIndexOf('/') + 1)));
  }

  /** Puts a file of DVC beside where a folder with that listing would be. */
  public void dvcFolder(String name, String listing) throws IOException {
    write(
        name + ".dvc",
        "outs:\n- md5: %s.dir\n  hash: md5\n  path: %s\n"
            .formatted(md5(listing), name.substring(name.lastIndexOf('/') + 1)));
  }

  /** Puts data, or with the ending {@code .dir} a listing, into DVC's cache. */
  public void dvcCache(String data, String ending) throws IOException {
    String md5 = md5(data);
    write(".dvc/cache/files/md5/" + md5.substring(0, 2) + "/" + md5.substring(2) + ending, data);
  }

  /** As DVC takes it. */
  public static String md5(String data) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(data.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
