package dev.countersign.attest.oms;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.List;

/**
 * Content on the disk, with the SHA-256 of each block as it was when the file was verified. A block
 * is read into memory, checked there, and handed out from there.
 */
final class DiskContent implements Content {
  private final FileToHash file;
  private final List<byte[]> digests;

  DiskContent(FileToHash file, List<byte[]> digests) {
    this.file = file;
    this.digests = List.copyOf(digests);
  }

  @Override
  public long bytes() {
    return file.bytes();
  }

  @Override
  public byte[] block(int number) throws IOException {
    byte[] block = read((long) number * BLOCK);
    byte[] digest = HashAlgorithm.SHA256.digest().digest(block);
    if (!MessageDigest.isEqual(digest, digests.get(number))) {
      throw new ChangedModel(file.name());
    }
    return block;
  }

  private byte[] read(long start) throws IOException {
    requirePlain();
    ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, file.bytes() - start));
    try (FileChannel channel = FileChannel.open(file.path(), READ, NOFOLLOW_LINKS)) {
      while (block.hasRemaining()) {
        if (channel.read(block, start + block.position()) < 1) {
          throw new ChangedModel(file.name());
        }
      }
    } catch (NoSuchFileException gone) {
      throw new ChangedModel(file.name());
    }
    return block.array();
  }

  /** Whoever opens a pipe waits for whoever writes into it. */
  private void requirePlain() throws ChangedModel {
    if (!Files.isRegularFile(file.path(), NOFOLLOW_LINKS)) {
      throw new ChangedModel(file.name());
    }
  }
}
