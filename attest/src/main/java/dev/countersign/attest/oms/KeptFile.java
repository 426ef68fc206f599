package dev.countersign.attest.oms;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.countersign.attest.hash.ChangedFile;
import dev.countersign.attest.hash.FileRange;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.hash.HashedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads a file once, hashes what it read, and keeps that or the digests of its blocks. */
final class KeptFile {
  private final FileToHash file;
  private final Serialization how;
  private final MessageDigest digest;
  private final byte[] kept;
  private final List<byte[]> blocks = new ArrayList<>();
  private final List<FileRange> ranges = new ArrayList<>();
  private long start;
  private long at;

  /**
   * For one file.
   *
   * @param inMemory whether to keep the bytes, of which there are then less than 2 GiB
   */
  KeptFile(FileToHash file, Serialization how, boolean inMemory) {
    this.file = file;
    this.how = how;
    digest = how.algorithm().digest();
    kept = new byte[inMemory ? Math.toIntExact(file.bytes()) : 0];
  }

  HashedFile read(boolean inMemory) throws IOException {
    requirePlain();
    byte[] block = inMemory ? kept : new byte[(int) Math.min(Content.BLOCK, file.bytes())];
    try (FileChannel channel = FileChannel.open(file.path(), READ, NOFOLLOW_LINKS)) {
      while (at < file.bytes()) {
        int offset = inMemory ? (int) at : 0;
        int length = (int) Math.min(Content.BLOCK, file.bytes() - at);
        fill(channel, ByteBuffer.wrap(block, offset, length));
        if (!inMemory) {
          blocks.add(sha256(block, length));
        }
        hash(block, offset, length);
      }
      if (channel.size() != file.bytes()) {
        throw new ChangedFile(file.name());
      }
    }
    if (at > start || how.shardSize().isEmpty()) {
      cut();
    }
    return new HashedFile(file.name(), file.bytes(), ranges);
  }

  /** Whoever opens a pipe waits for whoever writes into it. */
  private void requirePlain() throws ChangedFile {
    if (!Files.isRegularFile(file.path(), NOFOLLOW_LINKS)) {
      throw new ChangedFile(file.name());
    }
  }

  Content content(boolean inMemory) {
    return inMemory ? new MemoryContent(kept) : new DiskContent(file, blocks);
  }

  private void fill(FileChannel channel, ByteBuffer block) throws IOException {
    long from = at - block.position();
    while (block.hasRemaining()) {
      if (channel.read(block, from + block.position()) < 1) {
        throw new ChangedFile(file.name());
      }
    }
  }

  /** Goes on with what was read, and begins a new range where a shard ends. */
  private void hash(byte[] bytes, int offset, int length) {
    long size = how.shardSize().orElse(Long.MAX_VALUE);
    int done = 0;
    while (done < length) {
      int part = (int) Math.min(length - done, size - (at - start));
      digest.update(bytes, offset + done, part);
      done += part;
      at += part;
      if (at - start == size) {
        cut();
      }
    }
  }

  private void cut() {
    ranges.add(new FileRange(start, at, HexFormat.of().formatHex(digest.digest())));
    start = at;
  }

  private static byte[] sha256(byte[] block, int length) {
    MessageDigest digest = HashAlgorithm.SHA256.digest();
    digest.update(block, 0, length);
    return digest.digest();
  }
}
