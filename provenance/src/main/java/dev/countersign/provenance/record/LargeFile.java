package dev.countersign.provenance.record;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.Sha256;
import dev.countersign.provenance.Shards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/** Hashes the shards of one file at the same time, in the pool of the caller. */
final class LargeFile {
  private static final int BUFFER = 1 << 20;

  private final FileChannel channel;
  private final long size;
  private final HashProgress progress;

  private LargeFile(FileChannel channel, long size, HashProgress progress) {
    this.channel = channel;
    this.size = size;
    this.progress = progress;
  }

  static Entry read(Path path, String name, long size, HashProgress progress)
      throws IOException, RecordingFailed {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      List<String> shards = new LargeFile(channel, size, progress).shards();
      FileReading.requireSize(name, size, channel.size());
      return Entry.sharded(name, size, shards);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private List<String> shards() {
    List<ForkJoinTask<String>> tasks = new ArrayList<>();
    for (int i = 0; i < Shards.count(size); i++) {
      int shard = i;
      tasks.add(ForkJoinTask.adapt(() -> digest(shard)).fork());
    }
    return tasks.stream().map(ForkJoinTask::join).toList();
  }

  private String digest(int shard) {
    MessageDigest sha256 = Sha256.digester();
    byte[] bytes = new byte[BUFFER];
    long position = shard * Shards.SIZE;
    long end = position + Shards.length(size, shard);
    try {
      while (position < end) {
        int wanted = (int) Math.min(BUFFER, end - position);
        int read = channel.read(ByteBuffer.wrap(bytes, 0, wanted), position);
        if (read < 0) {
          throw new IOException("it became shorter while it was read");
        }
        sha256.update(bytes, 0, read);
        progress.hashed(read);
        position += read;
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Sha256.hex(sha256.digest());
  }
}
