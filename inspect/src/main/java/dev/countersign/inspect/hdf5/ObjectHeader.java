package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Messages of an object: a group, a dataset or a type (section IV.A.1). */
final class ObjectHeader {
  private static final int MOST_MESSAGES = 20_000;

  /** A piece of a header: where it is, and how many bytes it has. */
  private record Chunk(long address, long size) {}

  private final Place place;
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private final List<Message> messages = new ArrayList<>();

  private ObjectHeader(Place place) {
    this.place = place;
  }

  /** Every message at an address, also those that continue elsewhere. */
  static List<Message> read(Place place, long address) throws Broken, IOException {
    ObjectHeader header = new ObjectHeader(place);
    Cursor in = place.at(address, 64);
    if (in.peek() == 'O') {
      header.recent(address, in);
    } else {
      header.old(address, in);
    }
    return header.messages;
  }

  private void old(long address, Cursor in) throws Broken, IOException {
    int version = in.u8();
    if (version != 1) {
      throw new Broken(address, "an object header of version " + version);
    }
    in.skip(7);
    chunk(address + 16, in.u32());
    while (!chunks.isEmpty()) {
      Chunk chunk = chunks.remove();
      Cursor body = place.at(chunk.address(), chunk.size());
      while (body.remaining() >= 8) {
        int type = body.u16();
        int size = body.u16();
        int flags = body.u8();
        body.skip(3);
        message(chunk, body, type, size, flags);
      }
    }
  }

  private void recent(long address, Cursor in) throws Broken, IOException {
    Place.signature(in, "OHDR");
    in.skip(1);
    int flags = in.u8();
    in.skip(((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0));
    long size = Place.number(in, 1 << (flags & 3));
    chunk(address + in.position(), size);
    boolean ordered = (flags & 4) != 0;
    boolean first = true;
    while (!chunks.isEmpty()) {
      Chunk chunk = chunks.remove();
      Cursor body = place.at(chunk.address(), first ? chunk.size() : Math.max(0, chunk.size() - 4));
      if (!first) {
        Place.signature(body, "OCHK");
      }
      first = false;
      messages(chunk, body, ordered);
    }
  }

  private void messages(Chunk chunk, Cursor body, boolean ordered) throws Broken, IOException {
    int prefix = ordered ? 6 : 4;
    while (body.remaining() >= prefix) {
      int type = body.u8();
      int size = body.u16();
      int flags = body.u8();
      body.skip(prefix - 4);
      message(chunk, body, type, size, flags);
    }
  }

  private void message(Chunk chunk, Cursor body, int type, int size, int flags)
      throws Broken, IOException {
    if (messages.size() >= MOST_MESSAGES) {
      throw new Broken(chunk.address(), "more than %,d messages".formatted(MOST_MESSAGES));
    }
    long address = chunk.address() + body.position();
    Message message =
        new Message(type, (flags & 2) != 0, address, body.slice(Math.min(size, body.remaining())));
    if (type == Message.CONTINUATION) {
      Cursor in = message.in();
      long next = place.offset(in);
      chunk(next, place.length(in));
    } else {
      messages.add(message);
    }
  }

  private void chunk(long address, long size) throws Broken {
    if (!seen.add(address)) {
      throw new Broken(address, "a header that continues in itself");
    }
    chunks.add(new Chunk(address, size));
  }
}
