package dev.countersign.gateway.grpc;

import io.grpc.Codec;
import io.grpc.CompressorRegistry;
import io.grpc.DecompressorRegistry;

/** No encodings: they would be a second reading, and bombs. */
final class Encodings {
  private Encodings() {}

  static DecompressorRegistry none() {
    return DecompressorRegistry.emptyInstance().with(Codec.Identity.NONE, false);
  }

  static CompressorRegistry noneOut() {
    CompressorRegistry registry = CompressorRegistry.newEmptyInstance();
    registry.register(Codec.Identity.NONE);
    return registry;
  }
}
