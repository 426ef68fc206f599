package dev.countersign.provenance.record;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Shards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Hashes what is read through it, so that rows are counted in the same bytes that are hashed. */
final class HashedStream extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final ReadableByteChannel channel;
  private final long size;
  private final HashProgress progress;
  private final MessageDigest sha256 = Sha256.digester();
  private final List<String> shards = new ArrayList<>();
  private long position;

  HashedStream(ReadableByteChannel channel, long size, HashProgress progress) {
    this.channel = channel;
    this.size = size;
    this.progress = progress;
  }

  /** Reads what is left and gives the file. */
  Entry entry(String name) throws IOException, RecordingFailed {
    byte[] rest = new byte[BUFFER];
    while (position <= size && read(rest, 0, rest.length) > 0) {
      // Nobody wants these bytes; they count.
    }
    FileReading.requireSize(name, size, position);
    if (Shards.count(size) == 0) {
      return Entry.of(name, size, Sha256.hex(sha256.digest()));
    }
    if (shards.size() < Shards.count(size)) {
      shards.add(Sha256.hex(sha256.digest()));
    }
    return Entry.sharded(name, size, shards);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = channel.read(ByteBuffer.wrap(into, offset, length));
    if (read > 0) {
      hash(into, offset, read);
      progress.hashed(read);
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void hash(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      int part = (int) Math.min(left, roomInShard());
      sha256.update(bytes, from, part);
      position += part;
      from += part;
      left -= part;
      if (Shards.count(size) > 0 && position % Shards.SIZE == 0) {
        shards.add(Sha256.hex(sha256.digest()));
      }
    }
  }

  private long roomInShard() {
    return Shards.count(size) == 0 ? Long.MAX_VALUE : Shards.SIZE - position % Shards.SIZE;
  }
}
