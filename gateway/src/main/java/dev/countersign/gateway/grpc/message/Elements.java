package dev.countersign.gateway.grpc.message;

import java.util.AbstractList;
import java.util.function.IntToLongFunction;
import tools.jackson.databind.JsonNode;

/**
 * Elements of a tensor that become nodes when they are asked for: a message of numbers is held as
 * it came, not as millions of objects.
 */
final class Elements extends AbstractList<JsonNode> {
  private final Datatype type;
  private final int size;
  private final IntToLongFunction bits;

  Elements(Datatype type, int size, IntToLongFunction bits) {
    this.type = type;
    this.size = size;
    this.bits = bits;
  }

  @Override
  public JsonNode get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return type.element(bits.applyAsLong(index));
  }

  @Override
  public int size() {
    return size;
  }
}
