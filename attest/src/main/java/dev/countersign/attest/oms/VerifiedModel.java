package dev.countersign.attest.oms;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model that was verified, and its bytes as they were when that was done. May be used by several
 * threads; each stream and channel by one.
 *
 * <p><b>What is guaranteed.</b> Every byte that {@link #bytes}, {@link #open}, {@link #channel} and
 * {@link #copyTo} give is a byte of a file that the signature covers, whatever happens to the files
 * after or during {@code open}: swapped, modified in place, truncated, replaced by links. Small
 * files are read once, hashed in memory and handed out from there. Of larger ones {@code open}
 * takes, in the same reading, the SHA-256 of every block of 1 MiB; later each block is read into
 * memory, compared and handed out from memory, so there is no moment between check and use. A block
 * that has changed is a {@link ChangedModel}, before a byte of it gets out; blocks before it were
 * right. A file that was not signed is never handed out, even if it was ignored.
 *
 * <p><b>What is not.</b> Nothing is said about who may read the process's memory, or the copy that
 * {@link #copyTo} makes, in a folder that only its owner can enter, once it is there: programs of
 * the same user can. Whether a signature is withdrawn later is not noticed while a model is open.
 */
public final class VerifiedModel implements AutoCloseable {
  /** How many bytes of small files are kept in memory unless the caller says otherwise. */
  public static final long USUAL_MEMORY = 64L << 20;

  private final Verified verified;
  private final Map<String, Content> contents;
  private volatile boolean open = true;

  private VerifiedModel(Verified verified, Map<String, Content> contents) {
    this.verified = verified;
    this.contents = new TreeMap<>(contents);
  }

  /**
   * Verifies a model against its usual signature ({@link BundleFile#of}).
   *
   * @throws ModelRefused if it is not what somebody signed whom the policy admits
   * @throws IOException if a file cannot be read or changes meanwhile
   * @throws InterruptedException if the thread is interrupted
   */
  public static VerifiedModel open(Path model, TrustPolicy policy)
      throws IOException, InterruptedException, ModelRefused {
    return open(model, BundleFile.of(model), OmsVerifier.of(policy), USUAL_MEMORY);
  }

  /**
   * The same with that signature and verifier.
   *
   * @param memory how many bytes of small files are kept in memory; the others stay on the disk
   */
  public static VerifiedModel open(Path model, Path bundle, OmsVerifier verifier, long memory)
      throws IOException, InterruptedException, ModelRefused {
    KeepingHashing keeping = new KeepingHashing(memory);
    OmsVerification verification = verifier.verify(model, bundle, keeping);
    if (verification instanceof Refused refused) {
      throw new ModelRefused(refused);
    }
    return new VerifiedModel((Verified) verification, keeping.contents());
  }

  /** Who signed what, and what a reader should know. */
  public Verified verification() {
    return verified;
  }

  /** The names of the files, relative to the model, with {@code /}, sorted. */
  public List<String> names() {
    synchronized (contents) {
      return List.copyOf(contents.keySet());
    }
  }

  /**
   * The whole of a file, as a new array.
   *
   * @throws NoSuchFileException if no file of that name was signed
   * @throws IOException if it is on the disk and cannot be read, has changed ({@link
   *     ChangedModel}), or is too large for an array
   */
  public byte[] bytes(String name) throws IOException {
    Content content = content(name);
    if (content.bytes() > Integer.MAX_VALUE - 16) {
      throw new IOException(name + " is too large for memory; use open or channel");
    }
    ByteBuffer all = ByteBuffer.allocate((int) content.bytes());
    for (int i = 0; all.hasRemaining(); i++) {
      all.put(content.block(i));
    }
    return all.array();
  }

  /** A stream over a file; reading fails as {@link #bytes} does. */
  public InputStream open(String name) throws IOException {
    return Channels.newInputStream(channel(name));
  }

  /** A channel over a file that can be read from any position; as {@link #open(String)}. */
  public SeekableByteChannel channel(String name) throws IOException {
    return new VerifiedChannel(content(name), () -> open);
  }

  /**
   * Copies all files for a loader that wants a path; each byte is verified on the way.
   *
   * @param folder must not exist; is made so that only its owner can enter, where the file system
   *     knows owners. After a failure what was copied is still in it, and is not complete.
   */
  public void copyTo(Path folder) throws IOException {
    PrivateFolder.create(folder);
    for (String name : names()) {
      Path file = folder.resolve(name);
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      copy(content(name), file);
    }
  }

  /** Lets go of the bytes in memory; from then on nothing can be read, nor from its channels. */
  @Override
  public void close() {
    open = false;
    synchronized (contents) {
      contents.clear();
    }
  }

  private static void copy(Content content, Path file) throws IOException {
    try (SeekableByteChannel out = Files.newByteChannel(file, CREATE_NEW, WRITE)) {
      for (long at = 0; at < content.bytes(); at += Content.BLOCK) {
        ByteBuffer block = ByteBuffer.wrap(content.block((int) (at / Content.BLOCK)));
        while (block.hasRemaining()) {
          out.write(block);
        }
      }
    }
  }

  private Content content(String name) throws NoSuchFileException {
    if (!open) {
      throw new IllegalStateException("the model is closed");
    }
    synchronized (contents) {
      Content content = contents.get(name);
      if (content == null) {
        throw new NoSuchFileException(name, null, "no file of that name was signed");
      }
      return content;
    }
  }
}
