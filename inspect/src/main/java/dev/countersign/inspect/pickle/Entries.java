package dev.countersign.inspect.pickle;

import dev.countersign.inspect.pickle.knowledge.StateCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dictionary. At most {@value #KEPT} of its first entries are kept. */
public final class Entries implements Value {
  /** How many entries are kept. */
  public static final int KEPT = 32;

  private final List<Value> keys = new ArrayList<>(4);
  private final List<Value> values = new ArrayList<>(4);
  private long size;
  private boolean changesBehaviour;
  private boolean runsText;

  Entries() {}

  /** How many entries were put in; one that was replaced counts twice. */
  public long size() {
    return size;
  }

  /** The keys that are kept, in order. */
  public List<Value> keys() {
    return keys;
  }

  /** The values that are kept, in the order of the keys. */
  public List<Value> values() {
    return values;
  }

  /** The value of a key, the last where there are several; empty where it is not kept. */
  public Optional<Value> get(String key) {
    for (int i = keys.size() - 1; i >= 0; i--) {
      if (keys.get(i) instanceof Text text && text.is(key)) {
        return Optional.of(values.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a key is one by which an object changes what it is or does. */
  boolean changesBehaviour() {
    return changesBehaviour;
  }

  /** Whether a key is one of which the value is run as code when it is part of a state. */
  boolean runsText() {
    return runsText;
  }

  void note(Value key) {
    if (key instanceof Text text) {
      changesBehaviour |= text.is("__class__") || text.is("__setstate__") || text.is("__dict__");
      runsText |= text.is(StateCode.TEMPLATE) || restores(text);
    }
  }

  private static boolean restores(Text key) {
    for (String restore : StateCode.RESTORE) {
      if (key.is(restore)) {
        return true;
      }
    }
    return false;
  }

  void put(Value key, Value value) {
    size++;
    if (size <= KEPT) {
      keys.add(key);
      values.add(value);
    }
  }

  void addForgotten(long count) {
    size += count;
  }

  @Override
  public String toString() {
    return Shown.of(this);
  }
}
