package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through every object that can be reached from the root, each once. */
final class Hdf5Walk {
  private static final int MOST_OBJECTS = 500_000;
  private static final int LONGEST_PATH = 4_000;

  private record Step(String path, long address) {}

  private final Place place;
  private final Hdf5Visitor visitor;
  private final Set<Long> seen = new HashSet<>();
  private final Deque<Step> steps = new ArrayDeque<>();

  private Hdf5Walk(Place place, Hdf5Visitor visitor) {
    this.place = place;
    this.visitor = visitor;
  }

  /** Walks through a file; what cannot be read is told of, and the rest goes on. */
  static void through(Superblock superblock, Hdf5Visitor visitor) throws Broken, IOException {
    Hdf5Walk walk = new Hdf5Walk(superblock.place(), visitor);
    walk.steps.add(new Step("/", superblock.root()));
    while (!walk.steps.isEmpty()) {
      Step step = walk.steps.remove();
      if (walk.seen.add(step.address())) {
        walk.object(step);
      }
      if (walk.seen.size() > MOST_OBJECTS) {
        throw new Broken(0, "more than %,d objects".formatted(MOST_OBJECTS));
      }
    }
  }

  private void object(Step step) throws IOException {
    List<Message> messages;
    try {
      messages = ObjectHeader.read(place, step.address());
    } catch (Broken broken) {
      visitor.unreadable(step.path(), broken);
      return;
    }
    for (Message message : messages) {
      try {
        message(step, message);
      } catch (Broken broken) {
        visitor.unreadable(step.path(), broken);
      }
    }
  }

  private void message(Step step, Message message) throws Broken, IOException {
    if (message.shared()) {
      return;
    }
    switch (message.type()) {
      case Message.ATTRIBUTE -> attribute(step, message.body(), message.address());
      case Message.ATTRIBUTE_INFO -> attributes(step, message.in());
      case Message.LINK -> link(step, Link.read(place, message.in()));
      case Message.LINK_INFO -> links(step, message.in());
      case Message.SYMBOL_TABLE -> symbols(step, message.in());
      case Message.EXTERNAL_FILES -> externalFiles(step, message);
      case Message.LAYOUT -> layout(step, message);
      case Message.FILTERS -> filters(step, message);
      default -> {}
    }
  }

  private void attribute(Step step, Bytes body, long address) throws Broken, IOException {
    visitor.attribute(step.path(), Attribute.read(place, body, address));
  }

  private void attributes(Step step, Cursor in) throws Broken, IOException {
    in.skip(1);
    in.skip((in.u8() & 1) != 0 ? 2 : 0);
    for (Bytes body : dense(in)) {
      attribute(step, body, step.address());
    }
  }

  private void links(Step step, Cursor in) throws Broken, IOException {
    in.skip(1);
    in.skip((in.u8() & 1) != 0 ? 8 : 0);
    for (Bytes body : dense(in)) {
      link(step, Link.read(place, new Cursor(body)));
    }
  }

  private List<Bytes> dense(Cursor in) throws Broken, IOException {
    long heap = place.offset(in);
    long index = place.offset(in);
    List<Bytes> bodies = new ArrayList<>();
    if (heap != Place.NOWHERE && index != Place.NOWHERE) {
      FractalHeap objects = FractalHeap.read(place, heap);
      for (byte[] id : NameIndex.read(place, index)) {
        bodies.add(objects.object(id));
      }
    }
    return bodies;
  }

  private void symbols(Step step, Cursor in) throws Broken, IOException {
    long tree = place.offset(in);
    for (Link link : SymbolTable.read(place, tree, place.offset(in))) {
      link(step, link);
    }
  }

  private void link(Step step, Link link) {
    String path = (step.path().endsWith("/") ? step.path() : step.path() + "/") + link.name();
    switch (link) {
      case Link.Hard(_, long address) -> {
        if (path.length() <= LONGEST_PATH) {
          steps.add(new Step(path, address));
        }
      }
      case Link.Soft _ -> {}
      case Link.External(_, String file, String target) -> visitor.external(path, file, target);
      case Link.Custom(_, int kind) -> visitor.custom(path, kind);
    }
  }

  /** Section IV.A.2.h: names stand in a local heap. */
  private void externalFiles(Step step, Message message) throws Broken, IOException {
    Cursor in = message.in();
    in.skip(6);
    int used = in.u16();
    Cursor heap = place.at(place.offset(in), 64);
    Place.signature(heap, "HEAP");
    heap.skip(4);
    place.length(heap);
    place.length(heap);
    long names = place.offset(heap);
    for (int i = 0; i < used; i++) {
      String file = Place.zeroEnded(place.at(names + place.length(in), 1 << 16), 1 << 16);
      place.length(in);
      place.length(in);
      visitor.externalNumbers(step.path(), file, message.address());
    }
  }

  /** Section IV.A.2.i: of a virtual dataset the mappings stand in the global heap. */
  private void layout(Step step, Message message) throws Broken, IOException {
    Cursor in = message.in();
    if (in.u8() < 4 || in.u8() != 3) {
      return;
    }
    long heap = place.offset(in);
    Cursor mapping =
        new Cursor(Bytes.of(GlobalHeap.object(place, heap, in.u32(), Integer.MAX_VALUE)));
    mapping.skip(1);
    long count = Math.min(place.length(mapping), mapping.length());
    if (count > 0) {
      visitor.virtual(step.path(), Place.zeroEnded(mapping, 1 << 16), message.address());
    }
  }

  /** Section IV.A.2.l. */
  private void filters(Step step, Message message) throws Broken, IOException {
    Cursor in = message.in();
    int version = in.u8();
    int count = in.u8();
    in.skip(version == 1 ? 6 : 0);
    for (int i = 0; i < count; i++) {
      int id = in.u16();
      int nameSize = version == 1 || id >= 256 ? in.u16() : 0;
      in.skip(2);
      int values = in.u16();
      String name = in.utf8(Math.min(nameSize, in.remaining()), 1 << 16).replaceFirst("\0.*", "");
      in.skip(version == 1 ? (-nameSize & 7) : 0);
      in.skip(Math.min(in.remaining(), 4L * values + (version == 1 && values % 2 == 1 ? 4 : 0)));
      visitor.filter(step.path(), id, name, message.address());
    }
  }
}
