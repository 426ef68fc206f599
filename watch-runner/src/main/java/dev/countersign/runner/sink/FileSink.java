package dev.countersign.runner.sink;

import dev.countersign.runner.sink.format.AlertFormat;
import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that alerts are added to. What was committed is on the disk. A batch of alerts is there
 * whole or not at all, also where the disk becomes full in the middle of it; a run that is resumed
 * takes back whatever was written after its checkpoint, so that each alert is there once.
 */
public final class FileSink implements AlertSink {
  private final Path file;
  private final FileChannel channel;
  private final AlertFormat format;
  private long length;

  FileSink(Path file, FileChannel channel, AlertFormat format) throws IOException {
    this.file = file;
    this.channel = channel;
    this.format = format;
    this.length = channel.size();
  }

  /**
   * Goes on with a file, or begins it.
   *
   * @throws IOException if it cannot be written, or another process writes it
   */
  public static FileSink open(Path file, AlertFormat format) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, file);
      FileSink sink = new FileSink(file, channel, format);
      sink.endLine();
      return sink;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException ours) {
      // Of this process: the same answer.
    }
    throw new IOException(file + " is written by another run. Name another file for alerts.");
  }

  /** A line that a killed process left unfinished is ended, so that the next one is whole. */
  private void endLine() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    if (length > 0 && channel.read(last, length - 1) == 1 && last.get(0) != '\n') {
      append(new byte[] {'\n'});
    }
  }

  @Override
  public void take(List<Alert> alerts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Alert alert : alerts) {
      lines.append(format.write(alert)).append('\n');
    }
    append(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void append(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      long at = length;
      while (left.hasRemaining()) {
        at += channel.write(left, at);
      }
      length = at;
    } catch (IOException failed) {
      throw undone(failed);
    }
  }

  /** Takes half a batch back. Where even that fails, the next one is written over it. */
  private IOException undone(IOException failed) {
    IOException told =
        new IOException(
            "%s cannot take alerts (%s). They are given again; make room for them."
                .formatted(file, failed.getMessage()),
            failed);
    try {
      channel.truncate(length);
    } catch (IOException later) {
      told.addSuppressed(later);
    }
    return told;
  }

  @Override
  public String commit() throws IOException {
    channel.force(false);
    return Long.toString(length);
  }

  @Override
  public void resume(String position) throws IOException {
    long committed = parse(position);
    if (committed > channel.size()) {
      throw new IOException(
          "%s has %,d bytes, and had %,d at the checkpoint: it was cut or replaced. Put it back, or name another file for alerts and begin without the checkpoint."
              .formatted(file, channel.size(), committed));
    }
    channel.truncate(committed);
    length = committed;
  }

  private long parse(String position) throws IOException {
    try {
      long committed = Long.parseLong(position);
      if (committed >= 0) {
        return committed;
      }
    } catch (NumberFormatException wrong) {
      // The same answer as for a number that is none of a length.
    }
    throw new IOException("the checkpoint has no length of " + file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
