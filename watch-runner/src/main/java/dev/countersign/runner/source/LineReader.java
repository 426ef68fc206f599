package dev.countersign.runner.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines. Holds no more than the longest line that is allowed, however long the
 * lines are.
 */
final class LineReader implements Lines {
  private final InputStream in;
  private byte[] rest = {};
  private long offset;
  private byte[] head = {};
  private long passedOver;
  private boolean ended;

  /**
   * Over a stream.
   *
   * @param offset of its first byte
   */
  LineReader(InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void next(Block block) throws IOException {
    block.put(rest, 0, rest.length);
    rest = new byte[0];
    int start = 0;
    int scanned = block.filled();
    while (isWanting(block)) {
      if (block.room() == 0 && !block.grow()) {
        passOver(block, start);
        start = 0;
        scanned = 0;
      }
      if (block.fill(in) < 0) {
        ended = true;
      }
      start = split(block, start, scanned);
      scanned = block.filled();
    }
    rest = Arrays.copyOfRange(block.bytes(), start, block.filled());
  }

  private boolean isWanting(Block block) throws IOException {
    if (ended) {
      return false;
    }
    boolean none = block.count() == 0 && block.tooLong().isEmpty();
    return none || (block.room() > 0 && in.available() > 0);
  }

  private void passOver(Block block, int start) {
    if (passedOver == 0) {
      head = Arrays.copyOfRange(block.bytes(), start, start + Block.HEAD);
    }
    passedOver += block.filled() - start;
    block.drop();
  }

  private int split(Block block, int start, int scanned) {
    byte[] bytes = block.bytes();
    int end = block.filled();
    int from = start;
    for (int i = scanned; i < end; i++) {
      if (bytes[i] == '\n') {
        line(block, from, i);
        from = i + 1;
      }
    }
    return from;
  }

  private void line(Block block, int from, int to) {
    if (passedOver > 0) {
      long length = passedOver + to - from;
      block.tooLong(offset, length, head);
      offset += length + 1;
      passedOver = 0;
      return;
    }
    add(block, from, to);
    offset += to - from + 1;
  }

  private void add(Block block, int from, int to) {
    int end = to > from && block.bytes()[to - 1] == '\r' ? to - 1 : to;
    if (Block.isTooLong(block.bytes(), from, end)) {
      byte[] first = Arrays.copyOfRange(block.bytes(), from, from + Block.HEAD);
      block.tooLong(offset, end - from, first);
    } else if (end > from) {
      block.line(from, end, offset);
    }
  }

  @Override
  public void last(Block block) {
    int from = block.put(rest, 0, rest.length);
    if (passedOver > 0) {
      block.tooLong(offset, passedOver + rest.length, head);
    } else {
      add(block, from, block.filled());
    }
    offset += passedOver + rest.length;
    passedOver = 0;
    rest = new byte[0];
  }

  @Override
  public void close() {
    // The stream belongs to who gave it.
  }
}
