package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Links of a group of the old kind: a B-tree of version 1 over a local heap (sections III.A, B, D).
 */
final class SymbolTable {
  private static final int MOST_LINKS = 500_000;
  private static final int DEEPEST = 20;

  private final Place place;
  private final List<Link> links = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private long names;
  private long namesSize;

  private SymbolTable(Place place) {
    this.place = place;
  }

  static List<Link> read(Place place, long tree, long heap) throws Broken, IOException {
    SymbolTable table = new SymbolTable(place);
    table.heap(heap);
    table.node(tree, 0);
    return table.links;
  }

  private void heap(long address) throws Broken, IOException {
    Cursor in = place.at(address, 64);
    Place.signature(in, "HEAP");
    in.skip(4);
    namesSize = place.length(in);
    place.length(in);
    names = place.offset(in);
  }

  private void node(long address, int depth) throws Broken, IOException {
    if (depth > DEEPEST || !seen.add(address)) {
      throw new Broken(address, "a tree of links that leads into itself");
    }
    Cursor in = place.at(address);
    if (in.peek() == 'S') {
      leaf(in);
      return;
    }
    Place.signature(in, "TREE");
    in.skip(2);
    int used = in.u16();
    place.offset(in);
    place.offset(in);
    for (int i = 0; i < used; i++) {
      place.length(in);
      node(place.offset(in), depth + 1);
    }
  }

  private void leaf(Cursor in) throws Broken, IOException {
    Place.signature(in, "SNOD");
    in.skip(2);
    int count = in.u16();
    for (int i = 0; i < count; i++) {
      if (links.size() >= MOST_LINKS) {
        throw new Broken(in.position(), "more than %,d links".formatted(MOST_LINKS));
      }
      links.add(entry(in));
    }
  }

  private Link entry(Cursor in) throws Broken, IOException {
    String name = name(place.offset(in));
    long object = place.offset(in);
    long cached = in.u32();
    in.skip(4);
    long value = in.u32();
    in.skip(12);
    return cached == 2 ? new Link.Soft(name, name(value)) : new Link.Hard(name, object);
  }

  private String name(long at) throws Broken, IOException {
    if (at < 0 || at >= namesSize) {
      throw new Broken(names, "a name outside of its heap");
    }
    return Place.zeroEnded(place.at(names + at, Math.min(1 << 16, namesSize - at)), 1 << 16);
  }
}
