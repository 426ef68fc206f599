package dev.countersign.attest.oms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.BooleanSupplier;

/** Reads verified content; keeps the last block. For one thread. */
final class VerifiedChannel implements SeekableByteChannel {
  private final Content content;
  private final BooleanSupplier modelIsOpen;
  private long position;
  private int number = -1;
  private byte[] block = {};
  private boolean open = true;

  VerifiedChannel(Content content, BooleanSupplier modelIsOpen) {
    this.content = content;
    this.modelIsOpen = modelIsOpen;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    requireOpen();
    if (position >= content.bytes()) {
      return -1;
    }
    int wanted = (int) (position / Content.BLOCK);
    if (wanted != number) {
      block = content.block(wanted);
      number = wanted;
    }
    int offset = (int) (position % Content.BLOCK);
    int part = Math.min(to.remaining(), block.length - offset);
    to.put(block, offset, part);
    position += part;
    return part;
  }

  @Override
  public long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    requireOpen();
    if (to < 0) {
      throw new IllegalArgumentException("a position before the start: " + to);
    }
    position = to;
    return this;
  }

  @Override
  public long size() throws IOException {
    requireOpen();
    return content.bytes();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open && modelIsOpen.getAsBoolean();
  }

  @Override
  public void close() {
    open = false;
    block = new byte[0];
    number = -1;
  }

  private void requireOpen() throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }
}
