package dev.countersign.inspect.pickle;

import java.util.Arrays;
import java.util.List;

/** A tuple, list, set or frozenset. At most {@value #KEPT} of its first items are kept. */
public final class Items implements Value {
  /** How many items are kept. */
  public static final int KEPT = 32;

  private static final Value[] NOTHING = {};

  /** What Python makes of it. */
  public enum Kind {
    /** {@code tuple}. */
    TUPLE,
    /** {@code list}. */
    LIST,
    /** {@code set} or {@code frozenset}. */
    SET
  }

  private final Kind kind;
  private Value[] kept;
  private int keptCount;
  private long size;

  private Items(Kind kind, Value[] kept, long size) {
    this.kind = kind;
    this.kept = kept;
    this.keptCount = kept.length;
    this.size = size;
  }

  /** A new one: opcodes put items even into a tuple, and no file may change what another reads. */
  static Items empty(Kind kind) {
    return new Items(kind, NOTHING, 0);
  }

  /** Some of a stack, without a copy of more than is kept. */
  static Items of(Kind kind, Value[] stack, int from, int count) {
    return new Items(kind, Arrays.copyOfRange(stack, from, from + Math.min(count, KEPT)), count);
  }

  /** Some that are kept of many. */
  static Items of(Kind kind, Value[] kept, long size) {
    return new Items(kind, kept, size);
  }

  static Items tuple(Value... items) {
    return new Items(Kind.TUPLE, items, items.length);
  }

  static Items tuple(List<Value> items) {
    return of(Kind.TUPLE, items.toArray(new Value[0]), 0, items.size());
  }

  /** Whether it is a tuple, a list or a set. */
  public Kind kind() {
    return kind;
  }

  /** How many items it has. */
  public long size() {
    return size;
  }

  /** Whether {@link #kept} are all. */
  public boolean whole() {
    return size == keptCount;
  }

  /** Its first items. */
  public List<Value> kept() {
    return List.of(kept).subList(0, keptCount);
  }

  /** An item by its place from 0; {@link Plain#FORGOTTEN} where it is not kept or not there. */
  public Value item(int index) {
    return index >= 0 && index < keptCount ? kept[index] : Plain.FORGOTTEN;
  }

  /** A tuple of these and one more. */
  Items with(Value last) {
    Items longer = new Items(Kind.TUPLE, Arrays.copyOf(kept, keptCount), size);
    longer.add(last);
    return longer;
  }

  /** A tuple of these without the first few. */
  Items from(int first) {
    int begin = Math.min(first, keptCount);
    return new Items(
        Kind.TUPLE, Arrays.copyOfRange(kept, begin, keptCount), Math.max(0, size - first));
  }

  void add(Value item) {
    size++;
    if (size <= KEPT) {
      if (keptCount == kept.length) {
        kept = Arrays.copyOf(kept, Math.max(4, kept.length * 2));
        Arrays.fill(kept, keptCount, kept.length, Plain.NONE);
      }
      kept[keptCount++] = item;
    }
  }

  /** Takes note of items without keeping them. */
  void addForgotten(long count) {
    size += count;
  }

  @Override
  public String toString() {
    return Shown.of(this);
  }
}
