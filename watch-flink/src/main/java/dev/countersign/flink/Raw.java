package dev.countersign.flink;

import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** A message of a topic as it is. */
final class Raw extends AbstractDeserializationSchema<byte[]> {
  private static final long serialVersionUID = 1L;

  @Override
  public byte[] deserialize(byte[] message) {
    return message;
  }
}
