package dev.countersign.gateway;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server of models that speaks gRPC by grpc-java, and says what a test tells it to. */
final class FakeGrpcUpstream implements AutoCloseable {
  static final String SERVICE = "inference.GRPCInferenceService/";

  /** Messages as bytes. */
  static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] message) {
          return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
          }
        }
      };

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final CountDownLatch cancelled = new CountDownLatch(1);
  volatile Behaviour behaviour = message -> new byte[0];

  private final Server server;

  /** What came. */
  record Asked(String method, byte[] message, Metadata metadata) {}

  /** What is answered to an inference; null for never. */
  interface Behaviour {
    byte @Nullable [] answer(byte[] message) throws Exception;
  }

  FakeGrpcUpstream() throws IOException {
    this(NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  FakeGrpcUpstream(NettyServerBuilder builder) throws IOException {
    server =
        builder
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .fallbackHandlerRegistry(new Methods())
            .maxInboundMessageSize(64 << 20)
            .build()
            .start();
  }

  private final class Methods extends HandlerRegistry {
    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
      return ServerMethodDefinition.create(method(name), handler(name));
    }
  }

  static MethodDescriptor<byte[], byte[]> method(String name) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name)
        .setRequestMarshaller(BYTES)
        .setResponseMarshaller(BYTES)
        .build();
  }

  private ServerCallHandler<byte[], byte[]> handler(String name) {
    return (call, metadata) ->
        ServerCalls.<byte[], byte[]>asyncUnaryCall(
                (message, observer) -> {
                  asked.add(new Asked(name, message, metadata));
                  if (observer instanceof io.grpc.stub.ServerCallStreamObserver<byte[]> watched) {
                    watched.setOnCancelHandler(cancelled::countDown);
                  }
                  try {
                    byte[] answer =
                        name.endsWith("Infer") || name.endsWith("Metadata")
                            ? behaviour.answer(message)
                            : Oip.bytes("Said", "yes: true");
                    if (answer != null) {
                      observer.onNext(answer);
                      observer.onCompleted();
                    }
                  } catch (Exception failed) {
                    observer.onError(failed);
                  }
                })
            .startCall(withHeader(call), metadata);
  }

  private static ServerCall<byte[], byte[]> withHeader(ServerCall<byte[], byte[]> call) {
    return new io.grpc.ForwardingServerCall.SimpleForwardingServerCall<>(call) {
      @Override
      public void sendHeaders(Metadata headers) {
        headers.put(Metadata.Key.of("x-served-by", Metadata.ASCII_STRING_MARSHALLER), "fake");
        super.sendHeaders(headers);
      }
    };
  }

  String address() {
    return "grpc://127.0.0.1:" + server.getPort();
  }

  void answers(String response) {
    behaviour = message -> Oip.response(response);
  }

  void fails(Status status) {
    behaviour =
        message -> {
          throw status.asException();
        };
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
