package dev.countersign.gateway;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A client that speaks gRPC by grpc-java. */
final class GrpcClient implements AutoCloseable {
  static final String INFER = FakeGrpcUpstream.SERVICE + "ModelInfer";

  final AtomicReference<@Nullable Metadata> headers = new AtomicReference<>();
  final AtomicReference<@Nullable Metadata> trailers = new AtomicReference<>();
  final ManagedChannel channel;

  GrpcClient(int port) {
    this(NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext());
  }

  GrpcClient(NettyChannelBuilder builder) {
    channel =
        builder
            .maxInboundMessageSize(64 << 20)
            .intercept(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers))
            .build();
  }

  byte[] call(String method, byte[] message) {
    return call(method, message, CallOptions.DEFAULT);
  }

  byte[] call(String method, byte[] message, CallOptions options) {
    return ClientCalls.blockingUnaryCall(
        channel, FakeGrpcUpstream.method(method), options, message);
  }

  byte[] infer(String request) {
    return call(INFER, Oip.request(request));
  }

  /** How a call is refused. */
  StatusRuntimeException refused(String method, byte[] message) {
    try {
      call(method, message);
    } catch (StatusRuntimeException refused) {
      return refused;
    }
    throw new AssertionError("it was not refused");
  }

  StatusRuntimeException refused(String request) {
    return refused(INFER, Oip.request(request));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
