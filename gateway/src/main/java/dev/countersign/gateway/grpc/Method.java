package dev.countersign.gateway.grpc;

import dev.countersign.gateway.proxy.Operation;
import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The methods that are served. Messages are bytes here: what is passed on is not written anew. */
@SuppressWarnings("ImmutableEnumChecker") // a descriptor is, and does not say so
enum Method {
  SERVER_LIVE(Names.SERVICE, "ServerLive", Operation.LIVE),
  SERVER_READY(Names.SERVICE, "ServerReady", Operation.READY),
  SERVER_METADATA(Names.SERVICE, "ServerMetadata", Operation.METADATA),
  MODEL_READY(Names.SERVICE, "ModelReady", Operation.METADATA),
  MODEL_METADATA(Names.SERVICE, "ModelMetadata", Operation.METADATA),
  MODEL_INFER(Names.SERVICE, "ModelInfer", Operation.INFER),
  /** Of the standard service that tells how a server is (grpc.io/docs/guides/health-checking). */
  HEALTH_CHECK("grpc.health.v1.Health", "Check", Operation.READY),
  /** Whatever else is asked for, under any name. It is refused. */
  UNKNOWN("unknown", "Unknown", Operation.OTHER);

  private final Operation operation;
  private final MethodDescriptor<byte[], byte[]> descriptor;

  Method(String service, String name, Operation operation) {
    this.operation = operation;
    this.descriptor = descriptor(MethodDescriptor.generateFullMethodName(service, name));
  }

  private static final class Names {
    private static final String SERVICE = "inference.GRPCInferenceService";
  }

  static Method of(String fullName) {
    for (Method one : values()) {
      if (one.descriptor.getFullMethodName().equals(fullName)) {
        return one;
      }
    }
    return UNKNOWN;
  }

  /** The service of the protocol, by which a client may ask for its health. */
  static String service() {
    return Names.SERVICE;
  }

  /** What it asks for. */
  Operation operation() {
    return operation;
  }

  MethodDescriptor<byte[], byte[]> descriptor() {
    return descriptor;
  }

  private static MethodDescriptor<byte[], byte[]> descriptor(String name) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name)
        .setRequestMarshaller(new Bytes())
        .setResponseMarshaller(new Bytes())
        .build();
  }

  /** Leaves messages as they are. How long one may be, the port and the channels say. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] message) {
      return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try (stream) {
        return stream.readAllBytes();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
